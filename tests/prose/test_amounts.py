"""English amounts in prose: digits with any separator, fractions, powers, words; hedges and bounds; ranges."""

import time

import pytest

from factcheck.prose.mention import Mention
from factcheck.prose.reader import read
from factcheck.quantity.units import UnitTable
from tests.notation import digits, rows, shown

# sentence | the mention | its value
NUMBERS = """
    It scored 1,234.5 altogether.                | 1,234.5                    | 1234.5
    Some 1_000 rows were read.                   | Some 1_000                 | 1000
    They walked 40 000 steps.                    | 40 000                     | 40000
    They walked 1\u202f234\u202f567 steps.       | 1\u202f234\u202f567        | 1234567
    The Swiss count 1'234'567 voters.            | 1'234'567                  | 1234567
    They write 1,00,00,000 there.                | 1,00,00,000                | 10000000
    In Bonn it reads 1.234,5 here.               | 1.234,5                    | 1234.5
    About １２３ came.                           | About １２３               | 123
    A charge of 1.2e5 was seen.                  | 1.2e5                      | 120000
    A charge of 3×10^5 was seen.                 | 3×10^5                     | 300000
    A charge of 3 x 10⁵ was seen.                | 3 x 10⁵                    | 300000
    A rate of 1×10−5 was seen.                   | 1×10−5                     | 0.00001
    A rate of 1.5×1012 was seen.                 | 1.5×1012                   | 1500000000000
    They ran the 4×100 relay.                    | 4                          | 4
    It rose by 10^6 in all.                      | 10^6                       | 1000000
    A share of 1/3 is left.                      | 1/3                        | 1/3
    It takes 10 1/2 all told.                    | 10 1/2                     | 10.5
    It takes 2½ of those.                        | 2½                         | 2.5
    It fell by ¾ overnight.                      | ¾                          | 0.75
    Five eighths of it is sand.                  | Five eighths               | 0.625
    One - fourth of it is sand.                  | One - fourth               | 0.25
    One twenty-fifth of it is sand.              | One twenty-fifth           | 0.04
    The result is three and one fourth.          | three and one fourth       | 3.25
    Two out of five stayed.                      | Two out of five            | 0.4
    The ratio is one over three.                 | one over three             | 1/3
    He owns five dozen eggs.                     | five dozen                 | 60
    He owns 5 dozen eggs.                        | 5 dozen                    | 60
    It lost a million and a half.                | a million and a half       | 1500000
    It lost 3 million and a half.                | 3 million and a half       | 3500000
    It lost one billion and a quarter million.   | one billion and a quarter million | 1000250000
    It won one billion and three quarters million. | one billion and three quarters million | 1000750000
    It has two hundred and three quarters.       | two hundred and three quarters | 200.75
    It has one hundred and thirty fifths.        | one hundred and thirty fifths | 26
    It has three twenty-firsts.                  | three twenty-firsts        | 1/7
    It sold 4 hundred million.                   | 4 hundred million          | 400000000
    It sold 3 hundred and 21.                    | 3 hundred and 21           | 321
    It sold 2.5 k so far.                        | 2.5 k                      | 2500
    It sold 1.2b so far.                         | 1.2b                       | 1200000000
    It earns US$ 1MM so far.                     | US$ 1MM                    | 1000000
    It gives (-3/2) in all.                      | -3/2                       | -1.5
    It lost a quarter million.                   | a quarter million          | 250000
    They sold hundred thousand.                  | hundred thousand           | 100000
    A grade of two point five is fine.           | two point five             | 2.5
    A grade of zero point zero eight is bad.     | zero point zero eight      | 0.08
    It lies one and one-half miles off.          | one and one-half miles     | 1.5
    It is point five miles away.                 | point five miles           | 0.5
    They spent $6-million there.                 | $6-million                 | 6000000
    A 3-million-ton mine opened.                 | 3-million-ton              | 3000000
    It takes 3 2/4 cups.                         | 3 2/4 cups                 | 3.5
    In Bonn it costs 1.234.567,89 euro.          | 1.234.567,89 euro          | 1234567.89
    They counted thirteen hundred stars.         | thirteen hundred           | 1300
    The answer is minus one.                     | minus one                  | -1
    The answer is negative twenty-five.          | negative twenty-five       | -25
    It was −5 outside.                           | −5                         | -5
"""

