"""``factcheck draft``: which numbers of a text are wrong, with no set-up."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from factcheck.cli.console import complain, for_programs, limit, received, show_lines
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.cli.outputs import Output, Refused, append, one_baseline, outputs, summary_file, write, write_pages
from factcheck.cli.progress import followed, watched
from factcheck.cli.texts import STDIN, known_language, texts
from factcheck.diagnostics import Diagnostic, Problem
from factcheck.loader.documents import path_of
from factcheck.loader.files import is_folder, is_there
from factcheck.model.draft import DraftReport
from factcheck.policy.asked import Asked
from factcheck.report.drafts import renderer
from factcheck.report.drafts.summary import Demand, DraftLevel, exit_code, is_finding, is_shown, unread
from factcheck.report.drafts.text import lines
from factcheck.report.layout import plain
from factcheck.report.summary import DEFAULT_FAIL_ON
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.loader.data.contents import Contents
    from factcheck.loader.documents import Document


PAGED = ("html",)
"""The formats that can be a folder of pages."""

COMMENTS = "docx"
"""What `--out` writes beside the formats of reports: the document with comments at its findings."""


def run(options: argparse.Namespace) -> int:
    """Check the drafts, report, and return the exit code."""
    if options.lang is not None and not known_language(options.lang):
        return UNABLE
    try:
        return _checked(options, outputs(options.out, options.format, paged=PAGED, more=(COMMENTS,)))
    except Refused as refused:
        complain(str(refused))
        return UNABLE


def _checked(options: argparse.Namespace, targets: Sequence[Output]) -> int:
    if options.jsonl and options.only:
        raise Refused("--only is for reports: --jsonl answers with all that was found")
    if options.jsonl:
        return _filter(_workspace(options), options)
    if not options.paths:
        complain("name a file or a folder, or `-` for standard input")
        return UNABLE
    target = _claims_target(options)
    _check_comments(options, targets)
    drafts, level = _of_repository(options) if options.root else _of_project(options)
    if options.since and not drafts:
        complain(f"no text changed since {options.since}")
        return OK
    if options.only:
        drafts = tuple(map(import_module("factcheck.proofread.results").only_statistics, drafts))
    demand = Demand(cast("DraftLevel", level), options.min_coverage, not options.allow_unjudged)
    _write(drafts, options, targets, demand)
    if target is not None:
        _write_claims(target, drafts)
    _show(drafts, options, demand)
    code = exit_code(drafts, demand)
    return OK if options.exit_zero and code == FINDINGS else code


def _workspace(options: argparse.Namespace) -> Workspace:
    paths = [Path(path) for path in options.paths if path != STDIN]
    return Workspace.open(paths[0] if paths else Path.cwd(), cached=not options.no_cache)


def _asked(options: argparse.Namespace) -> Asked:
    baseline = Path(options.baseline) if options.baseline else None
    return Asked(options.fail_on or "", options.today or "", baseline, options.no_baseline)


def _of_project(options: argparse.Namespace) -> tuple[tuple[DraftReport, ...], str]:
    """Check texts with the settings of the project around the first; return its level, too."""
    workspace = _workspace(options)
    contents = _data(workspace, options)
    with watched() as watch:
        each = followed(_texts(workspace, options.paths, options), watch, path_of)
        found = [_read(workspace, text, options, contents) for text in each]
    level = options.fail_on or workspace.project.settings.fail_on
    return workspace.honour_drafts(found, _asked(options)), level


def _of_repository(options: argparse.Namespace) -> tuple[tuple[DraftReport, ...], str]:
    """Check texts, each with the settings of its project; raises Refused for what cannot be."""
    from factcheck.repository import Outside, Repository  # noqa: PLC0415 - for those who ask

    if options.data:
        raise Refused("--data is for the texts of one project, without --root")
    repository = Repository(Path(options.root), cached=not options.no_cache)
    try:
        found = repository.workspaces(list(map(Path, options.paths)))
    except Outside as outside:
        raise Refused(str(outside)) from outside
    one_baseline(_asked(options), len(found))
    texts_of = [(one, [*_texts(one, [str(path) for path in paths], options)]) for one, paths in found]
    with watched() as watch:
        each = followed([text for _, of_project in texts_of for text in of_project], watch, path_of)
        drafts = repository.drafts(texts_of, _asked(options), lambda one, _: _read(one, next(each), options))
    return drafts, options.fail_on or DEFAULT_FAIL_ON


def _data(workspace: Workspace, options: argparse.Namespace) -> "Sequence[Contents]":
    """Read the data files; raises Refused for one that cannot be read."""
    try:
        return workspace.data([Path(name) for name in options.data]) if options.data else ()
    except Problem as problem:
        cure = f": {problem.help}" if problem.help else ""
        raise Refused(f"{problem.message}{cure}") from problem


def _read(
    workspace: Workspace,
    text: "Document | Diagnostic",
    options: argparse.Namespace,
    contents: "Sequence[Contents]" = (),
) -> DraftReport:
    report = workspace.draft_document(
        text, markdown=options.markdown or None, lang=options.lang, date=options.date or ""
    )
    if not contents or isinstance(text, Diagnostic):
        return report
    return workspace.with_data(report, contents, markdown=options.markdown or text.markdown)


def _texts(
    workspace: Workspace, paths: Sequence[str], options: argparse.Namespace
) -> "Iterator[Document | Diagnostic]":
    """Read the texts, with --since those that changed; raises Refused where there is no such revision."""
    found = texts(workspace, paths)
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
    if is_there(path) and not options.force:
        raise Refused(f"`{path}` exists already: choose another name, or say --force")
    return path


def _write_claims(path: Path, drafts: Sequence[DraftReport]) -> None:
    """Write one draft's findings as claims. Raises Refused where that cannot be."""
    drafts = [draft for draft in drafts if draft.text] or drafts  # without what is wrong with the settings
    if len(drafts) != 1:
        raise Refused("--write takes one draft: each needs a claim file of its own")
    if not unread(drafts):
        write(path, import_module("factcheck.proofread.claim_file").claim_file(drafts[0]))
        complain(f"wrote {path}; check it with: factcheck check {path}")


