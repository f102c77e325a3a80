"""Words for units that two customs share: both are tried, and a claim fails only where none holds."""

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.engine.stream.stream import Stream
from tests.conftest import Judge
from tests.notation import rows

# says | verdict | as what it is read
READINGS = """
    5 gallons = 18.9 L            | pass | -
    5 gallons = 22.7 L            | pass | imperial measures
    5 gallons = 30 L              | fail | -
    5 US gallons = 22.7 L         | fail | -
    1 pint = 568 mL               | pass | imperial measures
    36 miles per gallon = 12.7 km/L   | pass | imperial measures
    100 tons = 90.7 tonne         | pass | -
    100 tons = 101.6 tonne        | pass | long tons
    100 tons = 100.0 tonne        | pass | metric tons
    100 short tons = 100.0 tonne  | fail | -
    250 calories = 1046 kJ        | pass | Calories of food, which are kilocalories
    250 Calories = 1046 J         | pass | small calories
    250 kcal = 1046 J             | fail | -
    3000 rpm = 50 Hz              | pass | turns counted as cycles
    3000 rpm = 314 Hz             | pass | -
    50 Hz = 50 revolutions per second | pass | turns counted as cycles
    1 rpm = 6 degree/second       | pass | -
"""


@pytest.mark.parametrize(("says", "verdict", "reading"), rows(READINGS))
def test_both_customs_are_tried(says: str, verdict: str, reading: str, judge: Judge) -> None:
    outcome = judge(says)
    read = [note.text.removeprefix("read as ") for note in outcome.notes if note.code == "FC416"]
    assert (outcome.verdict, read) == (verdict, [] if reading == "-" else [reading])


def test_a_premise_is_read_by_the_same_custom(judge: Judge) -> None:
    outcome = judge("tank = 54.6 L", given={"tank": "12.0 gallons"})
    assert outcome.verdict == "pass"
    assert outcome.derived is not None
    assert outcome.derived.text.startswith("54.55")


def test_what_holds_by_no_custom_tells_both(judge: Judge) -> None:
    (other,) = judge("5 gallons = 30 L").alternatives
    assert (other.choice, other.verdict) == ("imperial measures", "fail")
    assert other.derived.startswith("22.73")


@pytest.mark.parametrize("says", [row[0] for row in rows(READINGS)])
def test_the_stream_judges_as_a_claim_is_judged(says: str, engine: Engine, judge: Judge) -> None:
    assert Stream(engine).verdict(says).verdict == judge(says).verdict
