"""Word documents (ISO/IEC 29500, also its strict form): what a reader sees once all changes are accepted.

Not read: deleted and hidden text, codes of fields, tables of contents, headers and footers. Of comments only those are
that let a number be (`word_comments`). Macros are neither run nor looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from factcheck.loader.office.elements import Element
from factcheck.loader.office.laying import Cell, Laid, Laying, Stretch, raised
from factcheck.loader.office.package import Package
from factcheck.loader.office.refused import broken
from factcheck.loader.office.word_comments import Comment, comments, remarks
from factcheck.loader.office.word_styles import Styles
from factcheck.model.structure import Steps

_INSIDE = frozenset(
    f"w:{name}"
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
"""What wraps paragraphs, or runs of one, and shows them."""

_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_UNKNOWN = "\u2026"
"""Stands for a formula that is more than a line of signs."""

_MARKS = {"w:commentRangeStart": "start", "w:commentRangeEnd": "end", "w:commentReference": "reference"}
_OFF = frozenset({"0", "false", "off", "none"})
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}


class Source(NamedTuple):
    """What a stretch of text was read from: a run, and the element of it; None where it stands elsewhere.

    Of a note or a text box the run is that which refers to it, as comments can only stand there.
    """

    run: Element
    text: Element | None = None


class Mark(NamedTuple):
    """Where the text of a comment starts or ends, or where it is referred to."""

    kind: str
    comment: str


def read(data: bytes) -> Laid:
    """Return the text of a Word document. Raises Problem for one that cannot be read."""
    return DocxReader(Package(data)).laid()


@dataclass(slots=True)
class DocxReader:
    """Goes through a document once, from its first paragraph to its last, then through its notes."""

    package: Package
    laying: Laying = field(default_factory=Laying)
    notes: dict[str, dict[str, Element]] = field(default_factory=lambda: {"footnote": {}, "endnote": {}})
    """The runs that refer to notes, by the ids of these."""

    boxes: list[tuple[Element, Element]] = field(default_factory=list)
    """Text boxes that are to be read, each with its run."""

    anchor: Element | None = None
    """The run that what is read now belongs to, where it does not stand in the text itself."""

    marks: list[Stretch] = field(default_factory=list)
    """Those of comments that stand between two paragraphs."""

    box_count: int = 0
    field_depth: list[bool] = field(default_factory=list)
    """For each field that is open: whether its code is still going on, which is not shown."""

    styles: Styles = field(init=False)
    root: Element = field(init=False)

    def __post_init__(self) -> None:
        """Open the main part."""
        if not self.package.main:
            raise broken("it has no main part")
        self.root = self.package.tree(self.package.main)
        sheets = self.package.related(self.package.main, "styles")
        self.styles = Styles(self.package.tree(sheets[0]) if sheets else None)

    def laid(self) -> Laid:
        """Return the text of the whole document."""
        body = self.root.first("w:body")
        if body is None:
            raise broken("it is no text: its main part has no body")
        self._blocks(body, None)
        for kind in ("footnote", "endnote"):
            self._notes(kind)
        laid = self.laying.laid()
        known = self.comments()
        if not known:
            return laid
        marks = [(at, one.source) for at, one in laid.sources if isinstance(one.source, Mark)]
        return laid._replace(structure=replace(laid.structure, remarks=tuple(remarks(known, marks, laid.structure))))

    def comments(self) -> dict[str, Comment]:
        """Return the comments of the document by their ids."""
        parts = self.package.related(self.package.main, "comments")
        more = self.package.related(self.package.main, "commentsExtended") if parts else []
        return comments(*(self.package.tree(one[0]) for one in (parts, more) if one)) if parts else {}

    def _blocks(self, parent: Element, place: Steps | None) -> None:
        """Read the paragraphs and tables of a part; ``place`` is told of all of them, where they are not counted."""
        for one in parent.elements():
            if one.name == "w:p":
                words = self._paragraph(one)
                if not self.styles.is_contents(one):
                    self.laying.paragraph(words, self.styles.role(one), place)
                self._text_boxes()
            elif one.name == "w:tbl":
                self._table(one, place)
            elif one.name in _INSIDE:
                self._blocks(one, place)
            elif one.name == "mc:AlternateContent":
                self._blocks(_chosen(one), place)
            elif one.name in _MARKS:
                self.marks.append(Stretch("", Mark(_MARKS[one.name], one.get("w:id"))))

    def _table(self, table: Element, place: Steps | None) -> None:
        """Read a table; one that holds others only places them on the page."""
        rows = list(_rows(table))
        if any(True for _, cells in rows for cell in cells if next(_tables(cell), None)):
            for _, cells in rows:
                for cell in cells:
                    self._blocks(cell, place)
            return
        self.laying.table([list(self._row(skipped, cells)) for skipped, cells in rows], place)
        self._text_boxes()

    def _row(self, skipped: int, cells: list[Element]) -> Iterator[Cell]:
        """Yield the cells of a row: one over several columns is the first of them, the others are empty."""
        yield from ([] for _ in range(skipped))
        for cell in cells:
            properties = cell.first("w:tcPr")
            span = _number(properties, "w:gridSpan") if properties is not None else 1
            merged = properties.first("w:vMerge") if properties is not None else None
            below = merged is not None and merged.get("w:val", "continue") == "continue"
            yield [] if below else [self._paragraph(one) for one in _paragraphs(cell)]
            yield from ([] for _ in range(min(span, 64) - 1))

    def _paragraph(self, paragraph: Element) -> list[Stretch]:
        self.field_depth = [False] * len(self.field_depth)  # no code goes on in another paragraph
        before, self.marks = self.marks, []
        return [*before, *self._inline(paragraph)]

    def _inline(self, parent: Element) -> Iterator[Stretch]:
        for one in parent.elements():
            if one.name == "w:r":
                yield from self._run(one)
            elif one.name in _INSIDE:
                yield from self._inline(one)
            elif one.name in {"m:oMath", "m:oMathPara"}:
                yield Stretch(_formula(one))
            elif one.name == "mc:AlternateContent":
                yield from self._inline(_chosen(one))
            elif one.name in _MARKS:
                yield Stretch("", Mark(_MARKS[one.name], one.get("w:id")))

    def _run(self, run: Element) -> Iterator[Stretch]:
        properties = run.first("w:rPr")
        hidden = properties is not None and (_is_on(properties, "w:vanish") or _is_on(properties, "w:specVanish"))
        above = properties is not None and _raises(properties)
        for one in run.elements():
            if one.name == "w:fldChar":
                self._field(one.get("w:fldCharType"))
            elif one.name == "w:t" and not hidden and not any(self.field_depth):
                text = one.text()
                yield Stretch(raised(text) if above else text, self._source(run, one))
            elif one.name in _SIGNS and not hidden:
                yield Stretch(_SIGNS[one.name], self._source(run, one))
            elif one.name in _NOTES:
                self.notes[_NOTES[one.name]].setdefault(one.get("w:id"), run)
            elif one.name in _MARKS:
                yield Stretch("", Mark(_MARKS[one.name], one.get("w:id")))
            elif one.name == "w:ruby":
                base = one.first("w:rubyBase")
                yield from self._inline(base) if base is not None else ()
            elif one.name in {"w:drawing", "w:pict", "w:object", "mc:AlternateContent"}:
                shown = _chosen(one) if one.name == "mc:AlternateContent" else one
                self.boxes.extend((box, self.anchor or run) for box in shown.all("w:txbxContent"))

    def _source(self, run: Element, text: Element) -> Source:
        return Source(self.anchor) if self.anchor is not None else Source(run, text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.field_depth.append(True)
        elif kind == "separate" and self.field_depth:
            self.field_depth[-1] = False
        elif kind == "end" and self.field_depth:
            self.field_depth.pop()

    def _text_boxes(self) -> None:
        """Read the text boxes that are anchored in what was read last, behind it."""
        boxes, self.boxes = self.boxes, []
        for box, run in boxes:
            self.box_count += 1
            self._beside(run, box, (("box", str(self.box_count)),))

    def _beside(self, run: Element, content: Element, place: Steps) -> None:
        """Read what stands beside the text, and belongs to a run of it."""
        before, self.anchor = self.anchor, run
        self._blocks(content, place)
        self.anchor = before

    def _notes(self, kind: str) -> None:
        """Read notes in the order in which the text refers to them, as they are numbered."""
        parts = self.package.related(self.package.main, f"{kind}s")
        if not parts or not self.notes[kind]:
            return
        known = {one.get("w:id"): one for one in self.package.tree(parts[0]).named(f"w:{kind}")}
        for number, (name, run) in enumerate(self.notes[kind].items(), 1):
            if name in known:
                self._beside(run, known[name], ((kind, str(number)),))


def _rows(table: Element) -> Iterator[tuple[int, list[Element]]]:
    """Yield the rows of a table: how many columns each leaves out before its first cell, and its cells."""
    for row in _unwrapped(table, "w:tr"):
        properties = row.first("w:trPr")
        if properties is not None and properties.first("w:del") is not None:
            continue
        yield (
            min(64, _number(properties, "w:gridBefore", 0)) if properties is not None else 0,
            list(_unwrapped(row, "w:tc")),
        )


def _unwrapped(parent: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name in another, also those in content controls and the like."""
    for one in parent.elements():
        if one.name == name:
            yield one
        elif one.name in _INSIDE:
            yield from _unwrapped(one, name)


