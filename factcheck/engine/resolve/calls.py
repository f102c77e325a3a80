"""Rules and functions inside a statement: inputs are checked, the solved equation takes their place."""

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.lists import values_of
from factcheck.engine.resolve.measure import Broken
from factcheck.engine.resolve.years import as_year
from factcheck.engine.rules.equation import build_expression
from factcheck.engine.rules.functions import function
from factcheck.engine.term import dimension as dim
from factcheck.engine.term.offer import alike, demanded
from factcheck.engine.term.term import Term
from factcheck.language.functions import FUNCTIONS
from factcheck.language.tree import Call, Name, Node
from factcheck.model.pack import Rule
from factcheck.quantity.dimension import NUMBER, Dimension
from factcheck.source import Span
from factcheck.suggest import nearest

if TYPE_CHECKING:
    from factcheck.engine.resolve.build import Builder

Inputs = dict[str, Term | list[Term]]


def call_rule(node: Call, builder: "Builder", rule: Rule | None = None) -> Term:
    """Return the term of a rule applied to inputs; ``rule`` replaces the one that the call names (another reading).

    Raises Problem FC305 for an unknown rule, FC306 for inputs that do not fit, FC307 where the rule has no
    solution for the symbol that is asked for.
    """
    rule = rule or find_rule(node, builder)
    symbols = [name for name, _ in rule.symbols]
    target = node.symbol or builder.equations.left(rule)
    if target not in symbols:
        raise _no_symbol(rule, target, symbols, _place(node, 1))
    inputs = _inputs(node, rule, target, builder)
    expression = builder.equations.solved(rule, target, rules=builder.chooser.knowledge.rules)
    term = build_expression(expression, inputs, node.span, _possible(rule, target, inputs))
    return replace(_declared(rule, target, inputs, term, node.span), rule=rule.id)


def find_rule(node: Call, builder: "Builder") -> Rule:
    """Return the rule that a call names."""
    rules = builder.chooser.knowledge.rules
    if builder.chooser.knowledge.is_broken(node.rule):
        raise Broken(f"the rule `{node.rule}`")
    if node.rule not in rules:
        raise _unknown(node, builder)
    return rules[node.rule]


def _unknown(node: Call, builder: "Builder") -> Problem:
    """Return the fault of a call of what is no rule: a misspelt one, a function, a value before a bracket."""
    known, place = builder.chooser.knowledge, _place(node, 0)
    value = node.rule in builder.names.known() or known.units.lookup(node.rule) is not None
    near = nearest(node.rule, [*known.rules, *FUNCTIONS])
    if value and near is None:
        message = f"`{node.rule}` is a value, and no function or rule"
        return Problem("FC305", message, place, help="write `*` between two factors")
    unnamed = not node.symbol and all(not name for name, _ in node.arguments)
    message = f"unknown {'function' if unnamed else 'rule'} `{node.rule}`"
    listed = "`factcheck rules` lists the rules and functions"
    return Problem("FC305", message, place, help=f"did you mean `{near}`?" if near else listed)


def _place(node: Call, index: int) -> Span:
    """Return the place of the rule's name (0), of the symbol asked for (1), of an input's name (from 2)."""
    return node.spans[index] if index < len(node.spans) else node.span


def _no_symbol(rule: Rule, target: str, symbols: list[str], span: Span) -> Problem:
    near = nearest(target, symbols)
    cure = f"did you mean `{near}`?" if near else f"its symbols: {', '.join(symbols)}"
    return Problem("FC306", f"the rule `{rule.id}` has no symbol `{target}`", span, help=cure)


def _inputs(node: Call, rule: Rule, target: str, builder: "Builder") -> Inputs:
    """Build the inputs of a call; each symbol but the one asked for, once."""
    kinds = {name: kind.value for name, kind in rule.symbols}
    found: Inputs = {}
    for place, (name, argument) in enumerate(node.arguments, 2):
        if not name:
            cure = f"its symbols: {', '.join(k for k in kinds if k != target)}"
            message = f"the inputs of a rule are written by name: `{rule.id}(name=value)`"
            raise Problem("FC306", message, argument.span, help=cure)
        if name not in kinds:
            raise _no_symbol(rule, name, [k for k in kinds if k != target], _place(node, place))
        if name == target:
            message = f"`{name}` is what the rule `{rule.id}` is solved for: it cannot be an input"
            raise Problem("FC306", message, _place(node, place))
        if name in found:
            raise Problem("FC306", f"`{name}` is given twice", _place(node, place))
        found[name] = _input(argument, kinds[name], builder)
        _check_kind(rule, name, kinds[name], found, argument.span)
    whole = {name for name, kind in kinds.items() if kind == "whole"}
    found |= {name: builder.chosen[name] for name in whole & set(builder.chosen) - set(found) - {target}}
    missing = [name for name in kinds if name not in found and name != target]
    if missing:
        listed = ", ".join(f"`{name}`" for name in missing)
        raise Problem("FC306", f"the rule `{rule.id}` needs {listed}", node.span)
    return found


