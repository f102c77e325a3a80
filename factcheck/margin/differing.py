"""What was changed in a text, as the smallest stretches that make sense: numbers, words, signs."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|\s+|.", re.DOTALL)
_MOST = 5_000
"""So many lines, or pieces of a line, are compared; where more are different they are one change."""


class Change(NamedTuple):
    """A stretch of the old text, and what stands there in the new one."""

    start: int
    end: int
    text: str


def changes(old: str, new: str) -> Iterator[Change]:
    """Yield what was changed, in the order of the text; a line is compared with the one that took its place."""
    for at, before, after in _differing(old.splitlines(keepends=True), new.splitlines(keepends=True), 0):
        if len(before) != len(after):
            yield Change(at, at + sum(map(len, before)), "".join(after))
            continue
        begin = at
        for line, other in zip(before, after, strict=True):
            for start, gone, put in _differing(_PIECE.findall(line), _PIECE.findall(other), begin):
                yield Change(start, start + sum(map(len, gone)), "".join(put))
            begin += len(line)


Differing = tuple[int, Sequence[str], Sequence[str]]


def _differing(old: Sequence[str], new: Sequence[str], at: int) -> Iterator[Differing]:
    """Yield where two sequences of pieces differ: the place in the old text, and the pieces of both."""
    most = min(len(old), len(new))
    start = next((index for index in range(most) if old[index] != new[index]), most)
    behind = next((index for index in range(most - start) if old[-1 - index] != new[-1 - index]), most - start)
    before, after = old[start : len(old) - behind], new[start : len(new) - behind]
    at += sum(map(len, old[:start]))
    if max(len(before), len(after)) > _MOST:
        yield at, before, after
        return
    places = [at]
    for piece in before:
        places.append(places[-1] + len(piece))
    for kind, low, high, first, last in SequenceMatcher(
        None, before, after, autojunk=len(before) > _MOST // 10
    ).get_opcodes():
        if kind != "equal":
            yield places[low], before[low:high], after[first:last]
