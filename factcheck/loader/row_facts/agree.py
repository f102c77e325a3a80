"""Rows that tell the same: the second is left out where it agrees with the first, and told where it does not."""

from decimal import Decimal

from factcheck.diagnostics import Problem
from factcheck.frozen import dataclass
from factcheck.loader.data.found import DISAGREE
from factcheck.loader.data.numbers import meet
from factcheck.loader.row_facts.row import RowFact


@dataclass(frozen=True, slots=True)
class _First:
    """The first fact of a thing, an attribute and its qualifiers, in one unit."""

    digits: str
    exact: bool
    place: str


class Agreement:
    """What rows told so far."""

    def __init__(self) -> None:
        self._told: dict[tuple[object, ...], _First] = {}

    def is_new(self, fact: RowFact, place: str) -> bool:
        """Whether a fact was not told before. Raises Problem FC527 where another row has another value."""
        of = fact.series
        when = tuple(pair for pair in zip(of.when, fact.qualifiers, strict=True) if pair[1])
        key = (fact.thing, of.attribute, of.unit.value, when)
        first = self._told.setdefault(key, _First(fact.digits, of.exact, place))
        if first.place == place:
            return True
        if not meet(first.digits, fact.digits, exact=(first.exact, of.exact)):
            raise _disagree(fact, first)
        return Decimal(first.digits) != Decimal(fact.digits)


def _disagree(fact: RowFact, first: _First) -> Problem:
    name = f"{fact.thing}.{fact.series.attribute}"
    picked = ", ".join(value for value in fact.qualifiers if value)
    unit = f" {fact.series.unit.value}" if fact.series.unit.value else ""
    told = f"`{name}`{f' [{picked}]' if picked else ''} is {fact.digits}{unit} here, and {first.digits}{unit} elsewhere"
    return Problem(DISAGREE, told, notes=(f"first at {first.place}",), help="mend one of them, or leave its row out")
