"""Verdicts that rest on facts which nobody has looked up yet."""

from collections.abc import Iterator

from factcheck.diagnostics import Diagnostic
from factcheck.lint.used import steps_of
from factcheck.model.report import Outcome, Report, Step
from factcheck.source import Place

CODE = "FC717"
LISTED = 10
JUDGED = frozenset({"pass", "borderline", "fail"})


def rests_on_unconfirmed(report: Report) -> Iterator[Diagnostic]:
    """Yield each unconfirmed fact once, with the claims whose verdicts rest on it."""
    found: dict[tuple[str, str], tuple[Step, list[Outcome]]] = {}
    for outcome in (one for file in report.files for one in file.outcomes if one.verdict in JUDGED):
        for step in steps_of(outcome):
            if step.source is not None and step.source.status == "unconfirmed":
                key = step.name, step.value.text if step.value else ""
                claims = found.setdefault(key, (step, []))[1]
                if outcome not in claims[-1:]:
                    claims.append(outcome)
    yield from (_diagnostic(step, claims) for step, claims in found.values())


def _diagnostic(step: Step, claims: list[Outcome]) -> Diagnostic:
    at = claims[0].position
    value = f" = {step.value.text}" if step.value else ""
    verdicts = "1 verdict rests" if len(claims) == 1 else f"{len(claims)} verdicts rest"
    message = f"`{step.name}`{value} is unconfirmed, and {verdicts} on it"
    names = [f"{one.position.path}:{one.position.line} {one.id}" for one in claims[:LISTED]]
    more = [f"and {len(claims) - LISTED:,} more"] if len(claims) > LISTED else []
    cure = "look the value up in its source, and remove `status: unconfirmed`"
    return Diagnostic(CODE, message, step.place or Place(at.path, at.line, at.column), notes=(*names, *more), help=cure)
