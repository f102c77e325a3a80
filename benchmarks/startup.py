"""What a run costs that has next to nothing to compute: bare Python starts per run, piped and on a terminal.

Times are those of the processor, which the system counts of each process, whatever else the machine does.
"""

import os
import pty
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.measure import BARE, ROOT, cache_folder, computed, environment, factcheck, seconds

ROUNDS = 15
STATEMENT = '{"id": 1, "says": "D1.peak = 362 TFLOP/s"}\n'
GOALS = {"check, piped": 8, "check, on a terminal": 8, "--help": 5, "--version": 5, "check --jsonl, one line": 10}


def measure() -> dict[str, float]:
    """Return each command's median time in bare Python starts; the runs are interleaved."""
    with cache_folder() as folder:
        env = environment(Path(folder))
        check = factcheck("check", "claims/")
        seconds(check, env)  # fills the cache
        line = Path(folder) / "one.jsonl"
        line.write_text(STATEMENT, encoding="utf-8")
        runs: dict[str, Callable[[], float]] = {
            "bare": lambda: seconds(BARE, env),
            "check, piped": lambda: seconds(check, env),
            "check, on a terminal": lambda: on_terminal(check, env),
            "--help": lambda: seconds(factcheck("--help"), env),
            "--version": lambda: seconds(factcheck("--version"), env),
            "check --jsonl, one line": lambda: seconds(factcheck("check", "--jsonl"), env, line),
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(ROUNDS):
            for name, run in runs.items():
                before = computed()
                run()
                times[name].append(computed() - before)
    return {name: median(times[name]) / median(times["bare"]) for name in GOALS}


def on_terminal(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Return how long a process takes whose output is a terminal."""
    ours, theirs = pty.openpty()
    start = perf_counter()
    settings = {**env, "TERM": "xterm"}
    process = subprocess.Popen(command, cwd=ROOT, env=settings, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    while _read(ours):
        pass
    process.wait()
    took = perf_counter() - start
    os.close(ours)
    return took


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux says so when the other end is closed
        return b""
