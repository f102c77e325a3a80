"""A campaign: inputs from a seed, one after the other, until its time or its number is up; what fails is kept."""

import json
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.diagnostics import fault_of_the_program

SLOW = 1.0
"""An input that takes more seconds of the processor is a failure."""

LONGEST = 60
"""An input is given up after so many seconds, where the system has an alarm."""

KEPT = 100
"""So many failures are written down; more of them say the same."""

TOLD = 60.0
"""How it stands is told each time so many seconds are over."""


class GivenUp(BaseException):
    """An input took too long; no exception of the program, so that nothing of the program takes it for one."""


class Failure(NamedTuple):
    """What went wrong with an input: a verdict against the oracle, an exception, or too much time."""

    input: Any
    what: str


@dataclass
class Campaign:
    """What a campaign counts."""

    name: str
    seed: str
    folder: Path | None = None
    """Where failures are written as they come."""

    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    failed: int = 0
    inputs: int = 0
    slowest: float = 0.0
    seconds: float = 0.0

    def over(
        self,
        inputs: Iterator[Any],
        check: Callable[[Any], tuple[str, str]],
        seconds: float,
        most: float = float("inf"),
    ) -> None:
        """Check inputs; ``check`` returns what kind of input each was, and what is wrong with what came of it."""
        start = told = time.perf_counter()
        with suppress(KeyboardInterrupt):  # what was counted until then is told
            while self.inputs < most and (now := time.perf_counter()) - start <= seconds:
                if now - told > TOLD:
                    told = now
                    print(f"    {self.inputs:,} {self.name}, {self.failed} failures", file=sys.stderr, flush=True)
                self.one(next(inputs), check)
        self.seconds += time.perf_counter() - start

    def one(self, given: Any, check: Callable[[Any], tuple[str, str]]) -> None:
        """Check an input."""
        began = time.process_time()
        try:
            with _alarm():
                kind, wrong = check(given)
        except Exception as fault:
            kind, wrong = "exception", fault_of_the_program(fault)
        except GivenUp:
            kind, wrong = "given up", f"gave up after {LONGEST} s"
        took = time.process_time() - began
        self._count(given, kind, wrong or (f"took {took:.2f} s" if took > SLOW else ""), took)

    def _count(self, given: Any, kind: str, wrong: str, took: float) -> None:
        self.inputs += 1
        self.kinds[kind] += 1
        self.slowest = max(self.slowest, took)
        if wrong:
            self.failed += 1
            if self.failed <= KEPT:
                self.failures.append(Failure(given, wrong))
                self._keep(self.failures[-1])

    def _keep(self, failure: Failure) -> None:
        """Write a failure down, a JSON object a line."""
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            line = json.dumps({"input": repr(failure.input), "what": failure.what})
            with (self.folder / f"{self.name}-{self.seed}.jsonl").open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")

    def told(self) -> str:
        """Return the campaign in a few lines."""
        head = f"{self.name} (seed {self.seed}): {self.inputs:,} inputs in {self.seconds:,.0f} s"
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in self.kinds.most_common())
        return f"{head}, slowest {self.slowest:.2f} s, {self.failed} failures\n    {kinds}"


@contextmanager
def _alarm() -> Iterator[None]:
    """Raise GivenUp in what takes too long."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _give_up)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _give_up(*_: object) -> None:
    raise GivenUp
