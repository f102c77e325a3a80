"""What is wrong is told as one types, in the words of the reports."""

from pathlib import Path

import pytest

from tests.lsp.client import Editor
from tests.projects import write

ROAD = "The road is 620 km (998 miles) long.\n"
UNTITLED = "untitled:Untitled-1"


def test_a_wrong_number_of_a_draft_is_an_error_with_its_derivation_and_its_inputs(editor: Editor) -> None:
    editor.initialize()
    (found,) = editor.open(UNTITLED, ROAD)
    assert found["range"] == {"start": {"line": 0, "character": 20}, "end": {"line": 0, "character": 29}}
    assert (found["severity"], found["code"], found["source"]) == (1, "FC613", "factcheck")
    first, *more = found["message"].splitlines()
    assert first == "620 km is 385 miles, not 998 miles"
    assert more[0] == "derived: 620 km = 385.3 miles (384.9 to 385.6)"
    assert found["codeDescription"]["href"].endswith("pages/FC613.md")
    (related,) = found["relatedInformation"]
    assert related["location"]["range"]["start"] == {"line": 0, "character": 12}
    assert related["message"] == "value: 620 ± 0.5 kilometer"


def test_what_is_only_worth_a_look_is_a_warning(editor: Editor) -> None:
    editor.initialize()
    (found,) = editor.open(UNTITLED, "The 12 clubs spent $60 million, or $6 million each on average.\n")
    assert found["severity"] == 2
    assert found["message"].splitlines()[0] == "$60 million divided by 12 is $5 million, the text says $6 million"
    assert found["message"].splitlines()[-1].startswith("not certain: ")


def test_an_editor_may_ask_for_what_is_wrong_alone(editor: Editor) -> None:
    editor.initialize(initializationOptions={"factcheck": {"queries": False}})
    assert editor.open(UNTITLED, "The 12 clubs spent $60 million, or $6 million each on average.\n") == []


def test_typing_mends_a_number_and_breaks_it_again(editor: Editor) -> None:
    editor.initialize()
    editor.open(UNTITLED, ROAD)
    where = {"start": {"line": 0, "character": 20}, "end": {"line": 0, "character": 23}}
    editor.change(UNTITLED, {"range": where, "text": "385"})
    assert editor.told(UNTITLED) == []
    editor.change(UNTITLED, {"text": ROAD})
    assert [one["code"] for one in editor.told(UNTITLED)] == ["FC613"]


def test_what_is_typed_letter_by_letter_comes_to_what_is_opened_at_once(editor: Editor) -> None:
    editor.initialize()
    editor.open(UNTITLED, "")
    for at, letter in enumerate(ROAD.strip()):
        editor.type(UNTITLED, 0, at, letter)
    (typed,) = editor.told(UNTITLED)
    (opened,) = editor.open("untitled:Untitled-2", ROAD.strip())
    assert (typed["message"], typed["range"]) == (opened["message"], opened["range"])


@pytest.mark.parametrize(
    ("encodings", "chosen", "start", "end"),
    [
        (["utf-8"], "utf-8", 39, 48),
        (["utf-16"], "utf-16", 17, 22),
        (["utf-32", "utf-8"], "utf-32", 15, 20),
        (["utf-7"], "utf-16", 17, 22),
        (None, "utf-16", 17, 22),
    ],
)
def test_places_are_in_the_units_of_the_editor(
    editor: Editor, encodings: list[str] | None, chosen: str, start: int, end: int
) -> None:
    """Emoji are four units of UTF-8 and two of UTF-16, Chinese signs three and one."""
    assert editor.initialize(encodings=encodings)["capabilities"]["positionEncoding"] == chosen
    (found,) = editor.open(UNTITLED, "🚗🛣这条公路全长620公里(合998英里)。\n")
    assert found["message"].splitlines()[0] == "620公里是385英里，不是998英里"
    assert (found["range"]["start"]["character"], found["range"]["end"]["character"]) == (start, end)


CLAIMS = """\
format: 1
given:
  target: 100 EFLOP/s
claims:
  - id: chips
    quote: more than 300,000 D1 chips
    says: target / D1.peak > 300,000 D1
  - id: peer
    says: D1.peek = 362 TFLOP/s
"""


def test_a_claim_file_is_judged_as_it_is_written(editor: Editor, tmp_path: Path) -> None:
    """Its text need not be saved; a claim that fails and one that cannot be read are errors, each at its words."""
    write(tmp_path, {"factcheck.toml": "", "claims/a.yaml": "format: 1\nclaims: []\n"})
    editor.initialize(tmp_path)
    uri = (tmp_path / "claims/a.yaml").as_uri()
    fails, error = editor.open(uri, CLAIMS, "yaml")
    assert fails["code"] == "FC401"
    assert fails["message"].startswith("chips: states more than 300,000 D1, derived 276,243 D1")
    assert fails["range"]["start"] == {"line": 6, "character": 10}
    assert error["code"] == "FC302"
    assert error["range"]["start"] == {"line": 8, "character": 13}
    assert "help: did you mean `D1.peak`?" in error["message"]


def test_the_text_of_an_open_draft_wins_over_the_disk(editor: Editor, tmp_path: Path) -> None:
    """The claim quotes words that only the editor has."""
    claims = "format: 1\narticle: {file: a.md}\nclaims:\n  - {id: a, quote: 27 cats, says: 20 + 7 = 27}\n"
    write(tmp_path, {"factcheck.toml": "", "claims/a.yaml": claims, "a.md": "There were 25 cats.\n"})
    editor.initialize(tmp_path)
    uri, draft = (tmp_path / "claims/a.yaml").as_uri(), (tmp_path / "a.md").as_uri()
    editor.open(uri, claims, "yaml")
    found = editor.until(lambda: [one for several in editor.diagnostics.values() for one in several])
    assert [one["code"] for one in found] == ["FC631"]  # the quote is not in the text
    editor.open(draft, "There were 27 cats.\n")
    assert editor.until(lambda: not any(editor.diagnostics.values()))


def test_an_unsaved_pack_is_what_claims_are_judged_with(editor: Editor, tmp_path: Path) -> None:
    pack = "format: 1\nsources: {menu: {title: The menu}}\nthings: {loaf: {mass: {is: %s, source: menu}}}\n"
    claims = "format: 1\nclaims:\n  - {id: a, says: loaf.mass = 500 g}\n"
    things = "rules/bread/things/bread.yaml"
    write(tmp_path, {"factcheck.toml": "", "claims/a.yaml": claims, things: pack % "400 g"})
    editor.initialize(tmp_path)
    uri, of_pack = (tmp_path / "claims/a.yaml").as_uri(), (tmp_path / things).as_uri()
    (fails,) = editor.open(uri, claims, "yaml")
    assert fails["relatedInformation"][0]["location"]["uri"] == of_pack
    editor.open(of_pack, pack % "500 g", "yaml")
    editor.until(lambda: editor.diagnostics[uri] == [])
    editor.change(of_pack, {"text": pack % "500 gramms"})
    editor.until(lambda: editor.diagnostics[of_pack])
    (fault,) = editor.diagnostics[of_pack]
    assert (fault["code"], fault["range"]["start"]["line"]) == ("FC202", 2)
