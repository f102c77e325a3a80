"""Web pages: the article with its headings and tables, not the menus around it.

Read by lxml, which repairs what is not well formed. Nothing that a page refers to is fetched, and no script is run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from factcheck.loader.encoding import decoded
from factcheck.loader.office.article import article_of, is_aside
from factcheck.loader.office.laying import Cell, Laid, Laying, Stretch, raised
from factcheck.loader.office.refused import MAX_DEPTH, broken, too_large
from factcheck.model.structure import BlockRole

_ROLES: dict[str, BlockRole] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "headline"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
}
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "dfn", "em", "font", "i", "ins", "label",
        "mark", "nobr", "output", "q", "rb", "ruby", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr",
    }
)  # fmt: skip
"""What stands inside a line; all else begins and ends one."""

_UNREAD = frozenset({"code", "kbd", "samp", "math", "pre", "textarea"})
"""What is shown and is no prose: a sign that something is there stands for it."""

_UNKNOWN = "\u2026"
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})")
_HEAD = 4096
_WIDEST = 64
_OWN = re.compile(r"\s*factcheck:")
"""A comment to factcheck, which is kept where it stands."""


def read(data: bytes) -> Laid:
    """Return the article of a web page. Raises Problem for one that cannot be read."""
    laying = Laying()
    text, told = page_text(data)
    lay_page(laying, text)
    return laying.laid()._replace(told=told)


def page_text(data: bytes) -> tuple[str, str]:
    """Return the text of a page, and which encoding was taken where it is not UTF-8: what it declares, else a guess."""
    declared = _META.search(data, 0, _HEAD) or _DECLARED.match(data)
    found = decoded(data, declared[1].decode("ascii", "replace") if declared else "")
    if found is None:
        raise broken("its encoding is not known", "save it as UTF-8")
    return found


def lay_page(laying: Laying, text: str, *, whole: bool = False) -> None:
    """Add a page to a text: its article, or with ``whole`` all of it."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    heading, body = article_of(root, whole=whole)
    walk = _Walk(laying)
    if heading is not None:
        walk.block(heading, 0)
    walk.block(body, 0)
    walk.flush()


@dataclass(slots=True)
class _Walk:
    """Goes through a page once; the line so far is laid where a block begins or ends."""

    laying: Laying
    line: list[str] = field(default_factory=list)
    role: BlockRole = "paragraph"

    def flush(self) -> None:
        """Lay the line so far as a paragraph."""
        text = _trimmed("".join(self.line))
        self.line.clear()
        self.laying.paragraph([Stretch(text)], self.role)

    def block(self, one: html.HtmlElement, depth: int) -> None:
        """Read an element that begins and ends a line."""
        if depth > MAX_DEPTH:
            raise too_large(f"its elements are nested more than {MAX_DEPTH} deep")
        outer = self.role
        self.flush()
        self.role = _ROLES.get(one.tag, "paragraph" if outer == "headline" else outer)
        if one.tag == "table" and not self._table(one):
            self.role = outer
            return
        self._inside(one, depth)
        self.flush()
        self.role = outer

    def _inside(self, one: html.HtmlElement, depth: int) -> None:
        self.line.append(one.text or "")
        for child in one:
            self._child(child, depth)
            self.line.append(child.tail or "")

    def _child(self, one: html.HtmlElement, depth: int) -> None:
        if not isinstance(one.tag, str):
            self._comment(one)
        elif is_aside(one):
            self.line.append(" ")
        elif one.tag == "br":
            self.line.append("\v")
        elif one.tag in _UNREAD:
            self.line.append(_UNKNOWN)
        elif one.tag == "sup":
            self.line.append("" if _is_reference(one) else raised(one.text_content()))
        elif one.tag in {"rt", "rp", "del", "s", "strike"}:
            pass
        elif one.tag in _INLINE:
            if depth > MAX_DEPTH:
                raise too_large(f"its elements are nested more than {MAX_DEPTH} deep")
            self._inside(one, depth + 1)
        else:
            self.block(one, depth + 1)

    def _comment(self, one: html.HtmlElement) -> None:
        """Keep a comment to factcheck: in its line, behind the block that ends there, or before the next one."""
        if one.tag is not etree.Comment or not _OWN.match(one.text or ""):
            return
        text = f"<!--{one.text}-->"
        if "".join(self.line).strip():
            self.line.append(text)
            return
        before = one.getprevious()
        self.laying.aside(text, beside=before is not None and "\n" not in (before.tail or ""))

    def _table(self, table: html.HtmlElement) -> bool:
        """Lay a table; True for one that only places what is in it, which is not laid yet."""
        if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
            return True
        for caption in table.iterfind("caption"):
            self.laying.paragraph([Stretch(_trimmed(caption.text_content()))], "caption")
        rows = list(_rows(table))
        if max((len(row) for row in rows), default=0) > 1:
            self.laying.table(rows)
            return False
        return True


def _rows(table: html.HtmlElement) -> Iterator[list[Cell]]:
    """Yield the rows of a table: what spans several columns or rows stands in the first of them."""
    below: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[Cell] = []

        def skip(cells: list[Cell] = cells) -> None:
            while below.get(len(cells), 0):
                below[len(cells)] -= 1
                cells.append([])

        for cell in row.iterchildren("td", "th"):
            skip()
            if len(cells) > _WIDEST:
                break
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            below.update({len(cells) + at: high - 1 for at in range(wide)})
            cells.append([[Stretch(_cell_text(cell))]])
            cells += [[] for _ in range(wide - 1)]
        skip()
        yield cells


def _cell_text(cell: html.HtmlElement) -> str:
    """Return what a cell shows, in one line."""
    walk = _Walk(Laying())
    walk.block(cell, 0)
    return walk.laying.laid().text.replace("\n\n", " ").replace("\n", " ")


def _span(cell: html.HtmlElement, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return max(1, min(_WIDEST, int(text))) if text.isascii() and text.isdigit() and len(text) < 6 else 1  # noqa: PLR2004


def _is_reference(raised_text: html.HtmlElement) -> bool:
    """Whether what is raised leads to a note."""
    return raised_text.find(".//a") is not None or "reference" in (raised_text.get("class") or "")


def _trimmed(text: str) -> str:
    """Return text as a browser shows it: blanks and ends of lines are one blank, ends of lines by their author stay."""
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\v"))
    return "\n".join(line for line in lines if line)
