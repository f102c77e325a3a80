"""The numbers of data files, found by the words of their names."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from math import log

from factcheck.frozen import dataclass
from factcheck.loader.data.contents import Contents, Datum
from factcheck.proofread.data.spoken import Spoken, is_han, words_of

POOL = 40
"""So many numbers whose names say the same as a sentence are looked at."""
MAX_NAMED = 5_000
"""A word that more names have than these finds none of them; it still counts."""
NEAR = 1 / 3
"""What has less than this share of the words of the best-named number is not what a sentence speaks of."""
SAMPLED = 1_000
"""Of more numbers, so many tell how many pairs would fit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a file with the words of each of its names."""

    number: int
    file: int
    datum: Datum
    names: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> Iterator[str]:
        """The words of all names."""
        return (word for name in self.names for word in name)

    def said(self, known: Collection[str]) -> tuple[str, ...]:
        """Return which words are said: of names of which at least half is; none where these are numbers alone."""
        named = (name for name in self.names if 2 * sum(word in known for word in name) >= len(name))
        found = tuple(dict.fromkeys(word for name in named for word in name if word in known))
        return found if any(not word[0].isdigit() for word in found) else ()


@dataclass(frozen=True, slots=True)
class Named:
    """A number whose name has words of a sentence: these, and how much they tell."""

    figure: Figure
    said: tuple[str, ...]
    weight: float

    @property
    def is_whole(self) -> bool:
        """Whether all words of its names are said."""
        return set(self.figure.words) == set(self.said)


class Figures:
    """The numbers of some data files."""

    def __init__(self, contents: Sequence[Contents]) -> None:
        self.contents = tuple(contents)
        pairs = [(at, datum) for at, one in enumerate(contents) for datum in one.numbers]
        self.all = [Figure(n, at, datum, _names(datum)) for n, (at, datum) in enumerate(pairs)]
        self._index: defaultdict[str, list[int]] = defaultdict(list)
        for figure in self.all:
            for word in dict.fromkeys(figure.words):
                self._index[word].append(figure.number)

    def named(self, said: Spoken) -> list[Named]:
        """Return the numbers whose names have most of what is said, the best first."""
        words = [word for word in (*said.words, *self._han) if word in self._index and said.has(word)]
        found = dict.fromkeys(n for word in words if len(self._index[word]) <= MAX_NAMED for n in self._index[word])
        known = frozenset(words)
        named = (one for number in found if (one := self._named(self.all[number], known)).said)
        return nsmallest(POOL, named, key=lambda one: (-one.weight, one.figure.datum.several, one.figure.number))

    def _named(self, figure: Figure, known: frozenset[str]) -> Named:
        said = figure.said(known)
        total = len(self.all)
        return Named(figure, said, sum(log(1 + total / len(self._index[word])) for word in said))

    @cached_property
    def _han(self) -> list[str]:
        """The Chinese words of names, which a sentence may have anywhere."""
        return [word for word in self._index if is_han(word)]

    @cached_property
    def single(self) -> list[float]:
        """The values that stand in the files, in order."""
        return sorted(one.datum.value for one in self.all if not one.datum.several)

    @cached_property
    def several(self) -> list[float]:
        """The values that columns and lists come to, in order."""
        return sorted(one.datum.value for one in self.all if one.datum.several)

    @cached_property
    def sample(self) -> list[float]:
        """Values that stand for all, in order."""
        step = max(1, -(-len(self.single) // SAMPLED))
        return self.single[::step]


def count_between(ordered: Sequence[float], low: float, high: float) -> int:
    """Return how many values of an ordered list lie between two, which may stand in either order."""
    first, last = min(low, high), max(low, high)
    return bisect_right(ordered, last) - bisect_left(ordered, first)


def _names(datum: Datum) -> tuple[tuple[str, ...], ...]:
    return tuple(filter(None, (words_of(name) for name in (*datum.keys, *datum.labels))))
