"""So much needs so many: 100 exaflops would take more than 276,000 D1; 要达到100 exaflops，需要超过27.6万个D1芯片."""

from collections.abc import Iterator

from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.things.attribute import counting, picks, precision, split
from factcheck.draft.things.frames import Need, frames
from factcheck.draft.things.scene import Scene


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose the number of things that a total needs, as the total divided by what each of them has."""
    for need in frames(scene).needs:
        wanted = precision(scene, need.goal)
        likely, other = split(scene, need.counted, picks(scene, need.found, wanted), wanted)
        candidates, unless = tuple(_candidates(need, likely)), tuple(_candidates(need, other))
        if candidates:
            firm = need.sure and need.found.certain
            yield Proposal("spec-derivation", need.counted.mention.span, candidates, firm=firm, unless=unless)


def _candidates(need: Need, ways: list[str]) -> Iterator[Candidate]:
    target = given("target", need.goal, stated(need.goal))
    for count in (counting(need.counted, need.key), _rounded_up(need)):
        for pick in ways if count else []:
            yield Candidate(f"target / {need.key}.{need.found.attribute}{pick} = {count}", (target,))


def _rounded_up(need: Need) -> str:
    """Return what 2,763 D1 are enough for, since there is no part of one: more than 2,762 are needed."""
    number = need.counted.mention.number
    if number.kind != "integer" or number.hedge or number.nominal is None or number.step != 1:
        return ""
    return f"{number.nominal - 1} to {number.nominal} {need.key}"
