"""All numbers of a data file, each with what asks for it and the names that it has there: keys, columns, labels."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice
from typing import Any

from factcheck.diagnostics import Problem
from factcheck.frozen import dataclass
from factcheck.loader.data.files import DataFile
from factcheck.loader.data.found import Pick, Take
from factcheck.loader.data.json_file import Digits
from factcheck.loader.data.numbers import digits_of
from factcheck.loader.data.path import written
from factcheck.loader.data.rows import Rows, cell_of
from factcheck.source import Place, Text

MAX_NUMBERS = 200_000
"""How many numbers of a file are looked at."""
MAX_ROWS = 100_000
"""How many rows of a table; what the columns of a longer one come to is not worked out."""
MAX_COLUMNS = 500
"""How many columns of a table."""
MAX_LABELS = 6
"""How many columns of a table are tried as labels of its rows."""
MAX_GROUPS = 200
"""A column with more values than this is none that rows are grouped by."""
MAX_DEPTH = 40

_NOWHERE = Place("")
_PLAIN_KEY = re.compile(r"[^.\[\]\"]+")
_PLAIN_VALUE = re.compile(r"[^\[\],=\"\s](?:[^\[\],=\"]*[^\[\],=\"\s])?")


@dataclass(frozen=True, slots=True)
class Datum:
    """A number of a data file: its value as a float, which finds candidates only, and the names that it has.

    ``keys`` name what it is (a key, a column), ``labels`` of what (a row, an item). ``group`` names the column or list
    that it is in, ``several`` says that it is made of several values.
    """

    pick: Pick
    value: float
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    group: str
    several: bool = False


class Contents:
    """The numbers of a file; ``more`` says that it has more of them than were looked at."""

    def __init__(self, file: DataFile) -> None:
        """Read a file. Raises Problem where it cannot be read."""
        self.file = file
        self.numbers: list[Datum] = []
        self.more = False
        for datum in self._all():
            if len(self.numbers) == MAX_NUMBERS:
                self.more = True
                break
            self.numbers.append(datum)

    def _all(self) -> Iterator[Datum]:
        if self.file.kind == "json":
            yield from _of_tree(self.file.tree(), "", (), (), 0)
            return
        tables = self.file.tables()
        for name in tables:
            pick = Pick(table=_text(name)) if len(tables) > 1 or self.file.kind == "sqlite" else Pick()
            try:
                table = self.file.table(pick)
            except Problem:
                if len(tables) == 1:
                    raise
                continue  # an empty sheet among others
            rows = Rows(table.columns, table.rows[:MAX_ROWS], table.unit)
            for one in _of_rows(rows, whole=len(table.rows) <= MAX_ROWS):
                if pick.table is None:
                    yield one
                else:
                    named = f"{name}.{one.group}"
                    yield replace(one, pick=replace(one.pick, table=pick.table), keys=(name, *one.keys), group=named)


def _of_tree(value: Any, path: str, keys: tuple[str, ...], labels: tuple[str, ...], depth: int) -> Iterator[Datum]:
    """Yield the numbers below a value of JSON, and what its lists of numbers come to."""
    if isinstance(value, Digits):
        number = _float(value)
        if number is not None and path:
            yield Datum(Pick(at=_text(path)), number, keys, labels, ".".join(keys))
    elif depth >= MAX_DEPTH:
        return
    elif isinstance(value, dict):
        for key, below in value.items():
            step = (f".{key}" if path else key) if _PLAIN_KEY.fullmatch(key) else f'["{key}"]'
            if '"' not in key and key:
                yield from _of_tree(below, path + step, (*keys, key), labels, depth + 1)
    elif isinstance(value, list):
        yield from _of_list(value, path, keys, labels, depth)


def _of_list(
    items: list[Any], path: str, keys: tuple[str, ...], labels: tuple[str, ...], depth: int
) -> Iterator[Datum]:
    if items and all(isinstance(item, dict) for item in items):
        for step, label, item in _labelled(items):
            yield from _of_tree(item, path + step, keys, (*labels, *label), depth + 1)
        for key in islice(items[0], MAX_COLUMNS):
            pick = Pick(at=_text(path) if path else None, column=_text(key))
            yield from _taken([_float(item.get(key)) for item in items], pick, (*keys, key), labels)
        return
    for index, item in enumerate(items):
        yield from _of_tree(item, f"{path}[{index}]", keys, labels, depth + 1)
    if path:
        yield from _taken([_float(item) for item in items], Pick(at=_text(path)), keys, labels)


def _labelled(items: list[dict[str, Any]]) -> Iterator[tuple[str, tuple[str, ...], dict[str, Any]]]:
    """Yield the items of a list with a step that leads to each, by its name where one tells it from the others."""
    keys = [key for key in islice(items[0], MAX_COLUMNS) if _PLAIN_KEY.fullmatch(key)]
    texts = [key for key in keys if all(_is_text(item.get(key)) for item in items)]
    counts = [key for key in keys[:-1] if all(_is_count(item.get(key)) for item in items)]
    columns = [*texts, *counts]
    rows = [[str(item[key]) for key in columns] for item in items]
    chosen = _telling(rows, [at for at in range(len(columns)) if all(_PLAIN_VALUE.fullmatch(row[at]) for row in rows)])
    for index, (item, row) in enumerate(zip(items, rows, strict=True)):
        pairs = ", ".join(f"{columns[at]}={row[at]}" for at in chosen)
        own = [value for value in item.values() if _is_text(value)]
        own += [row[at] for at in chosen if columns[at] in counts]
        yield (f"[{pairs}]" if chosen else f"[{index}]"), tuple(own), item


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Digits)


def _is_count(value: Any) -> bool:
    return isinstance(value, Digits) and value.isdigit()


def _telling(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> tuple[int, ...]:
    """Return the fewest of some columns, at most three, by which all rows differ; none where there are no such."""
    for size in (1, 2, 3):
        for chosen in combinations(columns[:MAX_LABELS], size):
            if len({tuple(row[at] for at in chosen) for row in rows}) == len(rows):
                return chosen
    return ()


class _Table:
    """The columns of a table: those with numbers, and those whose cells are labels of the rows."""

    def __init__(self, table: Rows) -> None:
        often = Counter(table.columns)
        width = min(MAX_COLUMNS, len(table.columns))
        names = [at for at, name in enumerate(table.columns[:width]) if name and often[name] == 1]
        self.columns = table.columns
        self.rows = [[cell_of(row, at) for at in range(width)] for _, row in table.rows]
        measured = [
            at for at in names if self.rows and all(_float(row[at]) is not None for row in self.rows if row[at])
        ]
        texts = [at for at in names if at not in measured]
        # a number tells rows apart where a measure follows it: a year, a version, a count of keys
        counts = [at for at in measured[:-1] if at == names[0] or all(row[at].isdigit() for row in self.rows)]
        self.telling = _telling(self.rows, [*texts, *counts])
        self.labels = [*texts, *(at for at in self.telling if at not in texts)]
        self.measured = [at for at in measured if at not in self.telling]

    def single(self, at: int) -> Iterator[Datum]:
        """Yield the numbers of a column, where labels tell the rows apart."""
        for row in self.rows if self.telling else ():
            number = _float(row[at])
            if number is not None:
                pick = self._where(at, row, self.telling)
                yield Datum(pick, number, (self.columns[at],), self._labels(row), self.columns[at])

    def together(self, at: int) -> Iterator[Datum]:
        """Yield what a column comes to, whole and for each label."""
        yield from _taken([_float(row[at]) for row in self.rows], self._where(at), (self.columns[at],), ())
        for label in self.labels[:MAX_LABELS]:
            groups: defaultdict[str, list[list[str]]] = defaultdict(list)
            for row in self.rows:
                groups[row[label]].append(row)
            for value, rows in groups.items() if 1 < len(groups) <= MAX_GROUPS else ():
                pick = self._where(at, rows[0], (label,))
                yield from _taken([_float(row[at]) for row in rows], pick, (self.columns[at],), (value,))

    def _labels(self, row: Sequence[str]) -> tuple[str, ...]:
        return tuple(row[at] for at in self.labels if row[at])

    def _where(self, at: int, row: Sequence[str] = (), by: Sequence[int] = ()) -> Pick:
        """Return what asks for a column in the rows that have the labels of one."""
        return Pick(where=tuple((_text(self.columns[one]), (row[one],)) for one in by), column=_text(self.columns[at]))


def _of_rows(rows: Rows, *, whole: bool) -> Iterator[Datum]:
    """Yield the numbers of a table by their labels, and what its columns come to."""
    table = _Table(rows)
    for at in table.measured:
        yield from table.single(at)
        if whole:
            yield from table.together(at)


def _taken(
    found: Sequence[float | None], pick: Pick, keys: tuple[str, ...], labels: tuple[str, ...]
) -> Iterator[Datum]:
    """Yield what several values come to, where all are numbers."""
    ordered = sorted(number for number in found if number is not None)
    if len(ordered) < max(2, len(found)):
        return
    total = sum(ordered)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    results: dict[Take, float] = {
        "sum": total,
        "mean": total / len(ordered),
        "median": middle,
        "min": ordered[0],
        "max": ordered[-1],
    }
    for take, value in results.items():
        made = Pick(pick.at, pick.table, pick.where, pick.column, take)
        yield Datum(made, value, keys, labels, f"{take} {'.'.join(keys)}", several=True)


def _text(value: str) -> Text:
    return Text(value, _NOWHERE, verbatim=False)


def _float(value: Any) -> float | None:
    """Return a number as a float; None for what is none."""
    if value is None or isinstance(value, bool | dict | list):
        return None
    try:
        return float(digits_of(written(value)))
    except Problem:
        return None