def _paragraphs(cell: Element) -> Iterator[Element]:
    return _unwrapped(cell, "w:p")


def _tables(cell: Element) -> Iterator[Element]:
    return _unwrapped(cell, "w:tbl")


def _chosen(alternatives: Element) -> Element:
    """Return the first of alternatives, which is the newest; programs show one of them."""
    return alternatives.first("mc:Choice") or alternatives.first("mc:Fallback") or alternatives


def _number(properties: Element | None, name: str, usual: int = 1) -> int:
    found = properties.first(name) if properties is not None else None
    text = found.get("w:val") if found is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else usual  # noqa: PLR2004


def _is_on(properties: Element, name: str) -> bool:
    found = properties.first(name)
    return found is not None and found.get("w:val") not in _OFF


def _raises(properties: Element) -> bool:
    found = properties.first("w:vertAlign")
    return found is not None and found.get("w:val") == "superscript"


def _formula(formula: Element) -> str:
    """Return a formula that is a line of signs; for one with fractions, roots and the like a sign that it is there."""
    lines = [formula] if formula.name == "m:oMath" else list(formula.named("m:oMath"))
    parts = [part for line in lines for part in line.elements() if part.name != "m:ctrlPr"]
    if all(part.name == "m:r" for part in parts):
        return "".join(text.text() for part in parts for text in part.named("m:t", "w:t"))
    return _UNKNOWN
