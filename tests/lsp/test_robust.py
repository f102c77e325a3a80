"""Whatever an editor sends, and whatever happens to files: it is told, and the server goes on."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.lsp.check import check
from factcheck.lsp.documents import Checked, Document
from tests.lsp.client import Editor
from tests.lsp.test_diagnostics import ROAD, UNTITLED
from tests.projects import write


def still_answers(editor: Editor) -> bool:
    """Whether a draft that is opened now is judged, and nobody was shown a message or a traceback until then."""
    judged = [one["code"] for one in editor.open("untitled:alive", ROAD)] == ["FC613"]
    shown = [one for one in editor.others if one.get("method") == "window/showMessage"]
    return judged and not shown and "Traceback" not in str([editor.others, editor.answers, editor.published])


@pytest.mark.parametrize(
    "message",
    [
        b"{",
        b"\xff\xfe",
        b"[]",
        b"3",
        b"null",
        b'"text"',
        b"[" * 5_000 + b"]" * 5_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        {"jsonrpc": "1.0", "method": "initialize"},
        {"jsonrpc": "2.0"},
        {"jsonrpc": "2.0", "id": 7},
        {"jsonrpc": "2.0", "id": 7, "result": None},
        {"jsonrpc": "2.0", "method": "$/unheardOf", "params": {"a": [1]}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}},
        {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": None},
        {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 99}},
    ],
    ids=str,
)
def test_a_message_that_cannot_be_read_is_left_out(editor: Editor, message: Any) -> None:
    editor.initialize()
    editor.raw(message)
    assert still_answers(editor)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/hover", {}),
        ("textDocument/hover", {"textDocument": {"uri": UNTITLED}, "position": {"line": "x", "character": 0}}),
        ("textDocument/unheardOf", None),
        ("workspace/executeCommand", {"command": "unheard.of"}),
    ],
)
def test_a_request_that_cannot_be_answered_is_refused(editor: Editor, method: str, params: Any) -> None:
    editor.initialize()
    assert "error" in editor.answer(method, params)
    assert still_answers(editor)


def test_questions_about_what_is_not_open_have_no_answer(editor: Editor) -> None:
    editor.initialize()
    assert editor.at("hover", "file:///nowhere/a.md", 3, 4) is None
    assert editor.at("completion", "untitled:none", 0, 0) is None
    editor.versions["untitled:none"] = 1
    editor.change("untitled:none", {"text": "3"})
    editor.notify("textDocument/didClose", {"textDocument": {"uri": "untitled:none"}})
    editor.notify("textDocument/didSave", {"textDocument": {"uri": "untitled:none"}})
    assert still_answers(editor)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ((0, 10_000), (0, 10_000), "long."),
        ((99, 0), (99, 5), "long."),
        ((0, 40), (0, 12), "620 km (998 miles) long."),
        ((2_147_483_647, 2_147_483_647), (2_147_483_647, 2_147_483_647), "long."),
    ],
    ids=["behind the line", "behind the text", "turned round", "the largest numbers"],
)
def test_an_edit_out_of_range_is_made_at_the_nearest_place(
    editor: Editor, start: tuple[int, int], end: tuple[int, int], text: str
) -> None:
    editor.initialize()
    editor.open(UNTITLED, "The road is 620 km (998 miles) long.")
    where = {
        "start": dict(zip(("line", "character"), start, strict=True)),
        "end": dict(zip(("line", "character"), end, strict=True)),
    }
    editor.change(UNTITLED, {"range": where, "text": text})
    assert [one["code"] for one in editor.told(UNTITLED)] == ["FC613"]


def test_several_edits_of_a_change_are_made_in_their_order(editor: Editor) -> None:
    editor.initialize()
    editor.open(UNTITLED, "\r\nThe road is 🚗 (998 miles) long.\r\n")
    car = {"start": {"line": 1, "character": 12}, "end": {"line": 1, "character": 14}}
    top = {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}
    editor.change(UNTITLED, {"range": car, "text": "620 km"}, {"range": top, "text": ""})
    (found,) = editor.told(UNTITLED)
    assert found["range"]["start"] == {"line": 0, "character": 20}


def test_a_text_of_ten_megabytes_is_told_and_not_read(editor: Editor) -> None:
    editor.initialize()
    (found,) = editor.open(UNTITLED, "The road is 620 km (998 miles) long.\n" * 280_000)
    assert (found["code"], found["range"]["start"]) == ("FC111", {"line": 0, "character": 0})
    assert found["message"].startswith("file too large: more than 0.5 MB")
    editor.type(UNTITLED, 200_000, 3, "x")
    assert [one["code"] for one in editor.told(UNTITLED)] == ["FC111"]
    assert editor.at("hover", UNTITLED, 5, 22) is None
    assert still_answers(editor)


@pytest.mark.parametrize(
    "uri",
    [
        "file:///c%3A/Users/me/a%20draft.md",
        "file:///C:/Users/me/draft.md",
        "file://server/share/draft.md",
        "file:///%E8%8D%89%E7%A8%BF.md",
        "file:///a%00b.md",
        "file:///a%ff.md",
        "vscode-vfs://github/me/draft.md",
        "untitled:/home/me/draft.md",
        "file://[draft.md",
        "draft",
        "",
    ],
)
def test_a_draft_may_have_any_address(editor: Editor, uri: str) -> None:
    editor.initialize()
    (found,) = editor.open(uri, ROAD)
    assert found["code"] == "FC613"
    assert found["relatedInformation"][0]["location"]["uri"] == uri
    assert "385" in editor.at("hover", uri, 0, 22)["contents"]["value"]
    assert still_answers(editor)


def test_a_file_may_vanish_while_it_is_open(editor: Editor, tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    write(folder, {"factcheck.toml": "", "claims/a.yaml": "format: 1\nclaims: []\n", "a.md": ROAD})
    editor.initialize(folder)
    claims, draft = (folder / "claims/a.yaml").as_uri(), (folder / "a.md").as_uri()
    editor.open(draft, ROAD)
    assert [one["code"] for one in editor.open(claims, "format: 1\nclaims: []\n", "yaml")] == []
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
    text = "format: 1\narticle: {file: a.md}\nclaims:\n  - {id: a, quote: 998 miles, says: 1 + 1 = 998}\n"
    editor.change(claims, {"text": text})
    assert [one["code"] for one in editor.told(claims)] == ["FC401"]
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": claims, "type": 3}]})
    editor.type(draft, 0, 0, "x")
    editor.told(draft)
    assert still_answers(editor)


def test_settings_that_cannot_be_read_are_told_at_their_place_and_the_rest_is_judged(
    editor: Editor, tmp_path: Path
) -> None:
    write(tmp_path, {"factcheck.toml": "claims = [\n", "a.md": ROAD})
    editor.initialize(tmp_path)
    settings = (tmp_path / "factcheck.toml").as_uri()
    assert [one["code"] for one in editor.open((tmp_path / "a.md").as_uri(), ROAD)] == ["FC613"]
    editor.until(lambda: editor.diagnostics.get(settings))
    assert [one["code"] for one in editor.diagnostics[settings]] == ["FC117"]
    editor.open(settings, 'claims = ["claims"]\nfail-off = "slip"\n', "toml")
    editor.until(lambda: [one["code"] for one in editor.diagnostics[settings]] == ["FC114"])
    editor.change(settings, {"text": 'claims = ["claims"]\n'})
    editor.until(lambda: editor.diagnostics[settings] == [])


BROKEN = {
    "not YAML": "things: [\n",
    "not UTF-8": b"things: \xff\n",
    "another shape": "format: 1\nthings: 3\n",
    "empty": "",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_pack_is_told_at_its_file_and_drafts_are_judged(
    editor: Editor, tmp_path: Path, text: str | bytes
) -> None:
    things = tmp_path / "rules/bread/things/bread.yaml"
    write(tmp_path, {"factcheck.toml": "", "a.md": ROAD, "rules/bread/things/bread.yaml": ""})
    things.write_bytes(text if isinstance(text, bytes) else text.encode())
    editor.initialize(tmp_path)
    assert [one["code"] for one in editor.open((tmp_path / "a.md").as_uri(), ROAD)] == ["FC613"]
    editor.until(lambda: editor.diagnostics.get(things.as_uri()))
    assert still_answers(editor)


def test_each_of_two_folders_has_its_own_settings_and_packs(editor: Editor, tmp_path: Path) -> None:
    pack = "format: 1\nsources: {m: {title: M}}\nthings: {loaf: {mass: {is: %s, source: m}}}\n"
    claims = "format: 1\nclaims:\n  - {id: a, says: loaf.mass = 500 g}\n"
    for name, mass in (("one", "500 g"), ("two", "400 g")):
        things = {"rules/bread/things/bread.yaml": pack % mass}
        write(tmp_path / name, {"factcheck.toml": "", "claims/a.yaml": claims, **things})
    folders = [{"uri": (tmp_path / name).as_uri(), "name": name} for name in ("one", "two")]
    editor.initialize(workspaceFolders=folders)
    assert editor.open((tmp_path / "one/claims/a.yaml").as_uri(), claims, "yaml") == []
    assert [one["code"] for one in editor.open((tmp_path / "two/claims/a.yaml").as_uri(), claims, "yaml")] == ["FC401"]


def test_other_files_are_left_alone(editor: Editor, tmp_path: Path) -> None:
    write(tmp_path, {"factcheck.toml": ""})
    editor.initialize(tmp_path)
    compose = "services:\n  web: {image: nginx, ports: [80]}\n"
    assert editor.open((tmp_path / "compose.yaml").as_uri(), compose, "yaml") == []
    assert editor.open((tmp_path / "a.py").as_uri(), "x = '620 km (998 miles)'\n", "python") == []
    assert editor.open((tmp_path / "a.md").as_uri(), "") == []


def test_what_is_closed_has_no_marks(editor: Editor) -> None:
    editor.initialize()
    editor.open(UNTITLED, ROAD)
    editor.notify("textDocument/didClose", {"textDocument": {"uri": UNTITLED}})
    editor.until(lambda: editor.diagnostics[UNTITLED] == [])
    assert editor.diagnostics[UNTITLED] == []


def test_drafts_may_be_left_to_the_command_line(editor: Editor) -> None:
    editor.initialize(initializationOptions={"drafts": False, "hints": "yes", "unknown": 3})
    assert editor.open(UNTITLED, ROAD) == []
    editor.notify("workspace/didChangeConfiguration", {"settings": {"factcheck": {"drafts": True}}})
    editor.type(UNTITLED, 0, 0, " ")
    assert [one["code"] for one in editor.told(UNTITLED)] == ["FC613"]


def test_what_other_programs_change_is_read_anew(editor: Editor, tmp_path: Path) -> None:
    """A pack, the text that a claim quotes, a claim file that quotes a draft: none of them is open."""
    pack = "format: 1\nsources: {m: {title: M}}\nthings: {loaf: {mass: {is: %s, source: m}}}\n"
    claims = "format: 1\narticle: {file: a.md}\nclaims:\n  - {id: a, quote: of %s g, says: loaf.mass = %s g}\n"
    things = "rules/bread/things/bread.yaml"
    write(tmp_path, {"factcheck.toml": "", "a.md": "Loaves of 400 g.\n", things: pack % "500 g"})
    write(tmp_path, {"claims/a.yaml": claims % (400, 400)})
    editor.initialize(tmp_path)
    uri, draft = (tmp_path / "claims/a.yaml").as_uri(), (tmp_path / "a.md").as_uri()

    def changed(files: dict[str, str]) -> None:
        write(tmp_path, files)
        changes = [{"uri": (tmp_path / name).as_uri(), "type": 2} for name in files]
        editor.notify("workspace/didChangeWatchedFiles", {"changes": changes})

    assert [one["code"] for one in editor.open(uri, claims % (400, 400), "yaml")] == ["FC401"]
    changed({things: pack % "400 g"})
    editor.until(lambda: editor.diagnostics[uri] == [])
    changed({"a.md": "Loaves of 300 g.\n"})
    editor.until(lambda: [one["code"] for one in editor.diagnostics.get(draft, ())] == ["FC631"])
    changed({"a.md": "Loaves of 400 g.\n"})
    editor.until(lambda: editor.diagnostics[draft] == [])
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.open(draft, "Loaves of 400 g.\n") == []
    changed({"claims/a.yaml": claims % (400, 450)})
    editor.until(lambda: [one["code"] for one in editor.diagnostics[draft]] == ["FC401"])


def test_what_an_editor_asks_wrongly_is_no_fault_of_the_program(editor: Editor) -> None:
    editor.initialize()
    editor.answer("textDocument/unheardOf", None)
    assert still_answers(editor)
    assert [one for one in editor.others if one.get("method") == "window/logMessage"] == []


def test_a_fault_of_the_program_is_told_in_a_line_of_the_log(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the mark nor the answer to a question ends the server."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    editor.initialize()
    with monkeypatch.context() as patched:
        patched.setattr("factcheck.lsp.check.of_draft", broken)
        assert editor.open(UNTITLED, ROAD) == []
        assert editor.at("hover", UNTITLED, 0, 22) is None
    told = [one["params"]["message"] for one in editor.others if one.get("method") == "window/logMessage"]
    assert told[0].startswith("factcheck: a fault of the program, not of your files: ZeroDivisionError: 'a bug'")
    assert still_answers(editor)


def test_what_changes_while_a_draft_is_read_has_it_read_anew(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim file that quotes it was saved just then: what was found without it is told to nobody."""
    read: list[Document] = []

    def interrupted(document: Document, *given: Any, **more: Any) -> Checked:
        found = check(document, *given, **more)
        read.append(document)
        if len(read) == 1:
            document.forget()
        return found

    editor.initialize()
    monkeypatch.setattr("factcheck.lsp.desk.check", interrupted)
    assert [one["code"] for one in editor.open(UNTITLED, ROAD)] == ["FC613"]
    assert len(read) == 2


def test_an_editor_that_can_is_asked_to_watch_packs_and_settings(editor: Editor) -> None:
    watching = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    editor.initialize(capabilities=watching)
    editor.until(lambda: [one for one in editor.others if one.get("method") == "client/registerCapability"])
    (asked,) = [one for one in editor.others if one.get("method") == "client/registerCapability"]
    assert [one["method"] for one in asked["params"]["registrations"]] == ["workspace/didChangeWatchedFiles"]
    assert still_answers(editor)
