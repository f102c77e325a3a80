"""Rules that no claim calls, and rules that nothing could refute."""

from collections.abc import Iterable, Iterator

from factcheck.diagnostics import Diagnostic
from factcheck.lint.used import Used
from factcheck.model.pack import Pack, Rule

UNUSED, UNCHALLENGED = "FC712", "FC716"
FAILING = frozenset({"fail", "slip", "wrong", "decision"})


def unused_rules(own: Iterable[Pack], used: Used) -> Iterator[Diagnostic]:
    """Yield rules that no derivation and no statement names."""
    for rule in (rule for pack in own for rule in pack.rules):
        if rule.id not in used.rules and rule.id not in used.words:
            cure = 'use it or remove it; for a pack that others use, set FC712 = "off"'
            yield _diagnostic(UNUSED, f"no claim calls the rule `{rule.id}`", rule, cure)


def unchallenged(own: Iterable[Pack]) -> Iterator[Diagnostic]:
    """Yield rules without a case that has to fail: such a rule may hold for anything."""
    for rule in (rule for pack in own for rule in pack.rules):
        if not any(case.expect in FAILING for case in rule.tests):
            cure = "add a case with `expect: fail`: numbers for which the rule does not hold"
            yield _diagnostic(UNCHALLENGED, f"no case of the rule `{rule.id}` has to fail", rule, cure)


def _diagnostic(code: str, message: str, rule: Rule, cure: str) -> Diagnostic:
    return Diagnostic(code, message, rule.place, help=cure)
