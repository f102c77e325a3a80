"""Amounts told again in another currency, in a text of a known date: held against the rates of those days."""

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import ModuleType

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.loader import rates
from factcheck.model.draft import DraftFinding
from factcheck.proofread.draft import proofread
from factcheck.proofread.opened import opened


class _NoRateError(Exception):
    """What the package raises for a day without a rate."""


class _Rates:
    """A package with made-up rates: a dollar is half a pound, a little more each day, and has none on Sundays."""

    def __init__(self, *, decimal: bool) -> None:
        assert decimal

    def convert(self, amount: int, first: str, second: str, day: date) -> Decimal:
        if {first, second} != {"USD", "GBP"}:
            raise ValueError(first)
        if day.weekday() == 6:
            raise _NoRateError
        dollar = Decimal("0.50") + Decimal(day.day) / 10_000
        return amount * (dollar if first == "USD" else 1 / dollar)


@pytest.fixture
def at_hand(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    package = ModuleType("currency_converter")
    vars(package).update(CurrencyConverter=_Rates, RateNotFoundError=_NoRateError)
    monkeypatch.setitem(sys.modules, "currency_converter", package)
    monkeypatch.setattr(rates, "at_hand", lambda: True)
    rates.converter.cache_clear()
    yield
    rates.converter.cache_clear()


def finding(text: str, engine: Engine, **options: str) -> DraftFinding | None:
    return next((one for one in proofread(text, engine, **options).findings if one.kind == "rate-of-day"), None)


@pytest.mark.usefixtures("at_hand")
def test_a_pair_is_verified_by_the_rates_of_its_days(engine: Engine) -> None:
    found = finding("They paid $1.2bn (£600m) for it.", engine, date="2005-03-15")
    assert found is not None
    assert (found.verdict, found.code) == ("pass", "FC613")
    assert found.message == (
        "$1.2bn for £600m makes 0.5 GBP/USD, as the rates of the European Central Bank around 2005-03-15, 0.49 to 0.512"
    )


@pytest.mark.usefixtures("at_hand")
def test_a_pair_that_is_off_is_worth_a_look_and_no_more(engine: Engine) -> None:
    found = finding("They paid $1.2bn (£800m) for it.", engine, date="2005-03-15")
    assert found is not None
    assert found.verdict == "query"
    assert found.reason == "banks and reports take other rates, and those of other days"
    assert found.calculation == ""


@pytest.mark.usefixtures("at_hand")
@pytest.mark.parametrize(
    "text",
    [
        "They paid $1.2bn (£600m) for it.",
        "They paid $1.2bn (€900m) for it, wrote a man on 15 March 2005.",
    ],
)
def test_without_a_date_or_a_rate_there_is_silence(engine: Engine, text: str) -> None:
    assert finding(text, engine) is None


@pytest.mark.usefixtures("at_hand")
def test_a_currency_without_a_rate_is_left_alone(engine: Engine) -> None:
    assert finding("They paid $1.2bn (€900m) for it.", engine, date="2005-03-15") is None


def test_without_the_package_nothing_is_said(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "at_hand", lambda: False)
    assert finding("They paid $1.2bn (£800m) for it.", engine, date="2005-03-15") is None


DAYS = {
    "front matter": ("---\ntitle: A deal\ndate: 2005-03-15\n---\nText.\n", "2005-03-15"),
    "front matter in TOML": ('+++\ndate = "2005-03-15"\n+++\nText.\n', "2005-03-15"),
    "a dateline": ("LONDON, 15 March 2005 (Reuters) - The firm grew.", "2005-03-15"),
    "a dateline in Chinese": ("新华社北京2005年3月15日电 公司增长。", "2005-03-15"),
    "a date in the text": ("On 15 March 2005 the firm grew.", ""),
    "a date without a day": ("LONDON, March 2005 - The firm grew.", ""),
    "a key in the text": ("The file has a line.\ndate: 2005-03-15\n", ""),
}


@pytest.mark.parametrize(("text", "day"), DAYS.values(), ids=DAYS)
def test_the_day_of_a_text(engine: Engine, text: str, day: str) -> None:
    assert opened(text, engine.knowledge.units).passage.written == day
    assert opened(text, engine.knowledge.units, date="2001-01-01").passage.written == "2001-01-01"
