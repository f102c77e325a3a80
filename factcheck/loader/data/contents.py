"""All numbers of a data file, each with what asks for it and the names that it has there: keys, columns, labels."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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
        else:
            table = self.file.table(Pick())
            yield from _of_rows(
                Rows(table.columns, table.rows[:MAX_ROWS], table.unit), whole=len(table.rows) <= MAX_ROWS
            )


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
            values = [number for item in items if (number := _float(item.get(key))) is not None]
            if len(values) == len(items):
                pick = Pick(at=_text(path) if path else None, column=_text(key))
                yield from _taken(values, pick, (*keys, key), labels)
        return
    for index, item in enumerate(items):
        yield from _of_tree(item, f"{path}[{index}]", keys, labels, depth + 1)
    numbers = [number for item in items if (number := _float(item)) is not None]
    if len(numbers) == len(items) and path:
        yield from _taken(numbers, Pick(at=_text(path)), keys, labels)


def _labelled(items: list[dict[str, Any]]) -> Iterator[tuple[str, tuple[str, ...], dict[str, Any]]]:
    """Yield the items of a list with a step that leads to each, by its name where one tells it from the others."""
    texts = [key for key, value in items[0].items() if isinstance(value, str) and not isinstance(value, Digits)]
    columns = [key for key in texts if _PLAIN_KEY.fullmatch(key) and all(_is_name(item.get(key)) for item in items)]
    chosen = _telling([[str(item[key]) for key in columns] for item in items], len(columns))
    for index, item in enumerate(items):
        own = tuple(value for value in item.values() if isinstance(value, str) and not isinstance(value, Digits))
        pairs = ", ".join(f"{columns[at]}={item[columns[at]]}" for at in chosen)
        yield (f"[{pairs}]" if chosen else f"[{index}]"), own, item


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Digits) and bool(_PLAIN_VALUE.fullmatch(value))


def _telling(rows: Sequence[Sequence[str]], count: int) -> tuple[int, ...]:
    """Return the fewest columns, at most three, by which all rows differ; none where there are no such."""
    for size in (1, 2, 3):
        for chosen in combinations(range(min(count, MAX_LABELS)), size):
            if len({tuple(row[at] for at in chosen) for row in rows}) == len(rows):
                return chosen
    return ()


def _of_rows(table: Rows, *, whole: bool) -> Iterator[Datum]:
    """Yield the numbers of a table by their labels, and what columns come to, whole and for each label."""
    often = Counter(table.columns)
    names = [at for at, name in enumerate(table.columns[:MAX_COLUMNS]) if name and often[name] == 1]
    cells = [[cell_of(row, at) for at in range(min(MAX_COLUMNS, len(table.columns)))] for _, row in table.rows]
    measured = [at for at in names if cells and all(_float(row[at]) is not None for row in cells if row[at])]
    texts = [at for at in names if at not in measured]
    # a number tells rows apart where a measure follows it: a year, a version, a count of keys
    labels = [*texts, *(at for at in measured[:-1] if at == names[0] or all(row[at].isdigit() for row in cells))]
    chosen = _telling([[row[at] for at in labels] for row in cells], len(labels))
    telling = {labels[one] for one in chosen}
    labels = [at for at in labels if at in texts or at in telling]
    chosen = tuple(labels.index(at) for at in sorted(telling, key=labels.index))
    for at in measured:
        if at in telling:
            continue
        column = table.columns[at]
        for row in cells if chosen else ():
            number = _float(row[at])
            where = tuple((table.columns[labels[one]], row[labels[one]]) for one in chosen)
            if number is not None:
                own = tuple(row[one] for one in labels if row[one])
                yield Datum(_where(column, where), number, (column,), own, column)
        if whole:
            yield from _of_column(table, cells, at, labels)


def _of_column(table: Rows, cells: list[list[str]], at: int, labels: list[int]) -> Iterator[Datum]:
    column = table.columns[at]
    numbers = [_float(row[at]) for row in cells]
    if all(number is not None for number in numbers):
        yield from _taken([one for one in numbers if one is not None], Pick(column=_text(column)), (column,), ())
    for label in labels[:MAX_LABELS]:
        groups: defaultdict[str, list[float | None]] = defaultdict(list)
        for row, number in zip(cells, numbers, strict=True):
            groups[row[label]].append(number)
        if not 1 < len(groups) <= MAX_GROUPS:
            continue
        for value, found in groups.items():
            known = [one for one in found if one is not None]
            if len(known) == len(found) > 1:
                pick = _where(column, ((table.columns[label], value),))
                yield from _taken(known, pick, (column,), (value,))


def _taken(numbers: list[float], pick: Pick, keys: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[Datum]:
    """Yield what several numbers come to."""
    if len(numbers) < 2:  # noqa: PLR2004 - one is no several
        return
    ordered, total = sorted(numbers), sum(numbers)
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


def _where(column: str, pairs: Sequence[tuple[str, str]]) -> Pick:
    return Pick(where=tuple((_text(name), (value,)) for name, value in pairs), column=_text(column))


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
