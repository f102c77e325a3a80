"""Measure the slip search: ``python benchmarks/slips.py``. Prints its tables and writes them into ``docs/slips.md``.

Made are (a) slips of known kind, by code that does not know the catalogue's, (b) those of TAT-QA's derivations, where
the corpora are at hand, (c) random wrong numbers. All is seeded.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import log10
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.slip_claims import NUMERAL, Base, base_of, bases  # noqa: E402
from benchmarks.slip_maker import Made, in_calculation, in_facts, in_text  # noqa: E402
from factcheck.engine.resolve.setting import Engine  # noqa: E402
from factcheck.engine.slips.catalogue import CATALOGUE  # noqa: E402
from factcheck.engine.stream.shape import alone  # noqa: E402
from factcheck.model.report import Slip  # noqa: E402
from factcheck.workspace import Workspace  # noqa: E402

CORPUS = ROOT.parent / "shared/corpora/rederive-tatqa.jsonl"
PAGE = ROOT / "docs/slips.md"
BEGIN, END = "<!-- measured -->", "<!-- end -->"
SEED = 3
FIGURES = (3, 4)
ROUNDS = 5
ENOUGH = 3
SHORT = "fewer than three digits"
POWERS = {"prefix", "scale-word", "translated-scale", "percent-as-number", "power-of-ten"}
GOALS = "goals: first in 90 %, among the three in 98 %"
EXPECTED = {
    "shift_10": {"power-of-ten", "percent-as-number"},
    "prefix_1000": {"power-of-ten"},
    "percent_as_number": {"power-of-ten", "percent-as-number"},
    "sign": {"sign", "swapped"},
    "last_digit": set[str](),
}
"""What the slips of the corpus are called here; a wrong last digit is no slip of the catalogue."""

Row = tuple[str, ...]


class Place(NamedTuple):
    """Where a slip that was made stands among those named, and whether under its own name or that of another edit."""

    rank: int
    own: bool


def main() -> None:
    """Measure, print, and write the tables into the page."""
    engine = Workspace.open(ROOT).session.engine()
    found = bases(engine, ROOT / "claims/dojo.yaml")
    parts = [_known(found), _random(found, "the claims of (a)")]
    if CORPUS.exists():
        gold, seeded = _corpus(engine)
        parts[1:1] = [_seeded(seeded)]
        parts.append(_random(gold, "the derivations of (b)"))
    text = "\n\n".join(parts)
    print(text)
    head, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _known(found: list[Base]) -> str:
    """Return the table of slips that were made on purpose, class by class, and those of numbers too short for them."""
    random = Random(SEED)  # noqa: S311 - a seed for repeatable cases
    ranks: dict[str, list[Place]] = defaultdict(list)
    for base in found:
        for made in _made(base, random):
            slips = base.slips(made.says)
            if slips is not None:
                kind = made.kind if significant(made.says[len(base.before) :]) >= ENOUGH else SHORT
                ranks[kind].append(_rank(made, slips, base))
                if ranks[kind][-1].rank != 1 and kind != SHORT and "-v" in sys.argv:
                    print(made.kind, made.says, [slip.text for slip in slips])
    order = [entry.name for entry in CATALOGUE if entry.name in ranks]
    total = [rank for name in order for rank in ranks[name]]
    rows = [(name, *_shares(ranks[name])) for name in order]
    rows += [("**all**", *_shares(total)), (f"({SHORT})", *_shares(ranks[SHORT]))]
    title = f"**(a)** Slips made on purpose in {len(found)} correct claims ({GOALS})."
    return _table(title, ("slip", "cases", "first", "by its own name", "among three", "another first"), rows)


def significant(text: str) -> int:
    """Count the significant digits at the start of a text; zeros at the end of a whole number are none."""
    m = NUMERAL.search(text)
    digits = m[0].replace(",", "") if m else ""
    return len(digits.replace(".", "").lstrip("0") if "." in digits else digits.strip("0"))


def _made(base: Base, random: Random) -> Iterator[Made]:
    """Yield the slips of a claim, its number written with three and with four digits; each statement once."""
    seen: set[str] = set()
    for figures in FIGURES:
        if not (base.bound or base.holds(figures)):
            continue
        for made in (*in_text(base, figures, random), *in_calculation(base, figures), *in_facts(base, figures)):
            if made.says not in seen:
                seen.add(made.says)
                yield made


def _rank(made: Made, slips: Iterable[Slip], base: Base) -> Place:
    """Return the place of the slip that was made, 0 where nothing is named, -1 where only others are.

    Slips that come to the same number count as one.
    """
    found = list(slips)
    for place, slip in enumerate(found, 1):
        if slip.name == made.kind or _same(made, slip, base):
            return Place(place, slip.name == made.kind)
    return Place(-1 if found else 0, own=False)


def _same(made: Made, slip: Slip, base: Base) -> bool:
    """Whether another slip than the one that was made comes to the same number."""
    restated = slip.corrected.startswith(base.before.rstrip("~=<> 每秒约"))
    if made.derived is None:
        return restated or (made.kind == "sign" and slip.name == "swapped")
    if restated:
        return slip.name in POWERS and log10(abs(base.amount / made.derived)) % 1 in {0.0, 1.0}
    x = base.derived(slip.corrected)
    return x is not None and abs(x / made.derived - 1) < Fraction(1, 10**6)


def _shares(places: list[Place]) -> Row:
    first = [place for place in places if place.rank == 1]
    parts = (
        len(first),
        sum(place.own for place in first),
        sum(place.rank >= 1 for place in places),
        sum(place.rank not in {0, 1} for place in places),
    )
    return (str(len(places)), *(_share(part, len(places)) for part in parts))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _corpus(engine: Engine) -> tuple[list[Base], list[tuple[str, Base, str]]]:
    """Return the corpus: the derivations that hold, and their seeded slips with the kind of each."""
    gold: dict[str, Base] = {}
    seeded: list[tuple[str, Base, str]] = []
    for row in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines()):
        key = row["id"].removesuffix(f"-{row['kind']}")
        if row["kind"] == "gold":
            gold.update((key, base) for base in base_of(*alone(row["says"], engine), engine))
        elif key in gold:
            seeded.append((row["kind"], gold[key], row["says"]))
    return list(gold.values()), seeded


def _seeded(rows: list[tuple[str, Base, str]]) -> str:
    """Return the table of the corpus's slips."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, base, says in rows:
        slips = base.slips(says)
        if slips is not None:
            right = bool(slips) and slips[0].name in EXPECTED[kind]
            counts[kind]["right" if right else "other" if slips else "none"] += 1
            if slips and not right and "-v" in sys.argv:
                print(kind, says, slips[0].text)
    table = [
        (kind, str(found.total()), *(_share(found[word], found.total()) for word in ("right", "other", "none")))
        for kind, found in counts.items()
    ]
    title = "**(b)** Slips that the catalogue did not make: TAT-QA's derivations, seeded; most have two to four digits."
    return _table(title, ("slip", "cases", "right one first", "another first", "silent"), table)


