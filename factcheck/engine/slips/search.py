"""The search for a likely slip: the catalogue is tried on a claim that does not hold, the most plausible edits first.

A diagnosis never changes a verdict. Silence is the normal answer: an edit that may fit by chance is not named.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import nominal
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.slips.case import Case, Edit, SlipClass
from factcheck.engine.slips.catalogue import CATALOGUE
from factcheck.engine.slips.chance import ENOUGH_DIGITS, Chance, near, width
from factcheck.engine.term.term import DATE, Shown
from factcheck.engine.term.values import dimension_of, shown_in
from factcheck.engine.verdict.compare import Comparison, compare, stated_set
from factcheck.engine.verdict.statement import Judged, judge_statement
from factcheck.language.parser import parse_statement
from factcheck.language.tree import Literal, Statement
from factcheck.language.write import written
from factcheck.model.report import Slip
from factcheck.quantity.interval import Number

MAX_SLIPS = 3
MAX_EDITS = 30
"""How many edits of one entry are tried on a claim."""

MAX_WORK = 40_000
"""How many inputs are derived from in all edits of a claim: of a long derivation only the likeliest edits are tried."""

SAME = 10**9
TEXT = 0
DIAGNOSED = frozenset({"fail", "borderline"})


class Tried(NamedTuple):
    """An edit that was tried: by what it changes the ratio of derived to stated value, and whether it fits."""

    factor: Fraction
    fits: bool


def diagnose(statement: Statement, names: ClaimNames, engine: Engine, judged: Judged) -> tuple[Slip, ...]:
    """Return the likely slips of a claim that does not hold, best first, at most three; most often none."""
    case = _case(statement, names, engine, judged)
    try:
        return () if case is None else tuple(islice(_slips(case), MAX_SLIPS))
    except (Problem, RecursionError):
        return ()


def _case(statement: Statement, names: ClaimNames, engine: Engine, judged: Judged) -> Case | None:
    """Return the case; None where there is nothing to search."""
    x, comparison = judged.value.nominal, judged.comparison
    if judged.found.verdict not in DIAGNOSED or not x or comparison.right is not None or comparison.dimension == DATE:
        return None
    return Case(statement, names, engine, judged, x)


def _slips(case: Case) -> Iterator[Slip]:
    """Yield the slips that fit; edits that come to the same number are one, named by the first."""
    named = set[int]()
    for entry, edit, factor in _fitting(case):
        # two numbers that the text could state are one: both are the derived value
        same = {round(factor * SAME)} | (set() if edit.derived else {TEXT})
        slip = None if same & named else _slip(entry.name, edit, case)
        if slip is not None:
            named |= same
            yield slip


def _fitting(case: Case) -> Iterator[tuple[SlipClass, Edit, Fraction]]:
    """Yield the edits that fit and would hardly do so by chance, each with its factor."""
    stated = case.judged.comparison.stated
    target = near(stated)
    if target is None or stated.range.contains(0):
        return
    chance = Chance(width(target))
    left = MAX_WORK // max(1, sum(1 for _ in case.judged.comparison.term.leaves()))
    for entry in CATALOGUE:
        for edit in islice(entry.propose(case), min(MAX_EDITS, left)):
            left -= 1
            tried = _tried(edit, case)
            if tried is None:
                continue
            unlikely = chance.tried(tried.factor, edit.weight) and case.digits >= ENOUGH_DIGITS
            if tried.fits and (entry.plain or unlikely):
                yield entry, edit, tried.factor


def _tried(edit: Edit, case: Case) -> Tried | None:
    try:
        return _restated(edit, case) if edit.derived is None else _derived_anew(edit, case)
    except Problem:
        return None


def _restated(edit: Edit, case: Case) -> Tried | None:
    """Hold the derived value against another stated number; nothing is derived again."""
    literal, old = edit.stated, case.judged.comparison.stated.nominal
    if not isinstance(literal, Literal) or not old:
        return None
    target = stated_set(literal, case.statement.relation, _shown(literal, case), case.engine.widths)
    accepted = near(target)
    if accepted is None or target.nominal is None:
        return None
    return Tried(Fraction(target.nominal) / old, accepted.contains(case.x))


def _shown(literal: Literal, case: Case) -> Shown:
    """Return the unit of a literal; that of the comparison where the literal has kept its own."""
    before = case.literal
    if before is not None and [f.unit for f in before.units] == [f.unit for f in literal.units]:
        return case.judged.comparison.shown
    if before is None or dimension_of(before) != dimension_of(literal):
        raise Problem("FC203", "another kind of unit")
    return shown_in(literal.units)


def _derived_anew(edit: Edit, case: Case) -> Tried | None:
    """Derive the edited claim; its factor is that between the two derived values."""
    statement = _edited(edit, case)
    comparison = compare(statement, case.engine.builder(case.names))
    x, accepted = nominal(comparison.term), near(comparison.stated)
    if not x or accepted is None:
        return None
    return Tried(_factor(x, comparison, case), accepted.contains(x))


def _factor(x: Number, comparison: Comparison, case: Case) -> Fraction:
    """Return the factor by which an edit moves the derived value towards the stated one."""
    before, after = case.judged.comparison.stated.nominal, comparison.stated.nominal
    scale = Fraction(after) / before if before and after else Fraction(1)
    return Fraction(case.x) / x * scale


def _edited(edit: Edit, case: Case) -> Statement:
    statement = case.statement
    return replace(statement, derived=edit.derived or statement.derived, stated=edit.stated or statement.stated)


def _slip(name: str, edit: Edit, case: Case) -> Slip | None:
    """Return a slip whose corrected claim passes when it is read and checked as written; None where it does not."""
    statement = _edited(edit, case)
    sides = written(statement.derived), written(statement.stated)
    if edit.derived is None:
        sides = case.statement.text[: case.statement.relation_span.start].rstrip(), sides[1]
    corrected = f"{sides[0]} {statement.relation} {sides[1]}"
    try:
        parsed = parse_statement(corrected, case.engine.knowledge.units, case.names.scope.names)
        judged = judge_statement(parsed, case.names, case.engine)
    except Problem:
        return None
    if judged.found.verdict != "pass":
        return None
    shown = sides[1] if edit.derived is None else corrected
    return Slip(name, f"holds if {edit.reason}: {shown}", corrected)
