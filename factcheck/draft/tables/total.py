"""A line of a table that others add up to, and how likely that is by chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log
from typing import NamedTuple

from factcheck.draft.tables.digits import slip_chance
from factcheck.draft.tables.figure import Figure
from factcheck.draft.tables.labels import Standing

_CHANCE: Mapping[Standing, float] = {"total": log(0.5), "result": log(1e-2), "line": log(1e-4)}
"""How likely a sum may hold by chance, by what the label says."""
_SURE: Mapping[Standing, float] = {"result": log(1e-5), "line": log(1e-7)}
"""How likely a sum of a line that is called no total may hold by chance, to call a number of it wrong."""
SURE_SLIP, _SUSPECT = log(6e-3), log(5e-2)
"""How likely all lines above a total are a slip away from it by chance, where it holds in no column.

The first is to be called wrong, the second to be asked about.
"""
MISSED = log(1e-6)
"""How likely a total may hold by chance in other columns, to be asked about where it does not."""


class Term(NamedTuple):
    """A figure that is added, or taken away."""

    line: int
    figure: Figure
    sign: int = 1


Terms = Mapping[int, tuple[Term, ...]]
"""The terms of a sum by column."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A line that others add up to, with the terms of each column: of those in which it does, and of the rest.

    ``near``: within rounding, ``slipped``: but for a slip in the digits of the stated number. ``chance`` is the
    logarithm of how likely ``held`` and ``near`` agree by chance, ``slip`` that of so many slips. ``plain``: the parts
    are all lines below a heading, a total or the top. ``turned``: the total has the opposite sign of the sum, as where
    expenses have brackets in the total only.
    """

    total: int
    parts: tuple[int, ...]
    held: Terms
    near: Terms
    slipped: Terms
    standing: Standing
    chance: float
    slip: float
    plain: bool
    added: bool
    """Whether all parts are added, and in columns that are known."""
    turned: bool = False
    simple: bool = False
    """Whether it is the last line of a table of nothing but its parts, and misses them by a slip in one column."""
    missed: Terms = field(default_factory=dict)
    """The columns in which the same parts come to something else altogether."""

    @property
    def is_plain_total(self) -> bool:
        """Whether it is called a total, and all lines above it are added."""
        return self.standing == "total" and self.plain and self.added

    @property
    def is_meant(self) -> bool:
        """Whether it is hardly there by chance."""
        plain = self.is_plain_total
        if self.held:
            standing = "result" if self.standing == "total" and not self.added else self.standing
            return self.chance <= _CHANCE[standing] or plain or (bool(self.slipped) and self.is_sure)
        return plain and (bool(self.near) or self.simple or self.chance + self.slip <= _SUSPECT)

    @property
    def is_sure(self) -> bool:
        """Whether a number that is a slip away from the sum may be called wrong."""
        if self.standing == "total":
            return not self.held or self.plain or self.chance <= _CHANCE["result"]
        known = bool(self.held) and self.chance + self.slip <= _SURE[self.standing]
        return known and (self.added or self.standing == "result")

    def is_telling(self, column: int, size: int) -> bool:
        """Whether another number would have been noticed here, so that it says something that this one holds.

        ``size``: of how many steps the number is. What is called a total of all lines above it is told in any case.
        """
        if self.standing == "total" and self.plain and self.added:
            return True
        rest = replace(
            self, held={c: own for c, own in self.held.items() if c != column}, chance=self.chance + log(size)
        )
        return replace(rest, slip=self.slip + log(slip_chance(size))).is_sure

    def is_borne_out(self, column: int) -> bool:
        """Whether each part of a column is one in another in which the sum holds, too, or all lines above are parts."""
        own = self.slipped[column]
        everything = {one.line for one in own} == set(self.parts) and all(one.sign > 0 for one in own)
        whole = self.plain and (self.added or (everything and self.standing == "total" and not self.turned))
        return whole or self.is_known(own)

    def is_known(self, terms: Sequence[Term]) -> bool:
        """Whether each of some terms is one in a column in which the sum holds, too."""
        known = {one.line for own in self.held.values() for one in own}
        return known.issuperset(one.line for one in terms)

    @property
    def fit(self) -> tuple[bool, float, bool, bool, int]:
        """By what the likeliest parts of a line are chosen: what holds, and is least expected by chance."""
        return bool(self.held), -self.chance - self.slip, self.added, self.plain, -len(self.parts)
