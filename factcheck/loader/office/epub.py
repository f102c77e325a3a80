"""Books (EPUB 3.3, https://www.w3.org/TR/epub-33/): their chapters in the order in which they are read."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from factcheck.loader.office.laying import Laid, Laying
from factcheck.loader.office.package import Package
from factcheck.loader.office.refused import broken, locked
from factcheck.loader.office.web_page import lay_page, page_text

_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts are made unreadable, which the text does not mind."""
_PAGES = ("application/xhtml+xml", "text/html")


def read(data: bytes) -> Laid:
    """Return the chapters of a book. Raises Problem for one that cannot be read."""
    package = Package(data)
    sealed = "META-INF/encryption.xml"
    if sealed in package:
        methods = (one.get("Algorithm") for one in package.tree(sealed).all("?:EncryptionMethod"))
        if any(method not in _FONTS for method in methods):
            raise locked()
    laying, number = Laying(), 0
    for part in _chapters(package):
        before = laying.size
        laying.part((("chapter", str(number + 1)),))
        text, _ = page_text(package.part(part))
        lay_page(laying, text, whole=True)
        number += laying.size > before
    return laying.laid()


def _chapters(package: Package) -> Iterator[str]:
    """Yield the parts of the spine; a table of contents and what stands outside of the order are left out."""
    container = package.tree("META-INF/container.xml")
    root = next((one.get("full-path") for one in container.all("container:rootfile")), "")
    if root not in package:
        raise broken("it lacks its list of chapters")
    book, folder = package.tree(root), posixpath.dirname(root)
    items = {one.get("id"): one for one in book.all("opf:item")}
    for one in book.all("opf:itemref"):
        item = items.get(one.get("idref"))
        if item is None or one.get("linear") == "no" or "nav" in item.get("properties").split():
            continue
        part = posixpath.normpath(posixpath.join(folder, unquote(item.get("href"))))
        if item.get("media-type") in _PAGES and part in package:
            yield part
