"""Facts from the rows of a pack's data: what claims say of them, what is cited, when rows are read, what is wrong."""

import json
import sqlite3
from pathlib import Path

import pytest

from factcheck import prepared
from factcheck.cache import Cache
from factcheck.cli.main import main
from factcheck.diagnostics import Problem
from factcheck.loader import packs
from factcheck.loader.discovery import pack_digest
from factcheck.loader.kept_packs import load_pack
from factcheck.loader.row_facts import take
from factcheck.model import pack_codec, row_facts
from factcheck.model.report import Outcome, Report
from factcheck.policy.asked import Asked
from factcheck.workspace import Workspace
from tests.loader.shown import shown
from tests.policy.test_since import WRITER, git
from tests.projects import write

PEOPLE = "Name,Code,Year,Value\nAlba,ALB1,2022,5010\nAlba,ALB1,2023,5140\nBrea,BRE,2023,870\nBrea,BRE,2024,\n"
FACTS = "{from: data/people.csv, thing: Code, attribute: residents, date: Year, value: Value, unit: people, source: r}"
THINGS = f"""\
format: 1
sources:
  r: {{title: "The register of residents", date: 2024-01-10, tier: primary}}
things:
  resident: {{names: {{en: [resident, people]}}}}
  alba: {{names: {{en: [Alba, ALB1]}}, family: town}}
facts: {FACTS}
"""
CLAIMS = """\
claims:
- {id: last, says: "alba.residents = 5140 resident/alba"}
- {id: before, says: "alba.residents[2022] = 5010 resident/alba"}
- {id: grown, says: "percent_change(before=alba.residents[2022], after=alba.residents[2023]) = 2.6 %"}
- {id: other, says: "BRE.residents * 2 BRE = 1740 resident"}
- {id: alone, says: 1 + 1 = 2}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"factcheck.toml": "", "claims/a.yaml": CLAIMS})
    write(tmp_path / "rules/towns", {"things/towns.yaml": THINGS, "data/people.csv": PEOPLE})
    return tmp_path


def checked(project: Path, since: str = "") -> Report:
    return Workspace.open(project).check(asked=Asked(since=since))


def outcomes(report: Report) -> dict[str, Outcome]:
    return {outcome.id: outcome for file in report.files for outcome in file.outcomes}


def rows(project: Path, text: str, name: str = "people.csv") -> None:
    (project / "rules/towns/data" / name).write_text(text, encoding="utf-8")


def things(project: Path, old: str, new: str) -> None:
    assert old in THINGS
    (project / "rules/towns/things/towns.yaml").write_text(THINGS.replace(old, new), encoding="utf-8")


def test_claims_use_the_facts_of_rows(project: Path) -> None:
    report = checked(project)
    assert {name: found.verdict for name, found in outcomes(report).items()} == {
        "last": "pass", "before": "pass", "grown": "pass", "other": "pass", "alone": "pass"
    }  # fmt: skip
    assert not report.diagnostics


def test_a_fact_is_cited_with_file_and_line(project: Path) -> None:
    found = outcomes(checked(project))["before"]
    told = "5010 people/alba is alba.residents, 2022; The register of residents, 2024, data/people.csv, line 2"
    assert told in [note.text for note in found.notes]
    assert found.derivation
    assert found.derivation.source
    assert found.derivation.source.page_text == "data/people.csv, line 2"
    assert str(found.derivation.place) == "rules/towns/data/people.csv:2:1"


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "junit", "github"])
def test_every_format_cites_the_row(project: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "claims/a.yaml").write_text('claims:\n- {id: a, says: "alba.residents = 5000 resident/alba"}\n', "utf-8")
    assert main(["check", "--format", form]) == 1
    assert "data/people.csv" in (out := capsys.readouterr().out)
    assert "line 3" in " ".join(out.split())


def test_sarif_leads_to_the_row(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "claims/a.yaml").write_text('claims:\n- {id: a, says: "alba.residents = 5000 resident/alba"}\n', "utf-8")
    assert main(["check", "--format", "sarif"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    places = [one["physicalLocation"] for one in result["relatedLocations"]]
    found = [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in places]
    assert ("rules/towns/data/people.csv", 3) in found


@pytest.mark.usefixtures("project")
def test_facts_of_a_thing_tell_file_and_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "Alba"]) == 0
    assert capsys.readouterr().out == (
        "alba  (Alba, ALB1)\n"
        "  residents [2022] = 5010 people\n"
        "      The register of residents, 2024-01-10, data/people.csv, line 2 (primary)\n"
        "  residents [2023] = 5140 people\n"
        "      The register of residents, 2024-01-10, data/people.csv, line 3 (primary)\n"
    )


def test_what_is_no_key_is_the_name_of_the_thing(project: Path) -> None:
    rows(project, "Name,Code,Year,Value\nBrea,Brea by the Sea,2023,870\n")
    found = Workspace.open(project).thing("Brea by the Sea")
    assert (found.key, found.names) == ("Brea_by_the_Sea", ("Brea by the Sea",))


def test_things_of_rows_have_names_and_a_family(project: Path) -> None:
    things(project, "source: r}\n", "source: r, names: {en: Name}, family: town}\n")
    found = Workspace.open(project).thing("Brea")
    assert (found.key, found.family) == ("BRE", "town")


def test_a_number_may_be_rounded(project: Path) -> None:
    things(project, "source: r}\n", "source: r, digits: as written}\n")
    rows(project, "Name,Code,Year,Value\nAlba,ALB1,2023,5140.5\n")
    (fact,) = Workspace.open(project).thing("alba").facts
    assert (fact.value, fact.range) == ("5140.5 people", "5,140.45 to 5,140.55 resident/alba")


@pytest.mark.parametrize(
    ("name", "text", "asked"),
    [
        ("p.tsv", "Code\tYear\tValue\nALB1\t2023\t5140\n", ""),
        ("p.jsonl", '{"Code": "ALB1", "Year": 2023, "Value": 5140}\n', ""),
        ("p.json", '{"towns": [{"Code": "ALB1", "Year": 2023, "Value": 5140}]}', ", at: towns"),
        ("p.csv", "Code;Year;Value;kind\nALB1;2023;5140;all\nALB1;2023;2600;women\n", ", where: {kind: all}"),
    ],
)  # fmt: skip
def test_rows_of_every_kind(project: Path, name: str, text: str, asked: str) -> None:
    things(project, "from: data/people.csv", f"from: data/{name}{asked}")
    rows(project, text, name)
    (fact,) = Workspace.open(project).thing("alba").facts
    assert (fact.attribute, fact.value, fact.qualifiers) == ("residents", "5140 people", "2023")


def test_rows_of_a_database(project: Path) -> None:
    things(project, "from: data/people.csv", "from: data/p.db, table: people")
    with sqlite3.connect(project / "rules/towns/data/p.db") as base:
        base.execute("CREATE TABLE people (Code, Year, Value)")
        base.execute("INSERT INTO people VALUES ('ALB1', 2023, 5140)")
    base.close()
    (fact,) = Workspace.open(project).thing("alba").facts
    assert fact.source == "The register of residents, 2024-01-10, data/p.db, row 1 (primary)"


def test_attribute_and_unit_may_be_columns(project: Path) -> None:
    things(project, "attribute: residents", "attribute: what")
    things_text = (project / "rules/towns/things/towns.yaml").read_text(encoding="utf-8")
    (project / "rules/towns/things/towns.yaml").write_text(things_text.replace("unit: people", "unit: in"), "utf-8")
    rows(project, "Code,Year,what,Value,in\nALB1,2023,area,12.5,km^2\nALB1,2023,residents,5140,resident\n")
    found = Workspace.open(project).thing("alba").facts
    assert [(fact.attribute, fact.value) for fact in found] == [("area", "12.5 km^2"), ("residents", "5140 resident")]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Alba,ALB1,2024,many", "FC524 `many` is no number"),
        ("Alba,,2024,5200", "FC526 the row names no thing"),
        ("Alba,ALB1,,5200", "FC526 the row has no date"),
        ("Alba,ALB1,2023,5150", "FC527 `alba.residents` [2023] is 5150 people here, and 5140 people elsewhere"),
        ("Alba,???,2023,5150", "FC526 `???` is no name of a thing"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_told_at_its_line(project: Path, row: str, told: str) -> None:
    rows(project, f"{PEOPLE}{row}\n")
    report = checked(project)
    assert shown(report.diagnostics) == [f"rules/towns/data/people.csv:6:1 {told}"]
    assert report.diagnostics[0].excerpt == row
    assert outcomes(report)["last"].verdict == "pass"


def test_rows_that_say_the_same_twice_are_one_fact(project: Path) -> None:
    rows(project, f"{PEOPLE}Alba,ALB1,2023,5140.0\n")
    report = checked(project)
    assert not report.diagnostics
    assert len(Workspace.open(project).thing("alba").facts) == 2


def test_two_files_that_disagree_are_told_with_both_places(project: Path) -> None:
    things(project, f"facts: {FACTS}", f"facts:\n- {FACTS}\n- {FACTS.replace('people.csv', 'census.json')}")
    rows(project, '[{"Code": "Alba", "Year": "2023", "Value": 5100}]', "census.json")
    (found,) = checked(project).diagnostics
    assert (found.code, found.place.path) == ("FC527", "rules/towns/data/census.json")
    assert found.message.startswith("item 0: `alba.residents` [2023] is 5100 people here, and 5140 people")
    assert found.notes == ("first at rules/towns/data/people.csv, line 3",)


def test_after_twenty_faulty_rows_the_rest_are_counted(project: Path) -> None:
    rows(project, PEOPLE + "Alba,ALB1,2024,x\n" * 332)
    found = checked(project).diagnostics
    assert len(found) == 21
    assert "312 more rows of `data/people.csv` are faulty" in [one.message for one in found]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("thing: Code", "thing: Cod", "FC522 no column `Cod`"),
        ("value: Value", "value: Val", "FC522 no column `Val`"),
        ("date: Year", "date: Yaer", "FC522 no column `Yaer`"),
        ("attribute: residents", "attribute: name", "FC522 no column `name`"),
        ("source: r}", "source: s}", "FC502 unknown source `s`"),
        ("data/people.csv", "data/peple.csv", "FC101 no such file or folder: `rules/towns/data/peple.csv`"),
        ("data/people.csv", "../../x.csv", "FC112 `../../x.csv` leads outside the pack"),
        ("unit: people", "unit: peple", "FC202 `peple`: unknown unit `peple`"),
    ],
)  # fmt: skip
def test_a_faulty_mapping_is_told_at_its_place(project: Path, old: str, new: str, told: str) -> None:
    things(project, old, new)
    (found,) = [one for one in shown(checked(project).diagnostics) if "FC504" not in one]
    place, code, message = found.split(" ", 2)
    assert (place.split(":")[0], f"{code} {message}") == ("rules/towns/things/towns.yaml", told)


def test_of_the_units_that_are_wrong_the_first_are_told(project: Path) -> None:
    things(project, "unit: people", "unit: unit")
    rows(project, "Code,Year,Value,unit\n" + "".join(f"ALB1,{n},5,zz{n}\n" for n in range(1900, 2000)))
    assert len([one for one in checked(project).diagnostics if one.code == "FC202"]) == 20


def test_no_more_facts_are_read_than_there_is_room_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take, "MAX_FACTS", 2)
    (found,) = checked(project).diagnostics
    assert (found.code, found.message) == ("FC111", "more than 2 facts")


def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that will hold the things whose rows were asked for."""
    asked: list[str] = []
    load = row_facts.RowFacts.rows

    def told(self: row_facts.RowFacts, thing: str) -> object:
        asked.append(thing)
        return load(self, thing)

    monkeypatch.setattr(row_facts.RowFacts, "rows", told)
    return asked


