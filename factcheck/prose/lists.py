"""A unit that several numbers share: eight or nine euros, four-, five- and six-cylinder engines."""

import re
from dataclasses import replace

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
