"""So much each, so many, so much in all: 33 engines at 230 tonnes each, 7,590 tonnes; 平均每吨发电450千瓦时."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.draft.apiece import is_each, is_mean, is_plainly_each, per_a_noun
from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.nested import is_nested
from factcheck.draft.passage import Item, Passage, same_counter
from factcheck.draft.proposal import READINGS, Candidate, Proposal, given
from factcheck.quantity.dimension import BASES, Dimension, multiply, power
from factcheck.quantity.units import Unit

_TAIL = 28
_LEAST = 2
_AGE = "of age"
_TIME: Dimension = (("time", 1),)
_OF_ANOTHER = re.compile(r"\b(?:with|and|plus|while|but)\s(?:[a-z]+\s){1,3}(?:at|for|of|worth|costs?)\s$")
_ANOTHER_TOTAL = re.compile(r"\b(?:and|while|but)\sa\s(?:total|sum)\sof\s$")
_KIND = re.compile(
    r"(?P<noun>(?![每各均共总])[\u3400-\u9fff](?![了来到有共计约达为每各均])[\u3400-\u9fff])(?:共有|总共|一共|共计|共|约|达|有)*$"
)
_OR = re.compile(r"[,(（–—]\s?or\s(?:(?:about|some|roughly|around|nearly|almost|a total of)\s)?$")
_CLAUSE = re.compile(r"\band\b|[,，\uff1b;]\s?(?:并|另|还|又|再|同时|向|给)")
_PAUSE = re.compile(r"[,，\uff1b;:：(（–—]|\b(?:is|are|was|were|got|gives?|gave|works?|comes?)\b")
_PER_NOUN = re.compile(r"\s?(?:to the|to a|to each|per|for each|for every|a|an|in each)\s([a-z]+)")
_PER_ZH = re.compile(
    r"(?:(?P<of>[亩日月年周])(?:产|均)[\u3400-\u9fff]{0,4}|[每一](?P<each>[\u3400-\u9fff]{1,3})[\u3400-\u9fff]{0,6})$"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands in a text: a value of each, how many there are, and all of them together.

    ``per`` is the unit that the value is per where only words say it. ``enough``: it is the count that is told last.
    ``said``: words call the last one the total or the average.
    """

    each: Item
    count: Item
    total: Item
    per: str
    enough: bool
    said: bool

    @property
    def target(self) -> Item:
        """The number that is judged: the one that the others lead to."""
        return self.count if self.enough else max(self.each, self.total, key=lambda item: item.index)

    @property
    def distance(self) -> tuple[bool, int, int]:
        """How far the three are apart; what is called a total or an average comes first."""
        each, count, total = self.each.index, self.count.index, self.total.index
        return not self.said, abs(total - each), abs(count - total)


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose the total of so many at so much each, or the value of each, whichever comes last in the text."""
    for item in passage.items:
        inner = item.index > 0 and is_nested(passage, passage.items[item.index - 1])
        if item.mention.number.nominal is not None and not item.is_percent and not inner and is_each(passage, item):
            frames = list(_frames(passage, item)) or list(_frames(passage, _alone(item)))
            yield from _proposals(sorted(frames, key=lambda frame: frame.distance))


def _alone(each: Item) -> Item:
    """Return a value without the thing that it is per, which the count may leave out: 每辆350万元，采购60辆."""
    measure = each.mention.measure
    kept = tuple(f for f in measure.factors if f.power > 0 or any(base in BASES for base, _ in f.unit.dimension))
    return replace(each, mention=replace(each.mention, measure=replace(measure, factors=kept)))


def _proposals(frames: list[Frame]) -> Iterator[Proposal]:
    """Yield a proposal for each number that may be the last of three; only the nearest can be an error."""
    targets: dict[Item, list[Frame]] = {}
    for frame in frames:
        targets.setdefault(frame.target, []).append(frame)
    for target, own in targets.items():
        firm = target == frames[0].target and own[0].said
        kind = "product" if target == own[0].total else "quotient"
        yield Proposal(kind, target.mention.span, tuple(_candidate(frame) for frame in own[: READINGS + 1]), firm=firm)


def _candidate(frame: Frame) -> Candidate:
    each, count, total = frame.each, frame.count, frame.total
    value = given("each", each, premise(each).replace(" 1/", "/") + frame.per)
    spans = stated(count) if count.dimension == _TIME else premise(count)  # 12 days are whole ones
    number, amount = given("count", count, spans), given("total", total, premise(total))
    if frame.target == count:
        return Candidate(f"total / each = {stated(count)}", (amount, value))
    if frame.target == total:
        return Candidate(f"count * each = {stated(total)}", (number, value))
    return Candidate(f"total / count = {stated(each).replace(' 1/', '/')}{frame.per}", (amount, number))


def _frames(passage: Passage, each: Item) -> Iterator[Frame]:
    """Yield how a value of each, a count and a total fit together, by their units."""
    unit, noun = _unit_before(passage, each), _noun_behind(passage, each)
    near = [one for one in passage.nearby(each, 2, 2) if one.index != each.index and _plain(one)]
    counts, totals = (
        [one for one in near if _may_count(one)],
        [one for one in near if _may_be_total(passage, each, one)],
    )
    found = ((count, total) for count in counts for total in totals if count is not total)
    pairs = [pair for pair in found if _ordered(each, *pair) and _fits(passage, each, *pair, unit)]
    pairs = [pair for pair in pairs if noun and pair[0].noun == noun] or pairs
    own = [pair for pair in pairs if all(one.sentence == each.sentence for one in pair)]
    per = f"/{unit.name}" if unit else ""
    for count, total in own or pairs:
        said = _is_named(passage, count) and _is_told(passage, each, count, total, noun)
        yield Frame(each, count, total, per, _enough(passage, count, total), said)


def _is_told(passage: Passage, each: Item, count: Item, total: Item, noun: str) -> bool:
    """Whether words say that the last one is the total or the average; plainer ones where sentences lie between."""
    if count.sentence == each.sentence == total.sentence:
        said = _said(passage, each, total) or _is_per_counted(passage, each, count, noun)
        return said and not _is_of_next_clause(passage, each, count, total)
    return _is_kin(each, count, total, noun) and _said(passage, each, total, "_across")


def _is_per_counted(passage: Passage, each: Item, count: Item, noun: str) -> bool:
    """Whether a value right behind a count is told per that: 84 saves in 28 games, 3 saves a game."""
    return bool(noun) and count.index == each.index - 1 and count.noun == noun and "," in passage.between(count, each)


def _is_of_next_clause(passage: Passage, each: Item, count: Item, total: Item) -> bool:
    """Whether a count and its value stand in a clause without the total: fined $9m and told to pay 40 men $200 each."""
    told = total.index < count.index < each.index and not _PAUSE.search(passage.between(count, each))
    return told and _CLAUSE.search(passage.between(total, count)) is not None


def _enough(passage: Passage, count: Item, total: Item) -> bool:
    """Whether it is the count that is said last: 685 MWh, enough to run 63 homes."""
    between = passage.between(total, count) if total.index < count.index else ""
    return total.sentence == count.sentence and cue("each", "enough").search(between) is not None


def _noun_behind(passage: Passage, each: Item) -> str:
    """Return the noun that a value is per: cabinet of ``300 to the cabinet``."""
    m = _PER_NOUN.match(passage.after(each, _TAIL))
    return (
        m[1] if m else each.mention.measure.name.rpartition(" per ")[2] if " per " in each.mention.measure.name else ""
    )


def _plain(item: Item) -> bool:
    number = item.mention.number
    return number.nominal is not None and number.nominal > 0 and not item.is_percent and number.kind != "rough"


def _fits(passage: Passage, each: Item, count: Item, total: Item, unit: Unit | None) -> bool:
    """Whether the units say so: a count of things times a value is a value of that kind."""
    if unit:
        known = unit.dimension != _TIME or _is_only_span(passage, each, count)
        return known and count.dimension == unit.dimension and each.dimension == total.dimension
    per = _per(each)
    if per == _TIME:
        return _is_mean(passage, each, count, total)
    if per:
        return count.dimension == per and multiply(each.dimension, per) == total.dimension
    if not each.dimension and total.index < each.index and total.noun not in {each.noun, ""} and each.noun:
        return False
    adjective = passage.folded.startswith("-", count.mention.numeral.end)  # the 12-storey house
    return (
        not adjective
        and _is_number_of(passage, count, each, total)
        and not count.dimension
        and each.dimension == total.dimension
    )


def _may_count(item: Item) -> bool:
    """Whether a number may be the count: no bound, and several."""
    number = item.mention.number
    return (number.nominal or 0) >= _LEAST and number.hedge not in {"more", "less", "least", "most"}


def _may_be_total(passage: Passage, each: Item, total: Item) -> bool:
    """Whether a number may be the total of values: not of another noun, and not of each itself."""
    return _is_of_kind(each, total) and not is_plainly_each(passage, total) and not _are_two_kinds(passage, each, total)


def _is_of_kind(each: Item, total: Item) -> bool:
    """Whether a total may be of the kind of the values: no two nouns, and not per something."""
    if not each.dimension and each.noun and total.noun and each.noun != total.noun:
        return False
    counters = {each.counter, total.counter} - {""}
    if not each.dimension and len(counters) > 1 and each.counter != "个" and not same_counter(each, total):
        return False
    return not per_a_noun(total.mention.measure) and not total.mention.measure.name.endswith(_AGE)


def _is_number_of(passage: Passage, count: Item, each: Item, total: Item) -> bool:
    """Whether a number counts what the others are values of: 25座 stations, a crew of 14."""
    if cue("each", "no_count").fullmatch(count.noun):
        return False
    if count.noun:
        return count.noun not in {each.noun, total.noun}
    if _is_named(passage, count):
        return not count.counter or count.counter not in {each.counter, total.counter}
    return bool(each.dimension)


def _are_two_kinds(passage: Passage, each: Item, total: Item) -> bool:
    """Whether Chinese counts of people are of two kinds: 每所学校有教师45人，学生共6.8万人."""
    if not each.counter == total.counter == "人":
        return False
    return len({m["noun"] for item in (each, total) if (m := _KIND.search(passage.before(item, 8)))}) > 1


def _is_named(passage: Passage, count: Item) -> bool:
    """Whether something says what a number counts: 25座 stations, a crew of 14, and every measure."""
    named = count.noun or count.counter or count.dimension
    return bool(named) or cue("each", "group").search(passage.before(count, _TAIL)) is not None


def _is_mean(passage: Passage, each: Item, count: Item, total: Item) -> bool:
    """Whether a value for each hour or day is called a mean, and only one span of time is there to divide by."""
    amount = multiply(each.dimension, _TIME) == total.dimension
    alone = _is_only_span(passage, each, count) and total.sentence == count.sentence
    return amount and alone and is_mean(passage, each)


def _is_only_span(passage: Passage, each: Item, count: Item) -> bool:
    return [one for one in passage.nearby(each, 1, 0) if one.dimension == _TIME] == [count]


def _unit_before(passage: Passage, each: Item) -> Unit | None:
    """Return the unit that a value is said to be per: 亩 of 亩产520公斤, 公斤 of 每公斤合8元."""
    told = any(factor.power < 0 for factor in each.mention.measure.factors)
    m = None if told else _PER_ZH.search(passage.before(each, 12))
    words = (m["of"] or m["each"]) if m else ""
    units = (passage.units.lookup(words[:end]) for end in range(len(words), 0, -1))
    return next((unit for unit in units if unit and all(base in BASES for base, _ in unit.dimension)), None)


def _per(each: Item) -> Dimension:
    """Return what a value is per, by its unit: an area for dollars per acre."""
    below = [factor for factor in each.mention.measure.factors if factor.power < 0]
    total: Dimension = ()
    for factor in below:
        total = multiply(total, power(factor.unit.dimension, -factor.power))
    return total


def _ordered(each: Item, count: Item, total: Item) -> bool:
    """Whether the count comes before what is said last: 63 homes at 10.8 MWh each are told of a total before them."""
    return count.index < max(each.index, total.index)


def _is_kin(each: Item, count: Item, total: Item, noun: str) -> bool:
    """Whether numbers of several sentences are of one kind: of a unit, of one noun, or each of what is counted."""
    measured = bool(each.dimension) and each.dimension != _TIME
    return measured or (each.noun == total.noun != "") or (count.noun == noun != "")


def _said(passage: Passage, each: Item, total: Item, across: str = "") -> bool:
    """Whether words say that a number is the total, or the average; ``across`` sentences they must be plainer."""
    if total.index > each.index:
        before, behind = passage.before(total, min(40, total.start - each.end)), passage.after(total, 24)
        if _ANOTHER_TOTAL.search(before) or _OF_ANOTHER.search(before):
            return False
        named = cue("each", f"total{across}").search(before) or cue("each", "total_behind").search(behind)
        return bool(named or (not across and _OR.search(before)))
    known = cue("each", f"average{across}")
    front, behind = passage.before(each, 40), passage.after(each, _TAIL)
    another = _OF_ANOTHER.search(front) is not None  # with bags at $30 each
    another = another or cue("each", "own_value").search(front) is not None
    return bool(known.search(front) or known.search(behind)) and not another
