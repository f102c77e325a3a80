"""What is to be looked at, one entry each: what the formats of CI services and editors share."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Contradiction, Outcome, Position, Report, Suppression
from factcheck.report.blocks import suppressed_by, told
from factcheck.report.inert import quoted
from factcheck.report.summary import DEFAULT_FAIL_ON, LEVELS, Level, expected, is_finding, made_to_fail, severity

Gravity = Literal["error", "warning", "notice"]

GRAVITIES: tuple[Gravity, ...] = ("error", "warning", "notice")
"""What fails the run, what does not, and what is only said; worst first."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to look at. Its texts are as they stand in the files: each format makes them inert.

    ``subject`` is the claim's id, ``details`` are lines that explain the message, ``rank`` orders the issues of one
    gravity (as `factcheck.report.summary.severity` does), ``article`` is where the text under check has the words.
    """

    code: str
    gravity: Gravity
    message: str
    position: Position
    subject: str = ""
    details: tuple[str, ...] = ()
    rank: int = 0
    outcome: Outcome | None = None
    related: tuple[tuple[Position, str], ...] = ()
    suppressed: Suppression | None = None
    article: Position | None = None

    @property
    def headline(self) -> str:
        """The message after the claim that it is about."""
        return f"{self.subject}: {self.message}" if self.subject else self.message


def issues(
    report: Report, fail_on: Level = DEFAULT_FAIL_ON, *, known: bool = False, suppressed: bool = False
) -> list[Issue]:
    """Return the issues in the order of the files.

    ``known`` adds those that a claim records with `expect` and those that are suppressed, ``suppressed`` the latter. A
    claim that only depends on a broken one is left out: one cause, one issue.
    """
    found = [of_file(diagnostic) for diagnostic in report.diagnostics]
    for file in report.files:
        found.extend(of_file(diagnostic) for diagnostic in file.diagnostics)
        found.extend(_of_claim(outcome, fail_on) for outcome in file.outcomes if _shown(outcome, known=known))
        found.extend(_of_article(one) for one in file.contradictions if not one.agrees)
    return found if known or suppressed else [issue for issue in found if issue.suppressed is None]


def worst_first(found: list[Issue]) -> list[Issue]:
    """Return the issues by gravity and rank; equals stay in their order."""
    return sorted(found, key=lambda issue: (GRAVITIES.index(issue.gravity), -issue.rank))


def fingerprints(found: list[Issue]) -> Iterator[str]:
    """Yield a name for each issue that stays when lines move: from its file, claim and code. No two are the same."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for issue in found:
        key = (issue.position.path, issue.subject or issue.message, issue.code)
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        yield sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _shown(outcome: Outcome, *, known: bool) -> bool:
    if outcome.verdict == "error" and not outcome.code:
        return False
    if outcome.weight == "off" and not outcome.unexpected:
        return False
    if outcome.unexpected or made_to_fail(outcome):
        return True
    return severity(outcome) > 0 and (known or not expected(outcome))


def of_file(diagnostic: Diagnostic) -> Issue:
    """Return a problem of a file."""
    details = (*diagnostic.notes, *_help(diagnostic))
    gravity: Gravity = "error" if diagnostic.level == "error" else "warning"
    return Issue(diagnostic.code, gravity, diagnostic.message, _pointed(diagnostic), "", details, len(LEVELS))


def _of_claim(outcome: Outcome, fail_on: Level) -> Issue:
    at = _pointed(outcome.diagnostics[0]) if outcome.diagnostics else outcome.position
    expects = f"; the claim expects {outcome.expect}" if outcome.expect else ""
    return Issue(
        outcome.code or "FC406",
        _gravity(outcome, fail_on),
        f"{outcome.headline}{expects}",
        at,
        outcome.id,
        tuple(details(outcome)),
        severity(outcome),
        outcome,
        suppressed=outcome.suppressed,
        article=outcome.article,
    )


def _gravity(outcome: Outcome, fail_on: Level) -> Gravity:
    if is_finding(outcome, fail_on):
        return "error"
    if outcome.suppressed:
        return "notice"
    return "notice" if expected(outcome) or outcome.verdict == "unverified" else "warning"


def _of_article(one: Contradiction) -> Issue:
    (first, *others), (_, *names) = one.positions, one.claims
    related = tuple(zip(others, names, strict=True))
    gravity: Gravity = "error" if one.fails and not one.suppressed else "notice"
    subject = ", ".join(one.claims)
    return Issue(one.code, gravity, one.text, first, subject, one.notes, related=related, suppressed=one.suppressed)


def details(outcome: Outcome) -> Iterator[str]:
    """Yield the lines that explain a verdict: the words, the derivation, remarks, and the first cures."""
    if outcome.quote:
        yield quoted(outcome.quote)
    if outcome.substituted:
        yield f"derived: {outcome.substituted}"
    yield from (note.text for note in outcome.notes)
    if outcome.note:
        yield f"note: {outcome.note}"
    yield from (f"{suppressed_by(found)}: {told(found)}" for found in outcome.suppressions)
    yield from (f"help: {slip.text}" for slip in outcome.slips[:1])
    yield from (f"help: to hold, {requirement.text}" for requirement in outcome.requirements[:1])
    for diagnostic in outcome.diagnostics:
        yield from (*diagnostic.notes, *_help(diagnostic))


def _help(diagnostic: Diagnostic) -> tuple[str, ...]:
    return (f"help: {diagnostic.help}",) if diagnostic.help else ()


def _pointed(diagnostic: Diagnostic) -> Position:
    at = diagnostic.place
    return (
        Position(at.path, 0, 0, 0, at.inside)
        if at.inside
        else Position(at.path, at.line, at.column, at.column + diagnostic.width)
    )
