"""Whether a number is a share of something: 70 percent, a third, 三成; and whether it is what remains."""

from factcheck.draft.cues import cue
from factcheck.draft.passage import Item, Passage
from factcheck.quantity.words import majorities

_LEAD = 24


def is_share(item: Item) -> bool:
    """Whether a number is a percentage or a fraction, and no majority of votes (two thirds)."""
    number = item.mention.number
    if number.nominal is None:
        return False
    fraction = number.kind == "rough" and 0 < number.nominal < 1 and not item.dimension
    return (item.is_percent or fraction) and number.text.casefold() not in majorities()


def remains(passage: Passage, item: Item) -> bool:
    """Whether words before a share call it what remains: the remaining 15 percent."""
    return cue("shares", "remaining").search(passage.before(item, _LEAD)) is not None
