"""What a reader says of an input: whether it was read or refused, and what is wrong with what came of it."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from factcheck.model.draft import DraftReport


class Read(NamedTuple):
    """The outcome of an input; ``wrong`` is empty where nothing is."""

    what: Literal["read", "refused"] = "read"
    wrong: str = ""


REFUSED = Read("refused")

Reader = Callable[[bytes, int], Read]
"""Takes an input, and how many came before it: what may be done in several ways is done otherwise each time."""

FAULT = "a fault of the program"
"""How what talks to other programs tells of an exception that nobody expected."""


def misplaced(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """Return which words are said to stand where they do not."""
    return next((f"{words!r} is not at {start}" for start, end, words in places if text[start:end] != words), "")


def places(report: DraftReport) -> Iterable[tuple[int, int, str]]:
    """Yield where everything stands that a report tells of."""
    for number in report.numbers:
        yield number.start, number.end, number.text
    for found in report.findings:
        yield found.start, found.end, found.text
