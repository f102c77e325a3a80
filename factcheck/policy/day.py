"""The day that ends of ignores are compared with: nothing else in a report depends on the time."""

import os
from datetime import UTC, date, datetime

from factcheck.model.report import Day

VARIABLE = "SOURCE_DATE_EPOCH"
"""See https://reproducible-builds.org/docs/source-date-epoch/."""

_LAST = 253_402_300_799
"""The last second of the year 9999; a later one has no day, and the clock tells it."""


def day(given: str) -> Day:
    """Return the day that was given, that of SOURCE_DATE_EPOCH, or the one of the clock."""
    if given:
        return Day(given, "--today")
    epoch = os.environ.get(VARIABLE, "")
    if epoch.isdecimal() and len(epoch) <= len(str(_LAST)) and int(epoch) <= _LAST:
        return Day(datetime.fromtimestamp(int(epoch), UTC).date().isoformat(), "SOURCE_DATE_EPOCH")
    return Day(date.today().isoformat(), "clock")  # noqa: DTZ011 - the day where the run is
