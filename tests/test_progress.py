"""The line that tells how far a long run is, how fast, and how long it still takes; the clock is one of the tests."""

import io

import pytest

from factcheck.cli.progress import Watch, duration, followed, pace


class Clock:
    """A clock that goes on by as much at each look."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def drawn(total: int, step: float, width: int = 80, name: str = "drafts/{}.md") -> list[str]:
    """Return what a terminal showed of so many texts, each taking ``step`` seconds."""
    stream = io.StringIO()
    watch = Watch(stream, width, Clock(step))
    assert [*followed(range(total), watch, name.format)] == [*range(total)]
    watch.clear()
    first, *lines = stream.getvalue().split("\r\x1b[K")
    assert first == ""
    return lines


def test_each_text_is_named_with_the_rate_and_the_time_left() -> None:
    lines = drawn(100, 0.5)
    assert lines[0] == "1/100 · drafts/0.md"
    assert lines[10] == "11/100 · 2.0/s · 45 s left · drafts/10.md"
    assert lines[99] == "100/100 · 2.0/s · 1 s left · drafts/99.md"


def test_the_line_is_taken_away_at_the_end() -> None:
    assert drawn(3, 1)[-1] == ""


def test_a_rate_is_told_when_it_means_something() -> None:
    assert [*pace(0, 10, 60)] == []  # nothing is done yet
    assert [*pace(3, 7, 0.2)] == []  # or but for a moment
    assert [*pace(3, 7, 1.5)] == ["2.0/s", "4 s left"]
    assert [*pace(3_000, 6_000_000, 2)] == ["1,500/s", "1 h 6 min left"]


def test_what_goes_by_quickly_is_drawn_ten_times_a_second_and_at_the_end() -> None:
    lines = drawn(1000, 0.01)
    assert len(lines) <= 102
    assert lines[-2].startswith("1,000/1,000 · 100/s")


def test_one_text_is_not_worth_a_line() -> None:
    assert drawn(1, 5) == []


def test_a_long_name_stays_on_its_line() -> None:
    assert drawn(2, 1, 24, "草稿/第{}季度财务报告.md")[0] == "1/2 · 草稿/第0季度财务"


def test_a_name_cannot_steer_the_terminal() -> None:
    assert drawn(2, 1, name="\x1b[2J{}")[0] == "1/2 · \\x1b[2J0"


def test_the_claims_of_a_file_have_a_pace_of_their_own() -> None:
    stream = io.StringIO()
    watch = Watch(stream, 80, Clock(1))
    watch(0, 2, "a.yaml")
    watch(0, 40, "claims of a.yaml")
    watch(20, 40, "claims of a.yaml")
    assert stream.getvalue().endswith("21/40 · 20/s · 1 s left · claims of a.yaml")
    watch(1, 2, "b.yaml")
    assert stream.getvalue().endswith("2/2 · 0.3/s · 3 s left · b.yaml")


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.2, "1 s"), (41.4, "41 s"), (200, "3 min 20 s"), (7500, "2 h 5 min"), (360_000, "100 h 0 min")],
)
def test_a_time_is_told_in_two_units(seconds: float, told: str) -> None:
    assert duration(seconds) == told
