"""``factcheck archive``: texts by the million, findings as Parquet."""

import argparse
import os
import sys
from collections import Counter
from functools import partial
from pathlib import Path

from factcheck.archive.archive import Archived, Engine, Job, Refused, Wanted, archive
from factcheck.archive.cluster import NoDaft, on_ray
from factcheck.archive.page import whole
from factcheck.archive.run import Progress, check_parts
from factcheck.archive.tally import Tally
from factcheck.archive.work import Unwritable
from factcheck.cli.console import complain, say
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.cli.texts import known_language
from factcheck.loader.texts.arrow import NoArrow, arrow
from factcheck.loader.texts.columns import NoColumn
from factcheck.loader.texts.inputs import NoInput, left_out
from factcheck.policy.drafts import today_of
from factcheck.report.drafts.summary import unread
from factcheck.workspace import Workspace

_KINDS = 5
"""So many endings of files that are left out are told."""


def run(options: argparse.Namespace) -> int:
    """Check the texts, say what was found, and return the exit code."""
    if options.lang is not None and not known_language(options.lang):
        return UNABLE
    workspace = Workspace.open(Path.cwd())
    if not _is_sound(workspace):
        return UNABLE
    project = workspace.project
    today = today_of(project.settings)
    job = Job(Path(options.out), project.root, options.lang, options.batch, options.seconds, today)
    wanted = Wanted(options.text or "", options.id or "", options.date or "")
    try:
        arrow()
        done = archive(options.paths, job, wanted, engine=_engine(options), progress=_progress())
    except (NoArrow, NoColumn, NoDaft, NoInput, Refused, Unwritable) as refused:
        complain(str(refused))
        return UNABLE
    except KeyboardInterrupt:
        complain("interrupted; the same command goes on from here")
        return UNABLE
    _tell(done, job.out, left_out(options.paths, without=job.out))
    return FINDINGS if done.tally.failing and not options.exit_zero else OK


def _is_sound(workspace: Workspace) -> bool:
    """Say what is wrong with settings, packs and baseline; return whether they can be checked with."""
    drafts = workspace.honour_drafts(())
    for one in (one for draft in drafts for one in draft.diagnostics):
        complain(f"{one.place}: {one.code} {one.message}" + (f"; {one.help}" if one.help else ""))
    return not unread(drafts)


def _engine(options: argparse.Namespace) -> Engine:
    if options.ray is None:
        return partial(check_parts, workers=options.workers or cores())
    return partial(on_ray, address=options.ray)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tell(done: Archived, out: Path, left: Counter[str]) -> None:
    tally, share = done.tally, whole(done.tally)
    again = f" ({done.before:,} of them in earlier runs)" if done.before else ""
    fails = tally.failing.total()
    by_settings = f"; by the settings {fails:,} fail the run" if fails != share.wrong else ""
    judged = f"{share.wrong:,} of {share.of:,} judged numbers {'is' if share.wrong == 1 else 'are'} wrong"
    say(f"{_texts(tally.texts.total())}{again}: {judged}{by_settings}")
    if tally.texts["not checked"]:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(tally.errors.items()))
        say(f"{_texts(tally.texts['not checked'])} could not be checked: {kinds}")
    if left:
        kinds = ", ".join(f"{count:,} {kind or 'without an ending'}" for kind, count in left.most_common(_KINDS))
        say(f"left out, since they are of other kinds: {kinds}{', …' if len(left) > _KINDS else ''}")
    say(f"findings: {out / 'findings'}; errors: {out / 'errors'}; summary: {out / 'summary.html'}")


def _texts(count: int) -> str:
    return f"{count:,} text{'' if count == 1 else 's'}"


def _progress() -> Progress:
    """Return what is called after each batch: a line on a terminal, nothing elsewhere."""
    sums = [0, 0]

    def show(found: Tally) -> None:
        sums[0] += found.texts.total()
        sums[1] += sum(one["fail"] for one in found.relations.values())
        sys.stderr.write(f"\r\x1b[K{sums[0]:,} texts, {sums[1]:,} numbers wrong")
        sys.stderr.flush()

    return show if sys.stderr.isatty() else lambda _: None
