"""Texts that nobody wrote: what is done grows with their length and no faster, and nothing in them ends a run."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from factcheck.engine.verdict.statement import Engine
from factcheck.model.draft import DraftReport
from factcheck.proofread import opened
from factcheck.proofread.draft import proofread
from factcheck.report.drafts import renderer

DENSE = [
    "17 4 9 ",
    "1:",
    "12.5,13,1400,5,7,\n",
    "1万2千",
    "$5, ",
    "5% 6 points ",
    "# 17 4\n",
    "| 12 | 9 |\n",
    "第3章1元",
]
SPARSE = [
    "......", "!?", "……", "。", "，", "“", "”（", "((", "[[", "**", "`", "~", "|", "> ", "- ", "<!--", "&", "\\", "kg ",
    "百分之", "亿", "一", "点", "%", "to ", "rose ", "Alpha ", "2021 ", "\u200b", "\u200f", "\u00ad", "\n", "\r", "\t",
    "\0",
]  # fmt: skip


def calls(done: Callable[[], object]) -> int:
    """Return how many functions are called."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        done()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", DENSE)
def test_the_work_on_a_draft_grows_with_its_length_only(engine: Engine, piece: str) -> None:
    proofread(piece * 30, engine)
    short, middle, long = (calls(lambda n=n: proofread(piece * n, engine)) for n in (40, 80, 160))
    assert long - middle <= 2.4 * (middle - short)


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize("piece", SPARSE)
def test_a_long_run_of_a_sign_is_read_to_its_end(engine: Engine, piece: str, *, markdown: bool) -> None:
    size = 10_000 if markdown else 50_000
    report = proofread(f"Sales rose 5% to $105 from $100. {piece * (size // len(piece))}", engine, markdown=markdown)
    assert [one.text for one in report.numbers][:3] == ["5%", "$105", "$100"]


def test_numbers_beyond_a_novel_are_left_out_and_that_is_said(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST", 3)
    report = proofread("Sales rose 5% to $105 from $100.\n\nThey sold 12 boats.", engine, "a.txt")
    assert [one.text for one in report.numbers] == ["5%", "$105", "$100"]
    assert [f"{one.place} {one.code} {one.message}" for one in report.diagnostics] == [
        "a.txt:1:28 FC111 more than 20,000 numbers: those behind this one are not looked at"
    ]
    assert verdicts(report) == ["pass"]


def verdicts(report: DraftReport) -> list[str]:
    return [one.verdict for one in report.findings]


@pytest.mark.parametrize(
    "number",
    [
        "1e400", "9e400", "1e-400", "2×10^400", "2 × 10^399", "10^400", "1e999999", "1e-999999", "9" * 99, "9" * 5000,
        "0." + "0" * 98 + "1", "0." + "0" * 5000 + "1", "1" + "亿" * 49, "1" + "亿" * 60, "9" * 90 + "亿亿亿亿",
        "¾" * 50, "1/" + "9" * 50, "9" * 1500 + "k", "9" * 1500 + "kg", "1.5e308", "1.8e308", "5e-324", "inf", "nan",
        "1e+", "−1e400",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "text",
    [
        "Sales rose by {n}% to {n} from {n}.", "{n} of {n} boats, or {n}%, and {n} more, a total of {n} boats.",
        "It ran {n} km ({n} miles) in {n} hours, {n} times as far.", "Revenue was ${n} million, up {n}% from ${n}.",
        "全年{n}元，同比增长{n}%，其中{n}元，占{n}%。", "{n} D1 at {n} TFLOPS give {n} PF.",
        "From {n} to {n} is {n}; {n}:{n}.",
    ],
)  # fmt: skip
def test_a_number_of_any_size_ends_no_run(engine: Engine, text: str, number: str) -> None:
    report = proofread(text.replace("{n}", number), engine)
    for render in map(renderer, ("text", "json", "html")):
        assert render([report], verbose=True)
