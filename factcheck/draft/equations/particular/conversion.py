"""A value and the same in another unit: 620 km (385 miles); 585 petaflops, or 0.585 exaflops; 1200亩（约合80公顷）."""

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.draft.equations.literal import bare, premise, stated, unit_text
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage
from factcheck.draft.words.cues import cue
from factcheck.quantity.dimension import CURRENCIES, Dimension

_OPEN = re.compile(r"\s?(?:[a-z]+\s?){0,3}[(（[]\s?(?P<lead>[^()（）]{0,32})")
_CLOSE = re.compile(r"\s?(?:[a-z]+\s?)?[])）,，;\uff1b/]")
_AFTER_COMMA = re.compile(r"\s?(?:[a-z]+\s?){0,3}[,，;\uff1b]\s?(?P<lead>[^,，]{1,32}?)\s?")
_AFTER_DASH = re.compile(r"\s?(?:[a-z]+\s?){0,3}(?:\s[–-]\s|\s?—{1,2}\s?)(?P<lead>[^,，]{0,32}?)\s?")
_BESIDE = re.compile(r"\s?(?P<lead>[^,，]{1,32}?)\s?")
_STOP = re.compile(r"\s?(?:[,，.。;\uff1b:：!?\uff01\uff1f)）]|[–—-]{1,2}(?:\s|$|[^0-9])|$)")
_TIME: Dimension = (("time", 1),)
_BOUNDS = frozenset({"more", "less", "least", "most"})
_SIGN = re.compile(r"(?:minus|零下|华氏|摄氏|[-−$€£¥])\s?$")
_PER = re.compile(r"(?:每(?:小时|分钟|秒钟?|天|日|年|月|人|公顷|亩))$")


