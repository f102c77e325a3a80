"""The unit definitions of packs, compiled; a faulty line is left out and reported where it stands."""

from collections.abc import Sequence
from itertools import islice

from factcheck import prepared
from factcheck.cache import Cache, digest
from factcheck.diagnostics import Diagnostic, Problem
from factcheck.model.pack import Pack
from factcheck.quantity.definitions import PREPARED, standard_texts, standard_units, with_more
from factcheck.quantity.units import TableData, UnitTable
from factcheck.source import Place, Span, Text

MAX_FAULTY = 5
"""How many faulty lines of a pack are reported before the rest of its units is given up."""


def unit_table(packs: Sequence[Pack], cache: Cache) -> tuple[UnitTable, tuple[Diagnostic, ...]]:
    """Return the standard units with those of packs, and what was wrong with definitions.

    The table of definitions without fault is kept; for the packs that come with factcheck it is prepared.
    """
    if not any(pack.units for pack in packs):
        return standard_units(), ()
    key = units_key(packs)
    found = prepared.read(PREPARED, key)
    if found is not None:
        return with_more(found["added"]), ()
    name = f"units-{key[:16]}"
    kept = cache.read(name, key)
    if kept is not None:
        return UnitTable.from_data(kept["table"]), ()
    table, problems = compile_packs(packs)
    if not problems:
        cache.write(name, key, {"table": table})
    return UnitTable.from_data(table), problems


def units_key(packs: Sequence[Pack]) -> str:
    """Return what the units of packs depend on: all definitions, in their order."""
    return digest(*standard_texts(), *(joined(pack.units) for pack in packs if pack.units))


def compile_packs(packs: Sequence[Pack]) -> tuple[TableData, tuple[Diagnostic, ...]]:
    """Return the compiled units, and what was wrong with definitions."""
    from factcheck.quantity.registry import compile_units  # noqa: PLC0415 - pint is slow to load

    texts, found = standard_texts(), list[Diagnostic]()
    for pack in packs:
        lines, problems = _sound_lines(pack, texts)
        found.extend(problems)
        texts.append(joined(lines))
    return compile_units(texts), tuple(found)


def added(table: TableData) -> TableData:
    """Return what a table has beyond the standard units, with which it starts."""
    standard = standard_units().to_data()
    return {
        "units": table["units"][len(standard["units"]) :],
        "names": dict(islice(table["names"].items(), len(standard["names"]), None)),
        "prefixes": table["prefixes"][len(standard["prefixes"]) :],
    }


def joined(lines: Sequence[Text]) -> str:
    """Return definitions as one text."""
    return "\n".join(line.value for line in lines)


def _sound_lines(pack: Pack, before: Sequence[str]) -> tuple[list[Text], list[Diagnostic]]:
    """Return the lines of a pack that can be compiled after those texts, and the faults of the others."""
    from factcheck.quantity.registry import compile_units  # noqa: PLC0415 - pint is slow to load

    lines, found = list(pack.units), list[Diagnostic]()
    while lines:
        try:
            compile_units([*before, joined(lines)])
        except Problem as problem:
            index = _faulty(lines, problem)
            found.append(_diagnostic(problem, lines[index], pack))
            lines = [] if len(found) >= MAX_FAULTY else [*lines[:index], *lines[index + 1 :]]
        else:
            break
    return lines, found


def _faulty(lines: Sequence[Text], problem: Problem) -> int:
    """Return the index of the line in which a fault's offset lies."""
    offset = problem.span.start if problem.span else 0
    return min(joined(lines)[:offset].count("\n"), len(lines) - 1)


def _diagnostic(problem: Problem, line: Text, pack: Pack) -> Diagnostic:
    place = line.place if line.value else Place(pack.path)
    fault = Problem(problem.code, problem.message, Span(0, len(line.value)), help=problem.help)
    return fault.diagnostic(place, line.value)
