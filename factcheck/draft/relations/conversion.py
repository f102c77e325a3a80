"""A value and the same in another unit: 620 km (385 miles); 585 petaflops, or 0.585 exaflops; 1200亩（约合80公顷）."""

import re
from collections.abc import Iterator

from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given

_OPEN = re.compile(r"\s?(?:[a-z]+\s?)?[(（]\s?(?P<lead>[^()（）]{0,12})")
_CLOSE = re.compile(r"\s?[)）]")
_AFTER_COMMA = re.compile(r"\s?[,，;；]\s?(?P<lead>[^,，]{1,32}?)\s?")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each value that repeats the one before it in another unit."""
    for first, second in zip(passage.items, passage.items[1:], strict=False):
        if _linked(passage, first, second) and _converts(first, second):
            yield Proposal(_kind(first, second), second.mention.span, (_candidate(first, second),))


def _linked(passage: Passage, first: Item, second: Item) -> bool:
    """Whether brackets or words say that the second value is the first one again."""
    between = passage.between(first, second)
    if m := _OPEN.fullmatch(between):
        lead = m["lead"].strip()
        closed = _CLOSE.match(passage.folded, second.end) is not None
        return closed and (not lead or _is_cue("lead", lead) or _is_cue("link", lead))
    m = _AFTER_COMMA.fullmatch(between)
    return m is not None and first.sentence == second.sentence and _is_cue("link", m["lead"].strip())


def _is_cue(key: str, words: str) -> bool:
    return cue("conversion", key).fullmatch(words) is not None


def _converts(first: Item, second: Item) -> bool:
    """Whether two values are of one dimension and written with different units or scale words."""
    own, other = first.mention, second.mention
    if not own.measure.factors or first.dimension != second.dimension or own.number.hedge in {"more", "less"}:
        return False
    return own.measure.name != other.measure.name or own.number.scale != other.number.scale


def _kind(first: Item, second: Item) -> str:
    """Return what kind of conversion it is: between bits and bytes, of the prefix alone, or of the unit."""
    names = [item.mention.measure.name.partition(" per ")[0] for item in (first, second)]
    if {"bit" in name or "bps" in name for name in names} == {True, False} and "data" in dict(first.dimension):
        return "bits-bytes"
    return "scale" if _base(names[0]) == _base(names[1]) else "conversion"


_PREFIX = re.compile(r"^(?:quetta|ronna|yotta|zetta|exa|peta|tera|giga|mega|kilo|hecto|deci|centi|milli|micro|nano)")


def _base(name: str) -> str:
    return _PREFIX.sub("", name)


def _candidate(first: Item, second: Item) -> Candidate:
    return Candidate(f"value = {stated(second)}", (given("value", first, premise(first)),))
