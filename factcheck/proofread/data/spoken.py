"""The words beside a number of a draft, and those of the names of data, as they are compared."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck.draft.text.passage import Item
from factcheck.frozen import dataclass
from factcheck.proofread.opened import Opened

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"v?[0-9]+(?:\.[0-9]+)*|[A-Za-z]+[0-9]+|[^\W\d_\u3400-\u9fff]+|[\u3400-\u9fff]+")
_OWNER = re.compile(r"['\u2019]s\b")
_GROUPS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_VERSION = re.compile(r"v(?=[0-9])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_STOP = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he"),
        *("i", "if", "in", "is", "it", "its", "no", "not", "of", "on", "or", "our", "per", "she", "so", "than"),
        *("that", "the", "their", "they", "this", "to", "was", "we", "were", "will", "with", "you"),
    )
)
_STEM = 4


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said beside a number: the words of its sentence, or of the row and the head of its cell."""

    words: frozenset[str]
    text: str

    def has(self, word: str) -> bool:
        """Whether a word of a name is said; Chinese is written without gaps."""
        return word in self.words or (is_han(word) and word in self.text)


def is_han(word: str) -> bool:
    """Whether a word is Chinese."""
    return _HAN.match(word) is not None


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name or sentence: in lower case, singular, of camelCase and snake_case each part."""
    found = (_plain(m[0]) for m in _WORD.finditer(_HUMP.sub(" ", _GROUPS.sub("", _OWNER.sub("", text)))))
    return tuple(dict.fromkeys(word for word in found if word and word not in _STOP))


def _plain(word: str) -> str:
    folded = _VERSION.sub("", word.casefold())
    if folded.isalpha() and folded.isascii() and len(folded) >= _STEM and folded.endswith("s") and folded[-2] != "s":
        return f"{folded[:-3]}y" if folded.endswith("ies") else folded[:-1]
    return folded


def spoken(draft: Opened, item: Item) -> Iterator[Spoken]:
    """Yield what is said beside a number, without the number itself, then with the sentence before it."""
    cell = _cell(draft.view.original, draft.span(item.mention.span).start)
    if cell is not None:
        yield _of(cell)
        return
    text, numeral, sentences = draft.passage.text, item.mention.numeral, draft.passage.sentences
    own = sentences[item.sentence]
    beside = (text[own.span.start : numeral.start], text[numeral.end : own.span.end])
    yield _of(beside)
    before = sentences[item.sentence - 1] if item.sentence else own
    if before is not own and before.block == own.block:
        yield _of((text[before.span.start : before.span.end], *beside))


def _of(texts: Iterable[str]) -> Spoken:
    parts = tuple(texts)
    return Spoken(frozenset(word for part in parts for word in words_of(part)), "\n".join(parts).casefold())


def _cell(text: str, start: int) -> tuple[str, ...] | None:
    """Return the label of the row and the head of the column of a number in a Markdown table."""
    first = text.rfind("\n", 0, start) + 1
    row = text[first : text.find("\n", start) if "\n" in text[start:] else len(text)]
    if not row.lstrip().startswith("|"):
        return None
    at = text.count("|", first, start) - 1
    head, line = row, first
    while line > 0:
        before = text.rfind("\n", 0, line - 1) + 1
        above = text[before : line - 1]
        if not above.lstrip().startswith("|"):
            break
        head, line = above, before
    cells, heads = ([one.strip() for one in part.strip().strip("|").split("|")] for part in (row, head))
    if head is row or at <= 0 or at >= min(len(cells), len(heads)):
        return ()
    return cells[0], heads[at]
