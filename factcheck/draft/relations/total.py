"""A total and its parts: 64 ferries, made up of 31, 22 and 11; 前220kW、后275kW，加起来495kW."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.draft.apiece import is_each
from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated, unit_text
from factcheck.draft.passage import Item, Passage, alike, once, same_counter
from factcheck.draft.proposal import Candidate, Proposal, given
from factcheck.quantity.words import widen

_LEAST, _MOST = 2, 12
_GAP = 40
_LEAD, _MANY = 24, 10
_OF_LEAD = 8
_OF_THE = re.compile(r"\bof (?:the |its |their )?$")
_APPOSED = re.compile(r"\s?(?:[\w-]+\s?){0,3}(?:[,:(，：（–]|——)\s?(?P<noun>[\u3400-\u9fff]{0,8})")
_LIST = re.compile(r"[,;、，\uff1b]|\band\b|\bplus\b|和|及|与|再加")
_POINTS = re.compile(r"(?:^\s?(?:the|these|those|that|this|all) |这)$")
_ENDED = re.compile(r"\s?(?:[.;)。\uff1b）]|$|(?:of|for|from|in|at|on|to|by)\b)")  # not 10 metres high
_CLAUSE = re.compile(r"[;\uff1b]")
_STOP = re.compile(r"[.!?。\uff01\uff1f]")
_BREAK = re.compile(r"[0-9,;:，。\uff1b：]|\b(?:into|to|among|over)\b")
_FULL_LIST = re.compile(r"\s?(?:[\w-]+\s?){0,3}(?:[:：(（]|\s?[–-]\s|——|[里中][，,])\s?[\u3400-\u9fff]{0,8}")
_BESIDE = re.compile(r"(?:^|[,;，、\s])(?:共|共计|合计)$")
_PER_TIME = (("time", -1),)
_CLOSED = re.compile(r"\s?[–—)）]")
_LAST = re.compile(r"\band\b|和|及|、")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each total that a cue ties to a list of its parts."""
    for item in passage.items:
        if item.mention.number.nominal is None or item.is_percent:
            continue
        yield from _rest(passage, item)
        yield from _apposed(passage, item)
        yield from _pointed(passage, item)
        parts = _before(passage, item) or _behind(passage, item) or _counted(passage, item)
        if len(parts) >= _LEAST:
            firm = _is_kin(parts, item) and all(part.size < item.size for part in parts)
            yield Proposal("sum", item.mention.span, (_candidate(parts, item),), firm=firm)


