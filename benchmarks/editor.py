"""How fast an editor is answered as one types: ``python -m benchmarks.editor [EDITS]``.

A server of its own is driven over standard input and output with a draft of 5,000 words. The floor is the round trip of
a request that asks for nothing. Each edit waits for its diagnostics, as nobody types; so it is the worst that a fast
typist sees. Edits are letters and digits at random places, near the last one four times of five, and each is taken
back, so that the draft stays what it is.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from benchmarks.prose import text
from tests.lsp.client import Editor

URI = "untitled:Untitled-1"
WORDS = 5_000
EDITS = 400
WARM = 40
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


def timed(editor: Editor, line: int, character: int, letter: str) -> tuple[float, float]:
    """Type a letter and take it back; return the seconds until the diagnostics of each came."""
    start = perf_counter()
    editor.type(URI, line, character, letter)
    editor.told(URI)
    middle = perf_counter()
    where = {"start": {"line": line, "character": character}, "end": {"line": line, "character": character + 1}}
    editor.change(URI, {"range": where, "text": ""})
    editor.told(URI)
    editor.published.clear()
    editor.others.clear()
    return middle - start, perf_counter() - middle


def floor(editor: Editor) -> float:
    """Return the seconds of a round trip that asks for nothing."""
    found = []
    for _ in range(100):
        start = perf_counter()
        editor.answer("factcheck/nothing", None)
        found.append(perf_counter() - start)
    return median(found)


def main(count: int) -> None:
    """Measure and print."""
    command = [sys.executable, "-m", "factcheck", "lsp"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdin is None or process.stdout is None:
        raise AssertionError
    editor = Editor(process.stdin, process.stdout)
    editor.initialize()
    whole = draft()
    start = perf_counter()
    editor.open(URI, whole, "plaintext")
    print(f"{'first diagnostics of ' + f'{len(whole.split()):,} words':44} {1000 * (perf_counter() - start):10.1f} ms")
    lines = whole.splitlines()
    for one in edits(lines, WARM):
        timed(editor, *one)
    least, before = floor(editor), resident(process)
    found: list[float] = []
    for one in edits(lines, count):
        found += timed(editor, *one)
        if len(found) % 20_000 == 0:
            print(f"{f'memory after {len(found):,} edits':44} {resident(process):10.1f} MB", flush=True)
    cuts = quantiles(found, n=100)
    print(f"{'round trip that asks for nothing, median':44} {1000 * least:10.2f} ms")
    for name, value in (("median", median(found)), ("p95", cuts[94]), ("p99", cuts[98]), ("most", max(found))):
        print(f"{f'keystroke to diagnostics, {name}':44} {1000 * value:10.1f} ms {value / least:8.0f} x floor")
    print(f"{f'memory before and after {len(found):,} edits':44} {before:10.1f} MB {resident(process):8.1f} MB")
    editor.ask("shutdown", None)
    editor.notify("exit", None)
    process.wait(60)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else EDITS)
