"""What an editor is told of the numbers of a draft, and what can be done about them."""

from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Editor
from tests.lsp.test_claim_files import applied, spot
from tests.projects import write

ROAD = "# A road\n\nThe road is 620 km (998 miles) long.\n\nIt took 31 months.\n"
URI = "untitled:Untitled-1"


def actions(editor: Editor, uri: str, text: str, words: str, **context: Any) -> dict[str, Any]:
    at = spot(words, text=text)
    about = {"diagnostics": editor.diagnostics[uri], **context}
    params = {"textDocument": {"uri": uri}, "range": {"start": at, "end": at}, "context": about}
    return {one["title"]: one for one in editor.ask("textDocument/codeAction", params)}


def test_a_number_tells_how_it_was_derived(editor: Editor) -> None:
    editor.initialize()
    editor.open(URI, ROAD)
    found = editor.at("hover", URI, **spot("998", text=ROAD))
    assert found["range"]["start"]["character"] == 20
    lines = found["contents"]["value"].splitlines()
    assert lines[0] == "**wrong** `FC613` 620 km is 385 miles, not 998 miles"
    assert "- derived: 620 km = 385.3 miles (384.9 to 385.6)" in lines
    assert editor.at("hover", URI, **spot("31", text=ROAD))["contents"]["value"] == "31 months: not covered"
    assert editor.at("hover", URI, **spot("road", text=ROAD)) is None


def test_a_number_that_others_rest_on_tells_what_they_say(editor: Editor) -> None:
    editor.initialize()
    editor.open(URI, ROAD)
    assert "not 998 miles" in editor.at("hover", URI, **spot("620", text=ROAD))["contents"]["value"]
    (used,) = editor.at("references", URI, **spot("620", text=ROAD), context={"includeDeclaration": False})
    assert used["range"]["start"] == {"line": 2, "character": 20}
    (given,) = editor.at("definition", URI, **spot("998", text=ROAD))
    assert given["range"]["start"] == {"line": 2, "character": 12}


def test_a_wrong_number_is_replaced_by_what_would_be_right(editor: Editor) -> None:
    editor.initialize()
    editor.open(URI, ROAD)
    fix = actions(editor, URI, ROAD, "998")["Write 385 miles"]
    assert (fix["kind"], fix["isPreferred"]) == ("quickfix", True)
    assert [one["code"] for one in fix["diagnostics"]] == ["FC613"]
    mended = applied(ROAD, fix["edit"]["changes"][URI])
    assert mended == ROAD.replace("998 miles", "385 miles")
    editor.change(URI, {"text": mended})
    assert editor.told(URI) == []


def test_it_is_left_alone_once_a_reason_is_written(editor: Editor) -> None:
    """The comment that is put there asks for the reason by itself: without one it hides nothing."""
    editor.initialize()
    editor.open(URI, ROAD)
    ignore = actions(editor, URI, ROAD, "998")["Leave it alone: write a reason into a comment"]
    without = applied(ROAD, ignore["edit"]["changes"][URI])
    assert "long. <!-- factcheck: ignore[FC613] -- -->\n" in without
    editor.change(URI, {"text": without})
    editor.until(lambda: sorted(one["code"] for one in editor.diagnostics[URI]) == ["FC613", "FC641"])
    reason = without.replace("-- -->", "-- the author counts sea miles -->")
    editor.change(URI, {"text": reason})
    editor.until(lambda: editor.diagnostics[URI] == [])
    editor.change(URI, {"text": reason.replace("998", "385")})
    editor.until(lambda: [one["code"] for one in editor.diagnostics[URI]] == ["FC643"])
    drop = actions(editor, URI, reason, "factcheck: ignore")["Remove the comment"]
    assert applied(reason, drop["edit"]["changes"][URI]) == ROAD


