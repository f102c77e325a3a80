"""Parts as batches, and the names by which these are known."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from factcheck.loader.texts.parts import Part, rows
from factcheck.model.texts import TextRow

CHARACTERS = 8_000_000
"""A batch ends with the text with which it has as many characters."""

_LAST = "-last"


class Batch(NamedTuple):
    """Some texts of a part, in order; ``last`` where no more follow in it."""

    part: int
    number: int
    texts: tuple[TextRow, ...]
    last: bool

    @property
    def name(self) -> str:
        """The name of its files."""
        return f"{self.part:06}-{self.number:06}"

    @property
    def mark(self) -> str:
        """The name under which it is noted as done."""
        return f"{self.name}{_LAST}" if self.last else self.name


def batches(part: Part, number: int, most: int) -> Iterator[Batch]:
    """Yield the batches of a part, at least one, so that it is noted as done."""
    texts: list[TextRow] = []
    size = at = 0
    for row in rows(part):
        if len(texts) >= most or size >= CHARACTERS:
            yield Batch(number, at, tuple(texts), last=False)
            texts, size, at = [], 0, at + 1
        texts.append(row)
        size += len(row.text)
    yield Batch(number, at, tuple(texts), last=True)


def by_part(marks: Iterable[str]) -> dict[int, set[str]]:
    """Return the notes of what is done, part by part."""
    found: dict[int, set[str]] = {}
    for mark in marks:
        part = mark.partition("-")[0]
        if part.isdecimal():
            found.setdefault(int(part), set()).add(mark)
    return found


def is_whole(marks: Collection[str]) -> bool:
    """Whether the notes of a part are those of all its batches."""
    last = next((mark for mark in marks if mark.endswith(_LAST)), "")
    return bool(last) and len(marks) == int(last.removesuffix(_LAST).partition("-")[2]) + 1
