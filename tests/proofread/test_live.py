"""A draft while it is written: what is said after an edit, before all of it was read again."""

import random
from pathlib import Path

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.proofread.live import Edit, Live
from factcheck.workspace import Workspace
from tests.proofread.drafts import FERRIES, RIGHT_ROAD, WRONG_ROAD, checked
from tests.proofread.test_claims_of_a_draft import DRAFT, report

PARAGRAPHS = [
    f"The market of town {name} sells bread, fish and cloth to {9 * at} people." for at, name in enumerate("ABCDEFGH")
]
LONG = "\n\n".join(line for at in range(12) for line in (*PARAGRAPHS, (WRONG_ROAD, FERRIES, RIGHT_ROAD)[at % 3]))


def live(engine: Engine, text: str, *, markdown: bool = False) -> Live:
    draft = Live(engine, "draft.md", markdown=markdown)
    draft.whole(text)
    return draft


def said(found: DraftReport) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.message) for one in found.findings]


def wrong(found: DraftReport) -> list[DraftFinding]:
    return [one for one in found.findings if one.verdict == "fail"]


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("of 620 km", "of 62 km", Edit(5, 5, 6)),
        ("of 62 km", "of 620 km", Edit(5, 6, 5)),
        ("aaa", "aaaa", Edit(3, 4, 3)),
        ("", "text", Edit(0, 4, 0)),
        ("text", "", Edit(0, 0, 4)),
        ("一二三", "一五三", Edit(1, 2, 2)),
    ],
)
def test_an_edit_is_the_shortest_stretch_in_which_texts_differ(old: str, new: str, edit: Edit) -> None:
    assert Edit.between(old, new) == edit


def test_what_was_found_elsewhere_moves_along_with_its_operands(engine: Engine) -> None:
    draft = live(engine, LONG)
    before = wrong(draft.report)[-1]
    after = wrong(draft.edit(f"In short, {LONG}"))[-1]
    assert (after.start, after.text, after.message) == (before.start + 10, before.text, before.message)
    assert [one.start for one in after.given] == [(one.start or 0) + 10 for one in before.given]
    assert draft.report.text[after.start : after.end] == after.text


def test_a_number_put_right_is_right_at_once(engine: Engine) -> None:
    draft = live(engine, LONG)
    count = len(wrong(draft.report))
    found = draft.edit(LONG.replace("998 miles", "385 miles", 1))
    assert len(wrong(found)) == count - 1
    assert next(one.verdict for one in found.findings if one.text == "385 miles") == "pass"


def test_a_finding_is_judged_anew_when_its_operand_changes(engine: Engine) -> None:
    draft = live(engine, LONG)
    found = draft.edit(LONG.replace("620 km (998", "1,606 km (998", 1))
    assert found.findings[0].message == "1,606 km is 998 miles" or found.findings[0].verdict == "pass"
    assert wrong(found)[0].start > found.findings[0].start


def test_numbers_keep_their_status_and_place(engine: Engine) -> None:
    draft = live(engine, LONG)
    text = LONG.replace("town A", "the old town A", 1)
    assert draft.edit(text).numbers == checked(text, engine).numbers


def test_an_ignore_counts_at_once(engine: Engine) -> None:
    draft = live(engine, LONG)
    text = LONG.replace(WRONG_ROAD, f"{WRONG_ROAD} <!-- factcheck: ignore[FC613] -- by sea -->", 1)
    assert draft.edit(text).findings[0].ignored == "by sea"


def test_the_whole_is_what_a_check_of_the_file_says(engine: Engine) -> None:
    draft = live(engine, "")
    draft.edit(LONG)
    assert draft.whole() == checked(LONG, engine)


@pytest.mark.parametrize("markdown", [False, True])
def test_any_edit_says_of_the_text_what_the_whole_says(engine: Engine, *, markdown: bool) -> None:
    pick, text = random.Random(7), LONG  # noqa: S311 - for a test
    draft = live(engine, text, markdown=markdown)
    for _ in range(25):
        at = pick.randrange(len(text))
        text = text[:at] + pick.choice("0123456789 ,.\n") + text[at + pick.randint(0, 1) :]
        assert said(draft.edit(text)) == said(checked(text, engine, markdown=markdown))


def test_a_table_is_read_as_a_whole(engine: Engine) -> None:
    rows = "\n".join(f"| Shop {at} | {at + 10} |" for at in range(1, 41))
    table = f"| Shop | Staff |\n|---|---|\n{rows}\n| Total | {sum(range(11, 51))} |\n"
    text = f"{LONG}\n\n{table}\n\n{LONG}"
    draft = live(engine, text, markdown=True)
    found = draft.edit(text.replace("| Shop 1 | 11 |", "| Shop 1 | 311 |"))
    (total,) = [one for one in found.findings if one.text == "1220"]
    assert (total.verdict, len(total.given)) == ("query", 40)


def test_the_day_of_the_text_is_known_below(engine: Engine) -> None:
    text = f"---\ndate: 2024-05-01\n---\n\n{LONG}\n\nFounded in 1984, the firm is 40 years old.\n"
    draft = live(engine, text, markdown=True)
    edited = text.replace("Founded in 1984", "Founded here in 1984")
    assert said(draft.edit(edited)) == said(checked(edited, engine, markdown=True))


def test_claims_keep_the_numbers_that_they_quote(tmp_path: Path) -> None:
    folder = tmp_path
    report(folder, DRAFT + "\n" + LONG)
    draft = Workspace.open(folder).live("drafts/dojo.md", markdown=True)
    draft.whole(DRAFT + "\n" + LONG)
    found = draft.edit(DRAFT + " And that was it.\n" + LONG)
    assert {one.text: one.verdict for one in found.findings}["12 petaflops"] == "fail"


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no language `xx`"):
        Workspace.open(tmp_path).live(lang="xx")
