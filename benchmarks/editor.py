"""How fast an editor is answered as one types: ``python -m benchmarks.editor [soak] [EDITS]``.

A server of its own is driven over standard input and output with a draft of 5,000 words. The floor is the round trip of
a request that asks for nothing. Each edit waits for its diagnostics, as nobody types; so it is the worst that a fast
typist sees. Edits are letters and digits at random places, near the last one four times of five, and each is taken
back, so that the draft stays what it is. ``soak`` types without waiting, and tells the memory along the way.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from benchmarks.prose import text
from tests.lsp.client import Editor

URI = "untitled:Untitled-1"
WORDS = 5_000
EDITS = 800
WARM = 80
BURST = 20
"""So many edits are sent before diagnostics are waited for, in a soak."""
_LENGTH = 31_000
"""Characters of so many words."""
_PARAGRAPH = 480
_SEED = 5


def draft() -> str:
    """Return a draft of 5,000 words in paragraphs."""
    sentences = text(_LENGTH).replace(". ", ".\n").split("\n")
    paragraphs, size = [""], 0
    for sentence in sentences:
        size += len(sentence)
        paragraphs[-1] += f"{sentence} "
        if size > _PARAGRAPH:
            paragraphs.append("")
            size = 0
    return "\n\n".join(one.strip() for one in paragraphs if one) + "\n"


def edits(lines: list[str], count: int) -> Iterator[tuple[int, int, str]]:
    """Yield line, character and letter of so many edits."""
    random = Random(_SEED)  # noqa: S311 - the same each time
    line = 0
    for _ in range(count):
        if random.random() < 0.2:  # noqa: PLR2004 - one of five goes elsewhere
            line = random.choice([number for number, one in enumerate(lines) if one])
        yield line, random.randrange(len(lines[line])), random.choice("abc 123.,")


def resident(process: "subprocess.Popen[bytes]") -> float:
    """Return the memory of a process in MB, as Linux counts it; 0 elsewhere."""
    path = Path(f"/proc/{process.pid}/statm")
    return int(path.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if path.exists() else 0.0


def computed(process: "subprocess.Popen[bytes]") -> float:
    """Return the seconds that a process computed, as Linux counts them for each of its threads; 0 elsewhere."""
    threads = Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def typed(editor: Editor, line: int, character: int, letter: str) -> None:
    """Type a letter."""
    editor.type(URI, line, character, letter)


def taken_back(editor: Editor, line: int, character: int, _letter: str) -> None:
    """Take a letter back."""
    where = {"start": {"line": line, "character": character}, "end": {"line": line, "character": character + 1}}
    editor.change(URI, {"range": where, "text": ""})


def told(editor: Editor) -> None:
    """Wait for the diagnostics of the last edit."""
    editor.told(URI)
    editor.published.clear()
    editor.others.clear()


def floor(editor: Editor) -> float:
    """Return the seconds of a round trip that asks for nothing."""
    found = []
    for _ in range(100):
        start = perf_counter()
        editor.answer("factcheck/nothing", None)
        found.append(perf_counter() - start)
    return median(found)


class Spent(NamedTuple):
    """The seconds until diagnostics came: by the clock, and what the server computed meanwhile."""

    wall: float
    computed: float


def measured(editor: Editor, process: "subprocess.Popen[bytes]", lines: list[str], count: int) -> list[Spent]:
    """Return what each edit took whose diagnostics were waited for."""
    found = []
    for one in edits(lines, count // 2):
        for edit in (typed, taken_back):
            start, spent = perf_counter(), computed(process)
            edit(editor, *one)
            told(editor)
            found.append(Spent(perf_counter() - start, computed(process) - spent))
    return found


def soaked(editor: Editor, process: "subprocess.Popen[bytes]", lines: list[str], count: int) -> None:
    """Type fast, so that many edits are read at once, and print the memory along the way."""
    for number, one in enumerate(edits(lines, count // 2), 1):
        typed(editor, *one)
        taken_back(editor, *one)
        if number % (BURST // 2) == 0:
            told(editor)
        if number % (count // 20) == 0:
            print(f"{f'memory after {2 * number:,} edits':44} {resident(process):10.1f} MB", flush=True)


def report(name: str, values: list[float], least: float) -> None:
    """Print how values are spread."""
    cuts = quantiles(values, n=100)
    for share, value in (("median", median(values)), ("p95", cuts[94]), ("p99", cuts[98]), ("most", max(values))):
        print(f"{f'{name}, {share}':44} {1000 * value:10.1f} ms {value / least:8.0f} x floor")


@contextmanager
def opened() -> Iterator[tuple[Editor, "subprocess.Popen[bytes]", list[str], float]]:
    """Give a server with the draft open and warm, the lines of the draft, and the seconds to its first diagnostics."""
    command = [sys.executable, "-m", "factcheck", "lsp"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdin is None or process.stdout is None:
        raise AssertionError
    editor = Editor(process.stdin, process.stdout)
    editor.initialize()
    whole = draft()
    start = perf_counter()
    editor.open(URI, whole, "plaintext")
    first = perf_counter() - start
    measured(editor, process, whole.splitlines(), WARM)
    yield editor, process, whole.splitlines(), first
    editor.ask("shutdown", None)
    editor.notify("exit", None)
    process.wait(60)


def measure() -> dict[str, float]:
    """Return what an edit takes against a round trip that asks for nothing, and in milliseconds."""
    with opened() as (editor, process, lines, first):
        least = floor(editor)
        walls = [one.wall for one in measured(editor, process, lines, EDITS)]
    return {
        "keystroke to diagnostics, median, in round trips": median(walls) / least,
        "keystroke to diagnostics, median (ms)": 1000 * median(walls),
        "keystroke to diagnostics, 95 % (ms)": 1000 * quantiles(walls, n=20)[-1],
        "first diagnostics of 5,000 words (ms)": 1000 * first,
    }


def main(count: int, *, soak: bool) -> None:
    """Measure and print."""
    with opened() as (editor, process, lines, first):
        print(f"{'first diagnostics of 5,000 words':44} {1000 * first:10.1f} ms")
        least, before = floor(editor), resident(process)
        print(f"{'round trip that asks for nothing, median':44} {1000 * least:10.2f} ms")
        if soak:
            soaked(editor, process, lines, count)
        else:
            found = measured(editor, process, lines, count)
            report("keystroke to diagnostics", [one.wall for one in found], least)
            report("computed by the server for an edit", [one.computed for one in found], least)
        print(f"{f'memory before and after {count:,} edits':44} {before:10.1f} MB {resident(process):8.1f} MB")


if __name__ == "__main__":
    wanted = [int(one) for one in sys.argv[1:] if one.isdigit()]
    main(wanted[0] if wanted else EDITS, soak="soak" in sys.argv)