# sentence | the mention | relation | its interval
HEDGES = """
    It holds about 9 people.                     | about 9                    | ~     | [8, 10]
    It holds ∼9 people.                          | ∼9                         | ~     | [8, 10]
    It holds c. 9 people.                        | c. 9                       | ~     | [8, 10]
    It holds of the order of 9 people.           | of the order of 9          | ~     | [8, 10]
    It holds 9 or so people.                     | 9 or so                    | ~     | [8, 10]
    It holds twenty-odd people.                  | twenty-odd                 | ~     | [17, 23]
    It holds nearly 9 people.                    | nearly 9                   | ~     | [8, 9]
    It holds just under 9 people.                | just under 9               | ~     | [8, 9]
    It holds just over 9 people.                 | just over 9                | ~     | [9, 10)
    It holds more than 9 people.                 | more than 9                | >     | (9, ∞)
    It holds in excess of 9 people.              | in excess of 9             | >     | (9, ∞)
    It can exceed 9 people.                      | exceed 9                   | >     | (9, ∞)
    It holds > 9 people.                         | > 9                        | >     | (9, ∞)
    It holds fewer than 9 people.                | fewer than 9               | <     | (-∞, 9)
    It holds at least 9 people.                  | at least 9                 | >=    | [9, ∞)
    It holds no fewer than 9 people.             | no fewer than 9            | >=    | [9, ∞)
    It holds greater than or equal to 9 people.  | greater than or equal to 9 | >=    | [9, ∞)
    It holds 500+ people.                        | 500+                       | >=    | [500, ∞)
    It holds 9 or more people.                   | 9 or more                  | >=    | [9, ∞)
    It holds 9 people or more.                   | 9 people or more           | >=    | [9, ∞)
    It holds ≥9 people.                          | ≥9                         | >=    | [9, ∞)
    It holds as many as 9 people.                | as many as 9               | <=    | (-∞, 9]
    It holds a maximum of 9 people.              | a maximum of 9             | <=    | (-∞, 9]
    It holds 9 or fewer people.                  | 9 or fewer                 | <=    | (-∞, 9]
    It holds up to about 9 people.               | up to about 9              | <=    | (-∞, 9]
    An arrow -> 9 people.                        | 9                          | =     | 9
    It holds 9 more than planned.                | 9                          | =     | 9
    It holds < = 9 people.                       | < = 9                      | <=    | (-∞, 9]
    It is spread over 9 hills.                   | 9                          | =     | 9
    They handed over 9 keys.                     | 9                          | =     | 9
    The rate was inching back up to 9.           | 9                          | =     | 9
    It employs over 9 people.                    | over 9                     | >     | (9, ∞)
"""

# sentence | the mention | its interval
RANGES = """
    It took 5–6 tries.                           | 5–6                        | [5, 6]
    It took 5 to 6 tries.                        | 5 to 6                     | [5, 6]
    It took 20 through 30 tries.                 | 20 through 30              | [20, 30]
    It took five- to tenfold: 5- to 10-fold.     | 5- to 10                   | [5, 10]
    It took between 5 and 6 tries.               | between 5 and 6            | [5, 6]
    It fell from 50 % to around 80 %.            | from 50 % to around 80 %   | [50, 80]
    It took between 200 and >1000 m.             | between 200 and >1000 m    | [200, ∞)
    It made 5 to 6 million.                      | 5 to 6 million             | [5000000, 6000000]
    It ran 900 m to 1.1 km.                      | 900 m to 1.1 km            | [900, 1100]
    It took 9 ± 2 tries.                         | 9 ± 2                      | [7, 11]
    It took 46.8 % ± 1.6 %.                      | 46.8 % ± 1.6 %             | [45.2, 48.4]
    It was 100 m ± 5 %.                          | 100 m ± 5 %                | [95, 105]
    An error of ±5 % is usual.                   | ±5 %                       | [-5, 5]
    We tried 5≤x≤80 in turn.                     | 5≤x≤80                     | [5, 80]
    More than 20 and less than or equal to 35.   | More than 20 and less than or equal to 35 | (20, 35]
    No more than 50 and no less than 20.         | No more than 50 and no less than 20 | [20, 50]
    Between minus ten and fifteen.               | Between minus ten and fifteen | [-10, 15]
    Between a hundred and two hundred.           | Between a hundred and two hundred | [100, 200]
    Several hundred came.                        | Several hundred            | [200, 900]
"""

