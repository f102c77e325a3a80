"""Sets of words and phrases, looked up at the end, the start or inside of a few words of text."""

from collections.abc import Iterable

from factcheck.draft.words.cues import cue_table
from factcheck.quantity.languages import languages, of_tables

_SPACES = str.maketrans("-\u00a0\n\t", "    ")


class Phrases:
    """Phrases in lower case; one of Latin letters matches whole words only."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index the phrases by length."""
        self.words = frozenset(words)
        self.lengths = sorted({len(word) for word in self.words}, reverse=True)

    def ending(self, text: str) -> str:
        """Return the longest phrase that a text ends with, or nothing."""
        for n in self.lengths:
            word = text[-n:]
            if word in self.words and not (n < len(text) and _joined(text[-n - 1], word[0])):
                return word
        return ""

    def starting(self, text: str) -> str:
        """Return the longest phrase that a text starts with, or nothing."""
        for n in self.lengths:
            word = text[:n]
            if word in self.words and not (n < len(text) and _joined(word[-1], text[n])):
                return word
        return ""

    def inside(self, text: str) -> bool:
        """Whether a text has one of the phrases."""
        return any(word in text and _stands(text, word) for word in self.words)

    def without_end(self, text: str) -> str:
        """Return a text without the phrases at its end."""
        text = text.rstrip()
        while word := self.ending(text):
            text = text[: -len(word)].rstrip()
        return text

    def without_start(self, text: str) -> str:
        """Return a text without the phrases at its start."""
        text = text.lstrip()
        while word := self.starting(text):
            text = text[len(word) :].lstrip()
        return text


def _joined(left: str, right: str) -> bool:
    """Whether two characters are of one word: also in runner-up."""
    return left.isascii() and right.isascii() and (left.isalnum() or left == "-") and right.isalnum()


def _stands(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and _joined(text[at - 1], word[0])) and not (end < len(text) and _joined(word[-1], text[end])):
            return True
        at = text.find(word, at + 1)
    return False


@of_tables
def phrases(relation: str, *keys: str) -> Phrases:
    """Return the phrases under some keys of a relation, of all languages."""
    return Phrases(
        word for key in keys for language in languages() for word in cue_table(relation, language).get(key, ())
    )


def spaced(text: str) -> str:
    """Return a text with blanks for hyphens and line ends, as phrases are written."""
    return text.translate(_SPACES)
