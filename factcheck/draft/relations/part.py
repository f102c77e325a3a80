"""A part of a whole as a share: 14 of the 20 airframes, or 70 percent; 其中280个已通快递，占80%; one in eight."""

import re
from collections.abc import Iterator
from itertools import islice

from factcheck.draft.cues import cue
from factcheck.draft.literal import digits, premise, stated
from factcheck.draft.passage import Item, Passage, same_noun
from factcheck.draft.proposal import READINGS, Candidate, Given, Proposal, given
from factcheck.draft.relations.portion import is_portion
from factcheck.draft.share import is_share, remains
from factcheck.source import Span

_LEAD, _TAIL = 24, 32
_BACK = 1
_PAIR = 2
_HUNDRED = 100
_NEAR = 40
_WHOLE_BEFORE = re.compile(r"[\u3400-\u9fff]{0,8}的")
_OF_A_NOUN = re.compile(
    r"\s?of (?!(?:it|them|that|those|these|(?:the|that|this) (?:total|whole|lot|list|intake|group|sample))\b)"
)
_ENDS = re.compile(r"\s?(?:[.,;)。，\uff1b）–—]|$)")
_WHOLE_BEHIND = re.compile(r"\s?of (?:the|its|their|all|those|these)?\s?(?:[a-z]+ )?")
_ONE_IN = re.compile(
    r"(?:[,(–—-]\s?|\bor (?:about |roughly |nearly |some )?|(?:is|that) )(?P<one>(?:one|1) (?:in|out of)(?: every)? )$"
)
_OPENED = re.compile(r"\s?(?::|\(|–|—|,? or|,? that is,?)\s?")
_RATE = re.compile(
    r"(?P<of>[\u3400-\u9fff]{2})率(?:也|已|就|仅|约|只|才)?(?:为|是|达|达到|高达|有|超)?(?:了|约|近|仅)?$"
)
_JOINED = re.compile(r"(?:\s[a-z-]+){0,3}\s(?:in|out of)(?: every)?\s")
_CONCLUDES = re.compile(
    r"\s?(?:that|this|it|which) (?:is|was|means|meant|makes|made|gives|gave|amounts to|works out at|represents|equals) "
    r"(?:an? |the )?(?:[a-z-]+ ){0,2}(?:rate|share|proportion|percentage|turnout) of (?:about |around |roughly |just )?"
)
_IN_SO_MANY = re.compile(r"(?:\bone|[0-9]) (?:in|out of)(?: every)? $")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each share that words tie to a part and its whole."""
    for item in passage.items:
        yield from _one_in(passage, item)
        yield from _concluded(passage, item)
        if (
            item.mention.change is None
            and is_share(item)
            and not remains(passage, item)
            and not is_portion(passage, item)
        ):
            yield from _part(passage, item)


def _concluded(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose a rate told in its own sentence: 1,240 enrolled. By June 186 left. That is a dropout rate of 15 %."""
    near = [one for one in passage.nearby(item, _PAIR) if one.index != item.index]
    alone = len(passage.sentences[item.sentence].items) == 1 and item.is_percent and item.mention.change is None
    if not alone or len(near) != _PAIR or not all(_measures(one) for one in near):
        return
    part, whole = sorted(near, key=lambda one: one.size)
    if _part_of(part, whole) and _smaller(part, whole) and _is_rate_of(passage, item, part):
        missing = Candidate(f"1 - part / whole = {stated(item)}", _inputs(part, whole))  # the absent and the turnout
        yield Proposal("share", item.mention.span, (_candidate(item, part, whole),), unless=(missing,))


def _is_rate_of(passage: Passage, item: Item, part: Item) -> bool:
    """Whether a sentence says no more than a rate of what was counted: That is a share of …; 退学 … 退学率达到."""
    words = passage.before(item)
    if cue("shares", "other_rate").search(words) or not _ENDS.match(passage.after(item)):
        return False
    m = _RATE.search(words)
    told = passage.sentences[part.sentence].text(passage.folded)
    return _CONCLUDES.fullmatch(words) is not None or (m is not None and m["of"] in told)


