"""A value and the same in another unit: 620 km (385 miles); 585 petaflops, or 0.585 exaflops; 1200亩（约合80公顷）."""

import re
from collections.abc import Iterator

from factcheck.draft.cues import cue
from factcheck.draft.literal import bare, premise, stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given
from factcheck.quantity.units import CURRENCIES

_OPEN = re.compile(r"\s?(?:[a-z]+\s?)?[(（]\s?(?P<lead>[^()（）]{0,12})")
_CLOSE = re.compile(r"\s?[)）]")
_AFTER_COMMA = re.compile(r"\s?[,，;；]\s?(?P<lead>[^,，]{1,32}?)\s?")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each value that repeats the one before it in another unit."""
    for first, second in zip(passage.items, passage.items[1:], strict=False):
        if _linked(passage, first, second) and _converts(first, second):
            yield Proposal(_kind(first, second), second.mention.span, tuple(_candidates(passage, first, second)))


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
    if _is_price(first) and own.measure.name != other.measure.name:
        return False  # a month and a year are priced apart
    if own.measure.currencies or other.measure.currencies:
        return own.measure.name == other.measure.name and own.number.scale != other.number.scale
    return own.measure.name != other.measure.name or own.number.scale != other.number.scale


def _is_price(item: Item) -> bool:
    powers = dict(item.dimension)
    return powers.get("time", 0) < 0 and any(base in CURRENCIES for base in powers)


def _kind(first: Item, second: Item) -> str:
    """Return what kind of conversion it is: between bits and bytes, of the prefix alone, or of the unit."""
    names = [item.mention.measure.name.partition(" per ")[0] for item in (first, second)]
    if {"bit" in name or "bps" in name for name in names} == {True, False} and "data" in dict(first.dimension):
        return "bits-bytes"
    return "scale" if _base(names[0]) == _base(names[1]) else "conversion"


_PREFIX = re.compile(r"^(?:quetta|ronna|yotta|zetta|exa|peta|tera|giga|mega|kilo|hecto|deci|centi|milli|micro|nano)")


def _base(name: str) -> str:
    return _PREFIX.sub("", name)


def _candidates(passage: Passage, first: Item, second: Item) -> Iterator[Candidate]:
    """Yield the conversion, and that of a difference of temperature: 1.5 °C warmer is 2.7 °F warmer."""
    yield Candidate(f"value = {stated(second)}", (given("value", first, premise(first)),))
    scales = [_STEPS.get(item.mention.measure.name) for item in (first, second)]
    if all(scales) and _is_difference(passage, first, second):
        literals = [f"{bare(item)} {scale}" for item, scale in zip((first, second), scales, strict=True)]
        yield Candidate(f"difference = {literals[1]}", (given("difference", first, literals[0]),))


def _is_difference(passage: Passage, first: Item, second: Item) -> bool:
    """Whether words say that a temperature is by how much another is higher or lower."""
    around = f"{passage.before(first, 32)} {passage.after(second, 24)}"
    return first.mention.change is not None or cue("conversion", "difference").search(around) is not None


_STEPS = {"degree Celsius": "kelvin", "degree Fahrenheit": "degree Rankine"}
"""The units that a difference of temperature is in, of the same size as the degree."""
