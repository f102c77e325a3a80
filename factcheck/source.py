"""Where things stand: a place in a file, and a span inside a line of the claim language."""

from typing import NamedTuple

from factcheck.frozen import dataclass


class Span(NamedTuple):
    """Half-open range of code points inside one text."""

    start: int
    end: int

    def join(self, other: "Span") -> "Span":
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: line and column count from 1, columns in code points.

    ``inside`` is where in a document that has no lines: ``table 2, cell B4``.
    """

    path: str
    line: int = 0
    column: int = 0
    inside: str = ""

    def shifted(self, span: Span) -> "Place":
        """Return the place of a span of a one-line text that starts here."""
        return Place(self.path, self.line, self.column + span.start)

    def __str__(self) -> str:
        """Write as ``path:line:column``, as far as it is known, or as ``path: table 2, cell B4``."""
        if self.inside:
            return f"{self.path}: {self.inside}"
        return ":".join(str(part) for part in (self.path, self.line, self.line and self.column) if part)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar of a file with its place; ``verbatim`` when it stands there as it reads, not folded or escaped."""

    value: str
    place: Place
    verbatim: bool = True

    def __str__(self) -> str:
        """Return the text alone."""
        return self.value
