"""What is seen of a candidate equation: the order of its numbers, the words at and between them, the borders crossed.

A feature is a short text; the ranker has a weight for some of them. All are of meanings and marks, none is of a word,
so that what was learnt in one language and field serves in others.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from factcheck.draft.equations.candidates import Candidate, is_run
from factcheck.draft.quantities.kind import is_count, likeness
from factcheck.draft.quantities.quantity import MEASURE, Quantity
from factcheck.draft.text.line import HARD, Line

_PLAIN = re.compile(r"[hw]+")
QUANTITIES = frozenset("Q%KXqH")
_STOPS = QUANTITIES | HARD
_REACH = 12
_LONG = 7
_DOZEN = 12


class Sight(NamedTuple):
    """Something that is seen of a candidate: what tells its features, and of what; the same again in other places."""

    tell: Callable[..., Iterator[str]]
    of: tuple[Any, ...]

    def features(self) -> Iterator[str]:
        """Yield its features."""
        return self.tell(*self.of)


def features(candidate: Candidate, line: Line) -> Iterator[str]:
    """Yield the features of a candidate, each once."""
    for sight in sights(candidate, line):
        yield from sight.features()


def sights(candidate: Candidate, line: Line) -> Iterator[Sight]:
    """Yield what is seen of a candidate, which is all that its features depend on."""
    roles = _roles(candidate)
    order = "".join(role for role, _ in roles)
    places = [line.at(one.start) for _, one in roles]
    name = f"{candidate.schema.rule}/{_shape(order)}"
    codes, first = line.codes, places[0]
    if candidate.far:
        yield Sight(_named, (f"{name} far",))
        yield Sight(_at_target, (f"{name} far", *_near(codes, places[-1])))
        return
    span = codes[first : places[-1] + 1]
    yield Sight(_between, (name, span, tuple(place - first for place in places)))
    for role, place in _some(order, places):
        yield Sight(_at_target, (f"{name} {role}", *_near(codes, place)))
    yield Sight(_of_numbers, (name, _kin(candidate), _way(candidate, codes, places[order.index("t")])))
    yield Sight(_of_inputs, (name, _rivals(candidate), any(map(is_small, candidate.operands)), candidate.target.hedge))
    if candidate.values:
        yield Sight(_of_list, (name, is_run(candidate.values), len(candidate.values)))


def _named(name: str) -> Iterator[str]:
    yield name


def _between(name: str, span: str, places: tuple[int, ...]) -> Iterator[str]:
    """Yield what stands between the numbers, which stand at some places of the letters from the first to the last."""
    yield name
    gaps = [span[first + 1 : second] for first, second in pairwise(places)]
    yield f"{name} {'|'.join(map(_gap, gaps)) if len(gaps) < 3 else _gap(gaps[-1])}"  # noqa: PLR2004 - of a list
    for number, gap in enumerate(gaps if len(gaps) < 3 else (gaps[0], gaps[-1])):  # noqa: PLR2004
        yield f"{name} g{number} {_gap(gap)}"
        yield f"{name} n{number} {min(3, len(gap) // 4)}"
    others = sum(code in QUANTITIES for code in span) - len(places)
    yield f"{name} others {min(others, 4)}"
    yield f"{name} sentences {span.count('.') + span.count('P')}"
    yield f"{name} paragraphs {min(2, span.count('P'))}"
    yield f"{name} hard {min(2, sum(code in HARD for code in span))}"
    yield f"{name} commas {min(4, span.count(','))}"
    yield f"{name} dense {_density(span)}"
    if "v" in name.partition("/")[2]:
        yield f"{name} borders {_borders(gaps)}"


def _of_numbers(name: str, kin: str, way: str) -> Iterator[str]:
    yield f"{name} kin {kin}"
    yield f"{name} way {way}"


def _of_inputs(name: str, rivals: int, small: bool, hedge: str) -> Iterator[str]:  # noqa: FBT001 - what is seen
    yield f"{name} rivals {rivals}"
    if small:
        yield f"{name} small"
    yield f"hedge {hedge}"


def _of_list(name: str, run: bool, count: int) -> Iterator[str]:  # noqa: FBT001 - what is seen
    yield f"{name} run {run}"
    yield f"{name} length {min(count, 6)}"


def _near(codes: str, place: int) -> tuple[str, int]:
    """Return the letters around a number, and where among them it stands."""
    first = max(0, place - _REACH - 1)
    return codes[first : place + _REACH + 1], place - first


def _at_target(name: str, around: str, place: int) -> Iterator[str]:
    """Yield what stands right before a number and right behind it."""
    before, behind = _beside(around, place)
    yield f"{name}< {before[-1:]}"
    yield f"{name}<< {before[-2:]}"
    yield f"{name}> {behind[:1]}"
    yield f"{name}>> {behind[:2]}"


def _roles(candidate: Candidate) -> list[tuple[str, Quantity]]:
    """Return the numbers in the order of the text, each with the letter of its role: target, inputs, values."""
    inputs = zip("ab", candidate.inputs, strict=False)
    roles = [("t", candidate.target), *inputs, *(("v", one) for one in candidate.values)]
    return sorted(roles, key=lambda pair: pair[1].index)


@lru_cache(maxsize=512)
def _shape(order: str) -> str:
    return re.sub("v+", "v", order)


def _some(order: str, places: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Yield the roles and places of the first and the last values of a list, and of all other numbers."""
    inner = range(order.find("v") + 1, order.rfind("v"))
    found = enumerate(zip(order, places, strict=True))
    return ((role, place) for at, (role, place) in found if role != "v" or at not in inner)


