"""The same value in other units, twice in one text, before and after, larger and smaller."""

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], dict[str, str]]

CONVERSIONS = [
    ("The trail is 26 miles (42 km) long.", "conversion", {"42 km": "pass"}),
    ("The trail is 26 miles (52 km) long.", "conversion", {"52 km": "fail"}),
    ("Water boils there at 90°C (194°F).", "conversion", {"194°F": "pass"}),
    ("Water boils there at 90°C (162°F).", "conversion", {"162°F": "fail"}),
    ("Summers are now 1.5°C (2.7°F) warmer.", "conversion", {"2.7°F": "pass"}),
    ("The plant makes 850 megawatts, or 0.85 gigawatts.", "scale", {"0.85 gigawatts": "pass"}),
    ("The plant makes 850 megawatts, or 8.5 gigawatts.", "scale", {"8.5 gigawatts": "fail"}),
    ("园区占地300亩（约合20公顷）。", "conversion", {"约合20公顷": "pass"}),
    ("园区占地300亩（约合30公顷）。", "conversion", {"30公顷": "fail"}),
    ("年发电120太瓦时，即1200亿千瓦时。", "scale", {"1200亿千瓦时": "pass"}),
    ("The link runs at 800 Mbps, that is 100 MB/s.", "bits-bytes", {"100 MB/s": "pass"}),
    ("The link runs at 800 Mbps, that is 800 MB/s.", "bits-bytes", {"800 MB/s": "fail"}),
    ("The bell weighs 900 kilograms, roughly 1,980 pounds, and is cracked.", "conversion", {"1,980 pounds": "pass"}),
    ("The trail runs for 31 miles of forest – 50 kilometres – to the sea.", "conversion", {"50 kilometres": "pass"}),
    ("The canal is more than 80 km (50 miles) long.", "conversion", {"50 miles": "pass"}),
    ("The canal is more than 80 km (128 miles) long.", "conversion", {"128 miles": "fail"}),
    ("一英里约为1.6公里。", "conversion", {"1.6公里": "pass"}),
    ("球场长60米，宽40米，即197英尺长。", "conversion", {"197英尺": "pass"}),
    ("当晚零下5摄氏度（华氏23度）。", "conversion", {"23度": "pass"}),
    ("The loom makes 15 knots a second, or 900 knots every minute.", "scale", {"900 knots every minute": "pass"}),
    ("The loom makes 15 knots a second, or 9,000 knots every minute.", "scale", {"9,000 knots every minute": "fail"}),
    ("The path, at 5 miles or 8 kilometres, crosses a moor.", "conversion", {"8 kilometres": "pass"}),
    ("Guests may walk 5 miles or 9 kilometres on Sunday.", "conversion", {}),
]


@pytest.mark.parametrize(("text", "kind", "found"), CONVERSIONS)
def test_a_value_in_another_unit(verdicts: Verdicts, text: str, kind: str, found: dict[str, str]) -> None:
    assert list(verdicts(text, kind).values()) == list(found.values())


TIMES = [
    ("Filling the 60 kWh battery at 12 kW takes five hours.", {"five hours": "pass"}),
    ("Filling the 60 kWh battery at 12 kW takes nine hours.", {"nine hours": "fail"}),
]


@pytest.mark.parametrize(("text", "found"), TIMES)
def test_an_amount_at_a_rate_takes_a_time(verdicts: Verdicts, text: str, found: dict[str, str]) -> None:
    assert verdicts(text, "quotient") == found


