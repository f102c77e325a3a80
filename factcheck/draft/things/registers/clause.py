"""The words around a number as letters: T for an individual, A for an attribute, D for a date, x for any other word."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.draft.text.passage import Item, Passage, Sentence
from factcheck.draft.things.registers.individuals import Individuals, Named
from factcheck.draft.words.phrases import phrases
from factcheck.prose.lexicon import lexicon
from factcheck.quantity.languages import HAN, of_tables, script

THING, ATTRIBUTE, NUMBER, DATE, OTHER = "T", "A", "N", "D", "x"
_LETTERS = {
    "own": "s",
    "at": "i",
    "of": "o",
    "article": "t",
    "whole": "w",
    "link": "l",
    "have": "h",
    "home": "H",
    "area": "v",
    "joint": "k",
    "people": "p",
    "live": "L",
    "doubt": "?",
    "ends": "e",
}
_WIDTH = 24
_SIGNS = {
    ",": ",",
    "，": ",",
    "(": "(",
    "（": "(",
    ")": ")",
    "）": ")",
    ";": "|",
    "；": "|",
    ":": ":",
    "：": ":",
    "、": ",",
}
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+|['’](?:s\b)?|[0-9]+|[,，()（）;；:：、.。!?！？—–]")  # noqa: RUF001 - likewise
_END = frozenset(".。!?！？")  # noqa: RUF001 - Chinese signs
_CAPITAL = re.compile(r"[A-Z][\w.]*\s$")
_NEXT = re.compile(r"\s[A-Z][a-z]")
_REACH, _TAIL = 160, 60
_WORDS = 6


class Clause(NamedTuple):
    """The letters before a number and behind it, and what stands there as T and as A, in order.

    ``behind`` is what stands as T behind it.
    """

    front: str
    tail: str
    things: Sequence[Named]
    attributes: Sequence[str]
    behind: Sequence[Named] = ()


class Reader:
    """Reads stretches of a sentence as letters; ``named`` are the individuals in it."""

    def __init__(self, passage: Passage, sentence: Sentence, named: Sequence[Named], known: Individuals) -> None:
        self.folded, self.sentence, self.known = passage.folded, sentence, known
        self.named = {one.start: one for one in named}
        self.taken = {one.start: (THING, one.end) for one in named if not _is_other(passage, one, known)}
        self.taken |= {one.span.start: (DATE, one.span.end) for one in sentence.asides if one.kind == "date"}
        self.taken |= {one.start: (NUMBER, one.end) for one in sentence.items}

    def clause(self, item: Item) -> Clause:
        """Return the words around a number of the sentence."""
        span = self.sentence.span
        front = list(self.read(max(span.start, item.start - _REACH), item.start))
        things = [self.named[at] for code, at, _ in front if code == THING]
        attributes = [self.folded[at:end] for code, at, end in front if code == ATTRIBUTE]
        tail = list(self.read(item.end, min(span.end, item.end + _TAIL)))
        behind = [self.named[at] for code, at, _ in tail if code == THING]
        front_codes, tail_codes = ("".join(code for code, _, _ in part) for part in (front, tail[:_WORDS]))
        return Clause(front_codes, tail_codes, things, attributes, behind)

    def read(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """Yield the letters of a stretch with their places; words that change nothing have none."""
        at = start
        while at < end:
            code, stop = self._next(at, end)
            if code:
                yield code, at, stop
            at = stop

    def _next(self, at: int, end: int) -> tuple[str, int]:
        """Return the letter of what stands at a place, and its end."""
        if at in self.taken and self.taken[at][1] <= end:
            return self.taken[at]
        attribute = self.known.attribute.match(self.folded, at, end)
        if attribute:
            return ATTRIBUTE, attribute.end()
        word = _word(self.folded, at, end)
        if word is not None:
            return word
        token = _TOKEN.match(self.folded, at, end)
        if token is None:
            return "", at + 1
        return "." if token[0] in _END else _SIGNS.get(token[0], OTHER), token.end()


def _inside(folded: str, at: int) -> bool:
    """Whether a place is inside of a word of Latin letters."""
    return folded[at].isascii() and folded[at].isalnum() and folded[at - 1].isalnum() and folded[at - 1].isascii()


def _word(folded: str, at: int, end: int) -> tuple[str, int] | None:
    """Return the letter of the longest phrase that starts at a place, and its end."""
    if not (folded[at].isalnum() or folded[at] in "'’"):  # noqa: RUF001
        return None
    for length in _lengths():
        phrase = folded[at : min(end, at + length)]
        code = _codes().get(phrase)
        stop = at + len(phrase)
        if code and len(phrase) == length and not (phrase.isascii() and stop < len(folded) and _inside(folded, stop)):
            return ("" if code == "w" else code), stop
    return None


@of_tables
def _codes() -> dict[str, str]:
    """Return the letters by phrases; a word that says when is one of place, too, unless a date follows."""
    found: dict[str, str] = {}
    for key, code in _LETTERS.items():
        for word in phrases("register", key).words:
            found[word] = code
    return found


@of_tables
def _lengths() -> list[int]:
    return sorted({len(phrase) for phrase in _codes()}, reverse=True)


def _is_other(passage: Passage, one: Named, known: Individuals) -> bool:
    """Whether words of capitals beside a name make it another: West Germany, World Bank, New Mexico."""
    text, folded = passage.text, passage.folded
    if not text[one.start].isascii():
        return False
    before = _CAPITAL.search(text, max(0, one.start - _WIDTH), one.start)
    word = before[0].strip().casefold() if before else ""
    if word and word not in lexicon().function and word not in _codes():
        return True
    return _NEXT.match(text, one.end) is not None and not known.attribute.match(folded, one.end + 1)


def is_han(sentence: Sentence) -> bool:
    """Whether a sentence is in Chinese."""
    return script(sentence.language) == HAN
