"""Claims of a project that quote a draft: their verdicts, quotes that changed, quotes that are gone."""

from pathlib import Path

import pytest

from factcheck.model.draft import DraftReport
from factcheck.workspace import Workspace
from tests.projects import write

CLAIMS = """\
format: 1
article: {file: drafts/dojo.md}
claims:
- id: chips
  quote: 超过27.6万个D1芯片
  says: 100 EFLOP/s / D1.peak > 27.6万 D1
- id: tile-compute
  quote: each tile delivers 12 petaflops
  says: tile.peak = 12 PFLOP/s
- id: visitors
  quote: about 300 visitors came
  exempt: a guess of the organisers
"""
DRAFT = """\
要达到100 exaflops，需要超过27.6万个D1芯片。

Here *each tile* delivers 12 petaflops, and about 300
visitors came.
"""


def report(folder: Path, draft: str = DRAFT) -> DraftReport:
    write(folder, {"factcheck.toml": "", "claims/dojo.yaml": CLAIMS, "drafts/dojo.md": draft})
    return Workspace.open(folder).draft_file(folder / "drafts/dojo.md")


def verdicts(found: DraftReport) -> dict[str, str]:
    return {one.text: one.verdict for one in found.findings}


def test_numbers_take_the_verdict_of_the_claim_that_quotes_them(tmp_path: Path) -> None:
    found = report(tmp_path)
    assert found.diagnostics == ()
    shown = verdicts(found)
    assert shown["超过27.6万个"] == "pass"
    assert shown["12 petaflops"] == "fail"
    assert shown["about 300"] == "exempt"
    assert {n.text: n.status for n in found.numbers}["about 300"] == "ignored"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("27.6万", "30万", "chips: the draft now says 30万, the claim says 27.6万"),
        ("12 petaflops", "9 petaflops", "tile-compute: the draft now says 9, the claim says 12"),
        ("about 300\nvisitors came", "some 400 visitors came", "visitors: the draft now says 400, the claim says 300"),
    ],
)
def test_a_changed_number_is_named(old: str, new: str, message: str, tmp_path: Path) -> None:
    found = report(tmp_path, DRAFT.replace(old, new))
    assert [(one.code, one.message) for one in found.diagnostics] == [("FC631", message)]


def test_other_words_around_the_same_number_are_no_problem(tmp_path: Path) -> None:
    found = report(tmp_path, DRAFT.replace("delivers 12", "delivered 12"))
    assert found.diagnostics == ()
    assert verdicts(found)["12 petaflops"] == "fail"


def test_a_quote_that_is_gone_is_reported_at_its_claim(tmp_path: Path) -> None:
    found = report(tmp_path, "要达到100 exaflops，需要超过27.6万个D1芯片。Each tile delivers 12 petaflops.\n")
    assert [(one.code, str(one.place)) for one in found.diagnostics] == [("FC632", "claims/dojo.yaml:10:3")]
    assert "about 300 visitors came" in found.diagnostics[0].message


def test_claims_of_another_draft_say_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"factcheck.toml": "", "claims/dojo.yaml": CLAIMS, "drafts/other.md": "Nothing here.\n"})
    assert Workspace.open(tmp_path).draft_file(tmp_path / "drafts/other.md").diagnostics == ()


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("{quote: '(998 miles)', exempt: 'sea miles, says the author'}", "exempt"),
        ("{quote: '(998 miles)', says: 1848 km ~ 998 nautical_mile}", "pass"),
        ("{quote: '(998 miles)', says: 620 km = 998 mile}", "fail"),
    ],
)
def test_a_claim_has_the_last_word_on_the_number_that_it_quotes(claim: str, verdict: str, tmp_path: Path) -> None:
    claims = f"article: {{file: drafts/road.md}}\nclaims:\n- {claim.replace('{', '{id: road, ', 1)}\n"
    draft = "The road is 620 km (998 miles) long.\n"
    write(tmp_path, {"factcheck.toml": "", "claims/road.yaml": claims, "drafts/road.md": draft})
    found = Workspace.open(tmp_path).draft_file(tmp_path / "drafts/road.md")
    assert [(one.text, one.verdict, one.kind) for one in found.findings] == [("998 miles", verdict, "claim")]
    assert {n.text: n.status for n in found.numbers}["620 km"] == "used"
