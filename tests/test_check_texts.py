"""``factcheck.check_texts``: a column of texts in, a table of findings out."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.model.texts import TextRow
from factcheck.report.table.columns import FINDINGS, Column
from factcheck.report.table.rows import rows_of
from factcheck.workspace import Workspace

pa = pytest.importorskip("pyarrow")

ROAD = "The road is 620 km (998 miles) long."
RENTS = "Rents rose 5 percent to $420 from $400."


def rows(**columns: Any) -> list[dict[str, Any]]:
    return list(factcheck.check_texts(pa.table(columns)).to_pylist())


def test_a_finding_is_a_row_with_its_text_place_and_equation() -> None:
    (found,) = rows(id=["a"], text=[ROAD])
    assert (found["text_id"], found["relation"], found["code"], found["verdict"]) == (
        "a",
        "conversion",
        "FC613",
        "fail",
    )
    assert ROAD[found["start"] : found["end"]] == found["number"] == "998 miles"
    assert found["equation"] == "value = 998 mile"
    assert [(one["literal"], ROAD[one["start"] : one["end"]]) for one in found["operands"]] == [
        ("620 ± 0.5 kilometer", "620 km")
    ]
    assert found["off"] == pytest.approx((998 - 385.25) / 385.25, abs=1e-4)
    assert found["record"] is None


def test_the_record_of_the_wording_stands_beside_a_finding() -> None:
    (found,) = rows(text=[RENTS])
    assert (found["verdict"], found["construction"]) == ("pass", "en:p-to-b-from-a")
    record = found["record"]
    assert record["trusted"]
    assert record["seen"] >= record["held"] > 100
    assert found["reason"] == f"in published text this wording was right {record['held']} of {record['seen']} times"


def test_a_bad_row_is_a_row_with_the_verdict_error() -> None:
    found = factcheck.check_texts(
        pa.table({"id": [1, 2, 3], "text": pa.array([b"caf\xe9", None, ROAD.encode()], pa.binary())})
    ).to_pylist()
    assert [(one["text_id"], one["verdict"]) for one in found] == [("1", "error"), ("2", "error"), ("3", "fail")]
    assert [one["message"] for one in found[:2]] == [
        "not UTF-8: byte 0xe9 at offset 3",
        "no text: nothing stands there",
    ]


def test_a_text_beyond_the_limit_is_not_checked() -> None:
    (found,) = rows(text=["7 " * 2_000_001])
    assert (found["verdict"], found["message"]) == ("error", "text too long: more than 4 MB")


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.dictionary("int8", "string")],
    ids=str,
)
def test_texts_may_have_any_type_of_text(kind: Any) -> None:
    column = pa.array([ROAD, None]).cast(kind)
    assert [one["verdict"] for one in rows(text=column)] == ["fail", "error"]


def test_columns_are_named_and_a_field_of_a_struct_with_a_point() -> None:
    found = pa.table({"page": [{"body": ROAD, "day": date(2005, 3, 1)}, None], "key": ["a", "b"]})
    checked = factcheck.check_texts(found, text="page.body", id="key", date="page.day").to_pylist()
    assert [(one["text_id"], one["date"], one["verdict"]) for one in checked] == [
        ("a", "2005-03-01", "fail"),
        ("b", "", "error"),
    ]


@pytest.mark.parametrize(
    ("columns", "named", "message"),
    [
        ({"url": ["a"]}, {}, "no column is called `text`, `content`, `body`, `article`: name it; columns: `url`"),
        ({"text": ["a"]}, {"date": "dat"}, "no column `dat`; columns: `text`"),
        ({"content": ["a"]}, {"text": "contnt"}, "no column `contnt`; did you mean `content`?"),
        ({"text": [1]}, {}, "column `text` holds no text: its type is int64; columns: `text`"),
        ({"text": [["a"]]}, {}, "column `text` holds no text: its type is list<item: string>; columns: `text`"),
        ({"text": [{"a": "b"}]}, {"text": "text.b"}, "no column `text.b`; did you mean `text.a`?"),
        (
            {"page": [{"a": "b"}]},
            {},
            "no column is called `text`, `content`, `body`, `article`: name it; columns: `page`, `page.a`",
        ),
    ],
)
def test_a_column_that_is_not_there_is_told_with_those_that_are(
    columns: dict[str, Any], named: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match="column") as told:
        factcheck.check_texts(pa.table(columns), **named)
    assert str(told.value) == message


def test_a_record_batch_gives_the_same_as_a_table_and_nothing_gives_nothing() -> None:
    batch = pa.RecordBatch.from_pydict({"text": [ROAD, RENTS]})
    assert factcheck.check_texts(batch).equals(factcheck.check_texts(pa.Table.from_batches([batch])))
    assert factcheck.check_texts(batch.slice(0, 0)).equals(factcheck.findings_schema().empty_table())


def test_half_a_surrogate_pair_moves_nothing() -> None:
    from factcheck.loader.texts.rows import Named, text_row  # noqa: PLC0415 - Arrow itself refuses such a text

    text = text_row(Named("", 0), f"\ud800 {ROAD}").text
    assert text == f"\ufffd {ROAD}"


def test_the_documents_have_the_columns_of_the_schema() -> None:
    page = (Path(__file__).parents[1] / "docs/archive.md").read_text(encoding="utf-8")
    for column in FINDINGS:
        assert _line(column) in page
        for part in column.parts:
            assert f"`{part.name}`" in page
    assert [field.name for field in factcheck.findings_schema()] == [column.name for column in FINDINGS]


def _line(column: Column) -> str:
    return f"| `{column.name}` | {column.type} | {column.meaning}"


def test_a_finding_has_what_its_columns_say_and_nothing_else() -> None:
    """A table of Arrow would pass over what has no column, and leave empty what nobody fills."""
    workspace = Workspace.open(Path(__file__).parents[1])
    (found,) = workspace.check_texts([TextRow("", 0, "a", RENTS)])
    (row,) = rows_of(found, workspace.held)
    assert set(row) == {column.name for column in FINDINGS}
    parts = {column.name: {part.name for part in column.parts} for column in FINDINGS}
    assert set(row["operands"][0]) == parts["operands"]
    assert set(row["record"]) == parts["record"]
