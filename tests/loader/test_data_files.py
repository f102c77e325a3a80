"""A number of a data file is found by a path, a row or a query; what is not found is told at its place."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from factcheck.diagnostics import Problem
from factcheck.loader.data import contents
from factcheck.loader.data.files import DataFile
from factcheck.loader.data.found import Found, Pick
from factcheck.loader.data.rows import Placed
from factcheck.source import Place, Text

RESULTS = """{
  "runs": [
    {"version": "1.0", "os": "linux", "latency": {"p95": 12.50}},
    {"version": "2.0", "os": "linux", "latency": {"p95": 8.1e0}},
    {"version": "2.0", "os": "mac", "latency": {"p95": null}}
  ],
  "big.key": 12345678901234567890.5
}
"""
SALES = 'region,amount,note\nEU,"1,200.5",\nDK,3,"a\nb"\nSE,4,x\nEU,7,\nNO,n/a,\n'
NOTHING = "`n/a` is no number (line 7, column `amount`)"
TWICE = "the key `c` stands twice in one object"
OBJECT = "an object stands here, not a number"
OBJECTS = "a list of objects stands here, not of numbers"
ENDLESS = "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c"


def text(value: str) -> Text:
    return Text(value, Place("claims.yaml", 1, 1))


def pick(where: dict[str, tuple[str, ...]] | None = None, **asked: Any) -> Pick:
    """Return what is asked, as a claim file would."""
    found = {name: value if name == "take" else text(value) for name, value in asked.items()}
    pairs = tuple((text(column), values) for column, values in (where or {}).items())
    return Pick(where=pairs, **found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "results.json").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "sales.csv").write_text(SALES, encoding="utf-8")
    (tmp_path / "runs.jsonl").write_text('{"n": 1, "ms": 5.0}\n\n{"n": 2, "ms": 7.25}\n', encoding="utf-8")
    with sqlite3.connect(tmp_path / "shop.sqlite") as base:
        base.execute("create table orders (region text, amount real)")
        base.executemany("insert into orders values (?, ?)", [("EU", 0.1), ("EU", 0.2), ("US", 5)])
    base.close()
    return tmp_path


def find(folder: Path, name: str, asked: Pick) -> Found:
    return DataFile(folder / name, name, name.partition(".")[0]).find(asked)


@pytest.mark.parametrize(
    ("name", "asked", "digits", "where", "line"),
    [
        ("results.json", pick(at="runs[version=1.0].latency.p95"), "12.50", "runs[version=1.0].latency.p95", 3),
        ("results.json", pick(at="runs[version=2.0, os=linux].latency.p95"), "8.1", None, 4),
        ("results.json", pick(at="runs[-2].latency.p95"), "8.1", None, 4),
        ("results.json", pick(at='["big.key"]'), "12345678901234567890.5", '["big.key"]', 7),
        ("results.json", pick(at="runs", column="version", take="count"), "3", "count", 0),
        ("sales.csv", pick({"region": ("SE",)}, column="amount"), "4", "amount [region=SE]", 5),
        ("sales.csv", pick({"region": ("EU",)}, column="amount", take="sum"), "1207.5", None, 0),
        ("sales.csv", pick({"region": ("DK", "SE")}, column="amount", take="mean"), "3.5", None, 0),
        ("sales.csv", pick({"region": ("DK", "SE", "EU")}, column="amount", take="median"), "5.5", None, 0),
        ("sales.csv", pick(sql="select sum(amount) from sales where region in ('DK', 'SE')"), "7", None, 0),
        ("runs.jsonl", pick({"n": ("2",)}, column="ms"), "7.25", "ms [n=2]", 3),
        ("shop.sqlite", pick(sql="select sum(amount) from orders where region = 'EU'"), "0.3", None, 0),
        ("shop.sqlite", pick({"region": ("US",)}, table="orders", column="amount"), "5", None, 0),
    ],
)
def test_a_number_is_found_with_its_place(
    folder: Path, name: str, asked: Pick, digits: str, where: str | None, line: int
) -> None:
    found = find(folder, name, asked)
    assert (found.digits, found.line) == (digits, line)
    assert where is None or found.where == where


@pytest.mark.parametrize(
    ("name", "asked", "code", "message", "cure"),
    [
        ("results.json", pick(at="runs[0].latency.p96"), "FC522", "no key `p96`", "did you mean `p95`?"),
        ("results.json", pick(at="runs[os=mcc].os"), "FC522", "no item has os=mcc", "did you mean `os=mac`?"),
        ("results.json", pick(at="runs[7]"), "FC522", "the list has 3 items: there is no [7]", None),
        ("results.json", pick(at="runs[version=2.0].os"), "FC523", "2 items have version=2.0", "they are [1], [2]"),
        ("results.json", pick(at="runs[0].os"), "FC524", '`"linux"` is no number', None),
        ("results.json", pick(at="runs[2].latency.p95"), "FC524", "an empty cell is no number", None),
        (
            "results.json",
            pick(at="runs[0]"),
            "FC522",
            "an object stands here, not a number",
            "go on to one of its values",
        ),
        (
            "results.json",
            pick(at="runs"),
            "FC522",
            "a list of objects stands here, not of numbers",
            "name one of their keys: `runs[*].version`",
        ),
        ("results.json", pick(at="runs[0"), "FC522", "the path cannot be read from `[0` on", None),
        ("sales.csv", pick({"region": ("NO",)}, column="amount"), "FC524", NOTHING, None),
        ("sales.csv", pick({"region": ("FR",)}, column="amount"), "FC522", "no row has `FR` as `region`", None),
        ("sales.csv", pick({"regin": ("EU",)}, column="note"), "FC522", "no column `regin`", "did you mean `region`?"),
        ("sales.csv", pick(at="rows"), "FC522", "`at:` is a path into JSON; this file has rows", None),
        ("shop.sqlite", pick(table="order", column="amount"), "FC522", "no table `order`", "did you mean `orders`?"),
    ],
)
def test_what_is_not_found_is_told_with_the_nearest(
    folder: Path, name: str, asked: Pick, code: str, message: str, cure: str | None
) -> None:
    with pytest.raises(Problem) as caught:
        find(folder, name, asked)
    assert (caught.value.code, caught.value.message) == (code, message)
    assert cure is None or caught.value.help == cure


def test_a_fault_knows_the_part_of_the_question_that_it_lies_in(folder: Path) -> None:
    with pytest.raises(Placed) as caught:
        find(folder, "results.json", pick(at="runs[0].latency.p96"))
    assert caught.value.text.value[slice(*caught.value.span or ())] == "p96"


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("attach 'other.db' as other", "the query is refused: not authorized"),
        ("pragma database_list", "the query is refused: not authorized"),
        ("delete from sales", "the query is refused: not authorized"),
        ("select random()", "the query cannot be run: not authorized to use function: random"),
        ("select date('now')", "the query cannot be run: not authorized to use function: date"),
        ("select amount from sales", "the query gives several rows: one number is needed"),
        ("select region from sales limit 1", "the query gives `EU` is no number"),
        ("select 1 where 1 = 0", "the query gives no row"),
        (ENDLESS, "the query takes too long"),
    ],
)
def test_a_query_only_reads_and_ends(folder: Path, sql: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.loader.data.database.MAX_STEPS", 1_000_000)
    with pytest.raises(Problem) as caught:
        find(folder, "sales.csv", pick(sql=sql))
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.json", '{"a": 1,}', "not JSON: "),
        ("a.json", "[" * 100_000, "the JSON is nested too deeply"),
        ("a.json", '{"a": NaN}', "`NaN` is not JSON"),
        ("a.csv", "a,b\n1,2,3\n", "line 2 has 3 cells for 2 columns"),
        ("a.csv", 'a,b\n"1,2\n', "not a table: "),
        ("a.sqlite", "plain text, no database at all" * 100, "not a SQLite database, or a damaged one"),
        ("a.txt", "1", "`a.txt` is no data file that can be read"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str, data: str, message: str) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    asked = pick(table="t", column="a") if name == "a.sqlite" else pick(column="a") if "csv" in name else pick(at="a")
    with pytest.raises(Problem) as caught:
        find(tmp_path, name, asked)
    assert caught.value.code == "FC521"
    assert caught.value.message.startswith(message)


def test_semicolons_between_cells_are_seen(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Land;Wert\nDE;1,5\nFR;2.5\n", encoding="utf-8")
    assert find(tmp_path, "a.csv", pick({"Land": ("FR",)}, column="Wert")).digits == "2.5"


@pytest.mark.parametrize("number", ["1e9999", "9" * 500, "1,23", "5 %", "0x10", "١٢", "--1"])
def test_what_is_no_plain_number_is_refused(tmp_path: Path, number: str) -> None:
    (tmp_path / "a.tsv").write_text(f"n\n{number}\n", encoding="utf-8")
    with pytest.raises(Problem) as caught:
        find(tmp_path, "a.tsv", pick(column="n"))
    assert caught.value.code == "FC524"


@pytest.mark.parametrize(
    ("name", "data", "asked", "code", "message"),
    [
        ("a.json", '{"a": 1, "b": {"c": 2, "c": 3}}', pick(at="b.c"), "FC523", TWICE),
        ("a.json", '[{"a": 1, "a": 2}]', pick(column="a"), "FC521", "item 0 has the key `a` twice"),
        ("a.json", '{"a": 1e9999999}', pick(at="a"), "FC524", "`1e9999999` is out of reach: more than 400 digits"),
        ("a.json", '{"a": -1e-99999}', pick(at="a"), "FC524", "`-1e-99999` is out of reach: more than 400 digits"),
        ("a.json", '{"a": true}', pick(at="a"), "FC524", "`true` is no number"),
        ("a.jsonl", '{"a": {"b": 1}}\n', pick(column="a"), "FC524", "an object is no number (line 1, column `a`)"),
        ("a.csv", "a,b\n5,\u00e9\n", pick(column="a"), "FC104", "not UTF-8: byte 0xe9 at offset 6"),
        ("a.csv", "\ufeffa,b\n5,6\n", pick(column="c"), "FC522", "no column `c`"),
    ],
)  # fmt: skip
def test_hostile_files_are_told_plainly(
    tmp_path: Path, name: str, data: str, asked: Pick, code: str, message: str
) -> None:
    encoding = "latin-1" if code == "FC104" else "utf-8"
    (tmp_path / name).write_text(data, encoding=encoding)
    with pytest.raises(Problem) as caught:
        find(tmp_path, name, asked)
    assert (caught.value.code, caught.value.message) == (code, message)


def test_a_key_that_stands_twice_elsewhere_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": 1, "b": {"c": 2, "c": 3}}', encoding="utf-8")
    assert find(tmp_path, "a.json", pick(at="a")).digits == "1"


def test_objects_that_share_no_keys_are_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.loader.data.rows.MAX_CELLS", 100)
    (tmp_path / "a.jsonl").write_text("".join(f'{{"k{n}": {n}}}\n' for n in range(11)), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        find(tmp_path, "a.jsonl", pick(column="k1"))
    assert (caught.value.code, caught.value.message) == ("FC521", "11 rows with 11 different keys: no table")


def test_a_pipe_or_a_link_to_nowhere_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "link.csv").symlink_to("link.csv")
    for name, why in (("pipe.csv", "it is not a regular file"), ("link.csv", "too many levels of symbolic links")):
        with pytest.raises(Problem) as caught:
            find(tmp_path, name, pick(column="a"))
        assert (caught.value.code, caught.value.message) == ("FC102", f"cannot read `{name}`: {why}")


def test_of_a_wide_table_so_many_columns_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MAX_COLUMNS", 3)
    (tmp_path / "a.csv").write_text("name,a,b,c\nx,1,2,3\ny,4,5,6\n", encoding="utf-8")
    found = contents.Contents(DataFile(tmp_path / "a.csv", "a.csv", "a")).numbers
    assert {one.keys for one in found} == {("a",), ("b",)}
