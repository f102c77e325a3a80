"""The report on drafts as one Markdown file, to be read where the files are: a review, the summary of a job."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model.draft import DraftFinding, DraftProposal, DraftReport
from factcheck.quantity.phrases import page_words, phrases
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.remarks import proposed, remarks, sources
from factcheck.report.drafts.results import head, rows
from factcheck.report.drafts.summary import Demand, is_finding, result_line, summary_line, words_of
from factcheck.report.inert import quoted
from factcheck.report.markup import code, escaped, link, prose, table

_LOOK = frozenset({"fail", "query"})


def render(drafts: Sequence[DraftReport], *, verbose: bool = False, demand: Demand | None = None) -> str:
    """Return the report; ``verbose`` adds what holds, is within rounding or left alone."""
    asked = demand or Demand()
    lines = [line for draft in drafts for line in _draft(draft, asked, verbose=verbose)]
    return "\n".join((*lines, f"**{prose(result_line(drafts, asked))}**", ""))


def _draft(draft: DraftReport, demand: Demand, *, verbose: bool) -> Iterator[str]:
    title = page_words(draft.language)["draft"]["title"].format(name=draft.path or "draft")
    yield from (f"# {escaped(title)}", "")
    if draft.text or not draft.diagnostics:
        yield from (words_of(draft)["sentence"].format(text=prose(summary_line(draft))), "")
    for problem in draft.diagnostics:
        help_ = f" {prose(problem.help)}" if problem.help else ""
        yield from (f"- {problem.code} at {code(str(problem.place))}: {prose(problem.message)}.{help_}", "")
    if draft.only:
        yield from _results(draft)
    words, places = phrases(draft.language), Places(draft)
    for one in sorted(draft.findings, key=lambda one: (one.verdict != "fail", one.verdict != "query")):
        if verbose or is_finding(one, demand.fail_on) or (one.verdict in _LOOK and not one.ignored):
            yield from (*_finding(one, places, words), "")
    if draft.proposals:
        yield from (f"### {prose(words['proposals']['head'])}", "")
        yield from (line for one in draft.proposals for line in _proposal(one, draft, places))
        yield ""


def _proposal(one: DraftProposal, draft: DraftReport, places: Places) -> Iterator[str]:
    yield f"- {code(places.written(one.start))} {escaped(quoted(one.text))}: {prose(one.message)}"
    for label, text in proposed(one, draft.language):
        yield f"  - {prose(label)}: {prose(text)}"


def _results(draft: DraftReport) -> Iterator[str]:
    """Write the table of all results of a paper."""
    found = [(*map(escaped, (row.line, row.result, row.derived, row.verdict, row.sentence)),) for row in rows(draft)]
    yield from (*table(head(draft), found, right=(0,)), "") if found else ()


def _finding(one: DraftFinding, places: Places, words: Mapping[str, Any]) -> Iterator[str]:
    labels = words["labels"]
    yield from (f"### {labels[one.verdict]} {one.code}: {prose(one.message)}", "")
    yield from (f"> {escaped(quoted(one.text))}", "")
    yield f"- {code(places.written(one.start))}"
    for label, text in remarks(one, words, verbose=False):
        yield f"- {labels[label]}: {prose(text)}"
    for source in () if one.ignored else sources(one.outcome.derivation):
        yield f"- {labels['source']}: {link(source.title, source.url)}"
