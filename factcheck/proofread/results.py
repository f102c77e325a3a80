"""The results of a paper, for who reviews it: each as the text has it, what it comes to, a report on these alone."""

from dataclasses import replace

from factcheck.model.draft import DraftReport, DraftResult
from factcheck.proofread import p_values
from factcheck.proofread.opened import Opened
from factcheck.proofread.told import Judged, derived_as_written

STATISTICS = "statistics"
_UNTOLD = frozenset({"interval-inside", "scale-mean", "significance"})
"""The kinds that compare numbers as they stand, so that nothing was derived."""
_LONGEST = 500


def result_of(draft: Opened, found: Judged) -> DraftResult | None:
    """Return the result that a number belongs to, with what the number comes to; None for a number of none."""
    if found.extent is None:
        return None
    start, end = draft.span(found.extent)
    sentence = draft.passage.sentence_at(found.extent[0])
    said = _line(draft.passage.text[slice(*sentence.span)])
    if len(said) > _LONGEST:
        said = f"{said[:_LONGEST]}…"
    return DraftResult(start, end, _line(draft.passage.text[slice(*found.extent)]), _derived(found), said)


def _line(text: str) -> str:
    return " ".join(text.split())


def _derived(found: Judged) -> str:
    if found.kind in p_values.KINDS:
        return p_values.fields(found)["p"]
    return "" if found.kind in _UNTOLD else derived_as_written(found)


def only_statistics(report: DraftReport) -> DraftReport:
    """Return a report on the results of a paper alone."""
    findings = tuple(one for one in report.findings if one.result is not None)
    parts = {at for one in findings if one.result for at in range(one.result.start, one.result.end)}
    numbers = tuple(one for one in report.numbers if not parts.isdisjoint(range(one.start, one.end)))
    return replace(report, numbers=numbers, findings=findings, names_and_dates=0, only=STATISTICS)
