"""Claims by the thousand through ``check --jsonl``, against the plain way (``plain``), on one core.

The mix is that of ``generate``. The ratio counts the whole process, start-up and packs included; the cost per claim
at 1k, 10k and 100k is what is above a run with one claim.
"""

from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks import plain
from benchmarks.generate import lines
from benchmarks.measure import cache_folder, environment, factcheck, one_core, peak, seconds

SIZES = (1_000, 10_000, 100_000)
ROUNDS = {1: 5, 1_000: 5, 10_000: 3, 100_000: 3}
COMMAND = factcheck("check", "--jsonl")


def measure() -> dict[str, float]:
    """Return claims per second of both ways, their ratio, cost and memory at each size."""
    one_core()
    with cache_folder() as folder:
        env = environment(Path(folder))
        files = {size: _file(Path(folder), size) for size in (1, *SIZES)}
        seconds(COMMAND, env, files[1])  # fills the cache
        times = {size: _time(files[size], size, env) for size in files}
        memory = {size: peak(COMMAND, env, files[size]) for size in (10_000, 100_000)}
    slow = plain.per_claim()
    cost = {size: (times[size] - times[1]) / size for size in SIZES}
    return {
        "claims per second": SIZES[-1] / times[SIZES[-1]],
        "claims per second, start-up not counted": 1 / cost[SIZES[-1]],
        "plain way: claims per second": 1 / slow,
        "ratio": slow * SIZES[-1] / times[SIZES[-1]],
        "ratio, start-up not counted": slow / cost[SIZES[-1]],
        **{f"microseconds a claim at {size:,}": cost[size] * 1e6 for size in SIZES},
        "cost per claim, largest ÷ smallest": max(cost.values()) / min(cost.values()),
        **{f"peak memory at {size:,} (MB)": kilobytes / 1024 for size, kilobytes in memory.items()},
    }


def _file(folder: Path, size: int) -> Path:
    path = folder / f"{size}.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines(size)), encoding="utf-8")
    return path


def _time(path: Path, size: int, env: Mapping[str, str]) -> float:
    return median(seconds(COMMAND, env, path) for _ in range(ROUNDS[size]))