def _pointed(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose a list that a total points back to: $12m for roads, $7m for schools and $5m for parks. The $24m …."""
    words = passage.before(item, _LEAD)
    if _POINTS.search(words):
        back = 0 if words.endswith("这") and item is not passage.sentences[item.sentence].items[0] else 1
        earlier = [one for one in passage.nearby(item, back) if one.index < item.index]
        parts = _run(passage, earlier[::-1], item)[::-1]
        if len(parts) > _LEAST and parts == earlier:
            yield Proposal("sum", item.mention.span, (_candidate(parts, item),), firm=False)


def _rest(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose what is left of a whole: 5,160 tonnes; of that, 3,870 were pressed and the other 1,290 cured."""
    if not _is_rest(passage, item):
        return
    before = [one for one in passage.nearby(item) if one.index < item.index and _may_add(one, item)]
    before = [one for one in before if not is_each(passage, one)]
    if len(before) < _LEAST:
        return
    whole, part = before[-2:]
    inputs = (given("whole", whole, premise(whole)), given("part", part, premise(part)))
    sure = len(before) == _LEAST and whole.size > part.size and _is_rest_of(passage, whole, part, item)
    yield Proposal("difference", item.mention.span, (Candidate(f"whole - part = {stated(item)}", inputs),), firm=sure)


def _is_rest(passage: Passage, item: Item) -> bool:
    """Whether words right before a number call it what is left; a comma ends what they reach."""
    before = passage.before(item, _LEAD)
    found = [m.end() for m in cue("sum", "rest").finditer(before)]
    return bool(found) and not _BREAK.search(before[found[-1] :])


def _is_rest_of(passage: Passage, whole: Item, part: Item, item: Item) -> bool:
    """Whether words tie a rest to a whole: of one sentence or unit, of a noun named again, ``of the 20 crews, 6``."""
    if passage.before(item, _OF_LEAD).rstrip().endswith(("of the", "of")):
        return False
    if whole.sentence != item.sentence and whole.size < item.size:
        return False
    if whole.sentence == item.sentence or whole.dimension or whole.noun in {part.noun, item.noun} - {""}:
        return True
    of_it = cue("sum", "of_it").search(passage.between(whole, part)) or _OF_THE.search(passage.before(whole, _OF_LEAD))
    return whole.sentence == part.sentence and of_it is not None


def _is_kin(parts: list[Item], total: Item) -> bool:
    """Whether a total may be of numbers in another sentence: of a unit, or of things that they count, too."""
    if total.dimension or all(part.sentence == total.sentence for part in parts):
        return True
    if total.mention.number.hedge:
        return False  # what was counted before has an exact total
    return any(part.noun == total.noun != "" or part.counter == total.counter != "" for part in parts)


def _may_add(first: Item, item: Item) -> bool:
    number = first.mention.number
    return alike(first, item) and not first.is_percent and number.nominal is not None and not number.hedge


def _apposed(passage: Passage, total: Item) -> Iterator[Proposal]:
    """Propose a list that explains a count: three dozen boats, 21 trawlers and 15 seiners.

    It is an error only behind a colon, where the list is whole: 86 books: 41 novels, 23 plays and 12 others.
    """
    later = list(passage.following(total))
    number = total.mention.number
    if number.hedge:
        return
    if later and not total.is_percent and _APPOSED.fullmatch(passage.between(total, later[0])):
        parts = _run(passage, later, total)
        if len(parts) >= _LEAST:
            firm = len(parts) == len(later) and _is_whole_list(passage, total, parts)
            sure = total.counts and number.coarse is None and (number.nominal or 0) >= _MANY
            if not sure and not (firm and (total.counts or _ENDED.match(passage.after(parts[-1])))):
                return
            yield Proposal("sum", total.mention.span, (_candidate(parts, total),), firm=firm)


def _is_whole_list(passage: Passage, total: Item, parts: list[Item]) -> bool:
    """Whether a list stands behind a colon, ends with its sentence, and nothing in it is counted for each."""
    first, last = parts[0], parts[-1]
    words = passage.folded[total.end : passage.sentences[total.sentence].span.end]
    one_kind = len({one.counter for one in [*parts, total]}) == 1 and bool(last.counter)
    joined = one_kind or _LAST.search(passage.between(parts[-2], last)) is not None
    closed = _FULL_LIST.fullmatch(passage.between(total, first)) is not None and joined
    smaller = all(one.size < total.size and not one.mention.number.hedge for one in parts)
    behind = _CLOSED.split(passage.after(last))[0]
    whole = not cue("sum", "open_list").search(words) and len(behind) <= _GAP
    return len(parts) > _LEAST and closed and smaller and whole


def _candidate(parts: list[Item], total: Item) -> Candidate:
    """Return the sum; a unit that some of the counts leave out is no part of it: 85,000 cars a year, 269,000 in all."""
    apart = any(one.dimension != total.dimension for one in parts)
    own = [*parts, total]
    *literals, whole = (stated(one).removesuffix(unit_text(one)) if apart else None for one in own)
    inputs = tuple(
        given(f"part_{i}", one, text or premise(one))
        for i, (one, text) in enumerate(zip(parts, literals, strict=True), 1)
    )
    return Candidate(f"{' + '.join(one.name for one in inputs)} = {whole or stated(total)}", inputs)


def _before(passage: Passage, total: Item) -> list[Item]:
    """Return the parts in front of a total: ``18 gold, 22 silver and 25 bronze medals, 65 in all``."""
    previous = passage.items[total.index - 1].mention.numeral.end if total.index else 0
    words = _CLAUSE.split(passage.before(total, min(_GAP, total.start - previous)))[-1]
    if not cue("sum", "lead").search(words) and not _BESIDE.search(words) and not _tailed(passage, total):
        return []
    return _run(passage, [one for one in passage.nearby(total) if one.index < total.index][::-1], total)[::-1]


def _tailed(passage: Passage, total: Item) -> bool:
    """Whether a word behind a number makes it the total; not of ``0.9 million, altogether 6 million``."""
    m = _tail().match(passage.after(total, _GAP))
    following = passage.items[total.index + 1 : total.index + 2]
    return m is not None and not (following and following[0].start - total.end - m.end() <= _LEAST)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"[\s,，]*(?:[a-z'\u2019-]+\s){{0,2}}?(?:{cue('sum', 'tail').pattern})")


