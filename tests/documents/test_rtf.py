"""Rich Text Format, as programs have written it for thirty years."""

import pytest

from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import document

from .made import opened, places, rtf


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"The road is 6{\b 20} km\par", "The road is 620 km"),
        (r"It cost \u8364\'80 2.5\~billion \'96 or more\par", "It cost € 2.5\u00a0billion – or more"),
        (r"10{\super 6} people, 25 m{\super 2}\par", "10⁶ people, 25 m²"),
        (r"6{\v 99}20{\deleted 530} km\par", "620 km"),
        (r"{\field{\*\fldinst HYPERLINK 99}{\fldrslt 620 km}}\par", "620 km"),
        (r"{\*\generator 99;}{\pict\pngblip 8950}620\line km\tab long\par", "620\nkm\tlong"),
        (r"{\f1 \'b9\'ab\'c2\'b7\'c8\'ab\'b3\'a4}620{\f1 \'b9\'ab\'c0\'ef}\par", "公路全长620公里"),
        (r"{\uc2\u20844 ??\u36335 ??}620\par", "公路620"),
        (r"\u-10179?\u-8704? 620\par", "\U0001f600 620"),
        (r"{\f2 \'b7}620 \{km\}\par", "620 {km}"),
        (r"{\bin5 12345}620\par", "620"),
        (r"{\listtext 1.\tab}620 km\par", "620 km"),
    ],
)
def test_what_is_shown_inside_a_line(body: str, shown: str) -> None:
    assert opened(rtf(body), "a.rtf").text == shown


def test_tables_notes_headings_and_text_boxes_have_their_places() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    body = (
        r"\pard\outlinelevel0 Sales\par\pard It rose{\super\chftn}{\footnote\pard In prices of 2020.\par}.\par"
        + row.format("North", "1,204")
        + row.format("South", "")
        + r"\pard{\shp{\*\shpinst{\sp 99}{\shptxt\pard Twice as much\par}}}\pard The end.\par"
    )
    found = opened(rtf(body), "a.rtf")
    assert places(found) == [
        ("paragraph 1", "Sales"),
        ("paragraph 2", "It rose."),
        ("table 1, cell A1", "North"),
        ("table 1, cell B1", "1,204"),
        ("table 1, cell A2", "South"),
        ("paragraph 3", "Twice as much"),
        ("paragraph 4", "The end."),
        ("footnote 1", "In prices of 2020."),
    ]
    assert found.structure is not None
    assert [one.role for one in found.structure.blocks][:2] == ["headline", "paragraph"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"{\\rt 620", "FC119"), (b"{\\rtf1 " + b"{" * 300 + b"620", "FC111"), (b"{\\rtf1 {\\pict 620}}", "FC119")],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    found = document(data, "a.rtf")
    assert isinstance(found, Diagnostic)
    assert found.code == code


def test_what_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert opened(b"{\\rtf1 620 km\\par 385 {\\b miles", "a.rtf").text == "620 km\n\n385 miles"
