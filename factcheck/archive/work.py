"""What a process does with a batch: checks its texts, writes what was found, notes that it is done."""

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache, partial
from pathlib import Path
from threading import Thread, current_thread, main_thread
from typing import NamedTuple

from factcheck.archive import parquet
from factcheck.archive.batches import Batch
from factcheck.archive.folder import DONE, ERRORS, FINDINGS, write
from factcheck.archive.job import Job, written
from factcheck.archive.tally import Tally
from factcheck.model.texts import CheckedText, Fault, TextRow
from factcheck.report.table.rows import Row, fault_row, rows_of
from factcheck.workspace import Workspace
from factcheck.workspace.texts import Slow

FEWER_COLLECTIONS = 50_000


class Unwritable(Exception):  # noqa: N818 - the disk's, not the program's
    """A file of the archive cannot be written: the message says why."""


class Checked(NamedTuple):
    """What was found in some texts: rows of findings and errors, and what was counted."""

    findings: list[Row]
    errors: list[Row]
    tally: Tally

    def merge(self, other: "Checked") -> "Checked":
        """Return both, one after the other."""
        self.tally.merge(other.tally)
        return Checked(self.findings + other.findings, self.errors + other.errors, self.tally)


def begin(root: Path) -> None:
    """Make a process ready: the packs are loaded, a stop is left to the one that started it, whose end ends it, too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, daemon=True).start()
    gc.set_threshold(FEWER_COLLECTIONS)
    _workspace(root).session.engine()
    gc.freeze()


def _follow() -> None:
    """End this process when the one that started it is gone."""
    from multiprocessing import connection, parent_process  # noqa: PLC0415

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def work(job: Job, batch: Batch) -> Tally:
    """Check a batch and write what was found. Raises Unwritable where it cannot be written."""
    return commit(job, batch, check(job, batch.texts))


def check(job: Job, texts: Sequence[TextRow]) -> Checked:
    """Check texts; nothing raises."""
    workspace = _workspace(job.root)
    found = Checked([], [], Tally())
    for one in workspace.check_texts(texts, lang=job.lang, limit=partial(_limit, job.seconds), today=job.today):
        rows = list(rows_of(one, workspace.held)) if one.report else []
        found.findings.extend(rows)
        found.errors.extend(_faults(one))
        found.tally.add(one, rows)
    return found


def _faults(one: CheckedText) -> list[Row]:
    return [fault_row(one.text, one.fault)] if one.fault else []


def unchecked(text: TextRow, fault: Fault) -> Checked:
    """Return what is noted of a text that was not checked."""
    found = Checked([], [fault_row(text, fault)], Tally())
    found.tally.add(CheckedText(text, fault=fault), ())
    return found


def commit(job: Job, batch: Batch, found: Checked) -> Tally:
    """Write what was found in a batch; the last file, which counts, says that it is done."""
    try:
        write(job.out / ERRORS, f"{batch.name}.parquet", parquet.errors(found.errors))
        write(job.out / FINDINGS, f"{batch.name}.parquet", parquet.findings(found.findings))
        write(job.out / DONE, f"{batch.mark}.json", written(found.tally.data()).encode("utf-8"))
    except OSError as error:
        raise Unwritable(f"cannot write to `{job.out}`: {error.strerror or error}") from None
    return found.tally


@cache
def _workspace(root: Path) -> Workspace:
    return Workspace.open(root)


def _limit(seconds: float) -> AbstractContextManager[object]:
    if not seconds or not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        return nullcontext()
    return _bounded(seconds)


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """Raise Slow when this process has computed for so long, whatever else the machine does."""

    def late(*_: object) -> None:
        raise Slow(f"not checked to the end: it took more than {seconds:g} s")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
