"""How the server starts: the address it tells, the machine it listens on, what a plain install says."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import main
from factcheck.serve.server import Server
from factcheck.workspace import Workspace
from tests.interrupts import heeding_interrupts
from tests.projects import environment


def test_it_listens_on_this_machine_alone_and_no_two_addresses_are_alike(tmp_path: Path) -> None:
    one, other = (Server(Workspace.open(tmp_path, cached=False)) for _ in range(2))
    with one.socket, other.socket:
        assert one.socket.getsockname()[0] == "127.0.0.1"
        assert re.fullmatch(rf"http://127\.0\.0\.1:{one.port}/[\w-]{{32}}/", one.address)
        assert one.token != other.token


def test_no_answer_waits_until_its_head_was_received(tmp_path: Path) -> None:
    """Nagle's algorithm and delayed receipts together would hold back each body for 40 ms."""
    server = Server(Workspace.open(tmp_path, cached=False))
    with server.socket, socket.create_connection(("127.0.0.1", server.port)):
        connection, _ = server.socket.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_taken_port_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    taken = Server(Workspace.open(tmp_path, cached=False))
    with taken.socket:
        assert main(["serve", "--no-browser", "--port", str(taken.port)]) == 2
    assert f"port {taken.port} cannot be had" in capsys.readouterr().err


def test_a_plain_install_says_what_is_needed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.serve_command.NEEDED", ("no_such_module",))
    assert main(["serve"]) == 2
    assert 'pip install "factcheck-engine[serve]"' in capsys.readouterr().err


def test_the_command_prints_its_address_and_stores_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "serve", "--no-browser"]
    env = environment(PYTHONUNBUFFERED="1")
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "preexec_fn": heeding_interrupts}
    with subprocess.Popen(command, cwd=tmp_path, env=env, **pipes) as process:
        try:
            address = process.stdout.readline().decode()
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
        finally:
            process.kill()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/\n", address)
    assert list(tmp_path.iterdir()) == []
