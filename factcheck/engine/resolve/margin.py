"""The error that a source states of a value: ``0.2 km``, a share of it (``5 %``), one for each side (``+2/-1 km``)."""

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.term.dimension import mismatch
from factcheck.engine.term.values import dimension_of, is_share, plain, shown_in
from factcheck.language.parser import parse_expression
from factcheck.language.tree import DateLiteral, Literal
from factcheck.quantity.interval import Number
from factcheck.quantity.units import UnitTable

_SIGNS = {"+": "+", "-": "-", "−": "-"}
_CURE = "write `0.2 km`, `5 %`, or one for each side: `+0.2/-0.1 km`"


class Margin(NamedTuple):
    """How far a value may lie below and above what is written, in base units."""

    below: Number
    above: Number


def read_margin(text: str, value: Literal | DateLiteral, units: UnitTable) -> Margin:
    """Read the error of a value; a number without a unit is in the value's, a percentage is a share of the value.

    Raises Problem FC503 for what is no error, FC203 for one of another dimension than the value's.
    """
    if isinstance(value, DateLiteral) or value.number.nominal is None:
        what = "a date" if isinstance(value, DateLiteral) else f"`{value.text}`"
        raise Problem("FC503", f"{what} takes no error: it is a span of values already")
    sides = _sides(text)
    if sides is None:
        width = _width(_literal(text.strip().removeprefix("±"), units), value)
        return Margin(width, width)
    first, last = (_literal(part, units) for _, part in sides)
    if not first.units and last.units:
        first = replace(first, units=last.units)
    found = {sign: _width(literal, value) for (sign, _), literal in zip(sides, (first, last), strict=True)}
    return Margin(found["-"], found["+"])


def _sides(text: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Split ``+0.2/-0.1 km`` into its signs and numbers; None for one width. Raises Problem for two of one sign."""
    bare = text.strip()
    if bare[:1] not in _SIGNS or bare.startswith("+/-"):
        return None
    at = next((i for i in range(1, len(bare)) if bare[i] in _SIGNS and bare[i - 1] in " /,"), 0)
    first, last = _SIGNS[bare[0]], _SIGNS.get(bare[at], "")
    if not at or {first, last} != {"+", "-"}:
        raise Problem("FC503", f"`{bare}` is no error: it has one side", help=_CURE)
    return (first, bare[1:at].rstrip(" /,")), (last, bare[at + 1 :])


def _literal(text: str, units: UnitTable) -> Literal:
    try:
        node = parse_expression(text.removeprefix("+/-"), units)
    except Problem as problem:
        problem.span = None  # its place in the whole text is another one
        raise
    if isinstance(node, Literal) and node.number.nominal is not None and node.number.nominal >= 0:
        return node
    raise Problem("FC503", f"`{text.strip()}` is no error", help=_CURE)


def _width(error: Literal, value: Literal) -> Number:
    """Return a half width in base units."""
    size = Fraction(error.number.nominal or 0)
    if is_share(error) and not is_share(value):
        written = Fraction(value.number.nominal or 0) * shown_in(value.units).factor
        return plain(max(written, -written) * size * shown_in(error.units).factor)
    if not error.units:
        if value.number.scale not in (1, error.number.scale):
            what = f"the error `{error.text}` may be plain, or in the scale word of `{value.text}`"
            raise Problem("FC503", what, help=f"write it with its unit, such as `{error.text} {_unit(value)}`")
        return plain(size * shown_in(value.units).factor)
    if dimension_of(error) != dimension_of(value):
        what, kinds = "the error is of another kind than its value", (dimension_of(value), dimension_of(error))
        problem = mismatch(what, *kinds, None, ("value", "error"))
        problem.help = _CURE
        raise problem
    return plain(size * shown_in(error.units).factor)


def _unit(value: Literal) -> str:
    """Return what stands behind the digits of a value: ``trillion USD``."""
    return value.text.lstrip("0123456789.,+-−").strip()
