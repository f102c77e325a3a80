"""The report for a terminal or a log: a summary line, then what does not hold, worst first."""

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.model.report import Outcome, Report
from factcheck.report.blocks import STYLES, diagnostic_block, outcome_block
from factcheck.report.conflicts import contradiction_blocks
from factcheck.report.layout import EMPTY, Line, indent, paragraph, plain
from factcheck.report.sections import Sections, sections
from factcheck.report.summary import (
    DEFAULT_FAIL_ON,
    Level,
    day_line,
    diagnostics,
    exit_code,
    result_line,
    summary_line,
    suppressed_counts,
)

WIDTH = 80

SUPPRESSED = "Ignored with a reason, or in the baseline:"
KNOWN = "Known, recorded with `expect` in the claim files:"


def render(report: Report, *, verbose: bool = False, width: int = WIDTH, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the report as plain text."""
    return plain(lines(report, verbose=verbose, width=width, fail_on=fail_on))


def lines(
    report: Report, *, verbose: bool = False, width: int = WIDTH, fail_on: Level = DEFAULT_FAIL_ON
) -> Iterator[Line]:
    """Yield the lines of the report in styled segments, none wider than ``width`` cells (at least 40)."""
    shown = sections(report)
    yield from paragraph((), summary_line(report), width, under=indent(2))
    for diagnostic in diagnostics(report):
        yield EMPTY
        yield from diagnostic_block(diagnostic, width)
    yield from _blocks(shown.new, width)
    yield from _titled(KNOWN, shown.known, width)
    if verbose:
        yield from _titled(SUPPRESSED, shown.suppressed, width)
        yield from _blocks(shown.quiet, width)
    yield from contradiction_blocks(report, width, agreeing=verbose)
    yield EMPTY
    style = STYLES["fail" if exit_code(report, fail_on) else "pass"]
    yield from paragraph((), result_line(report, fail_on), width, style, indent(2))
    yield from paragraph((), day_line(report), width, "faint", indent(2)) if report.today else ()
    if (shown.quiet or shown.suppressed) and not verbose:
        yield from _hidden(shown, report, width)


def _titled(title: str, shown: Iterable[Outcome], width: int) -> Iterator[Line]:
    blocks = list(_blocks(shown, width))
    if blocks:
        yield EMPTY
        yield from paragraph((), title, width, "label", indent(2))
        yield from blocks


def _blocks(shown: Iterable[Outcome], width: int) -> Iterator[Line]:
    for outcome in shown:
        yield EMPTY
        yield from outcome_block(outcome, width)


def _hidden(shown: Sections, report: Report, width: int) -> Iterator[Line]:
    """Say how much was left out."""
    counts: dict[str, int] = {**Counter(outcome.verdict for outcome in shown.quiet), **suppressed_counts(report)}
    listed = ", ".join(f"{count} {name}" for name, count in counts.items())
    yield from paragraph((), f"not shown: {listed} (--verbose shows them)", width, "faint", indent(2))
