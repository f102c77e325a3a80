"""The same on Ray, through Daft: a node takes a part, checks it as one machine does, and writes its batches itself.

All nodes see the same files under the same names, and have factcheck installed.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.archive.batches import by_part, is_whole
from factcheck.archive.job import Job
from factcheck.archive.run import Progress, check_parts
from factcheck.archive.tally import Tally, tally
from factcheck.archive.work import Unwritable
from factcheck.extras import told
from factcheck.loader.texts.columns import Wanted
from factcheck.loader.texts.parts import Part

_QUIET = {"DAFT_PROGRESS_BAR": "0", "RAY_LOG_TO_DRIVER": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}
_TELLING_NOBODY = {"DO_NOT_TRACK": "true", "SCARF_NO_ANALYTICS": "true", "RAY_USAGE_STATS_ENABLED": "0"}
"""Daft and Ray tell their makers that they are used, unless they are told not to."""


class NoDaft(ImportError):  # noqa: N818 - a reason, not a crash
    """The extra ``[cluster]`` is not installed."""


def on_ray(job: Job, parts: Sequence[tuple[int, Part]], done: set[str], progress: Progress, address: str = "") -> None:
    """Check what is not done yet on the nodes of Ray at an address; without one, where Ray finds itself.

    Raises NoDaft where Daft or Ray is not installed, Unwritable where a node cannot write.
    """
    for name, value in (_QUIET | _TELLING_NOBODY).items():
        os.environ.setdefault(name, value)
    try:
        import daft  # noqa: PLC0415 - an extra
        import ray  # noqa: F401, PLC0415 - what Daft needs for it
    except ImportError:
        raise NoDaft(told("a cluster", "cluster")) from None
    known = by_part(done)
    marked = ((number, part, known.get(number, set())) for number, part in parts)
    left = [_told(job, number, part, marks) for number, part, marks in marked if not is_whole(marks)]
    if not left:
        return
    daft.set_runner_ray(address or None, noop_if_initialized=True)
    check = daft.func(_checked, return_dtype=daft.DataType.string())
    frame = daft.from_pydict({"part": left}).into_partitions(len(left))
    for row in frame.select(check(frame["part"]).alias("found")).iter_rows():
        found = json.loads(row["found"])
        if "problem" in found:
            raise Unwritable(found["problem"])
        progress(tally(found))


def _told(job: Job, number: int, part: Part, done: set[str]) -> str:
    """Return a part as text, with what is done of it."""
    where = {"out": str(job.out.absolute()), "root": str(job.root.absolute())}
    paths = {"path": os.path.abspath(part.path) if part.path else ""}  # noqa: PTH100 - links stay what they are
    told = {"job": job._asdict() | where, "number": number, "part": part._asdict() | paths}
    return json.dumps({**told, "done": sorted(done)})


def _checked(told: str) -> str:
    """Check a part on a node; returns what was counted, or why it cannot be written."""
    found: dict[str, Any] = json.loads(told)
    job = Job(**found["job"] | {"out": Path(found["job"]["out"]), "root": Path(found["job"]["root"])})
    part = Part(**found["part"] | {"wanted": Wanted(*found["part"]["wanted"]), "names": tuple(found["part"]["names"])})
    sums = Tally()
    try:
        check_parts(job, [(found["number"], part)], set(found["done"]), sums.merge)
    except Unwritable as problem:
        return json.dumps({"problem": str(problem)})
    return json.dumps(sums.data())
