"""Claim files as they were written: frozen data, every scalar with its place."""

from dataclasses import field

from factcheck.frozen import dataclass
from factcheck.model.report import Ignore
from factcheck.source import Place, Text


@dataclass(frozen=True, slots=True)
class DataPlace:
    """Where a number stands in a data file: the file, the path, row or query, the line (0: several, or none), a day.

    ``lines`` are those of the values of a list, where each has one; ``beside`` are other files that its query names.
    """

    file: str
    where: str
    line: int = 0
    date: str = ""
    lines: tuple[int, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Premise:
    """A number that the article assumes (``given``); ``value`` is None when it is not known.

    ``of`` says what it is a value of (``Dojo.compute``), ``within`` names the premise that it is a part of. ``data``
    tells where in a data file the value was read; such a value is exact, unless its file says otherwise. What is
    ``exact`` has no tolerance. ``items`` are the values of a list that was read there.
    """

    name: str
    value: Text | None
    place: Place
    note: str = ""
    quote: str = ""
    of: str = ""
    within: str = ""
    data: DataPlace | None = None
    exact: bool = False
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an article, or a quoted number that is exempt with a reason."""

    id: str
    place: Place
    quote: str = ""
    says: Text | None = None
    exempt: Text | None = None
    shows: Text | None = None
    expect: str | None = None
    note: str = ""
    given: tuple[Premise, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of the article under check; ``file`` is its text, which the claims quote."""

    title: str = ""
    language: str = ""
    url: str = ""
    date: Text | None = None
    file: Text | None = None


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """One file of claims. ``use`` names the packs; empty means every pack found.

    ``broken`` are the ids of claims that could not be read, ``ignores`` those of the file and of its claims, ``data``
    the paths of its data files from the project's folder.
    """

    path: str
    article: Article = field(default_factory=Article)
    use: tuple[Text, ...] = ()
    given: tuple[Premise, ...] = ()
    claims: tuple[Claim, ...] = ()
    broken: tuple[str, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    data: tuple[str, ...] = ()
