"""The quick ways to a verdict give what the long way gives."""

from pathlib import Path

import pytest

from benchmarks.generate import MAKERS, of_shape
from factcheck.engine.filter import filter_lines
from factcheck.engine.judge import Judgement
from factcheck.engine.stream import Stream
from factcheck.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
EACH = 150


@pytest.fixture(scope="module")
def stream() -> Stream:
    return Stream(Workspace.open(ROOT / "claims", cached=False).session.engine())


def same(stream: Stream, says: str) -> bool:
    quick, long = stream.verdict(says), stream.outcome(says)
    return (quick.verdict, quick.grade) == (long.verdict, long.grade)


@pytest.mark.parametrize("shape", MAKERS)
def test_generated_claims_are_judged_as_the_long_way_judges_them(stream: Stream, shape: str) -> None:
    claims = of_shape(shape, EACH)
    assert [claim.says for claim in claims if not same(stream, claim.says)] == []


@pytest.mark.parametrize("shape", MAKERS)
def test_generated_claims_take_a_quick_way(stream: Stream, shape: str) -> None:
    quick = [claim for claim in of_shape(shape, EACH, 7) if isinstance(stream.verdict(claim.says), Judgement)]
    assert len(quick) >= EACH * 0.95


# each group has one text pattern, or nearly: what was compiled for the first must not be used where it does not fit
GROUPS = {
    "dates are no differences": ["12 - 7 = 5", "2021-05 = 2016", "2021-05 > 2020-01", "1999-12 < 2000", "30-12 = 18"],
    "years": ["2024 - 2020 = 4", "2024年 > 2020年", "5年 = 5 years", "2024年8月 > 2024年7月", "5年 > 3年"],
    "exponents": ["5e3 = 5000", "5 = 5.0", "5.0e0 = 5", "5e0 = 5", "5e-3 = 0.005", "7e-2 = 0.07", "50e3 = 50000"],
    "powers": ["2^10 = 1024", "3^10 = 59049", "2.5^2 = 6.25", "2 ^ 3 = 8", "2 ^ 0.5 = 1.41", "-3^2 = -9", "3 m^2 = 3 m^2"],
    "zeros": ["0 + 5 = 5", "5 - 5 = 0", "0 = 0", "0.00 = 0", "7 / 0 = 1", "0 / 7 = 0", "5 + 0.0 = 5", "3 / (5 - 5) = 1"],
    "no divisor": ["1 / (5 - 3) = 0.5", "1 / (5 - 5) = 1", "1 / (5.5 - 5.2) = 3.3", "1 / (5.0 - 5.1) = -10", "1/(5.0-5.05) = -20"],
    "lists": ["sum(1,234, 5) = 1,239", "sum(1, 234, 5) = 240", "sum([1,23]) = 24", "sum([12,3]) = 15", "sum([1,234,23]) = 1257", "max(1, 7.5) = 7.5"],
    "separators": ["1,234 + 1 = 1,235", "1234,567 = 1", "1,234,5678 = 1", "12,34 = 46", "1_000 = 1000", "5_0 = 50", "0,123 = 123"],
    "signs": ["--5 = 5", "-5 = -5", "5 - -3 = 8", "5 + -3 = 2", "- 5 + 7 = 2", "-5 * -3 = 15", "5 * -3 = -15.0", "-(5 - 8) = 3", "7 = -7"],
    "negative orders": ["-5 > -6", "-5 > -4", "-5 * 2 < -9", "-9.5 = -10", "5 - 9 = about -4", "3 - 9 = nearly -6.1", "3 - 9 = more than -7"],
    "hedges": ["31 * 3 = about 90", "33 * 3 = nearly 100", "99 = up to 100", "101 = up to 100", "101 = more than 100", "7 = at least 8"],
    "hedges in Chinese": ["31 * 3 = 约90", "276243 > 27万", "276243 = 超过27.6万", "276243 = 27万多", "286243 = 27万多", "9999 = 近1万", "105 = 100左右"],
    "hedged inputs": ["about 30 * 3 = 95", "约30 * 3 = 120", "more than 30 * 3 = 80", "more than 30 * 3 = 100", "at least 5 + 1 > 5", "nearly 5 + 1 = 5.5"],
    "round numbers": ["1040 = 1000", "1051 = 1000", "1049 = 1,000", "1260 = 1300", "1040.0 = 1000.0", "10400 = 10000", "00500 = 495", "104 = 100", "95 = 90"],
    "round numbers before a scale word": ["34.9 million = 30 million", "31 million = 30 million", "540.4亿 = 540亿", "548亿 = 540亿", "30.4万 = 30万"],
    "trailing zeros": ["1.5 = 1.50", "1.496 = 1.50", "1.494 = 1.50", "1.46 ~ 1.50", "1.3 ~ 1.00", "100 ~ 110", "115 ~ 100", "116 ~ 100"],
    "shares": ["1 / 3 = 33 %", "33 % + 67 % = 100 %", "33 % + 66 % = 100 %", "200 * 5 % = 10", "200 * 5.0 % = 10.2", "100 / 3 % = 3333", "104 % = 100 %"],
    "points": ["5 % - 3 % = 2 pp", "5 % - 3 % = 67 %", "5.2 % - 3 % = 2 pp", "15 pp = 15 %"],
    "shares in words": ["1 / 3 = 三成", "3 / 10 = 3成", "13 / 10 = 13成", "1 / 3 = a third", "1 / 2 = 一半", "百分之5 = 5 %", "百分之50 = 0.5", "3分之1 = 0.33"],
    "numbers in words": ["two million / 4 = 500,000", "三千 * 2 = 6000", "十几 = 15", "十几 = 25", "half = 0.5", "2 * half = 1", "a dozen / 5 = 2.4"],
    "temperatures": ["20 °C = 68 °F", "20 °C = 293 K", "20.5 °C = 293.7 K", "20 °C > 60 °F", "5 °C = 278.15 K", "20 °C + 5 K = 25 °C"],
    "units": ["5 km/h * 2 h = 10 km", "5 km/h * 2 h = 10000 m", "3 mm^2 * 4 = 12 mm²", "1 km = 0.62 mile", "8 bit = 1 B", "5 km = 5 h"],
    "groups of Chinese numbers": ["12万3千 = 12.3万", "12万34 = 1", "12万3456 = 123456", "2万5 = 25000", "3千 = 3000"],
    "names with digits": ["3 D1 = 3 D1", "25 D1/tile * 6 tile = 150 D1", "100 EFLOP/s / D1.peak = 276,243 D1", "100 EFLOP/s / D1.peak[fp32] = 4.42 million D1"],
    "units of facts": ["8000 H100e = 8000 H100e", "100 EFLOP/s = 101,112 H100e", "8000 H100e = 7.9 EFLOP/s", "8000 H100e = 9 EFLOP/s"],
    "ratios": ["90000 : 40000 ~ 1:2", "40000 : 90000 ~ 1:2", "3 : 2 = 3:2", "2 : 3 = 3:2", "117 : 100 = 117:100", "1.5 : 1 = 3:2", "5 : 0 = 3:2", "5 : 3 = 0:2", "5 : 5 = 1:1", "4 : 2 > 1:1", "5 / 2 ~ 5:2"],
    "ratios of measures": ["5 kg : 2 kg = 5:2", "5 kg : 2 m = 5:2", "90000 H100 : 40000 AI4 ~ 2:1", "90000 H100 : 40000 AI4 ~ 1:2", "5 kg : 2000 g = 2.5:1"],
    "repeated inputs": ["percent_change(before=40, after=50) = 25 %", "percent_change(before=40.5, after=50.5) = 24 %", "percent_change(before=1.2, after=1.5) = 22 %", "percent_change(before=1.2 million, after=1.5 million) = 40 %", "percent_change(before=50, after=40) = -20 %", "percent_change(before=1.0, after=1.0) = 3 %"],
    "rules": ["share(part=5, whole=20) = 25 %", "average(values=[3, 4, 5]) = 4", "average(values=[3.1, 4.2]) = 3.7", "difference(first=5, second=7) = -2", "cagr(start=100, end=121, periods=2) = 10 %", "growth(start=100, rate=10 %, periods=2) = 121", "no_rule(a=1) = 2"],
    "several readings": ["times_more(before=10, after=40) = 3", "times_more(before=10, after=40) = 4", "times_more(before=10, after=45) = 4"],
    "whole numbers": ["granularity(n=28) = 5.19", "granularity(n=28) = 5.18", "granularity(n=20) = 3.48"],
    "dates in rules": ["duration(start=2019, end=2024) = 5 years", "duration(start=5, end=2024) = 5 years", "duration(start=2020, end=2024) = 4 years"],
    "ranges": ["5.5 in 5 to 6", "7 in 5 to 6", "5.5 in 6 to 5", "5.5 in 5–6", "5 ± 0.5 = 5", "6 = between 5 and 7", "5 = 5"],  # noqa: RUF001
    "two sides": ["3 * 4 > 2 * 5", "3 * 4 < 2 * 5", "3 * 4 = 2 * 6", "3.1 * 4 = 2 * 6", "3.1 * 4 >= 2 * 6.2", "5 > 5", "5 >= 5", "A100.peak > D1.peak", "D1.peak > 2 * A100.peak"],
    "long numbers": [f"{'1' * n} + 1 = 2" for n in (29, 30, 31, 100, 101, 1900)] + ["1 + 1 = 2." + "0" * 40],
    "too long": ["1" * 10_000 + " = 1", "1 + " * 600 + "1 = 601", "(" * 50 + "1" + ")" * 50 + " = 1"],
    "no statements": ["", "=", "1 = ", "# + 2 = 3", "1 + # = 3", "1 + 2 # 3", "1 + 2 == 3", "1 2 = 3", "\x00 = 1", "1 + 2 = 3\x00"],
    "full width": ["１２ + 3 = 15", "12 + 3 = １5", "1，234 + 1 = 1,235", "12 ＋ 3 = 15"],
    "many terms": ["1.5 + " * 20 + "1 = 31", "1.5 * " * 20 + "1 = 3325", "1.5 + " * 15 + "1 = 23.5"],
    "unknown": ["5 flurbs = 5", "5 + x = 7", "derive(100 EFLOP/s) = 276,243 D1", "D1.nothing > 5", "5 / (3 = 1"],
}  # fmt: skip


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("turned", [False, True])
def test_what_looks_alike_is_not_mixed_up(stream: Stream, group: str, turned: bool) -> None:  # noqa: FBT001
    fresh = Stream(stream.engine)
    group_of = GROUPS[group][::-1] if turned else GROUPS[group]
    assert [says for says in group_of if not same(fresh, says)] == []


