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

import factcheck
from factcheck.diagnostics import Problem
from factcheck.engine.equation import Expression, read_equation, read_expression
from factcheck.model.pack import Rule

START_SECONDS = 60
EQUATION_SECONDS = 10
HOME = Path(factcheck.__file__).parents[1]
"""Where the child runs: it imports this factcheck, and nothing from the folder that is being checked."""

Solutions = dict[str, list[str]]


@dataclass(slots=True)
class Equations:
    """Solved equations. ``store`` keeps solutions between runs, by equation text; an empty one means: out of time."""

    store: MutableMapping[str, Solutions] = field(default_factory=dict)
    seconds: float = EQUATION_SECONDS
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
        solutions = self.store[text]
        if not solutions:
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
        self.store.update(solve_all(missing, self.seconds))


def _symbols(rule: Rule) -> list[str]:
    return [name for name, _ in rule.symbols]


def solve_all(equations: list[tuple[str, list[str]]], seconds: float) -> dict[str, Solutions]:
    """Solve equations in a child; one that takes longer than ``seconds`` gets no solutions, the others go on."""
    found: dict[str, Solutions] = {}
    pending = list(equations)
    while pending:
        solved = _run_child(pending, seconds)
        found.update(zip((text for text, _ in pending), solved, strict=False))
        pending = pending[len(solved) :]
        if pending:
            found[pending[0][0]] = {}
            pending = pending[1:]
    return found


def _run_child(equations: list[tuple[str, list[str]]], seconds: float) -> list[Solutions]:
    """Return the answers up to the first equation that takes too long or ends the child."""
    command = [sys.executable, "-m", "factcheck.engine.solver"]
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
    answers: list[Solutions] = []
    wait = START_SECONDS + seconds
    try:
        for _ in equations:
            line = lines.get(timeout=wait)
            if not line:
                break
            answers.append(json.loads(line).get("solutions", {}))
            wait = seconds
    except Empty:
        pass  # out of time: the caller marks the equation
    finally:
        child.kill()
        child.wait()
        talk.join()
    return answers


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
