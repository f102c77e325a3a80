"""A number and another of its kind: in another unit, the larger one, the same again, the time between two dates."""

import pytest

from factcheck.engine.resolve.setting import Engine
from tests.draft.judging import judged, unsaid

CONVERSIONS = [
    ("The trail is 26 miles (42 km) long.", "42 km", "pass", "value = 42 kilometer", ("26 miles",)),
    ("The trail is 26 miles (52 km) long.", "52 km", "fail", "value = 52 kilometer", ("26 miles",)),
    ("Water boils there at 90°C (194°F).", "194°F", "pass", "value = 194 degree Fahrenheit", ("90°C",)),
    ("Water boils there at 90°C (162°F).", "162°F", "fail", "value = 162 degree Fahrenheit", ("90°C",)),
    ("Summers are now 1.5°C (2.7°F) warmer.", "2.7°F", "pass", "value = 2.7 degree Rankine", ("1.5°C",)),
    (
        "The plant makes 850 megawatts, or 0.85 gigawatts.",
        "0.85 gigawatts",
        "pass",
        "value = 0.85 gigawatt",
        ("850 megawatts",),
    ),
    (
        "The plant makes 850 megawatts, or 8.5 gigawatts.",
        "8.5 gigawatts",
        "fail",
        "value = 8.5 gigawatt",
        ("850 megawatts",),
    ),
    ("园区占地300亩（约合20公顷）。", "约合20公顷", "pass", "value = about 20 hectare", ("300亩",)),
    ("园区占地300亩（约合30公顷）。", "约合30公顷", "fail", "value = about 30 hectare", ("300亩",)),
    ("年发电120太瓦时，即1200亿千瓦时。", "1200亿千瓦时", "pass", "value = 1200亿 kilowatt hour", ("120太瓦时",)),
    ("The link runs at 800 Mbps, that is 100 MB/s.", "100 MB/s", "pass", "value = 100 megabyte/second", ("800 Mbps",)),
    ("The link runs at 800 Mbps, that is 800 MB/s.", "800 MB/s", "fail", "value = 800 megabyte/second", ("800 Mbps",)),
    (
        "The bell weighs 900 kilograms, roughly 1,980 pounds, and is cracked.",
        "roughly 1,980 pounds",
        "pass",
        "value = about 1,980 pound",
        ("900 kilograms",),
    ),
    (
        "The trail runs for 31 miles of forest – 50 kilometres – to the sea.",
        "50 kilometres",
        "pass",
        "value = 50 kilometer",
        ("31 miles",),
    ),
    (
        "The canal is more than 80 km (50 miles) long.",
        "50 miles",
        "pass",
        "value = 50 ± 0.5 mile",
        ("more than 80 km",),
    ),
    (
        "The canal is more than 80 km (128 miles) long.",
        "128 miles",
        "fail",
        "value = 128 ± 0.5 mile",
        ("more than 80 km",),
    ),
    ("一英里约为1.6公里。", "约为1.6公里", "pass", "value = about 1.6 kilometer", ("一英里",)),
    ("球场长60米，宽40米，即197英尺长。", "197英尺", "pass", "value = 197 foot", ("60米",)),
    ("当晚零下5摄氏度（华氏23度）。", "23度", "pass", "value = 23 degree Fahrenheit", ("零下5摄氏度",)),
    (
        "The loom makes 15 knots a second, or 900 knots every minute.",
        "900 knots every minute",
        "pass",
        "value = 900 knot/minute",
        ("15 knots a second",),
    ),
    (
        "The loom makes 15 knots a second, or 9,000 knots every minute.",
        "9,000 knots every minute",
        "fail",
        "value = 9,000 knot/minute",
        ("15 knots a second",),
    ),
    (
        "The path, at 5 miles or 8 kilometres, crosses a moor.",
        "8 kilometres",
        "pass",
        "value = 8 kilometer",
        ("5 miles",),
    ),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), CONVERSIONS)
def test_a_value_in_another_unit(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


TIMES = [
    (
        "Filling the 60 kWh battery at 12 kW takes five hours.",
        "five hours",
        "pass",
        "amount / rate = five hour",
        ("60 kWh", "12 kW"),
    ),
    (
        "Filling the 60 kWh battery at 12 kW takes nine hours.",
        "nine hours",
        "fail",
        "amount / rate = nine hour",
        ("60 kWh", "12 kW"),
    ),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), TIMES)
