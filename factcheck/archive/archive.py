"""The one way into archives: input looked at, folder opened, batches checked, summary written."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.archive import page
from factcheck.archive.folder import DONE, PAGE, SUMMARY, Refused, opened, write
from factcheck.archive.job import Job, manifest, written
from factcheck.archive.run import Progress
from factcheck.archive.tally import Tally, tally
from factcheck.loader.texts.columns import Wanted
from factcheck.loader.texts.inputs import inputs
from factcheck.loader.texts.parts import Part

__all__ = ["Archived", "Job", "Refused", "Wanted", "archive"]

Engine = Callable[[Job, Sequence[tuple[int, Part]], set[str], Progress], None]
"""What checks the parts that are not done yet, and tells of each batch: processes here, or the nodes of a cluster."""


class Archived(NamedTuple):
    """What a run came to: what the whole archive counts, and how many texts of it were checked before this run."""

    tally: Tally
    before: int


def archive(
    paths: Sequence[str],
    job: Job,
    wanted: Wanted,
    *,
    engine: Engine,
    progress: Progress,
) -> Archived:
    """Check the texts of files and folders, going on where an earlier run of the same was stopped.

    Raises NoInput, NoColumn, NoArrow, Refused or Unwritable, each of which says what to do.
    """
    found = inputs(paths, wanted, without=job.out)
    with opened(job.out, manifest(job, wanted, found)) as done:
        before = sum(_tally(job.out, mark).texts.total() for mark in sorted(done))
        engine(job, list(enumerate(part for one in found for part in one.parts)), done, progress)
        whole = _summed(job.out)
        write(job.out, SUMMARY, written(whole.data()).encode("utf-8"))
        write(job.out, PAGE, page.render(whole, [one.source for one in found]).encode("utf-8"))
    return Archived(whole, before)


def _summed(out: Path) -> Tally:
    found = Tally()
    for path in sorted((out / DONE).glob("*.json")):
        found.merge(_tally(out, path.stem))
    return found


def _tally(out: Path, mark: str) -> Tally:
    path = out / DONE / f"{mark}.json"
    try:
        return tally(json.loads(path.read_bytes()))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused(f"`{path}` is not as it was written: remove it, and run this again") from None
