"""What people write first over a pack of their own: facts put together as the words say, in four fields.

The pack lies in ``fields/``: companies and countries, outbreaks, planets, machines.
"""

import pytest

from factcheck.model.report import Outcome
from tests.conftest import Judge
from tests.notation import rows

# statement | verdict | derived
ECONOMY = """
    Acme.revenue[2023] - Acme.revenue[2022] = 200 million USD                     | pass | 200 million USD
    percent_change(before=Acme.revenue[2022], after=Acme.revenue[2023]) = 25 %    | pass | 25 %
    percent_change(before=Acme.revenue[2022], after=Acme.revenue[2023]) = 20 %    | fail | 25 %
    Acme.profit / Acme.revenue[2023] = 12 %                                       | pass | 12 %
    Acme.revenue[2023] > Bolt.revenue                                             | pass | 1,000,000,000 USD
    Acme.revenue[2023] + Bolt.revenue = 1.8 billion USD                           | pass | 1.8 billion USD
    Acme.revenue[2023] / Bolt.revenue = 1.25                                      | pass | 1.25
    Acme.profit + Bolt.profit > 150 million USD                                   | pass | 160 million USD
    Acme.revenue[2023] / Acme.staff = 200,000 USD                                 | pass | 200,000 USD
    Acme.price * Acme.shares / Acme.profit = 25                                   | pass | 25
    Germany.gdp[2023] - France.gdp[2023] = 1.48 trillion USD                      | pass | 1.48 trillion USD
    Germany.gdp[2023] - France.gdp[2023] = 1.8 trillion USD                       | fail | 1.48 trillion USD
    Germany.gdp[2023] / Germany.population > France.gdp[2023] / France.population | pass | 53,609.5 USD
    Germany.debt * Germany.gdp[2023] = 2.85 trillion USD                          | pass | 2.84937 trillion USD
    max(Germany.gdp[2023], France.gdp[2023]) = 4.53 trillion USD                  | pass | 4.53 trillion USD
    share(part=France.gdp[2023], whole=Germany.gdp[2023]) = 67 %                  | pass | 67.3289 %
    total(parts=[Germany.population, France.population]) = 152.8 million          | pass | 152.8 million
"""
OUTBREAKS = """
    Northtown.deaths / Northtown.cases = 2.0 %                                    | pass | 2 %
    Northtown.cases + Southtown.cases = 15,500                                    | pass | 15,500
    Northtown.cases / Northtown.population > Southtown.cases / Southtown.population | pass | 0.02
    1 - 1 / measles.r0 = 93 %                                                     | pass | 93.3333 %
    measles.incubation - flu.incubation = 8 days                                  | pass | 8 day
    (Northtown.deaths + Southtown.deaths) / (Northtown.cases + Southtown.cases) = 1.8 % | pass | 1.8 %
    (Northtown.deaths + Southtown.deaths) / (Northtown.cases + Southtown.cases) = 3 % | fail | 1.8 %
    Northtown.cases + Southtown.incubation = 15,500                               | FC302 | -
    Northtown.cases + flu.incubation = 15,500                                     | FC203 | -
"""
SKY = """
    Earth.mass / Moon.mass = 81.3                                                 | pass | 81.2517
    Sun.mass / Earth.mass ~ 333,000                                               | pass | 333,054
    Earth.mass / (4/3 * 3.14159 * Earth.radius^3) = 5.51 g/cm^3                   | pass | 5.51326 g/cm^3
    Moon.distance / (299792.458 km/s) = 1.282 s                                   | pass | 1.28222 s
    Earth.radius - Mars.radius = 2,981 km                                         | pass | 2,981 km
    sqrt(2 * 6.674e-11 m^3/kg/s^2 * Earth.mass / Earth.radius) = 11.2 km/s        | pass | 11.1857 km/s
    (Mars.distance / Earth.distance)^3 ~ (Mars.orbit / Earth.orbit)^2             | pass | 3.54005
    Mars.gravity / Earth.gravity = 38 %                                           | pass | 37.8571 %
    Mars.mass < Earth.mass / 9                                                    | pass | 6.417e23 kg
    Earth.radius : Mars.radius ~ 1:2                                              | fail | 1.879:1
    Earth.mass > Earth.radius                                                     | FC203 | -
"""
MACHINES = """
    8 card * card.power = 5.6 kW                                                  | pass | 5.6 kW
    8 card/server * card.power = 5.6 kW/server                                    | pass | 5.6 kW/server
    server.power - server.card * card.power = 4.6 kW                              | pass | 4.6 kW
    percent_change(before=old_card.power, after=card.power) = 75 %                | pass | 75 %
    card.power / old_card.power = 1.75                                            | pass | 1.75
    energy(power=card.power, time=1 hour) = 700 Wh                                | pass | 700 Wh
    1000 card * energy(power=card.power, time=1 day) = 16.8 MWh                   | pass | 16.8 MWh
    card.peak / card.power > old_card.peak / old_card.power                       | pass | 1.41429 TFLOP/J
    10 MW / card.power = 14,286 card                                              | pass | 14,285.7 card
    card.power + 100 W = 800 W                                                    | pass | 800 W
    8 card * (card.power + 100 W) = 6.4 kW                                        | pass | 6.4 kW
    sqrt(card.power * old_card.power) = 529 W                                     | pass | 529.15 W
    derive(14 MW) = 20,000 card                                                   | pass | 20,000 card
    8 card + 1 server = 9 card                                                    | FC203 | -
    8 card * old_card.power = 3.2 kW                                              | FC203 | -
    server.card = 8                                                               | FC203 | -
    card.power + card.price = 5                                                   | FC203 | -
"""


