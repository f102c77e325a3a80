"""What an editor is told of the statements of a claim file: derivations, sources, names, and what may come next."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.lsp.server import server
from tests.lsp.client import Editor, running
from tests.projects import PACK, SETTINGS, write

CLAIMS = """\
format: 1
article: {title: The bakery, language: en, date: 2024-06-01, file: a.md}
data:
  sales: {file: sales.json}
given:
  flour: 90 kg
  sold: {from: sales, at: today, unit: loaf}
ignore:
  - {claim: loaves, code: FC414, reason: a note}
claims:
  - id: basket-mass
    quote: a basket weighs 6 kg
    says: basket.loaf * loaf.mass = 6 kg
  - id: loaves
    quote: about 200 loaves
    says: flour / loaf.mass ~ 200 loaf
  - id: takings
    says: loaves * loaf.price > 900 USD
  - id: growth
    says: percent_change(before=40, after=50) = 20 %
  - id: left
    given: {flour: 2 kg}
    says: flour / loaf.mass = 4 loaf
"""
DRAFT = "Here a basket weighs 6 kg.\n\nThere were about 200 loaves.\n"
SALES = '{\n  "yesterday": 170,\n  "today": 180\n}\n'


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bakery")
    files = {"factcheck.toml": SETTINGS, "rules/bakery/things/bread.yaml": PACK, "claims/a.yaml": CLAIMS}
    write(folder, {**files, "a.md": DRAFT, "sales.json": SALES})
    return folder


@pytest.fixture(scope="module")
def desk(place: Path) -> Iterator[Editor]:
    """Return an editor with the claim file open; each test only asks."""

    def begun() -> Iterator[Editor]:
        for editor in running(lambda stdin, stdout: server(pause=0.05).start_io(stdin, stdout)):
            editor.initialize(place)
            editor.open(uri_of(place), CLAIMS, "yaml")
            yield editor

    yield from begun()


def uri_of(place: Path) -> str:
    return (place / "claims/a.yaml").as_uri()


def spot(words: str, within: str = "", text: str = CLAIMS) -> dict[str, int]:
    """Return the position in the middle of a word, behind some other words where it stands more than once."""
    start = text.index(words, text.index(within)) + len(words) // 2
    line = text.count("\n", 0, start)
    return {"line": line, "character": start - (text.rfind("\n", 0, start) + 1)}


def hover(desk: Editor, place: Path, words: str, within: str = "") -> str:
    found = desk.at("hover", uri_of(place), **spot(words, within))
    return "" if found is None else found["contents"]["value"]


@pytest.mark.parametrize(
    ("words", "within", "told"),
    [
        ("mass", "basket.loaf", ["**loaf.mass**", "= 500 g", "The menu of the bakery", "500 g a loaf"]),
        ("loaf", "/ loaf.mass ~", ["**loaf**", "面包", "price = 4.50 USD"]),
        ("percent_change", "", ["Relative change", "`change = (after - before) / before`", "`before`"]),
        ("before", "percent_change(", ["Relative change"]),
        ("USD", "> 900", ["USD"]),
        ("kg", "= 6", ["kilogram"]),
        ("flour", "says: flour / loaf.mass ~", ["**flour** = 90 kg"]),
        ("flour", "flour / loaf.mass = 4", ["**flour** = 2 kg"]),
        ("loaves", "says: loaves", ["states about 200 loaf", "180 loaf"]),
        ("growth", "- id: growth", ["**fail** `FC401`", "25 %", "(50 − 40) ÷ 40"]),
    ],
)
def test_a_name_tells_what_is_known_of_it(desk: Editor, place: Path, words: str, within: str, told: list[str]) -> None:
    found = hover(desk, place, words, within)
    assert [one for one in told if one not in found] == [], found


def test_there_is_nothing_to_tell_of_a_blank_line(desk: Editor, place: Path) -> None:
    assert desk.at("hover", uri_of(place), 0, 0) is None


def locations(found: list[dict[str, Any]], place: Path) -> list[str]:
    """Return locations as path:line."""
    home = place.as_uri() + "/"
    return [f"{one['uri'].removeprefix(home)}:{one['range']['start']['line'] + 1}" for one in found]


@pytest.mark.parametrize(
    ("words", "within", "leads"),
    [
        ("mass", "basket.loaf", ["rules/bakery/things/bread.yaml:7"]),
        ("basket", "says: ", ["rules/bakery/things/bread.yaml:9"]),
        ("flour", "says: flour / loaf.mass ~", ["claims/a.yaml:6"]),
        ("flour", "says: flour / loaf.mass = 4", ["claims/a.yaml:22"]),
        ("loaves", "says: loaves", ["claims/a.yaml:14"]),
        ("sold", "", ["sales.json:3"]),
        ("a.md", "", ["a.md:1"]),
        ("about 200", "", ["a.md:3"]),
    ],
)
def test_a_name_leads_to_where_it_comes_from(
    desk: Editor, place: Path, words: str, within: str, leads: list[str]
) -> None:
    found = desk.at("definition", uri_of(place), **spot(words, within))
    assert locations(found, place) == leads


def test_the_rule_of_another_pack_has_a_place_too(desk: Editor, place: Path) -> None:
    (found,) = desk.at("definition", uri_of(place), **spot("percent_change"))
    assert found["uri"].endswith("rules/core/change.yaml")


def test_references_are_those_of_the_same_premise(desk: Editor, place: Path) -> None:
    """The last claim has a premise of its own with the same name."""
    context = {"context": {"includeDeclaration": True}}
    found = desk.at("references", uri_of(place), **spot("flour", "says: flour / loaf.mass ~"), **context)
    assert locations(found, place) == ["claims/a.yaml:6", "claims/a.yaml:16"]
    own = desk.at("references", uri_of(place), **spot("flour", "given: {flour"), **context)
    assert locations(own, place) == ["claims/a.yaml:22", "claims/a.yaml:23"]


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """Return a text with edits of ASCII lines made, the last first."""
    lines = text.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]))[
        ::-1
    ]:
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"]]
        lines[start["line"]] = line[: start["character"]] + edit["newText"] + line[end["character"] :]
    return "".join(lines)


def test_a_claim_is_renamed_wherever_it_is_named(desk: Editor, place: Path) -> None:
    where = spot("loaves", "says: loaves")
    assert desk.at("prepareRename", uri_of(place), **where)["start"]["line"] == 17
    found = desk.at("rename", uri_of(place), **where, newName="count-of-loaves")
    text = applied(CLAIMS, found["changes"][uri_of(place)])
    assert text == CLAIMS.replace("claim: loaves", "claim: count-of-loaves").replace(
        "id: loaves", "id: count-of-loaves"
    ).replace("says: loaves", "says: count-of-loaves")


def test_a_name_that_is_taken_or_no_name_is_refused_with_the_reason(desk: Editor, place: Path) -> None:
    params = {"textDocument": {"uri": uri_of(place)}, "position": spot("loaves", "says: loaves")}
    taken = desk.answer("textDocument/rename", {**params, "newName": "takings"})
    assert taken["error"]["message"] == "the file has a claim or premise `takings` already"
    wrong = desk.answer("textDocument/rename", {**params, "newName": "2 loaves"})
    assert "is no name" in wrong["error"]["message"]
    assert desk.at("prepareRename", uri_of(place), **spot("percent_change")) is None


def test_what_was_derived_stands_behind_what_is_only_approximate(desk: Editor, place: Path) -> None:
    """Of an equation that holds nothing is told that it does not say."""
    last = {"line": 99, "character": 0}
    whole = {"start": {"line": 0, "character": 0}, "end": last}
    found = desk.ask("textDocument/inlayHint", {"textDocument": {"uri": uri_of(place)}, "range": whole})
    told = {one["position"]["line"] + 1: one["label"] for one in found}
    assert told == {16: "= 180 loaf", 18: "= 810 USD", 20: "= 25 %"}


def test_a_lens_leads_to_the_story_of_its_claim(desk: Editor, place: Path) -> None:
    found = desk.ask("textDocument/codeLens", {"textDocument": {"uri": uri_of(place)}})
    titles = [one["command"]["title"] for one in found]
    assert titles == ["pass · why?", "pass · why?", "fail · why?", "fail · why?", "pass · why?"]
    story = desk.ask("workspace/executeCommand", found[3]["command"])
    assert "fail[FC401] growth: states 20 %, derived 25 %" in story
    assert "The inputs" in story
    refused = desk.answer("workspace/executeCommand", {"command": "factcheck.why", "arguments": []})
    assert refused["error"]["message"] == "Invalid Params: Expected 2 arguments, got 0"


def test_the_outline_has_premises_and_claims_with_their_verdicts(desk: Editor, place: Path) -> None:
    found = desk.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri_of(place)}})
    assert [one["name"] for one in found] == [
        "flour", "sold", "basket-mass", "loaves", "takings", "growth", "left"
    ]  # fmt: skip
    assert found[5]["detail"] == "fail · percent_change(before=40, after=50) = 20 %"


def test_names_have_the_colour_of_what_they_mean(desk: Editor, place: Path) -> None:
    capability = desk.initialized["capabilities"]["semanticTokensProvider"]
    types = capability["legend"]["tokenTypes"]
    data = desk.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": uri_of(place)}})["data"]
    assert len(data) % 5 == 0
    line = at = 0
    named: dict[str, str] = {}
    for number in range(0, len(data), 5):
        down, right, length, kind, _ = data[number : number + 5]
        line, at = line + down, right if down else at + right
        named[CLAIMS.splitlines()[line][at : at + length]] = types[kind]
    expected = {"percent_change": "method", "before": "parameter", "flour": "variable", "loaves": "event"}
    assert named.items() >= {**expected, "mass": "property", "40": "number", "USD": "type", "basket": "class"}.items()


def actions(desk: Editor, place: Path, words: str, within: str = "") -> dict[str, Any]:
    at = spot(words, within)
    context = {"diagnostics": desk.diagnostics[uri_of(place)]}
    params = {"textDocument": {"uri": uri_of(place)}, "range": {"start": at, "end": at}, "context": context}
    return {one["title"]: one for one in desk.ask("textDocument/codeAction", params)}


def test_a_slip_is_corrected_and_a_verdict_recorded(desk: Editor, place: Path) -> None:
    found = actions(desk, place, "percent_change")
    known = next(one for title, one in found.items() if title.startswith("Record"))
    text = applied(CLAIMS, known["edit"]["changes"][uri_of(place)])
    assert "after=50) = 20 %\n    expect: fail\n  - id: left" in text
    assert [one["code"] for one in known["diagnostics"]] == ["FC401", "FC401"]


def completed(desk: Editor, place: Path, line: str, text: str = CLAIMS) -> list[str]:
    """Return what may follow a line that is added to the file, which need not be whole."""
    uri = uri_of(place).replace("a.yaml", "b.yaml")
    desk.open(uri, f"{text}{line}", "yaml")
    row = text.count("\n") + line.count("\n")
    found = desk.at("completion", uri, row, len(line.rpartition("\n")[2]))
    desk.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    return [] if found is None else [one["label"] for one in found["items"]]


SAYS = "  - id: new\n    says: "


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("loaf.", ["mass", "price"]),
        ("loaf.m", ["mass"]),
        ("D1.peak[", ["bf16", "fp32", "dense"]),
        ("percent_change(", ["before=", "after="]),
        ("percent_change(before=40, ", ["after="]),
        ("percent_change.", ["before", "after", "change"]),
        ("fl", ["flour"]),
        ("tak", ["takings"]),
        ("takings.", ["stated"]),
        ("面", ["loaf"]),
        ("perc", ["percent_change", "percentage_points"]),
        ("flour = 5 k", ["kg", "km"]),
        ("article.", ["date"]),
    ],
)
def test_what_may_come_next_in_a_statement(desk: Editor, place: Path, typed: str, among: list[str]) -> None:
    found = completed(desk, place, f"{SAYS}{typed}")
    assert set(among) <= set(found), found


def test_symbols_that_are_there_are_not_offered_again(desk: Editor, place: Path) -> None:
    assert "before=" not in completed(desk, place, f"{SAYS}percent_change(before=40, ")


def test_nothing_is_offered_outside_of_statements(desk: Editor, place: Path) -> None:
    assert completed(desk, place, "  - id: lo") == []
    assert completed(desk, place, "    quote: lo") == []
