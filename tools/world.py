"""Builds the register of the pack ``world``: ``python -m tools.world DATA``; needs Babel, for the names.

DATA holds population.csv and gdp.csv (World Bank) and factbook.csv (CIA). They stay outside the project; what is
written are values with their years, by individual and series.
"""

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from factcheck.model.register import Entry, Series
from factcheck.prose.jsonl import decimal
from factcheck.quantity.literal import read_number
from tools.names import REGIONS, family_of, key_of, names_of, region_of, shared, territory_of
from tools.rows import Row, write

BANK, BANK_GDP, BOOK = "wb-population", "wb-gdp", "factbook"
_RATE = "0.5 ‰"
SERIES = {
    "population": Series("population", "", BANK, "3 %"),
    "gdp": Series("gdp", "billion USD", BANK_GDP, "6 %"),
    "area": Series("area", "km^2", BOOK, "2 %"),
    "land_area": Series("land_area", "km^2", BOOK, "2 %"),
    "water_area": Series("water_area", "km^2", BOOK, "2 %"),
    "coastline": Series("coastline", "km", BOOK, "2 %"),
    "land_boundaries": Series("land_boundaries", "km", BOOK, "2 %"),
    "highest_point": Series("highest_point", "m", BOOK, "5 m"),
    "mean_elevation": Series("mean_elevation", "m", BOOK, "2 %"),
    "life_expectancy": Series("life_expectancy", "year", BOOK, "1 year"),
    "median_age": Series("median_age", "year", BOOK, "1 year"),
    "birth_rate": Series("birth_rate", "‰", BOOK, _RATE),
    "death_rate": Series("death_rate", "‰", BOOK, _RATE),
    "infant_mortality": Series("infant_mortality", "‰", BOOK, "1 ‰"),
    "fertility": Series("fertility", "", BOOK, "0.1"),
    "population_growth": Series("population_growth", "%", BOOK, "0.2 %"),
    "unemployment": Series("unemployment", "%", BOOK, "0.5 %"),
    "inflation": Series("inflation", "%", BOOK, "0.3 %"),
    "military_spending": Series("military_spending", "%", BOOK, "0.3 %"),
    "gdp_ppp": Series("gdp_ppp", "billion USD", BOOK, "6 %"),
    "railways": Series("railways", "km", BOOK, "2 %"),
    "airports": Series("airports", "", BOOK, "10 %"),
    "power_capacity": Series("power_capacity", "MW", BOOK, "5 %"),
    "population-cia": Series("population", "", BOOK, "3 %"),
    "gdp-cia": Series("gdp", "billion USD", BOOK, "6 %"),
}
"""The error is what the pack allows, since such figures are revised, and other sources differ a little."""

_FIELDS = {
    "Coastline": ("coastline", 1),
    "Land boundaries": ("land_boundaries", 1),
    "Life expectancy at birth": ("life_expectancy", 1),
    "Median age": ("median_age", 1),
    "Birth rate": ("birth_rate", 1),
    "Death rate": ("death_rate", 1),
    "Infant mortality rate": ("infant_mortality", 1),
    "Total fertility rate": ("fertility", 1),
    "Population growth rate": ("population_growth", 1),
    "Unemployment rate": ("unemployment", 1),
    "Inflation rate (consumer prices)": ("inflation", 1),
    "Military expenditures": ("military_spending", 1),
    "Real GDP (purchasing power parity)": ("gdp_ppp", 10**9),
    "GDP (official exchange rate)": ("gdp-cia", 10**9),
    "Population": ("population-cia", 1),
    "Railways": ("railways", 1),
    "Airports": ("airports", 1),
    "Electricity": ("power_capacity", 1000),
}
"""The fields of the book, with what their numbers are divided by."""
_UNIT = re.compile(
    r"\s?(?:sq km|km|years|m|births/1,000 population|deaths/1,000 (?:population|live births)|children born/woman|%"
    r"(?: of GDP)?|kW)?\s?(?:\((?:landlocked|metropolitan)\)\s?)?(?:\((20[0-9]{2})(?: est\.)?\))?$"
)
_PEAK = re.compile(r"(?:^|\s)(-?[0-9][0-9,]*) m$")
_TIMELESS = frozenset({"Coastline", "Land boundaries"})
_SIX = 6
_SHORT = 5

