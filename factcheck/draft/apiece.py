"""Whether a number is a value of each: 230 tonnes each; $6,500 an acre; 单台流量15吨; 32 rows of 25 seats."""

import re

from factcheck.draft.cues import cue
from factcheck.draft.passage import Item, Passage, once
from factcheck.prose.mention import Measure
from factcheck.quantity.dimension import Dimension

_TAIL, _LEAD, _MEAN = 28, 32, 16
_TIME: Dimension = (("time", 1),)
_APART = re.compile(r"[0-9.;,。\uff1b，]")
_TWO = 10
_TWICE = re.compile(r"每[吨箱车件][\u3400-\u9fff]{0,2}每[\u3400-\u9fff]{1,4}$")
_ROWS_OF = re.compile(r"\s(?:[a-z-]+\s)?[a-z-]+s of\s")


@once
def is_each(passage: Passage, item: Item) -> bool:
    """Whether words around a value say that it is of each; ``$6,500 an acre`` says it in its unit."""
    number = item.mention.number
    if number.kind == "rough" or number.nominal == 1 or passage.is_multiple(item):
        return False
    if _TWICE.search(passage.before(item, _TWO)) and not is_mean(passage, item) and item.dimension:
        return False
    if cue("each", "no_each").search(passage.folded, item.mention.numeral.end, item.end + _MEAN):
        return False
    if _per_unit(item) or per_a_noun(item.mention.measure) or is_mean(passage, item):
        return True
    return _marked(passage, item)


def is_mean(passage: Passage, item: Item) -> bool:
    """Whether a number is called an average: an average of 800 loaves an hour; 平均每天1.5公里."""
    end = passage.items[item.index - 1].end if item.index else 0
    return cue("each", "mean").search(passage.before(item, max(0, min(_MEAN, item.start - end)))) is not None


@once
def is_plainly_each(passage: Passage, item: Item) -> bool:
    """Whether ``each`` or ``apiece`` stands right behind a number: $90 million each."""
    return cue("each", "behind_beside").match(passage.after(item, _TAIL).lstrip()) is not None


def _per_unit(item: Item) -> bool:
    """Whether a value is per a unit; per hour alone is a speed."""
    return any(factor.power < 0 and factor.unit.dimension != _TIME for factor in item.mention.measure.factors)


def per_a_noun(measure: Measure) -> bool:
    """Whether a unit is per something counted: dollar per share, not parts per million."""
    known = sum("_per_" in factor.unit.name or factor.power < 0 for factor in measure.factors)
    return measure.name.count(" per ") > known


def _marked(passage: Passage, item: Item) -> bool:
    following = passage.items[item.index + 1 : item.index + 2]
    behind = passage.after(item, min(_TAIL, following[0].start - item.end) if following else _TAIL)
    behind = cue("each", "no_each").sub("", behind)
    marks = [m for m in cue("each", "behind").finditer(behind) if not _APART.search(behind[: m.start()])]
    before = passage.before(item, min(_LEAD, item.start - _own_end(passage, item)))
    ahead = [m for m in cue("each", "before").finditer(before) if not _APART.search(before[m.end() :])]
    beside = cue("each", "behind_beside").match(behind.lstrip())
    return bool(marks or ahead or beside) or _each_of(passage, item) or _rows_of(passage, item)


def _own_end(passage: Passage, item: Item) -> int:
    """Return where the words before a number may begin: behind the ``each`` of another, as in ``$4 each and $6``."""
    end = passage.items[item.index - 1].end if item.index else 0
    m = cue("each", "behind").match(passage.folded, min(end + 1, item.start), item.start)
    return m.end() if m else 0


def _each_of(passage: Passage, item: Item) -> bool:
    """Read ``Each of the 500 racks draws 120 kW``: the count stands between."""
    previous = passage.items[item.index - 1] if item.index else item
    words = passage.before(previous, _TAIL) if previous.sentence == item.sentence and previous.counts else ""
    return cue("each", "each_of").search(words) is not None


def _rows_of(passage: Passage, item: Item) -> bool:
    """Read ``32 rows of 25 seats``: as many in each of so many."""
    previous = passage.items[item.index - 1] if item.index else item
    counted = previous.counts and bool(previous.noun) and bool(item.noun or item.dimension)
    return counted and _ROWS_OF.fullmatch(passage.between(previous, item)) is not None
