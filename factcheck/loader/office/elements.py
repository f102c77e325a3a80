"""XML as a tree of elements that know their bytes; nothing outside of it is read, and it declares nothing of its own.

See https://www.w3.org/TR/xml/. Documents of offices have no document type, so that one which has is refused, and with
it all entities.
"""

from collections.abc import Iterator
from xml.parsers import expat

from factcheck.loader.office.refused import MAX_DEPTH, broken, too_large

MAX_ELEMENTS = 1_500_000
"""So many a book of a million words has, each word a run of its own."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "types",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "s",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": "number",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.idpf.org/2007/opf": "opf",
    "urn:oasis:names:tc:opendocument:xmlns:container": "container",
}


class Element:
    """An element: its name with the prefix that is usual (``w:p``), its attributes, and what stands in it.

    ``start`` is where its tag stands in the bytes, ``close`` where its closing tag does: the same where it has none.
    """

    __slots__ = ("attributes", "children", "close", "name", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name, self.attributes, self.start, self.close = name, attributes, start, start
        self.children: list[Element | str] = []

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def elements(self) -> "Iterator[Element]":
        """Yield the elements in it, without those in these."""
        return (child for child in self.children if not isinstance(child, str))

    def named(self, *names: str) -> "Iterator[Element]":
        """Yield the elements of a name in it."""
        return (child for child in self.elements() if child.name in names)

    def first(self, *path: str) -> "Element | None":
        """Return the first element at a path of names; None where there is none."""
        found: Element | None = self
        for name in path:
            found = next(found.named(name), None) if found is not None else None
        return found

    def text(self) -> str:
        """Return the text that stands in it, not in elements of it."""
        return "".join(child for child in self.children if isinstance(child, str))

    def all(self, *names: str) -> "Iterator[Element]":
        """Yield the elements of a name at any depth, in the order of the document."""
        waiting = list(reversed(list(self.elements())))
        while waiting:
            one = waiting.pop()
            if one.name in names:
                yield one
            waiting.extend(reversed(list(one.elements())))


_NONE: dict[str, str] = {}


class _Maker:
    """Makes the tree from the events of the parser."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = _refused
        self.parser.EntityDeclHandler = _refused
        self.names: dict[str, str] = {}
        self.root = Element("", {}, 0)
        self.open = [self.root]
        self.count = 0

    def _name(self, name: str) -> str:
        known = self.names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            prefix = _PREFIXES.get(space, "?" if space else "")
            known = self.names[name] = f"{prefix}:{local}" if prefix else local
        return known

    def _start(self, name: str, attributes: list[str]) -> None:
        self.count += 1
        if len(self.open) > MAX_DEPTH:
            raise too_large(f"its elements are nested more than {MAX_DEPTH} deep")
        if self.count > MAX_ELEMENTS:
            raise too_large(f"it has more than {MAX_ELEMENTS:,} elements")
        pairs = iter(attributes)
        named = {self._name(key): value for key, value in zip(pairs, pairs, strict=True)} if attributes else _NONE
        one = Element(self._name(name), named, self.parser.CurrentByteIndex)
        self.open[-1].children.append(one)
        self.open.append(one)

    def _end(self, _: str) -> None:
        self.open.pop().close = self.parser.CurrentByteIndex

    def _text(self, text: str) -> None:
        self.open[-1].children.append(text)


def _refused(*_: object) -> None:
    raise broken("its XML declares a document type or entities, which no program writes there")


def tree(data: bytes) -> Element:
    """Return the root element of XML. Raises Problem for what is none, nests too deep, or declares entities."""
    maker = _Maker()
    try:
        maker.parser.Parse(data, True)  # noqa: FBT003 - the last piece
    except expat.ExpatError as error:
        raise broken(f"its XML breaks off: {expat.ErrorString(error.code)}, line {error.lineno}") from None
    return next(maker.root.elements())
