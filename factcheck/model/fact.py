"""Facts with their sources, written in a pack or taken from the rows of a data file."""

from factcheck.frozen import dataclass
from factcheck.source import Place, Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. ``tier`` is primary, secondary or press, ``accessed`` the day on which it was read."""

    key: str
    title: str
    url: str = ""
    date: str = ""
    tier: str = "secondary"
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A sourced value of an attribute of a thing, for certain qualifiers (sorted by name).

    ``page`` is where in its source it stands, ``accessed`` when it was read there; ``also`` are sources that say the
    same. ``allowed``: the error is what the pack allows for figures that are revised, and not the source's.
    """

    thing: str
    attribute: str
    value: Text
    source: str
    when: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    status: str = "confirmed"
    exact: bool = False
    error: Text | None = None
    note: str = ""
    page: str = ""
    accessed: str = ""
    also: tuple[str, ...] = ()
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """What facts from rows of a data file have in common: the file, the attribute, the unit.

    ``file`` is its place, ``name`` how the pack calls it; ``when`` names the qualifiers that each row has a value of;
    ``counted`` says what the number of a row counts (line, row, item).
    """

    attribute: str
    unit: Text
    file: Place
    name: str
    source: str
    when: tuple[str, ...] = ()
    exact: bool = True
    counted: str = "line"
    status: str = "confirmed"
    note: str = ""
    accessed: str = ""
