"""What is left over or lacking in a project's own packs, as the command tells it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.workspace import Workspace
from tests.projects import FILES, replace, slow_steps_once, write

Captured = pytest.CaptureFixture[str]
BREAD = "rules/bakery/things/bread.yaml"


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    with slow_steps_once():
        yield


@pytest.fixture(autouse=True)
def bakery(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small project that is the current folder; all its facts are used."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    return write(tmp_path)


def found(folder: Path) -> list[str]:
    return [f"{one.code} {one.message}" for one in Workspace.open(folder).lint().findings]


def test_a_tidy_pack(capsys: Captured) -> None:
    assert main(["lint"]) == 0
    assert capsys.readouterr().out == "1 pack of the project (bakery): nothing to look at\n"


def test_only_the_packs_of_the_project_are_looked_at(bakery: Path) -> None:
    (bakery / "factcheck.toml").write_text('rules = ["elsewhere"]\n', encoding="utf-8")
    assert Workspace.open(bakery).lint().packs == ()


def test_a_fact_that_only_a_statement_speaks_of_is_used(bakery: Path) -> None:
    replace(bakery / BREAD, "price:", "weight: {is: 500 g, source: menu}\n    price:")
    assert found(bakery) == ["FC711 no claim rests on `loaf.weight`"]
    replace(bakery / "claims/bread.yaml", "- id: growth", "- id: weight\n  says: loaves.weight = 500 g\n- id: growth")
    assert found(bakery) == []


def test_a_rule_that_only_another_rule_calls_is_used(bakery: Path) -> None:
    rule = (
        "- id: {id}\n  title: A rule\n  equation: {equation}\n  symbols: {{a: mass, b: mass}}\n  cite: by definition\n"
        "  tests: [{{given: {{b: 1 kg}}, a: {right}, expect: pass}}, {{given: {{b: 1 kg}}, a: 5 kg, expect: fail}}]\n"
    )
    inner = rule.format(id="doubled", equation="a = 2 * b", right="2 kg")
    outer = rule.format(id="fourfold", equation="a = doubled(b=2 * b)", right="4 kg")
    write(bakery, {"rules/bakery/rules.yaml": f"format: 1\nrules:\n{inner}{outer}"})
    assert found(bakery) == ["FC712 no claim calls the rule `doubled`", "FC712 no claim calls the rule `fourfold`"]
    replace(bakery / "claims/bread.yaml", "- id: growth", "- id: four\n  says: fourfold(b=1 kg) = 4 kg\n- id: growth")
    assert found(bakery) == []


def test_a_fact_that_defines_a_unit_is_used(bakery: Path) -> None:
    replace(bakery / BREAD, "price:", "energy: {is: 5 MJ, source: menu}\n    units: {LE: energy}\n    price:")
    assert found(bakery) == []


def test_several_facts_of_one_source_are_told_once(bakery: Path) -> None:
    replace(bakery / BREAD, "date: 2024-05-01, ", "")
    message = "`loaf.mass` and 2 more cannot be dated: the source `menu` has no date"
    assert found(bakery) == [f"FC713 {message}"]


def test_a_misspelt_qualifier(bakery: Path) -> None:
    facts = ("500 g, exact: true, when: {form: round}", "400 g, when: {form: long}", "300 g, when: {from: flat}")
    listed = "mass:\n" + "\n".join(f"    - {{is: {fact}, source: menu}}" for fact in facts)
    replace(bakery / BREAD, 'mass: {is: 500 g, exact: true, source: menu, quote: "500 g a loaf"}', listed)
    (one,) = [one for one in Workspace.open(bakery).lint().findings if one.code == "FC714"]
    assert one.message == "`loaf.mass` has the qualifier `from: flat`, and nothing else has another `from`"
    assert one.help == "did you mean `form`?"


def test_a_name_of_two_things(bakery: Path) -> None:
    replace(bakery / BREAD, "[basket, baskets]", "[basket, Loaf]")
    (one,) = [one for one in Workspace.open(bakery).lint().findings if one.code == "FC715"]
    assert one.message == "`Loaf` means `loaf` and `basket`"
    assert one.notes == (f"`loaf` stands at {BREAD}:5:3",)


def test_a_name_of_a_pack_that_comes_with_factcheck(bakery: Path) -> None:
    replace(bakery / BREAD, "[basket, baskets]", "[basket, Dojo D1]")
    assert [line for line in found(bakery) if "FC715" in line] == []
    replace(bakery / BREAD, "[basket, Dojo D1]", "[basket, D1]")
    assert [line for line in found(bakery) if "FC715" in line] == ["FC715 `D1` means `D1` and `basket`"]


def test_verdicts_on_an_unconfirmed_fact_are_listed(bakery: Path) -> None:
    replace(bakery / BREAD, "mass: {is: 500 g,", "mass: {is: 500 g, status: unconfirmed,")
    (one,) = Workspace.open(bakery).lint().findings
    assert one.message == "`loaf.mass` = 500 g/loaf is unconfirmed, and 3 verdicts rest on it"
    assert str(one.place) == f"{BREAD}:7:16"
    assert one.notes == (
        "claims/bread.yaml:9 per-basket",
        "claims/bread.yaml:13 loaves",
        "claims/bread.yaml:17 takings",
    )


def test_findings_give_1_and_the_settings_decide(bakery: Path, capsys: Captured) -> None:
    replace(bakery / BREAD, "date: 2024-05-01, ", "")
    assert main(["lint"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("error[FC713]: `loaf.mass` and 2 more cannot be dated")
    assert said.endswith("1 pack of the project (bakery): 1 FC713\n")
    assert main(["lint", "--exit-zero"]) == 0
    for weight, shown in (("note", "note[FC713]"), ("off", "nothing to look at")):
        write(
            bakery, {"factcheck.toml": f'{FILES["factcheck.toml"]}[paths."rules/bakery".codes]\nFC713 = "{weight}"\n'}
        )
        capsys.readouterr()
        assert main(["lint"]) == 0
        assert shown in capsys.readouterr().out


def test_as_json(bakery: Path, capsys: Captured) -> None:
    replace(bakery / BREAD, "date: 2024-05-01, ", "")
    assert main(["lint", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["format", "engine", "packs", "counts", "findings"]
    assert (data["packs"], data["counts"], data["findings"][0]["code"]) == (["bakery"], {"FC713": 1}, "FC713")


def test_a_folder_that_is_not_there(capsys: Captured) -> None:
    assert main(["lint", "nowhere"]) == 2
    assert "there is no `nowhere`" in capsys.readouterr().err


def test_without_a_pack_of_its_own(bakery: Path, capsys: Captured) -> None:
    (bakery / "factcheck.toml").write_text('rules = ["elsewhere"]\n', encoding="utf-8")
    assert main(["lint"]) == 0
    assert capsys.readouterr().out == "no packs of the project: nothing to look at\n"
