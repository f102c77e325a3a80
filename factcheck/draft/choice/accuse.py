"""Which numbers are wrong, and which are worth a look: what a construction states, and what does not hold."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import accumulate, islice
from typing import NamedTuple

from factcheck.draft.choice.explain import Explanation, Explanations
from factcheck.draft.choice.roles import is_change
from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.constructed import Constructed
from factcheck.draft.equations.slip import has_moved_point, is_miswritten, is_overfull, may_be_miswritten
from factcheck.draft.evidence.chance import chance
from factcheck.draft.quantities.kind import ALIKE, APART, LOOSE, is_count, likeness
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.quantities.quantity import MEASURE, SHARE, TIMES
from factcheck.draft.text.dates import whens
from factcheck.draft.text.periods import are_of_two_periods
from factcheck.draft.words.cues import cue
from factcheck.draft.words.meanings import CODES

_TOTAL, _PRODUCT, _CHANGE = "total", "product", "percent_change"
_SHARE = "share"
_NEAREST = frozenset({"part", "product", "quotient", "difference", "multiple"})
"""The rules whose wordings take the nearest number, where one before it may be meant."""
_LISTED = 8
"""So many quantities before a list or a share may belong to it, too."""
_FAR = 3
"""Off by more than this is no slip but a wrong pairing, unless its digits are those of a slip."""
_FAR_OFF_SUM = 1.3
"""A list whose sum is off by more than this names only some of the parts, or something else."""
_SLIP = 35
"""Off by more than this even the digits of a slip are those of another number."""
_PREFIXES, _PREFIXED = (10**3, 10**6), 0.005
"""What is off by just this has the digits of what is right, and another prefix or scale word: GB for MB, billions."""
_ELSE = 0.9
"""With this likelihood it is another equation that arithmetic finds that a number is meant by, whatever words say."""
_WHOLE = 0.015
"""By so much the shares of all parts, rounded as they are, may differ from 100 %."""
_TINY = 10
_HANDFUL = 6
_ROUNDING = 1.5
_LOOSE = 0.05
"""What is hedged may be off by so much on the wrong side."""
_DATED = 6
"""So near behind a number of a list a year says that it is of another time: 150 in 1990, 80 in 1950."""
_BESIDE = 48
"""How many letters before and behind a number may say that it is reckoned on another basis."""
_CHANCE = 0.05
"""What holds as easily as this the other way round is no slip of the direction."""
_CLEAR = 0.08
"""Off by less than this a change holds both ways round, as the numbers are rounded."""
_CLAUSE = re.compile(r"[.;,，。；]")
_YEARLY = CODES["yearly"]
_OTHER_RATE = re.compile(r"%,[^Q%.;,]*%")
"""Behind a percentage a clause with one of its own: 同比增长20%，环比增长5%."""
_NEAR = 6
"""How many words behind a percentage may say that it is one of each year, or against the year before."""
_PAIR = 2


class Accusation(NamedTuple):
    """An equation that a construction states and that does not hold; ``sure`` where it is wrong, else a query."""

    candidate: Candidate
    row: str
    sure: bool


def accusations(
    layout: Layout, stated: Iterable[Constructed], ways: Explanations, sure: frozenset[str]
) -> Iterator[Accusation]:
    """Yield what is wrong or worth a look; ``sure`` are the constructions whose record allows to say wrong."""
    for one in stated:
        candidate = one.candidate
        if one.row.quiet:
            continue
        if is_turned_round(candidate) and not _is_stated(ways.get(candidate.target.index, ())):
            yield Accusation(candidate, one.row.id, sure=False)
        elif candidate.fails and not is_excused(layout, candidate, ways):
            plain = _is_sure(layout, one) and _is_plain(candidate) and not is_last_digit(candidate)
            yield Accusation(candidate, one.row.id, plain and one.row.id in sure)


def _is_sure(layout: Layout, one: Constructed) -> bool:
    """Whether a row may say wrong; where it only may of slips, or the total is far off, if the number surely is one."""
    candidate = one.candidate
    if one.row.sure and not one.row.slips and not (candidate.schema.rule == _TOTAL and _is_far_off(candidate)):
        return True
    return one.row.sure and (is_miswritten(candidate) or is_overfull(candidate, layout.line))


def _is_far_off(candidate: Candidate) -> bool:
    """Whether a total is off by so much, and by no digit, that its list may be another one."""
    stated, derived, step = abs(candidate.target.value), candidate.derived, candidate.target.step
    off = max(stated / derived, derived / stated)
    return off >= _FAR_OFF_SUM and not is_slip(round(stated / step), derived / step)


def _is_stated(known: Iterable[Explanation]) -> bool:
    """Whether words state what a number is."""
    return any(one.row for one in known)


def is_turned_round(candidate: Candidate) -> bool:
    """Whether a change holds only the other way round: a fall of 14.3 % from 16 to 14, a rise of 20 % from 100 to 80.

    Two of 300 such wordings in published texts are right, a price that is told the other way round: worth a look.
    """
    if candidate.schema.rule != _CHANGE or candidate.holds:
        return False
    before, after = (one.value for one in candidate.inputs)
    if not before or not after or not any(_is_told(candidate, abs(after - before) / base) for base in (before, after)):
        return False
    clear = abs(abs(candidate.target.value) - candidate.derived) >= _CLEAR * candidate.derived
    return candidate.derived < 0 or (not candidate.fails and clear)


def _is_told(candidate: Candidate, value: float) -> bool:
    """Whether a value is what is stated, and hardly by chance."""
    found = replace(candidate, derived=value)
    return found.holds and chance(found) <= _CHANCE


def is_excused(layout: Layout, candidate: Candidate, ways: Explanations) -> bool:
    """Whether something else speaks: another equation explains the number, or it is no slip but another number."""
    operands = {one.index for one in candidate.operands}
    known = ways.get(candidate.target.index, ())
    others = (one for one in known if one.row or not _is_over(one.candidate, operands))
    if any(one.row or one.belief >= _ELSE for one in islice(others, 1)) or _is_of_other_whole(layout, candidate, known):
        return True
    if not _is_near(candidate) or is_hedged(candidate) or _is_few(candidate) or _is_other_list(layout, candidate):
        return True
    if _has_part_before(layout, candidate) or _has_other_whole(layout, candidate):
        return True
    if _holds_of_another(layout, candidate, ways):
        return True
    return _is_taken(candidate, ways) or _is_rate(layout, candidate)


def _is_of_other_whole(layout: Layout, candidate: Candidate, known: Iterable[Explanation]) -> bool:
    """Whether a share is that of its part in another whole, or in two together, or the whole is of another period."""
    if candidate.schema.rule != _SHARE:
        return False
    part, whole = candidate.inputs
    shares = (one.candidate for one in known if one.candidate.schema.rule == _SHARE)
    if any(one.inputs[0].index == part.index and one.inputs[1].index < candidate.target.index for one in shares):
        return True
    return _is_of_two_wholes(layout, candidate) or are_of_two_periods(layout.passage, part.item, whole.item)


def _is_of_two_wholes(layout: Layout, candidate: Candidate) -> bool:
    """Whether a share is one of the whole and what is told before it: 300 boys and 200 girls, 50 of them, or 10 %."""
    part, whole = candidate.inputs
    before = layout.quantities[max(0, whole.index - 1)]
    if before.index in (part.index, whole.index) or before.sentence != whole.sentence:
        return False
    if before.code != MEASURE or likeness(before, whole) == APART:
        return False
    return replace(candidate, derived=part.value / (whole.value + before.value)).holds


def _has_part_before(layout: Layout, candidate: Candidate) -> bool:
    """Whether what a list lacks of its total is told before it: 21 in the north; 46 and 31, 98 in all."""
    if candidate.schema.rule != _TOTAL or candidate.derived >= candidate.target.low:
        return False
    first = min(one.index for one in (candidate.target, *candidate.values))
    low, high = (end - candidate.derived for end in (candidate.target.low, candidate.target.high))
    before = layout.quantities[max(0, first - _LISTED) : first]
    return any(low <= one.value <= high and likeness(candidate.target, one) != APART for one in before)


def _has_other_whole(layout: Layout, candidate: Candidate) -> bool:
    """Whether a share is right of another whole that is told before it."""
    if candidate.schema.rule != _SHARE:
        return False
    part, whole = (candidate.inputs[candidate.schema.inputs.index(name)] for name in ("part", "whole"))
    before = layout.quantities[max(0, candidate.target.index - _LISTED) : candidate.target.index]
    others = (one for one in before if one.index not in (part.index, whole.index) and one.value > part.value)
    low, high = candidate.said
    return any(low <= part.value / one.value <= high for one in others if likeness(part, one) >= LOOSE)


def _holds_of_another(layout: Layout, candidate: Candidate, ways: Explanations) -> bool:
    """Whether what is stated is right of another number that is told before it, in the place of one of the inputs.

    Of ``90,000 books, 16,000 more than the 74,000 of 2023. Half of them, 45,000`` the nearest is not the whole.
    A number of which words state another such equation is not meant: ``61 and 90, from 50 and 78, rises of 11 and 17``.
    """
    rule = candidate.schema.rule
    if rule not in _NEAREST or candidate.values:
        return False
    taken = ways.bound.get(rule, frozenset()).union(part.index for part in candidate.operands)
    before = layout.quantities[max(0, candidate.target.index - _LISTED) : candidate.target.index]
    return any(
        candidate.with_input(place, other).holds
        for place, one in enumerate(candidate.inputs)
        for other in before
        if other.index not in taken and likeness(one, other) != APART
    )


def _is_near(candidate: Candidate) -> bool:
    stated, derived, step = abs(candidate.target.value), candidate.derived, candidate.target.step
    if stated <= 0 or derived <= 0 or _has_part_below(candidate):
        return False
    off = max(stated / derived, derived / stated)
    item = candidate.target.item
    prefixed = not candidate.values and (item.mention.measure.factors or item.mention.number.scale > 1)
    if prefixed and any(abs(off - one) <= one * _PREFIXED for one in _PREFIXES):
        return True
    if candidate.schema.rule == _TOTAL and off >= _FAR and len(candidate.values) <= _PAIR:
        return has_moved_point(candidate)
    if off < _SLIP and not candidate.values and (_is_moved(candidate) or _is_swapped(candidate)):
        return True
    if off < _SLIP and step > 0 and (is_slip(round(stated / step), derived / step) or may_be_miswritten(candidate)):
        return True
    far = _FAR_OFF_SUM if candidate.schema.rule == _TOTAL else _FAR
    return (off < far and not _has_part_above(candidate)) or _are_points(candidate)


def _is_moved(candidate: Candidate) -> bool:
    """Whether a number with decimals has its point a place too far to the right: 2.0 for 0.2."""
    target = candidate.target
    return "." in target.item.mention.number.text and abs(target.value / 10 - candidate.derived) <= target.step / 2


def _is_swapped(candidate: Candidate) -> bool:
    """Whether a number of two digits has them the other way round: 51 for 15."""
    step = candidate.target.step
    written = str(round(abs(candidate.target.value) / step)) if step > 0 else ""
    return len(written) == _PAIR and written == str(round(candidate.derived / step))[::-1]


def _is_other_list(layout: Layout, candidate: Candidate) -> bool:
    """Whether a list is no list of the parts of a total: its first ones are it already, or one is of another year."""
    if candidate.schema.rule != _TOTAL:
        return False
    low, high = candidate.target.low, candidate.target.high
    if any(low <= total <= high for total in accumulate(one.value for one in candidate.values)):
        return True
    if any(low <= one.value <= high for one in candidate.values) or _lacks_shares(layout, candidate):
        return True  # 2,000 m (6,562 ft, 1.24 miles): it is said again in another unit
    dates = {date.span.start for date in whens(layout.passage, candidate.target.sentence)}
    return any(dates & set(range(one.end, one.end + _DATED)) for one in candidate.values)


def _lacks_shares(layout: Layout, candidate: Candidate) -> bool:
    """Whether a share is told of each part of a list, and they are not the whole: 500人，占61%，300人，占36.6%."""
    known = layout.quantities
    behind = [known[one.index + 1] for one in candidate.values if one.index + 1 < len(known)]
    shares = [one.value for one in behind if one.code == SHARE and not is_change(one)]
    return len(shares) == len(candidate.values) and abs(sum(shares) - 1) > _WHOLE


def is_slip(stated: int, derived: float) -> bool:
    """Whether a number has the digits of another but for one of them, or for where its point stands."""
    written, right = str(stated), str(round(derived))
    width = max(len(written), len(right))
    if sum(a != b for a, b in zip(written.zfill(width), right.zfill(width), strict=True)) <= 1:
        return True
    up, down = abs(derived * 10 - stated) <= 5, abs(derived / 10 - stated) <= 1 / 2  # noqa: PLR2004 - half a last digit
    return len(written.strip("0")) > 1 and (up or down)


def _has_part_above(candidate: Candidate) -> bool:
    """Whether one part alone is more than the total: it is no part of it."""
    return any(candidate.target.high < one.low <= candidate.derived for one in candidate.values)


def _has_part_below(candidate: Candidate) -> bool:
    """Whether one part is too small to count: its scale word is missing, or it is of something else."""
    return any(one.value < candidate.target.step / _TINY for one in candidate.values)


def _are_points(candidate: Candidate) -> bool:
    """Whether a change of a percentage was said in points and called per cent."""
    shares = [one.value for one in candidate.inputs if one.code == SHARE]
    if not candidate.schema.signed or len(shares) != _PAIR:
        return False
    return candidate.target.low <= abs(shares[0] - shares[1]) <= candidate.target.high


def _is_taken(candidate: Candidate, ways: Explanations) -> bool:
    """Whether words say of the same operands what holds: then the number is of something else."""
    return (candidate.schema.rule, frozenset(one.index for one in candidate.operands)) in ways.first


def _is_over(candidate: Candidate, operands: AbstractSet[int]) -> bool:
    """Whether an equation is of the same operands: what holds of them in another order is the slip itself."""
    return {one.index for one in candidate.operands} == operands


def _is_few(candidate: Candidate) -> bool:
    """Whether it is a total of a handful, which easily is one of something else: five people, two of them, two more."""
    return bool(candidate.values) and candidate.is_exact and abs(candidate.target.value) < _HANDFUL


def is_hedged(candidate: Candidate) -> bool:
    """Whether a number is said with a hedge, or in words, and hardly off: ``nearly a third`` of what is 34 %."""
    target = candidate.target
    loose = bool(target.hedge) or target.item.mention.number.kind == "rough"
    return loose and abs(abs(target.value) - candidate.derived) <= _LOOSE * candidate.derived


def is_last_digit(candidate: Candidate) -> bool:
    """Whether the stated number is off by no more than one and a half of its last digit: a slip of rounding."""
    if candidate.target.code == TIMES or candidate.is_exact or candidate.is_to_the_cent:
        return False
    return abs(abs(candidate.target.value) - candidate.derived) <= _ROUNDING * candidate.target.step


def _is_rate(layout: Layout, candidate: Candidate) -> bool:
    """Whether a percentage is one of each year, or against the year before, whatever else is named."""
    if _has_other_basis(layout, candidate):
        return True
    place = layout.line.at(candidate.target.start)
    behind = layout.line.codes[place : place + 2 * _NEAR]
    return candidate.schema.signed and not _OTHER_RATE.match(behind) and _YEARLY in behind[:_NEAR]


def _has_other_basis(layout: Layout, candidate: Candidate) -> bool:
    """Whether words beside a number say that it is reckoned otherwise: like for like, including maintenance."""
    passage, item = layout.passage, candidate.target.item
    around = passage.before(item, _BESIDE) + " " + passage.after(item, _BESIDE)
    if candidate.schema.signed:
        return cue("basis", "change").search(around) is not None
    behind = _CLAUSE.split(passage.after(item, _BESIDE))[0]
    return candidate.schema.rule == _PRODUCT and cue("basis", "product").search(behind) is not None


def _is_plain(candidate: Candidate) -> bool:
    """Whether all numbers are surely of one kind, and none is only bounded or in words."""
    numbers = (candidate.target, *candidate.operands)
    like = candidate.schema.like
    measures = [one for one in candidate.operands if one.code == numbers[1].code]
    alike = (
        all(is_count(first) or likeness(first, second) == ALIKE for first in measures for second in measures)
        or not like
    )
    return alike and all(one.hedge in {"", "about", "nearly"} for one in candidate.operands)
