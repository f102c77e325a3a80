"""Known units by their English names, as the measures of Chinese numbers."""

from factcheck.prose.mention import Measure
from factcheck.prose.money import named
from factcheck.prose.page import Page
from factcheck.quantity.dimension import CURRENCIES
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.source import Span


def known_unit(page: Page, name: str, span: Span, shown: str = "") -> tuple[Measure, int]:
    """Return the measure of a unit whose word stands at ``span``, and the position behind it."""
    unit = page.units.lookup(name)
    factors = (UnitFactor(unit, 1, span),) if unit else ()
    measure = Measure(shown or name.replace("_", " "), span, factors)
    return (named(page, measure) if unit and unit.name in CURRENCIES and not shown else measure), span.end
