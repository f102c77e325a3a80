"""Whether an equation holds of the numbers beside its own, too: in the next column, for the year before.

``Sales rose to 9,735 units from 6,776, of cars to 5,314 from 4,758, of vans to 4,421 from 2,018``: both years add up.
What holds twice in one order is hardly chance.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.near import is_definite
from factcheck.draft.evidence.chance import chance
from factcheck.draft.evidence.features import QUANTITIES
from factcheck.draft.quantities.kind import LOOSE, like, likeness
from factcheck.draft.quantities.quantity import Quantity
from factcheck.draft.text.line import Line

_AROUND = 12
"""How many letters on each side of a number tell whether it stands in a table."""
_STEPS = (-3, -2, -1, 1, 2, 3)
"""How many quantities on the numbers of the other equation stand."""


def parallel(candidate: Candidate, known: Sequence[Quantity]) -> float:
    """Return the chance that one of the equations beside holds, if one does, though none is meant; else 1."""
    found = (chance(one) for one in beside(candidate, known) if one.holds)
    return min((len(_STEPS) * one for one in found), default=1.0)


def is_tabular(line: Line, target: Quantity) -> bool:
    """Whether a number stands in a table, or in what is left of one: every second letter around it is a quantity."""
    place = line.at(target.start)
    around = line.codes[max(0, place - _AROUND) : place + _AROUND + 1]
    return len(around) > _AROUND and 2 * sum(code in QUANTITIES for code in around) >= len(around)


def beside(candidate: Candidate, known: Sequence[Quantity]) -> Iterator[Candidate]:
    """Yield the equations of the numbers that stand at one distance from those of another, whether they hold or not."""
    if candidate.far:
        return
    own = (candidate.target, *candidate.operands)
    indices = sorted({one.index for one in own})
    apart = {second - first for first, second in combinations(indices, 2)}
    for step in _STEPS:
        if indices[0] + step < 0 or indices[-1] + step >= len(known) or abs(step) in apart:
            continue
        others = [known[one.index + step] for one in own]
        if all(map(_may_correspond, own, others)):
            target, *operands = map(like, others, own)
            if all(map(_corresponds, own, (target, *operands))) and not _is_same(own, (target, *operands)):
                yield from _moved(candidate, target, operands)


def _may_correspond(one: Quantity, other: Quantity) -> bool:
    return one.code == other.code and other.value > 0


def _corresponds(one: Quantity, other: Quantity) -> bool:
    return is_definite(other) and likeness(one, other) >= LOOSE


def _is_same(own: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """Whether the total, or all that it is made of, is the same number again: that says nothing new."""
    if own[0].value == others[0].value:
        return True
    return all(one.value == other.value for one, other in zip(own[1:], others[1:], strict=True))


def _moved(candidate: Candidate, target: Quantity, operands: Sequence[Quantity]) -> Iterator[Candidate]:
    count = len(candidate.inputs)
    inputs, values = tuple(operands[:count]), tuple(operands[count:])
    given = (*(one.value for one in inputs), *([[one.value for one in values]] if values else []))
    try:
        derived = candidate.schema.function(*given)
    except (ZeroDivisionError, OverflowError):
        return
    yield Candidate(candidate.schema, target, inputs, values, abs(derived), candidate.way, candidate.far)
