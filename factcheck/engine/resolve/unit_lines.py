"""The unit definitions of packs, compiled; a faulty line is left out and reported where it stands."""

from collections.abc import Sequence

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.model.pack import Pack
from factcheck.quantity.units import TableData
from factcheck.source import Place, Span, Text

MAX_FAULTY = 5
"""How many faulty lines of a pack are reported before the rest of its units is given up."""


def compile_packs(standard: Sequence[str], packs: Sequence[Pack]) -> tuple[TableData, tuple[Diagnostic, ...]]:
    """Return the compiled units, and what was wrong with definitions."""
    from factcheck.quantity.registry import compile_units  # noqa: PLC0415 - pint is slow to load

    texts, found = list(standard), list[Diagnostic]()
    for pack in packs:
        lines, problems = _sound_lines(pack, texts)
        found.extend(problems)
        texts.append(joined(lines))
    return compile_units(texts), tuple(found)


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
