"""A text as a line of letters: what each word means, where the quantities, the dates and the borders are.

``Sales rose 5 percent to $420 million from $400 million.`` is ``w u % t Q f Q .`` without the blanks. Whatever looks
at words looks at this line; where a clause ends is decided here and nowhere else.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from factcheck.draft.text.passage import Passage, Sentence
from factcheck.draft.words.meanings import WORD, Phrase, by_first_word
from factcheck.quantity.languages import DEFAULT, LATIN, draft_table, han_language, of_tables, script
from factcheck.source import Span

DATE, SENTENCE, PARAGRAPH, ARTICLE = "D", ".", "P", "h"
HARD = frozenset(".P;/")
"""What ends a clause: the end of a sentence or a paragraph, a semicolon, a contrast."""

_WORD = re.compile(
    r"(?P<han>[\u3400-\u9fff]+)|(?P<latin>[^\W\d_\u3400-\u9fff]+)|(?P<open>[(（\[])|(?P<close>[)）\]])"
    r"|(?P<semicolon>[;；])|(?P<colon>[:：])|(?P<comma>[,，])|(?P<list>、)|(?P<dash>[—–]|\s[-−]\s)|(?P<equals>[=≈])"
    r"|(?P<plus>(?<=\d)\+|\s\+\s)|(?P<into>×|\s\*\s)|(?P<over>÷|\s/\s)|(?P<raised>[√^])"
)  # fmt: skip
_SIGNS = {
    "open": "(",
    "close": ")",
    "semicolon": ";",
    "colon": ":",
    "comma": ",",
    "list": "&",
    "dash": "~",
    "equals": "=",
    "plus": "A",
    "into": "Y",
    "over": "Z",
    "raised": "q",
}
"""The letters of signs; what is raised to a power, or a root, has no value here."""


class Token(NamedTuple):
    """A letter of a line, and where what it stands for stands in the text."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """The letters of a text; ``starts`` and ``ends`` are their places in the ``text``, which is in lower case."""

    codes: str
    starts: Sequence[int]
    ends: Sequence[int]
    text: str = ""

    def at(self, place: int) -> int:
        """Return the position of the letter for what starts at a place of the text, or of the next one."""
        return bisect_left(self.starts, place)


def line_of(passage: Passage, sentences: Sequence[Sentence], codes: dict[int, str]) -> Line:
    """Return the line of some sentences; ``codes`` are the letters of the quantities by where they start."""
    tokens: list[Token] = []
    block = 0
    for sentence in sentences:
        if tokens and sentence.block != block:
            tokens[-1] = tokens[-1]._replace(code=PARAGRAPH)
        tokens += _sentence(passage, sentence, codes)
        block = sentence.block
    return Line("".join(t.code for t in tokens), [t.start for t in tokens], [t.end for t in tokens], passage.folded)


def _sentence(passage: Passage, sentence: Sentence, codes: dict[int, str]) -> Iterator[Token]:
    start, end = sentence.span
    if not sentence.items:
        yield Token(WORD, start, end)
    else:
        for token in sorted(_marked(sentence, codes), key=attrgetter("start")):
            yield from words(passage.folded, Span(start, token.start), sentence.language)
            yield token
            start = max(start, token.end)
        yield from words(passage.folded, Span(start, end), sentence.language)
    yield Token(SENTENCE, end, end)


def _marked(sentence: Sentence, codes: dict[int, str]) -> Iterator[Token]:
    """Yield what is no word: the quantities, the dates, and other names with digits in them."""
    for aside in sentence.asides:
        yield Token(DATE if aside.kind == "date" else WORD, *aside.span)
    for place, end, code in _quantities(sentence, codes):
        yield Token(code, place, end)


def _quantities(sentence: Sentence, codes: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    for item in sentence.items:
        for part in item.mention.ends or (item.mention,):
            if part.span.start in codes:
                yield part.span.start, part.span.end, codes[part.span.start]
        if item.start not in codes and not (item.mention.ends and item.mention.ends[0].span.start in codes):
            yield item.start, item.end, "q"


def words(folded: str, span: Span, language: str) -> Iterator[Token]:
    """Yield the letters of a stretch of plain words, a phrase as one, in lower case."""
    found = [(m.lastgroup or "", m[0], m.start(), m.end()) for m in _WORD.finditer(folded, *span)]
    latin = language if script(language) == LATIN else DEFAULT
    at = 0
    while at < len(found):
        kind, text, start, end = found[at]
        if kind == "latin":
            code, n = _phrase(latin, found, at)
            yield Token(code, start, found[at + n - 1][3])
            at += n
            continue
        if kind == "han":
            yield from _han(text, start)
        else:
            yield Token(_SIGNS[kind], start, end)
        at += 1


def _phrase(language: str, found: list[tuple[str, str, int, int]], at: int) -> tuple[str, int]:
    """Return the letter of the longest phrase that starts at a word, and how many words it has."""
    for rest, code in by_first_word(language).get(found[at][1], ()):
        if all(at + i < len(found) and found[at + i][1] == word for i, word in enumerate(rest, 1)):
            return code, 1 + len(rest)
    return WORD, 1


def _han(text: str, start: int) -> Iterator[Token]:
    """Yield the phrases in a run of Chinese, and one letter for each stretch between them."""
    text = text.translate(_simplified())
    rows, at, plain = by_first_word(han_language()), 0, 0
    while at < len(text):
        code, n = _longest(rows.get(text[at], ()), text, at)
        if code == WORD:
            at += n
            continue
        if plain < at:
            yield Token(WORD, start + plain, start + at)
        yield Token(code, start + at, start + at + n)
        at = plain = at + n
    if plain < len(text):
        yield Token(WORD, start + plain, start + len(text))


def _longest(phrases: Sequence[Phrase], text: str, at: int) -> tuple[str, int]:
    """Return the letter of the longest phrase at a place of a run of Chinese, and how many characters it has."""
    for rest, code in phrases:
        if text.startswith("".join(rest), at + 1):
            return code, 1 + len(rest)
    return WORD, 1


@of_tables
def _simplified() -> Mapping[int, int]:
    """Return the traditional characters that words with a meaning are also written in, with the simplified ones."""
    table = draft_table(han_language(), "traditional")
    return str.maketrans(table["traditional"], table["simplified"]) if table else {}
