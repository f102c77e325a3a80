"""Where the quotes of claims stand in a draft: word for word, with another number, or in nearly the same words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from factcheck.prose.view import View
from factcheck.source import Span

_PATTERN = (
    r"[0-9０-９]+(?:[.,，．:：∶][0-9０-９]+)*"  # noqa: RUF001 - wide digits are digits
    r"(?:\s?(?:[万亿千百]+|(?:million|billion|trillion|thousand)\b))?"
)
_NUMBER = re.compile(_PATTERN)
_MASK = f"({_PATTERN})"
_DIGIT = re.compile("[0-9０-９]")  # noqa: RUF001 - the same
_LETTER = re.compile(r"[^\W\d_]")
_BORDER = r"(?:[ \t]{0,40}\|[ \t]{0,40}|[ \t]{1,40})"
"""What stands between two words of a row: the border of two cells, or a blank inside of one."""

_FEWEST_CELLS = 2
_CLOSE = 0.75
_SHORTEST = 6
_SPREAD = 1.5
_COMMON = 0.5


class Anchor(NamedTuple):
    """The place of a quote in the original; ``changed`` are numbers that differ: the draft's own, the claim's."""

    span: Span
    changed: tuple[tuple[str, str], ...] = ()


class Anchors:
    """A draft in which quotes are looked up; the later ones of equal quotes stand later.

    Words are sought in its prose, and as they stand in the original, markup and all.
    """

    def __init__(self, view: View, sentences: Sequence[Span]) -> None:
        self.view, self.text, self.sentences = view, view.text, sentences
        self.taken: dict[str, int] = {}
        self._grams: list[Counter[str]] = []

    def find(self, quote: str) -> Anchor | None:
        """Return where a quote stands; None where its text is gone."""
        words = quote.split()
        if not words:
            return None
        pattern = r"\s*".join(map(re.escape, words))
        found = self._searched(quote, pattern, self.text)
        if found is not None:
            return Anchor(self.view.span(found))
        marked = self._searched(quote, pattern, self.view.original) or self._row(quote, words)
        if marked is not None:
            return Anchor(marked)
        changed = self._row(quote, words, renumbered=True)
        if changed is not None:
            return Anchor(changed, changes(quote, self.view.original[slice(*changed)]))
        other = self._renumbered(quote, words) or self._nearest(" ".join(words))
        return other and Anchor(self.view.span(other), changes(quote, self.text[slice(*other)]))

    def _searched(self, quote: str, pattern: str, text: str) -> Span | None:
        """Return the next place of a quote that no equal one has taken, else the first."""
        whole = re.compile(pattern)
        m = whole.search(text, self.taken.get(quote, 0)) or whole.search(text)
        if m is None:
            return None
        self.taken[quote] = m.end()
        return Span(*m.span())

    def _row(self, quote: str, words: Sequence[str], *, renumbered: bool = False) -> Span | None:
        """Find a quote whose words stand in cells of one row of a table; ``renumbered``: with other numbers."""
        if "|" not in self.view.original or len(words) < _FEWEST_CELLS:
            return None
        if renumbered and (not any(map(_NUMBER.search, words)) or not _LETTER.search(quote)):
            return None
        cells = [_MASK.join(map(re.escape, _NUMBER.split(word))) if renumbered else re.escape(word) for word in words]
        return self._searched(quote, _BORDER.join(cells), self.view.original)

    def _renumbered(self, quote: str, words: Sequence[str]) -> Span | None:
        """Find a quote whose words still stand with other numbers."""
        if not any(_NUMBER.search(word) for word in words) or len(_NUMBER.sub("", quote).strip()) < _SHORTEST:
            return None
        pattern = r"\s*".join(_MASK.join(map(re.escape, _NUMBER.split(word))) for word in words)
        return self._searched(quote, pattern, self.text)

    def _nearest(self, quote: str) -> Span | None:
        """Find the sentence that holds most of a quote, in its order."""
        best: tuple[float, Span] | None = None
        for sentence in self._candidates(quote):
            share, span = closeness(quote, self.text[slice(*sentence)])
            if share >= _CLOSE and (best is None or share > best[0]):
                best = share, Span(sentence.start + span.start, sentence.start + span.end)
        return best[1] if best else None

    def _candidates(self, quote: str) -> Iterator[Span]:
        """Yield the sentences that share half of a quote's pairs of letters."""
        if len(quote) < _SHORTEST:
            return
        if not self._grams:
            self._grams = [_grams(self.text[slice(*span)]) for span in self.sentences]
        wanted = _grams(quote)
        least = _COMMON * sum(wanted.values())
        for span, known in zip(self.sentences, self._grams, strict=True):
            if sum(min(count, known[gram]) for gram, count in wanted.items()) >= least:
                yield span


def _grams(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(_DIGIT.sub("0", text))))


def closeness(quote: str, sentence: str) -> tuple[float, Span]:
    """Return which share of a quote stands in a sentence, whatever its digits, and between which places.

    Nothing where it is scattered.
    """
    quote, sentence = (_DIGIT.sub("0", text) for text in (quote, sentence))
    blocks = SequenceMatcher(None, quote, sentence, autojunk=False).get_matching_blocks()
    shared = [block for block in blocks if block.size > 1]
    if not shared:
        return 0.0, Span(0, 0)
    start = max(0, shared[0].b - shared[0].a)
    rest = len(quote) - shared[-1].a - shared[-1].size
    span = Span(start, min(len(sentence), shared[-1].b + shared[-1].size + rest))
    scattered = span.end - span.start > _SPREAD * len(quote)
    return (0.0 if scattered else sum(block.size for block in shared) / len(quote)), span


def changes(quote: str, text: str) -> tuple[tuple[str, str], ...]:
    """Return the numbers of a text that are not those of a quote, each with the one that stood there."""
    old, new = _numbers(quote), _numbers(text)
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and b - a == d - c:
            found += list(zip(new[c:d], old[a:b], strict=True))
        elif kind != "equal":
            found.append((", ".join(new[c:d]), ", ".join(old[a:b])))
    return tuple(found)


def _numbers(text: str) -> list[str]:
    return ["".join(m[0].split()) for m in _NUMBER.finditer(text)]
