"""Units: the names people write, what they are worth, and definitions that must be refused."""

import json
from fractions import Fraction
from pathlib import Path

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.diagnostics import Problem
from factcheck.quantity.definitions import standard_texts
from factcheck.quantity.dimension import BASES, CURRENCIES, Dimension, describe, multiply, power
from factcheck.quantity.registry import MAX_LINES, compile_units
from factcheck.quantity.units import Unit, UnitTable

COMPUTE = Path(__file__).parents[2] / "rules" / "compute" / "units.txt"
DATA = compile_units([*standard_texts(), COMPUTE.read_text(encoding="utf-8")])
TABLE = UnitTable.from_data(DATA)


def found(text: str) -> Unit:
    unit = TABLE.lookup(text)
    assert unit is not None, text
    return unit


# What is written | what it is worth in base units (m, kg, s, A, K, mol, cd, bit, FLOP, currency)
WORTH = """
    km                  1000
    kilometres          1000
    Kilometers          1000
    µm                  1/1000000
    um                  1/1000000
    Å                   1/10000000000
    NM                  1852
    nm                  1/1000000000
    feet                381/1250
    '                   381/1250
    inches              127/5000
    mile                201168/125
    light days          25902068371200
    light-years         9460730472580800
    U                   889/20000
    points              127/360000
    sq ft               145161/1562500
    hectares            10000
    L                   1/1000
    mL                  1/1000000
    cc                  1/1000000
    gallon              473176473/125000000000
    imperial gallon     454609/100000000
    imperial fluid drachm   454609/128000000000
    kg                  1
    kilos               1
    t                   1000
    short tons          45359237/50000
    long ton            635029318/625000
    troy ounces         19439673/625000000
    mcg                 1/1000000000
    min                 60
    hrs                 3600
    months              2629746
    centuries           3155695200
    millennia           31556952000
    knots               463/900
    kmh                 5/18
    mph                 1397/3125
    kPa                 1000
    hPa                 100
    PSI                 8896443230521/1290320000
    kcal                4184
    Cal                 4184
    MWh                 3600000000
    kilowatt-hours      3600000
    kilotons of TNT     4184000000000
    hp                  37284993579113511/50000000000000
    PS                  588399/800
    %                   1/100
    ‰                   1/1000
    basis points        1/10000
    percentage points   1/100
    ppm                 1/1000000
    B                   8
    kB                  8000
    KB                  8000
    GiB                 8589934592
    Mbps                1000000
    MBps                8000000
    cents               1/100
    TFLOPS              1000000000000
    Tflops              1000000000000
    teraflops           1000000000000
    PF                  1000000000000000
    pF                  1/1000000000000
    TOPS                1000000000000
    千米                1000
    公里                1000
    平方公里            1000000
    亩                  2000/3
    公斤                1
    千吨                1000000
    个月                2629746
    千瓦时              3600000
    度电                3600000
    太瓦                1000000000000
    兆字节              8000000
    马力                588399/800
    个百分点            1/100
    ％                  1/100
"""


@pytest.mark.parametrize("row", [line.strip() for line in WORTH.strip().splitlines()])
def test_worth(row: str) -> None:
    name, factor = row.rsplit(maxsplit=1)
    assert found(name.strip()).factor == Fraction(factor)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FLOPs", "FLOPS"),  # an amount, and a rate
        ("B", "bps"),
        ("USD", "CNY"),
        ("N", "kg"),
        ("byte", "percent"),
    ],
)
def test_what_must_not_be_mixed(one: str, other: str) -> None:
    assert found(one).dimension != found(other).dimension


@pytest.mark.parametrize(
    ("text", "name", "symbol"),
    [
        ("千瓦", "kilowatt", "kW"),
        ("petaflops", "petaFLOPS", "PFLOP/s"),
        ("PF", "PF", "PFLOP/s"),
        ("Myr", "megayear", "megayear"),
        ("tons of TNT", "ton_tnt", "t TNT"),
        ("美元", "USD", "USD"),
        ("℃", "degree_Celsius", "°C"),
    ],
)
def test_how_a_unit_is_shown(text: str, name: str, symbol: str) -> None:
    assert (found(text).name, found(text).symbol) == (name, symbol)


