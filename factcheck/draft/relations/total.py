"""A total and its parts: 64 ferries, made up of 31, 22 and 11; 前220kW、后275kW，加起来495kW."""

import re
from collections.abc import Iterator

from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given

_LEAST, _MOST = 2, 12
_GAP = 40
_LEAD, _MANY = 24, 10
_APPOSED = re.compile(r"\s?(?:[\w-]+\s?){0,3}[,:(，：（]\s?")
_LIST = re.compile(r"[,;、，；]|\band\b|\bplus\b|和|及|与|再加")
_STOP = re.compile(r"[.!?。！？]")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each total that a cue ties to a list of its parts."""
    for item in passage.items:
        if item.mention.number.nominal is None or item.is_percent:
            continue
        yield from _rest(passage, item)
        yield from _apposed(passage, item)
        parts = _before(passage, item) or _behind(passage, item) or _counted(passage, item)
        if len(parts) >= _LEAST:
            yield Proposal("sum", item.mention.span, (_candidate(parts, item),))


def _rest(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose what is left of a whole: 5,160 tonnes; of that, 3,870 were pressed and the other 1,290 cured."""
    before = [one for one in passage.nearby(item) if one.index < item.index and _may_add(one, item)]
    if len(before) < _LEAST or not cue("sum", "rest").search(passage.before(item, _LEAD)):
        return
    whole, part = before[-2:]
    inputs = (given("whole", whole, premise(whole)), given("part", part, premise(part)))
    sure = len(before) == _LEAST and whole.size > part.size
    yield Proposal("difference", item.mention.span, (Candidate(f"whole - part = {stated(item)}", inputs),), firm=sure)


def _may_add(first: Item, item: Item) -> bool:
    number = first.mention.number
    return (
        first.dimension == item.dimension and not first.is_percent and number.nominal is not None and not number.hedge
    )


def _apposed(passage: Passage, total: Item) -> Iterator[Proposal]:
    """Propose a list that explains a count: three dozen boats, 21 trawlers and 15 seiners. Never an error."""
    later = [one for one in passage.sentences[total.sentence].items if one.index > total.index]
    number = total.mention.number
    if number.hedge or number.coarse is not None or (number.nominal or 0) < _MANY:
        return
    if later and total.counts and _APPOSED.fullmatch(passage.between(total, later[0])):
        parts = _run(passage, later, total)
        if len(parts) >= _LEAST:
            yield Proposal("sum", total.mention.span, (_candidate(parts, total),), firm=False)


def _candidate(parts: list[Item], total: Item) -> Candidate:
    inputs = tuple(given(f"part_{i}", one, premise(one)) for i, one in enumerate(parts, 1))
    return Candidate(f"{' + '.join(one.name for one in inputs)} = {stated(total)}", inputs)


def _before(passage: Passage, total: Item) -> list[Item]:
    """Return the parts in front of a total: ``18 gold, 22 silver and 25 bronze medals, 65 in all``."""
    previous = passage.items[total.index - 1].mention.numeral.end if total.index else 0
    words = passage.before(total, min(_GAP, total.start - previous))
    near = passage.after(total, 20)
    if not cue("sum", "lead").search(words) and not cue("sum", "tail").match(near.lstrip(" ,，")):
        return []
    return _run(passage, [one for one in passage.nearby(total) if one.index < total.index][::-1], total)[::-1]


def _behind(passage: Passage, total: Item) -> list[Item]:
    """Return the parts behind a total: ``64 ferries, made up of 31 …, 22 … and 11 …``."""
    later = [one for one in passage.nearby(total, 0) if one.index > total.index]
    if not later or not cue("sum", "made_of").search(passage.between(total, later[0])):
        return []
    return _run(passage, later, total)


def _counted(passage: Passage, total: Item) -> list[Item]:
    """Return parts in brackets that are as many as the text says: three tranches ($4.2bn, $2.75bn and $1.9bn)."""
    own = passage.sentences[total.sentence].items
    for place, item in enumerate(own):
        number = item.mention.number.nominal
        if item.counts and isinstance(number, int) and _LEAST <= number <= _MOST:
            parts = list(own[place + 1 : place + 1 + number])
            if len(parts) == number and total not in parts and _bracketed(passage, item, parts):
                return _run(passage, parts, total) if len(_run(passage, parts, total)) == number else []
    return []


def _bracketed(passage: Passage, item: Item, parts: list[Item]) -> bool:
    opened, closed = passage.between(item, parts[0]), passage.after(parts[-1], _GAP)
    return opened.rstrip().endswith(("(", "（", ":", "：")) and ("(" in opened or "（" in opened) == bool(
        re.search("[)）]", closed)
    )


def _run(passage: Passage, items: list[Item], total: Item) -> list[Item]:
    """Return the list that the nearest item belongs to: of the total's dimension, joined by commas and `and`."""
    found: list[Item] = []
    while items and total.dimension and items[0].counts:  # both engines: 220 kW and 275 kW
        items = items[1:]
    for item in items:
        if item.dimension != total.dimension or item.is_percent or item.mention.number.nominal is None:
            break
        if found and not _listed(passage, *sorted((item, found[-1]), key=lambda one: one.index)):
            break
        found.append(item)
    return found if len(found) <= _MOST else []


def _listed(passage: Passage, first: Item, second: Item) -> bool:
    between = passage.between(first, second)
    return len(between) <= _GAP and bool(_LIST.search(between)) and not _STOP.search(between)
