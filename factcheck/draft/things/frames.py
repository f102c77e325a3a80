"""So much that needs so many: 100 exaflops would take more than 276,000 D1; 要凑齐10 exaflops，得摆上9台ExaPOD.

The total is a goal there and no attribute of the thing, so the relations about attributes must know of it, too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from factcheck.draft.text.passage import Item
from factcheck.draft.things.attribute import measured
from factcheck.draft.things.catalogue import Property
from factcheck.draft.things.equality import equals
from factcheck.draft.things.scene import Named, Scene
from factcheck.draft.words.cues import cue
from factcheck.quantity.dimension import BASES, Dimension

PER = re.compile(r"\s(?:per|a|an|for each|for every|in each)\s|[/每]")
_LEAD = 20
_FRONT = 60
_FAR = 120


class Need(NamedTuple):
    """A goal, the number of things that it needs, and which attribute of the thing adds up to it."""

    goal: Item
    counted: Item
    key: str
    found: Property
    sure: bool


@dataclass(frozen=True)
class Frames:
    """The needs of a draft."""

    scene: Scene
    needs: tuple[Need, ...]

    @cached_property
    def used(self) -> frozenset[Item]:
        """The goals and the numbers of things."""
        return frozenset(item for need in self.needs for item in (need.goal, need.counted))

    def part_before(self, item: Item) -> str:
        """Return the part that was counted last before a number, here or in the sentence before: chips of a pod."""
        near = [one for one in self.scene.near(item) if one.end <= item.start]
        for one in near[::-1]:
            part = only_part(self.scene, one.key)
            if part and any(_is_generic(self.scene, other) for other in self.scene.passage.nearby(item)):
                return part
        return ""


def only_part(scene: Scene, key: str) -> str:
    """Return the part of a thing that has one kind of part."""
    parts = list(scene.things.parts(key)) if key else []
    return parts[0] if len(parts) == 1 else ""


@lru_cache(maxsize=2)
def frames(scene: Scene) -> Frames:
    """Read the needs of a draft."""
    near = dict.fromkeys(item.sentence for item in scene.items)
    return Frames(scene, tuple(need for at in near for need in _needs(scene, scene.passage.sentences[at].items)))


def _needs(scene: Scene, items: tuple[Item, ...]) -> Iterator[Need]:
    for count in items:
        for key, sure in _counted(scene, count):
            goal = _goal(scene, count, key)
            if goal is not None and _is_needed(scene, goal[0], count):
                plain = scene.counted(count) is not None or scene.things.is_peculiar(goal[1])
                yield Need(goal[0], count, key, goal[1], sure and goal[2] and plain)
                break


def _counted(scene: Scene, item: Item) -> Iterator[tuple[str, bool]]:
    """Yield what a number may count: the thing behind it, or the one that ``of them`` and 台 stand for."""
    named = scene.counted(item)
    if named is not None:
        if named.key and not scene.things.is_noun(named.key):
            yield named.key, True
        return
    if item.dimension or item.is_percent or item.mention.number.nominal is None:
        return
    if _is_generic(scene, item) or not item.noun:
        yield from _back(scene, item)


def _is_generic(scene: Scene, item: Item) -> bool:
    return bool(item.noun) and scene.things.vocabulary.noun.fullmatch(item.noun) is not None


def _back(scene: Scene, item: Item) -> Iterator[tuple[str, bool]]:
    """Yield the things that ``of those dies`` may stand for, the nearest first."""
    near = [one for one in scene.near(item) if one.end <= item.start]
    known = [one for one in near[::-1] if one.key and not scene.things.is_noun(one.key)]
    same = [one for one in known if item.noun and _called(scene, one, item.noun)]
    here = [one for one in known if one.sentence == item.sentence]
    previous = scene.passage.previous(item)
    last, keys = previous.end if previous else 0, {other.key for other in same or here}
    for one in same or here:
        yield one.key, bool(same) or len(keys) == 1 or one.start >= last


def _called(scene: Scene, one: Named, noun: str) -> bool:
    """Whether a thing was named together with a noun: D1 dies."""
    words = scene.passage.folded[one.start : one.end + len(noun) + 3]
    return re.search(rf"{re.escape(noun)}s?$|{re.escape(noun)}s?\W", words) is not None


def _goal(scene: Scene, count: Item, key: str) -> tuple[Item, Property, bool] | None:
    """Return the total that things are needed for, the attribute that adds up to it, and whether it can be no other."""
    found = [
        (item, one)
        for item in scene.passage.nearby(count, 0)
        if item.index != count.index
        for one in _adding(scene, key, measured(scene, item).dimension)
    ]
    aimed = found if len(found) == 1 else [pair for pair in found if not _is_own(scene, pair[0], key)]
    aimed = aimed if len(aimed) == 1 else [pair for pair in aimed if _is_goal(scene, pair[0])]
    if not found:
        return None
    item, one = (aimed or found)[-1]
    return item, one, len(aimed) == 1


def _adding(scene: Scene, key: str, dimension: Dimension) -> list[Property]:
    """Return the attributes of a thing that add up to a total of a dimension."""
    if not dimension or not all(base in BASES for base, _ in dimension):
        return []
    known = scene.things.attributes
    found = [one for one in scene.things.properties(key) if one.dimension == dimension]
    return [one for one in found if one.attribute in known and known[one.attribute].additive][:1]


def _is_own(scene: Scene, item: Item, key: str) -> bool:
    """Whether a value is what one of the things has: a D1 manages 362 teraflops, so 100 exaflops take 276,000."""
    behind = scene.behind(item)
    if behind and behind[0].key == key and PER.fullmatch(scene.passage.folded[item.end : behind[0].start]):
        return True
    near = [one for one in scene.before(item) if one.key and not scene.things.is_noun(one.key)]
    if not near or near[0].key != key or not near[0].single:
        return False
    previous = scene.passage.previous(item)
    return previous is None or previous.start < near[0].end


def _is_goal(scene: Scene, item: Item) -> bool:
    return cue("spec", "goal").search(scene.passage.before(item, _LEAD)) is not None


def _is_needed(scene: Scene, goal: Item, count: Item) -> bool:
    """Whether words say that a goal needs so many: between the two, or before the number and the goal behind it."""
    first, second = (goal, count) if goal.index < count.index else (count, goal)
    between = scene.passage.folded[first.end : second.start]
    if any(not _is_count(scene, one) for one in scene.passage.items[first.index + 1 : second.index]):
        return False
    named = scene.counted(first)
    if equals(scene, scene.passage.folded[max(first.end, named.end if named else 0) : second.start]):
        return first is goal
    front = scene.passage.before(count, _FRONT) if first is count and _is_goal(scene, goal) else ""
    return len(between) <= _FAR and cue("spec", "need").search(f"{front} {between}") is not None


def _is_count(scene: Scene, item: Item) -> bool:
    return scene.counted(item) is not None or not item.dimension
