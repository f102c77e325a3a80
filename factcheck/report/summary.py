"""What a run comes to: counts by verdict, findings, the exit code."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, get_args

from factcheck.codes import REMARKS, UNREADABLE, UPKEEP
from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Contradiction, Outcome, Report, Suppression, Verdict

Level = Literal["unverified", "borderline", "slip", "wrong", "decision", "error"]

LEVELS: tuple[Level, ...] = get_args(Level)
"""How bad an outcome is, mildest first."""

DEFAULT_FAIL_ON: Level = "slip"

VERDICTS: tuple[Verdict, ...] = ("pass", "fail", "borderline", "unverified", "error", "exempt")
"""The verdicts in the order in which they are counted out."""

READABLE = ("FC114", "FC312", *REMARKS, *UPKEEP)
"""The codes of what was read and is wrong: a setting that keeps its default, a name that hides another, left-overs."""

_JUDGED = ("pass", "borderline", "fail")


def outcomes(report: Report) -> Iterator[Outcome]:
    """Yield the outcomes of all files, in order."""
    for file in report.files:
        yield from file.outcomes


def diagnostics(report: Report) -> Iterator[Diagnostic]:
    """Yield what was wrong with the files themselves: packs and configuration first."""
    yield from report.diagnostics
    for file in report.files:
        yield from file.diagnostics


def severity(outcome: Outcome) -> int:
    """Return the rank of an outcome in `LEVELS`, from 1; 0 is nothing to report."""
    level = outcome.grade or "wrong" if outcome.verdict == "fail" else outcome.verdict
    return LEVELS.index(level) + 1 if level in LEVELS else 0


def expected(outcome: Outcome) -> bool:
    """Return whether the claim records the verdict it got."""
    return outcome.expect is not None and not outcome.unexpected


def made_to_fail(outcome: Outcome) -> bool:
    """Return whether the settings make a finding of it: by its code, or by that of a remark on a claim that holds."""
    return outcome.weight == "fail" and not (expected(outcome) and severity(outcome))


def is_finding(outcome: Outcome, fail_on: Level = DEFAULT_FAIL_ON) -> bool:
    """Return whether an outcome makes a run fail."""
    if outcome.suppressed:
        return False
    if outcome.expect is not None and (outcome.unexpected or severity(outcome)):
        return outcome.unexpected
    if outcome.weight:
        return outcome.weight == "fail"
    return severity(outcome) > LEVELS.index(fail_on)


def findings(report: Report, fail_on: Level = DEFAULT_FAIL_ON) -> list[Outcome | Diagnostic | Contradiction]:
    """Return what makes a run fail: problems of files, outcomes nobody expected, contradictions that are to fail it."""
    bad = [outcome for outcome in outcomes(report) if is_finding(outcome, fail_on)]
    clashes = [one for file in report.files for one in file.contradictions if one.fails and not one.suppressed]
    return [*(one for one in diagnostics(report) if one.level == "error"), *bad, *clashes]


def unable(report: Report) -> bool:
    """Return whether something could not be read: a file, the settings, a pack; or whether there are no claim files.

    An empty claim file, and a setting with a value it cannot have, are findings.
    """
    own = (one.code for one in report.diagnostics if one.level == "error" and one.code not in READABLE)
    return any(True for _ in own) or any(one.code in UNREADABLE for one in diagnostics(report))


def exit_code(report: Report, fail_on: Level = DEFAULT_FAIL_ON) -> int:
    """Return 0 if at least one claim was judged and nothing is a finding, else 1; nothing changed is no finding."""
    judged = any(outcome.verdict in _JUDGED for outcome in outcomes(report)) or _nothing_changed(report)
    return 0 if judged and not findings(report, fail_on) else 1


def _nothing_changed(report: Report) -> bool:
    return bool(report.since) and not any(True for _ in outcomes(report))


def counts(report: Report) -> dict[Verdict, int]:
    """Return how many claims got each verdict; verdicts that do not occur are left out."""
    found = Counter(outcome.verdict for outcome in outcomes(report))
    return {verdict: found[verdict] for verdict in VERDICTS if found[verdict]}


def expected_counts(report: Report) -> Counter[Verdict]:
    """Return how many claims of each verdict record it themselves."""
    return Counter(outcome.verdict for outcome in outcomes(report) if expected(outcome))


def suppressions(report: Report) -> Iterator[Suppression]:
    """Yield why findings do not count: verdicts, remarks and contradictions."""
    for file in report.files:
        for outcome in file.outcomes:
            yield from outcome.suppressions
        yield from (one.suppressed for one in file.contradictions if one.suppressed)


def suppressed_counts(report: Report) -> dict[str, int]:
    """Return how many findings are ignored and how many are in the baseline; what does not occur is left out."""
    found = Counter("in the baseline" if one.by == "baseline" else "ignored" for one in suppressions(report))
    return {name: found[name] for name in ("ignored", "in the baseline") if found[name]}


def summary_line(report: Report) -> str:
    """Return the run in one line: ``3 claims: 1 pass, 2 fail (1 expected); 1 finding ignored``."""
    known = expected_counts(report)
    parts = [
        f"{count} {verdict}" + (f" ({known[verdict]} expected)" if verdict != "pass" and known[verdict] else "")
        for verdict, count in counts(report).items()
    ]
    total = counted(sum(counts(report).values()), "claim")
    return "; ".join((f"{total}: {', '.join(parts)}" if parts else "no claims", *_beside(report)))


def _beside(report: Report) -> Iterator[str]:
    """Yield what is counted beside the verdicts: what does not count, what did not change, problems."""
    for name, count in suppressed_counts(report).items():
        yield f"{counted(count, 'finding')} {name}"
    if report.since:
        yield f"{sum(file.unchanged for file in report.files)} unchanged since {report.since}"
    problems = sum(1 for _ in diagnostics(report))
    if problems:
        yield f"{counted(problems, 'problem')} in the files"


def day_line(report: Report) -> str:
    """Say which day the ends of ignores were compared with; empty where nothing was."""
    return f"ends of ignores are compared with {report.today.date} ({report.today.source})" if report.today else ""


def result_line(report: Report, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return why the run passes or fails, in words."""
    found = len(findings(report, fail_on))
    if found:
        return f"{counted(found, 'finding')} to look at"
    if exit_code(report, fail_on):
        return "nothing was judged"
    known = sum(1 for outcome in outcomes(report) if expected(outcome) and severity(outcome))
    return f"no findings beyond the {known} expected" if known else "no findings"


def counted(number: int, noun: str) -> str:
    """Write a count with its noun: ``1 claim``, ``2 claims``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
