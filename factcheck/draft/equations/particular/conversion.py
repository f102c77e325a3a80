"""A value and the same in another unit: 620 km (385 miles); 585 petaflops, or 0.585 exaflops; 1200亩（约合80公顷）."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise, product
from math import inf, log

from factcheck.draft.equations.literal import bare, premise, stated, unit_text
from factcheck.draft.equations.particular.sizes import (
    FAR,
    TEMPERATURES,
    as_step,
    is_only_rounded,
    is_slip,
    may_be_at_sea,
    sizes,
)
from factcheck.draft.equations.proposal import READINGS, Candidate, Proposal, Voice, given
from factcheck.draft.text.passage import Item, Passage, alike
from factcheck.draft.words.cues import cue
from factcheck.prose.mention import Mention
from factcheck.quantity.dimension import CURRENCIES, Dimension

_OPEN = re.compile(r"\s?(?:[a-z]+(?:\s[a-z]+){0,2}\s?)?[(（[]\s?(?P<lead>[^()（）]{0,32})")
_CLOSE = re.compile(r"\s?(?:[a-z]+\s?)?[])）,，;\uff1b/]")
_AFTER_COMMA = re.compile(r"\s?(?:[a-z]+(?:\s[a-z]+){0,2}\s?)?[,，;\uff1b]\s?(?P<lead>[^,，]{1,32}?)\s?")
_AFTER_DASH = re.compile(r"\s?(?:[a-z]+(?:\s[a-z]+){0,2}\s?)?(?:\s[–-]\s|\s?—{1,2}\s?)(?P<lead>[^,，]{0,32}?)\s?")
_BESIDE = re.compile(r"\s?(?P<lead>[^,，]{1,32}?)\s?")
_STOP = re.compile(r"\s?(?:[,，.。;\uff1b:：!?\uff01\uff1f)）]|[–—-]{1,2}(?:\s|$|[^0-9])|$)")
_TIME: Dimension = (("time", 1),)
_BOUNDS = frozenset({"more", "less", "least", "most"})
_SIGN = re.compile(r"(?:minus|零下|华氏|摄氏|[-−$€£¥~≈])\s?$")
_PER = re.compile(r"(?:每(?:小时|分钟|秒钟?|天|日|年|月|人|公顷|亩))$")
_PERHAPS = re.compile(r" or |[，,]每(?:小时|分钟|秒钟?)[\u3400-\u9fff]{0,3}")
"""What may stand before the same value again: 5 km or 10 miles may be a choice; 每秒15页，每分钟印900页."""
_OPERATOR = re.compile(r"[×*/÷+−·]\s?$|\s-\s$")
_PREFIX = re.compile(r"^(?:quetta|ronna|yotta|zetta|exa|peta|tera|giga|mega|kilo|hecto|deci|centi|milli|micro|nano)")
_PER_NUMBER = re.compile(r" per [0-9]")
_MANY = 1000
_WIDTH = 60
_CLAUSE = re.compile(r"[,;:，\uff1b\uff1a]")
_ABOUT = re.compile(r"(?:about|around|some|roughly|nearly|almost|大?约|近)\s?$")
_FAR_IN_BRACKETS = 5
_MILD = 10
"""No level of the temperature of a place is told as a rise of more than so many degrees."""


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each value that repeats the one before it in another unit."""
    for before, second in pairwise(passage.items):
        first = _like(before, second)
        if not _may_repeat(first, second) or _is_calculated(passage, before):
            continue
        linked = _linked(passage, first, second)
        if linked or _PERHAPS.fullmatch(passage.between(before, second)):
            for pair in _ends(first, second):
                yield from _proposed(passage, *pair, linked=linked)


def _ends(first: Item, second: Item) -> Iterator[tuple[Item, Item]]:
    """Yield two values, or the ends of two ranges in order: 3–5 km (1.9–3.1 mi)."""
    ends, others = first.mention.ends, second.mention.ends
    if ends is not None and others is not None:
        for one, other in zip(ends, others, strict=True):
            yield _end(first, one), _end(second, other)
    elif ends is None and others is None:
        yield first, second


def _end(item: Item, end: Mention) -> Item:
    """Return an end of a range as a quantity; the unit may stand behind the other end alone."""
    return replace(item, mention=end if end.measure.factors else replace(end, measure=item.mention.measure))


def _proposed(passage: Passage, first: Item, second: Item, *, linked: bool) -> Iterator[Proposal]:
    """Propose a value; it is wrong if no size of the units makes it right, and if it differs as slips do."""
    pairs = sorted(islice(_readings(passage, first, second), READINGS), key=_off)
    if pairs and not (_kind(first, second) == "scale" and is_only_rounded(second, pairs[0][0].size)):
        excused = tuple(_rounded(*pairs[0])) if linked else ()
        candidates = tuple(_candidate(*pair) for pair in pairs)
        sure = linked and _is_near(*pairs[0], far=_FAR_IN_BRACKETS if _is_bracketed(passage, second) else FAR)
        voice: Voice = "ask" if may_be_at_sea(first, second, passage.units) else "accuse"
        yield Proposal(_kind(first, second), second.mention.span, candidates, sure, excused, voice)


def _readings(passage: Passage, first: Item, second: Item) -> Iterator[tuple[Item, Item]]:
    """Yield both values in each size that their units may have; a rise of temperature as a difference."""
    steps = as_step(first, passage.units), as_step(second, passage.units)
    if steps[0] is None or steps[1] is None:
        earlier = (first, *_others(passage, first, second))
        for one, other in product(chain(*(sizes(one, passage.units) for one in earlier)), sizes(second, passage.units)):
            if one.dimension == other.dimension:
                yield one, other
        return
    is_rise = _is_rise(passage, first, second)
    if not is_rise:
        yield first, second
    if is_rise or _may_be_rise(passage, first, second):
        yield steps[0], steps[1]


