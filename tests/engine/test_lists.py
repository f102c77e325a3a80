"""Lists: as premises, the facts of several dates, the members of a family."""

from pathlib import Path

import pytest

from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.claims import claims_from_text
from factcheck.loader.packs import load_pack
from factcheck.quantity.definitions import standard_units
from tests.conftest import Judge, judged
from tests.notation import rows

PACK = {
    "pack.yaml": "format: 1\ntitle: Countries\nattributes: {gdp: {title: GDP}, area: {title: area}}\n",
    "things/countries.yaml": """\
format: 1
sources:
  office: {title: The office, date: 2024-01-01, tier: primary}
things:
  Northland:
    family: countries
    gdp:
    - {is: 4.0 trillion USD, when: {date: 2021}, source: office}
    - {is: 4.1 trillion USD, when: {date: 2022}, source: office}
    - {is: 4.5 trillion USD, when: {date: 2023}, source: office}
    area: {is: 357000 km^2, source: office}
  Southland:
    family: countries
    gdp:
    - {is: 2.9 trillion USD, when: {date: 2022}, source: office}
    - {is: 3.0 trillion USD, when: {date: 2023}, source: office}
  Lake:
    family: waters
    area: {is: 500 km^2, source: office}
""",
    "rules.yaml": """\
format: 1
rules:
- {id: spread, title: A range, equation: spread = max(values) - min(values), cite: none,
   symbols: {values: list of any, spread: same as values}, tests: []}
""",
}


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("countries")
    for name, text in PACK.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pack, problems = load_pack(folder, folder)
    assert problems == ()
    assert pack is not None
    return join((pack,), standard_units())


@pytest.fixture(scope="module")
def check(countries: Knowledge) -> Judge:
    engine = Engine(countries, Equations())
    return lambda says, **options: judged(says, engine, **options)


GIVEN = {"runs": "[1.2 s, 1.3 s, 1.7 s]", "one": "2.0 s", "mixed": "[one, 3 * one]", "many": "[4, 6, 8]"}

HOLD = """
    mean(runs) = 1.4 s
    sum(runs) = 4.2 s
    sd(runs) = 0.26 s
    median(runs) = 1.3 s
    max(runs, 9 s) = 9 s
    len(runs) = 3
    max(mixed) = 6.0 s
    spread(values=runs) = 0.5 s
    spread(values=[one, 5 s]) = 3 s
    mean(many) / sd(many) * sqrt(len(many)) = 5.20
    mean(Northland.gdp[date=*]) = 4.2 trillion USD
    mean(Northland.gdp[*]) = 4.2 trillion USD
    sum(Northland.gdp[date=2022..2023]) = 8.6 trillion USD
    sum(Northland.gdp[2022..]) = 8.6 trillion USD
    max(Northland.gdp[..2022]) = 4.1 trillion USD
    len(Northland.gdp[*]) = 3
    spread(values=Northland.gdp[*]) = 0.5 trillion USD
    sum(countries.gdp) = 7.5 trillion USD
    max(countries.gdp[2022]) = 4.1 trillion USD
    Northland.gdp[2023] / sum(countries.gdp[2023]) = 60 %
"""


@pytest.mark.parametrize("row", rows(HOLD), ids=lambda row: row[0])
def test_a_list_stands_where_one_is_needed(row: tuple[str], check: Judge) -> None:
    outcome = check(row[0], given=GIVEN)
    assert outcome.verdict == "pass", outcome.headline


def test_the_report_names_each_value_and_the_facts_that_were_taken(check: Judge) -> None:
    assert check("mean(runs) = 1.4 s", given=GIVEN).formula == "(runs[1] + runs[2] + runs[3]) ÷ 3"
    outcome = check("sum(Northland.gdp[2022..2023]) = 8.6 trillion USD")
    assert outcome.formula == "Northland.gdp[2022] + Northland.gdp[2023]"
    assert "2 values of `Northland.gdp`: Northland.gdp[2022], Northland.gdp[2023]" in [n.text for n in outcome.notes]
    notes = [note.text for note in check("max(countries.area) = 357000 km^2").notes]
    assert "1 value of `countries.area`: Northland.area; not known of Southland" in notes


WRONG = """
    runs = 1.4 s                        | FC306 | `runs` is a list: one value is needed here
    runs / 2 = 1 s                      | FC306 | `runs` is a list: one value is needed here
    Northland.gdp[*] = 4                | FC306 | `Northland.gdp` is a list: one value is needed here
    countries.gdp = 4                   | FC306 | `countries.gdp` is a list: one value is needed here
    sum(Northland.gdp[1990..1999]) = 4  | FC303 | `Northland.gdp` is not known for date=1990..1999
    sum(Northland.area[*]) = 4          | FC303 | `Northland.area` is not known for date=*
    sum(countries.people) = 4           | FC302 | no fact `people` is known of `countries`
    sum(Northland.gdp[*, 2021..]) = 4   | FC303 | `Northland.gdp` leaves more than one qualifier open
    spread(values=one) = 4 s            | FC306 | a list is needed here: `[a, b, c]`
    sqrt(many) = 2                      | FC306 | `sqrt` takes one value
"""


@pytest.mark.parametrize(("says", "code", "message"), rows(WRONG))
def test_a_list_where_one_value_is_needed_is_told(says: str, code: str, message: str, check: Judge) -> None:
    outcome = check(says, given=GIVEN)
    assert (outcome.code, outcome.headline) == (code, message)


FILE = """\
format: 1
given:
  runs: [1.2 s, "1,300 ms", about 2 s]
  text: "[1, 2]"
  form: {is: [1, 2], note: two}
  faulty: [1, [2]]
claims:
- {id: a, says: mean(runs) = 1.5 s}
"""


def test_a_premise_is_a_list_in_the_file_or_in_its_text(tmp_path: Path) -> None:
    file, problems = claims_from_text(FILE, "a.yaml", tmp_path)
    assert file is not None
    values = {premise.name: premise.value.value if premise.value else None for premise in file.given}
    assert values == {"runs": "[1.2 s, 1,300 ms, about 2 s]", "text": "[1, 2]", "form": "[1, 2]", "faulty": None}
    assert [problem.place.line for problem in problems] == [6]
