"""Parts as batches, and the names by which these are known."""

from collections.abc import Collection, Iterator
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


def is_done(number: int, marks: Collection[str]) -> bool:
    """Whether all batches of a part are noted as done."""
    prefix = f"{number:06}-"
    last = next((mark for mark in marks if mark.startswith(prefix) and mark.endswith(_LAST)), None)
    if last is None:
        return False
    return all(f"{prefix}{at:06}" in marks for at in range(int(last[len(prefix) :].removesuffix(_LAST))))
