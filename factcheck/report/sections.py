"""The outcomes of a report in the order in which people want to read them."""

from typing import NamedTuple

from factcheck.model.report import Outcome, Report
from factcheck.report.summary import expected, made_to_fail, outcomes

_ORDER = ("error", "fail", "borderline", "unverified", "pass", "exempt")


class Sections(NamedTuple):
    """What does not hold, what is known not to, and what there is nothing to do about; errors first in each.

    ``suppressed`` is ignored or in the baseline.
    """

    new: list[Outcome]
    known: list[Outcome]
    quiet: list[Outcome]
    suppressed: list[Outcome]


def sections(report: Report) -> Sections:
    """Sort the outcomes; the order of the files stays within each verdict."""
    found = Sections([], [], [], [])
    for outcome in sorted(outcomes(report), key=rank):
        _section(found, outcome).append(outcome)
    return found


def rank(outcome: Outcome) -> int:
    """Return the order of a verdict, worst first."""
    return _ORDER.index(outcome.verdict)


def _section(found: Sections, outcome: Outcome) -> list[Outcome]:
    if outcome.suppressed:
        return found.suppressed
    if outcome.unexpected or made_to_fail(outcome):
        return found.new
    if outcome.weight == "off" or outcome.verdict in {"pass", "exempt"}:
        return found.quiet
    return found.known if expected(outcome) else found.new
