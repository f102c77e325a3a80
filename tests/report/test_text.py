"""The text report, as it is read in a terminal."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Outcome
from factcheck.report.cells import cells
from factcheck.report.colour import coloured
from factcheck.report.layout import Segment, Style
from factcheck.report.text import lines, render
from factcheck.source import Place

from .examples import DEPENDENT, DUPLICATE, EXEMPT, FAIL, KNOWN, PASS, SMALL, TYPO, report


def underlined(text: str) -> list[str]:
    """Return what stands above each row of carets, found by counting cells."""
    lines = text.splitlines()
    found = []
    for above, below in pairwise(lines):
        start = 0
        for run in (part for part in below.split(" ") if part and set(part) == {"^"}):
            start = below.index(run, start)
            left, right = cells(below[:start]), cells(below[:start]) + len(run)
            found.append("".join(c for i, c in enumerate(above) if left <= cells(above[:i]) < right))
            start += len(run)
    return found


def test_a_failure() -> None:
    shown = render(report(replace(FAIL, notes=(), note="", alternatives=())))
    assert shown == (
        "1 claim: 1 fail\n"
        "\n"
        "fail[FC401] d1-for-100-ef: states > 30万 D1, derived 276,243 D1 (7.9 % below)\n"
        "  claims/dojo.yaml:14:9 · the conclusion flips\n"
        "  「超过30万个D1芯片」\n"
        "  14 │ says: target / D1.peak > 30万 D1\n"
        "     │       ^^^^^^^^^^^^^^^^   ^^^^^^^ stated: more than 300,000 D1 (a bound)\n"
        "     │       derived: 100 EFLOP/s ÷ 362 TFLOP/s/D1 = 276,243 D1 (275,862 to\n"
        "     │                276,625.2)\n"
        "\n"
        "1 finding to look at\n"
    )


def test_marks_stand_under_what_they_mean() -> None:
    assert underlined(render(SMALL)) == [
        "says",
        "peek",
        "target / D1.peak",
        "30万 D1",
        "target / D1.peak",
        "30万 D1",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_marks_hold_on_lines_too_long_for_the_terminal(width: int) -> None:
    says = "约30万 D1 + " * 12 + "四十万 D1 = 五十万 D1"
    derived, stated = says.split(" = ")
    spans = (0, len(derived)), (len(derived) + 3, len(says))
    long = replace(FAIL, says=says, derived_span=spans[0], stated_span=spans[1])
    shown = render(report(long), width=width)
    assert "".join(underlined(shown)).replace(" ", "") == (derived + stated).replace(" ", "")


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = replace(
        FAIL,
        headline="约三十万个芯片，" * 30,
        quote="超过30万个D1芯片" * 20,
        note="A note that goes on. " * 20,
        alternatives=(replace(FAIL.alternatives[0], choice="D1.peak = 322 TFLOP/s (Tom's Hardware) " * 4),),
    )
    for line in render(report(long, *SMALL.files[0].outcomes), verbose=True, width=width).splitlines():
        assert cells(line) <= width


def test_a_mark_behind_the_end() -> None:
    fault = Diagnostic("FC210", "the statement ends too early", Place("a.yaml", 3, 16), 1, "target =", 8)
    assert "  3 │ target =\n    │         ^\n" in render(report(diagnostics=(fault,)))


def test_errors_come_first_then_what_is_new_then_what_is_known() -> None:
    shown = render(SMALL)
    order = [DUPLICATE.message, f"{TYPO.id}:", f"{DEPENDENT.id}:", f"{FAIL.id}:", f"{KNOWN.id}:"]
    assert sorted(order, key=shown.index) == order
    assert PASS.id not in shown
    assert "not shown: 1 pass, 1 exempt (--verbose shows them)" in shown


def test_a_claim_that_depends_on_a_broken_one_takes_one_line() -> None:
    shown = render(report(PASS, DEPENDENT)).splitlines()
    assert shown[2] == "error twice-the-typo: depends on the claim `typo`, which cannot be read"
    assert shown[3] == ""


@pytest.mark.parametrize("outcome", [PASS, EXEMPT])
def test_verbose_shows_the_rest(outcome: Outcome) -> None:
    shown = render(SMALL, verbose=True)
    assert f"{outcome.verdict} {outcome.id}: " in shown
    assert "not shown" not in shown


def test_a_pass_that_was_expected_to_fail_is_shown() -> None:
    shown = render(report(replace(PASS, expect="fail")))
    assert "· the claim expects fail" in shown
    assert "not shown" not in shown
    assert "1 finding to look at" in shown


def test_choices_with_the_same_result_share_a_row() -> None:
    """The columns are aligned, and the two choices that give 276,243 stand together."""
    assert (
        "      fp32 dense              pass  4,424,780 D1  a loose bound\n"
        "      fp16 dense, cfp8 dense  fail  276,243 D1\n"
    ) in render(SMALL)


def test_colour_changes_no_character() -> None:
    shown = coloured(lines(SMALL))
    assert "\x1b[1;31mfail[FC401]\x1b[0m d1-for-100-ef: states" in shown
    assert re.sub(r"\x1b\[[0-9;]+m", "", shown) == render(SMALL)


def test_each_style_has_a_colour_or_looks_like_other_text() -> None:
    told = {style: coloured([(Segment("x", style),)]) for style in get_args(Style)}
    assert {style for style, shown in told.items() if shown == "x\n"} == {"", "code"}
    assert len({*told.values()}) == len(told) - 1