Values = dict[str, dict[int, str]]
"""Of an individual: by series and year (0: for all times) the digits."""


def rows(data: Path) -> Iterator[Row]:
    """Yield the individuals with their values, countries by their name, then regions."""
    found = _bank(data)
    _book(data, found)
    for code in sorted(found, key=lambda code: (code in REGIONS, key_of(code))):
        entry = Entry(key_of(code), family_of(code), names_of(code), shared(code))
        yield Row(entry, found[code])


def _bank(data: Path) -> dict[str, Values]:
    """Return the series of the World Bank; of regions the years since which they have had the same members."""
    found: dict[str, Values] = defaultdict(lambda: defaultdict(dict))
    for name, series in (("population.csv", "population"), ("gdp.csv", "gdp")):
        for row in _read(data / name):
            code, year = _code(row), int(row["Year"])
            if code and year >= REGIONS.get(code, (0,))[0]:
                value = Fraction(row["Value"])
                found[code][series][year] = _decimal(round(value)) if series == "population" else _billions(value)
    return found


def _code(row: Mapping[str, str]) -> str:
    name, code = row["Country Name"], row["Country Code"]
    return region_of(code) or territory_of(name, code)


def _billions(dollars: Fraction) -> str:
    """Return an amount in billions to six digits."""
    value = dollars / 10**9
    digits = _SIX - len(str(int(value))) if value >= 1 else _SIX
    return _decimal(round(value, max(digits, 0)))


def _book(data: Path, found: dict[str, Values]) -> None:
    """Add the values of the book that read as one number with its unit and year."""
    areas: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for row in _read(data / "factbook.csv"):
        code = territory_of(row["name"], row["code"])
        if not code:
            continue
        if row["field"] == "Area" and (read := _value(row["text"])):
            areas[code][row["part"]] = read[0]
        elif row["field"] == "Elevation":
            _elevation(row, found[code])
        elif row["field"] in _FIELDS and (read := _value(row["text"])):
            _keep(row["field"], *read, found[code])
    for code, parts in areas.items():
        _areas(parts, found[code])


def _value(text: str) -> tuple[Fraction, int] | None:
    """Return the one number that a text of the book is, and its year (0 where it has none)."""
    sign = -1 if text.startswith("-") else 1
    text = text.removeprefix("-").removeprefix("$")
    read = read_number(text, 0)
    m = _UNIT.fullmatch(text, read.end) if read is not None else None
    percent = read is not None and read.percent
    if read is None or m is None or read.number.nominal is None:
        return None
    value = Fraction(read.number.nominal) * (100 if percent else 1)
    return sign * value, int(m[1] or 0)


def _keep(field: str, value: Fraction, year: int, known: Values) -> None:
    series, divisor = _FIELDS[field]
    known_by_bank = year in known.get(series.removesuffix("-cia"), {})
    if (year or field in _TIMELESS) and not known_by_bank:
        known.setdefault(series, {})[0 if field in _TIMELESS else year] = _digits(value / divisor)


def _elevation(row: Mapping[str, str], known: Values) -> None:
    peak = _PEAK.search(row["text"])
    if peak:
        known["highest_point" if row["part"] == "highest point" else "mean_elevation"] = {0: peak[1].replace(",", "")}


def _areas(parts: Mapping[str, Fraction], known: Values) -> None:
    """Keep the areas of land and water and their sum."""
    for part in ("land", "water"):
        if part in parts:
            known[f"{part}_area"] = {0: _digits(parts[part])}
    if {"land", "water"} <= parts.keys():
        known["area"] = {0: _digits(parts["land"] + parts["water"])}
    elif "total" in parts:
        known["area"] = {0: _digits(parts["total"])}


def _decimal(value: Fraction | int) -> str:
    return decimal(value) or "0"


def _digits(value: Fraction) -> str:
    return _decimal(round(value, _SHORT))


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def main() -> None:
    """Write the register."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    write("world", SERIES, rows(parser.parse_args().data))


if __name__ == "__main__":
    main()
