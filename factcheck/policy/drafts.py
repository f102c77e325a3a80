"""What the settings, ignores and the baseline of a project make of the findings of its drafts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, cast

from factcheck.diagnostics import Diagnostic
from factcheck.loader.config import Settings
from factcheck.loader.discovery import Project
from factcheck.model.draft import DraftFinding, DraftNumber, DraftReport
from factcheck.model.report import Outcome, Suppression, Weight
from factcheck.policy.asked import Asked
from factcheck.policy.baseline import Baseline, Levels, Name, level_of, value_of
from factcheck.policy.honoured import read_baseline
from factcheck.policy.ignores import Wish, Wishes, left_over, of_drafts, wishes
from factcheck.policy.patterns import matches
from factcheck.policy.weights import fail_on_of, weights_of
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.summary import DraftLevel, is_finding
from factcheck.report.summary import LEVELS, severity

CLAIM = "claim"
"""The kind of a finding that a claim makes: what counts of it is said where the claim is."""

QUERY = "query"


def honoured_drafts(
    drafts: Sequence[DraftReport], project: Project, asked: Asked, packs: Sequence[Diagnostic] = ()
) -> tuple[DraftReport, ...]:
    """Return the drafts with levels, ignores and the baseline; a last one holds what is wrong with these.

    ``packs`` is what is wrong with those.
    """
    policy = draft_policy(project, asked)
    problems = [*project.diagnostics, *packs, *policy.problems]
    found = tuple(map(policy.honoured, drafts))
    problems += policy.left_over([draft.path for draft in drafts])
    own = (DraftReport(problems[0].place.path, "", "en", diagnostics=tuple(problems)),) if problems else ()
    return (*found, *own)


def draft_policy(project: Project, asked: Asked) -> "DraftPolicy":
    """Return what counts in the drafts of a project: for who has them one after the other. Its baseline is read."""
    baseline = read_baseline(project, asked)
    known = baseline if isinstance(baseline, Baseline) else None
    problems = (baseline,) if isinstance(baseline, Diagnostic) else ()
    return DraftPolicy(project.settings, asked, known, _wishes(project.settings, asked), problems)


def today_of(settings: Settings) -> str:
    """Return the day that ends of ignores are compared with; empty where none has an end."""
    if not any(one.until for one in settings.ignores):
        return ""
    from factcheck.policy.day import day  # noqa: PLC0415 - most runs do without

    return day("").date


def baseline_levels(drafts: Sequence[DraftReport], fail_on: DraftLevel) -> Levels:
    """Return what a baseline of these drafts holds."""
    found: Levels = {}
    for draft in drafts:
        for one in draft.findings:
            if one.kind != CLAIM and is_finding(one, fail_on):
                found.setdefault(_name(one, draft.path), {})[value_of(one.outcome)] = _level(one)
    return found


def _wishes(settings: Settings, asked: Asked) -> list[Wish]:
    if not any(one.until for one in settings.ignores):
        return wishes(settings.ignores, "settings", None)
    from factcheck.policy.day import day  # noqa: PLC0415 - most runs do without

    return wishes(settings.ignores, "settings", day(asked.today))


@dataclass(frozen=True, slots=True)
class DraftPolicy:
    """What counts in the drafts of a run; ``problems`` are those of the baseline."""

    settings: Settings
    asked: Asked
    baseline: Baseline | None
    ignores: list[Wish]
    problems: tuple[Diagnostic, ...] = ()

    @property
    def key(self) -> str:
        """What it depends on, as text: the same for the same findings with the same weights."""
        wanted = [(one.ignore.codes, one.ignore.claim, one.ignore.path, one.expired) for one in self.ignores]
        known = sorted(self.baseline.levels.items()) if self.baseline is not None else []
        settings = self.settings
        return repr((settings.fail_on, settings.codes, settings.paths, wanted, known))

    def honoured(self, draft: DraftReport) -> DraftReport:
        """Return a draft with what counts of it."""
        weights = weights_of(self.settings, draft.path)
        general = self.settings.fail_on if self.asked.settled else ""
        level = "" if self.asked.fail_on else fail_on_of(self.settings, draft.path) or general
        wanted = Wishes(wish for wish in self.ignores if matches(wish.ignore.path, draft.path))
        aside: Mapping[str, str] = phrases(draft.language)["report"]["aside"]
        found = []
        for one in draft.findings:
            weighed = _weighed(one, weights, level, aside)
            hidden = next(chain(_ignored(weighed, wanted), self._known(weighed, draft.path)), None)
            found.append(_hidden(weighed, hidden, aside) if hidden else weighed)
        problems = tuple(_problem(one, weights) for one in draft.diagnostics if weights.get(one.code) != "off")
        numbers = tuple(_number(one, found) for one in draft.numbers)
        return replace(draft, findings=tuple(found), numbers=numbers, diagnostics=problems)

    def _known(self, one: DraftFinding, path: str) -> Iterator[Suppression]:
        """Yield the entry of the baseline that a finding has."""
        fail_on = cast("DraftLevel", self.asked.fail_on or self.settings.fail_on)
        if self.baseline is None or one.kind == CLAIM or not is_finding(one, fail_on):
            return
        name = _name(one, path)
        if self.baseline.knows(name, _level(one), value_of(one.outcome)):
            yield self.baseline.suppression(name)

    def left_over(self, paths: Sequence[str]) -> Iterator[Diagnostic]:
        """Yield what is in the baseline and no longer in these drafts, and ignores that have expired."""
        if self.baseline is not None:
            for one in self.baseline.gone(paths, "number", whole=False):
                weight = self.settings_weight(one.code)
                if weight != "off":
                    yield one if weight == "fail" else replace(one, level="note")
        for wish in self.ignores:
            if wish.expired and of_drafts(wish.ignore):
                yield from left_over(wish)

    def settings_weight(self, code: str) -> str:
        """Return what the settings make of a code wherever it is."""
        return dict(self.settings.codes).get(code, "")


def _weighed(one: DraftFinding, weights: Mapping[str, str], level: str, aside: Mapping[str, str]) -> DraftFinding:
    """Return a finding with its weight; one that is turned off is left alone."""
    if one.kind == CLAIM or one.ignored or one.verdict not in {"fail", "borderline", QUERY}:
        return one
    weight = weights.get(one.code, "") or _by_level(one, level)
    outcome = replace(one.outcome, weight=cast("Weight", weight))
    return replace(one, outcome=outcome, ignored=aside["off"] if weight == "off" else "")


def _by_level(one: DraftFinding, level: str) -> str:
    """Return what the level of the draft's path makes of a finding."""
    if not level:
        return ""
    if one.verdict == QUERY:
        return "fail" if level == QUERY else "note"
    least = [*LEVELS].index(cast("Any", level)) if level in LEVELS else 0
    return "fail" if severity(one.outcome) > least else "note"


