"""What a thing has, told in two ways: a headline has it worth 8,000 H100s, the text 100 exaflops; 约等于8千块H100."""

from collections.abc import Iterator
from itertools import islice

from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.proposal import READINGS, Candidate, Proposal, given
from factcheck.draft.text.passage import Item
from factcheck.draft.things.attribute import counting, picks, precision
from factcheck.draft.things.catalogue import Worth
from factcheck.draft.things.scene import Named, Scene
from factcheck.draft.things.subject import subject
from factcheck.draft.words.cues import cue

_MOST = 2
_FRONT = 12


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose that what a thing is worth is what it is said to have elsewhere; where not, it is worth a look."""
    known: dict[str, dict[str, list[Item]]] = {}
    for one in scene.named:
        worth = scene.things.worth(one.key) if one.key else None
        if one.count is None or worth is None or not _is_worth(scene, one, one.count):
            continue
        if one.key not in known:
            known[one.key] = _totals(scene, worth, one.key)
        totals = known[one.key].get(_owner(scene, one.count, worth, one.key), [])
        found = tuple(_candidates(scene, one.count, one.key, worth, totals[:_MOST]))
        if found:
            yield Proposal("spec-derivation", one.count.mention.span, found, voice="ask")


def _is_worth(scene: Scene, one: Named, count: Item) -> bool:
    """Whether a count says what something is worth: 8,000 H100 equivalents, equivalent to 8,000 H100s."""
    words = scene.passage.before(count, _FRONT) + count.mention.text.casefold()
    return one.worth or cue("spec", "same").search(words) is not None


def _totals(scene: Scene, worth: Worth, other: str) -> dict[str, list[Item]]:
    """Return what things are said to have, by thing."""
    found: dict[str, list[Item]] = {}
    for item in scene.items:
        owner = _owner(scene, item, worth, other) if item.dimension == worth.dimension else ""
        if owner:
            found.setdefault(owner, []).append(item)
    return found


def _owner(scene: Scene, item: Item, worth: Worth, other: str) -> str:
    """Return the thing that has what is measured in a unit or in things of another kind."""

    def has(key: str) -> bool:
        known = scene.things.properties(key) if key and key != other else ()
        return any(one.dimension == worth.dimension for one in known)

    return subject(scene, item, has).key


def _candidates(scene: Scene, counted: Item, key: str, worth: Worth, totals: list[Item]) -> Iterator[Candidate]:
    for item in totals:
        total = given("total", item, stated(item))
        for pick in islice(_picks(scene, key, worth, item), READINGS // _MOST):
            yield Candidate(f"total / {key}.{worth.attribute}{pick} = {counting(counted, key)}", (total,))


def _picks(scene: Scene, key: str, worth: Worth, total: Item) -> Iterator[str]:
    for one in scene.things.properties(key):
        if (one.attribute, one.dimension) == (worth.attribute, worth.dimension):
            yield from picks(scene, one, precision(scene, total))
