"""All campaigns within a time: ``python -m benchmarks.fuzz.run [--minutes 5] [--seed TEXT] [--only NAME]``.

The exit code is 1 where anything failed; the inputs are in ``.fuzz/`` then. The same seed gives the same inputs.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.fuzz import dependent, growth, readers, statements
from benchmarks.fuzz.campaign import Campaign

KEPT = Path(".fuzz")
SHARES = {"statements": 0.4, "dependent": 0.1, "readers": 0.5}
"""What part of the time each campaign gets."""


def main() -> int:
    """Run, tell, and return the exit code."""
    options = _options()
    judge = statements.Judge()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        checks: dict[str, tuple[Iterator[Any], Callable[[Any], tuple[str, str]]]] = {
            "statements": (statements.cases(options.seed), judge.check),
            "dependent": (dependent.cases(options.seed), dependent.Judge(judge.session).check),
            "readers": (readers.inputs(options.seed), readers.Readers(Path(folder)).check),
        }
        for name, share in SHARES.items():
            if options.only in {None, name}:
                campaign = Campaign(name, options.seed)
                campaign.over(*checks[name], options.minutes * 60 * (1 if options.only else share))
                campaign.keep(KEPT)
                print(campaign.told())
                failed += len(campaign.failures)
    if options.only == "growth":
        failed += _growth()
    return min(1, failed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5, help="for all of it; inf: until interrupted")
    parser.add_argument("--seed", default=str(int(time.time())), help="default: the time, which is told")
    parser.add_argument("--only", choices=(*SHARES, "growth"), help="growth: time against length, without a time limit")
    return parser.parse_args()


def _growth() -> int:
    """Tell what grows, and return how much of it grows faster than its input."""
    steep = 0
    for row in growth.measured():
        times = " ".join(f"{one:8.3f}" for one in row.seconds)
        print(f"{row.name:55} {times} s, x{row.steepness:.1f}{' STEEP' if row.is_steep else ''}", flush=True)
        steep += row.is_steep
    return steep


if __name__ == "__main__":
    sys.exit(main())
