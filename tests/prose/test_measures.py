"""The unit of a number in English prose: money, units, what is counted, what they are per."""

from fractions import Fraction

import pytest

from factcheck.prose.mention import Mention
from factcheck.prose.reader import read
from factcheck.quantity.units import UnitTable

MONEY: list[tuple[str, str, int | Fraction, str]] = [
    ("They paid $50m for it.", "$50m", 50_000_000, "dollar"),
    ("The loan of £2.8bn was repaid.", "£2.8bn", 2_800_000_000, "pound sterling"),
    ("Losses came to $4.2b.", "$4.2b", 4_200_000_000, "dollar"),
    ("Revenue was EUR50m.", "EUR50m", 50_000_000, "euro"),
    ("It cost AUD 20 there.", "AUD 20", 20, "australian dollar"),
    ("A ticket is A$20 today.", "A$20", 20, "australian dollar"),
    ("The fine was C $6 only.", "C $6", 6, "canadian dollar"),
    ("Debt reached $US113 trillion.", "$US113 trillion", 113 * 10**12, "dollar"),
    ("Oil was at $75 U.S. then.", "$75 U.S.", 75, "dollar"),
    ("She charged $20 Canadian for it.", "$20 Canadian", 20, "canadian dollar"),
    ("The notebook is 1,200€ now.", "1,200€", 1200, "euro"),
    ("Coffee is 20 kr in town.", "20 kr", 20, "krona"),
    ("Sweets at 50p each.", "50p", 50, "penny"),
    ("The lunch was ₾20 for all.", "₾20", 20, "georgian lari"),
    ("The dam cost Rs 5,000 crore.", "Rs 5,000 crore", 50_000_000_000, "rupee"),
    ("He was fined 5 million pesos.", "5 million pesos", 5_000_000, "peso"),
    ("The bank lost 30 MUSD.", "30 MUSD", 30_000_000, "dollar"),
    ("They raised 75 USD million.", "75 USD million", 75_000_000, "dollar"),
    ("It sold for 8.5m euros.", "8.5m euros", 8_500_000, "euro"),
]
UNITS: list[tuple[str, str, int | Fraction, str]] = [
    ("The van does 140 km/h.", "140 km/h", 140, "kilometer per hour"),
    ("Up at 80 m.p.h. it shook.", "80 m.p.h.", 80, "mile per hour"),
    ("The torque is 400 lb-ft here.", "400 lb-ft", 400, "foot pound"),
    ("A flat of 850 sq. ft. is small.", "850 sq. ft.", 850, "square foot"),
    ("The clock runs at 3.2Ghz.", "3.2Ghz", Fraction(16, 5), "gigahertz"),
    ("It fell 5 pct on Monday.", "5 pct", 5, "percent"),
    ("It rose 25bps on Monday.", "25bps", 25, "basis point"),
    ("She ran 100 m in the rain.", "100 m", 100, "meter"),
    ("The board is 10 in. thick.", "10 in", 10, "inch"),
    ("He weighs 12 stone.", "12 stone", 12, "stone"),
    ("His fever was 98.6 F at noon.", "98.6 F", Fraction(493, 5), "degree Fahrenheit"),
    ("Keep it at 25C all day.", "25C", 25, "degree Celsius"),
    ("Stocks are $98 a share.", "$98 a share", 98, "dollar per share"),
    ("It pays a 12-cent-a-share dividend.", "12-cent-a-share", 12, "cent per share"),
    ("Offices cost $1,100 per square foot.", "$1,100 per square foot", 1100, "dollar per square foot"),
    ("We sold $6 billion a year earlier.", "$6 billion", 6_000_000_000, "dollar"),
    ("Labs did 300 tests per day.", "300 tests per day", 300, "test per day"),
    ("We had 20 per week in spring.", "20 per week", 20, "per week"),
    ("There live 30 persons per square km.", "30 persons per square km", 30, "person per square kilometer"),
    ("It needs 20 newton-meters.", "20 newton-meters", 20, "newton meter"),
    ("It fell at 9.8 m/s2 or so.", "9.8 m/s2 or so", Fraction(49, 5), "meter per square second"),
    (
        "It fell at 9.8 meters per second squared.",
        "9.8 meters per second squared",
        Fraction(49, 5),
        "meter per square second",
    ),
    ("The wall lets 5 W/(m·K) through.", "5 W/(m·K)", 5, "watt per meter per kelvin"),
    ("They bought 4 km squared.", "4 km squared", 4, "square kilometer"),
    ("It was a 12 hour day.", "12 hour", 12, "hour"),
    ("A flash took 100(5) ms.", "100(5) ms", 100, "millisecond"),
    ("He served 50 long years.", "50 long years", 50, "year"),
]
MIXED: list[tuple[str, str, int | Fraction, str]] = [
    ("She is 5 feet 2 inches tall.", "5 feet 2 inches", Fraction(31, 6), "foot"),
    ("He is 6'2\" tall.", "6'2\"", Fraction(37, 6), "foot"),
    ("The gap is 12 ft 3 in wide.", "12 ft 3 in", Fraction(49, 4), "foot"),
    (
        "It cost thirteen dollars and forty-five cents.",
        "thirteen dollars and forty-five cents",
        Fraction(269, 20),
        "dollar",
    ),
    ("It costs 15 dollars 50.", "15 dollars 50", Fraction(31, 2), "dollar"),
    ("The race took 2 h 30 min 36 s.", "2 h 30 min 36 s", Fraction(251, 100), "hour"),
    ("The film is 2 hours 15 minutes long.", "2 hours 15 minutes", Fraction(9, 4), "hour"),
]
NOUNS = [
    ("The board has 25 chips.", "chip"),
    ("He met eight other employees.", "other employee"),
    ("She won four FA Cup finals.", "FA Cup final"),
    ("They own 7 sports cars.", "sports car"),
    ("We need 20 decently sized wind farms.", "wind farm"),
    ("They took 3 women along.", "woman"),
    ("He has 5 family members.", "family member"),
    ("She sang 300 recorded songs.", "song"),
    ("It grew 4 potatoes.", "potato"),
    ("It has 2 TDs so far.", "TD"),
    ("It is a five-cylinder engine.", "cylinder"),
    ("She wrote a 12 page letter.", "page"),
    ("Here are 1.2m new homes.", "new home"),
    ("The world has 8 B people.", "people"),
    ("Two of the players left.", "player"),
    ("We need 3 more days off.", "day"),
    ("One analyst said so.", "analyst"),
    ("He scored three times.", "time"),
    ("It is 40 on the list.", ""),
    ("They baked 60 loaves.", "loaf"),
    ("They bake 400 a day.", "per day"),
]