_PERHAPS = re.compile(r" or |[，,]每(?:小时|分钟|秒钟?)[\u3400-\u9fff]{0,3}")
"""What may stand before the same value again: 5 km or 10 miles may be a choice; 每秒15页，每分钟印900页."""
_OPERATORS = ("\N{MULTIPLICATION SIGN}", "*", "/", "\N{DIVISION SIGN}", "+", "\N{MINUS SIGN}", "\N{MIDDLE DOT}")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each value that repeats the one before it in another unit."""
    for before, second in zip(passage.items, passage.items[1:], strict=False):
        first = _like(before, second)
        if not _converts(first, second) or _calculated(passage, before):
            continue
        linked = _linked(passage, first, second)
        if linked or _PERHAPS.fullmatch(passage.between(before, second)):
            excused = tuple(_rounded(first, second)) if linked else ()
            candidates = tuple(_candidates(passage, first, second))
            yield Proposal(_kind(first, second), second.mention.span, candidates, firm=linked, unless=excused)


def _calculated(passage: Passage, item: Item) -> bool:
    """Whether a value is a part of a calculation: 25 × 362 TFLOP/s = 9.05 PFLOP/s says nothing of 362 alone."""
    return passage.before(item, 4).rstrip().endswith(_OPERATORS)


def _like(first: Item, second: Item) -> Item:
    """Return a value without the time that it is per, where the other leaves it out: 每年85太瓦时（850亿千瓦时）."""
    measure = first.mention.measure
    kept = tuple(one for one in measure.factors if one.power > 0 or one.unit.dimension != _TIME)
    if first.dimension == second.dimension or len(kept) == len(measure.factors):
        return first
    measure = replace(measure, name=measure.name.rpartition(" per ")[0], factors=kept)
    amount = replace(first, mention=replace(first.mention, measure=measure))
    return amount if amount.dimension == second.dimension else first


def _linked(passage: Passage, first: Item, second: Item) -> bool:
    """Whether brackets, a dash or words say that the second value is the first one again."""
    between = passage.folded[first.end : second.mention.numeral.start]
    between = _SIGN.sub("", between)
    if m := _OPEN.fullmatch(between):
        lead = _words(m)
        closed = _CLOSE.match(passage.folded, second.end) is not None
        return closed and (not lead or _is_cue("lead", lead) or _is_cue("link", lead) or _is_cue("about", lead))
    if first.sentence != second.sentence:
        return False
    return _appended(passage, second, between) or _is_beside(first, between)


def _appended(passage: Passage, second: Item, between: str) -> bool:
    """Whether a value stands behind a comma or a dash: ``, or about 385 miles``; ``, roughly 385 miles,``."""
    ends = _STOP.match(passage.folded, second.end) is not None and second.dimension != _TIME
    if m := _AFTER_DASH.fullmatch(between):
        lead = _words(m)
        return _is_cue("link", lead) or (ends and (not lead or _is_cue("about", lead)))
    m = _AFTER_COMMA.fullmatch(between)
    return m is not None and (_is_cue("link", _words(m)) or (ends and _is_cue("about", _words(m))))


def _is_beside(first: Item, between: str) -> bool:
    """Whether a verb alone makes two values equal: 26 miles are equivalent to 42 km; 一亩约为667平方米."""
    m = _BESIDE.fullmatch(between)
    one = m is not None and first.mention.number.nominal == 1 and _is_cue("one_is", _words(m))
    return m is not None and (one or _is_cue("equals", _words(m)))


def _words(m: re.Match[str]) -> str:
    """Return the words before a value without the 每小时 that belongs to its unit."""
    return _PER.sub("", m["lead"].strip()).strip()


def _is_cue(key: str, words: str) -> bool:
    return cue("conversion", key).fullmatch(words) is not None


def _converts(first: Item, second: Item) -> bool:
    """Whether two values are of one dimension and written with different units or scale words."""
    own, other = first.mention, second.mention
    if (
        not own.measure.factors
        or first.dimension != second.dimension
        or (first.is_percent and second.noun)  # rose 5 percent (126 cars)
        or other.number.hedge in _BOUNDS - {own.number.hedge}
    ):
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
    yield from (_candidate(one, second) for one in [first, *_others(passage, first, second)])
    scales = [_STEPS.get(item.mention.measure.name) for item in (first, second)]
    if all(scales) and _is_difference(passage, first, second):
        literals = [f"{bare(item)} {scale}" for item, scale in zip((first, second), scales, strict=True)]
        yield Candidate(f"difference = {literals[1]}", (given("difference", first, literals[0]),))


def _candidate(first: Item, second: Item) -> Candidate:
    """Return the conversion; a bound has no part in it: more than 600 km (373 miles)."""
    bound = first.mention.number.hedge in _BOUNDS
    value, other = (_unhedged(first), _unhedged(second)) if bound else (premise(first), stated(second))
    value, other = (text.replace(" 1/", "/") for text in (value, other))  # 15 pages a second
    return Candidate(f"value = {other}", (given("value", first, value),))


def _unhedged(item: Item) -> str:
    return bare(
        replace(item, mention=replace(item.mention, number=replace(item.mention.number, hedge="")))
    ) + unit_text(item)


def _others(passage: Passage, first: Item, second: Item) -> list[Item]:
    """Return the other values of a sentence that a comma does not rule out: 长105米，宽68米，即344英尺长."""
    if not passage.between(first, second).startswith((",", "，")):
        return []
    earlier = (one for one in passage.nearby(first, 0) if one.index < first.index)
    return [one for one in earlier if one.mention.measure.name == first.mention.measure.name]


def _rounded(first: Item, second: Item) -> Iterator[Candidate]:
    """Yield what excuses a round number, or one beyond a bound: 1,000 km (600 miles); more than 50 km (35 miles)."""
    number = second.mention.number
    if first.mention.number.hedge in _BOUNDS:
        inputs = (given("value", first, _unhedged(first)), given("other", second, _unhedged(second)))
        yield Candidate("value / other in 0.85 to 1.15", inputs)
    if number.kind == "integer" and number.nominal and not number.hedge and number.nominal % 10 == 0:
        yield Candidate(f"value = about {stated(second)}", (given("value", first, premise(first)),))


def _is_difference(passage: Passage, first: Item, second: Item) -> bool:
    """Whether words say that a temperature is by how much another is higher or lower."""
    around = f"{passage.before(first, 32)} {passage.after(second, 24)}"
    return first.mention.change is not None or cue("conversion", "difference").search(around) is not None


_STEPS = {"degree Celsius": "kelvin", "degree Fahrenheit": "degree Rankine"}
"""The units that a difference of temperature is in, of the same size as the degree."""
