"""The words of a page in its language, and the set phrases of the engine in them."""

import re
from functools import cache
from typing import Any

from factcheck.codes import CODES
from factcheck.frozen import dataclass
from factcheck.quantity.languages import DEFAULT
from factcheck.quantity.phrases import has_page, page_words
from factcheck.report.set_phrases import NUMBERS, SetPhrase, set_phrases
from factcheck.report.web.page import element, escaped

_CODE = re.compile(r"`([^`]+)`")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_VALUES = "values"
_SHAPES = {**NUMBERS, "name": r"[^\s;,]+"}


def tongue(language: str) -> str:
    """Return the language of the page for an article: its own where there are words for it, else the default one."""
    name = re.split("[-_]", language.strip().casefold())[0]
    return name if name.isalpha() and has_page(name) else DEFAULT


@dataclass(frozen=True, slots=True)
class Speech:
    """The language of a page (one that has words), and the one that the article says it is in."""

    language: str
    article: str = ""

    def __getitem__(self, name: str) -> Any:
        """Return words of the report."""
        return page_words(self.language)["claims"][name]

    @property
    def quoted(self) -> str:
        """The language of quotations where it is not that of the page."""
        return "" if tongue(self.article) == self.language else self.article

    def count(self, name: str, number: int, **parts: str) -> str:
        """Return a sentence with a number in it."""
        return str(self[name]["one" if number == 1 else "other"].format(count=f"{number:,}", **parts))

    def label(self, name: str) -> str:
        """Return a label, safe for HTML."""
        return escaped(self["label"][name])

    def set_phrase(self, text: str, *sections: str) -> str | None:
        """Return one of the engine's set phrases in the language of the page; None where it is none."""
        if self.language == DEFAULT:
            return text
        table = page_words(self.language)
        for section, name, shape in _set_phrases(sections):
            found = shape.fullmatch(text)
            if found:
                parts = {key: self._part(key, value, section) for key, value in found.groupdict().items()}
                return str(table[section][name]).format(**parts)
        return None

    def _part(self, key: str, text: str, section: str) -> str:
        inner = section == _VALUES or key in {"value", "other"}
        return self.said(text, _VALUES) if inner and key != "n" else text

    def said(self, text: str, *sections: str) -> str:
        """Return a phrase in the language of the page, or as it is."""
        found = self.set_phrase(text, *sections)
        return text if found is None else found

    def value(self, text: str) -> str:
        """Return a value with its range as HTML."""
        return escaped(self.said(text, _VALUES))

    def message(self, text: str, code: str) -> str:
        """Return what the engine says as HTML; what has no words in this language, under the title of its code."""
        found = self.set_phrase(text, "notes")
        if found is not None:
            return marked(found)
        title = page_words(self.language)["codes"].get(code, CODES.get(code, ""))
        original = element("span", marked(text), lang=DEFAULT)
        return f"{escaped(title)}{self['bracketed'].format(a=original)}" if title else original

    def human(self, text: str) -> str:
        """Return what a person wrote, in whatever language, as HTML."""
        language = self.language_of(text) if text else ""
        return element("span", marked(text), lang=language) if language else marked(text)

    def language_of(self, text: str) -> str:
        """Return the language of a text where its script shows that it is not the one around it."""
        han = len(_HAN.findall(text)) >= len(_LATIN.findall(text))
        if self.language == "zh":
            return "" if han else DEFAULT
        return "zh" if han and _HAN.search(text) else ""


def marked(text: str) -> str:
    """Return a message as HTML, with its code as code."""
    return _CODE.sub(r"<code>\1</code>", escaped(text))


@cache
def _set_phrases(sections: tuple[str, ...]) -> tuple[SetPhrase, ...]:
    table = page_words(DEFAULT)
    return tuple(one for section in sections for one in set_phrases(section, table[section], _SHAPES))
