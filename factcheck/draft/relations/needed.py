"""So much needs so many: 100 exaflops would take more than 276,000 D1; 要达到100 exaflops，需要超过27.6万个D1芯片."""

from collections.abc import Iterator

from factcheck.draft.attribute import counting, picks, precision
from factcheck.draft.frames import Need, frames
from factcheck.draft.literal import stated
from factcheck.draft.named import Scene
from factcheck.draft.proposal import Candidate, Proposal, given


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose the number of things that a total needs, as the total divided by what each of them has."""
    for need in frames(scene).needs:
        candidates = tuple(_candidates(scene, need))
        if candidates:
            firm = need.sure and need.found.certain
            yield Proposal("spec-derivation", need.count.mention.span, candidates, firm=firm)


def _candidates(scene: Scene, need: Need) -> Iterator[Candidate]:
    target = given("target", need.goal, stated(need.goal))
    for pick in picks(scene, need.found, precision(scene, need.goal)):
        says = f"target / {need.key}.{need.found.attribute}{pick} = {counting(need.count, need.key)}"
        yield Candidate(says, (target,))
