"""Checks one claim: statement in, outcome out. Never raises for wrong input; a fault is a diagnostic of the outcome."""

from dataclasses import replace

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.engine.numeric.evaluate import Value, evaluate
from factcheck.engine.outcome.alternatives import alternatives
from factcheck.engine.outcome.blame import culprit, fails
from factcheck.engine.resolve.facts import Usage
from factcheck.engine.resolve.lists import values_of
from factcheck.engine.resolve.measure import Broken, Missing
from factcheck.engine.resolve.scope import UNKNOWN, ClaimNames, FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.search.derive import Finder
from factcheck.engine.slips.search import diagnose
from factcheck.engine.term.display import display_unit, readable
from factcheck.engine.term.formula import in_latex, with_names, with_values
from factcheck.engine.term.term import Term
from factcheck.engine.verdict.compare import Comparison
from factcheck.engine.verdict.statement import Judged, judge_statement
from factcheck.engine.wording.headline import headline
from factcheck.engine.wording.notes import claim_notes
from factcheck.engine.wording.require import influences, requirements
from factcheck.engine.wording.steps import range_of, ratio_text, step, text_of
from factcheck.language.parser import UnknownWord, parse_expression
from factcheck.language.tree import Listing, Name, Statement
from factcheck.model.claim import Claim
from factcheck.model.report import Alternative, Note, Outcome, Position, Range
from factcheck.source import Place
from factcheck.suggest import nearest

UNKNOWN_CODES = frozenset({"FC202", "FC301", "FC302", "FC305"})
MAX_COMPARED = 500_000
"""So many names are looked at in a file for those that were meant; a file of nothing but wrong names gets no more."""
UNSETTLED = frozenset({"fail", "borderline"})
VERDICT_CODES = {"fail": "FC401", "borderline": "FC404", "unverified": "FC405"}


def check_claim(claim: Claim, scope: FileScope, engine: Engine, judged: dict[str, Judged] | None = None) -> Outcome:
    """Return the outcome of one claim; the judgement is kept in ``judged``, where there is one."""
    if claim.says is None:
        return _exempt(claim, scope, engine)
    try:
        return _judged(claim, scope, engine, judged)
    except Missing as missing:
        return replace(_frame(claim), verdict="unverified", code="FC405", headline=missing.message)
    except Broken as broken:
        return replace(_frame(claim), verdict="error", headline=broken.message)
    except Problem as problem:
        scope.broken.setdefault(claim.id, problem)
        return _error(claim, _located(claim, problem, scope, engine), scope, engine)
    except RecursionError:
        deep = Problem("FC207", "the derivation is nested too deeply")
        scope.broken.setdefault(claim.id, deep)
        return _error(claim, deep, scope, engine)


def position_of(claim: Claim) -> Position:
    """Return where the statement of a claim stands, or the claim itself where it has none."""
    at = claim.says.place if claim.says else claim.place
    width = 1 if claim.says is None else len(claim.says.value) if claim.says.verbatim else 0
    return Position(at.path, at.line, at.column, at.column + width)


def _frame(claim: Claim) -> Outcome:
    """Return an outcome without a verdict of its own yet."""
    says = claim.says.value if claim.says else ""
    return Outcome(claim.id, "error", "", position_of(claim), claim.quote, says, expect=claim.expect, note=claim.note)


def _located(claim: Claim, problem: Problem, scope: FileScope, engine: Engine) -> Problem:
    """Give a fault of calculation its place; return Broken where it is that of a premise or another claim."""
    if problem.span is not None or claim.id not in scope.statements:
        return problem
    statement = scope.statements[claim.id]
    names = ClaimNames(scope, claim, (f"claim:{claim.id}",))
    builder = engine.builder(names)
    builder.search = Finder(statement, names, engine)
    node = culprit(statement, builder.build, problem)
    if isinstance(node, Name) and node.parts[0] in scope.names and fails(node, builder.build, problem):
        return Broken(f"`{node.parts[0]}`")
    return problem if node is None else problem.at(node.span)


def _error(claim: Claim, problem: Problem, scope: FileScope, engine: Engine) -> Outcome:
    if problem.code in UNKNOWN_CODES and engine.gaps:
        problem = Broken(engine.gaps[0])
    if isinstance(problem, Broken):
        return replace(_frame(claim), verdict="error", headline=problem.message)
    place = claim.says.place if claim.says else claim.place
    diagnostic = _suggested(problem, scope, engine).diagnostic(place, claim.says.value if claim.says else "")
    return replace(_frame(claim), code=problem.code, headline=problem.message, diagnostics=(diagnostic,))


def _suggestion(word: str, scope: FileScope, engine: Engine) -> str | None:
    names = [*scope.names, *engine.knowledge.things, *engine.knowledge.units.names()]
    scope.compared += len(names)
    near = nearest(word, names) if scope.compared <= MAX_COMPARED else None
    return f"did you mean `{near}`?" if near else None


