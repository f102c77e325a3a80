"""Registers: individuals with many facts, read when they are asked for."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.packs import load_pack
from factcheck.model.pack import Thing
from factcheck.model.register import Register
from factcheck.quantity.definitions import standard_units
from tests.conftest import Judge, judged

SERIES = '{"people":["population","","office","2 %"],"made":["gdp","billion USD","office"]}'
PACK = {
    "pack.yaml": "format: 1\ntitle: Countries\nattributes: {population: {title: inhabitants}}\n",
    "things/sources.yaml": "format: 1\nsources: {office: {title: The office, date: 2024-01-01, tier: primary}}\n",
    "register/things.jsonl": """\
["Northland","country",{"en":["Northland","The North"],"zh":["北国"]},false]
["Southland","country",{"en":["Southland"],"zh":["南国"]},true]
["Atoll","country",{"en":["Atoll"],"zh":[]},false]
""",
    "register/facts.jsonl": f"""\
{SERIES}
{{"people":[2021,"4000000",null,"4200000"],"made":[2023,["80.5","0.5 billion USD"]]}}
{{"people":[2023,"1000000"]}}
{{"people":[2021,"9000"]}}
""",
}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = written(tmp_path_factory.mktemp("countries"), PACK)
    pack, problems = load_pack(folder, folder)
    assert problems == ()
    assert pack is not None
    return join((pack,), standard_units())


@pytest.fixture(scope="module")
def check(countries: Knowledge) -> Judge:
    engine = Engine(countries, Equations())
    return lambda says, **options: judged(says, engine, **options)


HOLD = """
    Northland.population[2023] / Southland.population[2023] = 4.2
    Northland.population[2021] = 4 million
    Northland.population = 4.2 million
    Northland.gdp / Northland.population[2023] = 19200 USD
    北国.population[2023] + 南国.population[2023] = 5.2 million
    sum(country.population[2023]) = 5.2 million
    max(country.population[2023]) = Northland.population[2023]
    rank(Southland.population[2023], country.population[2023]) = 2
    rank(Northland.population[2023], Southland.population[2023]) = 1
"""


@pytest.mark.parametrize("says", [line.strip() for line in HOLD.strip().splitlines()])
def test_claims_about_individuals(check: Judge, says: str) -> None:
    outcome = check(says)
    assert outcome.verdict == "pass", outcome.headline


def test_an_individual_is_no_unit_and_its_values_are_not_per_thing(check: Judge, countries: Knowledge) -> None:
    outcome = check("Northland.population[2023] = 4.2 million")
    assert outcome.derived is not None
    assert outcome.derived.unit == ""
    assert countries.units.lookup("Northland") is None


def test_what_a_series_allows_is_within_rounding_and_the_report_says_why(check: Judge) -> None:
    outcome = check("Northland.population[2023] = 4.15 million")
    assert outcome.verdict == "borderline"
    assert outcome.derivation is not None
    assert outcome.derivation.value is not None
    assert outcome.derivation.value.origin == "± 2 %, allowed for revisions"


def test_an_error_beside_a_value_is_the_sources(check: Judge) -> None:
    outcome = check("Northland.gdp = 80.5 billion USD")
    assert outcome.derivation is not None
    assert outcome.derivation.value is not None
    assert outcome.derivation.value.origin == "± 0.5 billion USD, says the source"


def test_the_value_of_another_year_is_the_likely_slip(check: Judge) -> None:
    outcome = check("Northland.population[2021] = 4.20 million")
    assert (outcome.verdict, [slip.name for slip in outcome.slips]) == ("fail", ["edition"])


def test_a_year_that_is_not_known_is_told_with_those_that_are(check: Judge) -> None:
    outcome = check("Northland.population[2022] = 4.1 million")
    assert outcome.verdict == "error"
    assert outcome.diagnostics[0].help == "known: `[2021]`; `[2023]`"


def test_an_unknown_individual_is_told_with_the_nearest_name(check: Judge) -> None:
    outcome = check("Northlnd.population = 4.2 million")
    assert outcome.diagnostics[0].help == "did you mean `Northland`?"


def test_a_list_leaves_out_who_has_no_value_of_the_year(check: Judge) -> None:
    notes = [note.text for note in check("len(country.population[2023]) = 2").notes]
    assert any("not known of Atoll" in note for note in notes)


def test_a_unit_that_is_not_known_is_told_once(tmp_path: Path) -> None:
    facts = PACK["register/facts.jsonl"].replace("billion USD", "billion doubloons")
    pack, problems = load_pack(written(tmp_path, {**PACK, "register/facts.jsonl": facts}), tmp_path)
    assert (pack is None, problems) == (False, ())
    known = join((pack,) if pack is not None else (), standard_units())
    assert [(problem.code, problem.place.path) for problem in known.problems] == [("FC202", "./register/facts.jsonl")]
    assert judged("Northland.gdp = 80 billion USD", Engine(known, Equations())).verdict == "error"


def test_only_the_individuals_that_are_asked_for_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pack, _ = load_pack(written(tmp_path, PACK), tmp_path)
    assert pack is not None
    read: list[str] = []
    thing = Register.thing

    def noted(register: Register, key: str) -> Thing:
        read.append(key)
        return thing(register, key)

    monkeypatch.setattr(Register, "thing", noted)
    outcome = judged("南国.population[2023] = 1 million", Engine(join((pack,), standard_units()), Equations()))
    assert (outcome.verdict, set(read)) == ("pass", {"Southland"})


BROKEN = {
    "no JSON": ("register/facts.jsonl", "{", "Expecting property name"),
    "an unknown source": ("register/facts.jsonl", SERIES.replace("office", "club"), "unknown source `club`"),
    "lines that lack": ("register/facts.jsonl", SERIES, "3 lines of things, 0 of facts"),
    "an unknown series": ("register/facts.jsonl", SERIES + '\n{"births":[0,"3"]}\n{}\n{}', "'births'"),
    "a value that is no text": ("register/facts.jsonl", SERIES + '\n{"made":[0,3]}\n{}\n{}', "`3` is no text"),
    "a value that is no number": (
        "register/facts.jsonl",
        SERIES + '\n{"made":[0,"many"]}\n{}\n{}',
        "`many billion USD` of `Northland` is no number",
    ),
    "a number without end": ("register/facts.jsonl", SERIES + '\n{"made":[0,"1e999"]}\n{}\n{}', "is no number"),
    "lines in lines": ("register/facts.jsonl", SERIES + "\n" + "[" * 100_000 + "\n{}\n{}", "recursion"),
    "another shape": ("register/things.jsonl", '{"Northland": 1}', "Entry"),
}


@pytest.mark.parametrize(("name", "text", "told"), BROKEN.values(), ids=BROKEN)
def test_a_faulty_register_is_reported_and_left_out(tmp_path: Path, name: str, text: str, told: str) -> None:
    pack, problems = load_pack(written(tmp_path, {**PACK, name: text}), tmp_path)
    assert pack is not None
    assert pack.register is None
    assert [problem.code for problem in problems] == ["FC107"]
    assert told in problems[0].message