@lru_cache(maxsize=4096)
def _gap(codes: str) -> str:
    """Return the letters between two numbers without those that mean nothing; a long stretch by its ends."""
    rest = _PLAIN.sub("_", codes)
    return rest if len(rest) <= _LONG else f"{rest[:3]}*{rest[-3:]}"


@lru_cache(maxsize=4096)
def _beside(codes: str, place: int) -> tuple[str, str]:
    """Return the letters of meaning before a number and behind it, as far as the next number or hard border."""
    start, end = place, place + 1
    while start and place - start < _REACH and codes[start - 1] not in _STOPS:
        start -= 1
    while end < len(codes) and end - place < _REACH and codes[end] not in _STOPS:
        end += 1
    front = "^" if start == 0 or codes[start - 1] in HARD else ""
    return front + _PLAIN.sub("", codes[start:place]), _PLAIN.sub("_", codes[place + 1 : end])


def _kin(candidate: Candidate) -> str:
    """Return how alike the numbers are: the target and each input, and the inputs among themselves."""
    operands = [one for one in candidate.operands if one.code == MEASURE]
    if not operands:
        return "-"
    first = operands[0]
    among = min((likeness(first, one) for one in operands[1:]), default=3)
    toward = min(likeness(candidate.target, one) for one in operands)
    return f"{toward}{among}"


def _way(candidate: Candidate, codes: str, place: int) -> str:
    """Return whether the words before a change say that it goes the way that it goes."""
    change = candidate.target.item.mention.change
    if change is not None:
        return "+" if (change == "up") is (candidate.way > 0) else "-"
    before, _ = _beside(*_near(codes, place))
    up, down = before.rfind("u"), before.rfind("d")
    if up < 0 and down < 0:
        return "?"
    return "+" if (up > down) is (candidate.way > 0) else "-"


def _density(span: str) -> int:
    """Return how many of the letters are quantities, in quarters: a table has no words between them."""
    return min(2, 4 * sum(code in QUANTITIES for code in span) // len(span))


def is_small(one: Quantity) -> bool:
    """Whether it counts up to a dozen, as if by the way: two measures, nine fields."""
    return one.code == MEASURE and is_count(one) and one.value <= _DOZEN and one.item.mention.number.kind == "integer"


def _rivals(candidate: Candidate) -> int:
    """Return how many numbers like an input stand nearer to the target than the farthest of them."""
    target = candidate.target
    far = max(abs(one.index - target.index) for one in candidate.operands)
    return min(4, far - len(candidate.operands))


def _borders(gaps: list[str]) -> str:
    """Return whether the values of a list are parted alike."""
    marks = {("," if "," in gap else "&" if "&" in gap else ";" if ";" in gap else "_") for gap in gaps}
    return "".join(sorted(marks))
