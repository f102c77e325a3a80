"""How a number may follow from data in one step: it is one, or a change, a ratio, a difference or a sum of two."""

from collections.abc import Callable, Iterator, Sequence
from math import inf

from factcheck.draft.quantities.quantity import MEASURE, SHARE, TIMES, Quantity
from factcheck.frozen import dataclass
from factcheck.proofread.data.figures import Figures, Named, count_between
from factcheck.proofread.data.spoken import words_of
from factcheck.quantity.literal import read_number
from factcheck.quantity.units import Unit, UnitTable

MOST_PAIRED = 24
LOOSE = 1.5
"""A bound is met by what is at most so many times as large."""
CHANCE = 0.25
"""How many of the numbers (or pairs) that a sentence names may be expected to fit by chance; more prove nothing."""
_ROUNDING = 1e-9
_PERCENT = 0.01

Between = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Form:
    """A step: the statement's derived side, and the value it has; ``others`` which second values would fit a first."""

    says: str
    value: Callable[[float, float], float]
    others: Callable[[float, Between], Between]


CHANGE = Form(
    "percent_change(before={first}, after={second})",
    lambda first, second: (second - first) / first,
    lambda first, at: (first * (1 + at[0]), first * (1 + at[1])),
)
FALL = Form(
    "-percent_change(before={first}, after={second})",
    lambda first, second: (first - second) / first,
    lambda first, at: (first * (1 - at[0]), first * (1 - at[1])),
)
RATIO = Form(
    "{second} / {first}",
    lambda first, second: second / first,
    lambda first, at: (first * at[0], first * at[1]),
)
DIFFERENCE = Form(
    "{second} - {first}",
    lambda first, second: second - first,
    lambda first, at: (first + at[0], first + at[1]),
)
SUM = Form(
    "{second} + {first}",
    lambda first, second: second + first,
    lambda first, at: (at[0] - first, at[1] - first),
)
FORMS: dict[str, tuple[Form, ...]] = {
    SHARE: (CHANGE, FALL, RATIO),
    TIMES: (RATIO,),
    MEASURE: (DIFFERENCE, SUM),
}


@dataclass(frozen=True, slots=True)
class Fit:
    """A step that gives a number, its operands with their unit, and how many others would give it by chance."""

    says: str
    operands: tuple[Named, ...]
    unit: str
    others: int
    among: int
    counted: str
    tried: int

    @property
    def is_likely_chance(self) -> bool:
        """Whether some of those that were tried would be expected to fit, whatever the number is.

        What is named in full was not found by its value.
        """
        if all(one.is_whole for one in self.operands):
            return False
        return self.tried * self.others > CHANCE * max(1, self.among)


