"""Terms as formulas for people: with names, or with values."""

from collections.abc import Callable

from factcheck.engine.show import decimal
from factcheck.engine.term import Leaf, Term

_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ ", "^": "^"}
_RANK = {"+": 1, "-": 1, "neg": 2, "*": 3, "/": 3, "^": 5}
_ATOM = 9


def with_names(term: Term) -> str:
    """Write a term with the names of its inputs: ``target ÷ D1.peak``."""
    return _write(term, lambda leaf: leaf.name)


def with_values(term: Term) -> str:
    """Write a term with the values of its inputs as they were written: ``100 EFLOP/s ÷ 362 TFLOP/s/D1``."""
    return _write(term, lambda leaf: leaf.text)


def in_language(term: Term) -> str:
    """Write a term as the claim language has it, facts with their qualifiers: ``target / D1.peak[bf16, dense]``."""
    text = _write(term, _referred)
    for sign, plain in ((" − ", " - "), (" × ", " * "), (" ÷ ", " / ")):
        text = text.replace(sign, plain)
    return text


def _referred(leaf: Leaf) -> str:
    if leaf.fact is None or not leaf.fact.when:
        return leaf.name
    return f"{leaf.name}[{', '.join(value for _, value in leaf.fact.when)}]"


def _write(term: Term, show: Callable[[Leaf], str]) -> str:
    if term.leaf is not None:
        return show(term.leaf)
    if term.operator == "number":
        return decimal(term.number)
    sign = _SIGNS.get(term.operator)
    if sign is None and term.operator != "neg":
        return f"{term.operator}({', '.join(_write(argument, show) for argument in term.arguments)})"
    parts = [_operand(term, i, show) for i in range(len(term.arguments))]
    return sign.join(parts) if sign else f"−{parts[0]}"


def _operand(term: Term, position: int, show: Callable[[Leaf], str]) -> str:
    argument = term.arguments[position]
    text = _write(argument, show)
    mine, theirs = _RANK.get(term.operator, 0), _RANK.get(argument.operator, _ATOM)
    tighter = position > 0 and term.operator in {"-", "/", "^"}
    return (
        f"({text})" if theirs < mine or (theirs == mine and tighter) or (term.operator == "^" and " " in text) else text
    )