def _random(found: list[Base], what: str) -> str:
    """Return the table of random wrong numbers: 30 to 300 % off, in as many digits as the text has."""
    random = Random(SEED)  # noqa: S311
    counts: dict[int, Counter[bool]] = defaultdict(Counter)
    for base in [base for base in found if not base.bound] * ROUNDS:
        factor = 1 + random.choice((-1, 1)) * Fraction(random.randint(300, 3000), 1000)
        figures = min(5, len(base.digits.replace(",", "").replace(".", "").lstrip("0")))
        slips = base.slips(base.with_digits(base.rounded(figures, base.amount * factor)))
        if slips is not None and factor:
            counts[figures][not slips] += 1
            if slips and "-v" in sys.argv:
                print("random", figures, base.with_digits(base.rounded(figures, base.amount * factor)), slips[0].text)
    total = sum(counts.values(), Counter[bool]())
    rows = [(str(n), str(counts[n].total()), _share(counts[n][True], counts[n].total())) for n in sorted(counts)]
    rows.append(("all", str(total.total()), _share(total[True], total.total())))
    title = f"**(c)** Random wrong numbers, 30 % to 300 % off, in {what} (goal: silent in 95 %)."
    return _table(title, ("digits", "cases", "silent"), rows)


def _table(title: str, head: Row, rows: Sequence[Row]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join([title, "", *(f"| {' | '.join(row)} |" for row in lines)])


if __name__ == "__main__":
    main()
