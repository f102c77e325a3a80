"""What a mention is by its unit: a rate, points, a multiple, a time; and the two ends of ``from A to B``."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.draft.text.passage import Item, Passage

_TIME = (("time", 1),)
_TIMES = {"倍", "番", "fold", "time"}
_PERCENT = ("percent", "percentage", "per cent")


def ends_of(item: Item) -> Iterator[Item]:
    """Yield a quantity, or the two ends of ``from A to B``."""
    ends = item.mention.ends
    if ends is None:
        yield item
        return
    if item.mention.text[:4].casefold() in {"from", "up f", "down"} or item.mention.text[:1] in "从由自":
        yield from (replace(item, mention=end) for end in ends)


def is_multiple(passage: Passage, item: Item) -> bool:
    """Whether it counts how many times: 4.5 times, 3倍, a factor of 20."""
    if item.mention.measure.name in _TIMES:
        return True
    after = passage.folded[item.end : item.end + 12].lstrip(" -")
    before = passage.folded[max(0, item.start - 12) : item.start]
    return after.startswith(("times", "fold", "倍", "番")) or before.endswith("factor of ")


def is_rate(item: Item) -> bool:
    """Whether it is a percentage, with or without ``a year`` behind it."""
    name = item.mention.measure.name
    return name in _PERCENT or name.startswith("percent per ")


def is_points(item: Item) -> bool:
    """Whether it counts percentage points or basis points."""
    return item.mention.measure.name in {"percentage point", "basis point"}


def is_time(item: Item) -> bool:
    """Whether it is a span of time, which may say when a value held: ten years ago."""
    return item.dimension == _TIME or item.mention.measure.name == "quarter"


def is_date(item: Item) -> bool:
    """Whether it is a span of days or more, as in: ten years ago."""
    return is_time(item) and item.mention.measure.name not in {"second", "minute", "hour"}