def only(text: str, units: UnitTable) -> Mention:
    (mention,) = read(text, units).mentions
    return mention


@pytest.mark.parametrize(("text", "written", "value", "unit"), MONEY + UNITS + MIXED)
def test_a_unit_is_named_and_its_value_read(
    units: UnitTable, text: str, written: str, value: Fraction, unit: str
) -> None:
    mention = only(text, units)
    assert (mention.text, mention.value, mention.measure.name) == (written, value, unit)


def test_a_number_in_two_units_is_no_range(units: UnitTable) -> None:
    texts = [one.text for one in read("It runs 31 miles – 50 kilometres – along the river.", units).mentions]
    assert texts == ["31 miles", "50 kilometres"]


@pytest.mark.parametrize(("text", "noun"), NOUNS)
def test_what_is_counted_is_named_in_the_singular(units: UnitTable, text: str, noun: str) -> None:
    assert only(text, units).measure.name == noun


def test_a_cent_is_a_hundredth(units: UnitTable) -> None:
    assert only("It cost 18 cents.", units).measure.factors[0].unit.factor == Fraction(1, 100)


def test_a_noun_is_no_part_of_the_text_of_a_count(units: UnitTable) -> None:
    mention = only("The board has 25 chips.", units)
    assert mention.text == "25"
    assert mention.measure.span == (17, 22)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It cost $5.", {"USD", "CAD", "AUD"}),
        ("It cost 5 dollars.", {"USD", "CAD", "AUD"}),
        ("It cost US$5.", set()),
        ("It cost £5.", {"GBP", "EGP"}),
        ("It cost 5 kroner.", {"NOK", "DKK"}),
    ],
)
def test_it_stays_open_whose_money_it_is(units: UnitTable, text: str, codes: set[str]) -> None:
    found = set(only(text, units).measure.currencies)
    assert codes <= found
    assert bool(codes) == bool(found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It takes eight or nine euros.", ["euro", "euro"]),
        ("The 7- or 8-inch screens came.", ["inch", "inch"]),
        ("It sold 5, 6 and 7 cars.", ["car", "car", "car"]),
        ("It sold 5, 6, and 7 cars.", ["car", "car", "car"]),
        ("The price was 2.81, and 0.3 % of it is lead.", ["", "percent"]),
        ("Its width is 2 in", ["inch"]),
        ("It costs one pound twenty pence.", ["pound sterling"]),
        ("It weighs one pound four ounces.", ["pound"]),
        ("It costs four United States dollars and sixty cents.", ["dollar"]),
        ("It sold 3.9 million headsets, up from 2.4 million.", ["headset", "headset"]),
        ("It makes two million 250 ml bottles.", ["bottle", "milliliter"]),
        ("The index closed at 16,644, 16 per cent higher.", ["", "percent"]),
        ("It is a mile or two away.", ["mile"]),
    ],
)
def test_numbers_share_a_unit(units: UnitTable, text: str, names: list[str]) -> None:
    assert [mention.measure.name for mention in read(text, units).mentions] == names
