"""Short notations that the tables of examples are written in: intervals, rows of a block of text."""

from fractions import Fraction

from factcheck.quantity.interval import Interval, Number


def rows(block: str) -> list[tuple[str, ...]]:
    """Split a block of text into rows and columns; a column ends at a bar between blanks."""
    lines = (line.strip() for line in block.strip().splitlines())
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in lines if line]


def digits(value: Number) -> str:
    """Write a number exactly: as a decimal where that ends, else as a fraction."""
    exact = Fraction(value)
    power = next((n for n in range(60) if (exact * 10**n).denominator == 1), None)
    if not power:
        return str(exact)
    text = f"{abs(exact) * 10**power}".rjust(power + 1, "0")
    return f"{'-' if exact < 0 else ''}{text[:-power]}.{text[-power:]}"


def shown(interval: Interval) -> str:
    """Write an interval as mathematicians do: ``[8.5, 9.5]``, ``(3, ∞)``; one number as itself."""
    if interval.is_point and interval.low is not None:
        return digits(interval.low)
    low = "-∞" if interval.low is None else digits(interval.low)
    high = "∞" if interval.high is None else digits(interval.high)
    first = "(" if interval.low_open or interval.low is None else "["
    return f"{first}{low}, {high}{')' if interval.high_open or interval.high is None else ']'}"


def read(text: str) -> Interval:
    """Read what ``shown`` writes."""
    if text[0] not in "[(":
        return Interval(_number(text), _number(text))
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        None if low == "-∞" else _number(low),
        None if high == "∞" else _number(high),
        low_open=text[0] == "(",
        high_open=text[-1] == ")",
    )


def _number(text: str) -> Number:
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value
