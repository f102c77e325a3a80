"""The child process that solves equations, and how it is talked to: one that takes too long is ended."""

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from time import monotonic

import factcheck
from factcheck.engine.rules.solutions import OPEN, Solutions

START_SECONDS = 60
HOME = Path(factcheck.__file__).parents[1]
"""Where the child runs: it imports this factcheck, and nothing from the folder that is being checked."""


def run_child(equations: list[tuple[str, list[str]]], seconds: float) -> dict[str, Solutions]:
    """Return the solutions up to the first equation that takes too long or ends the child; that one is open."""
    command = [sys.executable, "-m", "factcheck.engine.rules.solver"]
    child = subprocess.Popen(  # noqa: S603 - our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=HOME,
    )
    lines: Queue[str] = Queue()
    talk = threading.Thread(target=_talk, args=(child, equations, lines), daemon=True)
    talk.start()
    try:
        return _answers([text for text, _ in equations], lines, seconds)
    finally:
        child.kill()
        child.wait()
        talk.join()


def _answers(texts: list[str], lines: "Queue[str]", seconds: float) -> dict[str, Solutions]:
    """Collect one line for each symbol; each equation ends with an empty object, the child's start with another."""
    found: dict[str, Solutions] = {}
    with suppress(Empty):  # out of time, or the child has ended: what is missing stays open
        if not lines.get(timeout=START_SECONDS):
            return {text: {OPEN: []} for text in texts}
        for text in texts:
            found[text] = {OPEN: []}
            end = monotonic() + seconds
            while line := lines.get(timeout=max(0, end - monotonic())):
                answer = json.loads(line)
                if not answer:
                    del found[text][OPEN]
                    break
                found[text] |= answer
            else:
                break
    return found


def _talk(child: "subprocess.Popen[str]", equations: list[tuple[str, list[str]]], lines: "Queue[str]") -> None:
    """Send all requests, then hand on each answer; an empty line says that the child has ended."""
    if child.stdin is None or child.stdout is None:
        return
    requests = "".join(json.dumps({"equation": text, "symbols": symbols}) + "\n" for text, symbols in equations)
    with suppress(OSError), child.stdin, child.stdout:
        child.stdin.write(requests)
        child.stdin.close()
        for line in child.stdout:
            lines.put(line)
    lines.put("")
