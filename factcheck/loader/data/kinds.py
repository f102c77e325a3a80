"""The kinds of data files, by the endings of their names."""

KINDS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".xlsx": "workbook",
    ".xls": "workbook",
    ".ods": "workbook",
    ".parquet": "parquet",
}

TEXTS = frozenset({"json", "jsonl", "csv", "tsv"})
"""Kinds that are text, with lines."""


def kind_of(name: str) -> str:
    """Return the kind that a file's name tells, or nothing."""
    return KINDS.get("." + name.rpartition(".")[2].lower(), "")


def is_data(name: str) -> bool:
    """Whether a file's name is that of a data file; hidden files are not."""
    return bool(kind_of(name)) and not name.startswith(".")
