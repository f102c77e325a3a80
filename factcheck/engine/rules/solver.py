"""Solves equations with sympy, as a process of its own: JSON in, one line of JSON out for each equation.

Run as ``python -m factcheck.engine.rules.solver``. The parent kills it when an equation takes too long (see ``rules``).
Nothing is evaluated as code: equations come through the language's own parser, and sympy's result is written out
again in that language.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import sympy

from factcheck.diagnostics import Problem
from factcheck.engine.rules.equation import NO_UNITS, read_equation
from factcheck.language.tree import Binary, Call, Literal, Name, Negation, Node, children

MEMORY = 2 << 30
LISTED = frozenset({"sum", "len", "mean", "median", "sd"})
_FUNCTIONS = {
    "sqrt": sympy.sqrt,
    "log": sympy.log,
    "ln": sympy.log,
    "log2": lambda x: sympy.log(x, 2),
    "log10": lambda x: sympy.log(x, 10),
    "exp": sympy.exp,
    "sin": sympy.sin,
    "cos": sympy.cos,
    "tan": sympy.tan,
    "asin": sympy.asin,
    "acos": sympy.acos,
    "atan": sympy.atan,
    "abs": sympy.Abs,
    "min": sympy.Min,
    "max": sympy.Max,
}
"""What it can turn round; an unknown inside of another function is found with numbers."""


class Translation:
    """A tree as a sympy expression. Sums over lists stay whole: ``opaque`` maps their symbols to their text."""

    def __init__(self, target: str, *, positive: bool) -> None:
        self.target = target
        self.positive = positive
        self.opaque: dict[str, str] = {}

    def symbol(self, name: str) -> Any:
        """Return the symbol of a name; all but the target stand for positive values."""
        if name == self.target and not self.positive:
            return sympy.Symbol(name, real=True)
        return sympy.Symbol(name, positive=True)

    def of(self, node: Node, text: str) -> Any:
        """Translate a node of the equation ``text``."""
        match node:
            case Name():
                return self.symbol(node.text)
            case Literal():
                return sympy.Rational(str(node.number.nominal))
            case Negation():
                return -self.of(node.operand, text)
            case Binary():
                return _join(node.operator, self.of(node.left, text), self.of(node.right, text))
            case Call() if node.rule in LISTED:
                name = f"opaque{len(self.opaque)}"
                self.opaque[name] = text[node.span.start : node.span.end]
                return sympy.Symbol(name, positive=True)
            case Call():
                if node.rule not in _FUNCTIONS:
                    raise Problem("FC307", f"`{node.rule}` has no inverse that is known here", node.span)
                return _FUNCTIONS[node.rule](*(self.of(argument, text) for _, argument in node.arguments))
        raise Problem("FC308", "the equation holds something that is no formula", node.span)


def _join(operator: str, left: Any, right: Any) -> Any:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "^":
            return left**right
    raise Problem("FC308", f"`{operator}` cannot stand in an equation")


def solve(text: str, symbols: list[str], target: str) -> list[str]:
    """Return the solutions of an equation for a symbol, in the claim language."""
    for positive in (True, False):
        translation = Translation(target, positive=positive)
        left, right = read_equation(text, symbols, NO_UNITS)
        difference = translation.symbol(left) - translation.of(right, text)
        found = sympy.solve(difference, translation.symbol(target), check=False)
        real = [solution for solution in found if solution.is_real is not False]
        wanted = [solution for solution in real if not (positive and solution.is_negative)]
        written = [write(solution, translation.opaque) for solution in wanted]
        if written:
            return sorted(dict.fromkeys(written))
    return []


def write(expression: Any, opaque: dict[str, str]) -> str:
    """Write a sympy expression in the claim language."""
    arguments = [write(argument, opaque) for argument in expression.args]
    if expression.is_Symbol:
        return opaque.get(str(expression.name), str(expression.name))
    if expression.is_Integer:
        return str(expression) if expression >= 0 else f"({expression})"
    if expression.is_Rational:
        return f"({expression.p}/{expression.q})"
    if expression.is_Add:
        return f"({' + '.join(arguments)})"
    if expression.is_Mul:
        return _write_product(expression, opaque)
    if expression.is_Pow:
        return _write_power(expression, arguments)
    return f"{_name(expression)}({', '.join(arguments)})"


def _write_product(expression: Any, opaque: dict[str, str]) -> str:
    above, below = sympy.fraction(expression)
    if below != 1:
        return f"({write(above, opaque)} / {write(below, opaque)})"
    return f"({' * '.join(write(factor, opaque) for factor in expression.args)})"


def _write_power(expression: Any, arguments: list[str]) -> str:
    if expression.base == sympy.E:
        return f"exp({arguments[1]})"
    if expression.exp == sympy.Rational(1, 2):
        return f"sqrt({arguments[0]})"
    return f"({arguments[0]} ^ {arguments[1]})"


_WRITTEN = {
    **{name: name for name in ("log", "exp", "sin", "cos", "tan", "asin", "acos", "atan")},
    "Abs": "abs",
    "Min": "min",
    "Max": "max",
}


def _name(expression: Any) -> str:
    name = _WRITTEN.get(type(expression).__name__)
    if name is None:
        raise Problem("FC307", f"the solution needs `{type(expression).__name__}`, which the language does not have")
    return name


def answers(text: str, symbols: list[str]) -> Iterator[dict[str, list[str]]]:
    """Yield the solutions for each symbol that stands alone in the equation; a list cannot be solved for.

    Symbols that occur once come first: they are solved at once, and the limit may end the others.
    """
    left, right = read_equation(text, symbols, NO_UNITS)
    count = Counter([left, *_plain_names(right)])
    for target in sorted(count, key=lambda name: (count[name], name)):
        if count[target] > 1 and _is_hidden(target, right):
            yield {target: []}
            continue
        try:
            yield {target: solve(text, symbols, target)}
        except (Problem, NotImplementedError, ValueError, TypeError, RecursionError):
            yield {target: []}


def _is_hidden(target: str, node: Node) -> bool:
    """Whether a symbol stands inside of a function, or in a power that is no number.

    One that occurs beside that again has no formula, or none that is found in time.
    """
    if isinstance(node, Call):
        return target in _plain_names(node)
    if isinstance(node, Binary) and node.operator == "^" and _plain_names(node.right):
        return target in _plain_names(node)
    return any(_is_hidden(target, part) for part in children(node))


def _plain_names(node: Node) -> list[str]:
    if isinstance(node, Name):
        return [node.text]
    if isinstance(node, Call) and node.rule in LISTED:
        return []
    return [name for part in children(node) for name in _plain_names(part)]


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Say that the program has started; then answer one request after another, each ended by an empty object."""
    _limit_memory()
    print("{}", flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        with suppress(Problem):
            for found in answers(request["equation"], request["symbols"]):
                print(json.dumps(found), flush=True)
        print("{}", flush=True)


if __name__ == "__main__":
    main()