@pytest.mark.parametrize("text", ["", "M", "dB", "¥", "kilo km", "kfoot", "mmile", "peta", "度", "两", "x" * 100])
def test_not_a_unit(text: str) -> None:
    assert TABLE.lookup(text) is None


@pytest.mark.parametrize(("celsius", "fahrenheit"), [(100, 212), (0, 32), (-40, -40)])
def test_temperatures_have_an_offset(celsius: int, fahrenheit: int) -> None:
    c, f = found("°C"), found("°F")
    assert celsius * c.factor + c.offset == fahrenheit * f.factor + f.offset


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("imperial fluid drachm of water", 3),
        ("troy ounces", 2),
        ("km per hour", 1),
        ("kilotons of TNT", 3),
        ("tons of rice", 1),
        ("people in all", 0),
        ("", 0),
    ],
)
def test_longest_name(words: str, count: int) -> None:
    assert TABLE.longest(words.split()) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("km/h", "speed"),
        ("TFLOPS", "FLOP / time"),
        ("Gbps", "data / time"),
        ("kWh", "energy"),
        ("USD", "money (USD)"),
        ("%", "a plain number"),
        ("Hz", "frequency"),
        ("S", "electric conductance"),
    ],
)
def test_dimension_in_words(text: str, words: str) -> None:
    assert describe(found(text).dimension) == words


def test_dimension_of_compounds_in_words() -> None:
    per_chip = (("D1", -1),)
    assert describe(multiply(found("TFLOPS").dimension, per_chip)) == "FLOP / time / D1"
    assert describe(multiply(found("kW").dimension, per_chip)) == "power / D1"
    assert describe(multiply((("EUR", 1),), power(found("kWh").dimension, -1))) == "money (EUR) / energy"
    assert describe(power(found("m").dimension, Fraction(1, 2))) == "length^(1/2)"


def test_things_are_units_without_prefixes() -> None:
    nine_pf = Unit("tile_peak", "tile peak", Fraction(9 * 10**15), Fraction(0), found("FLOPS").dimension)
    table = TABLE.extended({"D1": "D1", "D1芯片": "D1", "training tile": "tile"}, {"Tp": nine_pf})
    assert {table.lookup(name) for name in ("D1", "D1s", "D1芯片")} == {
        Unit("D1", "D1", Fraction(1), Fraction(0), (("D1", 1),))
    }
    assert table.longest(["training", "tiles"]) == 2
    assert table.lookup("Tp") == nine_pf
    assert table.lookup("kD1") is None
    assert TABLE.lookup("D1") is None


@given(st.sampled_from(sorted(DATA["names"])), st.sampled_from(["", "k", "kilo", "千", "Ki"]))
def test_data_gives_the_same_table(name: str, prefix: str) -> None:
    again = UnitTable.from_data(json.loads(json.dumps(TABLE.to_data())))
    assert again.lookup(prefix + name) == TABLE.lookup(prefix + name)


