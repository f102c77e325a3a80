"""The guided campaign: some readers under atheris, each in a program of its own, where atheris is installed."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random

READERS = (
    "splices", "statements", "claims", "rules", "settings", "data.json", "data.csv", "lines", "article.md",
    "article.docx", "article.odt", "book.xlsx", "article.rtf", "article.html",
)  # fmt: skip
"""Those that are hunted in when none are named."""

SHORTEST = 40.0
"""A hunt of fewer seconds is over before it has begun; so there are fewer of them where there is little time."""


def failed(seconds: float, seed: str, kept: Path, names: tuple[str, ...] = ()) -> int:
    """Hunt for so many seconds in all, tell of it, and return how many readers failed."""
    if find_spec("atheris") is None:
        print('guided: left out, since atheris is not installed: pip install "factcheck-engine[fuzz]"', flush=True)
        return 0
    most = max(1, int(seconds // SHORTEST)) if not names else len(names)
    chosen = names or tuple(Random(seed).sample(READERS, min(most, len(READERS))))
    return sum(_failed(name, seconds / len(chosen), kept) for name in chosen)


def _failed(name: str, seconds: float, kept: Path) -> bool:
    """Hunt in one reader; what libFuzzer says goes into a file."""
    kept.mkdir(parents=True, exist_ok=True)
    log = kept / f"guided-{name}.log"
    with log.open("wb") as said:
        command = [
            sys.executable,
            "-m",
            "benchmarks.fuzz.guided",
            name,
            "--seconds",
            str(seconds),
            "--folder",
            str(kept),
        ]
        found = subprocess.run(command, stdout=subprocess.PIPE, stderr=said, check=False)
    told = found.stdout.decode("utf-8", "replace").strip()
    print(told or f"guided-{name}: ended with {found.returncode}, see {log}", flush=True)
    return found.returncode != 0
