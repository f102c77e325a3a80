"""A stand-in for what a process does with a batch, on a disk that is full."""

import errno
import os
from typing import NoReturn
from unittest.mock import patch

from factcheck.archive import work as working
from factcheck.archive.batches import Batch
from factcheck.archive.job import Job
from factcheck.archive.tally import Tally


def work(job: Job, batch: Batch) -> Tally:
    """Do the same, nothing being written."""
    with patch.object(os, "fsync", _full):
        return working.work(job, batch)


def _full(_: int) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
