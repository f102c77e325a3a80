"""Text from files made harmless: what would not show, or would move other text, is written out."""

import re
from unicodedata import category

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Controls, formats (with all bidi marks), lone surrogates, private use, separators."""

_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)")
"""What a CI service obeys when it stands in a log: ``::error::`` at the start of a line, ``##[error]`` in any place."""

_NAMED = {"\n": "⏎", "\t": " "}


def hidden(character: str) -> bool:
    """Return whether a character is invisible or steers a terminal."""
    return not character.isprintable() and category(character) in _HIDDEN


def inert(text: str) -> str:
    r"""Return the text on one line, every character of it visible: ``\x1b``, ``\u202e``, ``⏎``.

    Each character is replaced on its own, so a part of a text stays a part of the result.
    """
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    return _escape(ord(character)) if hidden(character) else character


def _escape(code: int) -> str:
    if code <= 0xFF:  # noqa: PLR2004 - what two hexadecimal digits hold
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four digits


def mute(line: str) -> str:
    r"""Return a line that no CI service takes for a command: ``\x3a:error::``, ``\x23#[error]``."""
    if "::" not in line and "##" not in line:
        return line
    return _COMMAND.sub(lambda found: (found[1] or "") + _escape(ord(found[0][-1])), line)


def clipped(text: str, length: int) -> str:
    """Return the text, or its start and an ellipsis."""
    return text if len(text) <= length else f"{text[:length]}…"


def quoted(text: str) -> str:
    """Return a quotation in the marks of its language, on one line."""
    text = clipped(inert(text), 400)
    chinese = any("\u3400" <= character <= "\u9fff" for character in text)
    return f"「{text}」" if chinese else f"“{text}”"
