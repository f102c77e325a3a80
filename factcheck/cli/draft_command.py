"""``factcheck draft``: which numbers of a text are wrong, with no set-up."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from factcheck.cli.console import complain, for_programs, limit, on_terminal, received
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.cli.outputs import Output, Refused, append, outputs, summary_file, write
from factcheck.cli.texts import known_language, texts
from factcheck.model.draft import DraftReport
from factcheck.policy.asked import Asked
from factcheck.report.drafts import renderer
from factcheck.report.drafts.summary import Demand, DraftLevel, exit_code, unread
from factcheck.report.drafts.text import lines
from factcheck.report.layout import plain
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.diagnostics import Diagnostic
    from factcheck.loader.documents import Document


def run(options: argparse.Namespace) -> int:
    """Check the drafts, report, and return the exit code."""
    if options.lang and not known_language(options.lang):
        return UNABLE
    try:
        return _checked(options, outputs(options.out, options.format))
    except Refused as refused:
        complain(str(refused))
        return UNABLE


def _checked(options: argparse.Namespace, targets: Sequence[Output]) -> int:
    paths = [Path(path) for path in options.paths if path != "-"]
    workspace = Workspace.open(paths[0] if paths else Path.cwd(), cached=not options.no_cache)
    if options.jsonl:
        return _filter(workspace)
    if not options.paths:
        complain("name a file or a folder, or `-` for standard input")
        return UNABLE
    target = _claims_target(options)
    found = [
        workspace.draft_document(found, markdown=options.markdown or None, lang=options.lang)
        for found in _texts(workspace, options)
    ]
    if options.since and not found:
        complain(f"no text changed since {options.since}")
        return OK
    baseline = Path(options.baseline) if options.baseline else None
    asked = Asked(options.fail_on or "", options.today or "", baseline, options.no_baseline)
    drafts = workspace.honour_drafts(found, asked)
    level = cast("DraftLevel", options.fail_on or workspace.project.settings.fail_on)
    demand = Demand(level, options.min_coverage, not options.allow_unjudged)
    _write(drafts, options, targets, demand)
    if target is not None:
        _write_claims(target, found)
    _show(drafts, options, demand)
    code = exit_code(drafts, demand)
    return OK if options.exit_zero and code == FINDINGS else code


def _texts(workspace: Workspace, options: argparse.Namespace) -> "Iterator[Document | Diagnostic]":
    """Read the texts, with --since those that changed; raises Refused where there is no such revision."""
    found = texts(workspace, options.paths)
    if not options.since:
        return found
    from factcheck.policy.git import NoRevision  # noqa: PLC0415 - brings subprocess

    try:
        return filter(workspace.changed(options.since), found)
    except NoRevision as none:
        raise Refused(str(none)) from none


def _claims_target(options: argparse.Namespace) -> Path | None:
    """Return the claim file to write; raises Refused for one that exists already, or that cannot be."""
    if not options.write:
        return None
    path = outputs([f"./{options.write}" if "=" in options.write else options.write], "text")[0].path
    if path.exists() and not options.force:
        raise Refused(f"`{path}` exists already: choose another name, or say --force")
    return path


def _write_claims(path: Path, drafts: Sequence[DraftReport]) -> None:
    """Write one draft's findings as claims. Raises Refused where that cannot be."""
    if len(drafts) != 1:
        raise Refused("--write takes one draft: each needs a claim file of its own")
    if not unread(drafts):
        write(path, import_module("factcheck.proofread.claim_file").claim_file(drafts[0]))
        complain(f"wrote {path}; check it with: factcheck check {path}")


def _write(
    drafts: Sequence[DraftReport], options: argparse.Namespace, targets: Sequence[Output], demand: Demand
) -> None:
    """Write the report to each target; in the format `github`, also to the job's summary."""
    for form, path in targets:
        write(path, _rendered(drafts, form, demand, verbose=options.verbose))
    summary = summary_file()
    if summary is not None and "github" in {options.format, *(target.format for target in targets)}:
        size = summary.stat().st_size if summary.is_file() else 0
        github = import_module("factcheck.report.drafts.github")
        append(summary, github.summary(drafts, verbose=options.verbose, demand=demand, written=size))


def _rendered(drafts: Sequence[DraftReport], form: str, demand: Demand, *, verbose: bool) -> str:
    if form == "text":
        return plain(lines(drafts, verbose=verbose, demand=demand))
    return renderer(form)(drafts, verbose=verbose, demand=demand)


def _show(drafts: Sequence[DraftReport], options: argparse.Namespace, demand: Demand) -> None:
    """Print the report; colours only on a terminal."""
    if options.format == "text" and on_terminal():
        import_module("factcheck.report.terminal").show_lines(
            lambda width: lines(drafts, verbose=options.verbose, width=width, demand=demand, limit=limit(options))
        )
    elif options.format == "text":
        sys.stdout.write(plain(lines(drafts, verbose=options.verbose, demand=demand, limit=limit(options))))
    else:
        for_programs()
        sys.stdout.write(_rendered(drafts, options.format, demand, verbose=options.verbose))
    sys.stdout.flush()


def _filter(workspace: Workspace) -> int:
    """Answer lines; 2 where one of them could not be read, 1 where a number is wrong."""
    wrong = [0]
    code = OK
    for_programs()
    for report in _answered(workspace, wrong):
        bad = any(one.verdict == "fail" and not one.ignored for one in report.findings)
        code = FINDINGS if bad else code
    if wrong[0] > 1:
        complain(f"{wrong[0]} lines could not be read")
    return UNABLE if wrong[0] else code


def _answered(workspace: Workspace, wrong: list[int]) -> Iterator[DraftReport]:
    """Write the answers and yield the reports; of the lines that cannot be read the first is told."""
    for answer in workspace.filter_drafts(received()):
        sys.stdout.write(f"{answer.line}\n")
        if answer.report is not None:
            yield answer.report
            continue
        wrong[0] += 1
        if wrong[0] == 1:
            complain(answer.problem)