def _write(
    drafts: Sequence[DraftReport], options: argparse.Namespace, targets: Sequence[Output], demand: Demand
) -> None:
    """Write the report to each target; in the format `github`, also to the job's summary."""
    for form, path, folder in targets:
        if form == COMMENTS:
            write(path, _commented(drafts, options, demand))
        elif folder:
            write_pages(path, import_module(f"factcheck.report.drafts.{form}").pages(drafts))
        else:
            write(path, _rendered(drafts, form, demand, verbose=options.verbose))
    summary = summary_file()
    if summary is not None and "github" in {options.format, *(target.format for target in targets)}:
        size = summary.stat().st_size if summary.is_file() else 0
        github = import_module("factcheck.report.drafts.github")
        append(summary, github.summary(drafts, verbose=options.verbose, demand=demand, written=size))


def _check_comments(options: argparse.Namespace, targets: Sequence[Output]) -> None:
    """Raise Refused where comments are asked for and there is no one Word document to put them in."""
    for path in (target.path for target in targets if target.format == COMMENTS):
        named = options.paths[0]
        if len(options.paths) != 1 or not named.lower().endswith(".docx") or is_folder(Path(named)):
            raise Refused(f"--out docx={path} adds comments to one Word document: name one, which ends in .docx")
        if is_there(path) and path.samefile(named):
            raise Refused(f"cannot write `{path}`: it is the document itself; choose another name")


def _commented(drafts: Sequence[DraftReport], options: argparse.Namespace, demand: Demand) -> bytes:
    """Return the document with comments. Raises Refused where it cannot be read."""
    draft = drafts[0]
    if unread(drafts):
        raise Refused(f"no comments were written: `{options.paths[0]}` could not be read")
    shown = [one for one in draft.findings if is_shown(one, demand)]
    try:
        commented = import_module("factcheck.workspace.margin").commented_file
        return cast("bytes", commented(Path(options.paths[0]), draft, shown))
    except Problem as problem:
        raise Refused(f"cannot comment on `{options.paths[0]}`: {problem.message}") from problem


def _rendered(drafts: Sequence[DraftReport], form: str, demand: Demand, *, verbose: bool) -> str:
    if form == "text":
        return plain(lines(drafts, verbose=verbose, demand=demand))
    return renderer(form)(drafts, verbose=verbose, demand=demand)


def _show(drafts: Sequence[DraftReport], options: argparse.Namespace, demand: Demand) -> None:
    """Print the report; colours only on a terminal."""
    if options.format == "text":
        show_lines(
            lambda width: lines(drafts, verbose=options.verbose, width=width, demand=demand, limit=limit(options))
        )
        return
    for_programs()
    sys.stdout.write(_rendered(drafts, options.format, demand, verbose=options.verbose))
    sys.stdout.flush()


def _filter(workspace: Workspace, options: argparse.Namespace) -> int:
    """Answer lines; 2 where one of them could not be read, 1 where a number is as bad as fails a run."""
    wrong = [0]
    code = OK
    level = cast("DraftLevel", options.fail_on or workspace.project.settings.fail_on)
    for_programs()
    for report in _answered(workspace, options, wrong):
        code = FINDINGS if any(is_finding(one, level) for one in report.findings) else code
    if wrong[0] > 1:
        complain(f"{wrong[0]} lines could not be read")
    return UNABLE if wrong[0] else code


def _answered(workspace: Workspace, options: argparse.Namespace, wrong: list[int]) -> Iterator[DraftReport]:
    """Write the answers and yield the reports; of the lines that cannot be read the first is told."""
    for answer in workspace.filter_drafts(received(), markdown=bool(options.markdown), lang=options.lang):
        sys.stdout.write(f"{answer.line}\n")
        if answer.report is not None:
            yield answer.report
            continue
        wrong[0] += 1
        if wrong[0] == 1:
            complain(answer.problem)
