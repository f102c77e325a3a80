"""What the benchmarks share: running the command, median times, the interpreter's own start as the unit."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

ROOT = Path(__file__).parent.parent
BARE = [sys.executable, "-c", "pass"]
_OWN = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME"}


def factcheck(*arguments: str) -> list[str]:
    """Return the command line of the program, under this interpreter."""
    return [sys.executable, "-m", "factcheck", *arguments]


def environment(cache: Path) -> dict[str, str]:
    """Return an environment with a cache of its own, and without what would slow Python down."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    return {**kept, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE_DIR": str(cache)}


def cache_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for a cache that goes away afterwards."""
    return tempfile.TemporaryDirectory(prefix="factcheck-bench-")


def seconds(command: Sequence[str], env: Mapping[str, str], stdin: Path | None = None) -> float:
    """Return how long a process takes, its output going into a pipe."""
    with (stdin or Path(os.devnull)).open("rb") as source:
        start = perf_counter()
        done = subprocess.run(command, cwd=ROOT, env=env, stdin=source, capture_output=True, check=False)
    took = perf_counter() - start
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr.decode()[-2000:])
    return took


def computed() -> float:
    """Return what all children of this process have computed so far, in seconds of the processor."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak(command: Sequence[str], env: Mapping[str, str], stdin: Path) -> int:
    """Return the peak memory of a process in kB, as a child of a small process of its own."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[2:], stdin=open(sys.argv[1], 'rb'), stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    inside = [sys.executable, "-c", code, str(stdin), *command]
    done = subprocess.run(inside, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return int(done.stdout)


def one_core() -> None:
    """Keep this process and its children on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
