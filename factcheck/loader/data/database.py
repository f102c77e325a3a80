"""SQLite files, and queries over tables: read only, without functions that reach outside, bounded in time and memory.

A query is text from strangers. It runs on a connection that may only select (an authorizer refuses all else), that
knows no file but the one it was opened on, and that is ended after so many steps of SQLite's own machine.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factcheck.diagnostics import Problem
from factcheck.loader.data.found import NO_NUMBER, NO_QUERY, NOT_FOUND, NOT_READ, Found
from factcheck.loader.data.numbers import digits_of, is_number, plain
from factcheck.loader.data.rows import MAX_ROWS, Rows
from factcheck.suggest import nearest

MAX_STEPS = 200_000_000
"""Steps of SQLite's machine after which a query is ended; some seconds."""
STEPS_A_CALL = 100_000
MAX_QUERY = 10_000
MAX_CELL = 1_000_000
MAX_MEMORY = 1_000_000_000
MAX_WHOLE = 2**63

_NAMES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
_READS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
_REACHING = ("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "zeroblob", "randomblob")
_CHANGING = ("random", "date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff")
_CLOCKS = ("current_date", "current_time", "current_timestamp")
_REFUSED = frozenset({*_REACHING, *_CHANGING, *_CLOCKS})
"""Functions that reach outside, or whose answer is another one tomorrow."""


def read_database(path: Path, table: str) -> Rows:
    """Return a table or view of a SQLite file as rows, with the number of each.

    Raises Problem FC521 where the file is no database, FC522 for an unknown table.
    """
    with closing(_opened(path)) as connection, _faults():
        names = [name for (name,) in connection.execute(_NAMES)]
        if table not in names:
            raise _unknown_table(table, names)
        _guard(connection)
        cursor = connection.execute(f"SELECT * FROM {_name(table)} LIMIT {MAX_ROWS + 1}")  # noqa: S608 - a known name
        columns = tuple(column[0] for column in cursor.description)
        rows = [(number, cells) for number, cells in enumerate(cursor, 1)]
    if len(rows) > MAX_ROWS:
        raise Problem(NOT_READ, f"more than {MAX_ROWS:,} rows")
    return Rows(columns, rows, "row")


def tables_of(path: Path) -> list[str]:
    """Return the names of the tables and views of a SQLite file. Raises Problem FC521 where it is no database."""
    with closing(_opened(path)) as connection, _faults():
        return [name for (name,) in connection.execute(_NAMES)]


def query_file(path: Path, sql: str) -> Found:
    """Return the one number that a query over a SQLite file gives. Raises Problem FC525 where it gives none."""
    with closing(_opened(path)) as connection:
        return _one(connection, sql)


def query_tables(tables: Mapping[str, Rows], sql: str) -> Found:
    """Return the one number that a query over tables, by name, gives. Raises Problem FC525 where it gives none."""
    with closing(sqlite3.connect(":memory:")) as connection:
        with _faults():
            for name, rows in tables.items():
                _load(connection, name, rows)
            connection.commit()
        return _one(connection, sql)


def _unknown_table(table: str, names: list[str]) -> Problem:
    near = nearest(table, names[:1000])
    listed = ", ".join(f"`{name}`" for name in names[:8])
    message = f"no table `{table}`" if table else "name a table of the database: `table: …`"
    return Problem(NOT_FOUND, message, help=f"did you mean `{near}`?" if near else f"its tables: {listed}")


def _opened(path: Path) -> sqlite3.Connection:
    """Open a file that is never written to, and whose own views and triggers are not trusted."""
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _load(connection: sqlite3.Connection, name: str, rows: Rows) -> None:
    columns = ", ".join(_name(column) for column in rows.columns)
    places = ", ".join("?" for _ in rows.columns)
    connection.execute(f"CREATE TABLE {_name(name)} ({columns})")
    width = len(rows.columns)
    filled = (tuple(_cell(cells[i] if i < len(cells) else None) for i in range(width)) for _, cells in rows.rows)
    connection.executemany(f"INSERT INTO {_name(name)} VALUES ({places})", filled)  # noqa: S608 - quoted names


def _cell(cell: Any) -> Any:
    """Give numbers to SQLite as numbers, so that they add up and compare; the rest as it is written."""
    if not isinstance(cell, str):
        return cell if cell is None or isinstance(cell, int | float) else str(cell)
    if not is_number(cell):
        return str(cell) if cell else None
    digits = plain(digits_of(cell))
    whole = "." not in digits and abs(int(digits)) < MAX_WHOLE
    return int(digits) if whole else float(Decimal(digits))


def _one(connection: sqlite3.Connection, sql: str) -> Found:
    if len(sql) > MAX_QUERY:
        raise Problem(NO_QUERY, f"the query is longer than {MAX_QUERY:,} characters")
    _guard(connection)
    with _faults():
        rows = connection.execute(sql).fetchmany(2)
    if not rows:
        raise Problem(NO_QUERY, "the query gives no row")
    if len(rows) > 1 or len(rows[0]) != 1:
        what = "several rows" if len(rows) > 1 else f"{len(rows[0])} columns"
        cure = "select one value: `select sum(…) from …`"
        raise Problem(NO_QUERY, f"the query gives {what}: one number is needed", help=cure)
    try:
        return Found(plain(digits_of(rows[0][0])), " ".join(sql.split()))
    except Problem as problem:
        raise Problem(NO_NUMBER, f"the query gives {problem.message}") from None


def _guard(connection: sqlite3.Connection) -> None:
    """Let a connection read and nothing else, for so long and in so much memory."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA hard_heap_limit = {MAX_MEMORY}")
    calls = iter(range(MAX_STEPS // STEPS_A_CALL))
    connection.set_progress_handler(lambda: next(calls, None) is None, STEPS_A_CALL)
    connection.set_authorizer(_allowed)


def _allowed(action: int, _first: str | None, second: str | None, *_: object) -> int:
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _REFUSED:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY


@contextmanager
def _faults() -> Iterator[None]:
    """Turn what SQLite says into our messages."""
    try:
        yield
    except sqlite3.OperationalError as error:
        late = "interrupted" in str(error)
        message = "the query takes too long" if late else f"the query cannot be run: {error}"
        raise Problem(NO_QUERY, message) from None
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error) or "malformed" in str(error):
            raise Problem(NOT_READ, "not a SQLite database, or a damaged one") from None
        raise Problem(NO_QUERY, f"the query is refused: {error}", help="a query may only read: `select …`") from None
    except (sqlite3.Error, ValueError, OverflowError) as error:
        raise Problem(NO_QUERY, f"the query cannot be run: {error}") from None


def _name(name: str) -> str:
    """Quote a name for SQL."""
    return '"' + name.replace('"', '""').replace("\0", "") + '"'
