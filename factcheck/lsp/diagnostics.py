"""Reports as an editor's diagnostics: the words are those of the reports, the severity is the verdict's."""

from collections.abc import Iterable, Iterator, Mapping

from lsprotocol import types

from factcheck.codes import CODES, PAGES
from factcheck.diagnostics import Diagnostic
from factcheck.lsp.places import Places, spanned
from factcheck.lsp.positions import Text
from factcheck.lsp.uris import uri_of
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.model.report import Report, Step
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.issues import aside
from factcheck.report.drafts.remarks import remarks
from factcheck.report.inert import inert
from factcheck.report.issues import GRAVITIES, Gravity, Issue, issues, of_file

SOURCE = "factcheck"
Found = tuple[str, types.Diagnostic]
"""A diagnostic with the path of the file it is about, as reports tell it."""

_Severity = types.DiagnosticSeverity
_OF_GRAVITY: Mapping[Gravity, types.DiagnosticSeverity] = dict(
    zip(GRAVITIES, (_Severity.Error, _Severity.Warning, _Severity.Information), strict=True)
)
_OF_VERDICT = {
    "fail": _Severity.Error,
    "error": _Severity.Error,
    "query": _Severity.Warning,
    "borderline": _Severity.Information,
    "unverified": _Severity.Hint,
}


def of_draft(report: DraftReport, text: Text, places: Places, uri: str) -> Iterator[Found]:
    """Yield what is to be looked at in a draft, and what is wrong with its comments."""
    for problem in report.diagnostics:
        yield problem.place.path, _of_issue(of_file(problem), places, _range(problem, text, places, report.path))
    for one in report.findings:
        if one.verdict in _OF_VERDICT and aside(one) is None:
            yield report.path, _of_number(one, report, text, uri)


def of_claims(report: Report, places: Places) -> Iterator[Found]:
    """Yield what is to be looked at in a claim file, and in the text that it quotes."""
    for one in issues(report):
        related = list(_rests_on(one, places))
        yield one.position.path, _of_issue(one, places, places.location(one.position).range, related)


def of_problems(problems: Iterable[Diagnostic], places: Places) -> Iterator[Found]:
    """Yield what is wrong with settings and packs."""
    for one in problems:
        yield one.place.path, _of_issue(of_file(one), places, places.location(one.place, one.width).range)


def _range(one: Diagnostic, text: Text, places: Places, path: str) -> types.Range:
    if one.place.path == path:
        return spanned(text, one.place, one.width)
    return places.location(one.place, one.width).range


def _of_number(one: DraftFinding, report: DraftReport, text: Text, uri: str) -> types.Diagnostic:
    table = phrases(report.language)
    labels = table["labels"]
    told = [f"{labels[label]}: {what}" for label, what in remarks(one, table, verbose=False)]
    inputs = [
        _related(types.Location(uri, text.range(given.start, given.end)), f"{given.name}: {given.literal}")
        for given in one.given
        if given.start is not None and given.end is not None
    ]
    weighed = {"note": _Severity.Information, "fail": _Severity.Error}.get(one.outcome.weight)
    return _diagnostic(
        text.range(one.start, one.end), weighed or _OF_VERDICT[one.verdict], one.code, (one.message, *told), inputs
    )


def _of_issue(
    one: Issue,
    places: Places,
    where: types.Range,
    related: Iterable[types.DiagnosticRelatedInformation] = (),
) -> types.Diagnostic:
    others = [_related(places.location(at), text) for at, text in one.related]
    return _diagnostic(where, _OF_GRAVITY[one.gravity], one.code, (one.headline, *one.details), [*others, *related])


def _rests_on(one: Issue, places: Places) -> Iterator[types.DiagnosticRelatedInformation]:
    """Yield where the words stand that a claim quotes, and where its facts and rules do that are the project's own."""
    if one.article is not None:
        yield _related(places.location(one.article), one.outcome.quote if one.outcome else one.message)
    seen = set()
    for step in _steps(one.outcome.derivation if one.outcome else None):
        if step.place is not None and step.place not in seen:
            seen.add(step.place)
            value = f" = {step.value.text}" if step.value is not None and step.kind != "rule" else ""
            yield _related(places.location(step.place), f"{step.name}{value}")


def _steps(step: Step | None) -> Iterator[Step]:
    if step is None:
        return
    yield step
    for child in step.children:
        yield from _steps(child)


def _related(where: types.Location, text: str) -> types.DiagnosticRelatedInformation:
    return types.DiagnosticRelatedInformation(where, inert(text))


def _diagnostic(
    where: types.Range,
    severity: types.DiagnosticSeverity,
    code: str,
    lines: Iterable[str],
    related: list[types.DiagnosticRelatedInformation],
) -> types.Diagnostic:
    page = types.CodeDescription(uri_of(PAGES / f"{code}.md")) if code in CODES else None
    return types.Diagnostic(
        where,
        "\n".join(map(inert, lines)),
        severity,
        code,
        page,
        SOURCE,
        related_information=related or None,
    )
