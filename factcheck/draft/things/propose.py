"""What is said of the numbers of a text by what packs know of its things."""

from collections.abc import Callable, Iterator

from factcheck.draft.equations.proposal import Proposal
from factcheck.draft.things import against, needed, several, spec, stronger, told_twice
from factcheck.draft.things.scene import Scene

_RELATIONS: tuple[Callable[[Scene], Iterator[Proposal]], ...] = (
    against.propose,
    needed.propose,
    several.propose,
    spec.propose,
    stronger.propose,
    told_twice.propose,
)


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose what packs know of the numbers of a text: a fact, a sum over parts, an order of two things."""
    for relation in _RELATIONS:
        yield from relation(scene)
