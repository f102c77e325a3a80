"""Data files as sources: a number of a JSON, CSV or SQLite file, found by a path, a row or a query, with its place."""
