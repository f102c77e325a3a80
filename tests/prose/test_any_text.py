"""What holds for any text at all: places are exact, nothing raises, and reading depends on nothing but the text."""

import re
from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.prose.mention import Aside, Mention, Reading
from factcheck.prose.reader import read
from factcheck.quantity.dimension import multiply, power
from factcheck.quantity.units import UnitTable
from factcheck.source import Span

SENTENCES = (
    "The plant made between 5 and 6 million tonnes of steel in 2019, about 12 % less than in the year before.",
    "Its 25 chips deliver 9.05 PFLOP/s, at least 3.2 ± 0.1 times as much as the 1 234 older ones.",
    "On 4 March 2021 the fund fell from $40.5bn to $38 bn; one of the three managers left.",
    "A sample of 3 × 10⁻⁵ mol (−18 °C, pH 7–8) was kept for two and a half hours [17, 18].",
    "More than 20 and less than or equal to 35 people came, a few hundred watched, half a million heard of it.",
    "See Figs. 4 and 5, phase 3, the A320neo and GPT-4; call 555-010-1234 or pay EUR50m (7.5 €/kg) by 10:30.",
    "该厂约有27.6万名员工，同比增长3.5%，其中三分之一在2021年以后入职。",
    "气温从零下5℃升到12℃，降水量为20到30毫米，超过往年的两倍。",
    "他花了一百二十万元买下3间房，共计二百余平方米，十几个人住。",
    "一本书卖三块五毛，一支笔卖五毛，打八折后再降三成。",
)
PIECES = [piece for sentence in SENTENCES for piece in re.findall(r"\w+|\W", sentence)]

texts = st.text(max_size=80)
splices = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
spaced = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
mixed = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=8)), max_size=5).map("".join)
any_text = st.one_of(texts, splices, spaced, mixed)
real = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)

examples = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def found(reading: Reading) -> list[Mention | Aside]:
    return sorted([*reading.mentions, *reading.asides], key=lambda one: one.span.start)


def size(mention: Mention) -> object:
    """The unit of a mention, whatever it is called: its factor and dimension."""
    factor, dimension = Fraction(1), ()
    for one in mention.measure.factors:
        factor *= one.unit.factor**one.power
        dimension = multiply(dimension, power(one.unit.dimension, one.power))
    percent = mention.measure.name == "percent"
    return (Fraction(1, 100), ()) if percent else (factor, dimension)


def moved(one: Mention | Aside, by: int) -> tuple[object, ...]:
    span = Span(one.span.start + by, one.span.end + by)
    if isinstance(one, Aside):
        return (replace(one, span=span),)
    return span, one.text, one.number, one.measure.name, one.change, one.manner


@examples
@given(any_text)
def test_every_place_is_the_exact_substring_and_none_overlap(units: UnitTable, text: str) -> None:
    end = 0
    for one in found(read(text, units)):
        assert end <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start : one.span.end] == one.text
        end = one.span.end


@examples
@given(any_text)
def test_the_same_text_is_read_the_same_twice(units: UnitTable, text: str) -> None:
    assert read(text, units) == read(text, units)


@examples
@given(st.sampled_from(SENTENCES), any_text.filter(lambda text: text.strip()))
def test_a_paragraph_in_front_moves_what_follows_and_changes_nothing(units: UnitTable, first: str, text: str) -> None:
    front = f"{first}\n\n"
    alone, after = read(text, units), read(front + text, units)
    behind = [moved(one, 0) for one in found(after) if one.span.start >= len(front)]
    assert behind == [moved(one, len(front)) for one in found(alone)]


@examples
@given(real)
def test_what_is_printed_reads_back_to_the_same_interval_and_unit(units: UnitTable, text: str) -> None:
    for mention in read(text, units).mentions:
        again = read(mention.printed, units).mentions
        assert [one.text for one in again] == [mention.printed]
        assert [(one.interval, size(one)) for one in again] == [(mention.interval, size(mention))]


@examples
@given(any_text)
def test_an_interval_holds_the_value_that_it_is_about(units: UnitTable, text: str) -> None:
    for mention in read(text, units).mentions:
        low, high = mention.interval.low, mention.interval.high
        assert low is None or high is None or low <= high
        if mention.value is not None:
            assert low is None or low <= mention.value
            assert high is None or mention.value <= high
