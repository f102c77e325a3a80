"""The report for a terminal or a log: a summary line, then what does not hold, worst first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model.report import Outcome, Report
from factcheck.report.blocks import STYLES, diagnostic_block, outcome_block
from factcheck.report.conflicts import contradiction_blocks, contradictions
from factcheck.report.layout import EMPTY, Line, few, indent, paragraph, plain
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


def render(
    report: Report,
    *,
    verbose: bool = False,
    width: int = WIDTH,
    fail_on: Level = DEFAULT_FAIL_ON,
    limit: int | None = None,
) -> str:
    """Return the report as plain text, of each kind not more than ``limit``."""
    return plain(lines(report, verbose=verbose, width=width, fail_on=fail_on, limit=limit))


def lines(
    report: Report,
    *,
    verbose: bool = False,
    width: int = WIDTH,
    fail_on: Level = DEFAULT_FAIL_ON,
    limit: int | None = None,
) -> Iterator[Line]:
    """Yield the lines of the report in styled segments, none wider than ``width`` cells (at least 40).

    ``limit`` is how many problems, verdicts and contradictions are shown, of each kind the worst first.
    """
    shown = sections(report)
    yield from paragraph((), summary_line(report), width, under=indent(2))
    problems = list(diagnostics(report))
    for diagnostic in few(problems, limit):
        yield EMPTY
        yield from diagnostic_block(diagnostic, width)
    yield from _more(len(problems), "problem", limit, width)
    yield from _blocks(shown.new, width, limit)
    yield from _titled(KNOWN, shown.known, width, limit)
    if verbose:
        yield from _titled(SUPPRESSED, shown.suppressed, width, limit)
        yield from _blocks(shown.quiet, width, limit)
    yield from contradiction_blocks(report, width, agreeing=verbose, limit=limit)
    yield from _more(len(contradictions(report, agreeing=verbose)), "contradiction", limit, width)
    yield EMPTY
    style = STYLES["fail" if exit_code(report, fail_on) else "pass"]
    yield from paragraph((), result_line(report, fail_on), width, style, indent(2))
    yield from paragraph((), day_line(report), width, "faint", indent(2)) if report.today else ()
    if (shown.quiet or shown.suppressed) and not verbose:
        yield from _hidden(shown, report, width)


def _titled(title: str, shown: Sequence[Outcome], width: int, limit: int | None) -> Iterator[Line]:
    blocks = list(_blocks(shown, width, limit))
    if blocks:
        yield EMPTY
        yield from paragraph((), title, width, "label", indent(2))
        yield from blocks


def _blocks(shown: Sequence[Outcome], width: int, limit: int | None) -> Iterator[Line]:
    for outcome in few(shown, limit):
        yield EMPTY
        yield from outcome_block(outcome, width)
    yield from _more(len(shown), "claim", limit, width)


def _more(count: int, noun: str, limit: int | None, width: int) -> Iterator[Line]:
    """Say how many of a kind were left out."""
    if limit is not None and count > limit + 1:
        yield EMPTY
        rest = f"{count - limit:,} more {noun}s of this kind are not shown (--limit 0 shows all)"
        yield from paragraph((), rest, width, "faint", indent(2))


def _hidden(shown: Sections, report: Report, width: int) -> Iterator[Line]:
    """Say how much was left out."""
    counts: dict[str, int] = {**Counter(outcome.verdict for outcome in shown.quiet), **suppressed_counts(report)}
    listed = ", ".join(f"{count} {name}" for name, count in counts.items())
    yield from paragraph((), f"not shown: {listed} (--verbose shows them)", width, "faint", indent(2))