def premise_problems(scope: FileScope, engine: Engine) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the premises of a file: once, however many claims need them."""
    found: list[Diagnostic] = []
    owners = [(Claim("", Place("")), premise) for premise in scope.file.given]
    owners += [(claim, premise) for claim in scope.file.claims for premise in claim.given]
    for claim, premise in owners:
        if premise.value is None or premise.value.value.strip().casefold() in UNKNOWN:
            continue
        builder = engine.builder(ClaimNames(scope, claim, (f"given:{premise.name}",)))
        try:
            node = scope.expression(premise)
            values = values_of(node, builder) if isinstance(node, Listing) else [builder.build(node)]
            for value in values or []:
                evaluate(value)
        except (Missing, Broken):
            continue
        except Problem as problem:
            scope.faulty.add(premise)
            if problem.code in UNKNOWN_CODES and engine.gaps:
                continue
            found.append(_suggested(problem, scope, engine).diagnostic(premise.value.place, premise.value.value))
    return tuple(found)


def _suggested(problem: Problem, scope: FileScope, engine: Engine) -> Problem:
    if isinstance(problem, UnknownWord) and problem.help is None:
        problem.help = _suggestion(problem.word, scope, engine)
    return problem


def _exempt(claim: Claim, scope: FileScope, engine: Engine) -> Outcome:
    reason = claim.exempt.value if claim.exempt else ""
    outcome = replace(_frame(claim), verdict="exempt", headline=f"exempt: {reason}", exempt=reason)
    if claim.shows is None:
        return outcome
    names = ClaimNames(scope, claim)
    builder = engine.builder(names)
    try:
        node = parse_expression(claim.shows.value, engine.knowledge.units, scope.names)
        term = builder.build(node)
        return _shown(outcome, term, claim_notes(builder.usage, term, engine), engine)
    except (Missing, Broken) as problem:
        return replace(outcome, notes=(Note(problem.message),))
    except Problem as problem:
        diagnostic = problem.diagnostic(claim.shows.place, claim.shows.value)
        return replace(outcome, verdict="error", code=problem.code, headline=problem.message, diagnostics=(diagnostic,))


def _shown(outcome: Outcome, term: Term, notes: list[Note], engine: Engine) -> Outcome:
    """Add a derivation that has no stated side."""
    value = evaluate(term)
    shown = readable(display_unit(term), value.nominal)
    return replace(
        outcome,
        derived=range_of(value, shown, term.dimension),
        formula=with_names(term),
        latex=in_latex(term),
        substituted=f"{with_values(term)} = {text_of(value, shown, term.dimension)}",
        derivation=step(term, engine.knowledge.rules),
        notes=tuple(notes),
    )


def _judged(claim: Claim, scope: FileScope, engine: Engine, judged: dict[str, Judged] | None) -> Outcome:
    statement = scope.statement(claim)
    names = ClaimNames(scope, claim, (f"claim:{claim.id}",))
    best = judge_statement(statement, names, engine)
    if judged is not None:
        judged[claim.id] = best
    return told(statement, names, best, engine)


def told(statement: Statement, names: ClaimNames, best: Judged, engine: Engine) -> Outcome:
    """Return all that can be said of a statement that was judged; raises Problem as judging does."""
    others = alternatives(statement, names, engine, best)
    return replace(
        _outcome(names.claim, statement, best, others, engine),
        slips=diagnose(statement, names, engine, best),
        requirements=requirements(best.comparison) if best.found.verdict in UNSETTLED else (),
        influences=influences(best.comparison),
    )


def told_in_short(statement: Statement, names: ClaimNames, best: Judged, engine: Engine) -> Outcome:
    """Return how a statement was derived, without what else would hold; raises Problem as judging does."""
    return _outcome(names.claim, statement, best, (), engine)


def _outcome(
    claim: Claim, statement: Statement, best: Judged, others: tuple[Alternative, ...], engine: Engine
) -> Outcome:
    comparison, value, found = best.comparison, best.value, best.found
    left = evaluate(comparison.left)
    notes = claim_notes(best.usage or Usage(), comparison.term, engine, best, others, statement)
    return replace(
        _frame(claim),
        verdict=found.verdict,
        grade=found.grade,
        code=VERDICT_CODES.get(found.verdict, ""),
        headline=headline(statement, comparison, value, found),
        relation=statement.relation,
        derived=_derived(comparison, left),
        stated=_stated(comparison),
        derived_span=(statement.derived.span.start, statement.derived.span.end),
        stated_span=(statement.stated.span.start, statement.stated.span.end),
        formula=with_names(comparison.left),
        latex=in_latex(comparison.left),
        substituted=_substituted(comparison, left),
        derivation=step(comparison.left, engine.knowledge.rules),
        notes=tuple(notes),
        alternatives=others,
    )


def _stated(comparison: Comparison) -> Range:
    if comparison.right is not None:
        return range_of(evaluate(comparison.right), comparison.shown, comparison.dimension, comparison.origin)
    stated = Value(comparison.stated.nominal, comparison.stated.range)
    found = range_of(stated, comparison.shown, comparison.dimension, comparison.origin)
    return replace(found, text=ratio_text(stated, comparison.ratio)) if comparison.ratio else found


def _derived(comparison: Comparison, left: Value) -> Range:
    found = range_of(left, comparison.shown, comparison.dimension)
    return replace(found, text=ratio_text(left, comparison.ratio)) if comparison.ratio else found


def _substituted(comparison: Comparison, left: Value) -> str:
    shown, dimension = comparison.shown, comparison.dimension
    result = ratio_text(left, comparison.ratio) if comparison.ratio else text_of(left, shown, dimension)
    text = f"{with_values(comparison.left)} = {result}"
    if comparison.right is None or (comparison.right.leaf is not None and comparison.left.leaf is not None):
        return text
    return f"{text}; {with_values(comparison.right)} = {text_of(evaluate(comparison.right), shown, dimension)}"