def test_an_amount_at_a_rate_takes_a_time(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


DURATIONS = [
    ("The bridge opened in 1932. In 1982, 50 years later, it was painted red.", "50 years", "pass", "duration", ()),
    ("The bridge opened in 1932. In 1982, 60 years later, it was painted red.", "60 years", "fail", "duration", ()),
    ("The mill closed in 2019 after 44 years; it had opened in 1975.", "44 years", "pass", "duration", ()),
    ("地铁2001年动工，2009年通车，历时8年。", "8年", "pass", "duration", ()),
    ("地铁2001年动工，2009年通车，历时12年。", "12年", "fail", "duration", ()),
    ("Born in 1920, the painter died in 1999, aged 68.", "68", "fail", "duration", ()),
    ("Born in 1920, the painter died in 1999, aged 78.", "78", "pass", "duration", ()),
    ("她生于1920年，1999年去世，享年79岁。", "79岁", "pass", "duration", ()),
    ("Founded in 1950, the club kept its 75th anniversary in 2025.", "75th anniversary", "pass", "duration", ()),
    ("Founded in 1950, the club kept its 65th anniversary in 2025.", "65th anniversary", "fail", "duration", ()),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), DURATIONS)
def test_the_time_between_two_dates(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


ORDERS = [
    (
        "Line 1 carries 260,000 riders, more than the 240,000 of Line 2.",
        "more than the 240,000",
        "pass",
        "value > other",
        ("260,000", "240,000"),
    ),
    (
        "Line 1 carries 260,000 riders, more than the 280,000 of Line 2.",
        "more than the 280,000",
        "fail",
        "value > other",
        ("260,000", "280,000"),
    ),
    (
        "The new tram weighs 41 tonnes and is lighter than the 45-tonne car it replaces.",
        "lighter than the 45-tonne",
        "pass",
        "value < other",
        ("41 tonnes", "45-tonne"),
    ),
    (
        "The new tram weighs 48 tonnes and is lighter than the 45-tonne car it replaces.",
        "lighter than the 45-tonne",
        "fail",
        "value < other",
        ("48 tonnes", "45-tonne"),
    ),
    ("今年到访游客1.8万人，多于去年的1.5万人。", "多于去年的1.5万人", "pass", "value > other", ("1.8万人", "1.5万人")),
    ("今年到访游客1.3万人，多于去年的1.5万人。", "多于去年的1.5万人", "fail", "value > other", ("1.3万人", "1.5万人")),
    (
        "At 44 seconds she was faster than the 46 seconds of the champion.",
        "faster than the 46 seconds",
        "pass",
        "value < other",
        ("44 seconds", "46 seconds"),
    ),
    (
        "At 48 seconds she was faster than the 46 seconds of the champion.",
        "faster than the 46 seconds",
        "fail",
        "value < other",
        ("48 seconds", "46 seconds"),
    ),
    (
        "With 52 votes he came in ahead of his rival's 47.",
        "ahead of his rival's 47",
        "pass",
        "value > other",
        ("52", "47"),
    ),
    ("新塔高210米，低于旁边185米的老塔。", "低于旁边185米", "fail", "value < other", ("210米", "185米")),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), ORDERS)
def test_which_is_larger(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


REPEATS = [
    (
        "The tower, 142 metres tall, opened in May. On Monday the 142-metre tower was closed.",
        "142-metre",
        "pass",
        "first = 142 meter",
        ("142 metres",),
    ),
    (
        "The tower, 142 metres tall, opened in May. On Monday the 124-metre tower was closed.",
        "124-metre",
        "fail",
        "first = 124 meter",
        ("142 metres",),
    ),
    ("展会接待了2.6万名观众。为这2.6万名观众，地铁加开了班次。", "2.6万名", "pass", "first = 2.6万", ("2.6万名",)),
    ("展会接待了2.6万名观众。为这6.2万名观众，地铁加开了班次。", "6.2万名", "fail", "first = 6.2万", ("2.6万名",)),
    (
        "The firm raised 7,500 euros. Those 5,700 euros will pay for a well.",
        "5,700 euros",
        "fail",
        "first = 5,700 EUR",
        ("7,500 euros",),
    ),
    (
        "About 1,430 boats were lost. All 1,430 boats had been insured.",
        "1,430",
        "pass",
        "first = 1,430",
        ("About 1,430",),
    ),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), REPEATS)
def test_the_same_quantity_twice(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


BOUNDS = [
    "Line 1 carries 260,000 riders on more than 280 trains.",
    "新塔高210米，该市禁止高于300米的建筑。",
    "She finished in 44 seconds, ahead of the 46 seconds of the champion.",
]


@pytest.mark.parametrize("text", BOUNDS)
def test_bounds_says_nothing_wrong(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []


OTHERS = [
    "The dam, 185 metres tall, is old. The 40-metre dam below is new.",
    "The river is 1,540 km long, longer than the 1,450-km canal.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_others_says_nothing_wrong(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []


ROUND = [
    "The border is 1,000 km (600 miles) away.",
    "Its light can be seen from more than 50 km (35 miles) off.",
    "They waited 3 days, about 5 hours, and left.",
]


@pytest.mark.parametrize("text", ROUND)
def test_round_says_nothing_wrong(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []
