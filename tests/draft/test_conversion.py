"""The same quantity twice: in another unit, with another scale word, in another currency, in words and in percent."""

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], dict[str, str]]
KINDS = "conversion|scale|bits-bytes|exchange|quotient|share"


def of(verdicts: Verdicts, text: str, number: str) -> str:
    """Return the verdict on a number, or nothing."""
    return next((verdict for found, verdict in verdicts(text, KINDS).items() if number in found), "")


UNITS = [
    ("The canal is 62 km (39 miles) long.", "39 miles", "pass"),
    ("The canal is 62 km (93 miles) long.", "93 miles", "fail"),
    ("The reef is 3–5 km (1.9–3.1 mi) wide.", "3.1 mi", "pass"),
    ("The reef is 3–5 km (1.9–4.1 mi) wide.", "4.1 mi", "fail"),
    ("The boxer weighs 11 st 2 lb (71 kg).", "71 kg", "pass"),
    ("The boxer weighs 11 st 2 lb (17 kg).", "17 kg", "fail"),
    ("The cheese weighs 1 kg 300 g (2.9 lb).", "2.9 lb", "pass"),
    ("The flight took 3 h 20 min (200 minutes).", "200 minutes", "pass"),
    ("The town has 310/km² (803/mi²).", "803/mi²", "pass"),
    ("The fan turns at 1,200 rpm (20 Hz).", "20 Hz", "pass"),
    ("The lap took 312 s (5.2m).", "5.2m", "pass"),
    ("A 12-ounce (355 ml) can.", "355 ml", "pass"),
    ("A 12-ounce (340 g) steak.", "340 g", "pass"),
    ("Six pints (3.4 litres) of stout.", "3.4 litres", "pass"),
    ("Six pints (2.8 litres) of stout.", "2.8 litres", "pass"),
    ("Six pints (6.4 litres) of stout.", "6.4 litres", "fail"),
    ("该市人口约30亿（3 billion）。", "3 billion", "pass"),
    ("投资40亿元 (40 billion yuan)。", "40 billion yuan", "fail"),
    ("The switch has a port of 25 Gb/s (25 GB/s).", "25 GB/s", "fail"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), UNITS)
def test_a_value_in_another_unit(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict


TEMPERATURES = [
    ("It was 30C (86F) in the shade.", "86F", "pass"),
    ("It was 30C (68F) in the shade.", "68F", "fail"),
    ("The bay has warmed by 3C (5.4F) since then.", "5.4F", "pass"),
    ("The bay has warmed by 3C (37.4F) since then.", "37.4F", "fail"),
    ("They hope to keep the rise in temperature below 1.5C (2.7F).", "2.7F", "pass"),
    ("They hope to keep the rise in temperature below 1.5C (34.7F).", "34.7F", "fail"),
    ("Last June was 2.1 degrees Celsius (3.8 degrees Fahrenheit) above the average.", "3.8", "pass"),
    ("At night it stayed below 2C (35.6F).", "35.6F", "pass"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), TEMPERATURES)
def test_a_rise_of_temperature_is_no_level(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict


OTHER = [
    ("The bond yields 6.20 percent, or 70 basis points over the index.", "70 basis points"),
    ("The canal is 1,000 km (600 miles) long.", "600 miles"),  # a round number
    ("The harvest was 1,500,000 sacks (60 kg).", "60 kg"),
    ("The lease ends after two years, or 90 days after a notice.", "90 days"),
    ("The parcel weighs 7 kg - 400 g = 6.6 kg.", "6.6 kg"),
    ("售出600台，3%（18台）被退回。", "18台"),
    ("The fine was $14 million, or $20,000 for each house.", "$20,000"),
]


@pytest.mark.parametrize(("text", "number"), OTHER)
def test_another_quantity_is_no_conversion(verdicts: Verdicts, text: str, number: str) -> None:
    assert of(verdicts, text, number) != "fail"


FARES = "The ferry took $33.4m (£17.6m) in May, $22.8m (£12.0m) in June, $57.0m (£30.0m) in July and {} in August."
EXCHANGE = [
    (FARES.format("$15.2m (£8.0m)"), "£8.0m", "pass"),
    (FARES.format("$15.2m (£9.5m)"), "£9.5m", "fail"),
    (FARES.format("$15.2m (£7.8m)"), "£7.8m", ""),  # the rate of another day
    ("The ferry took $33.4m (£17.6m) in May and $15.2m (£9.5m) in June.", "£9.5m", ""),
    ("Boats sold for €200,000 (£140,000), €310,000 (£217,000) and €450,000 (£395,000).", "£395,000", "query"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), EXCHANGE)
def test_one_rate_of_exchange_in_a_text(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict


SHARES = [
    ("Nearly half of all growers, some 48%, use it.", "Nearly half", "pass"),
    ("More than two-thirds (68%) agreed.", "More than two-thirds", "pass"),
    ("占总量的47.5%，占比接近一半。", "接近一半", "pass"),
    ("Half of the boys, 20% of the girls, swim.", "Half", ""),
]


@pytest.mark.parametrize(("text", "number", "verdict"), SHARES)
def test_a_share_in_words_and_in_percent(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict


PER_THING = [
    ("The county spent $48.6 million on 5.4 million visitors, or $9 per visitor.", "$9 per visitor", "pass"),
    ("The county spent $48.6 million on 5.4 million visitors, or $9,000 per visitor.", "$9,000 per visitor", "fail"),
    ("The county spent $48.6 million on 5.4 million visitors; a hotel takes $90 per visitor.", "$90", "fail"),
    ("The county spent $48.6 million on 5.4 million visitors; a hotel takes $130 per visitor.", "$130", ""),
]


@pytest.mark.parametrize(("text", "number", "verdict"), PER_THING)
def test_a_rate_per_thing(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict
