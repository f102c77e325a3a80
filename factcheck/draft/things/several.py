"""So many things have so much together: a thousand H100 take 700 kW; 8块H100合计640GB显存."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate, Given, Proposal
from factcheck.draft.text.passage import Item
from factcheck.draft.things.attribute import Measured, around, chosen, counting, is_doubtful, measured, picks, precision
from factcheck.draft.things.catalogue import Property
from factcheck.draft.things.equality import equals
from factcheck.draft.things.frames import PER, frames
from factcheck.draft.things.roles import is_compared, is_each, is_shifted
from factcheck.draft.things.scene import Named, Scene
from factcheck.draft.things.subject import whole_of
from factcheck.draft.words.cues import cue

_LEAST = 2
_FRONT = 28


class Group(NamedTuple):
    """Things of a kind: which, how many (the number that says so), and whether the words leave no doubt.

    ``swapped``: as many of another kind; ``parts``: they make a whole; ``same``: they are said to be the total.
    """

    key: str
    counted: Item
    at: Named
    sure: bool
    swapped: bool = False
    parts: bool = False
    same: bool = False


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose the total over several things."""
    used = frames(scene).used
    for item in scene.items:
        value = measured(scene, item)
        if item in used or not value.dimension or item.mention.number.nominal is None or item.is_percent:
            continue
        group = _group(scene, item, value) or _swapped(scene, item, value)
        if group is not None:
            yield from _proposals(scene, item, group, value)


def _proposals(scene: Scene, item: Item, group: Group, value: Measured) -> Iterator[Proposal]:
    words = around(scene, item) + " " + scene.passage.folded[group.at.end : item.start]
    found, named = chosen(scene, words, _adding(scene, group, _fitting(scene, group.key, value)))
    named = named or (len(found) == 1 and scene.things.is_peculiar(found[0]))
    count = Given("count", counting(group.counted, group.key), group.counted.mention.span)
    wanted = precision(scene, item)
    candidates = tuple(
        Candidate(f"count * {group.key}.{one.attribute}{pick} = {value.literal}", (count,))
        for one in found
        for pick in picks(scene, one, wanted)
    )
    if candidates:
        firm = group.sure and (named or group.swapped) and _is_firm(scene, item, group, found)
        unless = _with_overhead(group, found[0], value, count) if not scene.things.adds(found[0].attribute) else ()
        yield Proposal("spec-derivation", item.mention.span, candidates, firm=firm, unless=unless)


def _with_overhead(group: Group, found: Property, value: Measured, count: Given) -> tuple[Candidate, ...]:
    """Return that the power may be that of all around the things, too: up to three times their own."""
    total = Given("total", value.literal)
    return (Candidate(f"total / (count * {group.key}.{found.attribute}) = 1 to 3", (total, count)),)


def _is_firm(scene: Scene, item: Item, group: Group, found: list[Property]) -> bool:
    start, end = scene.line(item)
    line = scene.passage.folded[start:end]
    if group.swapped:
        return True
    vocabulary = scene.things.vocabulary
    if not all(scene.things.adds(one.attribute) for one in found) and vocabulary.role("wholes").search(line):
        return False
    if vocabulary.role("others").search(around(scene, item)):
        return False
    return all(one.certain and not one.dated for one in found) and not is_doubtful(
        scene, item, group.at.end, keys=("doubt", "doubt_use")
    )


def _fitting(scene: Scene, key: str, value: Measured) -> list[Property]:
    return [one for one in scene.things.properties(key) if one.dimension == value.dimension] if key else []


def _adding(scene: Scene, group: Group, found: list[Property]) -> list[Property]:
    """Return the attributes that may be told of several things: of parts those that add up, of equivalents one."""
    worth = scene.things.worth(group.key) if group.at.worth else None
    if worth is not None:
        return [one for one in found if one.attribute == worth.attribute]
    return [one for one in found if scene.things.adds(one.attribute)] if group.parts else found


def _group(scene: Scene, item: Item, value: Measured) -> Group | None:
    """Return the things that were counted last before a total, if it is of all of them."""
    near = [one for one in scene.before(item) if not one.key or _fitting(scene, one.key, value)]
    shared = _is_shared(scene, near)
    if not near or (one := near[shared]).count is None or not _is_several(one.count) or is_compared(scene, one):
        return None
    gap = scene.passage.folded[near[0].end : item.start]
    same = equals(scene, gap)
    if is_each(scene, gap, item) or (is_shifted(scene, one) and not one.worth):
        return None
    if not same and not cue("spec", "total").search(gap):
        return None
    parts = shared or whole_of(scene, one, item, lambda key: bool(_fitting(scene, key, value))) is not None
    alone = not any(other.count not in {None, one.count} for other in near[1:]) and not _is_beside(scene, one, gap)
    return Group(one.key, one.count, one, sure=alone, parts=parts, same=same)


def _is_shared(scene: Scene, near: list[Named]) -> bool:
    """Whether the last name is only of the whole that each have so many: 25 D1 per tile."""
    if len(near) < _LEAST or near[1].count is None or not near[0].single:
        return False
    return PER.fullmatch(scene.passage.folded[near[1].end : near[0].start]) is not None


def _is_beside(scene: Scene, one: Named, gap: str) -> bool:
    """Whether things are only named beside what is counted, or with others: besides 8,000 H100s; 8,000 H100s and."""
    first = one.count.start if one.count else one.start
    front = scene.passage.folded[max(scene.passage.sentences[one.sentence].span.start, first - _FRONT) : first]
    joined = re.search(rf"[^\s,，](?:\s|(?<=[\u3400-\u9fff]))(?:{cue('spec', 'joined').pattern})\s?(?:the\s)?$", front)
    return joined is not None or any(cue("spec", "beside").search(words) is not None for words in (front, gap))


def _is_several(count: Item | None) -> bool:
    number = count.mention.number if count else None
    return (
        number is not None and number.nominal is not None and number.nominal >= _LEAST and number.hedge in {"", "about"}
    )


def _swapped(scene: Scene, item: Item, value: Measured) -> Group | None:
    """Return as many things of another kind: 若把GPU全换成H200，总量升到1128GB."""
    near = [one for one in scene.before(item) if _fitting(scene, one.key, value)]
    if not near or near[0].count is not None:
        return None
    front = scene.passage.folded[max(0, near[0].start - 24) : near[0].start]
    if not cue("spec", "swapped").search(front):
        return None
    earlier = [one for one in scene.near(item) if one.end <= near[0].start]
    counts = [one.count for one in earlier if one.count and _fitting(scene, one.key, value) and _is_several(one.count)]
    if not counts:
        return None
    gap = scene.passage.folded[near[0].end : item.start]
    sure = len(counts) == 1 and bool(cue("spec", "total").search(gap)) and not cue("spec", "twice").search(front)
    return Group(near[0].key, counts[-1], near[0], sure, swapped=True)
