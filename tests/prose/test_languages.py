"""Languages are folders of tables: a third one is added, German, and read beside English and Chinese."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck.prose
import factcheck.quantity
from factcheck.prose.document import read_document
from factcheck.prose.mention import Mention
from factcheck.quantity.definitions import standard_units
from factcheck.quantity.languages import add_language, languages, remove_language

GERMAN = Path(__file__).parent / "languages" / "de"


@pytest.fixture
def german() -> Iterator[None]:
    name = add_language(GERMAN)
    yield
    remove_language(name)


def only(text: str, lang: str | None = None) -> Mention:
    (found,) = read_document(text, standard_units(), lang=lang).mentions
    return found


def test_languages_are_the_folders_of_tables() -> None:
    assert languages() == ("en", "zh")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("text", "relation", "value", "unit"),
    [
        ("Der Weg ist fünfundzwanzig Kilometer lang.", "=", 25, "kilometer"),
        ("Es sind zwei Milliarden Euro.", "=", 2 * 10**9, "euro"),
        ("Es wurden 3 Billionen Tonnen gezählt.", "=", 3 * 10**12, "tonne"),
        ("Der Zug fuhr etwa vier Stunden.", "~", 4, "hour"),
        ("Es dauerte mehr als 5 Tage.", ">", 5, "day"),
        ("Das sind 1.234,5 Euro.", "=", 1234.5, "euro"),
        ("Das sind 1.234 Euro.", "=", 1234, "euro"),
        ("Der Preis fiel um 5,2 Prozent.", "=", 5.2, "percent"),
    ],
)
def test_german_is_read(text: str, relation: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.relation, float(found.value or 0), found.measure.name) == (relation, value, unit)


@pytest.mark.usefixtures("german")
def test_direction_of_change_and_dates_in_german() -> None:
    assert only("Der Preis fiel um 5,2 Prozent.").change == "down"
    found = read_document("Er kam am 12. März 2024 an.", standard_units())
    assert [(aside.kind, aside.text) for aside in found.asides] == [("date", "12. März 2024")]
    assert not found.mentions


MIXED = (
    "Es waren etwa drei Billionen Euro und das ist viel. It was about three billion euros in the end. "
    "该公司有约三十亿欧元。The sum is 1,234 euros in total."
)


@pytest.mark.usefixtures("german")
def test_each_sentence_is_read_in_its_language() -> None:
    found = read_document(MIXED, standard_units()).mentions
    assert [one.value for one in found] == [3 * 10**12, 3 * 10**9, 3 * 10**9, 1234]
    assert [one.relation for one in found] == ["~", "~", "~", "="]


@pytest.mark.usefixtures("german")
def test_a_hint_decides_where_the_words_do_not() -> None:
    assert only("1.234 km").value != 1234
    assert only("1.234 km", lang="de").value == 1234


@pytest.mark.usefixtures("german")
def test_english_words_in_a_chinese_sentence() -> None:
    found = read_document("该公司的twenty-five chips相当于30块GPU", standard_units()).mentions
    assert [one.value for one in found] == [25, 30]


@pytest.mark.usefixtures("german")
def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(ValueError, match="there is already a language `de`"):
        add_language(GERMAN)


@pytest.mark.parametrize("package", [factcheck.quantity, factcheck.prose], ids=lambda package: str(package.__name__))
def test_no_language_is_named_in_the_code(package: object) -> None:
    folder = Path(str(package.__file__)).parent  # type: ignore[attr-defined]
    named = {path.name for path in folder.glob("*.py") if re.search(r'\(\s*"(?:en|zh)"', path.read_text("utf-8"))}
    assert named == set()
