"""Things and their facts, on the small pack of conftest.py: chips on boards in racks."""

import pytest

from factcheck.model.report import Outcome
from tests.conftest import Judge
from tests.notation import rows

# "Per thing" cancels a count, and goes where nothing counts. statement | verdict or code of the error
SUPPLY = """
    chip.speed = 10 op/s                  | pass
    chip.speed = 10 op/s/chip             | pass
    4 * chip.speed = 40 op/s              | pass
    4 chip * chip.speed = 40 op/s         | pass
    4 chip/board * chip.speed = 40 op/s   | pass
    chip.speed > other.speed              | pass
    other.speed > chip.speed              | fail
    chip.speed = 10 op/s/board            | FC203
    chip.speed + 1 op/s = 11 op/s         | pass
    chip.speed - other.speed > 0 op/s     | pass
    chip.speed - 1 op/s/chip = 9 op/s     | pass
    chip.speed - 1 op/s/other = 9 op/s    | FC203
    4 chip * other.speed = 32 op/s        | FC203
    board.chip * other.speed = 32 op/s    | FC203
    chip.speed > 2 * other.speed          | fail
    chip.speed > other.power              | FC203
    chip.speed * 4 = 40                   | FC203
    40 = 40 chip                          | FC203
    4 chip + 1 other = 5                  | FC203
    chip.speed : other.speed = 10:8       | pass
    chip.speed : other.power = 10:8       | FC203
"""

# Parts: the chain of counts, and sums of what is additive
PARTS = """
    board.chip = 4 chip                   | pass
    rack.chip = 40 chip                   | pass
    rack.chip = 40 chip/rack              | pass
    hall.chip = 800 chip                  | pass
    hall.chip > 790 chip                  | pass
    board.speed = 48 op/s                 | pass
    rack.speed = 480 op/s                 | pass
    board.power = 150 W                   | pass
    board.power = 90 W                    | fail
    chip.rack = 3                         | FC302
    rack.chip = 40                        | FC203
    rack.weight = 40 g                    | FC302
    rack.power = 900 W                    | unverified
"""

# Qualifiers: picked, by default, by date
QUALIFIERS = """
    chip.speed = 10 op/s                  | pass
    chip.speed[full] = 4.0 op/s           | pass
    chip.speed[precision=full] = 4.0 op/s | pass
    chip.speed[half] = 4.0 op/s           | fail
    chip.speed[quarter] = 4.0 op/s        | FC303
    chip.weight[metal] = 2 g              | pass
    chip.weight = 2 g                     | FC303
    chip.price = 70 USD                   | pass
    chip.price[2022] = 80 USD             | pass
"""

# What a spec stands for
SPECS = """
    chip.width = 5.00 mm                  | pass
    chip.width = 5.01 mm                  | fail
    chip.length = 5.1 mm                  | borderline
    chip.length = 5.4 mm                  | fail
    chip.legs = 40                        | pass
    chip.born = 2020                      | pass
    chip.born = 2020-05-12                | borderline
    chip.born > 2020                      | fail
    5 other_equivalent = 40 op/s          | pass
    40 op/s = 5 other_equivalent          | pass
    40 op/s = 6 other_equivalent          | fail
"""

NAMES = """
    芯片.power = 20 W                     | pass
    chips.power = 20 W                    | pass
    die.power = 20 W                      | FC303
    chip.pwoer = 20 W                     | FC302
    chipp.power = 20 W                    | FC301
    chip.power.max = 20 W                 | FC302
"""


def answer(found: Outcome) -> str:
    return found.code if found.verdict == "error" else found.verdict


@pytest.mark.parametrize(("says", "expected"), rows(SUPPLY + PARTS + QUALIFIERS + SPECS + NAMES))
def test_statements(says: str, expected: str, small: Judge) -> None:
    found = small(says)
    assert answer(found) == expected, (found.headline, found.diagnostics)


def notes(found: Outcome) -> dict[str, str]:
    return {note.code: note.text for note in found.notes if note.code}