@given(st.text(max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    unit = TABLE.lookup(text)
    assert unit is None or unit.factor > 0


POWERS = st.dictionaries(st.sampled_from("abc"), st.integers(-3, 3).filter(bool))
DIMENSIONS: st.SearchStrategy[Dimension] = POWERS.map(lambda powers: tuple(sorted(powers.items())))


@given(DIMENSIONS, DIMENSIONS, st.integers(-3, 3))
def test_dimensions_multiply_like_powers(a: Dimension, b: Dimension, n: int) -> None:
    assert multiply(a, b) == multiply(b, a)
    assert multiply(multiply(a, b), power(b, -1)) == a
    assert power(multiply(a, b), n) == multiply(power(a, n), power(b, n))


def test_base_dimensions_are_listed() -> None:
    """``describe`` and the guard against things called `time` rest on the list."""
    bases = {base for name in TABLE.names() for base, _ in found(name).dimension}
    assert bases <= BASES
    assert bases >= CURRENCIES


# Ours on purpose: the Gregorian year, the barrel of oil, NIST's boiler horsepower, the Chinese li, metric kilotons.
DIFFERENT = {
    *("year", "month", "century", "millennium", "cicero", "barrel", "boiler_horsepower", "clausius", "li"),
    *("kiloton", "megaton", "gigaton"),
}
PINT_BASES = {"amount": "[substance]"}


def test_factors_agree_with_the_registry_that_pint_ships() -> None:
    """Pint's own definitions are an independent witness; its foot of surveyors differs by 2 in a million."""
    theirs: pint.UnitRegistry[float] = pint.UnitRegistry()
    compared = 0
    for name, *_ in DATA["units"]:
        unit = found(name)
        if name in DIFFERENT or name not in theirs:
            continue
        factor, root = theirs.get_root_units(name)
        if dict(root.dimensionality) == {PINT_BASES.get(base, f"[{base}]"): n for base, n in unit.dimension}:
            grams = 1000 ** dict(unit.dimension).get("mass", 0)
            assert float(unit.factor * Fraction(grams)) == pytest.approx(factor, rel=1e-5), name
            compared += 1
    assert compared > 200


@pytest.mark.parametrize("name", ["mile", "psi", "hartree", "imperial_gallon", "PF", "yr", "RPM"])
def test_factors_are_those_that_pint_calculates_from_our_text(name: str) -> None:
    unit = found(name)
    ours: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction)
    for line in "\n".join([*standard_texts(), COMPUTE.read_text(encoding="utf-8")]).splitlines():
        left, *right = (part.strip() for part in line.split("#")[0].split("="))
        if right and not left.startswith("@"):
            ours.define(f"{left} = {right[0]}")
    assert ours.get_root_units(unit.name)[0] == unit.factor


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("meter = [length]\nfoo = 9**9**9 * meter", "not a product"),
        ("foo = 2 ** 99", "too large"),
        ("a = 2 ** 64\nb = a ** 64", "too large"),
        ("foo = __import__('os').system('true')", "not a product"),
        ("foo = (2 ** 64) ** 64", "not a product"),
        ("foo = 1 / 0", "cannot be 0"),
        ("@import other.txt", "not a unit definition"),
        ("foo = 3 * metre", "unknown unit `metre`"),
        ("a = 2 * b\nb = 2 * a", "unknown unit `b`"),
        ("meter = [length] = m\nmile = 1609 * meter = m", "already a name of meter"),
        ("kilo- = 1e3 = k-\nkibo- = 1024 = k-", "already a prefix"),
        ("meter = [length]\nmeter = [size]", "`meter` is already a unit"),
        ("米 = [length]", "cannot be the name"),
        ("foo = [foo] = x" + "y" * 300, "characters, the limit"),
        ("\n" * (MAX_LINES + 1), "too many"),
        ("degX = 2; offset: 1e9999", "not an offset"),
        ("a = 2 * [x]", "stands alone"),
        ("a = [x] ** 2", "no exponent"),
        ("nan = 3", "cannot be the name"),
        ("a0 = [x]\n" + "\n".join(f"a{n + 1} = a{n}" for n in range(40)), "through more than 32"),
        ("# prefixable: larg", "no set of prefixes is named `larg`"),
        ("big- = 2 ** 10", "a prefix needs"),
    ],
)
def test_refused_definitions(text: str, says: str) -> None:
    with pytest.raises(Problem, match=says) as caught:
        compile_units([text])
    assert caught.value.code == "FC205"


def test_a_refused_line_is_named() -> None:
    with pytest.raises(Problem) as caught:
        compile_units(["meter = [length]\n\nfoot = 0.3048 * metr"])
    assert caught.value.notes == ("line 3 of the unit definitions: foot = 0.3048 * metr",)
    assert caught.value.span == (18, 38)
    assert caught.value.help == "did you mean `meter`?"


@given(st.lists(st.text("ab2.^*/=-_[]()@#;: e", max_size=20), max_size=8))
def test_any_definitions_are_read_or_refused(lines: list[str]) -> None:
    try:
        compile_units(["a = [length]\n" + "\n".join(lines)])
    except Problem as problem:
        assert problem.code == "FC205"  # noqa: PT017 - either outcome is right
