"""Digits and number words of English that are no quantity."""

import pytest

from factcheck.prose.reader import read
from factcheck.quantity.units import UnitTable


@pytest.mark.parametrize(
    ("text", "aside", "kind"),
    [
        ("The iPhone 11 sells well.", "iPhone 11", "identifier"),
        ("The H100 sells well.", "H100", "identifier"),
        ("The TA-35 index is new.", "TA-35", "identifier"),
        ("It left the Fortune 500 for good.", "Fortune 500", "identifier"),
        ("It ordered the 787 Dreamliner early.", "787 Dreamliner", "identifier"),
        ("A Boeing 747-400 landed.", "Boeing 747-400", "identifier"),
        ("Meet me at 10 Downing Street now.", "10 Downing Street", "identifier"),
        ("The 747s landed.", "747s", "identifier"),
        ("She is in her 40s now.", "40s", "date"),
        ("Back in the '90s it rained.", "90s", "date"),
        ("Sales stopped in 2013-14.", "2013-14", "date"),
        ("The film is in 1080p now.", "1080p", "identifier"),
        ("The code 0451 opens it.", "0451", "identifier"),
        ("A 24/7 service is here.", "24/7", "identifier"),
        ("They won 2-0 at home.", "2-0", "score"),
        ("They lost 0-3 at home.", "0-3", "score"),
        ("The lap took 1:36.6 in all.", "1:36.6", "time"),
        ("It fell at 10.45pm that night.", "10.45pm", "time"),
        ("Ring +44 20 7946 0958 now.", "44 20 7946 0958", "phone"),
        ("See Section 427 on that.", "Section 427", "label"),
        ("They met on 9-10 September last year.", "9-10 September", "date"),
        ("Results for Q3 2023 sales are out.", "2023", "date"),
        ("By 2120 seas are higher.", "2120", "date"),
        ("The abbey was founded in 1368.", "1368", "date"),
    ],
)
def test_it_is_an_aside(units: UnitTable, text: str, aside: str, kind: str) -> None:
    reading = read(text, units)
    assert (aside, kind) in [(one.text, one.kind) for one in reading.asides]
    assert not reading.mentions


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Prices went up by an average of 1500.", "1500"),
        ("In Texas 12 people died.", "12"),
        ("The EU has 27 members.", "27"),
        ("Last week Boeing sold 787 planes.", "787"),
        ("It takes .001 per cent off.", "0.001"),
        ("A crowd of 2000 people came.", "2000"),
        ("She rents one room.", "1"),
        ("It was held by 1368 monks.", "1368"),
        ("They live in 1368 small houses.", "1368"),
        ("It resulted in 1368 dead.", "1368"),
        ("By the tram 50 minutes pass.", "50"),
        ("It broke off in line 16 seconds later.", "16"),
        ("She bought 5-6 kg.", "None"),
        ("It took 40s altogether.", "40"),
        ("It has a 30s timeout.", "30"),
        ("At this point five left.", "5"),
        ("Point five of the plan failed.", "5"),
    ],
)
def test_it_is_a_quantity(units: UnitTable, text: str, value: str) -> None:
    (mention,) = read(text, units).mentions
    assert str(mention.value if mention.value is None else float(mention.value)).removesuffix(".0") == value


@pytest.mark.parametrize(
    "text",
    ["One of the players left.", "The new one is better.", "He came one day.", "A third-party check is due."],
)
def test_idioms_count_nothing(units: UnitTable, text: str) -> None:
    assert not read(text, units).mentions
