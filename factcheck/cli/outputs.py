"""Reports written to files: ``--out [FORMAT=]FILE``, and the summary of a job on GitHub."""

import os
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from errno import ENXIO
from pathlib import Path
from typing import NamedTuple

from factcheck.cli.options.shared import FORMATS
from factcheck.loader.files import is_file, is_folder, is_there
from factcheck.policy.asked import Asked
from factcheck.suggest import nearest

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"

_NAMED = re.compile(r"(\w[\w-]*)=(.*)", re.DOTALL)


class Refused(Exception):  # noqa: N818 - wrong usage, not a crash
    """A report that cannot be written, in words."""


class Output(NamedTuple):
    """A file to write, and the format of the report in it; or a folder for its pages."""

    format: str
    path: Path
    folder: bool = False


def outputs(
    targets: Iterable[str], default: str, *, paged: Collection[str] = (), more: Collection[str] = ()
) -> list[Output]:
    """Read the targets; raises Refused for an unknown format, for a file that cannot be, or that is named twice.

    ``paged`` are the formats that can be written as a folder of pages: ``html=folder/``; ``more`` are formats that can
    be written and not printed.
    """
    found = [_output(target, default, paged, more) for target in targets]
    seen: set[str] = set()
    for output in found:
        _check(output, paged)
        absolute = os.path.abspath(output.path)  # noqa: PTH100 - symbolic links stay what they are
        if absolute in seen:
            raise Refused(f"cannot write `{output.path}` twice: each report needs a file of its own")
        seen.add(absolute)
    return found


def _output(target: str, default: str, paged: Collection[str], more: Collection[str]) -> Output:
    named = _NAMED.fullmatch(target)
    if named is None:
        return Output(default, Path(target), target.endswith("/") and default in paged)
    name, path = named.groups()
    known = (*FORMATS, *more)
    if name not in known:
        near = nearest(name, known)
        cure = f"did you mean `{near}`?" if near else f"formats: {', '.join(known)}"
        raise Refused(f"there is no format `{name}`; {cure} (a file of that name is `./{target}`)")
    return Output(name, Path(path), path.endswith("/") and name in paged)


def _check(output: Output, paged: Collection[str]) -> None:
    path = output.path
    if output.folder and is_there(path) and not is_folder(path):
        raise Refused(f"cannot write `{path}/`: it is a file")
    if not output.folder and (not path.name or is_folder(path)):
        cure = f"; `{output.format}={path}/` writes a page for each text into it" if output.format in paged else ""
        raise Refused(f"cannot write `{path}`: it is a folder{cure}")
    if not is_folder(path.parent):
        raise Refused(f"cannot write `{path}`: there is no folder `{path.parent}`")


def write(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all; a link is replaced, not followed. Raises Refused where it cannot."""
    try:
        data = text.encode("utf-8") if isinstance(text, str) else text
        if is_there(path) and not is_file(path):
            _send(path, data)
        else:
            _replace(path, data)
    except OSError as error:
        raise Refused(f"cannot write `{path}`: {_reason(error)}") from error
    except ValueError as error:  # a path with a null character
        raise Refused(f"cannot write `{path}`: {error}") from error


def write_pages(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Write files into a folder, which is made; what else lies there stays. Raises Refused where it cannot."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Refused(f"cannot write `{folder}/`: {_reason(error)}") from error
    for name, text in pages:
        write(folder / name, text)


def _reason(error: OSError) -> str:
    return "nobody reads from it" if error.errno == ENXIO else error.strerror or "unknown cause"


def _send(path: Path, data: bytes) -> None:
    """Write to a pipe or a device; a pipe that nobody reads is not waited for."""
    with open(path, "wb", opener=_without_waiting) as stream:
        if hasattr(os, "set_blocking"):
            os.set_blocking(stream.fileno(), True)
        stream.write(data)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags & ~(os.O_CREAT | os.O_TRUNC) | getattr(os, "O_NONBLOCK", 0))


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
