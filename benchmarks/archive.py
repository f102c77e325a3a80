"""Archives: against a bare loop over the same texts, one process against two, cost by size, memory.

    python benchmarks/run.py archive
    python -m benchmarks.archive 1000 10000 100000 [TEXTS.jsonl]    cost by size alone, of the first so many texts

The texts are those of ``kills``, or a file's. The floor is ``check_draft`` over them, without reading, rows, Parquet or
other processes. Cost is time of the processor, start-up not counted, whatever else the machine does; what two processes
gain is told by the clock, beside what two bare loops side by side, each over half of the texts, gain on this machine.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.kills import texts
from benchmarks.measure import ROOT, cache_folder, computed, environment, factcheck

SIZES = (1_000, 4_000)
BATCH = 100
ROUNDS = 3
"""Times by the clock are those of so many rounds, one process and two in turn."""

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
    least, most = SIZES
    with tempfile.TemporaryDirectory() as home, cache_folder() as cache:
        env, folder = environment(Path(cache)), Path(home)
        first, few, many = (texts(folder / f"{size}.jsonl", size) for size in (1, *SIZES))
        halves = _halves(many)
        start = {workers: _start(folder, env, workers) for workers in (1, 2)}
        loop_start, small = _loops([first], env), _archive(few, folder / "small", env, 1)
        rounds = [
            (
                _loops([many], env),
                _loops(halves, env),
                _archive(many, folder / f"{turn}-1", env, 1),
                _archive(many, folder / f"{turn}-2", env, 2),
            )
            for turn in range(ROUNDS)
        ]
    loop, loops, one, two = zip(*rounds, strict=True)
    cost = _least(one, start[1]).computed / most
    busy = [(each.computed - start[2].computed) / (each.wall - start[2].wall) for each in two]
    return {
        "texts per second of one process": 1 / cost,
        "cost per text ÷ a bare loop": cost * most / _least(loop, loop_start).computed,
        "cost per text, largest ÷ smallest": cost / ((small.computed - start[1].computed) / least),
        "one process ÷ two, by the clock": _gain(one, two, start[1].wall, start[2].wall),
        "one bare loop ÷ two side by side, by the clock": _gain(loop, loops, loop_start.wall, loop_start.wall),
        "processors busy with two processes, of 2": median(busy),
        "memory of the largest process (MB)": one[-1].memory,
        "memory, largest ÷ smallest": one[-1].memory / small.memory,
    }


def _start(folder: Path, env: Mapping[str, str], workers: int) -> Spent:
    """Return what a run takes that starts so many processes, each for one text; the first fills what is cached."""
    source = texts(folder / f"{workers}.jsonl", workers)
    _archive(source, folder / f"first{workers}", env, workers, batch=1)
    return _archive(source, folder / f"start{workers}", env, workers, batch=1)


def _least(runs: Sequence[Spent], start: Spent) -> Spent:
    """Return the least of what some runs took, less what a start takes."""
    wall, computed, memory = (min(values) for values in zip(*runs, strict=True))
    return Spent(wall - start.wall, computed - start.computed, memory)


def _gain(one: Sequence[Spent], two: Sequence[Spent], before: float, after: float) -> float:
    """Return how many times as fast two are as one, round by round; the median."""
    return median((a.wall - before) / (b.wall - after) for a, b in zip(one, two, strict=True))


def sizes(wanted: Sequence[int], file: Path | None) -> Iterator[tuple[int, float, float]]:
    """Yield, for each size, how many texts there were, milliseconds of the processor each, and megabytes."""
    with tempfile.TemporaryDirectory() as home, cache_folder() as cache:
        env, folder = environment(Path(cache)), Path(home)
        start = _start(folder, env, 2)
        for size in wanted:
            source = texts(folder / "texts.jsonl", size) if file is None else _first(file, folder / "texts.jsonl", size)
            count = _lines(source)
            spent = _archive(source, folder / str(size), env, 2, batch=1_000)
            yield count, 1000 * (spent.computed - start.computed) / count, spent.memory


def _first(file: Path, to: Path, size: int) -> Path:
    with file.open(encoding="utf-8") as source, to.open("w", encoding="utf-8") as copy:
        copy.writelines(islice(source, size))
    return to


def _lines(path: Path) -> int:
    with path.open(encoding="utf-8") as lines:
        return sum(1 for _ in lines)


def _halves(path: Path) -> list[Path]:
    """Return two files with every second text of one."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    halves = [path.with_suffix(f".{number}") for number in (0, 1)]
    for number, half in enumerate(halves):
        half.write_text("".join(lines[number::2]), encoding="utf-8")
    return halves


def _archive(source: Path, out: Path, env: Mapping[str, str], workers: int, batch: int = BATCH) -> Spent:
    options = ["--out", str(out), "--batch", str(batch), "--workers", str(workers), "--exit-zero"]
    before, start = computed(), perf_counter()
    code = f"import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=-3); {_PRINT}"
    command = [sys.executable, "-c", code, *factcheck("archive", str(source), *options)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, text=True)
    return Spent(perf_counter() - start, computed() - before, int(done.stdout) / 1024)


_PRINT = "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def _loops(sources: Sequence[Path], env: Mapping[str, str]) -> Spent:
    """Run a bare loop over each file, all at the same time."""
    before, start = computed(), perf_counter()
    loops = [subprocess.Popen([sys.executable, "-c", FLOOR, str(source)], cwd=ROOT, env=env) for source in sources]
    codes = [loop.wait() for loop in loops]
    if any(codes):
        raise RuntimeError("a bare loop failed")
    return Spent(perf_counter() - start, computed() - before, 0)


def main() -> None:
    """Print the cost of some sizes."""
    file = Path(sys.argv.pop()) if not sys.argv[-1].isdecimal() else None
    for count, cost, memory in sizes([int(word) for word in sys.argv[1:]], file):
        print(f"{count:>9,} texts {cost:8.2f} ms each {memory:8.0f} MB", flush=True)


if __name__ == "__main__":
    main()
