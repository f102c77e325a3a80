"""What a diagnosis costs: a file of 1,000 failing claims against the same file passing, and against one claim each.

The claims are TAT-like derivations with units, made by a seeded generator: shares, changes, sums and products, with
three to five digits. The failing file states each number 37 % too large, which no slip explains, so that the whole
catalogue is tried.
"""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import cache_folder, environment, factcheck, seconds

CLAIMS = 1000
ROUNDS = 3
WRONG = 1.37
SEED = 3


def measure() -> dict[str, float]:
    """Return failing ÷ passing for whole processes, and for the claims alone (a run with one claim taken off)."""
    with tempfile.TemporaryDirectory() as folder, cache_folder() as cache:
        env, home = environment(Path(cache)), Path(folder)
        files = {
            "passing": _write(home / "passing.yaml", 1.0, CLAIMS),
            "failing": _write(home / "failing.yaml", WRONG, CLAIMS),
            "one": _write(home / "one.yaml", 1.0, 1),
        }
        seconds(factcheck("check", "--no-cache", str(files["one"])), env)
        took = {name: median(_run(path, env) for _ in range(ROUNDS)) for name, path in files.items()}
    alone = {name: (took[name] - took["one"]) / CLAIMS * 1000 for name in ("passing", "failing")}
    return {
        "failing ÷ passing": took["failing"] / took["passing"],
        "failing ÷ passing, claims alone": alone["failing"] / alone["passing"],
        "ms per passing claim": alone["passing"],
        "ms per failing claim": alone["failing"],
    }


def _run(path: Path, env: dict[str, str]) -> float:
    return seconds(factcheck("check", "--no-cache", "--format", "jsonl", str(path)), env)


def _write(path: Path, factor: float, number: int) -> Path:
    rows = (f"- id: c{i}\n  says: {says}\n" for i, says in enumerate(_statements(factor, number)))
    path.write_text("claims:\n" + "".join(rows), encoding="utf-8")
    return path


def _statements(factor: float, number: int) -> Iterator[str]:
    source = random.Random(SEED)  # noqa: S311 - examples, not secrets
    for i in range(number):
        a, b = source.randint(1_000, 90_000), source.randint(1_000, 90_000)
        yield (
            f"{a} / {b} = {a / b * 100 * factor:.1f} %",
            f"percent_change(before={a}, after={a + b}) = {b / a * 100 * factor:.1f} %",
            f"{a} km + {b} km = {round((a + b) * factor)} km",
            f"{a} W * 24 hour = {a * 24 / 1000 * factor:.2f} kWh",
        )[i % 4]
