"""``factcheck test``: the cases that stand beside the rules."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.console import all_exist, say, show_diagnostics
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.model.report import Outcome
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.proofread.own_cases import WordingResult


def run(options: argparse.Namespace) -> int:
    """Run the cases and print those that do not get the verdict they expect."""
    paths = [Path(path) for path in options.paths]
    if not all_exist(paths):
        return UNABLE
    workspace = Workspace.open(paths[0] if paths else Path.cwd())
    found = workspace.test_rules(paths)
    show_diagnostics(found.diagnostics)
    for result in found.results:
        wrong = [outcome for outcome in result.outcomes if outcome.unexpected]
        if options.verbose:
            say(f"{'FAIL' if wrong or result.lacking else 'ok  '} {result.rule.id}: {len(result.outcomes)} cases")
        for kind in result.lacking:
            say(f"{result.rule.place}: rule `{result.rule.id}` has fewer than two {kind} cases")
        for outcome in wrong:
            _show(outcome)
    cases = len(found.outcomes)
    wrong_cases = sum(outcome.unexpected for outcome in found.outcomes)
    say(f"{len(found.results)} rules, {cases} cases: {cases - wrong_cases} as expected, {wrong_cases} not")
    unsaid = _show_wordings(workspace.test_wordings(found))
    return FINDINGS if found.failed or unsaid or not found.results else OK


def _show_wordings(results: Sequence["WordingResult"]) -> int:
    """Print what drafts do not make of the wordings as their cases say; return how much that is."""
    cases, unsaid = sum(one.cases for one in results), sum(len(one.problems) for one in results)
    for one in results:
        for problem in one.problems:
            say(f"{one.rule.place}: drafts, rule `{one.rule.id}`: {problem}")
    if cases:
        say(f"{cases} cases of wordings in drafts: {cases - unsaid} as expected, {unsaid} not")
    return unsaid


def _show(outcome: Outcome) -> None:
    say(f"{outcome.position.path}:{outcome.position.line}: {outcome.says}")
    say(f"  expected {outcome.expect}, got {outcome.grade or outcome.verdict}: {outcome.headline}")
    for diagnostic in outcome.diagnostics:
        for note in diagnostic.notes:
            say(f"  {note}")