def test_rows_are_read_of_the_things_that_a_claim_names(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(project)
    (project / "claims/a.yaml").write_text('claims:\n- {id: a, says: "BRE.residents = 870 resident/BRE"}\n', "utf-8")
    asked = reading(monkeypatch)
    assert outcomes(checked(project))["a"].verdict == "pass"
    assert set(asked) == {"BRE"}


def test_a_draft_that_names_none_of_them_reads_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(project)
    asked = reading(monkeypatch)
    Workspace.open(project).draft("Sales rose from 40 to 50 million, up by 25 %.")
    assert not asked


def test_rows_that_the_cache_lost_are_read_again(project: Path) -> None:
    checked(project)
    for kept in (project / ".factcheck_cache").glob("rows-*.json"):
        kept.unlink()
    assert [fact.value for fact in Workspace.open(project).thing("BRE").facts] == ["870 people"]


def test_a_changed_row_judges_its_claims_anew(project: Path) -> None:
    checked(project)
    rows(project, PEOPLE.replace("5140", "5240"))
    found = outcomes(checked(project))
    assert (found["last"].verdict, found["before"].verdict) == ("fail", "pass")


def test_since_follows_the_rows(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WRITER.items():
        monkeypatch.setenv(name, value)
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    assert outcomes(checked(project, since="HEAD")) == {}
    rows(project, PEOPLE.replace("870", "880"))
    assert list(outcomes(checked(project, since="HEAD"))) == ["other"]


@pytest.fixture
def prepared_pack(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a pack that is prepared as those that come with factcheck are, in a folder of its own."""
    folder = project / "prepared"
    folder.mkdir()
    monkeypatch.setattr(prepared, "FOLDER", folder)
    pack = load_pack(project / "rules/towns", project / "rules/towns", Cache(None))[0]
    assert pack
    for name, data in (("pack-towns", pack_codec.to_data(pack)), ("rows-towns", {"rows": pack.rows.data()})):
        (folder / f"{name}.json").write_text(prepared.text(pack.digest, data), encoding="utf-8")
    return project / "rules/towns"


def test_prepared_rows_are_read_one_thing_at_a_time(prepared_pack: Path) -> None:
    key = pack_digest(prepared_pack)
    items = prepared.Items("rows-towns", key, "rows")
    assert items.get("alba") == [[0, 2, "5010", "2022"], [0, 3, "5140", "2023"]]
    assert items.get("BRE") == [[0, 4, "870", "2023"]]
    assert items.get("rows") is None
    assert prepared.Items("rows-towns", "another key", "rows").get("alba") is None


def test_a_prepared_pack_is_not_read_from_its_files(
    prepared_pack: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "parse_pack", lambda *_: pytest.fail("the files of the pack were read"))
    pack = load_pack(prepared_pack, project, Cache(None))[0]
    assert pack
    assert [fact.value.value for fact in pack.rows.all("alba")] == ["5010 people", "5140 people"]
    assert str(next(pack.rows.all("BRE")).value.place) == "rules/towns/data/people.csv:4:1"


def test_a_prepared_pack_whose_rows_changed_is_read_anew(prepared_pack: Path, project: Path) -> None:
    rows(project, PEOPLE.replace("870", "880"))
    pack = load_pack(prepared_pack, project, Cache(None))[0]
    assert pack
    assert [fact.value.value for fact in pack.rows.all("BRE")] == ["880 people"]


def test_an_unknown_thing_is_told_with_the_nearest(project: Path) -> None:
    with pytest.raises(Problem) as told:
        Workspace.open(project).thing("Albaa")
    assert told.value.help == "did you mean `Alba`?"
