"""Runs the cases that stand beside each rule: each is a statement that must get the verdict it expects."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.engine.check import Engine, check_claim
from factcheck.engine.rules import Equations
from factcheck.engine.scope import FileScope
from factcheck.language.parser import RELATIONS
from factcheck.model.claim import Claim, ClaimFile
from factcheck.model.pack import Rule, RuleTest
from factcheck.model.report import FileReport, Outcome
from factcheck.source import Text

MIN_CASES = 2


@dataclass(frozen=True, slots=True)
class RuleResult:
    """A rule with the outcomes of its cases; ``lacking`` says which kind of case it has too few of."""

    rule: Rule
    outcomes: tuple[Outcome, ...]
    lacking: tuple[str, ...] = ()


def run_rule(rule: Rule, engine: Engine) -> RuleResult:
    """Run the cases of one rule."""
    outcomes = tuple(_run(rule, case, number, engine) for number, case in enumerate(rule.tests, 1))
    counts = {kind: sum(case.expect in kinds for case in rule.tests) for kind, kinds in _KINDS.items()}
    return RuleResult(rule, outcomes, tuple(kind for kind, n in counts.items() if n < MIN_CASES))


_KINDS = {"passing": ("pass",), "failing": ("fail", "slip", "wrong", "decision")}


def run_rules(rules: Sequence[Rule], engine: Engine, equations: Equations) -> tuple[RuleResult, ...]:
    """Run the cases of all rules; equations are solved together first."""
    equations.prepare(rule for rule in rules if _needs_solving(rule, equations))
    return tuple(run_rule(rule, engine) for rule in rules)


def _needs_solving(rule: Rule, equations: Equations) -> bool:
    whole = any(kind.value == "whole" for _, kind in rule.symbols)
    return whole or any(case.symbol != equations.left(rule) for case in rule.tests)


def statement(rule: Rule, case: RuleTest) -> str:
    """Write a case as a statement of the claim language."""
    inputs = ", ".join(f"{name}={value.value}" for name, value in case.given)
    stated = case.stated.value.strip()
    relation = "" if stated.startswith(tuple(RELATIONS)) else "= "
    return f"{rule.id}.{case.symbol}({inputs}) {relation}{stated}"


def _run(rule: Rule, case: RuleTest, number: int, engine: Engine) -> Outcome:
    says = Text(statement(rule, case), case.place)
    claim = Claim(f"{rule.id}-{number}", case.place, says=says, expect=case.expect, note=case.note)
    file = ClaimFile(case.place.path, claims=(claim,))
    return check_claim(claim, FileScope(file, engine.knowledge.units), engine)


def as_report(results: Sequence[RuleResult]) -> tuple[FileReport, ...]:
    """Return the outcomes by file, as a report has them."""
    by_file: dict[str, list[Outcome]] = {}
    for result in results:
        by_file.setdefault(result.rule.place.path, []).extend(result.outcomes)
    return tuple(FileReport(path, outcomes=tuple(_numbered(found))) for path, found in sorted(by_file.items()))


def _numbered(outcomes: list[Outcome]) -> list[Outcome]:
    return [replace(outcome, note="") for outcome in outcomes]
