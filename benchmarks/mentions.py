"""Quantities of prose: against quantulum3 on the same text in one run, cost by length, and the first result.

quantulum3 stands in an environment of its own, named by ``QUANTULUM3_PYTHON`` or made in ``benchmarks/.quantulum3``
(which needs the package index); where neither works the comparison is left out, and the reason printed.
"""

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import prose
from benchmarks.measure import ROOT, cache_folder, environment, factcheck, one_core, seconds
from factcheck.prose.document import read_document
from factcheck.quantity.definitions import standard_units

SHARED = 20_000
SIZES = (1_000, 100_000, 1_000_000)
WORDS = 5_000
ROUNDS = 5
PEER_ROUNDS = 3
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")
HOME = Path(__file__).parent / ".quantulum3"
PEER = """
import json, sys, time
from quantulum3 import parser
text, sentences, rounds = json.load(sys.stdin)
parser.parse(text[:2000])
def least(pieces):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        found = [one for piece in pieces for one in parser.parse(piece)]
        times.append(time.perf_counter() - start)
    return min(times), len(found)
print(json.dumps([*least([text]), least(sentences)[0]]))
"""


def measure() -> dict[str, float]:
    """Return characters per second of both, the cost per character by length, and the time to the first result."""
    one_core()
    text = prose.text(SHARED)
    ours = len(text) / _reading(text)
    chinese = prose.text(SHARED, prose.CHINESE)
    cost = {size: _per_character(size) for size in SIZES}
    return {
        "characters per second, English": ours,
        "characters per second, Chinese": len(chinese) / _reading(chinese),
        **_compared(text, ours),
        **{f"nanoseconds a character at {size:,}": found * 1e9 for size, found in cost.items()},
        "cost per character, largest ÷ smallest": cost[SIZES[-1]] / cost[SIZES[0]],
        **_first_result(),
    }


def _reading(text: str) -> float:
    """Return the least time that reading a text takes; other work on the machine only adds."""
    return min(_once(text) for _ in range(ROUNDS))


def _once(text: str) -> float:
    units = standard_units()
    start = perf_counter()
    read_document(text, units)
    return perf_counter() - start


def _per_character(size: int) -> float:
    """Return the cost of a character of one paragraph; the short ones are pieces of one of 100,000 characters."""
    text = prose.text(max(size, SIZES[1]))
    pieces = [text[at : at + size] for at in range(0, len(text), size)] if size < SIZES[1] else [text]
    return min(sum(map(_once, pieces)) for _ in range(ROUNDS)) / len(text)


def _compared(text: str, ours: float) -> dict[str, float]:
    python = _peer()
    if isinstance(python, str):
        print(f"  quantulum3 is left out: {python}")
        return {}
    sentences = _SENTENCE_END.split(text)
    given = json.dumps([text, sentences, PEER_ROUNDS])
    done = subprocess.run([python, "-c", PEER], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"  quantulum3 is left out: {done.stderr.strip().splitlines()[-1:]}")
        return {}
    took, found, apart = json.loads(done.stdout.splitlines()[-1])
    ours_apart = min(sum(map(_once, sentences)) for _ in range(ROUNDS))
    return {
        "quantulum3: characters per second": len(text) / took,
        "quantulum3: quantities found": found,
        "quantities found in the same text": len(read_document(text, standard_units()).mentions),
        "ratio to quantulum3": ours * took / len(text),
        "quantulum3, sentence by sentence: characters per second": len(text) / apart,
        "sentence by sentence: characters per second": len(text) / ours_apart,
        "ratio to quantulum3, sentence by sentence": apart / ours_apart,
    }


def _peer() -> Path | str:
    """Return the Python that has quantulum3, or why there is none."""
    if named := os.environ.get("QUANTULUM3_PYTHON"):
        return Path(named)
    python = HOME / "bin" / "python"
    if python.exists():
        return python
    venv.create(HOME, with_pip=True)
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "quantulum3",
        "setuptools<81",
    ]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    return python if not done.returncode else f"it cannot be installed ({done.stderr.strip()[-200:]})"


def _first_result() -> dict[str, float]:
    """Return what a draft of 5,000 words costs on top of reading one word, and on top of ``--version``."""
    with cache_folder() as folder:
        env = environment(Path(folder))
        draft, word = Path(folder) / "draft.txt", Path(folder) / "word.txt"
        draft.write_text(prose.words(WORDS), encoding="utf-8")
        word.write_text("Nothing.\n", encoding="utf-8")
        rounds = [_round(env, draft, word) for _ in range(3 * ROUNDS)]
    whole, start, version = (median(column) for column in zip(*rounds, strict=True))
    return {
        f"ms for {WORDS:,} words on top of start-up": (whole - start) * 1000,
        f"ms for {WORDS:,} words on top of --version": (whole - version) * 1000,
    }


def _round(env: Mapping[str, str], draft: Path, word: Path) -> tuple[float, float, float]:
    mentions = [factcheck("mentions", str(path)) for path in (draft, word)]
    whole, start = (seconds(command, env) for command in mentions)
    return whole, start, seconds(factcheck("--version"), env)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(measure())
