"""How numbers are written in a picture: short, with scale words, as days or ratios."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from factcheck.model.report import Range
from factcheck.quantity.shown import decimal
from factcheck.report.web.spans import Span
from factcheck.report.web.speech import Speech

_FACTOR = 2
_DIGITS, _ALL_DIGITS = 6, 12
_POWER = re.compile(r"e\+?(-?)0*")


class Letters(NamedTuple):
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
        """Write how far the points lie apart, short enough to stand in the gap."""
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
