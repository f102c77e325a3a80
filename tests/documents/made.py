"""Small documents, made by hand: only the parts that a reader looks at."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factcheck.loader.documents import Document, document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OPEN_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in {**{name: name for name in ("office", "text", "table", "style")}, "draw": "drawing"}.items()
)
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FONTS = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset134 SimSun;}{\f2\fnil\fcharset2 Symbol;}}"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of parts, the same bytes each time."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
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
    return zipped(docx_parts(body, **parts))


def docx_parts(body: str, **parts: str) -> dict[str, str]:
    """Return the parts of a Word document."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}{".main" * (name == "document")}+xml"/>'
        for name in ("document", *parts)
    )
    types = f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" \
ContentType="application/xml"/><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f'<?xml version="1.0"?><w:document {SPACES}><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in parts}),
        **{f"word/{kind}.xml": f"<w:{kind} {SPACES}>{text}</w:{kind}>" for kind, text in parts.items()},
    }


def odf_content(body: str, styles: str = "") -> str:
    """Return the part of an OpenDocument that has its text, or its sheets."""
    styled = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return f"<office:document-content {OPEN_SPACES}>{styled}<office:body>{body}</office:body></office:document-content>"


def odt_parts(body: str, styles: str = "") -> dict[str, str]:
    """Return the parts of an OpenDocument text."""
    text = odf_content(f"<office:text>{body}</office:text>", styles)
    return {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text}


def ods_parts(body: str) -> dict[str, str]:
    """Return the parts of an OpenDocument workbook."""
    return {"content.xml": odf_content(f"<office:spreadsheet>{body}</office:spreadsheet>")}


def xlsx_parts(*sheets: str, styles: str = "", strings: str = "", state: str = "visible") -> dict[str, str]:
    """Return the parts of a workbook; ``sheets`` are the rows of each, ``state`` is that of the first."""
    names = "".join(
        f'<sheet name="Costs{at}" sheetId="{at}" r:id="rId{at}" state="{state if at == 1 else "visible"}"/>'
        for at in range(1, len(sheets) + 1)
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    beside = relations(styles="styles.xml", sharedStrings="strings.xml").replace("rId", "own")
    return {
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{R}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": beside.replace("</Relationships>", f"{links}</Relationships>"),
        "xl/styles.xml": f'<styleSheet xmlns="{SHEETS}">{styles}</styleSheet>',
        "xl/strings.xml": f'<sst xmlns="{SHEETS}">{strings}</sst>',
        **{
            f"xl/worksheets/sheet{at}.xml": f'<worksheet xmlns="{SHEETS}"><sheetData>{rows}</sheetData></worksheet>'
            for at, rows in enumerate(sheets, 1)
        },
    }


def sheet_row(number: int, *cells: str) -> str:
    """Return a row of a workbook; its cells get their names."""
    named = "".join(cell.replace("<c", f'<c r="{chr(65 + at)}{number}"', 1) for at, cell in enumerate(cells))
    return f'<row r="{number}">{named}</row>'


def epub_parts(*chapters: str) -> dict[str, str]:
    """Return the parts of a book."""
    items = "".join(
        f'<item id="c{at}" href="c{at}.xhtml" media-type="application/xhtml+xml"/>' for at in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
    book = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    home = "urn:oasis:names:tc:opendocument:xmlns:container"
    first = f'<container xmlns="{home}"><rootfiles><rootfile full-path="b/book.opf"/></rootfiles></container>'
    pages = {
        f"b/c{at}.xhtml": '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "a" "http://127.0.0.1:9/a.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{text}</body></html>'
        for at, text in enumerate(chapters)
    }
    return {"mimetype": "application/epub+zip", "META-INF/container.xml": first, "b/book.opf": book, **pages}


def rtf(body: str) -> bytes:
    """Return a document in Rich Text Format, with a table of fonts and what else stands before a text."""
    head = f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{FONTS}{{\\colortbl;\\red0;}}{{\\info{{\\title 99}}}}"
    return f"{head}\n{body}}}".encode("latin-1")


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
