"""The dates that a draft names, as years, months and days."""

import re
from typing import NamedTuple

from factcheck.prose.mention import Aside

_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")


class When(NamedTuple):
    """A date as far as it is named."""

    year: int
    month: int | None = None
    day: int | None = None


def when(aside: Aside) -> When | None:
    """Return the date that was read, or None where no year is named."""
    m = _YEAR.search(aside.text) if aside.kind == "date" else None
    return When(int(m[0])) if m else None
