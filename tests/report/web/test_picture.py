"""The picture of two intervals: where they stand, how they end, and what it says in words."""

import pytest

from factcheck.model.report import Range
from factcheck.report.web.axis import axis, is_date, number
from factcheck.report.web.letters import scaled
from factcheck.report.web.picture import picture
from factcheck.report.web.spans import meeting, span
from factcheck.report.web.speech import Speech

EN, ZH = Speech("en"), Speech("zh")


def between(
    low: str | None, high: str | None, nominal: str | None = None, *, unit: str = "D1", ends: str = "[]"
) -> Range:
    return Range(low, high, ends[0] == "(", ends[1] == ")", nominal, unit, f"{nominal} ({low} to {high})")


APART = between("8.5", "9.5", "9"), between("121.5", "122.5", "122")


@pytest.mark.parametrize(
    ("stated", "derived", "expected"),
    [
        (*APART, "apart"),
        (between("1", "3"), between("2", "4"), "overlap"),
        (between("1", "4"), between("2", "3"), "inside"),
        (between("1", None, ends="[)"), between("2", "3"), "inside"),
        (between(None, "5", ends="()"), between("5", None, ends="[)"), "apart"),
        (between(None, "5", ends="(]"), between("5", None, ends="[)"), "overlap"),
        (between("5", "5"), between("5", "5"), "inside"),
    ],
)
def test_how_two_intervals_meet(stated: Range, derived: Range, expected: str) -> None:
    first, second = span(stated), span(derived)
    assert first is not None
    assert second is not None
    assert meeting(first, second) == expected


def test_a_gap_is_shaded_measured_and_told() -> None:
    shown = picture(*APART, EN)
    assert 'class="between"' in shown
    assert "× 13.6" in shown
    assert 'role="img"' in shown
    assert "The two have nothing in common." in shown
    assert "两个区间没有重合" in picture(*APART, ZH)
    assert 'class="between"' not in picture(APART[0], APART[0], EN)


def test_open_ends_have_arrows_or_rings() -> None:
    bound = between("300000", None, "300000", ends="()")
    shown = picture(bound, between("275862", "276625", "276243"), EN)
    assert shown.count('class="arrow"') == 1
    assert shown.count('class="ring"') == 1
    assert shown.count('class="stop"') == 2
    assert "−7.9 %" in shown


@pytest.mark.parametrize(
    ("stated", "derived"),
    [
        (between("0", "0", "0"), between("0", "0", "0")),
        (between("-5.5", "-4.5", "-5"), between("3", "4", "3.5")),
        (between("1e-9", "2e-9"), between("3e19", "4e19")),
        (between("1e300", "1e300", "1e300"), between("1e300", "1e300", "1e300")),
        (between(None, None, ends="()"), between("1", "2")),
        (between("2021-01-01", "2021-12-31", unit=""), between("2019-04-22", "2019-04-22", "2019-04-22", unit="")),
        (between("0001-01-01", "0001-12-31", unit=""), between("9999-12-31", "9999-12-31", unit="")),
        (between("day 4000000", "day 4000001", unit=""), between("2019-04-22", "2019-04-22", unit="")),
    ],
    ids=str,
)
def test_any_two_ranges_are_drawn(stated: Range, derived: Range) -> None:
    shown = picture(stated, derived, EN)
    assert shown.count("<svg") >= 2
    assert "nan" not in shown
    assert "inf" not in shown
    assert shown == picture(stated, derived, EN)


@pytest.mark.parametrize(
    ("stated", "derived"),
    [
        (between("1e400", "1e400"), between("1", "2")),
        (between("1", "1"), between("1e308", "1e308")),
        (between("1e-308", "1e-308"), between("1", "1")),
        (between("0", "0"), between("1e-310", "2e-310")),
        (between("2021-01-01", "2021-12-31", unit=""), between("1", "2")),
        (between(None, None, ends="()"), between(None, None, ends="()")),
        (between("what", "ever"), between("1", "2")),
    ],
    ids=str,
)
def test_what_has_no_common_axis_is_left_out(stated: Range, derived: Range) -> None:
    assert picture(stated, derived, EN) == ""


def test_axes() -> None:
    near = axis([18.5, 122.5], open_below=False, open_above=False, days=False)
    far = axis([9, 1.25e7], open_below=False, open_above=False, days=False)
    assert near is not None
    assert far is not None
    assert (near.factors, far.factors) == (False, True)
    assert near.at(18.5) < near.at(60) < near.at(122.5) < 100
    assert near.marks() == [50, 100]
    assert far.marks() == [10, 1000, 1e5, 1e7]


def test_days_count_as_numbers() -> None:
    assert is_date("2021-05-01")
    assert not is_date("2021")
    assert number("2021-05-02") - number("2021-05-01") == 1
    span_of_days = axis([number("2019-04-22"), number("2021-12-31")], open_below=False, open_above=False, days=True)
    assert span_of_days is not None
    assert span_of_days.day_marks() == [number(f"{year}-01-01") for year in (2020, 2021, 2022)]


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (5e10, "50 billion", "500亿"),
        (300_000, "300,000", "30万"),
        (0.5, "0.5", "0.5"),
        (1e20, "1e20", "1e20"),
        (-4e6, "−4 million", "−400万"),
    ],
)
def test_round_numbers_have_scale_words(value: float, english: str, chinese: str) -> None:
    assert (scaled(value, EN), scaled(value, ZH)) == (english, chinese)
