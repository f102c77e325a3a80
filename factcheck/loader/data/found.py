"""What is asked of a data file, and the number that answers."""

from typing import Literal

from factcheck.frozen import dataclass
from factcheck.source import Text

Take = Literal["", "sum", "mean", "median", "min", "max", "count"]

MAX_LIST = 1000
"""How many values a list has at most."""

NOT_READ = "FC521"
"""The file is not what its name says."""
NOT_FOUND = "FC522"
"""No such key, column, row or table."""
SEVERAL = "FC523"
"""Several rows fit, and nothing says what to make of them."""
NO_NUMBER = "FC524"
"""What was found is no number."""
NO_QUERY = "FC525"
"""The query cannot be run, or takes too long."""
NO_FACT = "FC526"
"""A row of a pack's data is no fact."""
DISAGREE = "FC527"
"""Two places of data tell different values of the same."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Which number of a file is meant.

    ``at`` is a path into JSON; ``table`` a table of SQLite or a sheet; ``where`` keeps the rows whose columns have one
    of the values; ``column`` is read in them, and ``take`` makes one number of several; ``sql`` is a query instead.
    """

    at: Text | None = None
    table: Text | None = None
    where: tuple[tuple[Text, tuple[str, ...]], ...] = ()
    column: Text | None = None
    take: Take = ""
    sql: Text | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a file: its digits as a plain decimal, how it was found, and its line there (0: not one line).

    A list of numbers has ``items`` instead, and the line of each, where they have one.
    """

    digits: str
    where: str
    line: int = 0
    items: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
