"""Rich Text Format 1.9.1, as Word, WordPad and TextEdit write it: groups, control words, bytes of a code page.

Not read: pictures and objects, headers and footers, hidden and deleted text, codes of fields.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from factcheck.loader.office.laying import Cell, Laid, Laying, Stretch, raised
from factcheck.loader.office.refused import MAX_DEPTH, broken, too_large
from factcheck.model.structure import BlockRole

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)|(?P<lone>.)",
    re.DOTALL,
)
_UNREAD = frozenset(
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
        "footer", "footerl", "footerr", "footerf", "fldinst", "listtext", "pntext", "nonshppict", "ftnsep", "ftnsepc",
        "aftnsep", "aftnsepc", "xe", "tc", "revtbl", "themedata", "datastore", "generator", "private",
    }
)  # fmt: skip
"""What a group may hold that is no text."""

_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "nestcell": "\t", "nestrow": "\n",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\", "\r": "\n", "\n": "\n"}
_PARAGRAPHS = frozenset({"par", "sect", "page", "column", "softpage"})
_CHARSETS = {
    128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOL_FONT = 2
_FONT = re.compile(r"\\f(?P<font>\d{1,5})(?!\d)[^{}]{0,300}?\\fcharset(?P<charset>\d{1,3})")
_HEAD = 200_000
_WINDOWS = {936: "gb18030", 950: "big5", 65001: "utf-8", 10000: "mac_roman"}


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: whether it is no text, stands above the line, how many signs stand for a Unicode one."""

    unread: bool = False
    hidden: bool = False
    above: bool = False
    instead: int = 1
    font: int = -1
    note: bool = False


