"""Which of two things is the stronger one, by their peaks: D1仍没有A100强大; the A100 is less powerful than the D1."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.draft.equations.proposal import Candidate, Proposal
from factcheck.draft.things.in_common import of_both, picks_of_both, proper
from factcheck.draft.things.roles import is_shifted, maker
from factcheck.draft.things.scene import Named, Scene
from factcheck.draft.words.cues import cue
from factcheck.quantity.languages import of_tables
from factcheck.source import Span

_BESIDE = 12


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose an order of two things, which holds if it does in one precision that is known of both."""
    for first, second in pairwise(proper(scene, list(scene.named))):
        if not (first.key and second.key) or first.key == second.key or first.sentence != second.sentence:
            continue
        sign = _sign(scene, first, second)
        if sign and first.single and second.single and not is_shifted(scene, second):
            yield from _order(scene, first, second, sign)


def _sign(scene: Scene, first: Named, second: Named) -> str:
    """Return ``>`` where the words say that the first thing is the stronger one, ``<`` where it is the weaker one."""
    between = scene.passage.folded[first.end : second.start]
    keys: dict[str, tuple[str, ...]] = {">": ("stronger",), "<": ("weaker",)}
    if _strong(scene, second) is not None:
        keys = {">": ("stronger", "stronger_than"), "<": ("weaker", "not_as")}
    found = (
        sign for sign, said in keys.items() if any(_ends(scene.things.makers, key).search(between) for key in said)
    )
    return next(found, "")


@of_tables
def _ends(makers: frozenset[str], key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{cue('spec', key).pattern})\s?(?:the |an |a )?{maker(makers)}$")


def _strong(scene: Scene, second: Named) -> re.Match[str] | None:
    """Return the word behind the second thing that says of what the order is: 没有A100强大."""
    behind = scene.passage.folded[second.end : second.end + _BESIDE]
    return re.match(rf"\s?(?:{cue('spec', 'strong').pattern})", behind)


def _order(scene: Scene, first: Named, second: Named, sign: str) -> Iterator[Proposal]:
    """Propose the order in each precision; where the peaks are the same, something else is meant."""
    peaks = [one for one in of_both(scene, first.key, second.key) if scene.things.is_strength(one.attribute)]
    for one in peaks[:1]:
        name = one.attribute
        shared = picks_of_both(scene, one, second.key, {})
        says = tuple(Candidate(f"{first.key}.{name}{pick} {sign} {second.key}.{name}{pick}") for pick in shared)
        if says:
            same = tuple(Candidate(f"{first.key}.{name}{pick} = {second.key}.{name}{pick}") for pick in shared[:1])
            yield Proposal("spec-derivation", _place(scene, first, second), says, unless=same)


def _place(scene: Scene, first: Named, second: Named) -> Span:
    """Return the words of an order, from the last comma before the second thing."""
    comma = re.search(r"[,;\uff1b，]\s?([^,;\uff1b，]*)$", scene.passage.folded[first.end : second.start])
    strong = _strong(scene, second)
    start = first.end + comma.start(1) if comma else first.start
    return Span(start, second.end + (strong.end() if strong else 0))
