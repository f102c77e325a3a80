"""Claims by the thousand through ``check --jsonl``, against the plain way (``plain``), on one core.

The mix is that of ``generate``. The first ratio counts the whole process, start-up and packs included. The cost per
claim at 1k, 10k and 100k is that of a process which has answered the first claims (each shape is compiled once): they
are sent, their answers awaited, and the process's own time from then to the last answer is taken.
"""

import os
import subprocess
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter

from benchmarks import plain
from benchmarks.generate import lines
from benchmarks.measure import ROOT, cache_folder, environment, factcheck, one_core, peak, seconds

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 5
FIRST = 2_000
COMMAND = factcheck("check", "--jsonl")


def measure() -> dict[str, float]:
    """Return claims per second of both ways, their ratio, cost and memory at each size."""
    one_core()
    text = [f"{line}\n".encode() for line in lines(FIRST + SIZES[-1])]
    with cache_folder() as folder:
        env, path = environment(Path(folder)), Path(folder) / "claims.jsonl"
        seconds(COMMAND, env)  # fills the cache
        memory = {size: _peak(text[:size], path, env) for size in (10_000, 100_000)}
        whole = median(seconds(COMMAND, env, path) for _ in range(3))
        rounds = [{size: _steady(text, size, env) / size for size in SIZES} for _ in range(ROUNDS)]
    cost = {size: min(one[size] for one in rounds) for size in SIZES}  # other work on the machine only adds
    slow = plain.per_claim()
    return {
        "claims per second": SIZES[-1] / whole,
        "claims per second, start-up not counted": 1 / cost[SIZES[-1]],
        "plain way: claims per second": 1 / slow,
        "ratio": slow * SIZES[-1] / whole,
        "ratio, start-up not counted": slow / cost[SIZES[-1]],
        **{f"microseconds a claim at {size:,}": cost[size] * 1e6 for size in SIZES},
        "cost per claim, largest ÷ smallest": max(cost.values()) / min(cost.values()),
        **{f"peak memory at {size:,} (MB)": kilobytes / 1024 for size, kilobytes in memory.items()},
    }


def _peak(text: list[bytes], path: Path, env: Mapping[str, str]) -> int:
    path.write_bytes(b"".join(text))
    return peak(COMMAND, env, path)


def _steady(text: list[bytes], size: int, env: Mapping[str, str]) -> float:
    """Return how long the answers to ``size`` claims take once the shapes are compiled."""
    with subprocess.Popen(COMMAND, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError
        sent, answers = process.stdin, process.stdout.fileno()
        _talk(sent.fileno(), answers, text[:FIRST])
        start = _busy(process.pid)
        _talk(sent.fileno(), answers, list(islice(text, FIRST, FIRST + size)))
        took = _busy(process.pid) - start
        sent.close()
    return took


def _busy(process: int) -> float:
    """Return how long a process was on a processor, where the system tells; else the time of the clock."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
    except OSError:
        return perf_counter()


def _talk(to: int, answers: int, text: list[bytes]) -> None:
    """Send lines and read until each has its answer."""
    writer = Thread(target=_send, args=(to, b"".join(text)))
    writer.start()
    left = len(text)
    while left > 0:
        left -= os.read(answers, 1 << 16).count(b"\n")
    writer.join()


def _send(to: int, data: bytes) -> None:
    while data:
        data = data[os.write(to, data[: 1 << 16]) :]
