"""Word documents: a reader of the page and the checker see the same text."""

import pytest

from .made import paragraph, places, word


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, paragraphs))}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_paragraphs_are_counted_and_empty_ones_are_not() -> None:
    found = word(paragraph("The road is 620 km long.") + "<w:p/>" + paragraph("It cost $2 billion."))
    assert found.text == "The road is 620 km long.\n\nIt cost $2 billion."
    assert [place for place, _ in places(found)] == ["paragraph 1", "paragraph 2"]


def test_a_number_over_several_runs_is_one_number() -> None:
    runs = '<w:r><w:t>The road is 6</w:t></w:r><w:bookmarkStart w:id="1"/><w:r><w:rPr><w:b/></w:rPr><w:t>20</w:t></w:r>'
    assert word(f"<w:p>{runs}<w:proofErr/><w:r><w:t> km</w:t></w:r></w:p>").text == "The road is 620 km"


@pytest.mark.parametrize(
    ("inline", "shown"),
    [
        ("<w:ins><w:r><w:t>620</w:t></w:r></w:ins><w:del><w:r><w:delText>530</w:delText></w:r></w:del>", "620"),
        ("<w:moveTo><w:r><w:t>620</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>530</w:t></w:r></w:moveFrom>", "620"),
        ('<w:hyperlink r:id="rId9"><w:r><w:t>620</w:t></w:r></w:hyperlink>', "620"),
        ("<w:smartTag><w:r><w:t>620</w:t></w:r></w:smartTag>", "620"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>620</w:t></w:r></w:sdtContent></w:sdt>", "620"),
        ('<w:fldSimple w:instr=" REF a "><w:r><w:t>620</w:t></w:r></w:fldSimple>', "620"),
        ("<w:r><w:t>620</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>0</w:t></w:r>", "620"),
        ('<w:r><w:t>62</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>0</w:t></w:r>', "620"),
        ("<w:r><w:t>6</w:t><w:softHyphen/><w:t>20</w:t></w:r>", "6\u00ad20"),
        ("<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>-6</w:t></w:r>", "10⁻⁶"),
        (
            "<w:r><w:t>the 5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>th</w:t></w:r>",
            "the 5th",
        ),
        ("<m:oMath><m:r><m:t>x=3</m:t></m:r></m:oMath>", "x=3"),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>", "…"),
    ],
)
def test_what_is_shown_inside_a_line(inline: str, shown: str) -> None:
    assert word(f"<w:p>{inline}</w:p>").text == shown


def test_the_code_of_a_field_is_not_shown_but_its_result() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = f"{sign('begin')}<w:r><w:t>9</w:t></w:r>{sign('separate')}<w:r><w:t>8</w:t></w:r>{sign('end')}"
    code = f"<w:r><w:instrText>= 5 + 7</w:instrText></w:r>{inner}"
    result = "<w:r><w:t>12</w:t></w:r>"
    text = f"<w:p>{sign('begin')}{code}{sign('separate')}{result}{sign('end')}<w:r><w:t> men</w:t></w:r></w:p>"
    assert word(text).text == "12 men"


def test_a_table_is_rows_of_cells_with_the_names_of_workbooks() -> None:
    table = f"<w:tbl>{row(cell('Region'), cell('2023'))}{row(cell('North'), cell('1,204'))}</w:tbl>"
    found = word(paragraph("Sales") + table)
    assert found.text == "Sales\n\nRegion | 2023\nNorth | 1,204"
    assert places(found)[-1] == ("table 1, cell B2", "1,204")


def test_merged_cells_keep_the_columns_apart() -> None:
    wide, below = '<w:gridSpan w:val="2"/>', "<w:vMerge/>"
    top = row(cell("Region", properties='<w:vMerge w:val="restart"/>'), cell("Sales", properties=wide))
    table = f"<w:tbl>{top}{row(cell('', properties=below), cell('2023'), cell('2024'))}</w:tbl>"
    assert word(table).text == "Region | Sales | \n | 2023 | 2024"


def test_a_table_that_holds_a_table_only_places_it() -> None:
    inner = f"<w:tbl>{row(cell('North'), cell('1,204'))}</w:tbl>"
    left = f"<w:tc>{paragraph('Left of it.')}{inner}</w:tc>"
    found = word(f"<w:tbl>{row(left, cell('Right of it.'))}</w:tbl>")
    assert places(found) == [
        ("paragraph 1", "Left of it."),
        ("table 1, cell A1", "North"),
        ("table 1, cell B1", "1,204"),
        ("paragraph 2", "Right of it."),
    ]


def test_notes_are_read_behind_the_text_and_numbered_as_they_are_referred_to() -> None:
    text = '<w:p><w:r><w:t>It cost $2 billion</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    separator = '<w:footnote w:id="-1"><w:p/></w:footnote>'
    found = word(text, footnotes=f'{separator}<w:footnote w:id="7">{paragraph("In prices of 2020.")}</w:footnote>')
    assert places(found) == [("paragraph 1", "It cost $2 billion"), ("footnote 1", "In prices of 2020.")]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('620 km')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    found = word(f"<w:p><w:r>{both}</w:r><w:r><w:t>The road.</w:t></w:r></w:p>")
    assert places(found) == [("paragraph 1", "The road."), ("text box 1", "620 km")]


def test_styles_tell_headings_by_their_names_and_what_they_are_based_on() -> None:
    styles = (
        '<w:style w:styleId="a3"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="own"><w:name w:val="Rubrik"/><w:basedOn w:val="a3"/></w:style>'
    )
    heading = '<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr><w:r><w:t>A new road</w:t></w:r></w:p>'
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>620 km</w:t></w:r></w:p>"
    found = word(heading + item + paragraph("It is long."), styles=styles)
    assert found.structure is not None
    assert [one.role for one in found.structure.blocks] == ["headline", "item", "paragraph"]
