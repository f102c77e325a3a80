"""A number that nothing explains, and that an equation would explain with one slip mended: a query, never a wrong."""

import pytest

from factcheck.draft.choice.doubt import slips
from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftFinding
from factcheck.proofread.draft import proofread

SWAPPED = "The two depots hold 263,356 and 101,903 parts. Together with the yard they were counted at 356,259 parts."
RIGHT = "The two depots hold 263,356 and 101,903 parts. Together with the yard they were counted at 365,259 parts."


def asked(engine: Engine, text: str) -> list[DraftFinding]:
    return [one for one in proofread(text, engine).findings if one.verdict == "query"]


def test_two_digits_swapped_in_a_sum_are_asked_about(engine: Engine) -> None:
    (one,) = asked(engine, SWAPPED)
    assert (one.text, one.kind) == ("356,259", "sum")
    assert [SWAPPED[part.start : part.end] for part in one.given] == ["263,356", "101,903"]


def test_what_an_equation_explains_is_not_asked_about(engine: Engine) -> None:
    assert asked(engine, RIGHT) == []


@pytest.mark.parametrize(
    "text",
    [
        "The two depots hold 263 and 102 parts. Together with the yard they were counted at 356 parts.",
        "The two depots hold 263,356 and 101,903 parts. The yard was sold for 356,259 dollars.",
    ],
)
def test_a_few_digits_or_another_kind_are_no_evidence(engine: Engine, text: str) -> None:
    assert asked(engine, text) == []


def test_the_slips_of_a_number() -> None:
    found = {round(1234 * ratio) for ratio in slips("1,234")}
    assert {2134, 1324, 1243, 12340, 123, 1934} <= found
    assert 234 not in found
    assert slips("12 boats") == ()