def _part(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose ``part / whole`` for a share whose words tie it to two numbers of one kind."""
    near = [one for one in passage.nearby(item, _BACK) if one.index != item.index and _measures(one)]
    found = ((a, b) for a in near for b in near if a.index != b.index and _part_of(a, b) and _fits(a, b, item))
    pairs = list(islice(found, READINGS + 1))
    if not 0 < len(pairs) <= READINGS or not (
        _tied(passage, item) or _reaches(passage, item, pairs) or _ahead(passage, item, pairs)
    ):
        return
    sure = _of_a_named_whole(passage, item, pairs) or _ahead(passage, item, pairs) or _sure(passage, item, pairs)
    ordered = [*sure, *(pair for pair in pairs if pair not in sure)]
    candidates = tuple(_candidate(item, *pair) for pair in ordered)
    yield Proposal("share", item.mention.span, candidates, firm=bool(sure))


def _one_in(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose ``whole / part`` for the number of ``45 of the 360 schools have a library, or one in eight``."""
    m = _ONE_IN.search(passage.before(item, _LEAD))
    if m is None or item.is_percent or item.dimension:
        return
    near = [one for one in passage.nearby(item, _BACK) if one.index < item.index and _measures(one)]
    found = ((a, b) for a in near for b in near if a.index != b.index and _part_of(a, b) and _smaller(a, b))
    pairs = list(islice(found, READINGS + 1))
    sure = _sure(passage, item, pairs) if pairs else []
    candidates = tuple(
        Candidate(f"whole / part = {digits(item.mention.number)}", _inputs(*pair)) for pair in sure or pairs
    )
    if candidates:
        yield Proposal("share", Span(item.start - len(m["one"]), item.end), candidates, firm=bool(sure))


def _of_a_named_whole(passage: Passage, item: Item, pairs: list[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """Return the pair whose whole is beside the share: 120 MW, a tenth of the 1.2 GW; 385公里，仅为800公里的48%."""
    own = [pair for pair in pairs if all(one.sentence == item.sentence for one in pair) and pair[0].index < item.index]
    ahead = [pair for pair in own if _named(passage, item, pair[1]) and pair[0].index < min(item.index, pair[1].index)]
    return [max(ahead, key=lambda pair: pair[0].index)] if ahead else []


def _ahead(passage: Passage, item: Item, pairs: list[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """Return the pair that explains a share: ``turnout was 64 percent: 32,000 of the 50,000 voters``."""
    following = [pair for pair in pairs if pair[0].index == item.index + 1 and pair[1].index == item.index + 2]
    return [
        (part, whole)
        for part, whole in following
        if _OPENED.fullmatch(passage.between(item, part)) and _WHOLE_BEHIND.fullmatch(passage.between(part, whole))
    ]


def _reaches(passage: Passage, item: Item, pairs: list[tuple[Item, Item]]) -> bool:
    """Whether words say that the part is so much of the whole beside the share: 新增12万人，完成目标15万人的80%."""
    wholes = [pair[1] for pair in pairs if pair[1].index == item.index - 1 and _named(passage, item, pair[1])]
    words = passage.before(wholes[-1], _LEAD) if wholes else ""
    return cue("shares", "reaches").search(words) is not None


def _named(passage: Passage, item: Item, whole: Item) -> bool:
    if whole.index == item.index + 1:
        return _WHOLE_BEHIND.fullmatch(passage.between(item, whole)) is not None
    return whole.index == item.index - 1 and _WHOLE_BEFORE.fullmatch(passage.between(whole, item)) is not None


def _sure(passage: Passage, item: Item, pairs: list[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """Return the pair that nobody can doubt: the number right before the share, and the only larger one of its kind."""
    before = [pair for pair in pairs if max(one.index for one in pair) < item.index and _smaller(*pair)]
    last = max((max(one.index for one in pair) for pair in before), default=-1)
    found = [pair for pair in before if last in {pair[0].index, pair[1].index}]
    kind = {one.index for pair in pairs for one in pair}
    beside = last == item.index - 1 and passage.items[last].sentence == item.sentence
    sure = len(found) == 1 and len(kind) == _PAIR and beside and _near(passage, item)
    sure = sure and not _is_interrupted(passage, item, found[0])
    return found if sure and not _OF_A_NOUN.match(passage.after(item)) else []


def _is_interrupted(passage: Passage, item: Item, pair: tuple[Item, Item]) -> bool:
    """Whether two numbers are told apart: by another share, by sentences, by the end of ``one in five``."""
    first, last = sorted(pair, key=lambda one: one.index)
    if any(is_share(one) for one in passage.items[first.index : item.index]):
        return True
    if last == pair[1] and first.sentence != last.sentence:  # the whole comes first, in another sentence
        return True
    apart = _JOINED.fullmatch(passage.between(first, last)) is None
    return apart and _IN_SO_MANY.search(passage.before(last, _LEAD)) is not None


def _near(passage: Passage, item: Item) -> bool:
    return item.start - passage.items[item.index - 1].end <= _NEAR


def _fits(part: Item, whole: Item, share: Item) -> bool:
    """Whether a part is smaller than its whole, as its share says."""
    return _smaller(part, whole) or (share.mention.number.nominal or 0) > _HUNDRED


def _smaller(part: Item, whole: Item) -> bool:
    return part.size < whole.size


def _measures(item: Item) -> bool:
    number = item.mention.number
    return (
        number.nominal is not None
        and number.span is None
        and number.nominal > 1
        and not is_share(item)
        and number.kind != "rough"
    )


def _part_of(part: Item, whole: Item) -> bool:
    a, b = part.mention.number.nominal, whole.mention.number.nominal
    if a is None or b is None or part.dimension != whole.dimension:
        return False
    if part.dimension:
        return "temperature" not in dict(part.dimension)
    return same_noun(part, whole)


def _tied(passage: Passage, item: Item) -> bool:
    """Whether words or a bracket say that a share is of the numbers around it."""
    if cue("shares", "other_rate").search(passage.before(item, _LEAD)) or _is_of_change(passage, item):
        return False
    apart = passage.before(item, 3).rstrip().endswith((",", "(", "，", "（", "–", "—"))
    if (apart and _ENDS.match(passage.after(item, 3))) or _is_own_rate(passage, item):
        return True
    return bool(
        cue("shares", "lead").search(passage.before(item, _LEAD))
        or cue("shares", "tail").match(passage.after(item).lstrip())
    )


def _is_of_change(passage: Passage, item: Item) -> bool:
    """Whether a percentage in brackets tells a change again: 增加90亿元（15%）."""
    before = passage.items[item.index - 1] if item.index else item
    beside = passage.between(before, item).strip() in {"(", "（"}
    return beside and before.mention.change is not None


def _is_own_rate(passage: Passage, item: Item) -> bool:
    """Whether a rate is called by what was counted: 已有1800户完成改造，完成率75%; 实到304人，出勤率95%."""
    m = _RATE.search(passage.folded[max(0, item.start - _LEAD) : item.mention.numeral.start])
    if m is None or item.index == 0:
        return False
    near = passage.folded[max(0, item.start - len(m[0]) - _NEAR) : item.start - len(m[0])]
    return m["of"][0] in near or cue("shares", "rate").search(m[0]) is not None


def _candidate(item: Item, part: Item, whole: Item) -> Candidate:
    return Candidate(f"part / whole = {stated(item)}", _inputs(part, whole))


def _inputs(part: Item, whole: Item) -> tuple[Given, Given]:
    return given("part", part, premise(part)), given("whole", whole, premise(whole))
