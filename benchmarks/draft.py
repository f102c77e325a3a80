"""Drafts: 5,000 words on top of start-up, whether the cost is linear in the length, and a draft that did not change.

The text is one paragraph over and over, with other numbers each time: about 100 words with 7 numbers, most of which
follow from others; one paragraph in ten has a wrong one. Start-up is a draft of two words; the packs are warm. The time
of the process is what the system says that it computed, whatever else the machine was doing; the other is the clock's.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.measure import BARE, cache_folder, computed, environment, factcheck, seconds

ROUNDS = 5
WORDS = 5_000
LARGER = 4

PARAGRAPH = """\
The council met on {day} March to hear what the line along the river had cost, and how many people were using it. The
chairman said that it was {km} km ({miles} miles) long and that the first trains had run in 2019, four years after the
decision of 2015. Nobody had expected the works to go so smoothly, he added, and the neighbours had been patient
throughout, in spite of the dust and the noise in front of their windows. The fleet of {fleet} trains is made up of
{old} old ones, {new} new ones and {hired} that were hired from the next town. Passengers rose from {before} to {after}
a day, or by {percent} percent, which surprised those who had warned that the seats would stay empty. One speaker asked
about the stations, which are to be painted before the winter, and got no answer.

"""
LENGTH = len(PARAGRAPH.split())
WRONG = 10
"""One paragraph in so many has a wrong percentage."""


class Spent(NamedTuple):
    """The seconds of a run: by the clock, and what its process computed."""

    wall: float
    process: float


def measure() -> dict[str, float]:
    """Return the cost of drafts in starts of Python, and the cost of a word in a long one against a short one."""
    with tempfile.TemporaryDirectory() as copy, cache_folder() as folder:
        env, project = environment(Path(folder)), Path(copy)
        (project / "factcheck.toml").write_text("", encoding="utf-8")
        files = {words: _written(project, words) for words in (0, WORDS, LARGER * WORDS)}
        bare = median(seconds(BARE, env) for _ in range(2 * ROUNDS))
        runs = [_fresh(path, env) for path in files.values()]
        seconds(factcheck("draft", str(files[WORDS])), env)
        kept = median(seconds(factcheck("draft", str(files[WORDS])), env) for _ in range(ROUNDS))
    start, short, long = (run.process for run in runs)
    return {
        "ms of the process for 5,000 words, on top of start-up": 1000 * (short - start),
        "ms by the clock for 5,000 words, on top of start-up": 1000 * (runs[1].wall - runs[0].wall),
        "ms of the process for start-up": 1000 * start,
        "cost per word, 20,000 words ÷ 5,000": (long - start) / (short - start) / LARGER,
        "5,000 words, unchanged, in starts of Python": kept / bare,
    }


def _written(project: Path, words: int) -> Path:
    path = project / f"{words}.txt"
    text = "".join(paragraph(n, wrong=not n % WRONG) for n in range(words // LENGTH))
    path.write_text(f"{text}It rained.\n", encoding="utf-8")
    return path


def paragraph(n: int, *, wrong: bool) -> str:
    """Return the paragraph with its numbers for ``n``; ``wrong``: with a percentage that does not follow."""
    km, old, new, hired, before = 40 + n, 11 + n % 17, 20 + n % 13, 3 + n % 5, 4_000 + 20 * n
    return PARAGRAPH.format(
        day=1 + n % 28,
        km=km,
        miles=round(km * 0.621371),
        fleet=old + new + hired,
        old=old,
        new=new,
        hired=hired,
        before=before,
        after=before * 3 // 2,
        percent=60 if wrong else 50,
    )


def _fresh(path: Path, env: Mapping[str, str]) -> Spent:
    """Return the times of a run that keeps nothing of drafts, the packs being warm."""
    _spent(path, env)
    runs = [_spent(path, env) for _ in range(ROUNDS)]
    return Spent(median(run.wall for run in runs), median(run.process for run in runs))


def _spent(path: Path, env: Mapping[str, str]) -> Spent:
    before = computed()
    wall = seconds(factcheck("draft", "-", "--format", "jsonl"), env, path)
    return Spent(wall, computed() - before)
