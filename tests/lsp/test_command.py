"""`factcheck lsp` as an editor starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lsp.client import written
from tests.projects import ROOT

WITHOUT = "import sys; sys.modules['pygls'] = None; from factcheck.cli.main import main; sys.exit(main(['lsp']))"


def run(code: str, sent: bytes, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=env, input=sent, capture_output=True, check=False
    )


def test_a_plain_install_says_which_extra_is_needed(tmp_path: Path) -> None:
    done = run(WITHOUT, b"", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    told = b'the server for editors needs the extra `lsp`: `pip install "factcheck-engine[lsp]"`'
    assert done.stderr == b"factcheck: %s\n" % told


def test_it_ends_with_the_editor_and_writes_nothing_but_messages(tmp_path: Path) -> None:
    params = {"processId": None, "rootUri": None, "capabilities": {}}
    sent = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params},
        {"jsonrpc": "2.0", "id": 2, "method": "shutdown"},
        {"jsonrpc": "2.0", "method": "exit"},
    ]
    code = "import sys; from factcheck.cli.main import run; sys.argv = ['factcheck', 'lsp', '--stdio']; run()"
    done = run(code, b"".join(map(written, sent)), tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Content-Length:")
    assert b'"name": "factcheck"' in done.stdout


def test_it_ends_when_the_editor_is_gone(tmp_path: Path) -> None:
    code = "import sys; from factcheck.cli.main import main; sys.exit(main(['lsp']))"
    assert run(code, b"", tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"Content-Length: " + b"9" * 900, "a message is to be at most 64,000,000 bytes long"),
        (b"content-length:64000001", "a message is to be at most 64,000,000 bytes long"),
        (b"X-Other: " + b"a" * 2_000, "the head of a message has a line of more than 1,000 bytes"),
    ],
    ids=["of many digits", "a byte too long", "a long head"],
)
def test_a_message_without_bound_ends_it(head: bytes, told: str, tmp_path: Path) -> None:
    code = "import sys; from factcheck.cli.main import main; sys.exit(main(['lsp']))"
    done = run(code, head + b"\r\n\r\n{}", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"factcheck: {told}: the editor is no longer heard\n"