NOTHING = """
    One of them left.
    The one who left.
    It was the twenty-first try.
    This was shown before [17], [3,5–8] and (26).
    See Figs. 4 and 5, phases 3, 5, and 7, and day 14.
    Smith et al. (2010a) and OAE2 wells Ktzi200/2007 in 22/10a-4.
    The salt is Ca(ClO4)2, with δ13C and F(3, 8.9).
    It is 24/7.
"""


def only(text: str, units: UnitTable) -> Mention:
    first, *others = read(text, units).mentions
    assert all(other.span.start >= first.span.end for other in others)
    return first if len(others) == 0 or "tenfold" not in text else others[-1]


@pytest.mark.parametrize(("text", "written", "value"), rows(NUMBERS))
def test_a_number_is_read_as_prose_writes_it(units: UnitTable, text: str, written: str, value: str) -> None:
    mention = only(text, units)
    assert mention.value is not None
    assert (mention.text, digits(mention.value)) == (written, value)


@pytest.mark.parametrize(("text", "written", "relation", "interval"), rows(HEDGES))
def test_a_hedge_is_read_as_an_interval(
    units: UnitTable, text: str, written: str, relation: str, interval: str
) -> None:
    mention = only(text, units)
    assert (mention.text, mention.relation, shown(mention.interval)) == (written, relation, interval)


@pytest.mark.parametrize(("text", "written", "interval"), rows(RANGES))
def test_a_range_is_read_whole(units: UnitTable, text: str, written: str, interval: str) -> None:
    mention = only(text, units)
    assert (mention.text, shown(mention.interval)) == (written, interval)


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_these_are_no_quantities(units: UnitTable, text: str) -> None:
    assert [mention.text for mention in read(text, units).mentions if mention.text != "24"] == []


def test_a_decimal_comma_is_read_where_it_is_asked_for(units: UnitTable) -> None:
    (mention,) = read("Es sind 1.234,5 Meter.", units, decimal_comma=True).mentions
    assert mention.value == 1234.5
    (mention,) = read("Es sind 1,5 Meter.", units, decimal_comma=True).mentions
    assert (mention.text, mention.value) == ("1,5 Meter", 1.5)


# sentence | the canonical form of its mention
PRINTED = """
    Some 27.6万 were sold.                       | about 276 thousand
    A speed of roughly 276,000 km/h.             | about 276,000 kilometer per hour
    It made between 5 and 6 million tonnes.      | 5,000,000 to 6,000,000 tonne
    A weight of >3.50 kg.                        | more than 3.50 kilogram
    It needs 1.5×10^12 steps.                    | 1.5 trillion
    It took 9 ± 2 s.                             | 9 ± 2 second
    More than 20 and at most 35 came.            | more than 20 and at most 35
    Half a million watched.                      | Half a million
    It took 10 1/2 hours.                        | 10.25 to 10.75 hour
"""


@pytest.mark.parametrize(("text", "printed"), rows(PRINTED))
def test_a_mention_is_printed_in_one_way(units: UnitTable, text: str, printed: str) -> None:
    assert only(text, units).printed == printed


def test_a_number_beyond_the_limits_is_an_aside(units: UnitTable) -> None:
    reading = read(f"It is {'9' * 200} or 10^99999 m.", units)
    assert [aside.kind for aside in reading.asides] == ["number too large"] * 2


@pytest.mark.parametrize("text", ["1" + "亿" * 60, "百" + "万余" * 3000, "三" + "亿" * 4000, "多万" * 3000])
def test_scale_words_beyond_the_limits_are_an_aside(units: UnitTable, text: str) -> None:
    reading = read(f"共{text}元。", units)
    assert {aside.kind for aside in reading.asides} == {"number too large"}


@pytest.mark.parametrize("code", ["TOP", "ALL", "TRY", "MAD"])
def test_a_code_of_a_currency_that_is_a_word_counts_no_money(units: UnitTable, code: str) -> None:
    assert only(f"The 10 {code} stories ran here.", units).measure.name != code.casefold()


@pytest.mark.parametrize("piece", ["½", "twenty-", "1e", "1 234 ", "5≤x≤", "about 1 ", "1–"])
def test_the_time_of_reading_grows_with_the_text_only(units: UnitTable, piece: str) -> None:
    short, long = (min(timed(piece * n, units) for _ in range(3)) for n in (300, 2400))
    assert long < 8 * 3 * short + 0.05


def timed(text: str, units: UnitTable) -> float:
    start = time.process_time()
    read(text, units)
    return time.process_time() - start
