"""Stand-ins for what a process does with texts: one text ends it."""

import os
from collections.abc import Sequence

from factcheck.archive import work
from factcheck.archive.batches import Batch
from factcheck.archive.job import Job
from factcheck.archive.tally import Tally
from factcheck.model.texts import TextRow

FATAL = "end it"


def check(job: Job, texts: Sequence[TextRow]) -> work.Checked:
    """Check texts, unless one of them ends the process."""
    if any(text.text == FATAL for text in texts):
        os._exit(139)
    return work.check(job, texts)


def work_on(job: Job, batch: Batch) -> Tally:
    """Do the same with a batch."""
    return work.commit(job, batch, check(job, batch.texts))
