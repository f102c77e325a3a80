"""What is said of a p that was computed again: as papers write it, and whether the decision at .05 goes with it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from factcheck.model.report import Outcome, Range
from factcheck.proofread.amount import decimals, trimmed
from factcheck.proofread.told import Judged, within

KINDS = frozenset({"p-value", "p-bound", "interval-p"})
LEVEL = Fraction(1, 20)
"""The level by which nearly all papers decide; p = .05 itself counts as significant, as in statcheck."""
_LEAST = Fraction(1, 1000)
_DECIMALS, _MOST, _FINEST = 3, 6, 20
_DIGITS = 3
"""A range is so many units of its last digit wide."""
_NUMBER = re.compile(r"[0-9]*\.?[0-9]+")
_JOINT = " \t\n,;:，；、:([（"


def graded(outcome: Outcome) -> Outcome:
    """Return an outcome whose grade tells whether text and computation differ in what is significant."""
    if outcome.verdict != "fail":
        return outcome
    return replace(outcome, grade="decision" if _flips(outcome) else "wrong")


def fields(found: Judged) -> Mapping[str, str]:
    """Return what a sentence about a p may name: the result that it is of, and p as it was derived."""
    text, (start, end) = found.told.text, found.target
    first = found.extent[0] if found.extent else start
    stated = text[start:end]
    flips = _derived_side(found.outcome) if found.outcome.grade == "decision" else ""
    decision = found.phrases["words"].get(flips, "") if flips else ""
    shown = _shown(found.outcome, stated)
    return {
        "result": " ".join(text[first:start].strip(_JOINT).split()),
        "stated": within(stated),
        "p": f"p {shown}",
        "least": shown.removeprefix("= "),
        "significance": decision,
    }


def spread(outcome: Outcome) -> tuple[str, str, str] | None:
    """Return a derived p with the ends of its range, each with three digits; None where the range has no width."""
    derived = outcome.derived
    if derived is None or None in {derived.low, derived.nominal, derived.high} or derived.low == derived.high:
        return None
    value, low, high = (Fraction(end or 0) for end in (derived.nominal, derived.low, derived.high))
    places = next((n for n in range(_DECIMALS, _FINEST) if (high - low) * 10**n >= _DIGITS), _FINEST)
    rough = Fraction(10) ** places
    down, up = Fraction(low * rough // 1) / rough, Fraction(-(-high * rough // 1)) / rough
    return trimmed(round(value, places), places), trimmed(down, places), trimmed(up, places)


def _flips(outcome: Outcome) -> bool:
    derived, stated = _derived_side(outcome), _side(outcome.stated)
    return "" not in {derived, stated} and derived != stated


def _derived_side(outcome: Outcome) -> str:
    return _side(outcome.derived)


def _side(p: Range | None) -> str:
    """Return on which side of the level a p surely lies."""
    if p is None:
        return ""
    low, high = (Fraction(end) if end is not None else None for end in (p.low, p.high))
    if high is not None and high <= LEVEL:
        return "significant"
    is_above = low is not None and (low > LEVEL or (low == LEVEL and p.low_open))
    return "not-significant" if is_above else ""


def _shown(outcome: Outcome, stated: str) -> str:
    """Return ``= .036`` or ``< .001``, with as many decimals as tell it from what the text says."""
    value = Fraction(outcome.derived.nominal) if outcome.derived and outcome.derived.nominal else None
    zero = "0" if re.search(r"(?<![0-9])0\.", stated) else ""
    if value is None:
        return _range(outcome, zero)
    if value < _LEAST and not _is_told_small(outcome):
        return f"< {zero}.001"
    m = _NUMBER.search(stated)
    if m and outcome.verdict == "pass" and round(value, decimals(m[0])) == Fraction(m[0]):
        return f"= {m[0]}"
    places = next((n for n in range(_DECIMALS, _MOST) if _is_told_apart(value, n, stated)), _MOST)
    text = trimmed(round(value, places), places)
    whole, _, rest = text.partition(".")
    return f"= {zero if whole == '0' else whole}.{rest.ljust(_DECIMALS, '0')}"


def _range(outcome: Outcome, zero: str) -> str:
    """Return the side of a p that has a bound only: that of t(28) < 1."""
    low = Fraction(outcome.derived.low) if outcome.derived and outcome.derived.low else Fraction(0)
    high = Fraction(outcome.derived.high) if outcome.derived and outcome.derived.high else Fraction(1)
    sign, end = (">", low) if low > 0 else ("<", high)
    return f"{sign} {zero}.{trimmed(round(end, _DECIMALS), _DECIMALS).partition('.')[2].ljust(_DECIMALS, '0')}"


def _is_told_small(outcome: Outcome) -> bool:
    """Whether the text itself states so small a p that .001 would tell nothing."""
    high = outcome.stated.high if outcome.stated else None
    return outcome.verdict != "pass" and high is not None and Fraction(high) < _LEAST


def _is_told_apart(value: Fraction, places: int, stated: str) -> bool:
    m = _NUMBER.search(stated)
    return m is None or round(value, places) not in {Fraction(m[0]), Fraction(0)}
