"""Bytes of files: what is no regular file, or never ends, is refused, and nothing is waited for."""

import os
from pathlib import Path

import pytest

from factcheck.loader import files
from factcheck.loader.files import read_bytes


def refusal(path: Path) -> str:
    found = read_bytes(path, path.name)
    assert not isinstance(found, bytes)
    return f"{found.code} {found.message}"


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "FC102 cannot read `pipe`: it is not a regular file"


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(path: str) -> None:
    assert refusal(Path(path)).endswith("it is not a regular file")


def test_a_log_of_the_system_that_looks_like_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "kmsg")
    writer = os.open(tmp_path / "kmsg", os.O_RDWR)
    monkeypatch.setattr(files.stat, "S_ISREG", lambda _: True)
    assert refusal(tmp_path / "kmsg") == "FC102 cannot read `kmsg`: it has nothing to read yet, and no end"
    os.close(writer)


@pytest.mark.parametrize("name", ["r" * 300, "r" * 5000, "r/" * 3000])
def test_a_path_that_no_system_allows_cannot_be_read(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name).endswith("file name too long")


def test_links_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert refusal(tmp_path / "a").startswith("FC102 cannot read `a`: too many levels of symbolic links")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"0123456789")
    assert read_bytes(tmp_path / "long", "long", limit=10) == b"0123456789"
    found = read_bytes(tmp_path / "long", "long", limit=9)
    assert not isinstance(found, bytes)
    assert found.code == "FC111"
