"""The claims of a project as tests of pytest, for who asks for them: ``pytest claims/`` or ``pytest --factcheck``.

Every pytest run loads this module, so that it is light; what collects claims is imported with the first YAML file.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from factcheck.pytest_plugin.collection import ClaimFile

SUFFIXES = (".yaml", ".yml")
ASKED = "factcheck"
MARKER = f"{ASKED}: a claim of a claim file"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the setting with which a project asks for its claims."""
    group = parser.getgroup(ASKED, "claims of factcheck")
    text = "check the project's claims, each as a test (a folder of claims among the arguments does so without it)"
    group.addoption("--factcheck", action="store_true", dest=ASKED, help=text)
    parser.addini(ASKED, "check the project's claims in every run", type="bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker; a run of all `testpaths` that asks for claims takes their folders, too."""
    config.addinivalue_line("markers", MARKER)
    if asked(config) and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        from factcheck.pytest_plugin.collection import homes  # noqa: PLC0415 - for those who ask

        config.args += [path for path in homes(config) if path not in config.args]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "ClaimFile | None":
    """Collect a claim file that the run asks for."""
    if file_path.suffix not in SUFFIXES:
        return None
    from factcheck.pytest_plugin.collection import claim_file  # noqa: PLC0415 - for those who have such files

    return claim_file(file_path, parent)


def asked(config: pytest.Config) -> bool:
    """Whether the run asks for claims wherever it finds them."""
    return bool(config.getoption(ASKED) or config.getini(ASKED))
