"""Exchange rates of the day: those of the European Central Bank, as the package CurrencyConverter ships them.

It is the extra ``rates``, and is loaded when a text of a known date tells an amount in two currencies.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import NamedTuple

BEFORE, AFTER = 14, 3
"""So many days before and after its date a text may take its rates from."""
PACKAGE = "currency_converter"


@cache
def at_hand() -> bool:
    """Whether the package is installed; it is not loaded for that."""
    return find_spec(PACKAGE) is not None


def around(first: str, second: str, day: date) -> Sequence[Fraction]:
    """Return how much of the second currency one unit of the first was, on each day around one that has a rate."""
    if not at_hand():
        return ()
    found = converter()
    days = (day + timedelta(days=offset) for offset in range(-BEFORE, AFTER + 1))
    rates = (_rate(found, first, second, one) for one in days)
    return [rate for rate in rates if rate is not None]


class _Converter(NamedTuple):
    """What the package gives: a function of an amount, two currencies and a day, and what it raises for no rate."""

    convert: Callable[[int, str, str, date], Decimal]
    missing: type[Exception]


@lru_cache(maxsize=1)
def converter() -> _Converter:
    """Return the package, loaded once."""
    from currency_converter import CurrencyConverter, RateNotFoundError  # noqa: PLC0415 - reads two megabytes of rates

    return _Converter(CurrencyConverter(decimal=True).convert, RateNotFoundError)


def _rate(package: _Converter, first: str, second: str, day: date) -> Fraction | None:
    """Return the rate of a day; None for a day or a currency that has none."""
    try:
        return Fraction(package.convert(1, first, second, day))
    except (ValueError, package.missing):
        return None
