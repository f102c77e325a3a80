"""From definitions of units to the data of a ``UnitTable``; the only importer of pint.

The texts are pint's definition format, restricted to what cannot run, loop or grow: ``tables/units.txt`` explains it.
Every relation is a product of numbers and units already known, so its size is bounded before pint sees it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

import pint

from factcheck.diagnostics import Problem
from factcheck.late import late_pattern
from factcheck.quantity.dimension import Dimension, dimension_text, multiply, power
from factcheck.quantity.units import PrefixRow, TableData, UnitRow, normal
from factcheck.source import Span
from factcheck.suggest import nearest

CODE = "FC205"
MAX_LINES = 2000
MAX_LINE = 200
MAX_EXPONENT = 64
MAX_BITS = 2048
MAX_DIGITS = 60
MAX_DEPTH = 32

_NUMBER = r"[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?"
_NAME = r"[A-Za-z][A-Za-z0-9_]*"
_TERM = late_pattern(rf"\s*(?:({_NUMBER})|({_NAME})|\[({_NAME})\])(?:\s*(?:\*\*|\^)\s*(-?[0-9]{{1,2}}))?\s*")
_DIRECTIVE = late_pattern(r"#\s*(not prefixable|prefixable(?::\s*([a-z ]+))?)\s*$")
_ALIAS = late_pattern(r"@alias\s+(\S+)\s*=\s*(.+)$")
_ALL_SI = "small large"
_SETS = frozenset({"small", "large", "iec"})
_FIRST_LARGE = 1000
_PINT_WORDS = frozenset({"nan", "dimensionless"})  # pint's parser gives them a meaning of its own


class _Size(NamedTuple):
    """How many bits a unit's factor can have, and through how many others it is defined."""

    bits: int
    depth: int = 0


@dataclass(slots=True)
class _Builder:
    """What the lines so far define."""

    registry: "pint.UnitRegistry[Fraction]"
    units: list[UnitRow] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    prefixes: dict[str, PrefixRow] = field(default_factory=dict)
    sizes: dict[str, _Size] = field(default_factory=dict)
    takes: str = ""


