"""Drafts: 5,000 words on top of start-up, whether the cost is linear in the length, and a draft that did not change."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks.measure import BARE, cache_folder, environment, factcheck, seconds

ROUNDS = 3
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


def measure() -> dict[str, float]:
    """Return the cost of drafts in starts of Python, and the cost of a word in a long one against a short one."""
    with tempfile.TemporaryDirectory() as copy, cache_folder() as folder:
        env, project = environment(Path(folder)), Path(copy)
        (project / "factcheck.toml").write_text("", encoding="utf-8")
        files = {words: _written(project, words) for words in (0, WORDS, LARGER * WORDS)}
        bare = median(seconds(BARE, env) for _ in range(2 * ROUNDS))
        start, short, long = (_fresh(path, env) for path in files.values())
        seconds(factcheck("draft", str(files[WORDS])), env)
        kept = median(seconds(factcheck("draft", str(files[WORDS])), env) for _ in range(ROUNDS))
    return {
        "5,000 words, on top of start-up": (short - start) / bare,
        "cost per word, 20,000 words ÷ 5,000": (long - start) / (short - start) / LARGER,
        "5,000 words, unchanged": kept / bare,
    }


def _written(project: Path, words: int) -> Path:
    path = project / f"{words}.txt"
    path.write_text("".join(_paragraph(n) for n in range(words // LENGTH)) + "It rained.\n", encoding="utf-8")
    return path


def _paragraph(n: int) -> str:
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
        percent=50,
    )


def _fresh(path: Path, env: Mapping[str, str]) -> float:
    """Return the time of a run that keeps nothing of drafts, the packs being warm."""
    command = factcheck("draft", "-", "--format", "jsonl")
    seconds(command, env, path)
    return median(seconds(command, env, path) for _ in range(ROUNDS))