def _ignored(one: DraftFinding, wanted: Wishes) -> Iterator[Suppression]:
    """Yield why the settings do not want to hear of a finding."""
    if one.ignored or one.verdict not in {"fail", "borderline", QUERY} or one.outcome.expect is not None:
        return
    subjects = (one.outcome.id,) if one.kind == CLAIM else (one.text,)
    yield from wanted.first(one.code, subjects)


def _hidden(one: DraftFinding, found: Suppression, aside: Mapping[str, str]) -> DraftFinding:
    outcome: Outcome = replace(one.outcome, suppressions=(*one.outcome.suppressions, found))
    return replace(one, outcome=outcome, ignored=found.reason or aside["baseline"])


def _problem(one: Diagnostic, weights: Mapping[str, str]) -> Diagnostic:
    return replace(one, level="note") if weights.get(one.code) == "note" else one


def _number(number: DraftNumber, findings: Sequence[DraftFinding]) -> DraftNumber:
    """Return a number with its status, where all that is bad about it is set aside."""
    if number.status not in {"wrong", QUERY, "borderline"}:
        return number
    touching = (one for one in findings if one.start < number.end and number.start < one.end)
    bad = [one for one in touching if one.verdict in {"fail", "borderline", QUERY}]
    return replace(number, status="ignored") if bad and all(one.ignored for one in bad) else number


def _name(one: DraftFinding, path: str) -> Name:
    return Name(path, one.text, one.code, "number")


def _level(one: DraftFinding) -> str:
    return QUERY if one.verdict == QUERY else level_of(one.outcome)
