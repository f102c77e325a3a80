"""What a Chinese range of shares says once for both ends: 二至三成 is 20 to 30 %, 百分之三十到四十 30 to 40 %."""

import re
from fractions import Fraction

from factcheck.late import late_pattern
from factcheck.quantity.interval import Number
from factcheck.quantity.languages import han, per_language
from factcheck.quantity.written import Written

_TEN, _HUNDRED = 10, 100


@per_language
def _behind() -> re.Pattern[str]:
    """Return the pattern of a number that ends in tenths: 三成, 三成半, 八五折."""
    zh = han()
    digits = "".join(zh["digits"])
    return late_pattern(rf".*(?:{zh['tenths']}[半{digits}]?|(?P<discount>{zh['discount']}))", re.DOTALL)


@per_language
def _before() -> re.Pattern[str]:
    """Return the pattern of what stands before a number as its denominator: 百分之."""
    zh = han()
    return late_pattern(rf"(?P<scale>[{''.join(zh['scales'])}]){zh['fraction']}")


def first_share(low: Written, high: Written) -> Number | None:
    """Return what one of the first number is worth where its 成 or 折 stands behind the second; None elsewhere."""
    m = _behind().fullmatch(high.text)
    n = low.nominal
    if m is None or n is None or low.scale != 1 or low.kind == "rough" or _behind().fullmatch(low.text):
        return None
    if 0 < n <= _TEN:
        return Fraction(1, _TEN)
    return Fraction(1, _HUNDRED) if m["discount"] and n < _HUNDRED else None


def second_share(low: Written, high: Written) -> Number | None:
    """Return what one of the second number is worth where the 百分之 of the first is its, too; None elsewhere."""
    m = _before().match(low.text)
    if m is None or high.nominal is None or high.scale != 1 or high.kind == "rough":
        return None
    below = 10 ** han()["scales"][m["scale"]]
    return Fraction(1, below) if below >= _HUNDRED else None
