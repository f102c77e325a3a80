"""A campaign: inputs from a seed, one after the other, until its time or its number is up; what fails is kept."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

SLOW = 1.0
"""An input that takes more seconds of the processor is a failure."""

KEPT = 100
"""So many failures are written down; more of them say the same."""


class Failure(NamedTuple):
    """What went wrong with an input: a verdict against the oracle, an exception, or too much time."""

    input: Any
    what: str


@dataclass
class Campaign:
    """What a campaign counts."""

    name: str
    seed: str
    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    inputs: int = 0
    slowest: float = 0.0
    seconds: float = 0.0

    def over(
        self, inputs: Iterator[Any], check: Callable[[Any], tuple[str, str]], seconds: float, most: int | None = None
    ) -> None:
        """Check inputs; ``check`` returns what kind of input each was, and what is wrong with what came of it."""
        start = time.perf_counter()
        for each in inputs:
            began = time.process_time()
            if time.perf_counter() - start > seconds or (most is not None and self.inputs >= most):
                break
            try:
                kind, wrong = check(each)
            except Exception as fault:
                kind, wrong = "exception", f"{type(fault).__name__}: {fault}"
            took = time.process_time() - began
            self._count(each, kind, wrong or (f"took {took:.2f} s" if took > SLOW else ""), took)
        self.seconds += time.perf_counter() - start

    def _count(self, each: Any, kind: str, wrong: str, took: float) -> None:
        self.inputs += 1
        self.kinds[kind] += 1
        self.slowest = max(self.slowest, took)
        if wrong and len(self.failures) < KEPT:
            self.failures.append(Failure(each, wrong))

    def told(self) -> str:
        """Return the campaign in a few lines."""
        head = f"{self.name} (seed {self.seed}): {self.inputs:,} inputs in {self.seconds:,.0f} s"
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in self.kinds.most_common())
        return f"{head}, slowest {self.slowest:.2f} s, {len(self.failures)} failures\n    {kinds}"

    def keep(self, folder: Path) -> None:
        """Write the failures into a folder, a JSON object a line."""
        if self.failures:
            folder.mkdir(parents=True, exist_ok=True)
            lines = (json.dumps({"input": repr(one.input), "what": one.what}) for one in self.failures)
            (folder / f"{self.name}-{self.seed}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
