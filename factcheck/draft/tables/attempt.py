"""Lines on a pile as the parts of a line: which sums of them come to it, nearly come to it, or by a slip do not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product
from math import log
from operator import mul
from typing import NamedTuple

from factcheck.draft.tables.digits import DIGITS, is_slip, significant, slip_chance
from factcheck.draft.tables.figure import TIMES
from factcheck.draft.tables.grid import Grid
from factcheck.draft.tables.labels import Standing, carries_on, is_less, standing_of
from factcheck.draft.tables.total import MISSED, Sum, Term, Terms

DEEP = 1_000
"""So many lines are added up at most."""
_NEAR = 60
"""So many, where no label says that they make a total."""
_TURNED = 5
"""Of so many lines at most each is tried with either sign."""
_WAYS = 60
"""So many sums of the last few lines are tried."""
_ASTRAY = 2
"""So many lines at most, of which it is not known in which columns their figures stand, may be parts."""
_LEVELS = 3
"""So many headings above a total may be where its parts begin."""
_PAIR = 2
_WHOLE = 100
"""The per cent that shares add up to."""


@dataclass(slots=True)
class Pile:
    """The lines that no total has taken yet, and where on it headings and totals are, the last one last."""

    grid: Grid
    values: Sequence[Mapping[int, int]]
    lines: list[int] = field(default_factory=list)
    floors: list[int] = field(default_factory=lambda: [0])
    less: Sequence[bool] = ()
    """Of each line of the table, whether it is called a deduction."""

    def put(self, line: int) -> None:
        """Lay a line on the pile."""
        self.lines.append(line)

    def take(self, parts: int, total: int) -> None:
        """Lay a total in the place of its parts."""
        start = len(self.lines) - parts
        del self.lines[start:]
        self.floors = [one for one in self.floors if one <= start]
        self.lines.append(total)
        self.close()

    def close(self) -> None:
        """Begin anew, below a heading or a total."""
        if self.floors[-1] != len(self.lines):
            self.floors.append(len(self.lines))

    def is_floor(self, start: int) -> bool:
        """Whether one of the last headings or totals is here, or the top."""
        return start == 0 or start in self.floors[-_LEVELS:]


class Parts(NamedTuple):
    """Lines as the parts of a sum: their signs (none: by their labels), and those of which no column is known."""

    lines: tuple[int, ...]
    signs: tuple[int, ...]
    astray: tuple[int, ...] = ()
    tries: int = 1


@dataclass(slots=True)
class Attempt:
    """Tries the lines on a pile as the parts of a line."""

    pile: Pile
    at: int
    standing: Standing

    @property
    def wanted(self) -> Mapping[int, int]:
        """The figures of the line, by column, in steps of the table."""
        return self.pile.values[self.at]

    def best(self) -> Sum | None:
        """Return the parts that fit best; None where none are meant."""
        tried = (*self._piled(), *self._turned())
        return max((one for one in tried if one.is_meant), key=lambda one: one.fit, default=None)

    def missed(self, found: Sum) -> Terms:
        """Return the terms of columns in which the parts of a total come to something else, where it surely is theirs.

        That is, where they are all lines above it, and come to it in other columns.
        """
        sure = found.standing == "total" and found.plain and found.added and found.chance <= MISSED
        told = {*found.held, *found.near, *found.slipped}
        parts = Parts(found.parts, (1,) * len(found.parts))
        rest = {c: self._own(parts, c) for c in self.wanted if sure and c not in told and not found.turned}
        steps = {self.pile.grid.lines[self.at].figures[c].step for c in found.held}
        return {
            c: own
            for c, own in rest.items()
            if len(own) >= _PAIR and self._is_alike(own, c) and own[0].figure.step in steps and found.is_known(own)
            if not self._is_between(own, c) and abs(self.wanted[c]) >= DIGITS * self._step(c) and not own[0].figure.unit
        }

    def _is_between(self, own: Sequence[Term], column: int) -> bool:
        """Whether a total is no greater than the greatest of its parts, and no less than the least: their average."""
        sizes = [abs(one.figure.value) for one in own]
        return min(sizes) <= abs(self.pile.grid.lines[self.at].figures[column].value) <= max(sizes)

    def _is_beside(self, line: int) -> bool:
        """Whether the figures of a line stand in the same columns."""
        lines = self.pile.grid.lines
        return lines[line].size == lines[self.at].size

    def _piled(self) -> Iterator[Sum]:
        """Yield sums of the top of the pile: as they are, with signs by their labels, the first less the others."""
        lines, depth = self.pile.lines, len(self.pile.lines)
        wanted = self.wanted
        plain, signed = dict.fromkeys(wanted, 0), dict.fromkeys(wanted, 0)
        astray: tuple[int, ...] = ()
        less = False
        for size in range(1, min(depth, DEEP if self.standing == "total" else _NEAR) + 1):
            line = lines[depth - size]
            values = self.pile.values[line]
            if not self._is_beside(line):
                astray = (*astray, line) if any(values.values()) else astray
                values = {}
            if len(astray) > _ASTRAY or (astray and self.standing == "line"):
                return
            minus = self.pile.less[line]
            less = less or minus
            first = {c: values.get(c, 0) - before for c, before in plain.items()}
            plain = {c: before + values.get(c, 0) for c, before in plain.items()}
            if less or minus:
                signed = {c: n - abs(values.get(c, 0)) if minus else n + values.get(c, 0) for c, n in signed.items()}
            else:
                signed = plain
            if size == 1 and not astray:
                continue
            if astray or self._may_hold(plain, depth - size):
                yield from self._told(Parts(tuple(lines[depth - size :]), (1,) * size, astray, 3 * depth), plain)
            if not astray and self._may_hold(first):
                signs = (1,) + (-1,) * (size - 1)
                yield from self._told(Parts(tuple(lines[depth - size :]), signs, (), 3 * depth), first)
            if less and not astray and self._may_hold(signed, depth - size):
                yield from self._told(Parts(tuple(lines[depth - size :]), (), (), 3 * depth), signed)

    def _may_hold(self, added: Mapping[int, int], start: int = -1) -> bool:
        """Whether a sum holds in some column, or all lines of a total may nearly do; most sums do not."""
        if start >= 0 and (self._is_told(start) or (self.standing == "total" and self.pile.is_floor(start))):
            return True
        return any(one and n in (one, -one) for n, one in zip(added.values(), self.wanted.values(), strict=True))

    def _turned(self) -> Iterator[Sum]:
        """Yield the sums of the last few lines, each with either sign."""
        lines = [line for line in self.pile.lines[-2 * _TURNED :] if any(self.pile.values[line].values())]
        for size in range(_PAIR, min(len(lines), _TURNED) + 1):
            own = tuple(lines[-size:])
            if not all(self._is_beside(line) for line in own):
                return
            values = [[self.pile.values[line].get(c, 0) for c in self.wanted] for line in own]
            for signs in product((1, -1), repeat=size - 1):
                turned = (1, *signs)
                sums_ = (sum(map(mul, column, turned)) for column in zip(*values, strict=True))
                added = dict(zip(self.wanted, sums_, strict=True))
                if self._may_hold(added):
                    yield from self._told(Parts(own, turned, tries=_WAYS), added)

    def _told(self, parts: Parts, added: Mapping[int, int]) -> Iterator[Sum]:
        """Yield a sum with either sign of its total, if it holds in some column or nearly does."""
        for way in (1, -1):
            missing = {c: wanted * way - added[c] for c, wanted in self.wanted.items() if wanted or added[c]}
            held = {c: self._made_up(one, parts.astray) for c, one in missing.items()}
            terms = {c: (*self._own(parts, c), *others) for c, others in held.items() if others is not None}
            terms = {c: own for c, own in terms.items() if self._may_be_added(own, c)}
            rest = [c for c in missing if c not in terms and self.wanted[c]]
            near, slipped = (
                self._left(parts, added, rest, way, terms) if parts.astray else self._off(parts, added, rest, way)
            )
            if not terms and (way < 0 or not (near or slipped)):
                continue
            yield self._sum(parts, (terms, near, slipped), way)

    def _may_be_added(self, own: Sequence[Term], column: int) -> bool:
        may = len(own) >= _PAIR and not _cancels(own) and self._is_of_one(own, column)
        return may and (self.standing == "total" or not self._is_series(own, column))

    def _is_series(self, own: Sequence[Term], column: int) -> bool:
        """Whether numbers go on by equal steps, so that many sums of them hold and none is meant."""
        values = [*(one.figure.value for one in own), self.pile.grid.lines[self.at].figures[column].value]
        return len({second - first for first, second in pairwise(values)}) == 1

    def _off(self, parts: Parts, added: Mapping[int, int], rest: Sequence[int], way: int) -> tuple[Terms, Terms]:
        """Return the terms of columns in which a sum is missed by rounding, and those where by a slip."""
        near, slipped = {}, {}
        for c in rest:
            stated, step = self.wanted[c] * way, self._step(c)
            off = abs(stated - added[c])
            slip = is_slip(stated, added[c], step)
            if not slip and off > len(parts.lines) * step:
                continue
            own = self._own(parts, c)
            if len(own) < _PAIR or _cancels(own) or not self._is_alike(own, c):
                continue
            if _PAIR * off <= (len(own) + 1) * step:
                near[c] = own
            elif slip:
                slipped[c] = own
        return near, slipped

    def _left(
        self, parts: Parts, added: Mapping[int, int], rest: Sequence[int], way: int, held: Terms
    ) -> tuple[Terms, Terms]:
        """Return the terms of columns in which a sum is missed by a slip once the lines astray are laid out in them.

        Of a line astray the figures that make up other columns are taken; where one is left for one column, it is its.
        """
        if not held or len(rest) != 1:
            return {}, {}
        (column,) = rest
        taken = {one.figure.span for own in held.values() for one in own}
        left = []
        for line in parts.astray:
            free = [c for c, one in self.pile.grid.lines[line].figures.items() if one.value and one.span not in taken]
            if len(free) > 1:
                return {}, {}
            left += [(line, c) for c in free]
        stated, total = self.wanted[column] * way, added[column] + sum(self.pile.values[line][c] for line, c in left)
        own = (*self._own(parts, column), *(Term(line, self.pile.grid.lines[line].figures[c]) for line, c in left))
        is_one = left and is_slip(stated, total, self._step(column)) and len(own) >= _PAIR and not _cancels(own)
        return ({}, {column: own} if is_one and self._is_alike(own, column) else {})

    def _step(self, column: int) -> int:
        """Return the step of the last digit of the total in a column."""
        one, value = self.pile.grid.lines[self.at].figures[column], self.wanted[column]
        return int(value / one.value * one.step) if one.value else 1

    def _is_alike(self, own: Sequence[Term], column: int) -> bool:
        """Whether all parts are written with as many decimals, and are no percentages, unless these add up to 100.

        A total with a moved point has other decimals.
        """
        figure = self.pile.grid.lines[self.at].figures[column]
        total = figure.unit
        units, steps = {one.figure.unit for one in own}, {one.figure.step for one in own}
        whole = _WHOLE in {sum(one.sign * one.figure.value for one in own), figure.value}
        return len(steps) == 1 and units == {total} and (whole or not total) and self._is_of_one(own, column)

    def _is_of_one(self, own: Sequence[Term], column: int) -> bool:
        """Whether parts and total count in one unit, and none is so many times another."""
        units = {one.figure.measure for one in own} | {self.pile.grid.lines[self.at].figures[column].measure}
        return len(units) == 1 and TIMES not in units

    def _sum(self, parts: Parts, found: tuple[Terms, Terms, Terms], way: int) -> Sum:
        held, near, slipped = found
        ways = 1 + sum(len(self.pile.values[line]) for line in parts.astray)
        start = len(self.pile.lines) - len(parts.lines)
        told = self._is_told(start)
        plain = told or self.pile.is_floor(start)
        added = bool(parts.signs) and min(parts.signs) > 0 and not parts.astray
        chance = 0 if plain and (added or told) else log(parts.tries)
        chance -= sum(log(max(1, size / ways)) for size in self._sizes(held))
        chance -= sum(log(max(1, size / len(parts.lines))) for size in self._sizes(near))
        standing: Standing = "total" if told else self.standing
        sure = bool(held) and plain and (added or told) and chance <= MISSED
        slipped = self._like(held, slipped) if held else self._apart(slipped)
        simple = added and self._is_simple(parts, held, near, slipped)
        slipped = {
            c: own
            for c, own in slipped.items()
            if abs(self.wanted[c]) >= DIGITS * self._step(c) or ((sure or simple) and not self._is_between(own, c))
        }
        slip = sum(log(slip_chance(size)) for size in self._sizes(slipped))
        return Sum(
            self.at, parts.lines, held, near, slipped, standing, chance, slip,
            plain=plain, added=added or told, turned=way < 0, simple=simple and bool(slipped),
        )  # fmt: skip

    def _is_simple(self, parts: Parts, held: Terms, near: Terms, slipped: Terms) -> bool:
        """Whether a table is some lines and their total, which holds in all columns but one, where it is a slip away.

        Of 350 such tables in audited reports none misses its total by a slip, however short the numbers are.
        """
        lines = self.pile.grid.lines
        alone = len(parts.lines) >= _PAIR and parts.lines == tuple(range(self.at)) and self.at == len(lines) - 1
        if not alone or self.standing != "total" or len(slipped) != 1:
            return False
        own = [column for column, one in lines[self.at].figures.items() if not one.unit and not one.dash]
        ((column, terms),) = slipped.items()
        off = sum(one.figure.value for one in terms) - lines[self.at].figures[column].value
        values = [one.figure.value for one in terms]
        left_out = off in values or off in map(sum, combinations(values[:_NEAR], _PAIR))  # lines *of which*
        return (
            not left_out
            and all(standing_of(lines[line].label) == "line" for line in parts.lines)
            and all(column in held or column in near or column in slipped for column in own)
        )

    def _sizes(self, terms: Terms) -> Iterable[int]:
        """Return of how many steps the totals of some columns are; a column that tells the same again counts once."""
        return {tuple(one.figure.value for one in own): self._weight(c) for c, own in terms.items()}.values()

    def _weight(self, column: int) -> int:
        """Return of how many steps a total is; of one, if it is a percentage: these are alike in many lines."""
        percent = self.pile.grid.lines[self.at].figures[column].unit
        return 1 if percent else significant(abs(self.wanted[column]))

    def _apart(self, slipped: Terms) -> Terms:
        """Return slips of which no two columns have the same: these lack a part, or have one twice."""
        off = [
            self.pile.grid.lines[self.at].figures[c].value - sum(one.sign * one.figure.value for one in own)
            for c, own in slipped.items()
        ]
        return slipped if len(set(off)) == len(off) else {}

    def _like(self, held: Terms, slipped: Terms) -> Terms:
        """Return the terms of columns that are written as one in which the sum holds."""
        figures = self.pile.grid.lines[self.at].figures
        steps = {figures[c].step for c in held} | {own[0].figure.step for own in held.values()}
        return {c: own for c, own in slipped.items() if own[0].figure.step in steps}

    def _is_told(self, start: int) -> bool:
        """Whether the words of labels tell that the parts begin here.

        What stands below deductions is what they leave of the line above them; a balance carries on an earlier one.
        """
        lines, labels = self.pile.lines, self.pile.grid.lines
        if self.standing == "result" and carries_on(labels[self.at].label, labels[lines[start]].label):
            return True
        less = self.pile.less
        if not less[lines[-1]] or less[self.at] or less[lines[start]]:
            return False
        return all(less[line] for line in lines[start + 1 :])

    def _own(self, parts: Parts, column: int) -> tuple[Term, ...]:
        """Return the figures of the parts in a column that are not nothing."""
        found = []
        for at, line in enumerate(parts.lines):
            value = self.pile.values[line].get(column, 0)
            if value and line not in parts.astray:
                above = self.pile.grid.lines[line]
                sign = parts.signs[at] if parts.signs else -1 if value > 0 and is_less(above.label) else 1
                found.append(Term(line, above.figures[column], sign))
        return tuple(found)

    def _made_up(self, missing: int, astray: Sequence[int]) -> tuple[Term, ...] | None:
        """Return the figures of the lines astray that make up for what is missing; None where none do."""
        if not missing or not astray:
            return None if missing else ()
        options = [[None, *self.pile.grid.lines[line].figures] for line in astray]
        for chosen in product(*options):
            found = [(line, c) for line, c in zip(astray, chosen, strict=True) if c is not None]
            if found and sum(self.pile.values[line][c] for line, c in found) == missing:
                return tuple(Term(line, self.pile.grid.lines[line].figures[c]) for line, c in found)
        return None


def _cancels(terms: Sequence[Term]) -> bool:
    """Whether a number is added and taken away again, so that nothing is said."""
    values = {one.sign * one.figure.value for one in terms}
    return any(-value in values for value in values)
