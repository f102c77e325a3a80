"""The part of a year that a sentence says a value is of: the third quarter, 前三季度, 12月."""

from factcheck.draft.text.passage import Item, Passage
from factcheck.draft.words.cues import cue
from factcheck.draft.words.phrases import phrases, spaced

_ORDINAL, _PART = "第", "份"


def are_of_two_periods(passage: Passage, first: Item, second: Item) -> bool:
    """Whether two values are said to be of different periods."""
    one, other = period(passage, first), period(passage, second)
    return bool(one and other) and one != other


def period(passage: Passage, item: Item) -> str:
    """Return the last period that its sentence names before a value, where no comparison leads to it; else nothing."""
    start = passage.sentences[item.sentence].span.start
    words = spaced(passage.folded[start : item.start])
    led = phrases("dated", "not_before")
    found = (m for m in cue("period", "named").finditer(words) if not led.ending(words[: m.start()].rstrip()))
    return next(reversed([m[0] for m in found]), "").removeprefix(_ORDINAL).removesuffix(_PART)
