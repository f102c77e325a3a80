"""Texts and workbooks as LibreOffice writes them."""

import pytest

from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import Document, document

from .made import odf_content, ods_parts, odt_parts, opened, places, zipped

MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def odt(body: str, styles: str = "") -> Document:
    return opened(zipped(odt_parts(body, styles)), "article.odt")


def ods(body: str) -> Document:
    return opened(zipped(ods_parts(body)), "book.ods")


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("The road\n   is <text:span>6</text:span><text:span>20</text:span> km", "The road is 620 km"),
        ("a<text:s/>b<text:tab/>c<text:line-break/>d", "a b\tc\nd"),
        ('10<text:span text:style-name="T1">6</text:span>', "10⁶"),
        ("620<office:annotation><text:p>Is it 530?</text:p></office:annotation> km", "620 km"),
        ('<text:a>620 km</text:a> on page <text:page-number text:select-page="current">3</text:page-number>', None),
        ("6<text:hidden-text>99</text:hidden-text>20", "620"),
    ],
)
def test_what_is_shown_inside_a_line(inside: str, shown: str | None) -> None:
    above = '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    assert odt(f"<text:p>{inside}</text:p>", above).text == (shown or "620 km on page 3")


def test_what_was_deleted_and_lists_of_contents_are_not_read() -> None:
    deleted = "<text:tracked-changes><text:deletion><text:p>530 km</text:p></text:deletion></text:tracked-changes>"
    contents = (
        "<text:table-of-content><text:index-body><text:p>Costs 12</text:p></text:index-body></text:table-of-content>"
    )
    assert odt(f"{deleted}{contents}<text:p>620 km</text:p>").text == "620 km"


def test_headings_lists_notes_and_boxes_have_their_places() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>{}</text:note>'
    body = "<text:note-body><text:p>In prices of 2020.</text:p></text:note-body>"
    box = "<draw:frame><draw:text-box><text:p>Twice as long</text:p></draw:text-box></draw:frame>"
    found = odt(
        f"<text:h>A new road</text:h><text:p>It cost $2 billion{note.format(body)}.{box}</text:p>"
        "<text:list><text:list-item><text:p>620 km</text:p></text:list-item></text:list>"
    )
    assert places(found) == [
        ("paragraph 1", "A new road"),
        ("paragraph 2", "It cost $2 billion."),
        ("text box 1", "Twice as long"),
        ("paragraph 3", "620 km"),
        ("footnote 1", "In prices of 2020."),
    ]
    assert found.structure is not None
    assert [one.role for one in found.structure.blocks] == ["headline", "paragraph", "paragraph", "item", "paragraph"]


def test_a_table_has_the_names_of_its_cells() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    wide = '<table:table-cell table:number-columns-spanned="2"><text:p>Sales</text:p></table:table-cell>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    top = f"<table:table-header-rows>{row(wide, '<table:covered-table-cell/>')}</table:table-header-rows>"
    found = odt(f"<table:table>{top}{row(cell.format('1,204'), cell.format('1,310'))}</table:table>")
    assert found.text == "Sales\n1,204 | 1,310"
    assert places(found)[-1] == ("table 1, cell B2", "1,310")


def test_a_workbook_shows_its_numbers_as_its_cells_do() -> None:
    cell = '<table:table-cell office:value="{}"><text:p>{}</text:p></table:table-cell>'
    empty = '<table:table-row table:number-rows-repeated="1000"><table:table-cell/></table:table-row>'
    title = "<table:table-row><table:table-cell><text:p>Shares</text:p></table:table-cell></table:table-row>"
    row = f"<table:table-row>{cell.format('0.08125', '8.1%')}{cell.format('0.5', '50%')}</table:table-row>"
    found = ods(f'<table:table table:name="Costs">{title}{empty}{row}{empty}</table:table>')
    assert places(found) == [
        ("sheet Costs, cell A1", "Shares"),
        ("sheet Costs, cell A1002", "8.1%"),
        ("sheet Costs, cell B1002", "50%"),
    ]


def test_a_password_is_told() -> None:
    manifest = f'<m:manifest xmlns:m="{MANIFEST}"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    found = document(zipped({"META-INF/manifest.xml": manifest, "content.xml": b"\x00"}), "article.odt")
    assert isinstance(found, Diagnostic)
    assert found.code == "FC120"


def test_a_repeated_cell_does_not_fill_the_memory() -> None:
    cell = '<table:table-cell table:number-columns-repeated="9999999"><text:p>1</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="9999999">{cell}</table:table-row>'
    found = document(zipped(ods_parts(f'<table:table table:name="A">{row}</table:table>')), "book.ods")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message) == ("FC111", "cannot read `book.ods`: it has more than 500,000 cells")


def test_a_presentation_is_neither() -> None:
    found = document(zipped({"content.xml": odf_content("<office:presentation/>")}), "talk.odt")
    assert isinstance(found, Diagnostic)
    assert "it is neither a text nor a workbook" in found.message
