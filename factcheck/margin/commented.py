"""Comments put into a Word document: a marker at each number, their texts in the part of comments, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from factcheck.loader.office.docx import DocxReader, Source
from factcheck.loader.office.elements import tree
from factcheck.loader.office.package import Package, relations_of
from factcheck.loader.office.refused import broken
from factcheck.loader.office.word_comments import Comment
from factcheck.margin import tags
from factcheck.margin.archived import archived
from factcheck.margin.markers import Markers, Space, space_of
from factcheck.margin.words import AUTHOR, INITIALS, told
from factcheck.model.draft import DraftFinding, DraftReport

_TYPES = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_LINKS = f'{_HEAD}<Relationships xmlns="{_LINKS}"></Relationships>'


def commented(data: bytes, draft: DraftReport, shown: Iterable[DraftFinding]) -> bytes:
    """Return a Word document with a comment at each finding that it has none of ours on yet.

    ``draft`` is the report on the document. Raises Problem for a document that cannot be read, or that is not the one
    of the report.
    """
    package = Package(data)
    reader = DocxReader(package)
    laid = reader.laid()
    if laid.text != draft.text:
        raise broken("it is not the document that was checked", "check it again")
    main = tags.checked(package.part(package.main))
    known, space = reader.comments(), space_of(main, reader.root)
    said = Counter(one.text for one in known.values() if one.author == AUTHOR)
    placed = [(at, one.source, len(one.text)) for at, one in laid.sources if isinstance(one.source, Source)]
    markers = Markers(main, placed, space.declared)
    new: list[str] = []
    number = _free(known)
    for found in shown:
        lines = told(found, draft.language)
        text = "\n".join(lines)
        if said[text]:
            said[text] -= 1
        elif markers.comment(number, found.start, found.end):
            new.append(_comment(number, lines, space))
            number += 1
    return archived(package, {package.main: markers.written(), **_parts(package, new, space)} if new else {})


def _free(known: Mapping[str, Comment]) -> int:
    """Return the first number behind those that comments have."""
    return 1 + max((int(name) for name in known if name.isascii() and name.isdigit()), default=-1)


def _comment(number: int, lines: Sequence[str], space: Space) -> str:
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    head = f'w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}"'
    return f'<w:comment xmlns:w="{space.name}" {head}>{paragraphs}</w:comment>'


def _parts(package: Package, new: Sequence[str], space: Space) -> dict[str, bytes]:
    """Return the parts that change, or are new, besides the text: the comments, and what leads to them."""
    found = package.related(package.main, "comments")
    if found:
        return {found[0]: _with(package.part(found[0]), "".join(new))}
    folder, _, _ = package.main.rpartition("/")
    name = _unused(package, f"{folder}/comments" if folder else "comments")
    beside = relations_of(package.main)
    links = package.part(beside) if beside in package else _NO_LINKS.encode()
    ids = {one.get("Id") for one in tree(links).elements()}
    link = next(f"rId{at}" for at in range(1, len(ids) + 2) if f"rId{at}" not in ids)
    relation = f'<Relationship xmlns="{_LINKS}" Id="{link}" Type="{space.relation}" Target="/{name}"/>'
    empty = f'{_HEAD}<w:comments xmlns:w="{space.name}"></w:comments>'
    return {
        name: _with(empty.encode(), "".join(new)),
        beside: _with(links, relation),
        _TYPES: _with(package.part(_TYPES), f'<Override xmlns="{_KINDS}" PartName="/{name}" ContentType="{_KIND}"/>'),
    }


def _unused(package: Package, stem: str) -> str:
    names = (f"{stem}{number or ''}.xml" for number in range(len(package.parts) + 1))
    return next(name for name in names if name not in package)


def _with(data: bytes, more: str) -> bytes:
    """Return a part with more at the end of its root element."""
    root = tree(tags.checked(data))
    if root.close == root.start:  # it is empty, and has one tag
        start, end = tags.opening(data, root)
        name = data[start + 1 : end].split(None, 1)[0].rstrip(b"/>")
        return data[: end - 2] + b">" + more.encode() + b"</" + name + b">" + data[end:]
    return data[: root.close] + more.encode() + data[root.close :]
