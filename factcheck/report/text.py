"""The report for a terminal or a log: a summary line, then what does not hold, worst first."""

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.model.report import Outcome, Report
from factcheck.report.blocks import STYLES, diagnostic_block, outcome_block
from factcheck.report.layout import EMPTY, Line, Segment, indent, paragraph, plain
from factcheck.report.summary import (
    DEFAULT_FAIL_ON,
    Level,
    diagnostics,
    expected,
    findings,
    outcomes,
    result_line,
    summary_line,
)

WIDTH = 80

_SHOWN_FIRST = ("error", "fail", "borderline", "unverified", "pass", "exempt")
_QUIET = ("pass", "exempt")


def render(report: Report, *, verbose: bool = False, width: int = WIDTH, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the report as plain text."""
    return plain(lines(report, verbose=verbose, width=width, fail_on=fail_on))


def lines(
    report: Report, *, verbose: bool = False, width: int = WIDTH, fail_on: Level = DEFAULT_FAIL_ON
) -> Iterator[Line]:
    """Yield the lines of the report in styled segments, no line wider than ``width`` cells."""
    yield from paragraph((), summary_line(report), width, under=indent(2))
    for diagnostic in diagnostics(report):
        yield EMPTY
        yield from diagnostic_block(diagnostic, width)
    yield from _blocks(sorted(_new(report), key=_order), width)
    known = sorted(_known(report), key=_order)
    if known:
        yield EMPTY
        yield (Segment("Known, recorded with `expect` in the claim files:", "label"),)
        yield from _blocks(known, width)
    if verbose:
        yield from _blocks(sorted(_quiet(report), key=_order), width)
    yield EMPTY
    yield from _ending(report, verbose=verbose, width=width, fail_on=fail_on)


def _new(report: Report) -> Iterable[Outcome]:
    return [
        outcome
        for outcome in outcomes(report)
        if outcome.unexpected or (outcome.verdict not in _QUIET and not expected(outcome))
    ]


def _known(report: Report) -> Iterable[Outcome]:
    return [outcome for outcome in outcomes(report) if expected(outcome) and outcome.verdict not in _QUIET]


def _quiet(report: Report) -> Iterable[Outcome]:
    return [outcome for outcome in outcomes(report) if outcome.verdict in _QUIET and not outcome.unexpected]


def _order(outcome: Outcome) -> int:
    """Sort by verdict; the sort is stable, so the order of the files stays within each."""
    return _SHOWN_FIRST.index(outcome.verdict)


def _blocks(shown: Iterable[Outcome], width: int) -> Iterator[Line]:
    for outcome in shown:
        yield EMPTY
        yield from outcome_block(outcome, width)


def _ending(report: Report, *, verbose: bool, width: int, fail_on: Level) -> Iterator[Line]:
    hidden = Counter(outcome.verdict for outcome in _quiet(report))
    bad = findings(report, fail_on)
    yield (Segment(result_line(report, fail_on), STYLES["fail" if bad else "pass"]),)
    if hidden and not verbose:
        listed = ", ".join(f"{count} {verdict}" for verdict, count in hidden.items())
        yield from paragraph((), f"not shown: {listed} (--verbose shows them)", width, "faint", indent(2))
