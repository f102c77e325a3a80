"""A project whose units are compiled once for all tests here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import slow_steps_once


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True, scope="session")
def quick() -> Iterator[None]:
    with slow_steps_once():
        yield


@pytest.fixture(autouse=True)
def project(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty project that is the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(kept))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "factcheck.toml").write_text("", encoding="utf-8")
    return tmp_path