def told(found: Outcome) -> str:
    return " ".join(note.text for note in found.notes if note.code == "FC415")


@pytest.mark.parametrize(("says", "expected", "derived"), rows(ECONOMY + OUTBREAKS + SKY + MACHINES))
def test_a_first_claim(says: str, expected: str, derived: str, fields: Judge) -> None:
    found = fields(says)
    assert (found.code if found.verdict == "error" else found.verdict) == expected, found.headline
    assert (found.derived.text.partition(" (")[0] if found.derived else "-") == derived


# statement | what the report says was left out
LEFT_OUT = """
    card.power / old_card.power = 1.75                | “per card, old_card” is left out
    percent_change(before=old_card.power, after=card.power) = 75 % | “per card, old_card” is left out
    1 - 1 / measles.r0 = 93 %                         | “per measles” is left out
    energy(power=card.power, time=1 hour) = 700 Wh    | compared per card
    Acme.revenue[2023] > Bolt.revenue                 | the revenue of one Acme against that of one Bolt
"""


@pytest.mark.parametrize(("says", "text"), rows(LEFT_OUT))
def test_what_goes_is_said(says: str, text: str, fields: Judge) -> None:
    assert text in told(fields(says))


@pytest.mark.parametrize("says", ["8 card * card.power = 5.6 kW", "card.peak / card.power = 1.41 TFLOP/s/W"])
def test_what_cancels_needs_no_words(says: str, fields: Judge) -> None:
    assert told(fields(says)) == ""


def test_values_are_shown_without_what_was_left_out(fields: Judge) -> None:
    assert fields("card.power / old_card.power = 1.75").substituted.startswith("700 W ÷ 400 W = 1.75")
    assert fields("8 card * card.power = 5.6 kW").substituted.startswith("8 card × 700 W/card = 5.6 kW")


def test_a_count_that_somebody_wrote_is_named_in_the_message(fields: Judge) -> None:
    (diagnostic,) = fields("8 card * old_card.power = 3.2 kW").diagnostics
    assert diagnostic.notes == ("derived is power · card / old_card", "stated  is power")


def test_the_value_of_a_claim_keeps_its_offer(fields: Judge) -> None:
    """A claim on one card can be counted up by another claim."""
    found = fields("50 card * one-day = 840 kWh", others={"one-day": "card.power * 1 day = 16.8 kWh"})
    assert found.verdict == "pass"