class Fitting:
    """Finds the steps that give one number."""

    def __init__(self, quantity: Quantity, unit: str, figures: Figures, units: UnitTable) -> None:
        self.quantity, self.unit, self.figures, self.units = quantity, unit, figures, units
        self.between = _between(quantity)

    def fits(self, named: Sequence[Named]) -> Iterator[Fit]:
        """Yield the steps, those of one number first, those whose names say more before others."""
        if self.between is None or self.quantity.code not in FORMS:
            return
        singles = [fit for one in named for fit in self._single(one, len(named))]
        yield from sorted(singles, key=lambda fit: (fit.operands[0].figure.datum.several, -fit.operands[0].weight))
        first = [one for one in named if not one.figure.datum.several][:MOST_PAIRED]
        pairs = [(one, other) for one in first for other in first if _belong(one, other)]
        pairs.sort(key=lambda pair: -(pair[0].weight + pair[1].weight))
        yield from (fit for pair in pairs for fit in self._pair(*pair, len(pairs)))

    def _single(self, named: Named, tried: int) -> Iterator[Fit]:
        value, several = named.figure.datum.value, named.figure.datum.several
        for unit, factor in self._units(named):
            if self._is_fit(value * factor):
                known = self.figures.several if several else self.figures.single
                low, high = self.between or (0.0, 0.0)
                others = count_between(known, low / factor, high / factor) - 1
                counted = "several" if several else "numbers"
                yield Fit("{first}", (named,), unit, max(0, others), len(known) - 1, counted, tried)
                return

    def _units(self, named: Named) -> Iterator[tuple[str, float]]:
        """Yield the units that a value may have, each with its size: that of its name, else that of the number."""
        if self.quantity.code == SHARE:
            yield from (("%", _PERCENT), ("", 1.0))
        elif self.quantity.code == TIMES:
            yield "", 1.0
        else:
            own = _unit_of(named, self.units)
            found = [(self.unit, self.quantity.unit)]
            if own is not None and own.dimension == self.quantity.dimension and not own.offset:
                found.insert(0, (own.name.replace("_", " "), float(own.factor)))
            for word, scale in _scales_of(named):
                yield from ((f"{word} {unit}".rstrip(), scale * factor) for unit, factor in found)
            yield from found

    def _pair(self, first: Named, second: Named, tried: int) -> Iterator[Fit]:
        values = first.figure.datum.value, second.figure.datum.value
        scale = self.quantity.unit if self.quantity.code == MEASURE else 1.0
        unit = self.unit if self.quantity.code == MEASURE else ""
        change = self.quantity.item.mention.change
        for form in FORMS[self.quantity.code]:
            if (form, change) in ((CHANGE, "down"), (FALL, "up")) or (form is SUM and first.figure is second.figure):
                continue
            if form not in (DIFFERENCE, SUM) and not values[0]:
                continue
            if self._is_fit(form.value(*values) * scale):
                yield Fit(form.says, (first, second), unit, *self._by_chance(form, scale), "pairs", tried)

    def _is_fit(self, value: float) -> bool:
        if self.between is None:
            return False
        low, high = self.between
        reach = _ROUNDING * abs(value)
        return low - reach <= value <= high + reach

    def _by_chance(self, form: Form, scale: float) -> tuple[int, int]:
        """Return how many other pairs would fit, and how many there are; of many numbers by a sample of them."""
        low, high = self.between or (0.0, 0.0)
        sample, total = self.figures.sample, len(self.figures.single)
        at = (low / scale, high / scale)
        found = sum(count_between(sample, *form.others(value, at)) for value in sample if value)
        there, among = len(sample) * (len(sample) - 1), total * (total - 1)
        return max(0, round(found * among / there) - 1 if there else 0), max(0, among - 1)


def _between(quantity: Quantity) -> Between | None:
    """Return the values that a number may mean, as a round one too; a bound is not met by whatever is beyond it."""
    low, high = quantity.low, quantity.high
    if quantity.coarse is not None:
        low, high = min(low, quantity.coarse[0]), max(high, quantity.coarse[1])
    if low == -inf and high == inf:
        return None
    if high == inf:
        return low, low * LOOSE if low > 0 else 0.0
    if low == -inf:
        return (high / LOOSE if high > 0 else 0.0), high
    return low, high


def _belong(first: Named, second: Named) -> bool:
    """Whether two numbers are alike but for one thing, and the sentence tells them apart by it.

    They are of one key and two rows, or of two keys of one row; a word is said of one of them alone.
    """
    one, other = first.figure, second.figure
    if one is other or one.file != other.file or set(first.said) == set(second.said):
        return False
    keys, labels = one.datum.keys, one.datum.labels
    if keys == other.datum.keys:
        return labels != other.datum.labels or one.datum.group == other.datum.group
    return keys[:-1] == other.datum.keys[:-1] and labels == other.datum.labels


def _scales_of(named: Named) -> Iterator[tuple[str, float]]:
    """Yield the words of a key that say in what it counts: ``users (million)``."""
    for word in words_of(named.figure.datum.keys[-1]) if named.figure.datum.keys else ():
        read = read_number(f"1 {word}", 0) if word.isascii() and word.isalpha() else None
        if read is not None and read.end == len(word) + 2 and (read.number.nominal or 0) > 1:
            yield word, float(read.number.nominal or 1)


def _unit_of(named: Named, units: UnitTable) -> Unit | None:
    """Return the unit that a key names at its end: ``latency_ms``, ``amount (EUR)``."""
    key = named.figure.datum.keys[-1] if named.figure.datum.keys else ""
    parts = [part for part in key.replace("(", "_").replace("[", "_").replace(" ", "_").split("_") if part.strip(")]")]
    return units.spelt(parts[-1].strip(")]")) if len(parts) > 1 else None
