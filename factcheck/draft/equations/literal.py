"""Writes a mention as a literal of the claim language."""

from fractions import Fraction
from functools import lru_cache

from factcheck.diagnostics import Problem
from factcheck.draft.text.passage import Item
from factcheck.prose.jsonl import decimal
from factcheck.quantity.interval import Number
from factcheck.quantity.literal import read_number
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.words import widen
from factcheck.quantity.written import Written

_HEDGES = {
    "": "", "about": "about ", "nearly": "nearly ", "more": "more than ", "less": "less than ",
    "least": "at least ", "most": "at most ", "some": "",
}  # fmt: skip


@lru_cache(maxsize=1024)
def stated(item: Item) -> str:
    """Return the number as the stated side of a statement: with its hedge, its digits and its unit."""
    number, unit = item.mention.number, unit_text(item)
    if number.span is not None:
        low, high = (end or 0 for end in number.span[:2])
        return f"{_plain(low)} to {_plain(high)}{unit}"
    if not _terminates(number.step) and number.nominal is not None:
        return f"{_plain(number.nominal)} ± {_plain(Fraction(number.step) / 2)}{unit}"  # 2 years and 10 months
    written = digits(number)
    some = "多" if number.hedge == "some" and number.kind != "rough" and written[-1] not in "多余几" else ""
    return f"{_HEDGES[number.hedge]}{written}{some}{unit}"


def _terminates(step: Number) -> bool:
    """Whether a step can be written with decimals: a twelfth of a year cannot."""
    rest = Fraction(step).denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def bare(item: Item) -> str:
    """Return the number without its unit, as rounded as it is written."""
    number = item.mention.number
    if number.span is not None or number.hedge or number.kind != "integer":
        return stated(item).removesuffix(unit_text(item))
    return f"{digits(number)} ± {_plain(Fraction(number.step) / 2)}"


@lru_cache(maxsize=1024)
def premise(item: Item, step: Fraction | None = None, *, exact: bool = False) -> str:
    """Return the number as an input: exact where it counts or is said to be, else as rounded as it is written.

    ``step``: rounded to a finer step than that of its last written digit.
    """
    number = item.mention.number
    if exact and number.nominal is not None:
        return f"{digits(number)} ± 0{unit_text(item)}"
    if step is not None and number.nominal is not None and number.step > 1:
        return f"{_plain(number.nominal)} ± {_plain(step / 2)}{unit_text(item)}"
    as_written = item.counts or number.kind != "integer" or number.nominal is None or number.hedge
    if as_written:
        return stated(item)
    return f"{bare(item)}{unit_text(item)}"


def digits(number: Written) -> str:
    """Return the digits of a number with as many decimals as were written."""
    n = number.nominal if number.nominal is not None else 0
    if number.kind == "rough" or _reads_back(number):
        return number.text.strip()
    step = Fraction(number.step)
    decimals = 0
    while step.denominator != 1 and decimals < 30:  # noqa: PLR2004 - no text has more
        step, decimals = step * 10, decimals + 1
    shown = _plain(n)
    if decimals:
        whole, _, rest = shown.partition(".")
        return f"{whole}.{rest.ljust(decimals, '0')}"
    zeros = len(str(int(step))) - 1
    if zeros and Fraction(n) % 10**zeros == 0:
        return f"{int(n) // 10**zeros}e{zeros}"
    return shown


def _reads_back(number: Written) -> bool:
    """Whether the digits as the draft writes them stand for the same number in a statement."""
    text = widen(number.text.strip())
    try:
        read = read_number(text, 0)
    except Problem:
        return False
    same = read is not None and read.end == len(text) and not read.percent
    return same and read is not None and (read.number.nominal, read.number.step) == (number.nominal, number.step)


def unit_text(item: Item) -> str:
    """Return the known unit of a mention as the claim language reads it, with a blank before it."""
    factors = item.mention.measure.factors
    if item.is_percent:
        return "" if "成" in item.mention.number.text else " %"
    over = "·".join(_factor(f) for f in factors if f.power > 0)
    under = "".join("/" + _factor(f) for f in factors if f.power < 0)
    return f" {over}{under}" if over else under


def _factor(factor: UnitFactor) -> str:
    name = factor.unit.name.replace("_", " ")
    return name if abs(factor.power) == 1 else f"{name}^{abs(factor.power)}"


def _plain(value: int | Fraction) -> str:
    return decimal(value) or "0"
