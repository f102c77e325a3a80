"""What a run does, and what its results depend on."""

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import factcheck
from factcheck.cache import digest
from factcheck.loader import rates
from factcheck.loader.texts.columns import Wanted
from factcheck.loader.texts.inputs import Input
from factcheck.workspace import Workspace

FORMAT = 1
"""Version of what an archive's folder holds."""

BATCH, SECONDS = 1000, 60


class Job(NamedTuple):
    """Where findings go and how texts are checked: ``root`` is the project, ``seconds`` what a text may compute.

    ``today`` is the day that ends of ignores are compared with, the same for all of a run.
    """

    out: Path
    root: Path
    lang: str | None = None
    batch: int = BATCH
    seconds: float = SECONDS
    today: str = ""


def manifest(job: Job, wanted: Wanted, found: Sequence[Input]) -> dict[str, Any]:
    """Return what the results depend on: the input, the options, the packs and the program."""
    options = {**wanted._asdict(), "lang": job.lang, "batch": job.batch, "seconds": job.seconds}
    program = {"version": factcheck.__version__, "digest": program_digest(), "rates": rates.at_hand()}
    inputs = [{"source": one.source, "files": one.files, "digest": one.digest} for one in found]
    workspace = Workspace.open(job.root)
    own = {"packs": workspace.key, "settings": digest(workspace.texts_policy(job.today).key)}
    return {"format": FORMAT, "program": program, **own, "options": options, "inputs": inputs}


def written(found: Any) -> str:
    """Return data as JSON, the same for the same data."""
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@cache
def program_digest() -> str:
    """Return the digest of the program's own files, by their content."""
    home = Path(factcheck.__file__).parent
    found = sha256()
    for path in sorted(home.rglob("*")):
        if path.suffix in {".py", ".json", ".txt"} and "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(home).as_posix()}\0".encode())
            found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()
