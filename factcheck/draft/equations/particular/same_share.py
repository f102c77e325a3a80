"""A share in words beside the same in percent: nearly half of them, some 47 percent, …; 47.2%，占比接近一半."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage

_WIDTH = 40
_NEXT = re.compile(
    r"(?:\s(?:of|in)\s[^,;:()，。]{1,30})?(?:\s?[(（]|\s?[,，]|\s[–—-]|\s?—|\sor\b)"
    r"\s?(?:or|about|some|around|占比|即|约|也就是)?\s?"
)


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each share in words that stands in apposition to a percentage; it holds, or it is another share."""
    for first, second in pairwise(passage.items):
        words, percent = (first, second) if second.is_percent else (second, first)
        if percent.is_percent and _is_in_words(words) and _is_beside(passage, first, second):
            candidate = Candidate(f"share = {stated(words)}", (given("share", percent, stated(percent)),))
            yield Proposal("share", words.mention.span, (candidate,), firm=False)


def _is_beside(passage: Passage, first: Item, second: Item) -> bool:
    near = first.sentence == second.sentence and second.start - first.end <= _WIDTH
    return near and _NEXT.fullmatch(passage.between(first, second)) is not None


def _is_in_words(item: Item) -> bool:
    number = item.mention.number
    return number.kind == "rough" and number.nominal is not None and 0 < number.nominal < 1 and not item.dimension
