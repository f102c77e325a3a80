"""Writes a stated number anew: other digits, another scale word, another unit; all else stays as it was written."""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from factcheck.engine.term.values import unit_symbol
from factcheck.language.tree import Literal
from factcheck.late import late_pattern
from factcheck.quantity.literal import read_number
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import Unit
from factcheck.quantity.words import widen

_DIGITS = late_pattern(r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?")


class Numeral(NamedTuple):
    """The digits of a literal: where they stand in its text, without separators, and where its scale word ends."""

    start: int
    end: int
    digits: str
    scale_end: int


@lru_cache(maxsize=64)
def numeral(literal: Literal) -> Numeral | None:
    """Return the digits of a literal; None where it is written in words, in groups (12万3千), or as a range."""
    text = widen(literal.text)
    m = _DIGITS.search(text)
    read = read_number(text, m.start()) if m else None
    n = literal.number.nominal
    if m is None or read is None or n is None or read.number.nominal is None:
        return None
    digits = m[0].replace(",", "")
    alone = read_number(digits, 0)
    if alone is None or alone.number.nominal is None or alone.number.nominal * read.number.scale != abs(n):
        return None
    return Numeral(m.start(), m.end(), digits, read.end)


def significant_digits(literal: Literal) -> int:
    """Return how many digits are significant; zeros at the end of a whole number may stand for a round one."""
    found = numeral(literal)
    if found is None or literal.number.kind == "rough":
        return 1
    digits = found.digits.replace(".", "").lstrip("0")
    return len(digits.rstrip("0") if literal.number.coarse is not None else digits)


def with_digits(literal: Literal, digits: str) -> Literal | None:
    """Return a literal with other digits, grouped as the old ones were."""
    found = numeral(literal)
    if found is None:
        return None
    grouped = _grouped(digits) if "," in literal.text[found.start : found.end] else digits
    return _reread(literal, literal.text[: found.start] + grouped + literal.text[found.end :], found.start)


def with_scale(literal: Literal, word: str) -> Literal | None:
    """Return a literal with another scale word behind its digits, none for an empty one."""
    found = numeral(literal)
    if found is None:
        return None
    spaced = f" {word}" if len(word) > 1 and word.isascii() else word
    head = literal.text[: found.end] + spaced
    rest = literal.text[found.scale_end :]
    gap = " " if rest and not rest[0].isspace() and head[-1].isalnum() and rest[0].isascii() else ""
    return _reread(literal, head + gap + rest, found.start)


def scale_word(literal: Literal) -> str:
    """Return the scale word of a literal."""
    found = numeral(literal)
    return "" if found is None else widen(literal.text)[found.end : found.scale_end].strip()


def with_unit(literal: Literal, factor: UnitFactor, unit: Unit, word: str) -> Literal | None:
    """Return a literal with one of its units replaced by another, which is written ``word``."""
    start, end = factor.span.start - literal.span.start, factor.span.end - literal.span.start
    if not 0 <= start < end <= len(literal.text):
        return None
    units = tuple(replace(f, unit=unit) if f is factor else f for f in literal.units)
    return replace(literal, text=literal.text[:start] + word + literal.text[end:], units=units)


def unit_word(literal: Literal, factor: UnitFactor) -> str:
    """Return a unit of a literal as it was written."""
    return literal.text[factor.span.start - literal.span.start : factor.span.end - literal.span.start]


def with_sign(literal: Literal) -> Literal | None:
    """Return a literal with its sign turned."""
    found = numeral(literal)
    if found is None or literal.number.hedge not in {"", "about"}:
        return None
    head, rest = literal.text[: found.start], literal.text[found.start :]
    bare = head.rstrip().removesuffix("-").removesuffix("−")
    text = f"{bare}{rest}" if (literal.number.nominal or 0) < 0 else f"{head}-{rest}"
    return replace(literal, text=text, number=literal.number.negated(text))


def with_inverse_unit(literal: Literal) -> Literal | None:
    """Return a literal with its unit upside down: km/L for L/km."""
    starts = [factor.span.start - literal.span.start for factor in literal.units]
    found = numeral(literal)
    if found is None or min(starts) < found.scale_end:
        return None
    units = tuple(replace(factor, power=-factor.power) for factor in literal.units)
    return replace(literal, text=f"{literal.text[: found.scale_end]} {unit_symbol(units)}", units=units)


def _reread(literal: Literal, text: str, start: int) -> Literal | None:
    """Return a literal with another text, whose number stands at ``start``; its hedge and sign stay."""
    read = read_number(widen(text), start)
    if read is None or read.number.nominal is None:
        return None
    number = read.number
    if (literal.number.nominal or 0) < 0:
        number = number.negated(number.text)
    return replace(literal, text=text, number=number.hedged(literal.number.hedge, number.text))


def _grouped(digits: str) -> str:
    whole, point, decimals = digits.partition(".")
    return f"{int(whole):,}{point}{decimals}"
