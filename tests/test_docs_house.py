"""What the pages tell of how drafts are read is so: rooms, thresholds, words; and their links lead somewhere."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from factcheck.draft.choice import accuse, explain
from factcheck.draft.equations.proposal import Voice
from factcheck.draft.words import records
from factcheck.model.draft import Status
from tests.projects import ROOT

PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
HOUSE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?P<path>[^)#:\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = HEADING.findall(CODE.sub("", path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    for m in LINK.finditer(CODE.sub("", page.read_text(encoding="utf-8"))):
        target = page.parent / m["path"] if m["path"] else page
        assert target.exists(), m[0]
        assert m["anchor"] is None or m["anchor"] in anchors(target), m[0]


def test_each_room_of_a_draft_is_told() -> None:
    rooms = {path.parent.name for path in (ROOT / "factcheck/draft").glob("*/__init__.py")}
    told = re.findall(r"^    (\w+)/ ", HOUSE[HOUSE.index("## The rooms of a draft") :], re.MULTILINE)
    assert sorted(told) == sorted(rooms)


def test_each_floor_of_the_engine_is_drawn_and_told() -> None:
    drawn = HOUSE[HOUSE.index("## The floors of the engine") : HOUSE.index("## The way of a claim")]
    floors = {path.parent.name for path in (ROOT / "factcheck/engine").glob("*/__init__.py")}
    assert floors <= set(re.findall(r"│ (\w+)", drawn))
    assert floors == set(re.findall(r"^    (\w+)/ ", drawn, re.MULTILINE))


def test_the_drawing_has_the_order_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract.get("exhaustive"))
    drawing = re.findall(r"^    │ ((?:\w+ +│? ?)+)", HOUSE, re.MULTILINE)
    assert [re.findall(r"\w+", row) for row in drawing] == [re.findall(r"\w+", layer) for layer in layers]


def test_each_module_of_proofreading_is_told() -> None:
    modules = {path.stem for path in (ROOT / "factcheck/proofread").glob("*.py")} - {"__init__"}
    assert {name for name in modules if not re.search(rf"\b{name}\b", HOUSE)} == set()


def test_thresholds_are_as_told() -> None:
    assert f"meant with at least {explain.SURE:.0%}".replace("%", " %") in HOUSE
    assert f"explains the number with {vars(accuse)['_ELSE']:.0%}".replace("%", " %") in HOUSE
    assert f"less than a factor of {vars(accuse)['_FAR']}" in HOUSE
    assert f"must be at least {vars(records)['_TRUSTED']:.0%}".replace("%", " %") in HOUSE
    assert vars(records)["_ENOUGH"] == 12
    assert "twelve times seen" in HOUSE
    assert get_args(Voice) == ("verify", "ask", "accuse", "deny")


def test_each_module_that_counts_is_there() -> None:
    for path in re.findall(r"`(benchmarks/\w+\.py)`", HOUSE):
        assert (ROOT / path).exists()


WORDS = """mention quantity kind role level share multiple rate antecedent clause marker meaning construction slot
attachment chance evidence record verified wrong query borderline covered used thing attribute fact pack rule claim
premise enclosure hedge schema explanation operands slip corpus"""


def test_the_glossary_has_the_words() -> None:
    told = re.findall(r"\*\*([^*]+)\*\*", GLOSSARY)
    known = {word for words in told for word in words.split(", ")}
    assert set(WORDS.split()) - known == set()
    assert len(told) == len(set(told))
    statuses = set(get_args(Status)) - {"uncovered"}
    assert statuses - known == set()


def test_the_glossary_is_linked() -> None:
    for path in ("README.md", "docs/architecture.md"):
        assert "glossary.md)" in (ROOT / path).read_text(encoding="utf-8")
