"""What a mention is by its unit: a rate, points, a multiple, a time; and the two ends of ``from A to B``."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.draft.text.passage import Item, Passage
from factcheck.draft.words import multiples
from factcheck.quantity.languages import languages, of_tables, prose_table

_TIME = (("time", 1),)
_DAY = 86_400
"""In seconds."""
_PERCENT = ("percent", "percentage", "per cent")


def ends_of(item: Item) -> Iterator[Item]:
    """Yield a quantity, or the two ends of ``from A to B``."""
    ends = item.mention.ends
    if ends is None:
        yield item
        return
    if is_from_to(item):
        yield from (replace(item, mention=end) for end in ends)


def is_from_to(item: Item) -> bool:
    """Whether a range may be a change from one value to another: from 5 to 6, 从5到6, but not between 5 and 6."""
    return item.mention.ends is not None and item.mention.text.casefold().startswith(_openers())


@of_tables
def _openers() -> tuple[str, ...]:
    """Return the words before the first of two numbers whose second one has a word for *to* before it."""
    proses = [prose_table(language) for language in languages()]
    return tuple(
        word
        for prose in proses
        for word, closers in prose["between"].items()
        if not set(closers).isdisjoint(prose["to"])
    )


def is_multiple(passage: Passage, item: Item) -> bool:
    """Whether it counts how many times: 4.5 times, 3倍, a factor of 20."""
    if item.mention.measure.name in multiples.names() or passage.before(item, 12).endswith(multiples.before()):
        return True
    return multiples.behind().match(passage.after(item, 12)) is not None


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
    return is_time(item) and not (item.dimension == _TIME and item.scale < _DAY)
