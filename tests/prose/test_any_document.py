"""Whatever a document holds: nothing raises, and every place cuts out the text that it says."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.prose.document import read_document, view_of
from factcheck.quantity.definitions import standard_units

PIECES = [
    "about 5 km", "超过27.6万个D1芯片", "**25** chips", "`x = 5`", "[3 weeks](https://a.b/5)", "![5](a.png)", "\r\n",
    "\n\n", "\n> ", "\n- ", "\n1. ", "| a | 5 |\n|---|---|\n", "```\n5 km\n```\n", "<b>", "</b>", "<!--", "-->",
    "&nbsp;", "&#53;", "\\*", "*", "_", "~~", "[^1]", "[12]", "\u200b", "\ufeff", "\u00ad", "😀", "１２", "5", ",",
    ".", " ", "%", "$", "a@b.org", "---\n", "# ", "https://x.org/7", "<sup>2</sup>", "\0", "\u2028", "\x0c",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
def test_places_cut_out_what_they_say(text: str, markdown: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    found = read_document(text, standard_units(), markdown=markdown)
    places = sorted([*found.mentions, *found.asides], key=lambda one: one.span)
    assert all(text[one.span.start : one.span.end] == one.text != "" for one in places)
    assert all(one.span.end <= other.span.start for one, other in pairwise(places))
    assert found == read_document(text, standard_units(), markdown=markdown)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
def test_blocks_are_in_order_and_apart(text: str, markdown: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    view = view_of(text, markdown=markdown)
    blocks = [view.span(block) for block in view.blocks]
    assert all(0 <= start < end <= len(text) for start, end in blocks)
    assert all(one.end <= other.start for one, other in pairwise(blocks))
