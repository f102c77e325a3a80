"""Small documents, made by hand: only the parts that a reader looks at."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from factcheck.loader.documents import Document, document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def relations(**targets: str) -> str:
    """Return a part of relations: kind to target."""
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def paragraph(text: str) -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, **parts: str) -> bytes:
    """Return a Word document; ``parts`` are others by their kind: footnotes, styles, comments."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}{".main" * (name == "document")}+xml"/>'
        for name in ("document", *parts)
    )
    types = f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" \
ContentType="application/xml"/><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/document.xml": f'<?xml version="1.0"?><w:document {SPACES}><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in parts}),
            **{f"word/{kind}.xml": f"<w:{kind} {SPACES}>{text}</w:{kind}>" for kind, text in parts.items()},
        }
    )


def opened(data: bytes, name: str) -> Document:
    """Return the document of bytes, which can be read."""
    found = document(data, name)
    assert isinstance(found, Document), found
    return found


def word(body: str, **parts: str) -> Document:
    """Return a Word document as it is read."""
    return opened(docx(body, **parts), "article.docx")


def places(found: Document) -> list[tuple[str, str]]:
    """Return the blocks of a document: where each stands, and its text."""
    assert found.structure is not None
    return [(found.structure.said(one.start), found.text[one.start : one.end]) for one in found.structure.blocks]


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Write a document into a folder."""
    path = folder / name
    path.write_bytes(data)
    return path


def pdf(*pages: list[tuple[float, float, float, str]], more: str = "") -> bytes:
    """Return a PDF of pages, each of lines: left, distance from the top, size, text; ``more`` goes into the trailer."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F {size} Tf 1 0 0 1 {x} {800 - y} Tm ({text}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}endstream")
        kids.append(f"{len(objects) + 1} 0 R")
        page = f"/Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {len(objects)} 0 R"
        objects.append(f"<<{page}/Resources<</Font<</F 3 0 R>>>>>>")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    body, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{text}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    whole = f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{whole}trailer<</Size {len(objects) + 1}/Root 1 0 R{more}>>\nstartxref\n{len(body)}\n%%EOF".encode(
        "latin-1"
    )
