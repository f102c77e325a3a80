"""What numbers of a list share: a unit (eight or nine euros) or a change (rose 5 %, or 3 points; rose 5 % to 40)."""

import re
from dataclasses import replace

from factcheck.prose.amounts import reach
from factcheck.prose.mention import NO_MEASURE, Mention
from factcheck.prose.nouns import counted
from factcheck.prose.page import Page

_MAX_GAP = 9


def shared_units(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Give a number without a unit that of the next in its list: eight or nine euros, 5, 6 and 7 km."""
    shared = -1
    for i in range(len(mentions) - 2, -1, -1):
        one, following = mentions[i], mentions[i + 1]
        if one.measure is not NO_MEASURE or following.measure is NO_MEASURE:
            continue
        if one.number.kind == "rough":
            continue  # tripled to $9 million
        gap = page.folded[one.span.end : following.span.start][:_MAX_GAP]
        listed = shared == i + 1 and gap.strip() in {",", "-,", "、"}
        if listed or (page.lexicon.in_lists.fullmatch(gap) and not _restates(page, mentions, i, gap)):
            mentions[i], shared = replace(one, measure=following.measure), i
        elif gap == " " and following.measure.factors:
            mentions[i] = replace(one, measure=counted(page, following.span.end, one=False)[0])
    return mentions


def _restates(page: Page, mentions: list[Mention], at: int, gap: str) -> bool:
    """Whether a word behind a comma begins something else, since two numbers are no list with a comma.

    It sold 71,300, or 15 percent more; at $1,470, and 3 % of it is lead; but 5, 6, and 7 km.
    """
    if not gap.startswith(",") or not gap.lstrip(", "):
        return False
    return not at or page.folded[mentions[at - 1].span.end : mentions[at].span.start].strip() != ","


_COMPARED = re.compile(
    r"\b(?:from|than|versus|vs\.?|against|including|compared (?:with|to)|compared (?:with|to) an? [a-z]+ of)[ \u00a0]$"
)
_MAX_CONTEXT = 120


def compared_units(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Give a bare number the unit of the one that it is compared with: 3.9 million headsets, up from 2.4 million."""
    for i in range(1, len(mentions)):
        one, following = mentions[i - 1], mentions[i]
        if following.measure is not NO_MEASURE or one.measure is NO_MEASURE or one.ends:
            continue
        if one.measure.name.startswith("percent") and following.number.scale != 1:
            continue
        gap = page.folded[reach(one) : following.span.start]
        if len(gap) < _MAX_CONTEXT and _COMPARED.search(gap) and not _SENTENCE_END.search(gap):
            mentions[i] = replace(following, measure=one.measure)
    return mentions


_SENTENCE_END = re.compile(r"[.!?;]\s")
_RESTATED = re.compile(r",? or (?:[a-z]+ ){0,2}$| \($")
_REACHED = re.compile(r" (?:[a-z-]+ )?to (?:[a-z]+ ){0,3}$")
_MAX_LINK = 28


def shared_changes(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Give a quantity the change of the one that it says again (3 %, or 5 points), or the level that it leads to."""
    for i in range(1, len(mentions)):
        one, following = mentions[i - 1], mentions[i]
        gap = page.folded[reach(one) : following.span.start][:_MAX_LINK]
        if one.change is None or following.change is not None or one.manner == "to":
            continue
        if _RESTATED.fullmatch(gap):
            mentions[i] = replace(following, change=one.change, manner=one.manner)
        elif _REACHED.fullmatch(gap):
            mentions[i] = replace(following, change=one.change, manner="to")
    return mentions
