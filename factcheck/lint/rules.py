"""Rules that no claim calls, and rules that nothing could refute."""

from collections.abc import Iterable, Iterator

from factcheck.diagnostics import Diagnostic
from factcheck.lint.used import Used, words_of
from factcheck.model.pack import Pack, Rule

UNUSED, UNCHALLENGED = "FC712", "FC716"
FAILING = frozenset({"fail", "slip", "wrong", "decision"})


def unused_rules(own: Iterable[Pack], packs: Iterable[Pack], used: Used) -> Iterator[Diagnostic]:
    """Yield rules that no derivation and no statement names, nor the equation of a rule that one names."""
    called = _called(used.rules | used.words, [rule for pack in packs for rule in pack.rules])
    for rule in (rule for pack in own for rule in pack.rules):
        if rule.id not in called:
            cure = 'use it or remove it; for a pack that others use, set FC712 = "off"'
            yield _diagnostic(UNUSED, f"no claim calls the rule `{rule.id}`", rule, cure)


def _called(names: Iterable[str], rules: Iterable[Rule]) -> set[str]:
    """Return the names, with all words of the equations of these rules and of those that they call in turn."""
    words = {rule.id: words_of(rule.equation.value, *(reading.value for _, reading in rule.readings)) for rule in rules}
    called, wanted = set(names), list(names)
    while wanted:
        new = words.get(wanted.pop(), frozenset()) - called
        called |= new
        wanted.extend(new)
    return called


def unchallenged(own: Iterable[Pack]) -> Iterator[Diagnostic]:
    """Yield rules without a case that has to fail: such a rule may hold for anything."""
    for rule in (rule for pack in own for rule in pack.rules):
        if not any(case.expect in FAILING for case in rule.tests):
            cure = "add a case with `expect: fail`: numbers for which the rule does not hold"
            yield _diagnostic(UNCHALLENGED, f"no case of the rule `{rule.id}` has to fail", rule, cure)


def _diagnostic(code: str, message: str, rule: Rule, cure: str) -> Diagnostic:
    return Diagnostic(code, message, rule.place, help=cure)