def test_a_supplied_per_thing_is_said(small: Judge) -> None:
    assert "FC415" in notes(small("chip.power = 20 W"))
    assert "FC415" in notes(small("chip.power > other.power"))
    assert "FC415" not in notes(small("chip.power = 20 W/chip"))


def test_a_default_is_said(small: Judge) -> None:
    found = small("chip.speed = 10 op/s")
    assert any("half (the pack's default)" in note.text for note in found.notes)
    assert [each.verdict for each in found.alternatives if each.choice == "full"] == ["fail"]


def test_sources_that_disagree_are_both_said(small: Judge) -> None:
    found = small("chip.speed = 10 op/s")
    assert "99 op/s" in notes(found)["FC504"]
    assert [each.verdict for each in found.alternatives if "The Paper" in each.choice] == ["fail"]
    assert "FC504" not in notes(small("chip.power = 20 W"))


def test_a_sum_is_held_against_the_spec_of_the_whole(small: Judge) -> None:
    assert "FC506" not in notes(small("board.speed = 48 op/s"))
    assert "600 op/s" in notes(small("rack.speed = 480 op/s"))["FC506"]


def test_an_unconfirmed_fact_is_said(small: Judge) -> None:
    assert "chip.rumour" in notes(small("chip.rumour = 3 W"))["FC505"]


# date of the article | price that counts: the latest up to that day, else the first
PRICES = """
    2019-01-01 | 100 USD
    2021-06-01 | 100 USD
    2023-06-01 | 80 USD
    2024-06-01 | 70 USD
"""


@pytest.mark.parametrize(("date", "price"), rows(PRICES))
def test_the_latest_fact_of_its_day_counts(date: str, price: str, small: Judge) -> None:
    assert small(f"chip.price = {price}", date=date).verdict == "pass"


# wrong | cure
CURES = """
    chip.pwoer = 20 W      | did you mean `chip.power`?
    chipp.power = 20 W     | did you mean `chip`?
    chip.weight = 2 g      | pick one: `[plastic]`; `[metal]`
    chip.speed[fast] = 1   | known: `[half]`; `[full]`
    die.power = 20 W       | write the key of the thing you mean
"""


@pytest.mark.parametrize(("says", "cure"), rows(CURES))
def test_cures(says: str, cure: str, small: Judge) -> None:
    assert [each.help for each in small(says).diagnostics] == [cure]


# Derivations found by dimensions. statement | formula
FOUND = """
    derive(1000 op/s) = 100 chip      | 1000 op/s ÷ chip.speed
    derive(800 W) = 40 chip           | 800 W ÷ chip.power
    derive(100 chip) = 2 kW           | 100 chip × chip.power
    derive(1 rack) = 40 chip          | 1 rack × board.chip × rack.board
    derive(100 chip) = 25 other       | 100 chip ÷ board.chip × board.other
    derive(5 day, 800 W) = 96 kW·h    | 5 day × 800 W
    derive(budget) = 100 chip         | budget ÷ chip.price
"""


@pytest.mark.parametrize(("says", "formula"), rows(FOUND))
def test_the_shortest_derivation_is_found(says: str, formula: str, small: Judge) -> None:
    found = small(says, given={"budget": "7000 USD"})
    assert (found.verdict, found.formula) == ("pass", formula), found.headline


def test_the_stated_number_does_not_choose_the_derivation(small: Judge) -> None:
    """2000 op/s are 200 chips; that the text says 250 others does not make the search prefer those."""
    assert small("derive(2000 op/s) = 250 chip").formula == "2000 op/s ÷ chip.speed"


def test_a_search_does_not_cancel_one_measure_of_two_things(small: Judge) -> None:
    """100 chips are 25 others by the parts of a board, not 200 by power: chip.power / other.power."""
    assert "power" not in small("derive(100 chip) = 200 other").formula


def test_a_search_that_finds_nothing_says_so(small: Judge) -> None:
    found = small("derive(5 K) = 3 chip")
    assert (found.code, found.headline) == ("FC309", "no derivation leads from temperature to chip")
    assert small("derive() = 3 chip").code == "FC309"
    assert small("derive(5 W) = chip.power").code == "FC309"
