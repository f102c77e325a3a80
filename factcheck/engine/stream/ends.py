"""The ends of terms as functions over whole numbers, for closed and finite inputs (see ``quick``)."""

from factcheck.engine.stream.quick import Ends, Inputs, Numbers, Over
from factcheck.engine.term.term import Term


def ends(term: Term, inputs: Inputs) -> Over | None:
    """Return the function of a term's ends by interval arithmetic; None where an operation is not one of these."""
    if term.leaf is not None:
        return inputs[term.leaf.key].over
    if term.operator == "number":
        n, d = term.number.numerator, term.number.denominator
        found = (n, d, n, d)
        return lambda _: found
    parts = [ends(argument, inputs) for argument in term.arguments]
    if not parts or parts[0] is None or parts[-1] is None:
        return None
    return _joined(term, parts[0], parts[-1])


def _joined(term: Term, left: Over, right: Over) -> Over | None:
    match term.operator:
        case "+":
            return _sum(left, right)
        case "-":
            return _sum(left, _negated(right))
        case "neg":
            return _negated(left)
        case "*":
            return _product(left, right)
        case "/":
            return _product(left, _reciprocal(right))
        case "^":
            return _raised(left, int(term.arguments[1].number))
    return None


def _negated(operand: Over) -> Over:
    def over(numbers: Numbers) -> Ends | None:
        found = operand(numbers)
        return None if found is None else (-found[2], found[3], -found[0], found[1])

    return over


def _sum(left: Over, right: Over) -> Over:
    def over(numbers: Numbers) -> Ends | None:
        first, second = left(numbers), right(numbers)
        if first is None or second is None:
            return None
        a, b, c, d = first
        e, f, g, h = second
        return a * f + e * b, b * f, c * h + g * d, d * h

    return over


def _product(left: Over, right: Over) -> Over:
    """Multiply where one factor at least is nowhere negative."""

    def over(numbers: Numbers) -> Ends | None:
        first, second = left(numbers), right(numbers)
        if first is None or second is None:
            return None
        if second[0] < 0:
            first, second = second, first
        a, b, c, d = first
        e, f, g, h = second
        if e < 0:
            return None
        low = (a * e, b * f) if a >= 0 else (a * g, b * h)
        high = (c * g, d * h) if c >= 0 else (c * e, d * f)
        return (*low, *high)

    return over


def _reciprocal(operand: Over) -> Over:
    """Turn over what is everywhere positive."""

    def over(numbers: Numbers) -> Ends | None:
        found = operand(numbers)
        return None if found is None or found[0] <= 0 else (found[3], found[2], found[1], found[0])

    return over


def _raised(base: Over, power: int) -> Over:
    def over(numbers: Numbers) -> Ends | None:
        found = base(numbers)
        if found is None or found[0] < 0:
            return None
        a, b, c, d = found
        return a**power, b**power, c**power, d**power

    return over
