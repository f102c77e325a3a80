"""Findings and errors as tables of Arrow: what the extra ``[archive]`` brings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report.table.columns import ERRORS, FINDINGS, Column
from factcheck.report.table.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa


def findings_schema() -> "pa.Schema":
    """Return the schema of findings."""
    return _schema(FINDINGS)


def errors_schema() -> "pa.Schema":
    """Return the schema of errors."""
    return _schema(ERRORS)


def table(rows: Sequence[Row], schema: "pa.Schema") -> "pa.Table":
    """Return rows as a table; what a row does not have is null."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.Table.from_pylist(list(rows), schema=schema)


def _schema(columns: Sequence[Column]) -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.schema([_field(column) for column in columns])


def _field(column: Column) -> "pa.Field":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if column.parts:
        kind: pa.DataType = pa.struct([_field(part) for part in column.parts])
        return pa.field(column.name, pa.list_(kind) if column.many else kind)
    kind = pa.list_(pa.string()) if column.type == "list<string>" else pa.type_for_alias(column.type)
    return pa.field(column.name, kind)