def _is_rise(passage: Passage, first: Item, second: Item) -> bool:
    """Whether words leave no doubt that a temperature is a difference: warmed by 4C, keep warming below 2C."""
    mild = first.mention.measure.name == "degree Celsius" and abs(float(first.mention.number.nominal or 0)) <= _MILD
    before = passage.folded[passage.sentences[first.sentence].span.start : first.mention.numeral.start]
    behind = passage.after(second, 24).lstrip("]) ")
    return mild and (_is_limit(before[-_WIDTH:]) or cue("conversion", "rise_behind").match(behind) is not None)


def _is_limit(before: str) -> bool:
    """Whether words lead to a rise or to its limit: warmed by; keep the rise in temperature below."""
    words = _CLAUSE.split(_ABOUT.sub("", before))[-1]
    if any(m.end() == len(words.rstrip()) for m in cue("conversion", "rise_by").finditer(words)):
        return True
    ends = any(m.end() == len(words.rstrip()) for m in cue("conversion", "limit").finditer(words))
    return ends and cue("conversion", "rise").search(words) is not None


def _may_be_rise(passage: Passage, first: Item, second: Item) -> bool:
    around = f"{passage.before(first, 32)} {passage.after(second, 24)}"
    return first.mention.change is not None or cue("conversion", "difference").search(around) is not None


def _is_bracketed(passage: Passage, second: Item) -> bool:
    """Whether a value stands alone in brackets."""
    return passage.before(second, 2).rstrip()[-1:] in {"(", "（"}


def _is_near(first: Item, second: Item, far: float) -> bool:
    """Whether the second value differs as a slip makes it differ, so that it is no other quantity."""
    if first.mention.measure.name in TEMPERATURES:
        return True
    data = "data" in dict(first.dimension)
    return is_slip(float(second.size), float(first.size), float(first.scale / second.scale), data=data, far=far)


def _off(pair: tuple[Item, Item]) -> float:
    """Return how far apart two values are, so that the likeliest reading of their units comes first."""
    first, second = (abs(float(one.size)) for one in pair)
    return abs(log(first / second)) if first and second else inf


def _like(first: Item, second: Item) -> Item:
    """Return a value without the time that it is per, where the other leaves it out: 每年85太瓦时（850亿千瓦时）."""
    measure = first.mention.measure
    kept = tuple(one for one in measure.factors if one.power > 0 or one.unit.dimension != _TIME)
    if first.dimension == second.dimension or len(kept) == len(measure.factors):
        return first
    measure = replace(measure, name=measure.name.rpartition(" per ")[0], factors=kept)
    amount = replace(first, mention=replace(first.mention, measure=measure))
    return amount if amount.dimension == second.dimension else first


def _is_calculated(passage: Passage, item: Item) -> bool:
    """Whether a value is a part of a calculation: 25 × 362 TFLOP/s = 9.05 PFLOP/s says nothing of 362 alone."""
    divided = _PER_NUMBER.search(item.mention.measure.name) is not None
    return divided or _OPERATOR.search(passage.before(item, 4)) is not None


def _linked(passage: Passage, first: Item, second: Item) -> bool:
    """Whether brackets, a dash or words say that the second value is the first one again."""
    between = passage.folded[first.end : second.mention.numeral.start]
    between = _SIGN.sub("", between)
    if m := _OPEN.fullmatch(between):
        lead = _words(m)
        closed = _CLOSE.match(passage.folded, second.end) is not None
        return closed and (not lead or _is_cue("lead", lead) or _is_cue("link", lead) or _is_cue("about", lead))
    if first.sentence != second.sentence or not first.dimension:
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


def _may_repeat(first: Item, second: Item) -> bool:
    """Whether two values may be of one dimension, and are written with different units or scale words."""
    own, other = first.mention, second.mention
    if other.number.hedge in _BOUNDS - {own.number.hedge}:
        return False
    scaled = own.number.scale != other.number.scale
    if not own.measure.factors or not other.measure.factors:
        return scaled and _is_large_count(first, second)
    if own.measure.currencies or other.measure.currencies or _is_price(first):
        return own.measure.name == other.measure.name and scaled
    return own.measure.name != other.measure.name or scaled


def _is_large_count(first: Item, second: Item) -> bool:
    """Whether two numbers may be one large count: 约80亿（8 billion）."""
    counts = not any(one.is_percent or one.mention.measure.factors for one in (first, second))
    return counts and alike(first, second) and min(first.size, second.size) >= _MANY


def _is_price(item: Item) -> bool:
    powers = dict(item.dimension)
    return powers.get("time", 0) < 0 and any(base in CURRENCIES for base in powers)


def _kind(first: Item, second: Item) -> str:
    """Return what kind of conversion it is: between bits and bytes, of the prefix alone, or of the unit."""
    names = [item.mention.measure.name.partition(" per ")[0] for item in (first, second)]
    if {"bit" in name or "bps" in name for name in names} == {True, False} and "data" in dict(first.dimension):
        return "bits-bytes"
    return "scale" if _base(names[0]) == _base(names[1]) else "conversion"


def _base(name: str) -> str:
    return _PREFIX.sub("", name)


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
    if first.dimension != second.dimension:
        return
    number = second.mention.number
    if first.mention.number.hedge in _BOUNDS:
        inputs = (given("value", first, _unhedged(first)), given("other", second, _unhedged(second)))
        yield Candidate("value / other in 0.85 to 1.15", inputs)
    if number.kind == "integer" and number.nominal and not number.hedge and number.nominal % 10 == 0:
        yield Candidate(f"value = about {stated(second)}", (given("value", first, premise(first)),))
