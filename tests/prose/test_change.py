"""The direction of change, and whether a quantity is the change or the level that it led to."""

import pytest

from factcheck.prose.jsonl import as_json
from factcheck.prose.reader import read
from factcheck.quantity.units import UnitTable


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Sales rose 5 %.", ["up by"]),
        ("Sales were up about 5 %.", ["up by"]),
        ("Sales jumped sharply, by nearly 20 %.", ["up by"]),
        ("The strike cut output in June by 5 %.", ["down by"]),
        ("A fall of 3 % was seen.", ["down by"]),
        ("They plan a 60 % increase.", ["up by"]),
        ("Shares closed 5 % higher.", ["up by"]),
        ("Shares lost 3.5 points.", ["down by"]),
        ("The rate fell to 4 %.", ["down to"]),
        ("They raised their forecast for the year to 4 %.", ["up to"]),
        ("Shares rose 18 cents to $23.", ["up by", "up to"]),
        ("Deposits rose by $12 million to $741 million.", ["up by", "up to"]),
        ("Costs rose by $5 million to $7 million.", ["up by"]),
        ("Fares went up to 40 dollars.", ["up to"]),
        ("It gained 34 points, or 1.2 percent, in all.", ["up by", "up by"]),
        ("The rate is 4 %, down from 5 %.", ["", ""]),
        ("The price rose from 5 to 6 euros.", [""]),
        ("Gold was higher at $1,271.", [""]),
        ("They gave up 5 goals.", [""]),
        ("They lost 2 games.", [""]),
        ("The biggest increase in 18 months came.", [""]),
        ("It is on the ground floor of 5 houses.", [""]),
    ],
)
def test_a_change_is_by_or_to(units: UnitTable, text: str, changes: list[str]) -> None:
    found = [f"{one.change} {one.manner}" if one.change else "" for one in read(text, units).mentions]
    assert found == changes


def test_json_keeps_a_level_reached_apart_from_a_change(units: UnitTable) -> None:
    first, second = as_json(read("Shares fell 2 % to $40.", units))["mentions"]
    assert (first["change"], first["reached"]) == ("down", None)
    assert (second["change"], second["reached"]) == (None, "down")
