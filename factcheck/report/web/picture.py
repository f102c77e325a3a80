"""A picture of two intervals on one axis, as SVG: what is stated and what was derived, so that a gap is seen."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from factcheck.model.report import Range
from factcheck.quantity.shown import decimal
from factcheck.report.web.axis import Axis, axis, is_date, number
from factcheck.report.web.headline import is_ratio
from factcheck.report.web.page import element, escaped
from factcheck.report.web.speech import Speech

_HEIGHT, _BOTTOM, _LETTERS = 78, 58, 73
_LANES = {"stated": 18, "derived": 42}
_BETWEEN = 34
_LEFT = 15
_NARROW = 0.9
_WIDE_GAP = 14
_FACTOR = 2
_DIGITS, _ALL_DIGITS = 6, 12
_POWER = re.compile(r"e\+?(-?)0*")

Meeting = Literal["apart", "overlap", "inside"]


class Span(NamedTuple):
    """An interval to draw; None is an end at infinity, ``point`` the nominal value where the interval holds it."""

    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    point: float | None

    def near(self, other: "Span") -> float | None:
        """Return the point, or the end on the side of another interval."""
        gap = _gap(self, other)
        return self.point if self.point is not None or gap is None else gap[self.high != gap[0]]

    def values(self) -> list[float]:
        """Return what has to be on the axis."""
        return [value for value in (self.low, self.high, self.point) if value is not None]


def picture(stated: Range, derived: Range, speech: Speech) -> str:
    """Return the picture; empty where the two cannot be drawn on one axis."""
    spans = span(stated), span(derived)
    days = _days(stated) and _days(derived)
    values = [value for one in spans if one is not None for value in one.values()]
    if None in spans or (_days(stated) or _days(derived)) != days or not values:
        return ""
    first, second = (one for one in spans if one is not None)
    below, above = (None in ends for ends in ((first.low, second.low), (first.high, second.high)))
    scale = axis(values, open_below=below, open_above=above, days=days)
    if scale is None:
        return ""
    drawn = "".join(_drawn(scale, first, second, _Letters(days, stated if is_ratio(stated) else None, speech)))
    names = "".join(
        element("text", escaped(speech["picture"][name]), x="0", y=str(y + 4), class_=f"name {name}")
        for name, y in _LANES.items()
    )
    plot = element("svg", drawn, x=f"{_LEFT}%", width=f"{100 - _LEFT}%", height=str(_HEIGHT), overflow="visible")
    return element(
        "svg", names + plot, class_="gap", role="img", aria_label=_told(stated, derived, speech), height=str(_HEIGHT)
    )


def span(found: Range) -> Span | None:
    """Return a range as numbers to draw; None where they are out of reach."""
    try:
        low, high, nominal = (None if end is None else number(end) for end in (found.low, found.high, found.nominal))
    except (ValueError, OverflowError):
        return None
    inside = nominal is not None and _holds(low, high, found, nominal)
    return Span(low, high, found.low_open, found.high_open, nominal if inside and not _is_wide_date(found) else None)


def _holds(low: float | None, high: float | None, found: Range, x: float) -> bool:
    above = low is None or (low < x if found.low_open else low <= x)
    return above and (high is None or (x < high if found.high_open else x <= high))


def _days(found: Range) -> bool:
    ends = [end for end in (found.low, found.high, found.nominal) if end is not None]
    return not found.unit and bool(ends) and all(is_date(end) for end in ends)


def _is_wide_date(found: Range) -> bool:
    return _days(found) and found.low != found.high


def meeting(stated: Span, derived: Span) -> Meeting:
    """Return how two intervals lie to each other."""
    gap = _gap(stated, derived)
    if gap is not None:
        return "apart"
    low = stated.low is None or (derived.low is not None and derived.low >= stated.low)
    high = stated.high is None or (derived.high is not None and derived.high <= stated.high)
    return "inside" if low and high else "overlap"


def _gap(one: Span, other: Span) -> tuple[float, float] | None:
    """Return what lies between two intervals that have nothing in common."""
    for lower, upper in ((one, other), (other, one)):
        if lower.high is None or upper.low is None:
            continue
        if lower.high < upper.low or (lower.high == upper.low and (lower.high_open or upper.low_open)):
            return lower.high, upper.low
    return None


def _told(stated: Range, derived: Range, speech: Speech) -> str:
    """Tell the picture in words."""
    words, label = speech["picture"], speech["label"]
    first, second = span(stated), span(derived)
    how = words[meeting(first, second)] if first and second else ""
    texts = (f"{label[name]}: {speech.said(one.text, 'values')}" for name, one in _named(stated, derived))
    return "; ".join((*texts, how))


def _named(stated: Range, derived: Range) -> tuple[tuple[str, Range], ...]:
    return ("stated", stated), ("derived", derived)


class _Letters(NamedTuple):
    """How numbers are written under the axis: as days, as a ratio like the stated one, else with scale words."""

    days: bool
    ratio: Range | None
    speech: Speech

    def under(self, marks: Sequence[float]) -> list[str]:
        """Write the marks of an axis, with as many digits as tell them apart."""
        short = [self._write(mark) for mark in marks]
        return short if len(set(short)) == len(marks) else [_tidy(f"{mark:,.{_ALL_DIGITS}g}") for mark in marks]

    def _write(self, value: float) -> str:
        if self.days:
            return date.fromordinal(int(value)).isoformat() if 1 <= value <= date.max.toordinal() else f"{value:g}"
        return _ratio(value, self.ratio) if self.ratio else scaled(value, self.speech)

    def far(self, stated: Span, derived: Span) -> str:
        """Write how far the points lie apart (the ends, where there is none), short enough to stand in the gap."""
        n, x = stated.near(derived), derived.near(stated)
        if self.ratio or n is None or x is None:
            return ""
        if self.days:
            return str(self.speech["picture"]["days"].format(n=decimal(int(abs(x - n)))))
        return _relative(x / n, self.speech) if n and x / n > 0 else ""


def _relative(factor: float, speech: Speech) -> str:
    if factor >= _FACTOR:
        return f"× {scaled(float(f'{factor:.3g}'), speech)}"
    if factor * _FACTOR <= 1:
        return f"÷ {scaled(float(f'{1 / factor:.3g}'), speech)}"
    return f"{'+' if factor > 1 else '−'}{abs(factor - 1) * 100:.2g} %"


def _ratio(value: float, like: Range) -> str:
    """Write a quotient as a ratio with its sides in the order of another one."""
    if value <= 0 or like.nominal is None:
        return ""
    second = like.text.startswith("1:") == (float(like.nominal) >= 1)
    great = f"{max(value, 1 / value):.4g}"
    return f"1:{great}" if (value >= 1) == second else f"{great}:1"


def scaled(value: float, speech: Speech) -> str:
    """Write a round number with a scale word where it is large: ``50 billion``, ``500亿``."""
    for power, word in speech["scales"]:
        if 10.0**power <= abs(value) < 10.0 ** (power + 4):
            return f"{_plain(value / 10.0**power)}{word}"
    return _plain(value)


def _plain(value: float) -> str:
    return _tidy(f"{value:,.{_DIGITS}g}")


def _tidy(text: str) -> str:
    """Write a minus as one, and a power of ten without needless signs."""
    return _POWER.sub(r"e\1", text).replace("-", "−")


def _drawn(scale: Axis, stated: Span, derived: Span, letters: _Letters) -> Iterator[str]:
    yield from _between(scale, stated, derived, letters)
    yield f'<line x1="0" x2="100%" y1="{_BOTTOM}" y2="{_BOTTOM}" class="axis"/>'
    marks = scale.day_marks() if letters.days else scale.marks()
    for i, (mark, text) in enumerate(zip(marks, letters.under(marks), strict=True)):
        x = _x(scale.at(mark))
        yield f'<line x1="{x}" x2="{x}" y1="{_BOTTOM}" y2="{_BOTTOM + 4}" class="axis"/>'
        yield f'<text x="{x}" y="{_LETTERS}" class="mark{" minor" if i % 2 else ""}">{escaped(text)}</text>'
    for name, one in (("stated", stated), ("derived", derived)):
        yield element("g", "".join(_lane(scale, one, _LANES[name])), class_=name)


def _between(scale: Axis, stated: Span, derived: Span, letters: _Letters) -> Iterator[str]:
    """Shade the gap, and write how wide it is where there is room."""
    gap = _gap(stated, derived)
    if gap is None:
        return
    left, right = (scale.at(end) for end in gap)
    yield f'<rect x="{_x(left)}" width="{_x(right - left)}" y="8" height="{_BOTTOM - 8}" class="between"/>'
    far = letters.far(stated, derived)
    if far and right - left >= _WIDE_GAP:
        yield f'<text x="{_x((left + right) / 2)}" y="{_BETWEEN}" class="far">{escaped(far)}</text>'


def _lane(scale: Axis, one: Span, y: int) -> Iterator[str]:
    """Draw an interval: a bar with an upright at a closed end, a ring at an open one, an arrow at none."""
    left = 0.0 if one.low is None else scale.at(one.low)
    right = 100.0 if one.high is None else scale.at(one.high)
    if right - left >= _NARROW:
        yield f'<rect x="{_x(left)}" width="{_x(right - left)}" y="{y - 4}" height="8" class="bar"/>'
    else:
        yield f'<rect x="{_x((left + right) / 2)}" width="5" y="{y - 4}" height="8" class="bar narrow"/>'
    yield _end(left, y, infinite=one.low is None, ring=one.low_open, sign=-1)
    yield _end(right, y, infinite=one.high is None, ring=one.high_open, sign=1)
    if one.point is not None:
        yield f'<circle cx="{_x(scale.at(one.point))}" cy="{y}" r="4" class="point"/>'


def _end(at: float, y: int, *, infinite: bool, ring: bool, sign: int) -> str:
    x = _x(at)
    if infinite:
        path = f"M{-sign * 9} -8L0 0L{-sign * 9} 8Z"
        return f'<svg x="{x}" y="{y}" overflow="visible"><path d="{path}" class="arrow"/></svg>'
    if ring:
        return f'<circle cx="{x}" cy="{y}" r="4" class="ring"/>'
    return f'<line x1="{x}" x2="{x}" y1="{y - 7}" y2="{y + 7}" class="stop"/>'


def _x(per_cent: float) -> str:
    return f"{per_cent:.2f}%"
