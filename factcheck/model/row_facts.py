"""Facts by the thousand, from the rows of a data file: kept as rows, and made into facts when their thing is asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck.frozen import dataclass
from factcheck.model.fact import Fact, Series
from factcheck.source import Place, Text

Row = Sequence[str | int]
"""A fact: its series by number, the line (or number of the row), the digits, then the value of each qualifier."""

Load = Callable[[str], Sequence[Row]]
"""Gives the rows of a thing."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a row stands: a line of a text file, or a row or item that is counted."""

    unit: str
    number: int

    def __str__(self) -> str:
        """Return it as a page of a source: ``line 12``."""
        return f"{self.unit} {self.number}"


class RowFacts:
    """The facts that a pack takes from rows, by the key of their thing. ``load`` is called when one is asked for."""

    def __init__(self, things: Sequence[str] = (), series: Sequence[Series] = (), load: Load | None = None) -> None:
        self.things, self.series = dict.fromkeys(things), tuple(series)
        self._load = load
        self._rows: dict[str, Sequence[Row]] = {}
        self._facts: dict[tuple[str, str], tuple[Fact, ...]] = {}

    def __contains__(self, thing: str) -> bool:
        """Whether a thing has facts from rows; nothing is read for it."""
        return thing in self.things

    def attributes(self, thing: str) -> tuple[str, ...]:
        """Return the attributes of which a thing has facts."""
        return tuple(dict.fromkeys(self.series[int(row[0])].attribute for row in self.rows(thing)))

    def of(self, thing: str, attribute: str) -> tuple[Fact, ...]:
        """Return the facts of an attribute, in the order of the rows."""
        key = (thing, attribute)
        if key not in self._facts:
            numbered = {number for number, one in enumerate(self.series) if one.attribute == attribute}
            self._facts[key] = tuple(_fact(thing, row, self.series) for row in self.rows(thing) if row[0] in numbered)
        return self._facts[key]

    def all(self, thing: str) -> Iterator[Fact]:
        """Give all facts of a thing."""
        for attribute in self.attributes(thing):
            yield from self.of(thing, attribute)

    def rows(self, thing: str) -> Sequence[Row]:
        """Return the rows of a thing."""
        if thing not in self.things or self._load is None:
            return ()
        if thing not in self._rows:
            self._rows[thing] = self._load(thing)
        return self._rows[thing]

    def data(self) -> dict[str, Sequence[Row]]:
        """Return all rows by thing, as they are kept."""
        return {thing: self.rows(thing) for thing in self.things}


def kept(rows: Mapping[str, Sequence[Row]], series: Sequence[Series]) -> RowFacts:
    """Return facts whose rows are at hand."""
    return RowFacts(tuple(rows), series, rows.__getitem__)


def _fact(thing: str, row: Row, series: Sequence[Series]) -> Fact:
    number, line, digits, *qualifiers = row
    of = series[int(number)]
    return Fact(
        thing,
        of.attribute,
        _value(str(digits), int(line), of),
        of.source,
        when=tuple((name, str(value)) for name, value in zip(of.when, qualifiers, strict=True) if value),
        status=of.status,
        exact=of.exact,
        note=of.note,
        page=f"{of.name}, {Line(of.counted, int(line))}",
        accessed=of.accessed,
    )


def _value(digits: str, line: int, of: Series) -> Text:
    place = Place(of.file.path, line, 1) if of.counted == "line" else of.file
    return Text(f"{digits} {of.unit.value}".rstrip(), place, verbatim=False)
