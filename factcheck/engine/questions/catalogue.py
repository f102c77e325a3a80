"""What there is to write with: the rules of the packs, the functions of the language, the units."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.setting import Engine
from factcheck.language.functions import CHOICE, SIGNATURES, Kind
from factcheck.language.parser import RELATIONS
from factcheck.model.catalogue import KnownRule, KnownUnit
from factcheck.model.pack import Rule
from factcheck.quantity.dimension import BASES, Dimension, describe
from factcheck.quantity.shown import EXACT_DIGITS, decimal
from factcheck.quantity.units import Unit, UnitTable
from factcheck.source import Span
from factcheck.suggest import nearest

_TAKES: dict[Kind, str] = {
    "number": "plain numbers",
    "same": "values of one kind",
    "root": "a value whose root has a dimension",
    "direction": "values of one kind",
    "standard": "plain numbers, or values of one kind",
    "rounded": "counts and money",
    "ways": "counts and plain numbers",
    "length": "any values",
}
_BASE_UNITS = {
    "data": "bit", "flop": "FLOP", "op": "OP", "pixel": "px", "mass": "kg", "length": "m", "time": "s", "current": "A",
    "temperature": "K", "amount": "mol", "luminosity": "cd",
}  # fmt: skip
_ORDER = tuple(_BASE_UNITS)


def rules(engine: Engine) -> tuple[KnownRule, ...]:
    """Return the rules of the packs in their order, then the functions."""
    owners = {rule.id: pack.name for pack in engine.knowledge.packs for rule in pack.rules}
    known = (_rule(rule, owners[rule.id], engine) for rule in engine.knowledge.rules.values())
    return (*known, *_functions())


def rule(name: str, engine: Engine) -> KnownRule:
    """Return a rule or function. Raises Problem FC305 for an unknown one."""
    found = {one.id: one for one in rules(engine)}
    if name not in found:
        raise _unknown("FC305", f"no rule or function is called `{name}`", name, found, engine)
    return found[name]


def _rule(rule: Rule, pack: str, engine: Engine) -> KnownRule:
    symbols = tuple((name, kind.value) for name, kind in rule.symbols)
    return KnownRule(rule.id, pack, rule.title, rule.equation.value, symbols, _example(rule, engine), rule.cite)


def _example(rule: Rule, engine: Engine) -> str:
    """Return the first case that holds, as a statement."""
    case = next((case for case in rule.tests if case.expect == "pass"), None)
    if case is None:
        return ""
    symbol = "" if case.symbol == engine.equations.left(rule) else f".{case.symbol}"
    given = ", ".join(f"{name}={text.value}" for name, text in case.given)
    stated = case.stated.value
    return f"{rule.id}{symbol}({given}) {stated if stated.startswith(tuple(RELATIONS)) else f'= {stated}'}"


def _functions() -> Iterable[KnownRule]:
    for signature in SIGNATURES.values():
        yield KnownRule(signature.name, "", f"of {_TAKES[signature.kind]}", signature.shown, (), "", "")
    yield KnownRule(CHOICE, "", "one of two values", f"{CHOICE}(a > b, c, d)", (), "", "")


def units(engine: Engine) -> tuple[KnownUnit, ...]:
    """Return the units without prefixes, in the order of their definition; things are not among them."""
    named = _named(engine.knowledge.units)
    return tuple(_unit(unit, names, named) for unit, names in engine.knowledge.units.listed() if _is_measured(unit))


def units_like(name: str, engine: Engine) -> tuple[KnownUnit, ...]:
    """Return the unit of a name, prefix included, or those that measure a kind: energy. Raises Problem FC202."""
    table = engine.knowledge.units
    unit = table.lookup(name)
    if unit is not None and _is_measured(unit):
        names = next((names for one, names in table.listed() if one.name == unit.name), ())
        return (_unit(unit, names, _named(table)),)
    known = units(engine)
    found = tuple(one for one in known if one.measures.casefold() == name.casefold())
    if not found:
        near = {spelling for one in known for spelling in (one.name, *one.names, one.measures)}
        raise _unknown("FC202", f"no unit is called `{name}`, and none measures it", name, near, engine)
    return found


def _is_measured(unit: Unit) -> bool:
    return all(base in BASES for base, _ in unit.dimension)


def _named(table: UnitTable) -> dict[Dimension, str]:
    """Return the symbol of the coherent unit of each dimension that has one: J of an energy."""
    found: dict[Dimension, str] = {}
    for unit, _ in table.listed():
        if unit.dimension and unit.factor == 1 and not unit.offset:
            found.setdefault(unit.dimension, unit.symbol)
    return found


def _unit(unit: Unit, names: tuple[str, ...], named: Mapping[Dimension, str]) -> KnownUnit:
    shown = unit.name.replace("_", " ")
    if unit.symbol == _product(unit.dimension) or unit.name == _product(unit.dimension):
        return KnownUnit(shown, unit.symbol, names, describe(unit.dimension), "a base unit")
    others = tuple(name for name in names if name not in {shown, unit.symbol})
    coherent = named.get(unit.dimension)
    base = coherent if coherent and coherent != unit.symbol else _product(unit.dimension)
    zero = f"0 {unit.symbol} = {decimal(unit.offset, EXACT_DIGITS)} {base}, " if unit.offset else ""
    one = f"1 {unit.symbol} = {decimal(unit.factor, EXACT_DIGITS)} {base}".rstrip()
    return KnownUnit(shown, unit.symbol, others, describe(unit.dimension), f"{zero}{'a step of ' if zero else ''}{one}")


def _product(dimension: Dimension) -> str:
    """Write base units with their powers: ``kg·m^2/s^2``."""
    ordered = sorted(dimension, key=lambda pair: (_ORDER.index(pair[0]) if pair[0] in _ORDER else -1, pair))
    over = "·".join(_power(base, n) for base, n in ordered if n > 0)
    under = [_power(base, -n) for base, n in ordered if n < 0]
    return "/".join([over or "1", *under]) if over or under else ""


def _power(base: str, n: int | Fraction) -> str:
    word = _BASE_UNITS.get(base, base)
    return word if n == 1 else f"{word}^{n}"


def _unknown(code: str, message: str, name: str, known: Iterable[str], engine: Engine) -> Problem:
    near = nearest(name, known)
    cure = f"did you mean `{near}`?" if near else None
    return Problem(code, message, Span(0, len(name)), engine.unread, help=cure)
