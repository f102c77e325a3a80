"""Intervals as numbers to draw, and how two of them lie to each other."""

from typing import Literal, NamedTuple

from factcheck.model.report import Range
from factcheck.report.web.axis import is_date, number

Meeting = Literal["apart", "overlap", "inside"]


class Span(NamedTuple):
    """An interval to draw; None is an end at infinity, ``point`` the nominal value where the interval holds it."""

    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    point: float | None

    def near(self, other: "Span") -> float | None:
        """Return the point; of a bound, the bound."""
        gap = gap_between(self, other)
        bound = (self.low is None) != (self.high is None)
        return self.point if self.point is not None or gap is None or not bound else gap[self.high != gap[0]]

    def values(self) -> list[float]:
        """Return what has to be on the axis."""
        return [value for value in (self.low, self.high, self.point) if value is not None]


def span(found: Range) -> Span | None:
    """Return a range as numbers to draw; None where they are out of reach."""
    try:
        low, high, nominal = (None if end is None else number(end) for end in (found.low, found.high, found.nominal))
    except (ValueError, OverflowError):
        return None
    inside = nominal is not None and _holds(low, high, found, nominal)
    return Span(
        low, high, found.low_open, found.high_open, nominal if inside and not _is_stretch_of_days(found) else None
    )


def _holds(low: float | None, high: float | None, found: Range, x: float) -> bool:
    above = low is None or (low < x if found.low_open else low <= x)
    return above and (high is None or (x < high if found.high_open else x <= high))


def is_days(found: Range) -> bool:
    """Whether a range is one of days."""
    ends = [end for end in (found.low, found.high, found.nominal) if end is not None]
    return not found.unit and bool(ends) and all(is_date(end) for end in ends)


def _is_stretch_of_days(found: Range) -> bool:
    return is_days(found) and found.low != found.high


def meeting(stated: Span, derived: Span) -> Meeting:
    """Return how two intervals lie to each other."""
    gap = gap_between(stated, derived)
    if gap is not None:
        return "apart"
    low = stated.low is None or (derived.low is not None and derived.low >= stated.low)
    high = stated.high is None or (derived.high is not None and derived.high <= stated.high)
    return "inside" if low and high else "overlap"


def gap_between(one: Span, other: Span) -> tuple[float, float] | None:
    """Return what lies between two intervals that have nothing in common."""
    for lower, upper in ((one, other), (other, one)):
        if lower.high is None or upper.low is None:
            continue
        if lower.high < upper.low or (lower.high == upper.low and (lower.high_open or upper.low_open)):
            return lower.high, upper.low
    return None
