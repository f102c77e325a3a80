"""The baseline: findings that were there when it was written. Only what is new, or worse, fails a run."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import decode, read_bytes, shown_path
from factcheck.model.report import UNEXPECTED, Contradiction, FileReport, Note, Outcome, Range, Suppression
from factcheck.report.summary import LEVELS, Level, is_finding, severity
from factcheck.source import Place

FORMAT = 1
GONE, UNREADABLE = "FC701", "FC702"
LISTED = 10

Kind = Literal["claim", "number"]


class Name(NamedTuple):
    """What a finding is recognised by: its file, the claim, or the number of a draft as it is written, and its code.

    Never its line.
    """

    path: str
    subject: str
    code: str
    kind: Kind = "claim"


Levels = dict[Name, dict[str, str]]
"""The level of each finding by what is stated and derived; one without that is known whatever its values."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings by name, with the level that each had; ``matched`` collects those that were found again."""

    path: str
    levels: Levels
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
        return found, tuple(self.gone({file.path for file in files}, "claim", whole=whole))

    def _outcome(self, outcome: Outcome, path: str, fail_on: Level) -> Outcome:
        if not is_finding(outcome, fail_on):
            return outcome
        name = name_of(outcome, path)
        if self.knows(name, level_of(outcome), value_of(outcome)):
            return replace(outcome, suppressions=(*outcome.suppressions, self.suppression(name)))
        before = [value for value in self.levels.get(name, ()) if value and value != value_of(outcome)]
        notes = (Note(f"in the baseline it is another value: {', '.join(before)}"),) if before else ()
        return replace(outcome, notes=(*outcome.notes, *notes))

    def _contradiction(self, one: Contradiction, path: str) -> Contradiction:
        name = clash_name(one, path)
        if not _fails(one) or not self.knows(name, "", ""):
            return one
        return replace(one, suppressed=self.suppression(name))

    def knows(self, name: Name, level: str, value: str) -> bool:
        """Whether a finding is in the baseline with its values, and did not become worse since."""
        if name not in self.levels:
            return False
        self.matched.add(name)
        known = self.levels[name]
        before = known.get(value, known.get(""))
        return before is not None and not _worse(level, before, name)

    def suppression(self, name: Name) -> Suppression:
        """Return why a finding that is in the baseline does not count."""
        return Suppression(name.code, "baseline", place=Place(self.path))

    def gone(self, checked: Collection[str], kind: Kind, *, whole: bool) -> Iterator[Diagnostic]:
        """Report entries that no longer occur, in one diagnostic."""
        left = (name for name in sorted(self.levels.keys() - self.matched) if name.kind == kind)
        gone = [name for name in left if whole or name.path in checked]
        if not gone:
            return
        listed = [f"{name.path}: {name.subject} {name.code}" for name in gone[:LISTED]]
        if len(gone) > LISTED:
            listed.append(f"and {len(gone) - LISTED:,} more")
        what = "1 entry no longer occurs" if len(gone) == 1 else f"{len(gone):,} entries no longer occur"
        cure = "`factcheck baseline update` takes them out"
        yield Diagnostic(GONE, what, Place(self.path), notes=tuple(listed), help=cure)


def name_of(outcome: Outcome, path: str) -> Name:
    """Return what a finding on a claim is recognised by."""
    return Name(path, outcome.id, UNEXPECTED if outcome.unexpected else outcome.code)


def clash_name(one: Contradiction, path: str) -> Name:
    """Return what a contradiction is recognised by."""
    return Name(path, ", ".join(one.claims), one.code)


def level_of(outcome: Outcome) -> str:
    """Return how bad a finding on a claim is."""
    return (outcome.grade or "wrong") if outcome.verdict == "fail" else outcome.verdict


def value_of(outcome: Outcome) -> str:
    """Return what is stated and derived, in short; what has no values is known by its statement."""
    if outcome.stated is None or outcome.derived is None:
        return outcome.says
    return f"{_amount(outcome.stated)}, derived {_amount(outcome.derived)}"


def _amount(found: Range) -> str:
    value = found.nominal if found.nominal is not None else f"{found.low or '-inf'} to {found.high or 'inf'}"
    return f"{value} {found.unit}".strip()


def _worse(level: str, before: str, name: Name) -> bool:
    """Whether a level is worse than it was; a verdict that was not expected has to stay the same."""
    if name.code == UNEXPECTED:
        return level != before
    known = ["", "pass", "query", *LEVELS]
    return before not in known or known.index(level) > known.index(before)


def _fails(one: Contradiction) -> bool:
    return one.fails and one.suppressed is None


def findings(files: Sequence[FileReport], fail_on: Level) -> Levels:
    """Return what a baseline of these files holds."""
    found = {
        name_of(one, file.path): {value_of(one): level_of(one)}
        for file in files
        for one in file.outcomes
        if is_finding(one, fail_on) and (severity(one) or one.unexpected or one.weight)
    }
    clashes = {clash_name(one, file.path): {"": ""} for file in files for one in file.contradictions if _fails(one)}
    return found | clashes


def written(levels: Levels) -> str:
    """Return the text of a baseline: sorted, an entry a line, so that it merges well."""
    entries = [
        {"path": name.path, name.kind: name.subject, "code": name.code, "level": level}
        | ({"value": value} if value else {})
        for name, known in sorted(levels.items())
        for value, level in sorted(known.items())
    ]
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


def _levels(data: Any) -> Levels:
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    found: Levels = {}
    for one in data["findings"]:
        kind: Kind = "number" if "number" in one else "claim"
        name = Name(str(one["path"]), str(one[kind]), str(one["code"]), kind)
        found.setdefault(name, {})[str(one.get("value", ""))] = str(one["level"])
    return found
