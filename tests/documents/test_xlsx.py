"""Workbooks of Excel: numbers as their cells show them, since how a number is written is its tolerance."""

from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.loader.office.number_format import shown

from .made import opened, places, saved, sheet_row, xlsx_parts, zipped


def xlsx(*sheets: str, **more: str) -> bytes:
    return zipped(xlsx_parts(*sheets, **more))


def number(value: str, style: int = 0) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


def text(words: str) -> str:
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        ("0.08125", "0.0%", "8.1%"),
        ("1234567.891", "#,##0", "1,234,568"),
        ("-1234.5", "#,##0.00;(#,##0.00)", "(1,234.50)"),
        ("-1234.5", "0.0", "-1234.5"),
        ("1234567", "#,##0,", "1,235"),
        ("12.5", '"$"#,##0.00', "$12.50"),
        ("12.5", "[$€-407]#,##0.00", "€12.50"),
        ("1234.5", "_-* #,##0.00_-;-* #,##0.00_-", "1,234.50"),
        ("0", '#,##0;(#,##0);"-"', "-"),
        ("12", '0" km"', "12 km"),
        ("2.5", "0.0##", "2.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("1310.26", "General", "1310.26"),
        ("1E-7", "General", "1E-7"),
        ("31415.9", "0.00E+00", "3.14E+04"),
        ("45000", "d/m/yyyy", "2023-03-15"),
        ("45000.75", "m/d/yy h:mm", "2023-03-15 18:00"),
        ("0.5", "h:mm", "12:00"),
        ("0.5", "# ?/?", "0.5"),
        ("5", "@", "5"),
        ("no number", "0", "no number"),
        ("9" * 400, "0.0", "9" * 400),
    ],
)
def test_a_cell_shows_a_number_in_its_format(value: str, code: str, seen: str) -> None:
    assert shown(value, code) == seen


def test_sheets_have_names_and_cells_theirs() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="3"/></cellXfs>'
    )
    first = sheet_row(1, text("Region"), text("Share")) + sheet_row(2, '<c t="s"><v>0</v></c>', number("0.08125", 1))
    second = sheet_row(3, number("1204.4", 2), '<c t="str"><v>see  note</v></c>', '<c t="b"><v>1</v></c>')
    found = opened(xlsx(first, second, styles=styles, strings="<si><r><t>Nor</t></r><r><t>th</t></r></si>"), "a.xlsx")
    assert places(found) == [
        ("sheet Costs1, cell A1", "Region"),
        ("sheet Costs1, cell B1", "Share"),
        ("sheet Costs1, cell A2", "North"),
        ("sheet Costs1, cell B2", "8.1%"),
        ("sheet Costs2, cell A3", "1,204"),
        ("sheet Costs2, cell B3", "see note"),
        ("sheet Costs2, cell C3", "TRUE"),
    ]


def test_a_hidden_sheet_is_not_read_and_gaps_part_tables() -> None:
    lines = (
        sheet_row(1, number("1"), number("2"))
        + sheet_row(2, number("3"), number("4"))
        + sheet_row(9, number("5"), number("6"))
    )
    found = opened(xlsx(sheet_row(1, text("secret")), lines, state="hidden"), "a.xlsx")
    assert found.text == "1 | 2\n3 | 4\n\n5 | 6"
    assert found.structure is not None
    assert len(found.structure.tables) == 2


def test_a_total_of_a_workbook_is_added_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [("", "2023", "2024"), ("North", "1204", "1310"), ("South", "2116", "2090"), ("Total", "3320", "3500")]
    rows = "".join(sheet_row(at, text(first), *map(number, rest)) for at, (first, *rest) in enumerate(lines, start=4))
    path = saved(tmp_path, "book.xlsx", xlsx(rows))
    assert main(["draft", str(path), "--format", "concise"]) == 1
    assert "sheet Costs1, cell C7: FC607 1310 + 2090 = 3400, the draft says 3500" in capsys.readouterr().out
