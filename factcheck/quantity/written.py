"""What a written number means: the interval that its digits and its hedge stand for."""

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from factcheck.frozen import dataclass
from factcheck.quantity.interval import Interval, Number, around, negate, point

Hedge = Literal["", "about", "nearly", "more", "less", "least", "most", "some"]
Kind = Literal["integer", "decimal", "rough", "span"]


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths of the hedges as shares of the value; a project may change them."""

    about: Fraction = Fraction(15, 100)
    rough: Fraction = Fraction(15, 100)


DEFAULT_WIDTHS = Widths()
_MIRRORED: dict[Hedge, Hedge] = {"more": "less", "less": "more", "least": "most", "most": "least"}


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it was written.

    ``step`` is one unit of the last written digit, ``lead`` one unit of the last digit that is not zero,
    ``coarse`` one unit of the second digit where the number may be meant as a round one.
    ``scale`` is the factor of its scale words.
    ``kind``: an integer without a scale word (of money, also one of cents); any other digits; a fraction or multiple in
    words; a span of values.
    """

    text: str
    nominal: Number | None
    step: Number
    lead: Number
    kind: Kind
    hedge: Hedge = ""
    coarse: Number | None = None
    span: Interval | None = None
    scale: Number = 1

    def hedged(self, hedge: Hedge, text: str) -> "Written":
        """Return the same number under a hedge; a span keeps its ends."""
        return Written(
            text, self.nominal, self.step, self.lead, self.kind, hedge or self.hedge, self.coarse, self.span, self.scale
        )

    def negated(self, text: str) -> "Written":
        """Return the number with its sign turned; a bound is one on the other side."""
        hedge = _MIRRORED.get(self.hedge, self.hedge)
        nominal = None if self.nominal is None else -self.nominal
        return replace(self, nominal=nominal, span=self.span and negate(self.span), hedge=hedge, text=text)

    def times(self, factor: Number, text: str) -> "Written":
        """Return the number times a positive scale that is written behind it."""
        return Written(
            text,
            None if self.nominal is None else self.nominal * factor,
            self.step * factor,
            self.lead * factor,
            self.kind,
            self.hedge,
            None if self.coarse is None else self.coarse * factor,
            None if self.span is None else self.span.scaled(factor),
            self.scale * factor,
        )


def stated(number: Written, widths: Widths = DEFAULT_WIDTHS) -> Interval:
    """Return the values for which a text that writes this number is right."""
    if number.span is not None:
        return number.span
    n = number.nominal
    assert n is not None  # noqa: S101 - only a span lacks a nominal value
    match number.hedge:
        case "":
            return around(n, _half_width(number, n, widths))
        case "about":
            return around(n, _about(number, n, widths))
        case "nearly":
            width = _about(number, n, widths)
            return Interval(n - width, n) if n >= 0 else Interval(n, n + width)
        case "more":
            return Interval(n, None, low_open=True, high_open=True)
        case "least":
            return Interval(n, None, high_open=True)
        case "less":
            return Interval(None, n, low_open=True, high_open=True)
        case "most":
            return Interval(None, n, low_open=True)
        case "some":
            away = number.lead if n >= 0 else -number.lead
            return Interval(n, n + away, high_open=True) if n >= 0 else Interval(n + away, n, low_open=True)


def premise(number: Written, *, counted: bool = True, widths: Widths = DEFAULT_WIDTHS) -> Interval:
    """Return the values that this number stands for as an input of a calculation.

    An integer is exact where it is an assumption or counts things (``counted``), else it is read as rounded.
    """
    if counted and number.kind == "integer" and not number.hedge and number.nominal is not None:
        return point(number.nominal)
    return stated(number, widths)


def as_round_number(number: Written) -> Interval | None:
    """Return the wider interval of a number that may be meant as a round one, at two significant digits."""
    if number.hedge or number.coarse is None or number.nominal is None:
        return None
    return around(number.nominal, Fraction(number.coarse) / 2)


def origin(number: Written, *, exact: bool = False) -> str:
    """Say in words where the interval of a number comes from."""
    if exact:
        return "exact"
    if number.kind == "span":
        return "as written"
    rows = {
        "": "± 15 %, a number in words" if number.kind == "rough" else "± half of the last written digit",
        "about": "the width of “about”",
        "nearly": "the lower half of “about”",
        "more": "a lower bound",
        "least": "a lower bound",
        "less": "an upper bound",
        "most": "an upper bound",
        "some": "up to the next unit of its last digit",
    }
    return rows[number.hedge]


def _half_width(number: Written, n: Number, widths: Widths) -> Number:
    return abs(Fraction(n)) * widths.rough if number.kind == "rough" else Fraction(number.step) / 2


def _about(number: Written, n: Number, widths: Widths) -> Number:
    if number.kind == "rough":
        return abs(Fraction(n)) * widths.rough
    return max(Fraction(number.step) / 2, min(number.lead, abs(Fraction(n)) * widths.about))
