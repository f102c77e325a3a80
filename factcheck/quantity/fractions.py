"""Mixed numbers: ½, 2½, 2 1/2."""

import unicodedata
from fractions import Fraction

from factcheck.late import late_pattern
from factcheck.quantity.reading import in_words
from factcheck.quantity.written import Written

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
GAP = " \u00a0\u2009\u202f"
_LARGEST = 10

_VULGAR = late_pattern(rf"(?:(?P<whole>[0-9]{{1,6}})[{GAP}-]?)?(?P<vulgar>[{VULGAR}])")
_MIXED = late_pattern(
    r"(?P<whole>[0-9]{1,9}) {1,2}(?P<above>[0-9]{1,6})[/\u2044](?P<below>[0-9]{1,6})(?![0-9/]|[.,][0-9])"
)


def read_vulgar(text: str, at: int) -> tuple[Written, int] | None:
    """Read ½ and 2½, and return the position behind it."""
    m = _VULGAR.match(text, at)
    if m is None:
        return None
    return mixed(m[0], m["whole"], Fraction(unicodedata.numeric(m["vulgar"])).limit_denominator(_LARGEST)), m.end()


def read_mixed(text: str, at: int) -> tuple[Written, int] | None:
    """Read ½, 2½ and 2 1/2, where nothing else can stand: in a statement 1/2 alone is a division."""
    m = _MIXED.match(text, at)
    below = int(m["below"]) if m else 0
    if m is None or not 0 < int(m["above"]) < below:
        return read_vulgar(text, at)
    return mixed(m[0], m["whole"], Fraction(int(m["above"]), below)), m.end()


def mixed(text: str, whole: str | None, value: Fraction) -> Written:
    """Return a fraction alone, which is as rough as one in words, or a mixed number, rounded to that fraction."""
    if not whole:
        return in_words(text, value)
    step = Fraction(1, value.denominator)
    return Written(text, int(whole) + value, step, step, "decimal")
