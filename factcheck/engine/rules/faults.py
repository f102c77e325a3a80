"""What is wrong with a rule as it stands in its pack, said there and once, however many claims call it."""

from collections.abc import Iterator, Mapping

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.engine.rules.equation import read_equation
from factcheck.engine.rules.request import called_rule, calls, refuse_missing
from factcheck.engine.term.dimension import KIND_WORDS
from factcheck.language.tree import Node
from factcheck.model.pack import Rule
from factcheck.source import Span, Text
from factcheck.suggest import nearest

MAX_CHAIN = 10


def rule_faults(rule: Rule, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each equation and dimension that cannot be read; ``rules`` are those that it may call."""
    symbols = [name for name, _ in rule.symbols]
    for text in (rule.equation, *(reading for _, reading in rule.readings)):
        try:
            _, right = read_equation(text.value, symbols)
            _check_calls(right, rules, (rule.id,))
        except Problem as problem:
            yield _suggested(problem, text, symbols).diagnostic(text.place, text.value)
    for _, kind in rule.symbols:
        fault = _kind_fault(kind.value, symbols)
        if fault is not None:
            yield fault.diagnostic(kind.place, kind.value)


def _check_calls(tree: Node, rules: Mapping[str, Rule], chain: tuple[str, ...]) -> None:
    """Raise Problem FC305 or FC306 for a call that does not fit, FC304 where rules call each other in a circle."""
    for call in calls(tree):
        rule = called_rule(call, rules)
        if rule.id in chain:
            circle = " → ".join([*chain[chain.index(rule.id) :], rule.id])
            raise Problem("FC304", f"these rules call each other in a circle: {circle}", call.span)
        if len(chain) >= MAX_CHAIN:
            raise Problem("FC304", f"rules call each other more than {MAX_CHAIN} deep", call.span)
        left, right = read_equation(rule.equation.value, [name for name, _ in rule.symbols])
        refuse_missing(call, rule, call.symbol or left)
        try:
            _check_calls(right, rules, (*chain, rule.id))
        except Problem as problem:
            raise Problem(problem.code, problem.message, call.span, help=problem.help) from None


def _suggested(problem: Problem, text: Text, symbols: list[str]) -> Problem:
    if problem.code == "FC301" and problem.span is not None:
        near = nearest(text.value[problem.span.start : problem.span.end], symbols)
        problem.help = f"did you mean `{near}`?" if near else f"its symbols: {', '.join(symbols)}"
    return problem


def _kind_fault(kind: str, symbols: list[str]) -> Problem | None:
    """Return the fault of a declaration such as ``energy / mass``, ``same as before``, ``list of count``."""
    shown = kind.removeprefix("list of ").strip()
    partner = shown.removeprefix("same as ").strip()
    if partner != shown:
        return None if partner in symbols else _unknown(partner, kind, symbols, "symbol of the rule")
    for word in (part.strip() for factor in shown.split(" / ") for part in factor.split(" * ")):
        if word not in KIND_WORDS:
            return _unknown(word, kind, sorted(KIND_WORDS), "dimension")
    return None


def _unknown(word: str, kind: str, known: list[str], what: str) -> Problem:
    near = nearest(word, known)
    start = kind.find(word)
    span = Span(start, start + len(word)) if word else None
    cure = f"did you mean `{near}`?" if near else f"write one of: {', '.join(known)}"
    if "^" in word:
        cure = "a dimension has no powers: write a product, `length * length`, or a quotient, `mass / time / time`"
    return Problem("FC115", f"`{word}` is no {what}", span, help=cure)
