"""What is to be looked at in drafts, one entry each: what the formats of CI services and editors share."""

from collections.abc import Iterator, Sequence

from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.model.report import Position, Suppression
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.remarks import remarks
from factcheck.report.drafts.summary import Demand, is_finding
from factcheck.report.issues import Gravity, Issue, of_file
from factcheck.report.summary import expected, severity

_SHOWN = frozenset({"fail", "query", "borderline", "unverified", "error"})


def issues(
    drafts: Sequence[DraftReport], demand: Demand, *, known: bool = False, suppressed: bool = False
) -> list[Issue]:
    """Return the issues in the order of the texts.

    ``known`` adds those that a draft or a claim expects and those that are left alone, ``suppressed`` the latter.
    """
    found: list[Issue] = []
    for draft in drafts:
        places = Places(draft)
        shown = (one for one in draft.findings if is_finding(one, demand.fail_on) or one.verdict in _SHOWN)
        wanted = (one for one in shown if known or aside(one) is None or (suppressed and one.ignored))
        found += [*map(of_file, draft.diagnostics), *(_issue(one, draft, places, demand) for one in wanted)]
    return found


def _issue(one: DraftFinding, draft: DraftReport, places: Places, demand: Demand) -> Issue:
    table = phrases(draft.language)
    labels = table["labels"]
    hidden = aside(one)
    return Issue(
        one.code,
        _gravity(one, demand, hidden),
        one.message,
        places.position(one.start, one.end),
        details=tuple(f"{labels[label]}: {text}" for label, text in remarks(one, table, verbose=False)),
        rank=severity(one.outcome),
        related=tuple(_inputs(one, places)),
        suppressed=hidden,
    )


def _inputs(one: DraftFinding, places: Places) -> Iterator[tuple[Position, str]]:
    """Yield the numbers that a finding was derived from."""
    for found in one.given:
        if found.start is not None and found.end is not None:
            yield places.position(found.start, found.end), f"{found.name}: {found.literal}"


def _gravity(one: DraftFinding, demand: Demand, hidden: Suppression | None) -> Gravity:
    if is_finding(one, demand.fail_on):
        return "error"
    return "notice" if hidden or one.verdict == "unverified" else "warning"


def aside(one: DraftFinding) -> Suppression | None:
    """Return why a finding does not count: it is left alone, or known; None where it does."""
    if one.outcome.suppressed:
        return one.outcome.suppressed
    if one.ignored:
        return Suppression(one.code, "file", one.ignored)
    return Suppression(one.code, "file", one.outcome.note) if expected(one.outcome) else None
