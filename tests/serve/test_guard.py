"""Other sites, other names of this machine and guesses are refused, whatever they ask for."""

import json
import socket

import pytest

from .conftest import Client

DRAFT = json.dumps({"tab": "x", "name": "", "text": "", "whole": True, "serial": 1}).encode()
JSON = "application/json"


@pytest.mark.parametrize("path", ["", "words", "main.js", "style.css"])
def test_the_address_has_a_token_and_nothing_is_answered_without(path: str, client: Client) -> None:
    assert client.ask("GET", path).status == 200
    for token in ("", "x", client.server.token[:-1], client.server.token + "x"):
        refused = client.ask("GET", path, token=token)
        assert (refused.status, refused.body) == (403, b"open the address that `factcheck serve` printed\n")


def test_what_asks_for_no_path_is_refused(client: Client) -> None:
    with socket.create_connection(("127.0.0.1", client.server.port), timeout=20) as connection:
        connection.sendall(f"OPTIONS * HTTP/1.1\r\nhost: {client.host}\r\nconnection: close\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 403 ")


def test_another_name_for_this_machine_is_refused(client: Client) -> None:
    """A site whose name leads to 127.0.0.1 all at once (DNS rebinding) asks with its own name."""
    for host in ("evil.example", f"evil.example:{client.server.port}", "127.0.0.1", "127.0.0.1:1", None):
        assert client.ask("GET", "words", host=host).status in {400, 403}
    assert client.ask("GET", "words", host=f"localhost:{client.server.port}").status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1", None])
def test_other_sites_cannot_have_a_draft_read(origin: str | None, client: Client) -> None:
    answer = client.ask("POST", "draft", DRAFT, content_type=JSON, origin=origin)
    assert answer.status == 403
    assert b"tab" not in answer.body


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_cannot_load_a_file_of_the_page(site: str, client: Client) -> None:
    assert client.ask("GET", "main.js", sec_fetch_site=site).status == 403
    assert client.ask("GET", "main.js", sec_fetch_site="same-origin").status == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None])
def test_what_a_form_can_send_is_not_read(kind: str | None, client: Client) -> None:
    assert client.ask("POST", "draft", DRAFT, content_type=kind).status == 415


@pytest.mark.parametrize(("path", "token"), [("", None), ("words", None), ("nothing", None), ("words", "x")])
def test_every_answer_forbids_scripts_frames_and_keeping(path: str, token: str | None, client: Client) -> None:
    headers = client.ask("GET", path, token=token).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_no_file_outside_of_the_page_is_served(client: Client) -> None:
    for path in ("../app.py", "%2e%2e/app.py", "..%2fapp.py", "/etc/passwd", "//etc/passwd"):
        assert client.ask("GET", path).status in {403, 404}
