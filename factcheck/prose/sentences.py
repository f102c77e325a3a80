"""Which language a sentence is in: asked only where several languages in Latin letters are at hand."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from factcheck.quantity.languages import DEFAULT, latin_languages, of_tables, prose_table
from factcheck.source import Span

_END = r"(?:(?<![0-9.!?…])|(?<=[0-9][.!?…]))[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«„(\[]?[^\Wa-zß-ÿ\d_])|[。！？；]|\n"  # noqa: RUF001 - quotation marks
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Stretch(NamedTuple):
    """Sentences of one language that follow each other."""

    language: str
    span: Span


def stretches(text: str, blocks: Iterable[Span], lang: str | None = None) -> Iterator[Stretch]:
    """Yield what is to be read, with the language of its words in Latin letters.

    ``lang`` says which that is, where the words of a sentence do not tell.
    """
    known = latin_languages()
    usual = lang if lang in known else DEFAULT
    for block in blocks:
        if len(known) == 1:
            yield Stretch(usual, block)
        else:
            yield from _joined(_sentences(text, block, known, usual))


def _joined(found: Iterable[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for one in found:
        if last is not None and one.language == last.language:
            last = Stretch(last.language, last.span.join(one.span))
        else:
            if last is not None:
                yield last
            last = one
    if last is not None:
        yield last


def sentence_spans(text: str, blocks: Iterable[Span]) -> list[Span]:
    """Return the sentences of paragraphs, whatever their language."""
    found: list[Span] = []
    for block in blocks:
        ends = (*(m.end() for m in _end().finditer(text, block.start, block.end)), block.end)
        starts = (block.start, *ends)
        found += [Span(start, end) for start, end in zip(starts, ends, strict=False) if start < end]
    return found


def _sentences(text: str, block: Span, known: tuple[str, ...], usual: str) -> Iterator[Stretch]:
    start = block.start
    for end in (*(m.end() for m in _end().finditer(text, block.start, block.end)), block.end):
        if start < end:
            usual = _language(text[start:end], known, usual)
            yield Stretch(usual, Span(start, end))
            start = end


def _language(sentence: str, known: tuple[str, ...], usual: str) -> str:
    """Return the language that has most of a sentence's small words (of, the, und, der), else that before it."""
    words = [word.lower() for word in _WORD.findall(_HAN.sub(" ", sentence))]
    counts = {language: sum(word in _small_words(language) for word in words) for language in known}
    return max(known, key=lambda language: (counts[language], language == usual))


@cache
def _end() -> re.Pattern[str]:
    return re.compile(_END)


@of_tables
def _small_words(language: str) -> frozenset[str]:
    return frozenset(prose_table(language)["function"])
