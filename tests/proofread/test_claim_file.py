"""``draft --write``: what was found, as claims that ``check`` judges alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.codes import page
from factcheck.engine.outcome.check import check_claim
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.loader.claims import claims_from_text
from factcheck.model.claim import ClaimFile
from factcheck.proofread.claim_file import claim_file, quoted, scalar
from factcheck.proofread.kinds import CODES
from tests.proofread.drafts import WRONG_ROAD, checked
from tests.proofread.test_messages import SENTENCES

FENCE = re.compile(r"^```text(?: fixed)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DRAFTS = [text.strip() for code in sorted(set(CODES.values())) for text in FENCE.findall(page(code) or "")]
SOME = [*SENTENCES, *DRAFTS, "A quote 'with' \"marks\": - # {it}.", "\u202e [ **12 km** of road\t& 7% … 3 > 2"]


def loaded(text: str) -> ClaimFile:
    """Return the claims of a file that must be sound."""
    file, problems = claims_from_text(text, "claims/x.yaml")
    assert problems == ()
    assert file is not None
    return file


def verdicts(file: ClaimFile, engine: Engine) -> list[str]:
    scope = FileScope(file, engine.knowledge.units)
    return [check_claim(claim, scope, engine).verdict for claim in file.claims]


@given(st.lists(st.sampled_from(SOME), min_size=1, max_size=6), st.sampled_from([" ", "\n", "\n\n"]))
def test_check_gives_the_same_verdicts(engine: Engine, parts: list[str], gap: str) -> None:
    report = checked(gap.join(parts), engine)
    file = loaded(claim_file(report))
    assert verdicts(file, engine) == [one.verdict for one in report.findings if one.verdict != "query"]
    assert [claim.expect for claim in file.claims] == [None] * len(file.claims)
    assert str(file.article.file) == "draft.md"


@given(st.text(max_size=80))
def test_any_text_gives_a_sound_file(engine: Engine, text: str) -> None:
    report = checked(f"{text} 620 km (998 miles) {text}", engine)
    assert verdicts(loaded(claim_file(report)), engine) == [one.verdict for one in report.findings]


def test_a_file_to_edit(engine: Engine) -> None:
    report = checked(f"At 7 in all.\n{WRONG_ROAD}", engine)
    assert (
        claim_file(report).split("claims:\n")[1]
        == """\
- id: conversion-line-2
  # 620 km is 385 miles, not 998 miles
  quote: 'The road is 620 km (998 miles) long.'
  says: 'value = 998 mile'
  given:
    value: {is: '620 ± 0.5 kilometer', quote: '620 km'}

# What could not be derived. Say what a number follows from, or why it is exempt, and take the signs away.
# - id: number-line-1
#   quote: 'At 7 in all.'
#   says: TODO = 7
"""
    )


def test_what_is_worth_a_look_is_a_comment(engine: Engine) -> None:
    report = checked("The 12 clubs spent $60 million, or $6 million each on average.", engine)
    written = claim_file(report)
    assert loaded(written).claims == ()
    assert "# Worth a look." in written
    assert "#   # $60 million divided by 12 is $5 million, the text says $6 million\n" in written
    head, doubts = written.split("# Worth a look.")
    claims = "".join(f"{line.removeprefix('# ')}\n" for line in doubts.splitlines()[1:])
    assert verdicts(loaded(head.replace("  []\n", "") + claims), engine) == ["fail"]


def test_a_draft_without_findings(engine: Engine) -> None:
    assert loaded(claim_file(checked("It rained for 7 days.", engine))).claims == ()


def test_claims_find_their_place_in_the_draft_again(engine: Engine) -> None:
    text = "\n".join(SENTENCES)
    for one in checked(text, engine).findings:
        quote = quoted(text, one.start, one.end)
        assert quote in text
        assert one.text in quote


@pytest.mark.parametrize("text", ["it's", "a: b # c", "", "\ttab\nline"])
def test_a_scalar_reads_back(text: str) -> None:
    file = loaded(f"article: {{title: {scalar(text)}}}\nclaims: []\n")
    assert file.article.title == text
