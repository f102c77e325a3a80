"""Which words two places of a text share, in whatever form: killed, kills; in Chinese, two characters side by side."""

import re
from functools import lru_cache

from factcheck.quantity.languages import latin_languages, of_tables, prose_table
from factcheck.source import Span

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{3,}|[\u3400-\u9fff]{2,}")
_STEM = 6
_LEAST = 3
_ENDINGS = ("ing", "ed", "es", "s", "e", "er")


def words_in(folded: str, span: Span) -> frozenset[str]:
    """Return the words of a stretch of a text in lower case that say what it is about, each by its stem."""
    small = _small_words()
    found = (m[0] for m in _WORD.finditer(folded, *span))
    return frozenset(stem for word in found if word not in small for stem in _stems(word))


@of_tables
def _small_words() -> frozenset[str]:
    """Return the small words of all languages in Latin letters (of, the, und, der), which say nothing."""
    return frozenset(word for language in latin_languages() for word in prose_table(language)["function"])


@lru_cache(maxsize=4096)
def _stems(word: str) -> tuple[str, ...]:
    if not word[0].isascii() and word[0] >= "\u3400":
        return tuple(word[at : at + 2] for at in range(len(word) - 1))
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _LEAST), "")
    return (word.removesuffix(ending)[:_STEM],)
