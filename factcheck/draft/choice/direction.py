"""A rise that leads to less, or a fall that leads to more: sales rose from $100 million to $80 million."""

import re
from collections.abc import Container, Iterator

from factcheck.draft.equations.literal import premise
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.quantities.kind import ALIKE, likeness
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.quantities.quantity import NONE, Quantity
from factcheck.prose.mention import Change

_FROM = re.compile(r"fh*$")
_WAY_FROM = re.compile(r"(?P<way>[ud])b?fh*$")
_TO = re.compile(r"[wh]{0,2}th*")
_BACK = re.compile(r"[^,;.&/P]{0,8}fh*")
_FAR = 3
"""Off by more than this it is no slip but another unit, or another quantity."""
_SIGNS = {"up": ">", "down": "<"}
_LETTERS: dict[str, Change] = {"u": "up", "d": "down"}
_LEAD = 4


def propose(layout: Layout, doubted: Container[int]) -> Iterator[Proposal]:
    """Propose what a change led to, where it lies on the other side of what it came from than the words say.

    ``doubted`` are the numbers, by their index, of which something was said already.
    """
    for one in (one for one in layout.quantities if one.index not in doubted):
        for before in layout.quantities[max(0, one.index - 1) : one.index + 2]:
            way = _way(layout, before, one)
            if way is not None and _is_against(before, one, way):
                inputs = (
                    given("value", one.item, premise(one.item)),
                    given("other", before.item, premise(before.item)),
                )
                says = Candidate(f"value {_SIGNS[way]} other", inputs)
                yield Proposal("order", one.item.mention.span, (says,), voice="ask")


def _way(layout: Layout, before: Quantity, after: Quantity) -> Change | None:
    """Return which way words say that a value went from one to another; None where they do not say so."""
    if before is after or before.sentence != after.sentence or NONE in (before.code, after.code):
        return None
    codes, line = layout.line.codes, layout.line
    places = line.at(before.start), line.at(after.start)
    lead = codes[max(0, places[0] - _LEAD) : places[0]]
    mention = after.item.mention
    between = codes[min(places) + 1 : max(places)]
    if (_TO if before.index < after.index else _BACK).fullmatch(between) is None:
        return None
    if mention.change is not None and mention.manner == "to":
        return mention.change if _FROM.search(lead) else None
    m = _WAY_FROM.search(lead) if before.index < after.index else None
    return _LETTERS[m["way"]] if m is not None else None


def _is_against(before: Quantity, after: Quantity, way: Change) -> bool:
    """Whether a value surely lies on the other side of another, and not far from it."""
    if likeness(before, after) != ALIKE or before.hedge or after.hedge or min(before.value, after.value) <= 0:
        return False
    if max(before.value, after.value) >= _FAR * min(before.value, after.value):
        return False
    return after.high < before.low if way == "up" else after.low > before.high
