"""The rounding semantics of the field, case by case: ``python -m benchmarks.conformance [FOLDER]``.

The data is not ours and stays outside: ``rounding/xbrl-calc11.jsonl`` (intervals and consistency of XBRL Calculations
1.1, from Arelle and ixbrl-viewer) and ``rounding/scrutiny.jsonl`` (GRIM and unround, from scrutiny), below FOLDER.

How the terms map. A fact with ``decimals`` d is a number written to 10^-d: ``12e3`` is 12,000 to the thousand.
Consistent is pass or borderline: the intervals meet. Of two facts for one contributor the narrower one is used. GRIM
cases are statements of the core pack's ``granularity`` rules. Left out, and counted: rows that only record that a
decimal library kept 28 digits (ours has no such limit), rounding modes other than up_or_down (a written number is a
closed interval, which is that mode), and the tests DEBIT and GRIMMER, which are about standard deviations.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck.quantity.interval import Interval, add, multiply, point
from factcheck.quantity.literal import read_number
from factcheck.quantity.written import Written, stated
from factcheck.workspace import Workspace

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "corpora"
DECIMAL_DIGITS = 28
OUR_MODE = "up_or_down"

Row = dict[str, Any]
Check = Callable[[Row], bool | None]
"""Whether we agree; None for a row that is left out."""


def written(value: str, decimals: int | None) -> Interval:
    """Return what a fact stands for: a value, to so many decimals; None is exact."""
    number = _number(value)
    if decimals is None:
        return point(number)
    step = Fraction(10) ** -decimals
    return stated(Written(value, number, step, step, "decimal"))


def _number(text: str) -> Fraction:
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    read = read_number(digits, 0)
    if read is None or read.number.nominal is None:
        raise ValueError(text)
    return sign * Fraction(read.number.nominal)


def fact(row: Row) -> bool:
    """Compare the interval of a fact."""
    return written(row["value"], row["decimals"]) == (_number(row["lower"]), _number(row["upper"]), False, False)


def intersection(row: Row) -> bool:
    """Compare whether intervals have a number in common, and which."""
    intervals = [Interval(*ends) for ends in row["intervals"]]
    common = all(a.meets(b) for a in intervals for b in intervals)
    if not common or row["expected"] is None:
        return common == (row["expected"] is not None)
    low, high = max(i.low or 0 for i in intervals), min(i.high or 0 for i in intervals)
    expected: list[int] = row["expected"]
    return [low, high] == expected


def total(row: Row) -> bool:
    """Compare a sum of intervals."""
    return add(Interval(*row["a"]), Interval(*row["b"])) == (*row["expected"], False, False)


def scale(row: Row) -> bool:
    """Compare an interval times a number."""
    return multiply(Interval(*row["a"]), point(row["factor"])) == (*row["expected"], False, False)


def digits(row: Row) -> bool | None:
    """Compare how a value splits into the digits that its decimals warrant and the rest."""
    value, step = _number(row["value"]), Fraction(10) ** -int(row["decimals"])
    kept = abs(value) // step * step
    rest = abs(value) - kept
    expected = row["expected"] and [_number(part) for part in row["expected"]]
    found = [kept if value > 0 else -kept, rest] if rest else None
    if found != expected and _beyond_decimal(value):
        return None
    return found == expected


def _beyond_decimal(value: Fraction) -> bool:
    """Whether a value has more digits than the decimal library keeps."""
    scaled = abs(value) * Fraction(10) ** 60
    text = str(int(scaled)).rstrip("0")
    return len(text) > DECIMAL_DIGITS or abs(value) >= Fraction(10) ** DECIMAL_DIGITS


class Statements:
    """Cases that are judged as statements."""

    def __init__(self) -> None:
        self.session = Workspace.open(Path(__file__).parent, cached=False).session

    def consistent(self, says: str) -> bool:
        """Whether a statement passes or is borderline."""
        outcome = self.session.check_says(says)
        if outcome.verdict not in {"pass", "borderline", "fail"}:
            raise ValueError(f"{says}: {outcome.headline}")
        return outcome.verdict in {"pass", "borderline"}

    def calculation(self, row: Row) -> bool:
        """Compare whether a calculation is consistent, and the intervals of both sides."""
        total = row["total"]
        best = [(c["weight"], max(c["facts"], key=lambda f: f["decimals"])) for c in row["contributors"]]
        says = " + ".join(f"{weight} * {_literal(f)}" for weight, f in best) + f" = {_literal(total)}"
        found = point(0)
        for weight, f in best:
            found = add(found, multiply(written(str(f["value"]), f["decimals"]), point(weight)))
        sides = found, written(str(total["value"]), total["decimals"])
        same = [list(side[:2]) for side in sides] == [row["calculated_interval"], row["total_interval"]]
        return same and self.consistent(says) == row["consistent_calc11"]

    def grim(self, row: Row) -> bool | None:
        """Compare whether a mean or percentage of whole things can occur."""
        if row["rounding"] != OUR_MODE or not row["exact_arithmetic_agrees"]:
            return None
        items = f"_items(items={row['items']}, " if row["items"] > 1 else "("
        says = f"granularity{items}n={row['n']}) = {row['x']}{' %' if row['percent'] else ''}"
        return self.consistent(says) == bool(row["expected_consistent"])


def _literal(found: Row) -> str:
    n = Fraction(found["value"]) / Fraction(10) ** -found["decimals"]
    return f"{n}e{-found['decimals']}"


def unround(row: Row) -> bool | None:
    """Compare the interval of a rounded number."""
    if row["rounding"] != OUR_MODE:
        return None
    decimals = row.get("digits", len(row["x"].partition(".")[2]))
    return written(row["x"], decimals) == (_number(str(row["lower"])), _number(str(row["upper"])), False, False)


def checks() -> dict[str, Check]:
    """Return how each kind of row is compared."""
    statements = Statements()
    return {
        "interval_from_fact": fact,
        "intersection": intersection,
        "sum": total,
        "scale": scale,
        "insignificant_digits": digits,
        "calc_consistency": statements.calculation,
        "grim": statements.grim,
        "unround": unround,
        "rounding_bounds": unround,
    }


def rows(folder: Path) -> Iterator[Row]:
    """Yield the cases."""
    for name in ("xbrl-calc11", "scrutiny"):
        lines = (folder / "rounding" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        yield from (json.loads(line) for line in lines if line)


def _why(row: Row, known: dict[str, Check]) -> str:
    """Say why a row is left out."""
    if row["kind"] not in known:
        return "another test"
    return str(row.get("rounding", "28 digits"))


def main(arguments: list[str]) -> int:
    """Print n right of n for each kind, and each disagreement in full."""
    folder = Path(arguments[0]) if arguments else DEFAULT
    if not (folder / "rounding").is_dir():
        print(f"conformance: the data was not found in {folder}")
        return 0
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    out: Counter[str] = Counter()
    known = checks()
    for row in rows(folder):
        check = known.get(row["kind"])
        agrees = None if check is None else check(row)
        if agrees is None:
            out[f"{row['kind']} ({_why(row, known)})"] += 1
            continue
        asked[row["kind"]] += 1
        right[row["kind"]] += agrees
        if not agrees:
            print(f"disagrees: {json.dumps(row, ensure_ascii=False)}")
    for kind, n in asked.items():
        print(f"{kind:22} {right[kind]:4} of {n}")
    print("not applicable: " + ", ".join(f"{n} {what}" for what, n in sorted(out.items())))
    return int(right != asked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
