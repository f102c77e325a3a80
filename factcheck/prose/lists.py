"""What numbers of a list share: a unit (eight or nine euros) or a change (rose 5 %, or 3 points; rose 5 % to 40)."""

import re
from dataclasses import replace

from factcheck.prose.amounts import reach
from factcheck.prose.mention import NO_MEASURE, Mention
from factcheck.prose.page import Page

_SHARE = re.compile(r"-?\s?(?:(?:,|or|and|to|、|或|和)\s?)+$", re.IGNORECASE)
_MAX_GAP = 8


def shared_units(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Give a number without a unit that of the next in its list: eight or nine euros."""
    for i in range(len(mentions) - 2, -1, -1):
        one, following = mentions[i], mentions[i + 1]
        gap = page.folded[one.span.end : following.span.start]
        shares = one.measure is NO_MEASURE and following.measure is not NO_MEASURE
        if shares and len(gap) < _MAX_GAP and _SHARE.fullmatch(gap):
            mentions[i] = replace(one, measure=following.measure)
    return mentions


_RESTATED = re.compile(r",? or (?:[a-z]+ ){0,2}$| \($")
_REACHED = re.compile(r" (?:[a-z]+ )?to (?:[a-z]+ ){0,3}$")
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
