"""Which files a run of pytest asks for, and their claims as tests."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.pytest_plugin import asked
from factcheck.pytest_plugin.claim_test import ClaimTest
from factcheck.pytest_plugin.left_over import LeftOver
from factcheck.pytest_plugin.projects import Opened, projects

CLAIMS_KEY = re.compile(rb"^claims[ \t]*:", re.MULTILINE)
ENOUGH = 1 << 20
"""So much of a file is searched for its claims."""


class ClaimFile(pytest.File):
    """A claim file; its claims are its tests, in the order of the file."""

    def collect(self) -> Iterator[ClaimTest | LeftOver]:
        """Check the file and give its claims; raises CollectError where the file cannot be read."""
        opened = projects(self.config).around(self.path)
        report = opened.check(self.path)
        for outcome in report.outcomes:
            yield ClaimTest.of(self, outcome, opened.project.settings.fail_on)
        for problem in report.diagnostics:
            if problem.level == "error":
                yield LeftOver.of(self, problem)


def claim_file(path: Path, parent: pytest.Collector) -> ClaimFile | None:
    """Return the collector of a claim file; None for a file that the run does not ask for."""
    wanted = _wanted(path, projects(parent.config).around(path), parent.config)
    return ClaimFile.from_parent(parent, path=path) if wanted else None


def homes(config: pytest.Config) -> Iterator[str]:
    """Give the places of claims of the project around pytest's root folder."""
    return map(str, projects(config).around(config.rootpath).homes)


def _wanted(path: Path, opened: Opened, config: pytest.Config) -> bool:
    """Whether the run asks for a file, by a setting or by naming the file or a place of claims that holds it."""
    if not (opened.has_settings or asked(config)):
        return False
    arguments = [argument for argument in _arguments(config) if path.is_relative_to(argument)]
    if path in arguments and _has_claims(path):
        return True
    return opened.owns(path) and (asked(config) or any(map(opened.keeps_claims_at, arguments)))


def _arguments(config: pytest.Config) -> Iterator[Path]:
    """Give the files and folders that pytest was told to collect, without the names of single tests."""
    for argument in config.args:
        path = config.invocation_params.dir / argument.partition("::")[0]
        yield Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps `..`


def _has_claims(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return CLAIMS_KEY.search(file.read(ENOUGH)) is not None
    except OSError:
        return False
