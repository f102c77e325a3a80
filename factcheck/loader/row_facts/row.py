"""One row of a data file as a fact: which column, or which words of the pack, give each part of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.diagnostics import Problem
from factcheck.frozen import dataclass as frozen
from factcheck.loader.data.found import NO_FACT
from factcheck.loader.data.numbers import digits_of, plain
from factcheck.loader.data.rows import Rows, cell_of, column_of
from factcheck.loader.row_facts.made import MadeThings
from factcheck.loader.tree import Mapping
from factcheck.model.fact import Series
from factcheck.source import Place, Text

DATE = "date"
MAX_CELL = 200
RESERVED = frozenset({"names", "family", "units", "parts", "note"})

Cells = Sequence[Any]


@frozen(frozen=True, slots=True)
class Part:
    """What gives a part of a fact: a column, else the words of the pack."""

    text: Text
    column: int | None = None

    def of(self, cells: Cells) -> Text:
        """Return the part as a row has it."""
        return self.text if self.column is None else Text(cell_of(cells, self.column), self.text.place, verbatim=False)


class Columns:
    """The parts of the facts of a table. Raises Problem FC522 or FC523 for a column that is needed and not there."""

    def __init__(self, form: Mapping, table: Rows) -> None:
        self._form, self._table = form, table
        self.thing, self.value = self._needed("thing"), self._needed("value")
        self.attribute, self.unit = self._free("attribute", form), self._free("unit", form)
        when = {key.text: self._free(key.text, form.mapping("when")) for key, _ in form.mapping("when").pairs}
        if form.get(DATE) is not None:
            when[DATE] = self._free(DATE, form)
        self.when = tuple(sorted(when.items()))
        names = form.mapping("names")
        self.names = tuple((key.text, self._column(names, key.text)) for key, _ in names.pairs)

    def _needed(self, key: str) -> int:
        return self._column(self._form, key)

    def _column(self, form: Mapping, key: str) -> int:
        return column_of(self._table, form.text(key) or Text("", form.place))

    def _free(self, key: str, form: Mapping) -> Part:
        """Return what is a column if there is one of this name, else a word for all rows; so is that of the value."""
        text = form.text(key) or Text("", form.place)
        is_column = text.value in self._table.columns and text.value != self._form.word("value")
        if is_column or (key == DATE and not text.value[:1].isdigit()) or self._is_misspelt(key, text.value):
            return Part(text, column_of(self._table, text))
        return Part(text)

    def _is_misspelt(self, key: str, word: str) -> bool:
        """Whether an attribute is a column but for capitals, and not that of the value."""
        own = self._form.word("value")
        same = (name for name in self._table.columns if name.casefold() == word.casefold() and name != own)
        return key == "attribute" and word != own and any(same)


@frozen(frozen=True, slots=True)
class RowFact:
    """A fact as a row has it; ``qualifiers`` are the values of those that its series names."""

    thing: str
    series: Series
    digits: str
    qualifiers: tuple[str, ...]


@dataclass(slots=True)
class RowReader:
    """Reads the rows of a file, one at a time."""

    form: Mapping
    columns: Columns
    made: MadeThings
    file: Place
    counted: str
    _series: dict[tuple[str, str], Series] = field(default_factory=dict)

    def read(self, number: int, cells: Cells) -> RowFact | None:
        """Return the fact of a row; None for one without a value. Raises Problem FC524 or FC526."""
        columns = self.columns
        value = cells[columns.value] if columns.value < len(cells) else None
        if value is None or not str(value).strip():
            return None
        digits = digits_of(value)
        digits = plain(digits) if self.form.word("digits", "exact") == "exact" else digits
        thing = self._thing(number, cells)
        series = self._series_of(_filled(columns.attribute.of(cells), "attribute"), columns.unit.of(cells))
        qualifiers = tuple(self._qualifier(name, part, cells) for name, part in columns.when)
        return RowFact(thing, series, digits, qualifiers)

    def _thing(self, number: int, cells: Cells) -> str:
        code = cell_of(cells, self.columns.thing)
        if not code:
            raise Problem(NO_FACT, "the row names no thing", help="fill the cell, or leave out rows with `where:`")
        names = tuple((language, cell_of(cells, column)) for language, column in self.columns.names)
        place = Place(self.file.path, number, 1) if self.counted == "line" else self.file
        return self.made.key(code, tuple(pair for pair in names if pair[1]), self.form.word("family"), place)

    def _series_of(self, attribute: str, unit: Text) -> Series:
        key = (attribute, unit.value)
        if key not in self._series:
            self._series[key] = self._new_series(attribute, unit)
        return self._series[key]

    def _new_series(self, attribute: str, unit: Text) -> Series:
        if not (attribute.isidentifier() and attribute not in RESERVED):
            cure = "write letters, digits and `_`"
            raise Problem(NO_FACT, f"`{attribute[:40]}` is no name of an attribute", help=cure)
        form = self.form
        return Series(
            attribute,
            unit,
            self.file,
            form.word("from"),
            form.word("source"),
            tuple(name for name, _ in self.columns.when),
            exact=form.word("digits", "exact") == "exact",
            counted=self.counted,
            status=form.word("status", "confirmed"),
            note=form.word("note"),
            accessed=form.word("accessed"),
        )

    @staticmethod
    def _qualifier(name: str, part: Part, cells: Cells) -> str:
        return _filled(part.of(cells), name) if name == DATE else part.of(cells).value


def _filled(text: Text, name: str) -> str:
    """Return a part that no fact is without."""
    if not text.value:
        raise Problem(NO_FACT, f"the row has no {name}", help="fill the cell, or leave out such rows with `where:`")
    if len(text.value) > MAX_CELL:
        raise Problem(NO_FACT, f"the {name} is longer than {MAX_CELL} characters")
    return text.value
