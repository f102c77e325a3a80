"""Scientific notation: 3×10⁵, 3 x 10^5, 1.5×1012 where the superscript was lost."""

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.late import late_pattern
from factcheck.quantity.digits import MAX_DIGITS
from factcheck.quantity.fractions import GAP
from factcheck.quantity.reading import MAX_EXPONENT, Read, power_of_ten
from factcheck.source import Span

_TEN = 10
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−–", "0123456789+---")
EXPONENT = (
    r"(?:(?:\^|\*\*)[ ]?(?P<caret>[-−–+]?[0-9]{1,9})|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|(?P<bare>[−–][ ]?[0-9]{1,3}))"
)
_TIMES_TEN = late_pattern(
    rf"[{GAP}]?[×xX*·⋅∙][{GAP}]?10(?:{EXPONENT}|(?P<hyphen>-[0-9]{{1,3}})|(?P<lost>[1-9][0-9]?))(?![0-9]|[.,][0-9])"
)
_SAID = late_pattern(
    r" ?[×x·⋅∙] ?10(?:\^ ?(?P<caret>[-−+]?[0-9]{1,9})|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?![0-9]|[.,][0-9])"
)


def exponent_of(m: re.Match[str]) -> int:
    """Return the exponent that one of the groups of ``EXPONENT`` holds."""
    shown = next(m[name] for name in ("caret", "raised", "bare", "hyphen", "lost") if m.groupdict().get(name))
    return int(shown.translate(_RAISED).replace(" ", ""))


def limit(fits: bool, start: int, end: int) -> None:  # noqa: FBT001 - reads as a sentence
    """Raise Problem FC201 for a number beyond the limits."""
    if not fits:
        raise Problem("FC201", f"the number is too large: at most {MAX_DIGITS} digits", Span(start, end))


def times_ten(text: str, at: int, found: Read) -> Read | None:
    """Read ``×10^5`` behind a number; a lost superscript (1.5×1012) only where one digit stands before the point."""
    m = _TIMES_TEN.match(text, found.end)
    value = found.number.nominal
    if m is None or value is None or (m["lost"] and (m[0].strip()[0] != "×" or not 1 <= abs(Fraction(value)) < _TEN)):
        return None
    return _scaled(text, at, found, m)


def said_times_ten(text: str, at: int, found: Read) -> Read:
    """Read ``× 10^5`` behind a number of a statement, where ``*`` stays a product and nothing is guessed."""
    m = _SAID.match(text, found.end)
    return found if m is None else _scaled(text, at, found, m)


def _scaled(text: str, at: int, found: Read, m: re.Match[str]) -> Read:
    exponent = exponent_of(m)
    limit(abs(exponent) <= MAX_EXPONENT, at, m.end())
    kind = found.number.kind if found.number.kind == "span" else "decimal"
    number = replace(found.number, kind=kind, coarse=None)
    return Read(number.times(power_of_ten(exponent), text[at : m.end()]), m.end())
