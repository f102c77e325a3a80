"""Reports written to files: ``--out [FORMAT=]FILE``, and the summary of a job on GitHub."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from factcheck.cli.main import FORMATS
from factcheck.policy.asked import Asked
from factcheck.suggest import nearest

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"

_NAMED = re.compile(r"(\w[\w-]*)=(.*)", re.DOTALL)


class Refused(Exception):  # noqa: N818 - wrong usage, not a crash
    """A report that cannot be written, in words."""


class Output(NamedTuple):
    """A file to write, and the format of the report in it."""

    format: str
    path: Path


def outputs(targets: Iterable[str], default: str) -> list[Output]:
    """Read the targets; raises Refused for an unknown format, for a file that cannot be, or that is named twice."""
    found = [_output(target, default) for target in targets]
    seen: set[str] = set()
    for output in found:
        _check(output.path)
        absolute = os.path.abspath(output.path)  # noqa: PTH100 - symbolic links stay what they are
        if absolute in seen:
            raise Refused(f"cannot write `{output.path}` twice: each report needs a file of its own")
        seen.add(absolute)
    return found


def _output(target: str, default: str) -> Output:
    named = _NAMED.fullmatch(target)
    if named is None:
        return Output(default, Path(target))
    name, path = named.groups()
    if name not in FORMATS:
        near = nearest(name, FORMATS)
        cure = f"did you mean `{near}`?" if near else f"formats: {', '.join(FORMATS)}"
        raise Refused(f"there is no format `{name}`; {cure} (a file of that name is `./{target}`)")
    return Output(name, Path(path))


def _check(path: Path) -> None:
    if not path.name or path.is_dir():
        raise Refused(f"cannot write `{path}`: it is a folder")
    if not path.parent.is_dir():
        raise Refused(f"cannot write `{path}`: there is no folder `{path.parent}`")


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all; a link is replaced, not followed. Raises Refused where it cannot."""
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")  # a pipe or a device
        else:
            _replace(path, text.encode("utf-8"))
    except OSError as error:
        raise Refused(f"cannot write `{path}`: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def one_baseline(asked: Asked, projects: int) -> None:
    """Raise Refused where one baseline is named for several projects."""
    if asked.baseline and projects > 1:
        raise Refused(f"--baseline names one file, and these are {projects} projects: name it in the settings of each")


def summary_file() -> Path | None:
    """Return the file that GitHub reads a job's summary from; None elsewhere."""
    named = os.environ.get(SUMMARY_VARIABLE)
    return Path(named) if named else None


def append(path: Path, text: str) -> None:
    """Add to the end of a file. Raises Refused where it cannot."""
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise Refused(f"cannot write `{path}`: {error.strerror}") from error
