"""What a revision of git holds, read with git's plumbing: no shell, no hooks, no helpers of the repository."""

import os
import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha1, sha256
from pathlib import Path

_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager", "--literal-pathspecs")
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_KEPT = ("GIT_CONFIG", "GIT_CEILING")
"""A hook that runs us names a repository and an index in the environment: ours is that around the project."""

_SHA1 = 40
_LINKS = ("120000", "160000")
"""Symbolic links and submodules."""


class NoRevision(Exception):  # noqa: N818 - wrong usage, not a crash
    """Why a revision cannot be compared with, in words."""


@dataclass
class Revision:
    """The files of a commit below a folder. Raises NoRevision where there is none."""

    folder: Path
    name: str
    _read: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def files(self) -> dict[str, str]:
        """The name of each file's content, by its path from the folder."""
        rows = _git(self.folder, "ls-tree", "-r", "-z", self.commit, "./").decode("utf-8", "surrogateescape")
        found: dict[str, str] = {}
        for row in filter(None, rows.split("\0")):
            about, _, path = row.partition("\t")
            mode, _, content = about.split(" ")[:3]
            if mode not in _LINKS:
                found[path] = content
        return found

    @cached_property
    def commit(self) -> str:
        """The full name of the commit."""
        _git(self.folder, "rev-parse", "--is-inside-work-tree")
        try:
            found = _git(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{self.name}^{{commit}}")
        except NoRevision:
            raise NoRevision(f"git knows no revision `{self.name}`") from None
        return found.decode("ascii").strip()

    def found(self) -> None:
        """Look the revision up now rather than when it is needed."""
        _ = self.commit

    def has(self, path: str, data: bytes) -> bool:
        """Whether a file had these very bytes."""
        content = self.files.get(path, "")
        hashed = sha1 if len(content) == _SHA1 else sha256
        return content == hashed(b"blob %d\0" % len(data) + data).hexdigest()

    def bytes(self, path: str) -> bytes | None:
        """Return what a file held; None where there was none."""
        if path not in self.files:
            return None
        if path not in self._read:
            self._read[path] = _git(self.folder, "cat-file", "blob", self.files[path])
        return self._read[path]


def _git(folder: Path, *arguments: str) -> bytes:
    """Run git and return what it prints. Raises NoRevision with its own words."""
    kept = {key: value for key, value in os.environ.items() if key.startswith(_KEPT) or not key.startswith("GIT_")}
    environment = {**kept, **_QUIET}
    command = ["git", "-C", str(folder), *_SAFE, *arguments]
    try:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603
    except OSError:
        raise NoRevision("git cannot be run: --since needs it") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
        if "not a git repository" in told:
            raise NoRevision(f"`{folder}` is not in a work tree of git: --since needs one")
        raise NoRevision(f"git cannot tell what changed: {told}")
    return done.stdout
