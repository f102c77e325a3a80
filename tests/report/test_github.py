"""GitHub: commands with their escapes, ten of each kind and the worst of them, a summary that fits."""

from dataclasses import replace

from factcheck.model.report import Outcome, Report
from factcheck.report.github import MAX_SUMMARY, render, summary
from factcheck.report.markdown import render as markdown

from .examples import FAIL, HALF, KNOWN, LACKING, PASS, PATH, SLIP, SMALL, report


def many(outcome: Outcome, number: int) -> list[Outcome]:
    return [replace(outcome, id=f"{outcome.id}-{count}") for count in range(number)]


def commands(found: Report) -> list[str]:
    return [line for line in render(found).splitlines() if line.startswith("::")]


def test_a_failure_is_an_error_at_its_place() -> None:
    (command,) = commands(report(replace(SLIP, substituted="", slips=())))
    assert command == (
        f"::error file={PATH},line=44,col=9,endColumn=37,title=FC401 swapped::"
        "states 632 TFLOP/s, derived 362 TFLOP/s (43 %25 below)%0A「每个D1的算力是632 TFLOPS」"
    )


def test_properties_and_text_are_escaped_as_the_toolkit_does() -> None:
    at = replace(FAIL.position, path="a,b:c%.yaml")
    (command,) = commands(report(replace(FAIL, position=at, headline="100 %: a, b::c")))
    assert command.startswith("::error file=a%2Cb%3Ac%25.yaml,line=14,")
    assert "::100 %25: a, b::c%0A" in command


def test_ten_of_each_kind_worst_first() -> None:
    found = report(*many(LACKING, 11), *many(HALF, 12), *many(SLIP, 13), FAIL)
    lines = commands(found)
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert "title=FC401 d1-for-100-ef::" in lines[0]
    assert render(found).splitlines()[-1] == (
        "not annotated, as GitHub shows ten of each kind: 4 errors, 2 warnings, 1 notice"
    )


def test_what_holds_or_is_known_is_not_annotated() -> None:
    assert commands(report(PASS, KNOWN)) == []
    assert render(report(PASS, KNOWN)) == "2 claims: 1 pass, 1 fail (1 expected)\n"


def test_the_summary_is_the_markdown_report() -> None:
    assert summary(SMALL) == markdown(SMALL)


def test_a_summary_that_is_too_long_is_cut_between_two_entries() -> None:
    found = report(*many(FAIL, 2000))
    assert len(markdown(found).encode()) > MAX_SUMMARY
    shown = summary(found, written=1000)
    assert len(shown.encode()) <= MAX_SUMMARY - 1000
    kept, _, notice = shown.rstrip("\n").rpartition("\n\n")
    assert notice.startswith("The report is longer than a summary may be")
    assert markdown(found).startswith(kept)
    assert markdown(found)[len(kept) :].lstrip("\n").startswith("### d1-for-100-ef-")


def test_a_summary_without_room_is_left_out() -> None:
    assert summary(SMALL, written=MAX_SUMMARY) == ""