def compile_units(texts: Sequence[str]) -> TableData:
    """Compile definition texts, in order; raise ``Problem`` (FC205) at the first line that is not understood."""
    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction, cache_folder=None)
    builder = _Builder(registry)
    for text in texts:
        builder.takes = ""
        for number, start, line in _lines(text):
            try:
                _read_line(builder, line)
            except Problem as problem:
                problem.notes += (f"line {number} of the unit definitions: {line}",)
                raise problem.at(Span(start, start + len(line))) from None
    return {
        "units": [list(row) for row in builder.units],
        "names": builder.names,
        "prefixes": [list(row) for row in builder.prefixes.values()],
    }


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield number, offset and text of each line that says something."""
    lines = text.splitlines(keepends=True)
    if len(lines) > MAX_LINES:
        raise Problem(CODE, f"too many unit definitions: {len(lines)} lines, the limit is {MAX_LINES}")
    start = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, start, line.rstrip()
        start += len(line)


def _read_line(builder: _Builder, line: str) -> None:
    if len(line) > MAX_LINE:
        raise Problem(CODE, f"a unit definition of {len(line)} characters, the limit is {MAX_LINE}")
    if directive := _DIRECTIVE.match(line):
        builder.takes = _prefix_sets(directive[1], directive[2] or _ALL_SI)
        return
    content = line.partition(" #")[0].strip()
    if content.startswith("#"):
        return
    if alias := _ALIAS.match(content):
        _read_alias(builder, alias[1], alias[2])
        return
    name, *parts = (part.strip() for part in content.split("="))
    if not parts:
        raise Problem(CODE, f"not a unit definition: `{content}`", help="write `name = relation = symbol = alias`")
    if name.endswith("-"):
        _read_prefix(builder, name, parts)
    else:
        _read_unit(builder, name, parts)


def _prefix_sets(said: str, sets: str) -> str:
    if unknown := set(sets.split()) - _SETS:
        raise Problem(CODE, f"no set of prefixes is named `{min(unknown)}`", help="small, large or iec")
    return "" if said.startswith("not") else sets


def _read_alias(builder: _Builder, name: str, aliases: str) -> None:
    index = builder.names.get(normal(name))
    if index is None:
        raise _unknown(builder, name)
    for alias in aliases.split("="):
        _add_name(builder, alias.strip(), index)


def _read_prefix(builder: _Builder, name: str, parts: Sequence[str]) -> None:
    """Read ``kilo- = 1e3 = k- = 千-``."""
    value, *others = parts
    word, *others = (normal(spelling.rstrip("-")) for spelling in (name, *others))
    factor = Fraction(value) if re.fullmatch(_NUMBER, value) else Fraction(0)
    if not re.fullmatch(_NAME, word) or not factor or len(value) > MAX_DIGITS:
        raise Problem(CODE, f"a prefix needs a word and a number above 0, not `{name} = {value}`")
    if taken := next((each for each in (word, *others) if each in builder.prefixes), None):
        raise Problem(CODE, f"`{taken}-` is already a prefix")
    builder.registry.define(f"{word}- = {value}")
    large = "iec" if factor.numerator.bit_count() == 1 else "large"
    kind = large if factor >= _FIRST_LARGE else "small"
    for spelling in (word, *others):
        builder.prefixes[spelling] = PrefixRow(spelling, word, (others or [word])[0], str(factor), kind)


def _read_unit(builder: _Builder, name: str, parts: Sequence[str]) -> None:
    """Read ``foot = 12 * inch = ft = feet``, or ``degC = kelvin; offset: 273.15 = °C``."""
    relation, _, modifier = parts[0].partition(";")
    symbol, *aliases = [*parts[1:], "_"] if len(parts) == 1 else parts[1:]
    if not re.fullmatch(_NAME, name) or name in _PINT_WORDS:
        raise Problem(CODE, f"`{name}` cannot be the name of a unit", help="letters, digits and `_`, a letter first")
    index = len(builder.units)
    for spelling in dict.fromkeys((name, *(part for part in (symbol, *aliases) if part != "_"))):
        _add_name(builder, spelling, index)
    builder.sizes[name] = _size(builder, _terms(relation))
    builder.registry.define(f"{name} = {relation}")
    factor, dimension = _root(builder.registry, name)
    shown = (name if symbol == "_" else symbol).replace("_", " ")
    builder.units.append(UnitRow(name, shown, str(factor), _offset(modifier), dimension_text(dimension), builder.takes))


def _add_name(builder: _Builder, spelling: str, index: int) -> None:
    key = normal(spelling)
    if not key or not key.isprintable():
        raise Problem(CODE, "a unit has an empty name")
    other = builder.names.setdefault(key, index)
    if other != index or (other < len(builder.units) and builder.units[other].name == key):
        name = builder.units[other].name
        taken = "a unit" if key == name else f"a name of {name}"
        cure = f"choose another name, or use what is there: `factcheck units {name}`"
        raise Problem(CODE, f"`{spelling}` is already {taken}", help=cure)


def _offset(modifier: str) -> str:
    """Read ``offset: 273.15``; without it, the unit starts at zero."""
    if not modifier:
        return "0"
    key, _, value = modifier.partition(":")
    found = re.fullmatch(rf"\s*({_NUMBER}|[0-9]+/[1-9][0-9]*)\s*", value)
    if key.strip() != "offset" or not found or len(value) > MAX_DIGITS:
        raise Problem(CODE, f"not an offset: `{modifier.strip()}`", help="write `; offset: 273.15`")
    return str(Fraction(found[1]))


Term = tuple[str | None, str | None, str | None, str | None]


def _terms(relation: str) -> list[Term]:
    """Split a product into (number, unit, dimension, exponent), or refuse it."""
    terms: list[Term] = []
    at = 0
    while found := _TERM.match(relation, at):
        number, name, base, exponent = found.groups()
        terms.append((number, name, base, exponent))
        at = found.end()
        if at == len(relation):
            return terms
        if relation[at] not in "*/":
            break
        at += 1
    raise Problem(
        CODE,
        f"not a product of numbers and units: `{relation.strip()}`",
        help="write `*`, `/` and `**` between numbers and full names of units: `1000 * kilogram / meter ** 3`",
    )


def _size(builder: _Builder, terms: Sequence[Term]) -> _Size:
    """Bound a product before it is calculated; refuse what is too large."""
    parts = [_term_size(builder, term) for term in terms]
    size = _Size(1 + sum(part.bits for part in parts), 1 + max(part.depth for part in parts))
    if any(base for _, _, base, _ in terms) and len(terms) > 1:
        raise Problem(CODE, "a base dimension stands alone", help="write `name = [base]`")
    if size.bits > MAX_BITS:
        raise Problem(CODE, f"a unit too large to calculate with (more than {MAX_BITS} bits)")
    if size.depth > MAX_DEPTH:
        raise Problem(CODE, f"a unit defined through more than {MAX_DEPTH} others")
    return size


def _term_size(builder: _Builder, term: Term) -> _Size:
    number, name, base, exponent = term
    size = abs(int(exponent or 1))
    if size > MAX_EXPONENT or (number and len(number) > MAX_DIGITS):
        raise Problem(CODE, f"a number too large in a unit definition (exponents go to {MAX_EXPONENT})")
    if number and not Fraction(number):
        raise Problem(CODE, "a unit cannot be 0 of another")
    if base and exponent:
        raise Problem(CODE, "a base dimension has no exponent", help="write `name = [base]`")
    bits, depth = _number_size(number) if number else _Size(1) if base else _name_size(builder, name or "")
    return _Size(size * bits, depth)


def _number_size(number: str) -> _Size:
    value = Fraction(number)
    return _Size(value.numerator.bit_length() + value.denominator.bit_length())


def _name_size(builder: _Builder, name: str) -> _Size:
    if name in builder.sizes:
        return builder.sizes[name]
    for spelling, prefix in builder.prefixes.items():
        rest = builder.sizes.get(name.removeprefix(spelling))
        if rest and spelling == prefix.word and name.startswith(spelling):
            return _Size(rest.bits + _number_size(prefix.factor).bits, rest.depth)
    raise _unknown(builder, name)


def _unknown(builder: _Builder, name: str) -> Problem:
    guess = nearest(name, builder.sizes)
    return Problem(
        CODE,
        f"unknown unit `{name}` in a definition",
        help=f"did you mean `{guess}`?" if guess else "a definition uses the full names of units that stand above it",
    )


def _root(registry: "pint.UnitRegistry[Fraction]", name: str) -> tuple[Fraction, Dimension]:
    """Return the exact factor to base units, and the dimension."""
    factor, root = registry.get_root_units(name)
    if not isinstance(factor, int | Fraction):
        message = f"pint made {name} inexact: {factor!r}"
        raise TypeError(message)
    dimension: Dimension = ()
    for base, n in root.dimensionality.items():
        dimension = multiply(dimension, power(((base.strip("[]"), 1),), Fraction(str(n))))
    return Fraction(factor), dimension
