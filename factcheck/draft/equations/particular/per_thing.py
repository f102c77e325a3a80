"""A rate per thing by a total and the count of the things: $59.7bn on 6.2 million pupils, or $9,629 per pupil."""

from collections.abc import Iterator

from factcheck.draft.equations.literal import premise, stated
from factcheck.draft.equations.particular.sizes import is_power_of_ten
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage
from factcheck.quantity.dimension import CURRENCIES

_BACK = 1
_PEOPLE = frozenset({"person", "people", "head", "capita", "inhabitant", "resident", "citizen", "人"})
_BOUNDS = frozenset({"more", "less", "least", "most"})
_MANY = 1000


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each sum of money per thing, where the text has one count of that thing and one sum before it."""
    for item in passage.items:
        thing = _thing(item)
        if thing and item.mention.number.hedge not in _BOUNDS:
            yield from _proposed(passage, item, thing)


def _thing(item: Item) -> str:
    """Return what a sum of money is per: pupil of ``$9,629 per pupil``."""
    return item.mention.measure.name.partition(" per ")[2] if _is_money(item) else ""


def _is_money(item: Item) -> bool:
    dimension = item.dimension
    return (
        bool(item.mention.number.nominal) and len(dimension) == 1 and dimension[0] in {(one, 1) for one in CURRENCIES}
    )


def _proposed(passage: Passage, item: Item, thing: str) -> Iterator[Proposal]:
    before = [one for one in passage.nearby(item, _BACK) if one.index < item.index and one.mention.number.nominal]
    counts = [one for one in before if _counts(one, thing)]
    sums = [one for one in before if _is_money(one) and one.dimension == item.dimension and not _thing(one)]
    if len(counts) != 1 or len(sums) != 1 or counts[0].mention.number.nominal is None:
        return
    total, count = sums[0], counts[0]
    inputs = (given("total", total, premise(total)), given("count", count, premise(count)))
    shifted = total.mention.number.scale > 1 and is_power_of_ten(float(item.size), float(total.size / count.size))
    yield Proposal("quotient", item.mention.span, (Candidate(f"total / count = {stated(item)}", inputs),), firm=shifted)


def _counts(one: Item, thing: str) -> bool:
    """Whether a number counts the things that a rate is per, whatever form their noun has."""
    noun = one.noun
    same = noun in {thing, f"{thing}s"} or (noun in _PEOPLE and thing in _PEOPLE)
    return bool(noun) and same and one.size >= _MANY
