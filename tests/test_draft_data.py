"""Drafts held against data: what numbers may be taken from, why, how many others would fit, and the claims of it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.model.draft import DraftProposal
from factcheck.workspace import Workspace

TEXT = """\
# fastmap

Version 2.0 has a p95 latency of 8.1 ms, down from 12.5 ms in version 1.0: 35 % faster.

| version | p50 (ms) | p95 (ms) |
|---|---|---|
| 1.0 | 4.2 | 12.5 |
| 2.0 | 3.9 | 8.1 |

On linux the throughput is 2.3 times that of std. Sales in the EU were 1,207 euros. We have 77 friends.
"""
RESULTS = """\
{"runs": [
  {"version": "1.0", "p50": 4.21, "p95": 12.50},
  {"version": "2.0", "p50": 3.88, "p95": 8.1}
 ], "throughput": {"linux": {"fastmap": 92.4, "std": 40.1}}, "other": 77}
"""
SALES = 'region,amount\nEU,"1,200"\nDK,3\nEU,7\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factcheck.toml").write_text("", encoding="utf-8")
    (tmp_path / "claims").mkdir()
    (tmp_path / "README.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "results.json").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "sales.csv").write_text(SALES, encoding="utf-8")
    return tmp_path


def proposed(text: str, **files: str) -> list[DraftProposal]:
    """Return what is proposed for a text and data files in the current folder, by their stems."""
    for name, content in files.items():
        ending = "json" if content.lstrip()[:1] in "{[" else "csv"
        Path(f"{name}.{ending}").write_text(content, encoding="utf-8")
    workspace = Workspace.open(Path.cwd())
    contents = workspace.data([path for name in files for path in Path().glob(f"{name}.*")])
    return list(workspace.with_data(workspace.draft(text), contents).proposals)


def test_a_number_is_proposed_with_names_and_place(project: Path) -> None:
    workspace = Workspace.open(project)
    report = workspace.draft_file(project / "README.md")
    found = workspace.with_data(
        report, workspace.data([project / "results.json", project / "sales.csv"]), markdown=True
    )
    told = {(one.start, one.text): (one.says, one.words) for one in found.proposals}
    assert list(told.values()) == [
        ("p95_2_0 = 8.1 ms", ("p95", "2.0")),
        ("p95_1_0 = 12.5 ms", ("p95", "1.0")),
        ("-percent_change(before=p95_1_0, after=p95_2_0) = 35 %", ("p95", "1.0", "2.0")),
        ("p50_1_0 = 4.2", ("p50", "1.0")),
        ("p95_1_0_2 = 12.5", ("p95", "1.0")),
        ("p50_2_0 = 3.9", ("p50", "2.0")),
        ("p95_2_0_2 = 8.1", ("p95", "2.0")),
        ("fastmap / std = 2.3", ("throughput", "linux", "std")),
        ("sum_amount_EU = 1,207 EUR", ("eu",)),
    ]
    assert found.proposals[0].message == "may be 8.1 ms (results.json, runs[version=2.0].p95, line 3)"
    assert found.proposals[2].calculation == "−(8.1 ms − 12.50 ms) ÷ 12.50 ms = 35.2 %"


def test_a_value_alone_proposes_nothing(project: Path) -> None:
    assert not proposed("We have 77 friends.", results=RESULTS)
    assert project


@pytest.mark.usefixtures("project")
def test_how_many_others_would_fit_is_counted() -> None:
    (found,) = proposed("The latency is 5 ms.", a='{"latency": 5.2, "x": 4.8, "y": 5.4, "z": 6, "w": 9}')
    assert (found.others, found.among, found.chance) == (2, 4, "2 of the data's 4 other numbers would fit, too")


@pytest.mark.usefixtures("project")
def test_pairs_that_would_fit_are_counted_too() -> None:
    data = '{"load": {"old": 40, "new": 50}, "a": 80, "b": 100, "c": 7}'
    (found,) = [one for one in proposed("The new load is 25 % over the old load.", a=data) if one.text == "25 %"]
    # 40 to 50, 80 to 100; a quarter more is also what 100 has over 80, and 50 over 40
    assert (found.says, found.others, found.among) == ("percent_change(before=old, after=new) = 25 %", 1, 19)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The total load of all hosts is 90 GB.", "sum_load = 90 GB"),
        ("The mean load is 30 GB.", "mean_load = 30 GB"),
        ("Host b has a load of 20 GB.", "load_b = 20 GB"),
        ("Host c has 30 GB more load than host b.", "load_c - load_b = 30 GB"),
        ("The load of host c is 2.5 times that of host b.", "load_c / load_b = 2.5"),
        ("Host b has 40 % of the load of host c.", "load_b / load_c = 40 %"),
    ],
)  # fmt: skip
def test_one_step_is_followed(text: str, says: str) -> None:
    assert says in [one.says for one in proposed(text, hosts="host,load\na,20.0\nb,20\nc,50\n")]


@pytest.mark.usefixtures("project")
def test_a_unit_in_a_name_is_heeded() -> None:
    (found,) = proposed("Latency is 8.1 ms.", a='{"latency_us": 8100, "latency_x": 8.1}')
    assert found.given[0].literal == "8100 microsecond"


GROWN = "percent_change(before=people_Alba_2022, after=people_Alba_2023) = 2.6 %"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("text", ["We have 5.5 million users.", "Users: 5.5 (in millions)."])
def test_a_column_may_count_in_millions(text: str) -> None:
    (found,) = proposed(text, a='{"users_millions": 5.5}')
    assert found.given[0].literal == ("5.5 million" if "million users" in text else "5.5")


@pytest.mark.usefixtures("project")
def test_of_large_data_the_first_numbers_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("factcheck.loader.data.contents.MAX_NUMBERS", 2)
    monkeypatch.setattr("factcheck.proofread.data.propose.MAX_NUMBERS", 2)
    assert main(["draft", "README.md", "--data", "results.json"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "of `results.json` only the first 2 numbers were looked at" in out
    assert "12.5 ms: may be" in out
    assert "8.1 ms: may be" not in out


TOWNS = "town,year,people\nAlba,2022,5010\nAlba,2023,5140\nBrea,2022,860\nBrea,2023,870\n"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("In 2023 Alba had 5,140 people.", ["people_Alba_2023 = 5,140"]),
        ("From 2022 to 2023 the people of Alba grew by 2.6 %.", [GROWN]),
        ("Alba had 5,140 people.", ["people_Alba_2023 = 5,140"]),
        ("In 2023 we sold 5,140 loaves.", []),
        ("People bought 5,140 loaves.", ["people_Alba_2023 = 5,140"]),
        ("People bought 10 loaves.", []),
    ],
)  # fmt: skip
def test_a_year_tells_rows_apart_and_names_nothing_alone(text: str, says: list[str]) -> None:
    assert [one.says for one in proposed(text, towns=TOWNS)] == says


@pytest.mark.usefixtures("project")
def test_a_count_tells_items_of_json_apart() -> None:
    data = '{"runs": [{"threads": 1, "ops": 100}, {"threads": 2, "ops": 190}, {"threads": 4, "ops": 350}]}'
    (found,) = [one for one in proposed("With 4 threads it does 350 ops.", a=data) if one.text.startswith("350")]
    assert found.given[0].asked == '{from: a, at: "runs[threads=4].ops"}'
    assert found.words == ("ops", "4")


@pytest.mark.usefixtures("project")
def test_two_numbers_that_the_sentence_does_not_tell_apart_make_no_step() -> None:
    rows = "".join(f"m{n},{value}\n" for n, value in enumerate((12, 15, 31, 47, 58, 63, 79, 88, 94)))
    assert not proposed("The growth is 25 % over that of last year.", runs=f"model,growth\n{rows}")


@pytest.mark.usefixtures("project")
def test_chinese_texts_and_keys() -> None:
    found = proposed("营业额为1207万元，其中东区占四成。", a='{"营业额": {"东区": 4820000, "合计": 12070000}}')
    assert [(one.text, one.message) for one in found] == [
        ("1207万元", "可能是12070000 CNY（a.json，营业额.合计，第1行）"),
        ("四成", "可能由12070000（a.json，营业额.合计，第1行）与4820000（a.json，营业额.东区，第1行）得出"),
    ]
    assert found[0].chance == "数据的其余1个数中，有0个也会碰巧符合"


def test_the_claims_that_are_written_pass(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = ["draft", "README.md", "--data", "results.json", "--data", "sales.csv", "--write", "claims/readme.yaml"]
    assert main(written) == 0
    capsys.readouterr()
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("9 claims: 9 pass\n")
    text = (project / "claims/readme.yaml").read_text(encoding="utf-8")
    assert '  p95_2_0: {from: results, at: "runs[version=2.0].p95", unit: ms}  # 8.1 ms\n' in text
    assert "# - id: number-line-10\n#   quote: '1,207 euros. We have 77 friends.'\n" in text


def test_the_tables_of_a_database_are_looked_at_one_by_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(project / "shop.db")) as base:
        base.execute("CREATE TABLE sales (region TEXT, boxes INTEGER)")
        base.executemany("INSERT INTO sales VALUES (?, ?)", [("North", 4120), ("South", 3870)])
        base.execute("CREATE TABLE empty (name TEXT)")
        base.commit()
    (project / "a.md").write_text("Sales in the North were 4,120 boxes.\n", encoding="utf-8")
    assert main(["draft", "a.md", "--data", "shop.db", "--write", "claims/a.yaml"]) == 0
    claims = (project / "claims/a.yaml").read_text(encoding="utf-8")
    assert "{from: shop, table: sales, where: {region: North}, column: boxes}" in claims
    capsys.readouterr()
    assert main(["check", "claims/a.yaml"]) == 0
    assert "1 pass" in capsys.readouterr().out


def test_numbers_that_have_claims_are_not_proposed_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["draft", "README.md", "--data", "results.json", "--write", "claims/readme.yaml"])
    capsys.readouterr()
    main(["draft", "README.md", "--data", "results.json"])
    assert "may be" not in capsys.readouterr().out
    assert project


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_proposals_have_a_voice_of_their_own(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "README.md", "--data", "results.json", "--format", form]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "what these numbers may be taken from, by name and value; nothing of this is judged" in out
    assert "0 of the data" in out


@pytest.mark.usefixtures("project")
def test_programs_get_them_too(capsys: pytest.CaptureFixture[str]) -> None:
    main(["draft", "README.md", "--data", "results.json", "--format", "jsonl"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    first = next(line for line in lines if line.get("proposed"))
    assert (first["line"], first["column"], first["text"], first["says"]) == (3, 34, "8.1 ms", "p95_2_0 = 8.1 ms")
    main(["draft", "README.md", "--data", "results.json", "--format", "json"])
    (draft,) = json.loads(capsys.readouterr().out)["drafts"]
    assert draft["proposals"][0]["given"][0]["asked"] == '{from: results, at: "runs[version=2.0].p95", unit: ms}'


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("none.json", "no such file or folder: `none.json`"),
        ("README.md", "`README.md` is no data file that can be read"),
        ("../x.json", "leads outside the project"),
    ],
)  # fmt: skip
def test_data_that_cannot_be_read_end_the_run_with_2(file: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "README.md", "--data", file]) == 2
    assert told in capsys.readouterr().err
