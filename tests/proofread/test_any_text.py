"""Whatever the text: nothing raises, and every place is one of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.engine.resolve.setting import Engine
from factcheck.report.drafts import renderer
from tests.proofread.drafts import checked
from tests.proofread.test_messages import SENTENCES

PARTS = [
    *SENTENCES,
    "**620** km\n(998 miles)",
    "<!-- factcheck: ignore -- x -->",
    "<!--",
    "-->",
    "\n\n",
    "\r\n",
    "\ufeff",
    "|",
    "`",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=12)), max_size=8).map("".join)


@given(TEXTS, st.booleans())
def test_places_are_those_of_the_text(engine: Engine, text: str, markdown: bool) -> None:  # noqa: FBT001
    report = checked(text, engine, markdown=markdown)
    for one in (*report.findings, *report.numbers):
        assert text[one.start : one.end] == one.text
        assert one.text
    assert [one.start for one in report.numbers] == sorted(one.start for one in report.numbers)
    assert 0 <= report.coverage <= 1


@given(TEXTS)
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html"])
def test_every_format_can_be_written(engine: Engine, form: str, text: str) -> None:
    report = checked(text, engine)
    assert renderer(form)([report], verbose=True) == renderer(form)([report], verbose=True)


def test_the_verdicts_do_not_depend_on_how_a_draft_is_wrapped(engine: Engine) -> None:
    text = "The road that leads from the old harbour to the new one is 620 km (998 miles) long."
    for wrapped in (text, text.replace("new one", "new\none"), text.replace("620 km ", "620 km\n")):
        assert [one.message for one in checked(wrapped, engine).findings] == ["620 km is 385 miles, not 998 miles"]
