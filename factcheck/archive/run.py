"""A run: batches go to processes, as many as there are cores, and a text that ends a process is found and noted."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from multiprocessing import active_children, get_context

from factcheck.archive.batches import Batch, batches, by_part, is_whole
from factcheck.archive.job import Job
from factcheck.archive.tally import Tally
from factcheck.archive.work import Checked, Unwritable, begin, check, commit, unchecked, work
from factcheck.loader.texts.parts import Part
from factcheck.model.texts import Fault, TextRow

WAITING = 2
"""So many batches a process are read ahead, and no more, so that the memory is bounded."""

CRASH = Fault("crash", "not checked: the process that checked this text ended")

Progress = Callable[[Tally], None]


def check_parts(
    job: Job, parts: Sequence[tuple[int, Part]], done: set[str], progress: Progress, workers: int = 1
) -> None:
    """Check what is not done yet, in so many processes. Raises Unwritable where findings cannot be written."""
    waiting = (batch for batch in _batches(job, parts, done) if batch.mark not in done)
    left: Batch | None = next(waiting, None)
    while left is not None:
        suspects, left = _checked(job, left, waiting, workers, progress)
        for batch in suspects:
            progress(commit(job, batch, _apart(job, batch.texts)))


def _batches(job: Job, parts: Sequence[tuple[int, Part]], done: set[str]) -> Iterator[Batch]:
    known = by_part(done)
    for number, part in parts:
        if not is_whole(known.get(number, ())):
            yield from batches(part, number, job.batch)


def _pool(job: Job, workers: int) -> ProcessPoolExecutor:
    """Return processes that start afresh: this one may have threads."""
    return ProcessPoolExecutor(workers, get_context("spawn"), begin, (job.root,))


def _checked(
    job: Job, first: Batch, more: Iterator[Batch], workers: int, progress: Progress
) -> tuple[list[Batch], Batch | None]:
    """Check batches until all are done, or a process ends; return those that were at work then, and the next one."""
    others = {*active_children()}
    pool = _pool(job, workers)
    at_work: dict[Future[Tally], Batch] = {}
    try:
        batch: Batch | None = first
        while batch is not None or at_work:
            while batch is not None and len(at_work) < WAITING * workers:
                at_work[pool.submit(work, job, batch)] = batch
                batch = next(more, None)
            for future in wait(at_work, return_when=FIRST_COMPLETED).done:
                progress(future.result())
                del at_work[future]
    except BrokenExecutor:
        pool.shutdown(wait=True, cancel_futures=True)
        ended = {future for future in at_work if future.done() and not future.exception()}
        for future in ended:
            progress(future.result())
        suspects = [one for future, one in at_work.items() if future not in ended]
        return suspects, batch if batch is not None else next(more, None)
    except BaseException as stopped:
        if not isinstance(stopped, Exception):  # a stop is not to wait for batches
            for process in {*active_children()} - others:
                process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    pool.shutdown()
    return [], None


def _apart(job: Job, texts: Sequence[TextRow]) -> Checked:
    """Check texts among which one may end the process: halves, until it is found."""
    found = _alone(job, texts)
    if found is not None:
        return found
    if len(texts) > 1:
        half = len(texts) // 2
        return _apart(job, texts[:half]).merge(_apart(job, texts[half:]))
    if _alone(job, ()) is None:
        raise Unwritable("no process can be started: is there enough memory?")
    return unchecked(texts[0], CRASH)


def _alone(job: Job, texts: Sequence[TextRow]) -> Checked | None:
    """Check texts in a process of their own; None where it ended."""
    try:
        with _pool(job, 1) as pool:
            return pool.submit(check, job, texts).result()
    except BrokenExecutor:
        return None
