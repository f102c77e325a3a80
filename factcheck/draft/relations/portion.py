"""A part told behind its share: half of them, 1,157 in all; two fifths, or 960, are pears; 五分之一即17人."""

import re
from collections.abc import Iterator

from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage, alike, same_noun
from factcheck.draft.proposal import Candidate, Proposal, given
from factcheck.draft.share import is_share, remains

_ABOUT = r"(?:about |roughly |some |around |nearly |almost |just over |just under )?"
_OF_THEM = re.compile(r"\s?of (?:them|these|those|that|it|which|whom),?\s?(?:or |that is,? |i\.e\. )?")
_OR = re.compile(
    r"(?:\sof (?:the |its |their |all |those |these )?(?P<noun>[a-z-]+))?[,(–—]?\s?(?:or|that is|i\.e\.|namely),?\s"
    rf"{_ABOUT}"
)
_OR_ZH = re.compile(
    r"(?:的(?P<noun>[\u3400-\u9fff]{2,4}?)|[是为][\u3400-\u9fff]{1,5})?[，,（(—]{0,2}(?:即|也就是|就是|也即|亦即|折合|合)(?:约|近)?"
)
_OF_WHOLE = re.compile(r"\sof (?:the |its |their |all |those |these |all the )?(?:[a-z'\u2019-]+ ){0,2}")
_BEHIND_WHOLE = re.compile(rf"(?:\s[a-z-]+){{1,5}}(?:,|\s?\(|\s–)\s(?:or )?{_ABOUT}")
_CLOSED = re.compile(r"(?:\s[a-z-]+|\sin all|\sin total)?\s?(?:[,;.)]|–)")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each part that stands right behind the share that it is."""
    for part in passage.items[1:]:
        if part.mention.number.nominal is not None and not is_share(part):
            yield from _of_them(passage, part)
            yield from _of_whole(passage, part)


def is_portion(passage: Passage, share: Item) -> bool:
    """Whether it is the number behind the share and its whole that is judged: a third of the 96 beds, 32 in all."""
    following = passage.items[share.index + 1 : share.index + 3]
    return len(following) > 1 and _is_told(passage, share, *following)


def _of_them(passage: Passage, part: Item) -> Iterator[Proposal]:
    """Propose the part of a whole before its share: ``2,314 people; half of them, 1,157 in all``."""
    share = passage.items[part.index - 1]
    if share.sentence != part.sentence or not is_share(share) or share.mention.change is not None:
        return
    noun = _joined(passage.between(share, part))
    if noun is not None:
        wholes = [one for one in passage.nearby(share) if one.index < share.index and _may_have(one, part)]
        if wholes and noun.removesuffix("s") in passage.between(wholes[-1], share):
            sure = len(wholes) == 1 and wholes[0].index == share.index - 1
            yield _proposal(share, wholes[-1], part, firm=sure and not remains(passage, share))


def _joined(between: str) -> str | None:
    """Return the noun that a share is said to be of (nothing for ``of them``), or None where no part follows it."""
    if _OF_THEM.fullmatch(between):
        return ""
    m = _OR.fullmatch(between) or _OR_ZH.fullmatch(between)
    return (m["noun"] or "") if m else None


def _of_whole(passage: Passage, part: Item) -> Iterator[Proposal]:
    """Propose the part of ``a fifth of the orchestra's 85 players, 17 musicians,``; it may have another noun."""
    if part.index > 1:
        share, whole = passage.items[part.index - 2 : part.index]
        if _is_told(passage, share, whole, part):
            yield _proposal(share, whole, part, firm=not remains(passage, share))


def _is_told(passage: Passage, share: Item, whole: Item, part: Item) -> bool:
    """Whether a share, its whole and the part stand together, set off by commas or brackets."""
    one_place = share.sentence == part.sentence and is_share(share) and share.mention.change is None
    if not one_place or whole.dimension != part.dimension or whole.is_percent or part.is_percent:
        return False
    beside = _OF_WHOLE.fullmatch(passage.between(share, whole)) and _BEHIND_WHOLE.fullmatch(
        passage.between(whole, part)
    )
    closed = _CLOSED.match(passage.after(part)) or passage.after(part).strip() == ""
    return bool(beside and closed) and not cue("sum", "nested").search(passage.between(whole, part))


def _may_have(whole: Item, part: Item) -> bool:
    """Whether a number may be the whole of a part: of its kind, and larger than one."""
    number = whole.mention.number
    return (number.nominal or 0) > 1 and not is_share(whole) and (alike(whole, part) or _of_one_kind(whole, part))


def _of_one_kind(whole: Item, part: Item) -> bool:
    return whole.dimension == part.dimension and same_noun(whole, part)


def _proposal(share: Item, whole: Item, part: Item, *, firm: bool) -> Proposal:
    inputs = (given("share", share, premise(share)), given("whole", whole, premise(whole)))
    return Proposal("share", part.mention.span, (Candidate(f"whole * share = {stated(part)}", inputs),), firm=firm)
