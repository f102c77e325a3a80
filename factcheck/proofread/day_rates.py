"""The rate that two amounts make, and those of the bank, as a sentence has them: 0.531 GBP/USD, 0.51 to 0.541."""

from collections.abc import Mapping
from fractions import Fraction

from factcheck.proofread.amount import short
from factcheck.proofread.told import Judged


def rates(found: Judged) -> Mapping[str, str]:
    """Return the rate that a text implies, the least and the greatest of its days, and the unit of all three."""
    derived, stated = found.outcome.derived, found.outcome.stated
    ends = (derived and derived.nominal, stated and stated.low, stated and stated.high)
    if derived is None or stated is None or not all(ends):
        return {}
    implied, low, high = (short(Fraction(end or 0)) for end in ends)
    return {"implied": implied, "low": low, "high": high, "unit": derived.unit}