def _input(argument: Node, kind: str, builder: "Builder") -> Term | list[Term]:
    values = values_of(argument, builder)
    if values is not None:
        if not kind.startswith("list of"):
            if isinstance(argument, Name):
                return builder.build(argument)  # raises, and tells which list it is
            raise Problem("FC306", "one value is needed here, not a list", argument.span)
        if not values:
            raise Problem("FC306", "the list is empty", argument.span)
        return values
    if kind.startswith("list of"):
        raise Problem("FC306", "a list is needed here: `[a, b, c]`", argument.span)
    return builder.build(as_year(argument) if kind == "date" else argument)


def _check_kind(rule: Rule, name: str, kind: str, found: Inputs, span: Span) -> None:
    """Check the dimension of an input; inputs of one kind let go of what differs between them per thing."""
    if isinstance(values := found[name], list):
        found[name] = _of_one_kind(name, values, span)
    if kind.startswith("same as "):
        _check_partner(name, kind.removeprefix("same as ").strip(), found, span)
        return
    first = _terms(found[name])[0]
    if not dim.kind_fits(kind, first.dimension) and not dim.kind_fits(kind, demanded(first)):
        raise Problem(
            "FC203",
            f"the rule `{rule.id}` takes {_article(kind)} as `{name}`; this is {dim.words(first.dimension)}",
            span,
        )


def _of_one_kind(name: str, values: list[Term], span: Span) -> list[Term]:
    same = alike(values)
    if same is None:
        first = values[0].dimension
        odd = next(value.dimension for value in values if value.dimension != first)
        raise dim.mismatch(f"the values of `{name}` differ in kind", first, odd, span, ("first", "other"))
    return same


def _check_partner(name: str, partner: str, found: Inputs, span: Span) -> None:
    if partner not in found:
        return
    theirs, mine = _terms(found[partner]), _terms(found[name])
    same = alike([*theirs, *mine])
    if same is None:
        what = f"`{name}` and `{partner}` differ in kind"
        raise dim.mismatch(what, theirs[0].dimension, mine[0].dimension, span, (partner, name))
    for symbol, terms in ((partner, same[: len(theirs)]), (name, same[len(theirs) :])):
        found[symbol] = terms if isinstance(found[symbol], list) else terms[0]


def _article(kind: str) -> str:
    return {
        "ratio": "a plain number",
        "count": "a count",
        "date": "a date",
        "time": "a duration",
        "whole": "a whole number",
    }.get(kind, kind)


def _terms(value: Term | list[Term]) -> list[Term]:
    return value if isinstance(value, list) else [value]


def _declared_dimension(rule: Rule, target: str, inputs: Inputs) -> Dimension | None:
    """Return the dimension of an input that is of one kind with a symbol, else what the symbol itself declares."""
    kinds = {name: kind.value.removeprefix("list of ").strip() for name, kind in rule.symbols}

    def first(name: str) -> str:
        partner = kinds[name].removeprefix("same as ").strip()
        return partner if partner != kinds[name] and partner in kinds else name

    partners = (name for name in kinds if name in inputs and first(name) == first(target))
    partner = next(partners, None)
    return dim.kind_dimension(kinds[target]) if partner is None else demanded(_terms(inputs[partner])[0])


def _possible(rule: Rule, target: str, inputs: Inputs) -> list[Dimension]:
    """Return the dimensions that a symbol without formula may have: as declared, else none, or that of an input."""
    declared = _declared_dimension(rule, target, inputs)
    if declared is not None:
        return [declared]
    return list(dict.fromkeys([NUMBER, *(demanded(_terms(value)[0]) for value in inputs.values())]))


def _declared(rule: Rule, target: str, inputs: Inputs, term: Term, span: Span) -> Term:
    """Return what was asked for, of the dimension that the rule declares where it does."""
    declared = _declared_dimension(rule, target, inputs)
    if declared is None or declared == demanded(term):
        return term
    if not _is_opaque(term):
        names = (target, "inputs")
        raise dim.mismatch(f"the inputs of `{rule.id}` do not give `{target}`", declared, term.dimension, span, names)
    return replace(term, dimension=declared, offer=NUMBER)


def _is_opaque(term: Term) -> bool:
    """Whether a power or logarithm hides the dimension of a solved equation."""
    return term.operator in {"log", "exp", "^"} or any(_is_opaque(argument) for argument in term.arguments)


def call_function(node: Call, builder: "Builder") -> Term:
    """Return the term of ``sqrt(x)``, ``max(a, b)`` and the like."""
    arguments: list[Term] = []
    for _, argument in node.arguments:
        values = values_of(argument, builder)
        arguments.extend([builder.build(argument)] if values is None else values)
    return function(node.rule, arguments, node.span)
