"""What an editor is told of the files of a pack: things with their facts, rules with their cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.lsp.server import server
from tests.lsp.client import Editor, running
from tests.lsp.test_claim_files import locations, spot
from tests.projects import PACK, SETTINGS, write

RULES = """\
format: 1
rules:
  - id: rise
    title: How much dough rises
    equation: rise = after / before
    symbols: {before: volume, after: same as before, rise: ratio}
    cite: The bakers
    tests:
      - {given: {before: 1 L, after: 2 L}, rise: 2, expect: pass}
      - {given: {before: 1 L, after: 2 L}, rise: 3, expect: pass}
      - {given: {before: 1 L, after: 2 L}, rise: 4, expect: fail}
      - {given: {before: 1 L, after: 2 L}, rise: 5, expect: fail}
"""
CLAIMS = """\
format: 1
claims:
  - {id: a, says: loaf.mass = 500 g}
  - {id: b, says: "rise(before=1 L, after=2 L) = 2"}
"""
THINGS, OF_RULES = "rules/bakery/things/bread.yaml", "rules/bakery/dough.yaml"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    write(folder, {"factcheck.toml": SETTINGS, THINGS: PACK, OF_RULES: RULES, "claims/a.yaml": CLAIMS})
    return folder


@pytest.fixture(scope="module")
def desk(place: Path) -> Iterator[Editor]:
    def begun() -> Iterator[Editor]:
        for editor in running(lambda stdin, stdout: server(pause=0.05).start_io(stdin, stdout)):
            editor.initialize(place)
            editor.open((place / THINGS).as_uri(), PACK, "yaml")
            editor.open((place / OF_RULES).as_uri(), RULES, "yaml")
            yield editor

    yield from begun()


def test_a_case_with_another_verdict_than_it_expects_is_marked(desk: Editor, place: Path) -> None:
    uri = (place / OF_RULES).as_uri()
    desk.until(lambda: desk.diagnostics[uri])
    (found,) = desk.diagnostics[uri]
    assert found["message"].startswith("rise-2: states 3, derived 2")
    assert "expects pass" in found["message"].splitlines()[0]
    assert found["range"]["start"]["line"] == 9


@pytest.mark.parametrize(
    ("file", "text", "words", "within", "told"),
    [
        (THINGS, PACK, "loaf", "", "**loaf**"),
        (THINGS, PACK, "500 g", "", "**loaf.mass**"),
        (THINGS, PACK, "price", "", "= 4.50 USD"),
        (OF_RULES, RULES, "rise", "id: ", "How much dough rises"),
        (OF_RULES, RULES, "after / before", "", "`rise = after / before`"),
    ],
)
def test_hovering_tells_what_the_packs_know(
    desk: Editor, place: Path, file: str, text: str, words: str, within: str, told: str
) -> None:
    found = desk.at("hover", (place / file).as_uri(), **spot(words, within, text))
    assert told in found["contents"]["value"]


def test_a_source_and_a_part_lead_to_where_they_are_told(desk: Editor, place: Path) -> None:
    uri = (place / THINGS).as_uri()
    source = desk.at("definition", uri, **spot("menu", "source: ", PACK))
    assert locations(source, place) == [f"{THINGS}:3"]
    part = desk.at("definition", uri, **spot("loaf", "parts:", PACK))
    assert locations(part, place) == [f"{THINGS}:5"]


@pytest.mark.parametrize(
    ("file", "text", "words", "within", "line"),
    [
        (THINGS, PACK, "mass", "", 3),
        (OF_RULES, RULES, "rise", "id: ", 4),
    ],
)
def test_references_are_in_the_claims_of_the_project(
    desk: Editor, place: Path, file: str, text: str, words: str, within: str, line: int
) -> None:
    context = {"context": {"includeDeclaration": True}}
    found = desk.at("references", (place / file).as_uri(), **spot(words, within, text), **context)
    assert locations(found, place) == [f"claims/a.yaml:{line}"]


def test_the_outline_has_things_with_attributes_and_rules(desk: Editor, place: Path) -> None:
    found = desk.ask("textDocument/documentSymbol", {"textDocument": {"uri": (place / THINGS).as_uri()}})
    assert [one["name"] for one in found] == ["menu", "loaf", "basket"]
    assert [one["name"] for one in found[1]["children"]] == ["names", "mass", "price"]
    assert found[1]["children"][1]["detail"] == "500 g"
    (rule,) = desk.ask("textDocument/documentSymbol", {"textDocument": {"uri": (place / OF_RULES).as_uri()}})
    assert (rule["name"], rule["detail"]) == ("rise", "rise = after / before")


def test_a_fault_that_is_typed_is_told_after_a_pause_and_gone_when_mended(desk: Editor, place: Path) -> None:
    uri = (place / THINGS).as_uri()
    desk.change(uri, {"text": PACK.replace("source: menu, quote", "source: menue, quote")})
    desk.until(lambda: desk.diagnostics[uri])
    assert [one["code"] for one in desk.diagnostics[uri]] == ["FC502"] * len(desk.diagnostics[uri])
    assert "did you mean `menu`?" in desk.diagnostics[uri][0]["message"]
    desk.change(uri, {"text": PACK})
    desk.until(lambda: desk.diagnostics[uri] == [])
