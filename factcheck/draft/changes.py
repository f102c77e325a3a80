"""What the relations about change share: the numbers of a draft that state one, the pairs, and the statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.draft.literal import premise
from factcheck.draft.pairs import Pair, pairs
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Given, Proposal, given
from factcheck.draft.stated_change import Way, way


@dataclass(frozen=True, slots=True)
class Changes:
    """The stated changes of a draft with their directions, and the pairs that its words make."""

    passage: Passage
    stated: tuple[tuple[Item, Way], ...]
    pairs: tuple[Pair, ...]


@lru_cache(maxsize=2)
def changes(passage: Passage) -> Changes:
    """Read the stated changes and the pairs of a draft."""
    stated = tuple((item, toward) for item in passage.items if (toward := way(passage, item)) is not None)
    return Changes(passage, stated, pairs(passage, frozenset(item for item, _ in stated)))


def inputs(pair: Pair, names: tuple[str, str] = ("before", "after")) -> tuple[Given, ...]:
    """Return the two values of a pair as inputs."""
    return given(names[0], pair.before, premise(pair.before)), given(names[1], pair.after, premise(pair.after))


def signs(toward: Way | None) -> tuple[str, ...]:
    """Return the signs with which a change of a direction is written: a fall by 4 % is -change = 4 %."""
    return {"up": ("",), "down": ("-",)}.get(toward or "", ("", "-"))


def proposal(kind: str, target: Item, found: list[tuple[Pair, bool]], says: list[str]) -> Iterator[Proposal]:
    """Propose a number of a change for the nearest pair, and for the others that are as near in words."""
    if not found:
        return
    chosen, sure = nearest(found)
    candidates = tuple(Candidate(one, inputs(pair)) for pair in chosen for one in says)
    yield Proposal(kind, target.mention.span, candidates, firm=sure)


def nearest(found: list[tuple[Pair, bool]]) -> tuple[list[Pair], bool]:
    """Return the nearest pair of those that are sure, with another that ends in the same value; else a guess."""
    sure = [pair for pair, firm in found if firm] or [found[0][0]]
    return [pair for pair in sure if pair.end == sure[0].end][:2], any(firm for _, firm in found)
