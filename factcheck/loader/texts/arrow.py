"""Texts of Arrow tables, record batches and Parquet files: what the extra ``[archive]`` brings."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from io import BufferedReader
from itertools import accumulate
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from factcheck.extras import told
from factcheck.loader.texts.columns import NoColumn, Wanted, listed
from factcheck.loader.texts.rows import Named, text_row, written
from factcheck.model.texts import TextRow

if TYPE_CHECKING:
    import pyarrow as pa

MAX_GROUP = 2 << 30
"""A row group whose texts unfold to more bytes is not read."""

_ROWS, _AT_ONCE = 256, 512 << 20
_PIECE = 1 << 16


class NoArrow(ImportError):  # noqa: N818 - a reason, not a crash
    """The extra ``[archive]`` is not installed."""


def arrow() -> Any:
    """Return pyarrow with what it needs for Parquet. Raises NoArrow where it is not installed."""
    try:
        import pyarrow.compute  # noqa: PLC0415 - an extra
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise NoArrow(told("an archive", "archive")) from None
    return pyarrow


def texts(found: "pa.Table | pa.RecordBatch", wanted: Wanted, source: str = "", first: int = 0) -> Iterator[TextRow]:
    """Yield the texts of a table; ``first`` is the row of the first one in its source.

    Raises NoColumn for a column that is not there, or of texts that are none.
    """
    text, name, day = wanted.among(names_of(found.schema))
    _holds_text(found, text)
    columns = [_values(_column(found, one)) if one else [None] * found.num_rows for one in (text, name, day)]
    for at, (value, known, when) in enumerate(zip(*columns, strict=True), first):
        yield text_row(Named(source, at, written(known), written(when)), value)


def names_of(schema: "pa.Schema") -> list[str]:
    """Return the names of columns, the fields of structs after a point."""
    return [name for field in schema for name in (field.name, *(f"{field.name}.{one.name}" for one in _fields(field)))]


def _fields(field: "pa.Field") -> "Sequence[pa.Field]":
    return list(field.type) if arrow().types.is_struct(field.type) else ()


def _column(found: Any, name: str) -> Any:
    """Return a column; a field of a struct has a point between: ``article.body``. Raises NoColumn."""
    names = found.schema.names
    _once([name], names)
    if name in names:
        return found.column(name)
    head, *inner = name.split(".")
    try:
        return arrow().compute.struct_field(found.column(head), inner)
    except (KeyError, arrow().ArrowException):
        raise NoColumn(f"no column `{name}`; {listed(names_of(found.schema))}") from None


def _once(wanted: Sequence[str], names: Sequence[str]) -> None:
    for name in wanted:
        if names.count(name) > 1:
            raise NoColumn(f"several columns are called `{name}`")


def _holds_text(found: Any, name: str) -> None:
    kind = _column(found, name).type
    if not is_text(kind):
        raise NoColumn(f"column `{name}` holds no text: its type is {kind}; {listed(names_of(found.schema))}")


def is_text(kind: Any) -> bool:
    """Whether values of a type are text, or bytes that may be."""
    types = arrow().types
    if types.is_dictionary(kind):
        return is_text(kind.value_type)
    return any(
        getattr(types, f"is_{name}")(kind)
        for name in ("string", "large_string", "string_view", "binary", "large_binary", "binary_view", "null")
    )


def _values(column: Any) -> Sequence[Any]:
    """Return a column as plain values, times as text; text that is not UTF-8 stays bytes."""
    pa = arrow()
    if pa.types.is_temporal(column.type):
        return _times(column)
    try:
        return cast("list[Any]", column.to_pylist())
    except UnicodeDecodeError:
        plain = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
        return cast("list[Any]", plain.cast(pa.large_binary()).to_pylist())
    except (ValueError, OverflowError, pa.ArrowException):  # what Python has no value for
        return [None] * len(column)


def _times(column: Any) -> Sequence[Any]:
    """Return days and times as text: Python has no value for all of them."""
    pa = arrow()
    try:
        return cast("list[Any]", column.cast(pa.string()).to_pylist())
    except pa.ArrowException:  # a zone that this machine does not know
        return cast("list[Any]", column.cast(pa.int64()).to_pylist())


class ParquetTexts:
    """A Parquet file: read a row group at a time, some texts at once."""

    def __init__(self, path: Path, wanted: Wanted) -> None:
        """Open a file. Raises NoColumn, or OSError or ValueError for a file that is no Parquet."""
        self._file = arrow().parquet.ParquetFile(path)
        schema = self._file.schema_arrow
        self._wanted = wanted.among(names_of(schema))
        heads = [name if name in schema.names else name.partition(".")[0] for name in filter(None, self._wanted)]
        self._columns = list(dict.fromkeys(heads))
        _once(self._columns, schema.names)
        list(texts(schema.empty_table().select(self._columns), self._wanted))

    @property
    def groups(self) -> int:
        """How many row groups it has."""
        return int(self._file.num_row_groups)

    def rows(self, group: int, source: str) -> Iterator[TextRow]:
        """Yield the texts of a row group. Raises ValueError or OSError where it cannot be read."""
        first = self.firsts[group]
        for batch in self._file.iter_batches(self._at_once(group), row_groups=[group], columns=self._columns):
            yield from texts(batch, self._wanted, source, first)
            first += batch.num_rows

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """The row at which each row group starts, and at last how many rows there are."""
        sizes = (int(self._file.metadata.row_group(group).num_rows) for group in range(self.groups))
        return tuple(accumulate(sizes, initial=0))

    def _at_once(self, group: int) -> int:
        """Return how many rows are read at once: no value is longer than all that its column unfolds to."""
        meta = self._file.metadata.row_group(group)
        columns = [meta.column(at) for at in range(meta.num_columns)]
        heads = {name.partition(".")[0] for name in self._columns}
        size = sum(int(one.total_uncompressed_size) for one in columns if one.path_in_schema.partition(".")[0] in heads)
        if size > MAX_GROUP:
            raise ValueError(f"a row group unfolds to more than {MAX_GROUP >> 30} GB")
        return max(1, min(_ROWS, _AT_ONCE // max(1, size)))


def zstd(raw: IO[bytes]) -> IO[bytes]:
    """Return what a stream of zstd unfolds to, piece by piece."""
    pa = arrow()
    return BufferedReader(pa.CompressedInputStream(pa.PythonFile(raw, mode="r"), "zstd"), _PIECE)
