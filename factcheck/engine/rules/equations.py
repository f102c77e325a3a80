"""The equations of rules, solved for any symbol: the left side as it stands, others by a limited child process."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from time import monotonic

import factcheck
from factcheck.diagnostics import Problem
from factcheck.engine.rules.equation import Expression, read_equation, read_expression
from factcheck.model.pack import Rule

START_SECONDS = 60
EQUATION_SECONDS = 10
HOME = Path(factcheck.__file__).parents[1]
"""Where the child runs: it imports this factcheck, and nothing from the folder that is being checked."""

MAX_LATE = 5
"""After so many equations that took too long, no further one is tried."""

OPEN = ""
"""Stands among the solutions of an equation that took too long: symbols that are missing may have some."""

Solutions = dict[str, list[str]]


@dataclass(slots=True)
class Equations:
    """Solved equations. ``store`` keeps solutions between runs, by equation text; ``late`` counts those out of time."""

    store: MutableMapping[str, Solutions] = field(default_factory=dict)
    seconds: float = EQUATION_SECONDS
    late: int = 0
    _read: dict[tuple[str, str], Expression] = field(default_factory=dict)

    def left(self, rule: Rule) -> str:
        """Return the symbol on the left of a rule's equation."""
        return read_equation(rule.equation.value, _symbols(rule))[0]

    def solved(self, rule: Rule, symbol: str, equation: str | None = None) -> Expression:
        """Return the side that ``symbol`` equals.

        Raises Problem FC307 where there is no solution or several, FC308 where solving takes too long.
        """
        text = rule.equation.value if equation is None else equation
        key = (text, symbol)
        if key not in self._read:
            self._read[key] = self._solve(rule, text, symbol)
        return self._read[key]

    def _solve(self, rule: Rule, text: str, symbol: str) -> Expression:
        left, right = read_equation(text, _symbols(rule))
        if left == symbol:
            return right
        if text not in self.store:
            self.prepare([rule])
            self.late += OPEN in self.store[text]
        solutions = self.store[text]
        if symbol not in solutions and OPEN in solutions:
            raise Problem(
                "FC308",
                f"the equation of `{rule.id}` could not be solved for `{symbol}` within {self.seconds:g} seconds",
            )
        found = solutions.get(symbol, [])
        if len(found) != 1:
            how = "no solution" if not found else f"{len(found)} solutions"
            raise Problem("FC307", f"the rule `{rule.id}` has {how} for `{symbol}`", help=f"its equation: {text}")
        return read_expression(found[0], _symbols(rule))

    def prepare(self, rules: Iterable[Rule]) -> None:
        """Solve the equations of rules that are not known yet, in one child process."""
        wanted = {
            text: _symbols(rule)
            for rule in rules
            for text in (rule.equation.value, *(r.value for _, r in rule.readings))
        }
        missing = [(text, symbols) for text, symbols in wanted.items() if text not in self.store]
        if self.late < MAX_LATE:
            self.store.update(solve_all(missing, self.seconds))
        else:
            self.store.update({text: {OPEN: []} for text, _ in missing})


def _symbols(rule: Rule) -> list[str]:
    return [name for name, _ in rule.symbols]


def solve_all(equations: list[tuple[str, list[str]]], seconds: float) -> dict[str, Solutions]:
    """Solve equations in a child; one that takes longer than ``seconds`` stays open, and the others go on."""
    found: dict[str, Solutions] = {}
    for _ in range(MAX_LATE):
        pending = [(text, symbols) for text, symbols in equations if text not in found]
        if not pending:
            return found
        found |= _run_child(pending, seconds)
    return {**{text: {OPEN: []} for text, _ in equations}, **found}


def _run_child(equations: list[tuple[str, list[str]]], seconds: float) -> dict[str, Solutions]:
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
