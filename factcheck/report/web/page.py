"""The frame of a page, and text made safe for it."""

import html
import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.report.inert import hidden

_STYLE = Path(__file__).parent / "style.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
_WEB = ("http://", "https://")


def page(title: str, language: str, body: Iterable[str]) -> str:
    """Return a whole page: one file that asks for nothing else."""
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{escaped(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{_mute(escaped(title))}</title>",
            f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>",
            "</head>",
            "<body>",
            *map(_mute, body),
            "</body>",
            "</html>",
            "",
        )
    )


def _mute(line: str) -> str:
    """Return HTML that no CI service takes for a command where a page is printed to a log."""
    return _COMMAND.sub(r"\1&#58;:", line).replace("##", "&#35;#")


def escaped(text: str) -> str:
    """Return text for HTML: nothing in it is markup, and characters that do not show are shown by their number."""
    return shown(html.escape(text, quote=True))


def shown(text: str) -> str:
    """Return text for people: characters that do not show, or that would turn others round, are shown by number."""
    return text if text.isprintable() else "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in "\n\t" or not hidden(character):
        return character
    return f"⟨U+{ord(character):04X}⟩"


def element(tag: str, content: str, **attributes: str) -> str:
    """Return an element whose content is HTML already; ``class_`` and ``aria_label`` are written with a hyphen."""
    names = {name: name.rstrip("_").replace("_", "-") for name in attributes}
    shown = "".join(f' {names[name]}="{escaped(value)}"' for name, value in attributes.items() if value)
    return f"<{tag}{shown}>{content}</{tag}>"


def link(text: str, url: str) -> str:
    """Return a link to a web page; any other address is left out."""
    return element("a", escaped(text), href=url, rel="noreferrer") if url.startswith(_WEB) else escaped(text)
