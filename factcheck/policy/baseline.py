"""The baseline: findings that were there when it was written. Only what is new, or worse, fails a run."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import decode, read_bytes, shown_path
from factcheck.model.report import UNEXPECTED, Contradiction, FileReport, Outcome, Suppression
from factcheck.report.summary import LEVELS, Level, is_finding, severity
from factcheck.source import Place

FORMAT = 1
GONE, UNREADABLE = "FC701", "FC702"
LISTED = 10

Name = tuple[str, str, str]
"""What a finding is recognised by: file, claim and code; never its line."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings by name, with the level that each had; ``matched`` collects those that were found again."""

    path: str
    levels: dict[Name, str]
    matched: set[Name] = field(default_factory=set)

    def applied(
        self, files: Sequence[FileReport], fail_on: str, *, whole: bool
    ) -> tuple[tuple[FileReport, ...], tuple[Diagnostic, ...]]:
        """Return the files with what is in the baseline, and what is only in the baseline any more."""
        level = cast("Level", fail_on)
        found = tuple(
            replace(
                file,
                outcomes=tuple(self._outcome(one, file.path, level) for one in file.outcomes),
                contradictions=tuple(self._contradiction(one, file.path) for one in file.contradictions),
            )
            for file in files
        )
        return found, tuple(self._gone({file.path for file in files}, whole=whole))

    def _outcome(self, outcome: Outcome, path: str, fail_on: Level) -> Outcome:
        if not is_finding(outcome, fail_on):
            return outcome
        name = name_of(outcome, path)
        if not self._knows(name, level_of(outcome)):
            return outcome
        return replace(outcome, suppressions=(*outcome.suppressions, self._suppression(name)))

    def _contradiction(self, one: Contradiction, path: str) -> Contradiction:
        name = clash_name(one, path)
        if not _fails(one) or not self._knows(name, ""):
            return one
        return replace(one, suppressed=self._suppression(name))

    def _knows(self, name: Name, level: str) -> bool:
        """Whether a finding is in the baseline and did not become worse since."""
        if name not in self.levels:
            return False
        self.matched.add(name)
        return not _worse(level, self.levels[name], name)

    def _suppression(self, name: Name) -> Suppression:
        return Suppression(name[2], "baseline", place=Place(self.path))

    def _gone(self, checked: set[str], *, whole: bool) -> Iterator[Diagnostic]:
        """Report entries that no longer occur, in one diagnostic."""
        gone = [name for name in sorted(self.levels.keys() - self.matched) if whole or name[0] in checked]
        if not gone:
            return
        listed = [f"{path}: {claim} {code}" for path, claim, code in gone[:LISTED]]
        if len(gone) > LISTED:
            listed.append(f"and {len(gone) - LISTED:,} more")
        what = "1 entry no longer occurs" if len(gone) == 1 else f"{len(gone):,} entries no longer occur"
        cure = "`factcheck baseline update` takes them out"
        yield Diagnostic(GONE, what, Place(self.path), notes=tuple(listed), help=cure)


def name_of(outcome: Outcome, path: str) -> Name:
    """Return what a finding on a claim is recognised by."""
    return path, outcome.id, UNEXPECTED if outcome.unexpected else outcome.code


def clash_name(one: Contradiction, path: str) -> Name:
    """Return what a contradiction is recognised by."""
    return path, ", ".join(one.claims), one.code


def level_of(outcome: Outcome) -> str:
    """Return how bad a finding on a claim is."""
    return (outcome.grade or "wrong") if outcome.verdict == "fail" else outcome.verdict


def _worse(level: str, before: str, name: Name) -> bool:
    """Whether a level is worse than it was; a verdict that was not expected has to stay the same."""
    if name[2] == UNEXPECTED:
        return level != before
    known = ["", "pass", *LEVELS]
    return before not in known or known.index(level) > known.index(before)


def _fails(one: Contradiction) -> bool:
    return one.fails and one.suppressed is None


def findings(files: Sequence[FileReport], fail_on: Level) -> dict[Name, str]:
    """Return what a baseline of these files holds."""
    found = {
        name_of(one, file.path): level_of(one)
        for file in files
        for one in file.outcomes
        if is_finding(one, fail_on) and (severity(one) or one.unexpected or one.weight)
    }
    clashes = {clash_name(one, file.path): "" for file in files for one in file.contradictions if _fails(one)}
    return found | clashes


def written(levels: dict[Name, str]) -> str:
    """Return the text of a baseline: sorted, an entry a line, so that it merges well."""
    keys = ("path", "claim", "code", "level")
    entries = [dict(zip(keys, (*name, level), strict=True)) for name, level in sorted(levels.items())]
    lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    listed = f"[\n{lines}\n]" if lines else "[]"
    return f'{{\n"format": {FORMAT},\n"findings": {listed}\n}}\n'


def read(path: Path, root: Path) -> Baseline | Diagnostic:
    """Read a baseline."""
    shown = shown_path(path, root)
    data = read_bytes(path, shown)
    file = data if isinstance(data, Diagnostic) else decode(data, shown)
    if isinstance(file, Diagnostic):
        return file
    try:
        return Baseline(shown, _levels(json.loads(file.text)))
    except (ValueError, KeyError, TypeError, RecursionError):
        cure = "write it anew: `factcheck baseline update`"
        return Diagnostic(UNREADABLE, "this is no baseline that factcheck wrote", Place(shown), help=cure)


def _levels(data: Any) -> dict[Name, str]:
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    return {(str(one["path"]), str(one["claim"]), str(one["code"])): str(one["level"]) for one in data["findings"]}