def _behind(passage: Passage, total: Item) -> list[Item]:
    """Return the parts behind a total: ``64 ferries, made up of 31 …, 22 … and 11 …``."""
    later = [one for one in passage.nearby(total, 0) if one.index > total.index]
    if not later or not cue("sum", "made_of").search(passage.between(total, later[0])):
        return []
    return _run(passage, later, total)


def _counted(passage: Passage, total: Item) -> list[Item]:
    """Return parts in brackets that are as many as the text says: three tranches ($4.2bn, $2.75bn and $1.9bn)."""
    listed = next((parts for parts in _brackets(passage, total.sentence) if total not in parts), [])
    found = _run(passage, listed, total)
    return found if len(found) == len(listed) else []


@once
def _brackets(passage: Passage, sentence: int) -> list[list[Item]]:
    """Return the lists of a sentence that stand in brackets behind their number."""
    own, found = passage.sentences[sentence].items, []
    for place, item in enumerate(own):
        number = item.mention.number.nominal
        if item.counts and isinstance(number, int) and _LEAST <= number <= _MOST:
            parts = list(own[place + 1 : place + 1 + number])
            if len(parts) == number and _bracketed(passage, item, parts):
                found.append(parts)
    return found


def _bracketed(passage: Passage, item: Item, parts: list[Item]) -> bool:
    opened, closed = passage.between(item, parts[0]), passage.after(parts[-1], _GAP)
    return opened.rstrip().endswith(("(", "（", ":", "：")) and ("(" in opened or "（" in opened) == bool(
        re.search("[)）]", closed)
    )


def _run(passage: Passage, items: list[Item], total: Item) -> list[Item]:
    """Return the list that the nearest item belongs to: of the total's dimension, joined by commas and `and`."""
    found: list[Item] = []
    while items and not total.counts and items[0].counts:  # both engines: 220 kW and 275 kW
        items = items[1:]
    for item in items:
        if not _adds_to(item, total) or item.is_percent or item.mention.number.nominal is None:
            break
        if found and not _listed(passage, *sorted((item, found[-1]), key=lambda one: one.index)):
            break
        if len(found) > 1 and _semicolon(passage, item, found[-1]) != _semicolon(passage, *found[-2:]):
            break  # one clause of several: 10 gold and 9 silver; 8, 7 and 11
        found.append(item)
    return found if len(found) <= _MOST else []


def _semicolon(passage: Passage, one: Item, other: Item) -> bool:
    first, second = sorted((one, other), key=lambda item: item.index)
    return ";" in widen(passage.between(first, second))


def _adds_to(item: Item, total: Item) -> bool:
    """Whether two numbers measure the same, or both count; a total may leave out the unit: 64,000 cars a year."""
    if item.dimension == total.dimension:
        return True
    counted = all(one.counts or one.dimension == _PER_TIME for one in (item, total))
    return counted and not (item.dimension and total.dimension)


def _listed(passage: Passage, first: Item, second: Item) -> bool:
    """Whether two numbers stand in one list; not where the second is a part of the first, or of another kind."""
    between = passage.between(first, second)
    if len(between) > _GAP or not _LIST.search(between) or _STOP.search(between):
        return False
    if first.counts and first.counter and second.counter and not same_counter(first, second) and "、" not in between:
        return False
    return not cue("sum", "nested").search(between)
