"""Workbooks and Parquet are rows like any other; they need the extra `data`, and without it that is said."""

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from factcheck.diagnostics import Problem
from factcheck.loader.data import extent
from factcheck.loader.data.extent import check_extent
from tests.documents.made import ods_parts, xlsx_parts, zipped
from tests.loader.test_data_files import find, pick

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="Sales" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
CELLS = [("region", "amount"), ("EU", 1200.5), ("DK", 3)]


def workbook(path: Path) -> None:
    """Write a workbook with one sheet, as spreadsheets do."""
    rows = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in CELLS)
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    with ZipFile(path, "w") as file:
        for name, text in {**PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            file.writestr(name, HEAD + text)


def cell(value: object) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def test_a_workbook_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine", reason="the extra `data` is not installed")
    workbook(tmp_path / "sales.xlsx")
    assert find(tmp_path, "sales.xlsx", pick({"region": ("DK",)}, column="amount")).digits == "3"
    assert find(tmp_path, "sales.xlsx", pick(column="amount", take="sum")).digits == "1203.5"
    with pytest.raises(Problem) as caught:
        find(tmp_path, "sales.xlsx", pick(table="Sale", column="amount"))
    assert (caught.value.code, caught.value.help) == ("FC522", "did you mean `Sales`?")


def test_parquet_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra `data` is not installed")
    duckdb.sql("select * from (values ('EU', 1200.5), ('DK', 3)) as sales(region, amount)").write_parquet(
        str(tmp_path / "sales.parquet")
    )
    found = find(tmp_path, "sales.parquet", pick({"region": ("EU",)}, column="amount"))
    assert found.digits == "1200.5"
    assert find(tmp_path, "sales.parquet", pick(sql="select sum(amount) from sales")).digits == "1203.5"


@pytest.mark.parametrize(("name", "module"), [("a.xlsx", "python_calamine"), ("a.parquet", "duckdb")])
def test_without_the_extra_that_is_said(
    name: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(Problem) as caught:
        find(tmp_path, name, pick(column="a"))
    assert caught.value.code == "FC521"
    assert caught.value.help == 'install it: `pip install "factcheck-engine[data]"`'


@pytest.mark.parametrize(("name", "module"), [("a.xlsx", "python_calamine"), ("a.parquet", "duckdb")])
def test_a_damaged_file_is_refused(name: str, module: str, tmp_path: Path) -> None:
    pytest.importorskip(module, reason="the extra `data` is not installed")
    (tmp_path / name).write_bytes(b"PK\x03\x04 no such thing")
    with pytest.raises(Problem) as caught:
        find(tmp_path, name, pick(column="a"))
    assert caught.value.code == "FC521"


FAR = '<row><c><v>1</v></c></row><row r="{0}"><c r="ZZZ{0}"><v>5</v></c></row>'
OFTEN = (
    '<table:table table:name="A"><table:table-row table:number-rows-repeated="9999999">'
    '<table:table-cell table:number-columns-repeated="9999" office:value="1"/></table:table-row></table:table>'
)


def test_a_sheet_that_reaches_far_and_holds_little_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(zipped(xlsx_parts(FAR.format(9_999_999))))
    (tmp_path / "a.ods").write_bytes(zipped(ods_parts(OFTEN)))
    for name, told in (("a.xlsx", "182,779,981,722 cells, and have 2"), ("a.ods", "99,990,000,000 cells, and have 1")):
        with pytest.raises(Problem) as caught:
            find(tmp_path, name, pick(column="a"))
        assert (caught.value.code, caught.value.message) == ("FC521", f"its sheets reach over {told}")


def test_blank_cells_that_programs_repeat_to_the_last_of_all_are_no_part_of_a_sheet(tmp_path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16380"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048570">{blank}</table:table-row>'
    filled = f'<table:table-row><table:table-cell office:value="1"/>{blank}</table:table-row>'
    (tmp_path / "a.ods").write_bytes(zipped(ods_parts(f'<table:table table:name="A">{filled}{rest}</table:table>')))
    check_extent(tmp_path / "a.ods")


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MAX_UNPACKED", 10_000_000)
    (tmp_path / "a.xlsx").write_bytes(zipped({"xl/strings.xml": b"<sst>" + b" " * 11_000_000}))
    with pytest.raises(Problem, match=r"the workbook is larger than 0\.01 GB, unpacked"):
        check_extent(tmp_path / "a.xlsx")
