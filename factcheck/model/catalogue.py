"""What there is to write with, as it is listed: rules and functions, units."""

from factcheck.frozen import dataclass


@dataclass(frozen=True, slots=True)
class KnownRule:
    """A rule or a function as it is listed; ``pack`` is empty for a function, which has no symbols."""

    id: str
    pack: str
    title: str
    equation: str
    symbols: tuple[tuple[str, str], ...]
    example: str
    cite: str


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit as it is listed: its names, what it measures, one of it in base units."""

    name: str
    symbol: str
    names: tuple[str, ...]
    measures: str
    equals: str
