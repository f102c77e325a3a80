"""One value for everything the program has to say about a file: what, where, and the cure."""

from typing import Literal

from factcheck.frozen import dataclass
from factcheck.source import Place, Span

EXCERPT = 160
BEFORE = 60
"""How much of a long line is shown, and how much of that before the fault."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A message with its code and place.

    ``excerpt`` is the line of text that the place points into, ``width`` the number of code points to underline.
    An ``error`` fails the run, a ``note`` is only said.
    """

    code: str
    message: str
    place: Place
    width: int = 1
    excerpt: str = ""
    excerpt_column: int = 1
    notes: tuple[str, ...] = ()
    help: str | None = None
    level: Literal["error", "note"] = "error"

    def key(self) -> tuple[str, int, int, str, str]:
        """Return the order in which diagnostics are printed."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)


class Problem(Exception):  # noqa: N818 - wrong input that travels up one parse, not a crash
    """A fault inside one text, before it is known which file the text stands in."""

    def __init__(
        self,
        code: str,
        message: str,
        span: Span | None = None,
        notes: tuple[str, ...] = (),
        help: str | None = None,  # noqa: A002 - the word the report prints
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.span, self.notes, self.help = code, message, span, notes, help

    def at(self, span: Span) -> "Problem":
        """Give the fault a span, unless it has one; return it."""
        if self.span is None:
            self.span = span
        return self

    def diagnostic(self, place: Place, text: str) -> Diagnostic:
        """Return the diagnostic for a one-line text that stands at ``place``; a long one is cut around the fault."""
        span = self.span or Span(0, len(text))
        start = 0 if len(text) <= EXCERPT else max(0, span.start - BEFORE)
        excerpt = text[start : start + EXCERPT]
        width = max(1, min(span.end, start + len(excerpt)) - span.start)
        at = place.shifted(span)
        return Diagnostic(self.code, self.message, at, width, excerpt, place.column + start, self.notes, self.help)


def fault_of_the_program(fault: Exception) -> str:
    """Return a line on an exception that nothing expected: what it is, where it arose, and how to report it."""
    trace, where = fault.__traceback__, ""
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("factcheck."):
            where = f" in {name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    said = " ".join(str(fault).split())[:EXCERPT]
    what = f"{type(fault).__name__}: {said!a}" if said else type(fault).__name__
    return f"a fault of the program, not of your files: {what}{where}; please report it with the file that shows it"
