"""A line above each claim that was judged: its verdict, and the way to its whole story."""

from collections.abc import Iterator

from lsprotocol import types

import factcheck
from factcheck.lsp.asked import Asked
from factcheck.lsp.features import told
from factcheck.model.report import FORMAT, Outcome, Report
from factcheck.quantity.phrases import phrases
from factcheck.report.why import render

WHY = "factcheck.why"
"""The command whose result is the story of a claim, or of a number of a draft, as text."""
_TOLD = frozenset({"fail", "query", "borderline"})


def lenses(asked: Asked) -> list[types.CodeLens]:
    """Return the lenses of a document."""
    if not asked.wanted.lenses:
        return []
    return list(_draft(asked) if asked.draft is not None else _claims(asked))


def _draft(asked: Asked) -> Iterator[types.CodeLens]:
    report = asked.draft
    if report is None:
        return
    labels, word = phrases(report.language)["labels"], phrases(report.language)["editor"]["why"]
    for one in report.findings:
        if one.verdict in _TOLD and not one.ignored:
            yield _lens(asked, one.start, f"{labels[one.verdict]} · {word}", one.start)


def _claims(asked: Asked) -> Iterator[types.CodeLens]:
    found = asked.checked.claims
    if found is None:
        return
    word = phrases(found.language or "en")["editor"]["why"]
    places = {one.id: one.place for one in asked.sheet.claims.claims}
    for outcome in found.outcomes:
        place = places.get(outcome.id)
        if place is not None and outcome.verdict != "exempt":
            yield _lens(asked, asked.text.at(place.line, place.column), f"{outcome.verdict} · {word}", outcome.id)


def _lens(asked: Asked, offset: int, title: str, what: str | int) -> types.CodeLens:
    command = types.Command(title, WHY, arguments=[asked.document.uri, what])
    return types.CodeLens(asked.text.range(offset, offset), command)


def why(asked: Asked, what: str | int) -> str | None:
    """Return the story of a claim by its id, or of the number that starts at an offset of a draft."""
    if asked.draft is not None:
        found = [one for one in asked.draft.findings if one.start == what]
        return "\n".join(line for one in found for line in told.of_finding(one, asked.draft)) or None
    file = asked.checked.claims
    outcome: Outcome | None = asked.outcome(str(what))
    if file is None or outcome is None:
        return None
    return render(Report(FORMAT, factcheck.__version__, (file,)), outcome)
