"""Tables as Parquet, the same bytes for the same rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report.table.arrow import errors_schema, findings_schema, table
from factcheck.report.table.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa


def findings(rows: Sequence[Row]) -> bytes:
    """Return findings as a Parquet file."""
    return _written(rows, findings_schema())


def errors(rows: Sequence[Row]) -> bytes:
    """Return errors as a Parquet file."""
    return _written(rows, errors_schema())


def _written(rows: Sequence[Row], schema: "pa.Schema") -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415

    stream = pa.BufferOutputStream()
    parquet.write_table(table(rows, schema), stream, compression="zstd")
    return bytes(stream.getvalue())
