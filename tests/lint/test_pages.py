"""Every code of `factcheck lint` has a page; its example gives that code, and the corrected one nothing."""

from pathlib import Path

import pytest

from factcheck.codes import LINT
from factcheck.workspace import Workspace
from tests.projects import write
from tests.test_pages import files


def codes(project: Path) -> set[str]:
    report = Workspace.open(project).check()
    assert [one.message for one in report.diagnostics] == []
    return {one.code for one in Workspace.open(project).lint().findings}


@pytest.fixture
def project(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    return write(tmp_path, {"factcheck.toml": ""})


@pytest.mark.parametrize("code", LINT)
def test_the_example_gives_its_code(code: str, project: Path) -> None:
    assert codes(write(project, files(code))) == {code}


@pytest.mark.parametrize("code", LINT)
def test_the_corrected_example_gives_nothing(code: str, project: Path) -> None:
    assert codes(write(project, {**files(code), **files(code, fixed=True)})) == set()
