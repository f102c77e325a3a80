"""A picture of two intervals on one axis, as SVG: what is stated and what was derived, so that a gap is seen."""

from collections.abc import Iterator

from factcheck.model.report import Range
from factcheck.report.web.axis import Axis, axis
from factcheck.report.web.headline import is_ratio
from factcheck.report.web.letters import Letters
from factcheck.report.web.page import element, escaped
from factcheck.report.web.spans import Span, gap_between, is_days, meeting, span
from factcheck.report.web.speech import Speech

_HEIGHT, _BOTTOM, _LETTERS = 78, 58, 73
_LANES = {"stated": 18, "derived": 42}
_BETWEEN = 34
_LEFT = 15
_NARROW = 1.5
_WIDE_GAP = 14
_EARLY, _LATE = 5, 90
_FEW = 2


def picture(stated: Range, derived: Range, speech: Speech) -> str:
    """Return the picture; empty where the two cannot be drawn on one axis."""
    spans = span(stated), span(derived)
    days = is_days(stated) and is_days(derived)
    values = [value for one in spans if one is not None for value in one.values()]
    if None in spans or (is_days(stated) or is_days(derived)) != days or not values:
        return ""
    first, second = (one for one in spans if one is not None)
    below, above = (None in ends for ends in ((first.low, second.low), (first.high, second.high)))
    scale = axis(values, open_below=below, open_above=above, days=days)
    if scale is None:
        return ""
    drawn = "".join(_drawn(scale, first, second, Letters(days, stated if is_ratio(stated) else None, speech)))
    names = "".join(
        element("text", escaped(speech["picture"][name]), x="0", y=str(y + 4), class_=f"name {name}")
        for name, y in _LANES.items()
    )
    plot = element("svg", drawn, x=f"{_LEFT}%", width=f"{100 - _LEFT}%", height=str(_HEIGHT), overflow="visible")
    return element(
        "svg", names + plot, class_="gap", role="img", aria_label=_told(stated, derived, speech), height=str(_HEIGHT)
    )


def _told(stated: Range, derived: Range, speech: Speech) -> str:
    """Tell the picture in words."""
    words, label = speech["picture"], speech["label"]
    first, second = span(stated), span(derived)
    how = words[meeting(first, second)] if first and second else ""
    texts = (f"{label[name]}: {speech.said(one.text, 'values')}" for name, one in _named(stated, derived))
    return "; ".join((*texts, how))


def _named(stated: Range, derived: Range) -> tuple[tuple[str, Range], ...]:
    return ("stated", stated), ("derived", derived)


def _drawn(scale: Axis, stated: Span, derived: Span, letters: Letters) -> Iterator[str]:
    yield from _between(scale, stated, derived, letters)
    yield f'<line x1="0" x2="100%" y1="{_BOTTOM}" y2="{_BOTTOM}" class="axis"/>'
    marks = scale.day_marks() if letters.days else scale.marks()
    for i, (mark, text) in enumerate(zip(marks, letters.under(marks), strict=True)):
        at = scale.at(mark)
        side = " early" if at < _EARLY else " late" if at > _LATE else ""
        yield f'<line x1="{_x(at)}" x2="{_x(at)}" y1="{_BOTTOM}" y2="{_BOTTOM + 4}" class="axis"/>'
        kinds = f"mark{side}{' minor' if i % 2 and len(marks) > _FEW else ''}"
        yield f'<text x="{_x(at)}" y="{_LETTERS}" class="{kinds}">{escaped(text)}</text>'
    for name, one in (("stated", stated), ("derived", derived)):
        yield element("g", "".join(_lane(scale, one, _LANES[name])), class_=name)


def _between(scale: Axis, stated: Span, derived: Span, letters: Letters) -> Iterator[str]:
    """Shade the gap, and write how wide it is where there is room."""
    gap = gap_between(stated, derived)
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
    if right - left < _NARROW:
        yield _end((left + right) / 2, y, infinite=False, ring=False, sign=1)
    else:
        yield f'<rect x="{_x(left)}" width="{_x(right - left)}" y="{y - 4}" height="8" class="bar"/>'
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
