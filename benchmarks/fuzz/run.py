"""All campaigns within a time: ``python -m benchmarks.fuzz.run [--minutes 5] [--seed TEXT] [--only NAME]``.

    python -m benchmarks.fuzz.run --only statements --inputs 1000000
    python -m benchmarks.fuzz.run --only readers --kinds splices,pages --inputs 100000

The exit code is 1 where anything failed; the inputs are in ``.fuzz/`` then. The same seed gives the same inputs.
"""

import argparse
import gc
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from typing import Any

from benchmarks.fuzz import dependent, growth, hunt, makers, statements
from benchmarks.fuzz.campaign import Campaign
from benchmarks.fuzz.readers import AT_HAND, Readers

KEPT = Path(".fuzz")
SHARES = {"statements": 0.35, "dependent": 0.1, "readers": 0.4, "guided": 0.15}
"""What part of the time each campaign gets."""

Check = Callable[[Any], tuple[str, str]]


def main() -> int:
    """Run, tell, and return the exit code."""
    options = _options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was counted is told
    if options.only == "growth":
        return min(1, _growth())
    wanted = [name for name in SHARES if options.only in {None, name}]
    failed = sum(_failed(name, options, 1 if options.only else SHARES[name]) for name in wanted)
    return min(1, failed)


def _failed(name: str, options: argparse.Namespace, share: float) -> int:
    """Run a campaign and tell of it; return how much failed."""
    seconds = options.minutes * 60 * share
    if name == "guided":
        return hunt.failed(seconds, options.seed, KEPT, options.kinds)
    campaign = Campaign(name, options.seed, KEPT)
    with tempfile.TemporaryDirectory() as folder:
        given, check = _campaign(name, options, Path(folder))
        gc.collect()
        gc.freeze()  # what is loaded stays, and need not be looked through again and again
        campaign.over(given, check, seconds, options.inputs)
    print(campaign.told(), flush=True)
    return campaign.failed


def _campaign(name: str, options: argparse.Namespace, folder: Path) -> tuple[Iterator[Any], Check]:
    if name == "readers":
        names, readers = options.kinds or AT_HAND, Readers(folder)
        readers.warm(*names)
        return makers.inputs(options.seed, *names), readers.check
    judge = statements.Judge()
    if name == "dependent":
        return dependent.cases(options.seed), dependent.Judge(judge.session).check
    return statements.cases(options.seed), judge.check


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, help="for all of it (default: 5, and no end with --inputs)")
    parser.add_argument(
        "--inputs", type=float, default=inf, help="for each campaign but the guided one (default: no end)"
    )
    parser.add_argument("--seed", default=str(int(time.time())), help="default: the time, which is told")
    parser.add_argument("--only", choices=(*SHARES, "growth"), help="growth: time against length, without a time limit")
    parser.add_argument(
        "--kinds", type=_kinds, default=(), help=f"with --only readers or guided: of {', '.join(AT_HAND)}"
    )
    found = parser.parse_args()
    if found.minutes is None:
        found.minutes = 5 if found.inputs == inf else inf
    return found


def _kinds(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := next((name for name in names if name not in AT_HAND), ""):
        raise argparse.ArgumentTypeError(f"there is no reader `{unknown}`")
    return names


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
