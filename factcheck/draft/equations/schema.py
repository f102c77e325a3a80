"""A rule of a pack as drafts use it: which symbol a text may state, of what its inputs must be, how it is computed."""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck.codes import CODES
from factcheck.diagnostics import Problem
from factcheck.draft.equations.wordings import Unreadable, cases_of, own_rows
from factcheck.draft.quantities.quantity import MEASURE, POINTS, SHARE, TIMES
from factcheck.draft.words.constructions import Construction
from factcheck.draft.words.records import CASES, is_trusted
from factcheck.language.parser import parse_expression
from factcheck.language.tree import Binary, Call, Literal, Name, Negation, Node
from factcheck.model.pack import Rule
from factcheck.quantity.units import UnitTable

Function = Callable[..., float]
"""The result of the inputs, in the order of ``inputs``, and behind them of the values of the list, if there is one."""

FORMS: Mapping[str, str] = {"measure": MEASURE, "percent": SHARE, "points": POINTS, "times": TIMES}
ANY = "FC401"
_OPERATIONS: Mapping[str, Function] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
}
_NO_UNITS = UnitTable([], {}, [])


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """``inputs`` are single quantities, ``list`` is the symbol of any number of them, if the rule has one.

    ``form`` is the class of the stated quantity. ``like`` says of each symbol which other one it is like, nothing
    where it may be of any kind; ``ratios`` are the inputs that are percentages or fractions. ``rows`` are the
    constructions that its pack has for it, ``cases`` how many cases each of them has.
    """

    rule: str
    kind: str
    code: str
    result: str
    form: str
    inputs: tuple[str, ...]
    list: str
    like: Mapping[str, str]
    ratios: frozenset[str]
    function: Function = field(compare=False)
    rows: tuple[Construction, ...] = ()
    cases: Mapping[str, int] = field(default_factory=dict)

    @property
    def signed(self) -> bool:
        """Whether its result goes up or down: it is that of a change."""
        return {"before", "after"} <= {*self.inputs} and self.form != TIMES

    @property
    def trusted(self) -> Iterator[str]:
        """The constructions of its pack that may say *wrong*."""
        return (row for row, count in self.cases.items() if is_trusted({CASES: count}))


def schemas(rules: Sequence[Rule]) -> tuple[Schema, ...]:
    """Return the schemas of the rules that say how prose shows them; ``factcheck test`` tells of those that fail to."""
    found: list[Schema] = []
    for rule in rules:
        if rule.reads:
            with suppress(Unreadable):
                found.append(_schema(rule))
    return tuple(found)


def unreadable(rule: Rule) -> str:
    """Return why prose cannot show a rule that says how; nothing where it can."""
    if not rule.reads:
        return "it has `wordings` and no `reads`" if rule.wordings else ""
    try:
        _schema(rule)
    except Unreadable as reason:
        return str(reason)
    return ""


@lru_cache(maxsize=256)
def _schema(rule: Rule) -> Schema:
    reads, symbols = dict(rule.reads), dict(rule.symbols)
    result, of_list = reads["result"], reads.get("list", "")
    inputs = tuple(name for name in symbols if name not in (result, of_list))
    kinds = {name: text.value.removeprefix("list of ") for name, text in symbols.items()}
    left, _, right = rule.equation.value.partition("=")
    if left.strip() != result or of_list not in {"", *symbols}:
        raise Unreadable(f"`reads` needs the result `{left.strip()}`, and a list that is one of the symbols, if any")
    if reads.get("code", ANY) not in CODES:
        raise Unreadable(f"there is no code `{reads['code']}`")
    try:
        tree = parse_expression(right.strip(), _NO_UNITS, frozenset(symbols))
    except Problem as fault:
        raise Unreadable(fault.message) from None
    return Schema(
        rule=rule.id,
        kind=reads.get("kind", rule.id.replace("_", "-")),
        code=reads.get("code", ANY),
        result=result,
        form=FORMS[reads.get("form", "measure")],
        inputs=inputs,
        list=of_list,
        like={name: kind.removeprefix("same as ") for name, kind in kinds.items() if kind.startswith("same as ")},
        ratios=frozenset(name for name, kind in kinds.items() if kind == "ratio" and name != result),
        function=_compiled(tree, inputs, of_list),
        rows=own_rows(rule, {result, *inputs, *([of_list] if of_list else [])}),
        cases=cases_of(rule),
    )


def _compiled(node: Node, inputs: Sequence[str], of_list: str) -> Function:
    """Return a side of an equation as a function of floats, made of functions: nothing is evaluated as code."""
    match node:
        case Literal():
            constant = float(node.number.nominal or 0)
            return lambda *_: constant
        case Name() if node.text in inputs:
            return _argument(inputs.index(node.text))
        case Negation():
            inner = _compiled(node.operand, inputs, of_list)
            return lambda *given: -inner(*given)
        case Binary():
            if not of_list and (known := _of_inputs(node, inputs)):
                return known
            left, right = (_compiled(side, inputs, of_list) for side in (node.left, node.right))
            return _joined(node.operator, left, right)
        case Call() if node.rule in {"sum", "len"} and _is_list(node, of_list):
            return (lambda *given: sum(given[-1])) if node.rule == "sum" else (lambda *given: len(given[-1]))
    raise Unreadable("its equation has something else than + - * / ^ and, of its list, `sum` and `len`")


def _of_inputs(node: Binary, inputs: Sequence[str]) -> Function | None:
    """Return an operation on the two inputs of a rule and nothing else: most equations are tried that many times."""
    sides = [side.text for side in (node.left, node.right) if isinstance(side, Name)]
    found = _OPERATIONS.get(node.operator)
    if found is None or sorted(sides) != sorted(inputs):
        return None
    return found if sides == [*inputs] else lambda first, second: found(second, first)


def _argument(place: int) -> Function:
    """Return the function that gives one of its arguments."""
    if place == 0:
        return lambda first, *_: first
    if place == 1:
        return lambda _, second, *__: second
    return lambda *given: given[place]


def _is_list(node: Call, of_list: str) -> bool:
    (_, argument), *rest = node.arguments
    return not rest and isinstance(argument, Name) and argument.text == of_list


def _joined(sign: str, left: Function, right: Function) -> Function:
    operation = _OPERATIONS.get(sign)
    if operation is None:
        raise Unreadable(f"its equation has `{sign}`")
    return lambda *given: operation(left(*given), right(*given))