DURATIONS = [
    ("The bridge opened in 1932. In 1982, 50 years later, it was painted red.", {"50 years": "pass"}),
    ("The bridge opened in 1932. In 1982, 60 years later, it was painted red.", {"60 years": "fail"}),
    ("The mill closed in 2019 after 44 years; it had opened in 1975.", {"44 years": "pass"}),
    ("地铁2001年动工，2009年通车，历时8年。", {"8年": "pass"}),
    ("地铁2001年动工，2009年通车，历时12年。", {"12年": "fail"}),
    ("Born in 1920, the painter died in 1999, aged 68.", {"68": "fail"}),
    ("Born in 1920, the painter died in 1999, aged 78.", {"78": "pass"}),
    ("她生于1920年，1999年去世，享年79岁。", {"79岁": "pass"}),
    ("Founded in 1950, the club kept its 75th anniversary in 2025.", {"75th anniversary": "pass"}),
    ("Founded in 1950, the club kept its 65th anniversary in 2025.", {"65th anniversary": "fail"}),
    ("The tower went up in 1901. When it burned down in 1956 it had stood for 75 years.", {"75 years": "fail"}),
    ("书店２００１年开业，２０１６年关闭，经营了25年。", {"25年": "fail"}),
    ("Born in 1950, she moved to Oslo in 1970 and to Bergen five years later.", {}),
    ("Born in 1950, she moved to Oslo in 1970, where she taught for 30 years.", {}),
    ("他1980年毕业，1985年出国，两年后回国，教了二十年书。", {}),
    ("Soils were kept moist (Miller, 2001; Jones, 2009) and tested after 6 months.", {}),
]


@pytest.mark.parametrize(("text", "found"), DURATIONS)
def test_the_time_between_two_dates(verdicts: Verdicts, text: str, found: dict[str, str]) -> None:
    assert verdicts(text, "duration") == found


ORDERS = [
    ("Line 1 carries 260,000 riders, more than the 240,000 of Line 2.", "pass"),
    ("Line 1 carries 260,000 riders, more than the 280,000 of Line 2.", "fail"),
    ("The new tram weighs 41 tonnes and is lighter than the 45-tonne car it replaces.", "pass"),
    ("The new tram weighs 48 tonnes and is lighter than the 45-tonne car it replaces.", "fail"),
    ("今年到访游客1.8万人，多于去年的1.5万人。", "pass"),
    ("今年到访游客1.3万人，多于去年的1.5万人。", "fail"),
    ("At 44 seconds she was faster than the 46 seconds of the champion.", "pass"),
    ("At 48 seconds she was faster than the 46 seconds of the champion.", "fail"),
    ("With 52 votes he came in ahead of his rival's 47.", "pass"),
    ("新塔高210米，低于旁边185米的老塔。", "fail"),
]


@pytest.mark.parametrize(("text", "verdict"), ORDERS)
def test_which_is_larger(verdicts: Verdicts, text: str, verdict: str) -> None:
    assert list(verdicts(text, "order").values()) == [verdict]


BOUNDS = [
    "Line 1 carries 260,000 riders on more than 280 trains.",
    "新塔高210米，该市禁止高于300米的建筑。",
    "She finished in 44 seconds, ahead of the 46 seconds of the champion.",
]


@pytest.mark.parametrize("text", BOUNDS)
def test_a_bound_is_no_comparison(verdicts: Verdicts, text: str) -> None:
    assert verdicts(text, "order") == {}


REPEATS = [
    ("The tower, 142 metres tall, opened in May. On Monday the 142-metre tower was closed.", "pass"),
    ("The tower, 142 metres tall, opened in May. On Monday the 124-metre tower was closed.", "fail"),
    ("展会接待了2.6万名观众。为这2.6万名观众，地铁加开了班次。", "pass"),
    ("展会接待了2.6万名观众。为这6.2万名观众，地铁加开了班次。", "fail"),
    ("The firm raised 7,500 euros. Those 5,700 euros will pay for a well.", "fail"),
    ("About 1,430 boats were lost. All 1,430 boats had been insured.", "pass"),
]


@pytest.mark.parametrize(("text", "verdict"), REPEATS)
def test_the_same_quantity_twice(verdicts: Verdicts, text: str, verdict: str) -> None:
    assert list(verdicts(text, "repeated").values()) == [verdict]


OTHERS = [
    "The dam, 185 metres tall, is old. The 40-metre dam below is new.",
    "The river is 1,540 km long, longer than the 1,450-km canal.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_another_number_of_the_same_kind_is_no_slip(verdicts: Verdicts, text: str) -> None:
    assert verdicts(text, "repeated") == {}


ROUND = [
    "The border is 1,000 km (600 miles) away.",
    "Its light can be seen from more than 50 km (35 miles) off.",
    "They waited 3 days, about 5 hours, and left.",
]


@pytest.mark.parametrize("text", ROUND)
def test_a_round_number_is_no_wrong_conversion(verdicts: Verdicts, text: str) -> None:
    assert "fail" not in verdicts(text, "conversion").values()
