"""The product of three numbers: 20 boats with 6 benches of 25 seats, 3,000 in all; 每艘6排，每排25座，共3000座."""

import re
from collections.abc import Iterator

from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.nested import outer
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given

_EACH = re.compile(r"\b(?:each|apiece|every)\b|每")
_MORE = re.compile(r"\b(?:plus|besides|and|another|also)\b|另|外加|加上|以及|还有")
_REACH, _TAIL = 40, 24


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each total that is told behind three numbers, each of which is of each of the one before."""
    for total in passage.items[3:]:
        each = passage.items[total.index - 1]
        middle = outer(passage, each)
        first = outer(passage, middle) if middle else None
        if middle and first and _may_be(each, total) and _is_said(passage, each, total):
            inputs = tuple(
                given(name, one, premise(one))
                for name, one in zip(("count", "of_each", "each"), (first, middle, each), strict=True)
            )
            sure = _is_each(passage, first, total)
            yield Proposal("product", total.mention.span, (Candidate(_says(total), inputs),), firm=sure)


def _is_each(passage: Passage, first: Item, total: Item) -> bool:
    """Whether words say that it is so many of each, and nothing is added: 6 crew of 25 nations is no product."""
    words = passage.between(first, total)
    return _EACH.search(words) is not None and not _MORE.search(words)


def _says(total: Item) -> str:
    return f"count * of_each * each = {stated(total)}"


def _may_be(each: Item, total: Item) -> bool:
    """Whether a number is of the kind of the last of the three, and in its sentence or the next."""
    near = total.sentence - each.sentence <= 1
    return near and total.dimension == each.dimension and not total.is_percent and total.size > each.size


def _is_said(passage: Passage, each: Item, total: Item) -> bool:
    before, behind = passage.before(total, min(_REACH, total.start - each.end)), passage.after(total, _TAIL)
    return bool(cue("each", "total_across").search(before) or cue("each", "total_behind").search(behind))