def test_shapes_are_bounded(stream: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.engine.stream.MAX_SHAPES", 3)
    fresh = Stream(stream.engine)
    for blanks in range(1, 8):
        assert fresh.verdict(f"1{' ' * blanks}+ 2 = 3").verdict == "pass"
    assert len(fresh.shapes) <= 3


def test_lines_that_are_no_requests_are_answered(stream: Stream) -> None:
    lines = ["", "  \n", "nonsense", "[1]", "null", '{"id": 1}', '{"says": "1 + 1 = 2"}', ' {"id": [1], "says": "1 + 1 = 3"} \r\n', "{} {}", '{"says": 5}', "[" * 5000, f'"{"x" * 30_000}"']
    verdicts = [verdict for _, verdict in filter_lines(lines, stream.engine)]
    assert verdicts == ["error", "error", "error", "error", "pass", "fail", "error", "error", "error", "error"]


def test_answers_keep_the_id_as_it_was(stream: Stream) -> None:
    lines = [f'{{"id": {text}, "says": "1 + 1 = 3"}}' for text in ('"\u82af\\"\\n"', "null", "1.50", '{"a": [true]}')]
    answers = [answer for answer, _ in filter_lines(lines, stream.engine)]
    assert answers[0] == '{"id": "芯\\"\\n", "verdict": "fail", "grade": "slip"}'
    assert answers[3] == '{"id": {"a": [true]}, "verdict": "fail", "grade": "slip"}'
