"""What stands inside a paragraph and is no prose: addresses, citations, invisible characters, line ends.

Patterns begin with a character that is rare, and are bounded: a text is gone through once, however it is written.
"""

import re

from factcheck.prose.view import Builder

INVISIBLE = "\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff"
_ENDINGS = "com|org|net|edu|gov|io|ai|cn|uk|de|fr|jp|eu"
_URL_SIGNS = r"[A-Za-z0-9\-._~:/?#@!$&'*+,;=%()\[\]]"
URL = (
    rf"(?:(?:https?|ftp|file)://|\b(?:www\.|mailto:|doi:)){_URL_SIGNS}{{1,2000}}(?<![.,;:!?')\]*_])"
    rf"|(?<![\w.@+-])[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,4}}\.(?:{_ENDINGS})\b"
    rf"(?:/{_URL_SIGNS}{{0,2000}}(?<![.,;:!?')\]*_]))?(?![\w@])"
)
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
ADDRESS = re.compile(rf"://|[@]|www\.|mailto:|doi:|\.(?:{_ENDINGS})\b")
"""What every address holds: looking for it once is quicker than asking at each word."""

CITATION = r"\[(?:\^[^\s\[\]]{1,80}|[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3}){0,12})\](?![(\[])(?!\s?[%°])"
NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"
LINE_END = rf"(?:(?<![ \t])[ \t]+)?{NEWLINE}"


def drop(builder: Builder, m: re.Match[str]) -> None:
    """Leave out markup, which parts nothing; but two digits never become one number."""
    builder.keep(m.start())
    after = m.string[m.end() : m.end() + 1]
    if builder.last().isdigit() and after.isdigit():
        builder.skip(m.end())
    else:
        builder.put("", m.end())


def hide(builder: Builder, m: re.Match[str]) -> None:
    """Leave out an invisible character, inside numbers too."""
    builder.keep(m.start())
    builder.put("", m.end())


def wall(builder: Builder, m: re.Match[str]) -> None:
    """Leave out what is not read."""
    builder.keep(m.start())
    builder.skip(m.end())


def soft_break(builder: Builder, m: re.Match[str]) -> None:
    """Show the end of a line inside a paragraph as a blank, between Chinese characters as nothing."""
    builder.keep(m.start())
    after = m.string[m.end() : m.end() + 1]
    builder.put("" if _joined(builder.last(), after) else " ", m.end())


def _joined(before: str, after: str) -> bool:
    """Whether two characters that a line end parts stand together in Chinese: 27.6 and 万, but not 万 and Tesla."""
    wide = _wide(before), _wide(after)
    return all(wide) or (any(wide) and (before.isdigit() or after.isdigit()))


def _wide(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uff60"
