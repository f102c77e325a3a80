"""Messages of programs: lines of JSON, an editor's, an assistant's, a browser's; damaged inside, or in their frames."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from benchmarks.fuzz.makers.damage import damaged
from benchmarks.fuzz.makers.documents import MAKERS as DOCUMENTS
from benchmarks.fuzz.makers.documents import SENTENCES
from benchmarks.fuzz.makers.texts import splice

WHOLE = 0.1
"""So often what holds messages together is damaged, not what is in them."""

ADDRESS = "page"
"""The first part of the address of the page that is asked."""

HOST = "127.0.0.1:1"
ODD: tuple[Any, ...] = (None, True, -1, 0, 10**30, 1e308, "", "\ud800", "9" * 400, [], [[1]], {}, {"a": 1})
"""Values that nobody expects."""


def _text(random: Random) -> str:
    return random.choice(SENTENCES) if random.random() < 0.5 else splice(random)


def _odd(fields: dict[str, Any], random: Random) -> dict[str, Any]:
    """Return an object, at times with a value that nobody expects, or without one that everybody does."""
    if not fields or random.random() < 0.8:
        return fields
    name = random.choice([*fields])
    rest = {key: value for key, value in fields.items() if key != name}
    return rest if random.random() < 0.3 else {**rest, name: random.choice(ODD)}


def _torn(message: bytes, random: Random) -> bytes:
    return damaged(message, random) if random.random() < 0.3 else message


# lines of JSON


def lines(random: Random) -> bytes:
    """Return requests as ``--jsonl`` reads them, a line each."""
    found = []
    for n in range(random.randint(1, 4)):
        says = random.choice(("2 + 2 = 4", "20 * 4 kg = 81 kg", _text(random)))
        request = {"id": random.choice((n, str(n), *ODD)), "says": says, "text": _text(random)}
        more = {"lang": random.choice(("en", "zh", "xx")), "format": "markdown"}
        asked = _odd({**request, **(more if random.random() < 0.3 else {})}, random)
        found.append(_torn(json.dumps(asked, ensure_ascii=random.random() < 0.5).encode("utf-8", "replace"), random))
    return b"\n".join(found)


# an editor

_DRAFT, _CLAIMS = "untitled:draft", "untitled:claims"
_YAML = "claims:\n- id: a\n  says: {}\n- id: b\n  says: a = 4 kg\n"
_QUESTIONS = (
    "hover", "definition", "references", "rename", "prepareRename", "completion", "codeAction", "inlayHint", "codeLens",
    "documentSymbol", "semanticTokens/full",
)  # fmt: skip


def editor(random: Random) -> bytes:
    """Return what an editor sends: a document is opened, changed and asked about, with headers as they are sent."""
    uri, language = random.choice(((_DRAFT, "markdown"), (_DRAFT, "plaintext"), (_CLAIMS, "yaml")))
    text = _text(random) if uri == _DRAFT else _YAML.format(random.choice(("2 + 2 = 4", json.dumps(_text(random)))))
    encodings = {"general": {"positionEncodings": random.choice((["utf-8"], ["utf-16"], ["utf-32"], []))}}
    opened = {"uri": uri, "languageId": language, "version": 1, "text": text}
    first: list[dict[str, Any]] = [
        _message("initialize", _odd({"processId": None, "rootUri": None, "capabilities": encodings}, random), 0),
        _message("initialized", {}),
        _message("textDocument/didOpen", {"textDocument": _odd(opened, random)}),
    ]
    then = [json.dumps(_told(uri, number, random)).encode() for number in range(1, random.randint(2, 6))]
    bodies = [*(json.dumps(one).encode() for one in first), *(_torn(one, random) for one in then)]
    if random.random() < WHOLE:
        bodies = [damaged(bodies[0], random), *bodies[1:]]
    found = b"".join(map(framed, bodies))
    return damaged(found, random) if random.random() < WHOLE else found


def _message(method: str, params: Any, number: Any = None) -> dict[str, Any]:
    asked = {"jsonrpc": "2.0", "method": method, "params": params}
    return asked if number is None else {**asked, "id": number}


def framed(body: bytes) -> bytes:
    """Return a message of an editor with its header."""
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def _told(uri: str, number: int, random: Random) -> dict[str, Any]:
    """Return a change, or a question."""
    about: dict[str, Any] = {"uri": uri, "version": number}
    if random.random() < 0.4:
        change = {"range": _range(random), "text": _text(random)}
        if random.random() < 0.2:
            del change["range"]
        return _message("textDocument/didChange", {"textDocument": about, "contentChanges": [_odd(change, random)]})
    if random.random() < 0.1:
        told = {"command": "factcheck.why", "arguments": [uri, random.choice((0, "a", *ODD))]}
        return _message("workspace/executeCommand", told, number)
    place, stretch = _place(random), _range(random)
    asked = {
        "textDocument": {"uri": uri},
        "position": place,
        "range": stretch,
        "newName": random.choice(("b", "", "9")),
    }
    more = {"context": {"includeDeclaration": True, "diagnostics": []}}
    return _message(f"textDocument/{random.choice(_QUESTIONS)}", _odd({**asked, **more}, random), number)


def _place(random: Random) -> dict[str, Any]:
    return _odd({"line": random.choice((0, 0, 1, 2, 10**6)), "character": random.choice((0, 5, 12, 30, 10**9))}, random)


def _range(random: Random) -> dict[str, Any]:
    return {"start": _place(random), "end": _place(random)}


# an assistant


def assistant(random: Random) -> bytes:
    """Return the questions of an assistant, a JSON object a line: the name of a tool with what it is given."""
    found = []
    for _ in range(random.randint(1, 3)):
        arguments: dict[str, dict[str, Any]] = {
            "check_draft": {"text": _text(random), "markdown": True, "lang": "en", "date": "2005-03-01"},
            "check_claim": {"says": _text(random)[:200], "given": [{"name": "x", "literal": _text(random)[:40]}]},
            "mentions": {"text": _text(random), "markdown": False},
            "derive": {"value": random.choice(("100 EFLOP/s", _text(random)[:40])), "unit": "D1"},
            "facts": {"thing": random.choice(("", "D1", "法国", _text(random)[:40])), "attribute": "population"},
            "rules": {"name": random.choice(("", "percent_change", _text(random)[:40]))},
            "explain": {"code": random.choice(("FC601", _text(random)[:40]))},
            "factcheck://pack/core": {},
            f"factcheck://page/{random.choice(('FC601', '../..', _text(random)[:40]))}": {},
            "verify_numbers": {"task": _text(random), "language": "zh"},
        }
        name = random.choice([*arguments])
        asked = {"name": name, "arguments": _odd(arguments[name], random)}
        if random.random() < 0.05:
            asked["arguments"] = {"cursor": random.choice(("a.1", "0.0", _text(random)[:40]))}
        found.append(_torn(json.dumps(asked).encode(), random))
    return b"\n".join(found)


# a browser


def browser(random: Random) -> bytes:
    """Return the requests of a page: a draft is read, asked about and saved."""
    tab, text = random.choice(("t", "")), _text(random)
    named = {"tab": tab, "name": random.choice(("", "a.md", "../a.csv")), "text": text}
    about = {"tab": tab, "revision": random.choice((1, 2)), "finding": random.choice((0, 1, 10**9))}
    changes = {random.choice(("a", "x1")): random.choice(("5", "1e999", _text(random)[:20]))}
    questions: list[tuple[str, dict[str, Any]]] = [
        ("ignore", {**about, "reason": _text(random)[:40]}),
        ("levers", about),
        ("what-if", {**about, "changes": changes}),
        ("facts", {"text": random.choice(("D1", _text(random)))}),
        ("save", {**named, "form": random.choice(("html", "claims", "docx", "x"))}),
    ]
    first = [_posted("draft", _odd({**named, "whole": random.random() < 0.5, "serial": 1}, random), random)]
    if random.random() < 0.3:
        name = random.choice([*DOCUMENTS])
        first = [_request(f"POST /{ADDRESS}/open?tab={tab}&name={name}", DOCUMENTS[name](random), _BYTES), *first]
    asked = [_posted(name, _odd(fields, random), random) for name, fields in random.sample(questions, 2)]
    pages = [_request(f"GET /{ADDRESS}/{random.choice(('', 'words', 'main.js', '..%2f..%2fapp.py', '%00'))}")]
    found = b"".join([*first, *asked, *(pages if random.random() < 0.2 else [])])
    return damaged(found, random) if random.random() < WHOLE else found


_JSON, _BYTES = "application/json", "application/octet-stream"


def _posted(name: str, fields: dict[str, Any], random: Random) -> bytes:
    return _request(f"POST /{ADDRESS}/{name}", _torn(json.dumps(fields).encode(), random), _JSON)


def _request(line: str, body: bytes = b"", kind: str = "") -> bytes:
    headers = [f"host: {HOST}", f"origin: http://{HOST}", f"content-length: {len(body)}"]
    lines = [f"{line} HTTP/1.1", *headers, *([f"content-type: {kind}"] if kind else []), "", ""]
    return "\r\n".join(lines).encode() + body


MAKERS: dict[str, Callable[[Random], bytes]] = {
    "lines": lines,
    "editor": editor,
    "assistant": assistant,
    "browser": browser,
}
