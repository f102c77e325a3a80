"""A language is tables: German drafts are read beside English and Chinese ones, by a folder of tables alone."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck.draft
import factcheck.proofread
from factcheck.draft.words.constructions import constructions
from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftReport
from factcheck.proofread.draft import proofread
from factcheck.quantity.languages import add_language, draft_table, remove_language

ROOT = Path(__file__).parents[2]
GERMAN = ROOT / "tests" / "prose" / "languages" / "de"
CASES = json.loads((GERMAN / "construction_cases.json").read_text(encoding="utf-8"))
_MARK = re.compile(r"\[\[(.+?)\]\]")
_VERDICTS = {"right": "pass", "wrong": "fail"}


@pytest.fixture
def german() -> Iterator[None]:
    name = add_language(GERMAN)
    yield
    remove_language(name)


def found(report: DraftReport) -> dict[str, str]:
    return {one.text: one.verdict for one in report.findings}


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("row", "way", "marked"),
    [(row, way, text) for row, ways in CASES.items() for way, texts in ways.items() for text in texts],
)
def test_a_german_wording_does_what_its_cases_say(engine: Engine, row: str, way: str, marked: str) -> None:
    m = _MARK.search(marked)
    assert m is not None
    start, end = m.start(), m.start() + len(m[1])
    judged = [
        one for one in proofread(_MARK.sub(r"\1", marked), engine).findings if one.start < end and start < one.end
    ]
    if way == "silent":
        assert [one.message for one in judged if one.verdict in {"fail", "query"}] == []
    else:
        assert [(one.verdict, one.row) for one in judged] == [(_VERDICTS[way], f"de:{row}")]


@pytest.mark.usefixtures("german")
def test_a_wording_may_say_wrong_by_its_own_cases() -> None:
    records = draft_table("de", "records")
    assert {row: {"cases": sum(map(len, ways.values()))} for row, ways in CASES.items()} == records


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("text", "number", "verdict"),
    [
        ("Der Gewinn wuchs um 1,5 Millionen Euro oder 25 Prozent auf 7,5 Millionen Euro.", "25 Prozent", "pass"),
        ("Der Gewinn wuchs um 1,5 Millionen Euro oder 35 Prozent auf 7,5 Millionen Euro.", "35 Prozent", "query"),
        ("Der Verbrauch sank um 12 Prozent auf 4.400 Liter (Vorjahr: 5.000).", "12 Prozent", "pass"),
        ("Der Verein hat jetzt 660 Mitglieder, 15 Prozent mehr als die 600 im Vorjahr.", "15 Prozent", "query"),
        ("Die Wartezeit fiel um 10 Minuten von 45 Minuten auf 35 Minuten.", "10 Minuten", "pass"),
        ("Die Brücke ist 212 Meter lang, 37 Meter mehr als die alte mit 185 Metern.", "37 Meter", "query"),
        ("Der Anteil stieg um 4 Prozentpunkte von 12,5 Prozent auf 16,5 Prozent.", "4 Prozentpunkte", "pass"),
        ("Der Anteil stieg von 12,5 Prozent auf 16,5 Prozent, also um 6 Prozentpunkte.", "6 Prozentpunkte", "query"),
        ("Das Werk hat 1.200 Beschäftigte, 4-mal so viele wie die 300 im Jahr 1990.", "4", "pass"),
        ("Insgesamt 290 Menschen kamen: 120 Kinder, 80 Frauen und 90 Männer.", "290", "pass"),
        ("Von den 480 Plätzen waren 360 besetzt, und übrig blieben 120.", "120", "pass"),
        ("Er kaufte 12 Kisten zu je 25 Kilogramm, zusammen 300 Kilogramm.", "300 Kilogramm", "pass"),
        ("Er kaufte 12 Kisten zu je 25 Kilogramm, zusammen 350 Kilogramm.", "350 Kilogramm", "query"),
        ("Die 1.234,5 Euro wurden auf 5 Kinder verteilt, das sind 246,9 Euro je Kind.", "246,9 Euro", "pass"),
        ("Die drei Läufe dauerten 12, 14 und 16 Minuten, also im Schnitt 14 Minuten.", "14 Minuten", "pass"),
    ],
)
def test_a_wording_without_a_record_asks(engine: Engine, text: str, number: str, verdict: str) -> None:
    assert found(proofread(text, engine))[number] == verdict


SILENT = (
    (
        "Der Konzern will 2.500 Stellen abbauen, davon 900 in Deutschland. Der Umsatz fiel um 4 Prozent auf 12,3"
        " Milliarden Euro, der Gewinn um 15 Prozent auf 640 Millionen Euro. Im 2. Quartal waren es 3,1 Milliarden Euro."
    ),
    (
        "Die Brücke wurde am 12. März 1998 eröffnet, ist 1,2 Kilometer lang und kostete 85 Millionen Mark. Seit 26"
        " Jahren fahren täglich 32.000 Autos und 1.400 Lastwagen darüber. In den ersten 3 Jahren waren es 18.000."
    ),
    (
        "Von 1.000 Befragten sagten 46 Prozent Ja und 38 Prozent Nein. Im Jahr 2018 waren es 41 Prozent. Gegen 17 Uhr"
        " hatten 120 von ihnen geantwortet."
    ),
    (
        "Die Temperatur stieg von 12 auf 18 Grad, der Luftdruck fiel um 5 Hektopascal. In der Nacht waren es 7 Grad, 2"
        " weniger als am Tag zuvor."
    ),
)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", SILENT)
def test_numbers_that_are_not_related_are_left_alone(engine: Engine, text: str) -> None:
    report = proofread(text, engine)
    assert (report.language, [one.message for one in report.findings]) == ("de", [])


ENGLISH = "The rent rose 15 percent from $800 to $880 in the spring. "
CHINESE = "会员从8000人增至10400人，增加了30%。"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("number", ["25 Prozent", "10 Prozent"])
def test_each_sentence_is_judged_in_its_language(engine: Engine, number: str) -> None:
    text = f"{ENGLISH}Die Miete ist von 800 Euro um {number} auf 880 Euro gestiegen, und das ist viel. {CHINESE}"
    verdicts = [(one.text, one.verdict, one.row.partition(":")[0]) for one in proofread(text, engine).findings]
    german = "pass" if number == "10 Prozent" else "fail"
    assert verdicts == [("15 percent", "fail", "en"), (number, german, "de"), ("30%", "pass", "zh")]


@pytest.mark.usefixtures("german")
def test_the_message_is_german_and_writes_numbers_so(engine: Engine) -> None:
    report = proofread("Der Preis ist von 1.600 Euro auf 1.750 Euro gestiegen, also um 19,4 Prozent.", engine)
    assert report.language == "de"
    assert [one.message for one in report.findings] == [
        "von 1.600 Euro auf 1.750 Euro ist ein Anstieg um 9,38 Prozent, im Text steht 19,4 Prozent"
    ]
    assert report.findings[0].calculation == ("(1.750 Euro − 1.600 Euro) ÷ 1.600 Euro = 9,38 Prozent (9,3 bis 9,45)")


@pytest.mark.usefixtures("german")
def test_without_german_tables_nothing_changes_for_others(engine: Engine) -> None:
    beside = proofread(ENGLISH + CHINESE, engine)
    remove_language("de")
    alone = proofread(ENGLISH + CHINESE, engine)
    add_language(GERMAN)
    assert beside == alone


WRONG = "Der Umsatz stieg um 15 Prozent von 400 Millionen Euro auf 420 Millionen Euro, und das ist viel."


@pytest.mark.parametrize("tables", [(), ("meanings.json",)])
def test_a_language_that_has_no_tables_for_drafts_has_no_findings(
    engine: Engine, tmp_path: Path, tables: tuple[str, ...]
) -> None:
    folder = tmp_path / "de"
    folder.mkdir()
    for name in ("words.json", "prose.json"):
        shutil.copy(GERMAN / name, folder)
    for name in tables:
        (folder / name).write_text("{}", encoding="utf-8")
    add_language(folder)
    try:
        report = proofread(WRONG, engine)
        assert (report.language, report.findings, len(report.numbers)) == ("de", (), 3)
        assert constructions("de") == ()
    finally:
        remove_language("de")


@pytest.mark.usefixtures("german")
def test_a_word_has_one_meaning() -> None:
    words = [word for row in draft_table("de", "meanings").values() for word in row]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("package", [factcheck.draft, factcheck.proofread], ids=lambda package: str(package.__name__))
def test_no_language_is_named_in_the_code(package: object) -> None:
    folder = Path(str(package.__file__)).parent  # type: ignore[attr-defined]
    named = {path.name for path in folder.rglob("*.py") if re.search(r"""["'](?:en|zh)["']""", path.read_text("utf-8"))}
    assert named == set()