CREATES = {"workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}}


def test_a_number_becomes_a_claim_of_the_draft(editor: Editor, tmp_path: Path) -> None:
    """The file is made by the editor; a claim that is added later is called otherwise."""
    write(tmp_path, {"factcheck.toml": "", "road.md": ROAD})
    editor.initialize(tmp_path, capabilities=CREATES)
    draft, claims = (tmp_path / "road.md").as_uri(), (tmp_path / "claims/road.yaml").as_uri()
    editor.open(draft, ROAD)
    made, written = actions(editor, draft, ROAD, "998")["Make a claim of it in claims/road.yaml"]["edit"][
        "documentChanges"
    ]
    assert (made["kind"], made["uri"]) == ("create", claims)
    text = written["edits"][0]["newText"]
    assert "article:\n  file: 'road.md'\n" in text
    write(tmp_path, {"claims/road.yaml": text})
    assert [one["code"] for one in editor.open(claims, text, "yaml")] == ["FC401"]
    editor.until(lambda: [one["code"] for one in editor.diagnostics[draft]] == ["FC401"])
    assert "conversion-line-3" in editor.diagnostics[draft][0]["message"]
    (claim,) = editor.at("definition", draft, **spot("998", text=ROAD))
    assert claim["uri"] == claims


def test_an_editor_that_makes_no_files_is_not_offered_one(editor: Editor, tmp_path: Path) -> None:
    write(tmp_path, {"factcheck.toml": "", "road.md": ROAD})
    editor.initialize(tmp_path)
    draft = (tmp_path / "road.md").as_uri()
    editor.open(draft, ROAD)
    assert not [title for title in actions(editor, draft, ROAD, "998") if title.startswith("Make a claim")]


def test_a_claim_is_added_to_the_file_that_is_there(editor: Editor, tmp_path: Path) -> None:
    there = "format: 1\narticle: {file: road.md}\nclaims:\n  - {id: conversion-line-3, says: 1 + 1 = 2}\n"
    write(tmp_path, {"factcheck.toml": "", "road.md": ROAD, "claims/road.yaml": there})
    editor.initialize(tmp_path)
    draft, claims = (tmp_path / "road.md").as_uri(), (tmp_path / "claims/road.yaml").as_uri()
    editor.open(draft, ROAD)
    fix = actions(editor, draft, ROAD, "998", only=["refactor"])["Make a claim of it in claims/road.yaml"]
    (edit,) = fix["edit"]["changes"][claims]
    whole = there + edit["newText"]
    assert "\n  - id: conversion-line-3-2\n" in whole
    assert [one["code"] for one in editor.open(claims, whole, "yaml")] == ["FC401"]


def test_lines_that_are_added_end_as_those_of_the_file_do(editor: Editor, tmp_path: Path) -> None:
    """The byte order mark of such a file is no part of its first line either."""
    claims = "\ufeffformat: 1\r\nclaims:\r\n  - id: a\r\n    says: 1 + 1 = 3\r\n"
    write(tmp_path, {"factcheck.toml": "", "claims/a.yaml": claims})
    editor.initialize(tmp_path)
    uri = (tmp_path / "claims/a.yaml").as_uri()
    (found,) = editor.open(uri, claims, "yaml")
    assert found["range"] == {"start": {"line": 3, "character": 10}, "end": {"line": 3, "character": 19}}
    known = actions(editor, uri, claims, "1 + 1")["Record it as known: expect: fail"]
    (edit,) = known["edit"]["changes"][uri]
    assert edit["newText"] == "\r\n    expect: fail"
    editor.change(uri, edit | {"text": edit["newText"]})
    assert editor.told(uri) == []


@pytest.mark.parametrize("name", ["hint", "lens", "token"])
def test_what_would_be_right_is_shown_beside_the_number(editor: Editor, name: str) -> None:
    editor.initialize()
    editor.open(URI, ROAD)
    document = {"textDocument": {"uri": URI}}
    if name == "hint":
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
        (found,) = editor.ask("textDocument/inlayHint", {**document, "range": whole})
        assert (found["label"], found["position"]) == ("= 385 miles", {"line": 2, "character": 29})
    elif name == "lens":
        (found,) = editor.ask("textDocument/codeLens", document)
        assert found["command"]["title"] == "wrong · why?"
        assert "not 998 miles" in editor.ask("workspace/executeCommand", found["command"])
    else:
        data = editor.ask("textDocument/semanticTokens/full", document)["data"]
        modifiers = editor.initialized["capabilities"]["semanticTokensProvider"]["legend"]["tokenModifiers"]
        told = [modifiers[bits.bit_length() - 1] for bits in data[4::5]]
        assert told == ["used", "wrong", "uncovered"]


def test_words_of_a_chinese_draft_are_chinese(editor: Editor) -> None:
    text = "这条公路全长620公里(合998英里)。\n"
    editor.initialize(encodings=["utf-32"])
    editor.open(URI, text)
    titles = list(actions(editor, URI, text, "998"))
    assert titles == ["改为385英里", "不再提示：在注释中写明理由"]
    (lens,) = editor.ask("textDocument/codeLens", {"textDocument": {"uri": URI}})
    assert lens["command"]["title"] == "错误 · 为什么？"
