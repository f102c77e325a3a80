"""The tables of literals on the page on the claim language: what is written there is what is read."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.engine.term.values import dimension_of, shown_in
from factcheck.language.parser import parse_expression
from factcheck.language.tree import Literal
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.units import UnitTable
from factcheck.quantity.written import stated

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")


def table(heading: str) -> list[tuple[str, str]]:
    """Return the rows of the table under a heading."""
    body = PAGE.partition(f"| written | {heading} |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in body.splitlines()]
    return [(written, meant) for written, meant in rows]


EQUAL, WIDE = table("stands for"), table("holds")


def literal(text: str, units: UnitTable) -> Literal:
    node = parse_expression(text, units)
    assert isinstance(node, Literal)
    assert node.text == text
    return node


def value(node: Literal) -> tuple[Number, ...]:
    """Return what a literal stands for in base units, a range as its two ends."""
    factor, span = shown_in(node.units).factor, node.number.span
    ends = (span.low, span.high) if span else (node.number.nominal,)
    return tuple(Fraction(end) * factor for end in ends if end is not None)


@pytest.mark.parametrize(("written", "meant"), EQUAL)
def test_a_literal_stands_for_what_the_page_says(written: str, meant: str, units: UnitTable) -> None:
    one, other = literal(written, units), literal(meant, units)
    assert (value(one), dimension_of(one)) == (value(other), dimension_of(other))


@pytest.mark.parametrize(("written", "ends"), WIDE)
def test_a_tolerance_is_as_wide_as_the_page_says(written: str, ends: str, units: UnitTable) -> None:
    low, high = map(Fraction, re.split(" to ", ends))
    assert stated(literal(written, units).number) == Interval(low, high)


def test_the_page_has_both_tables() -> None:
    assert (len(EQUAL) > 20, len(WIDE) > 5) == (True, True)


@pytest.mark.parametrize(
    ("written", "half"),
    [
        ("2 1/2", Fraction(1, 4)),
        ("5 ft 11 in", Fraction(1, 24)),
        ("2 × 10^30", Fraction(5 * 10**29)),
        ("24 per 100,000", Fraction(1, 2)),
        ("4.5x", Fraction(1, 20)),
    ],
)
def test_the_last_part_that_is_written_is_the_tolerance(written: str, half: Fraction, units: UnitTable) -> None:
    number = literal(written, units).number
    found = stated(number)
    assert number.nominal is not None
    assert (found.low, found.high) == (number.nominal - half, number.nominal + half)
