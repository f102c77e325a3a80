"""Statements by the thousand: compiled once for each shape, evaluated for each line.

The shape of a statement is its text around its plain numbers. There are three ways to a verdict, each of which gives
way to the next where it does not suffice: whole numbers only, the term evaluated anew, the claim checked as a whole.
"""

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.stream.quick import Numbers
from factcheck.engine.stream.shape import Shape, alone, shape_of
from factcheck.engine.stream.slot import Cut, cut, numbers_of
from factcheck.engine.verdict.judge import Judgement
from factcheck.late import late_pattern
from factcheck.model.report import Outcome
from factcheck.quantity.words import widen

MAX_SHAPES = 4096
MAX_LENGTH = 2000
_DATE = late_pattern(r"[12][0-9]{3}-[01][0-9]")
_NUMBERED = late_pattern(r"\w-[0-9]|[^\x00-\x7f][0-9]")


class Stream:
    """Judges statements one by one; memory is bounded by the number of shapes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.shapes: dict[tuple[str, ...], Shape | None] = {}
        self.numbered = any(map(_NUMBERED.search, engine.knowledge.units.names()))

    def verdict(self, says: str) -> Judgement | Outcome:
        """Return the verdict of a statement: quickly where its shape is known, else as a whole outcome."""
        if len(says) > MAX_LENGTH or not (says.isascii() or widen(says) == says):
            return self.outcome(says)
        found = cut(says)
        numbers = numbers_of(found.texts)
        if numbers is None or ("-" in found.parts and _DATE.search(says)):
            return self.outcome(says)
        if found.parts not in self.shapes:
            self._compile(says, found, numbers)
        shape = self.shapes[found.parts]
        judged = None if shape is None else self._judged(shape, says, found, numbers)
        return self.outcome(says) if judged is None else judged

    def _judged(self, shape: Shape, says: str, found: Cut, numbers: Numbers) -> Judgement | None:
        try:
            return shape.quick(numbers) or shape.slow(says, found.starts(), self.engine)
        except (Problem, ZeroDivisionError):
            return None

    def outcome(self, says: str) -> Outcome:
        """Check a statement the long way, with everything that a report needs."""
        from factcheck.engine.outcome.check import check_claim  # noqa: PLC0415 - slow to load, and seldom needed

        return check_claim(*alone(says, self.engine), self.engine)

    def _compile(self, says: str, found: Cut, numbers: Numbers) -> None:
        if len(self.shapes) >= MAX_SHAPES:
            self.shapes.clear()
        try:
            self.shapes[found.parts] = shape_of(says, found, numbers, self.engine, numbered=self.numbered)
        except Problem:
            self.shapes[found.parts] = None
