"""The excerpts of a draft: a long line costs as much as it has rows, however many numbers it has."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

from factcheck.model.draft import DraftNumber, DraftReport
from factcheck.report.drafts import renderer
from factcheck.report.drafts.excerpt import Mark, Marks


def test_the_marks_of_a_stretch_are_those_that_touch_it() -> None:
    marks = Marks([Mark(0, 30, "wrong"), Mark(4, 6, "used"), Mark(6, 9, "query"), Mark(12, 15, "verified")])
    assert [mark.status for mark in marks.within(6, 12)] == ["wrong", "query"]  # a wide one reaches over those in it
    assert [mark.status for mark in marks.within(30, 40)] == []


def test_what_is_shown_otherwise_than_written_keeps_its_signs_below() -> None:
    report = DraftReport("", "a \x1b and 5 km", "en", (DraftNumber(8, 12, "5 km", "verified"),))
    shown, signs = renderer("text")([report], verbose=True).splitlines()[2:4]
    assert shown == r"  1 │ a \x1b and 5 km"
    assert signs.index("----") == shown.index("5 km")


def test_a_line_of_twice_as_many_numbers_takes_twice_as_many_steps() -> None:
    few, many = (_steps(partial(_drawn, count)) for count in (400, 800))
    assert many < 2.2 * few


def _drawn(count: int) -> None:
    words = [str(1000 + number) for number in range(count)]
    numbers = tuple(DraftNumber(6 * at, 6 * at + 4, word, "used") for at, word in enumerate(words))
    renderer("text")([DraftReport("", ", ".join(words), "en", numbers)], verbose=True)


def _steps(work: Callable[[], object]) -> int:
    """Return how many lines of code are run, each turn of a loop anew."""
    count = 0

    def trace(_: FrameType, event: str, __: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