def read(data: bytes) -> Laid:
    """Return the text of a document. Raises Problem for one that is no RTF."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise broken("it does not begin as RTF does")
    reader = _Reader(data.decode("latin-1"))
    reader.go()
    return reader.laying.laid()


@dataclass(slots=True)
class _Reader:
    text: str
    laying: Laying = field(default_factory=Laying)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    skip: int = 0
    starred: bool = False
    code_page: str = "cp1252"
    fonts: Mapping[int, int] = field(default_factory=dict)
    role: BlockRole = "paragraph"
    cell: list[str] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    in_table: bool = False
    note: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    high: int = 0

    def go(self) -> None:
        """Read the document from its start to its end."""
        self.fonts = {int(m["font"]): int(m["charset"]) for m in _FONT.finditer(self.text, 0, _HEAD)}
        at = 0
        while m := _TOKEN.match(self.text, at):
            at = m.end()
            if m["word"] == "bin":
                at += max(0, int(m["number"] or 0))
            elif m["hex"]:
                self._byte(int(m["hex"], 16))
            elif m["text"]:
                self._plain(m["text"])
            else:
                self._decoded()
                self._control(m)
        self._decoded()
        self._paragraph()
        self._table()
        for number, text in enumerate(self.notes, 1):
            self.laying.paragraph([Stretch(text)], "paragraph", (("footnote", str(number)),))

    def _control(self, m: re.Match[str]) -> None:
        if m["brace"] == "{":
            if len(self.stack) >= MAX_DEPTH:
                raise too_large(f"its groups are nested more than {MAX_DEPTH} deep")
            self.stack.append(self.state)
        elif m["brace"]:
            self._close()
        elif m["sign"] == "*":
            self.starred = True
        elif m["sign"]:
            self._show(_SYMBOLS.get(m["sign"], ""))
        elif m["word"]:
            self._word(m["word"], int(m["number"]) if m["number"] else None)

    def _close(self) -> None:
        """End a group; a note is read once it is whole."""
        before = self.stack.pop() if self.stack else _State()
        if self.state.note and not before.note:
            self._raised()
            self.notes.append(" ".join("".join(self.note).split()))
            self.note.clear()
        self.state, self.starred = before, False

    def _word(self, word: str, number: int | None) -> None:
        """Obey a control word; one that no reader has to know makes its group no text."""
        starred, self.starred = self.starred, False
        if word == "u" and number is not None:
            self._unicode(number)
        elif word in _UNREAD or (starred and word not in {"shpinst", "shptxt"}):
            self.state = replace(self.state, unread=True)
        elif word in {"shptxt", "footnote"}:
            self.state = replace(self.state, unread=False, note=self.state.note or word == "footnote")
        elif word == "shpinst":
            self.state = replace(self.state, unread=True)
        elif word in _SIGNS:
            self._show(_SIGNS[word])
        elif not self.state.unread:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        changes: dict[str, Callable[[], _State]] = {
            "plain": lambda: replace(self.state, hidden=False, above=False),
            "v": lambda: replace(self.state, hidden=on),
            "deleted": lambda: replace(self.state, hidden=on),
            "super": lambda: replace(self.state, above=on),
            "nosupersub": lambda: replace(self.state, above=False),
            "uc": lambda: replace(self.state, instead=min(max(0, number or 0), 8)),
            "f": lambda: replace(self.state, font=number or 0),
        }
        if word in changes:
            self.state = changes[word]()
        elif word == "ansicpg" and number:
            self.code_page = _WINDOWS.get(number, f"cp{number}")
        elif word == "outlinelevel":
            self.role = "headline"
        elif word == "pard":
            self.in_table, self.role = False, "paragraph"
        elif word == "intbl":
            self.in_table = True
        else:
            self._layout(word)

    def _layout(self, word: str) -> None:
        """End a paragraph, a cell or a row."""
        if self.state.note:
            self._show(" " if word in _PARAGRAPHS else "")
        elif word in _PARAGRAPHS:
            self._paragraph()
        elif word == "cell":
            self._paragraph(cell=True)
            self.row.append([[Stretch(text)] for text in self.cell])
            self.cell = []
        elif word == "row":
            self.rows.append(self.row)
            self.row = []

    def _paragraph(self, *, cell: bool = False) -> None:
        self._raised()
        text = "".join(self.words)
        self.words.clear()
        if cell or self.in_table:
            self.cell += [text] if text.strip() else []
            return
        if text.strip():
            self._table()
            self.laying.paragraph([Stretch(text)], self.role)

    def _table(self) -> None:
        """Lay the rows so far, where a paragraph follows that is in no cell."""
        rows = [*self.rows, *([self.row] if self.row else [])]
        self.rows, self.row = [], []
        if rows:
            self.laying.table(rows)

    def _unicode(self, number: int) -> None:
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a character beyond the first plane
            self.high = code
        elif 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - its second half
            self._show(chr(0x10000 + ((self.high - 0xD800) << 10) + code - 0xDC00) if self.high else "\ufffd")
            self.high = 0
        else:
            self._show(chr(code))
        self.skip = self.state.instead

    def _byte(self, byte: int) -> None:
        """Take a byte of the code page; several may be one character."""
        if self.skip:
            self.skip -= 1
        else:
            self.raw.append(byte)

    def _plain(self, text: str) -> None:
        shown = text[self.skip :]
        self.skip = max(0, self.skip - len(text))
        if self.raw or not shown.isascii():
            self.raw += shown.encode("latin-1")
            if shown.isascii():
                self._decoded()
        else:
            self._show(shown)

    def _decoded(self) -> None:
        """Show the bytes so far, in the encoding of their font."""
        if not self.raw:
            return
        data, charset = bytes(self.raw), self.fonts.get(self.state.font, 0)
        self.raw.clear()
        if charset == _SYMBOL_FONT:
            return
        try:
            text = data.decode(_CHARSETS.get(charset, self.code_page), "replace")
        except LookupError:
            text = data.decode("cp1252", "replace")
        self._show(text)

    def _show(self, text: str) -> None:
        if self.state.unread or self.state.hidden or not text:
            return
        if self.state.above:
            self.above.append(text)
            return
        self._raised()
        (self.note if self.state.note else self.words).append(text)

    def _raised(self) -> None:
        """Show what stood above the line."""
        text = "".join(self.above)
        self.above.clear()
        if text:
            (self.note if self.state.note else self.words).append(raised(text))
