"""What the styles of a Word document say of its paragraphs: headings, captions, lists."""

import re

from factcheck.loader.office.elements import Element
from factcheck.model.structure import BlockRole

_NAMES: tuple[tuple[BlockRole, re.Pattern[str]], ...] = (
    ("headline", re.compile(r"heading \d|title\Z", re.IGNORECASE)),
    ("deck", re.compile(r"subtitle\Z", re.IGNORECASE)),
    ("caption", re.compile(r"caption\b", re.IGNORECASE)),
    ("item", re.compile(r"list\b", re.IGNORECASE)),
)
"""The names of styles that all programs write in English; only what is shown of them is translated."""

_CONTENTS = re.compile(r"(?:toc|index) \d|table of (?:figures|authorities)\Z", re.IGNORECASE)
"""The names of styles of lists that say on which page things stand."""

_BODY = 9
"""The level of an outline that is none."""
_MOST_BASES = 12


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self.styles = {one.get("w:styleId"): one for one in root.named("w:style")} if root is not None else {}
        self.roles: dict[str, BlockRole] = {}

    def role(self, paragraph: Element) -> BlockRole:
        """Return what a paragraph is by its style, or by its own properties."""
        properties = paragraph.first("w:pPr")
        if properties is None:
            return "paragraph"
        named = properties.first("w:pStyle")
        role = self._of_style(named.get("w:val")) if named is not None else "paragraph"
        if role != "paragraph":
            return role
        if _is_outlined(properties):
            return "headline"
        return "item" if properties.first("w:numPr") is not None else "paragraph"

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        named = paragraph.first("w:pPr", "w:pStyle")
        style = self.styles.get(named.get("w:val")) if named is not None else None
        shown = style.first("w:name") if style is not None else None
        return shown is not None and _CONTENTS.match(shown.get("w:val")) is not None

    def _of_style(self, name: str) -> BlockRole:
        if name not in self.roles:
            self.roles[name] = self._found(name)
        return self.roles[name]

    def _found(self, name: str) -> BlockRole:
        """Return the role of a style: that of its name, else of what it is based on."""
        for _ in range(_MOST_BASES):
            style = self.styles.get(name)
            if style is None:
                break
            shown = style.first("w:name")
            for role, pattern in _NAMES:
                if shown is not None and pattern.match(shown.get("w:val")):
                    return role
            properties = style.first("w:pPr")
            if properties is not None and _is_outlined(properties):
                return "headline"
            base = style.first("w:basedOn")
            name = base.get("w:val") if base is not None else ""
        return "paragraph"


def _is_outlined(properties: Element) -> bool:
    level = properties.first("w:outlineLvl")
    return level is not None and level.get("w:val") != str(_BODY)
