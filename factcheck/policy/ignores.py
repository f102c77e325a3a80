"""Ignores of claim files and settings: what they hide, and which of them hide nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.codes import NUMBERS, VERDICTS
from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Contradiction, Day, FileReport, Ignore, Note, Outcome, Suppression
from factcheck.policy.patterns import matches
from factcheck.report.summary import severity

UNUSED, EXPIRED = "FC643", "FC644"


@dataclass(frozen=True, slots=True)
class Wish:
    """An ignore of this run; ``used`` collects the codes that it hid."""

    ignore: Ignore
    by: Literal["file", "settings"]
    expired: bool
    used: set[str]

    def hides(self, code: str, *, named: bool = False) -> bool:
        """Whether a finding on its claim is not wanted; ``named`` asks that the code is named."""
        codes = self.ignore.codes
        return not self.expired and (code in codes or not (named or codes))

    def suppression(self, code: str) -> Suppression:
        """Return what is said of a finding that is hidden, and remember that it was."""
        self.used.add(code)
        return Suppression(code, self.by, self.ignore.reason, self.ignore.until, self.ignore.place)


def wishes(ignores: Iterable[Ignore], by: Literal["file", "settings"], today: Day | None) -> list[Wish]:
    """Return ignores ready for use."""
    return [Wish(one, by, bool(one.until and today and today.date > one.until), set()) for one in ignores]


class Wishes:
    """The ignores that are about a file, by claim."""

    def __init__(self, found: Iterable[Wish]) -> None:
        """Keep their order."""
        self.by_claim: defaultdict[str, list[Wish]] = defaultdict(list)
        for wish in found:
            self.by_claim[wish.ignore.claim].append(wish)

    def first(self, code: str, claims: Sequence[str], *, named: bool = False) -> Iterator[Suppression]:
        """Yield why a finding on claims does not count; ignores of single claims come first."""
        found = (wish for claim in (*claims, "") for wish in self.by_claim.get(claim, ()))
        wish = next((wish for wish in found if wish.hides(code, named=named)), None)
        if wish is not None:
            yield wish.suppression(code)


def hidden(file: FileReport, own: Sequence[Wish], shared: Sequence[Wish]) -> FileReport:
    """Return a file's report with what is ignored; ``own`` are its ignores, ``shared`` those of the settings."""
    about = [*own, *(wish for wish in shared if matches(wish.ignore.path, file.path))]
    if not about:
        return file
    wanted = Wishes(about)
    outcomes = tuple(_outcome(one, wanted) for one in file.outcomes)
    found = tuple(_contradiction(one, wanted) for one in file.contradictions)
    broken = {one.id for one in outcomes if one.verdict == "error"}
    problems = [one for wish in own if wish.ignore.claim not in broken for one in left_over(wish)]
    return replace(file, outcomes=outcomes, contradictions=found, diagnostics=(*file.diagnostics, *problems))


def _outcome(outcome: Outcome, wanted: Wishes) -> Outcome:
    found = [*_verdict(outcome, wanted), *_remarks(outcome, wanted)]
    if not found:
        return outcome
    gone = {one.code for one in found} - {outcome.code}
    notes = tuple(note for note in outcome.notes if note.code not in gone)
    return replace(outcome, notes=notes, suppressions=(*outcome.suppressions, *found))


def _verdict(outcome: Outcome, wanted: Wishes) -> Iterator[Suppression]:
    """Yield why a verdict does not count. What cannot be read is not hidden, nor a verdict that `expect` speaks of."""
    if outcome.expect is not None or outcome.verdict == "error":
        return
    if severity(outcome) if outcome.code in VERDICTS else outcome.weight == "fail":
        yield from wanted.first(outcome.code, (outcome.id,))


def _remarks(outcome: Outcome, wanted: Wishes) -> Iterator[Suppression]:
    """Yield why remarks are left out: an ignore has to name their code."""
    for code in dict.fromkeys(note.code for note in outcome.notes if _is_remark(note, outcome)):
        yield from wanted.first(code, (outcome.id,), named=True)


def _is_remark(note: Note, outcome: Outcome) -> bool:
    return bool(note.code) and note.code != outcome.code


def _contradiction(one: Contradiction, wanted: Wishes) -> Contradiction:
    found = None if one.agrees else next(wanted.first(one.code, one.claims), None)
    return replace(one, suppressed=found) if found else one


def of_drafts(ignore: Ignore) -> bool:
    """Whether an ignore names codes of drafts, which a check of claims does not come upon."""
    return any(code in NUMBERS for code in ignore.codes)


def left_over(wish: Wish) -> Iterator[Diagnostic]:
    """Yield what is wrong with an ignore after the run: it has expired, or there was nothing to hide."""
    asked, place = wish.ignore, wish.ignore.place
    if wish.expired:
        message = f"this ignore expired on {asked.until}: {asked.reason}"
        yield Diagnostic(EXPIRED, message, place, help="cure what it hid, or give it a new end; else remove it")
    elif not wish.used:
        yield Diagnostic(UNUSED, "nothing is wrong here that could be ignored", place, help="remove the ignore")
    else:
        for code in asked.codes:
            if code not in wish.used:
                yield Diagnostic(UNUSED, f"nothing with the code {code} is wrong here", place, help="remove the code")
