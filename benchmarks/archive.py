"""Archives: against a bare loop over the same texts, one process against two, cost by size, memory.

The texts are those of ``kills``. The floor is ``check_draft`` over them in one process, without reading, rows, Parquet
or another process. Cost is time of the processor, start-up not counted, whatever else the machine does; what two
processes gain is told by the clock, and needs a machine with nothing else to do.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from typing import NamedTuple

from benchmarks.kills import texts
from benchmarks.measure import ROOT, cache_folder, environment, factcheck

SIZES = (200, 2_000)
BATCH = 100
FLOOR = """
import gc, json, sys
from factcheck.api import check_draft
gc.set_threshold(50_000)
check_draft("It rained.")
gc.freeze()
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["text"]
    if text is not None:
        check_draft(text)
"""


class Spent(NamedTuple):
    """The seconds of a run: by the clock, and what its processes computed; and the largest of them in MB."""

    wall: float
    computed: float
    memory: float


def measure() -> dict[str, float]:
    """Return costs as ratios, texts per second, and megabytes."""
    with tempfile.TemporaryDirectory() as home, cache_folder() as cache:
        env, folder = environment(Path(cache)), Path(home)
        sources = {size: texts(folder / f"{size}.jsonl", size) for size in (1, *SIZES)}
        floor = _floor(sources[SIZES[-1]], env) - _floor(sources[1], env)
        start = _archive(sources[1], folder / "start", env, 1)
        one = {size: _archive(sources[size], folder / f"one{size}", env, 1) for size in SIZES}
        two = _archive(sources[SIZES[-1]], folder / "two", env, 2)
        first = _archive(sources[1], folder / "start2", env, 2)
    most = SIZES[-1]
    cost = {size: (one[size].computed - start.computed) / size for size in SIZES}
    wall = two.wall - first.wall
    return {
        "texts per second of one process": 1 / cost[most],
        "cost per text ÷ a bare loop": cost[most] * most / floor,
        "cost per text, largest ÷ smallest": cost[most] / cost[SIZES[0]],
        "one process ÷ two, by the clock": (one[most].wall - start.wall) / wall,
        "processors busy with two processes, of 2": (two.computed - first.computed) / wall,
        "memory of the largest process (MB)": one[most].memory,
        "memory, largest ÷ smallest": one[most].memory / one[SIZES[0]].memory,
    }


def _archive(source: Path, out: Path, env: Mapping[str, str], workers: int) -> Spent:
    options = ["--out", str(out), "--batch", str(BATCH), "--workers", str(workers), "--exit-zero"]
    before, start = _computed(), perf_counter()
    code = f"import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=-3); {_PRINT}"
    command = [sys.executable, "-c", code, *factcheck("archive", str(source), *options)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, text=True)
    return Spent(perf_counter() - start, _computed() - before, int(done.stdout) / 1024)


_PRINT = "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def _floor(source: Path, env: Mapping[str, str]) -> float:
    before = _computed()
    subprocess.run([sys.executable, "-c", FLOOR, str(source)], cwd=ROOT, env=env, check=True)
    return _computed() - before


def _computed() -> float:
    """Return what all children have computed so far."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
