"""What the settings make of each code in each file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from factcheck.diagnostics import Diagnostic
from factcheck.loader.config import Settings
from factcheck.model.report import Contradiction, FileReport, Outcome, Weight
from factcheck.policy.patterns import matches
from factcheck.report.summary import LEVELS, severity

NOTES_BY_DEFAULT = frozenset({"FC701"})
"""Codes of files that are only said unless the settings want more."""

Weights = Mapping[str, str]


def weights_of(settings: Settings, path: str) -> dict[str, str]:
    """Return the weight of each code that is set for a file; later settings win."""
    found = dict(settings.codes)
    for one in settings.paths:
        if matches(one.pattern, path):
            found.update(one.codes)
    return found


def fail_on_of(settings: Settings, path: str) -> str:
    """Return the level that is set for a file in particular; empty where there is none."""
    found = [one.fail_on for one in settings.paths if one.fail_on and matches(one.pattern, path)]
    return found[-1] if found else ""


def weighed(file: FileReport, settings: Settings, *, own_level: bool, settled: bool = False) -> FileReport:
    """Return a file's report with weights.

    ``own_level`` lets the file's own `fail-on` count, ``settled`` also that of the whole project.
    """
    weights = weights_of(settings, file.path)
    level = (fail_on_of(settings, file.path) or (settings.fail_on if settled else "")) if own_level else ""
    if not weights and not level:
        return file
    outcomes = tuple(_outcome(one, weights, level) for one in file.outcomes)
    found = (_contradiction(one, weights) for one in file.contradictions if weights.get(one.code) != "off")
    return replace(file, outcomes=outcomes, contradictions=tuple(found))


def _outcome(outcome: Outcome, weights: Weights, level: str) -> Outcome:
    notes = tuple(note for note in outcome.notes if weights.get(note.code) != "off")
    failing = next((note.code for note in notes if weights.get(note.code) == "fail"), "")
    weight = "fail" if failing else weights.get(outcome.code, "") or _by_level(outcome, level)
    return replace(outcome, notes=notes, code=outcome.code or failing, weight=cast("Weight", weight))


def _by_level(outcome: Outcome, level: str) -> str:
    rank = severity(outcome)
    if not level or not rank:
        return ""
    least = LEVELS.index(level) if level in LEVELS else 0  # below all of them is what drafts only ask
    return "fail" if rank > least else "note"


def _contradiction(one: Contradiction, weights: Weights) -> Contradiction:
    return replace(one, fails=True) if weights.get(one.code) == "fail" and not one.agrees else one


def weighed_problems(found: tuple[Diagnostic, ...], settings: Settings) -> tuple[Diagnostic, ...]:
    """Return what was found about files with the level that is set for it; what is off is left out."""
    kept = []
    for one in found:
        weight = weights_of(settings, one.place.path).get(one.code) or ("note" if one.code in NOTES_BY_DEFAULT else "")
        if weight != "off":
            kept.append(replace(one, level="note") if weight == "note" else one)
    return tuple(kept)
