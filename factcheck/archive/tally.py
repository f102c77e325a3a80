"""What is counted of texts, batch by batch; sums of tallies do not depend on the order of the batches."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

from factcheck.model.draft import DraftReport
from factcheck.model.texts import CheckedText
from factcheck.report.drafts.summary import is_finding
from factcheck.report.summary import DEFAULT_FAIL_ON
from factcheck.report.table.rows import Row

WORST = 50
"""So many findings are kept to be shown, the worst."""

_SHOWN = (
    "source",
    "row",
    "text_id",
    "date",
    "relation",
    "code",
    "verdict",
    "grade",
    "start",
    "number",
    "message",
    "off",
)
_PLAIN, _NESTED = ("texts", "numbers", "errors", "languages", "failing"), ("relations", "years")
_VERDICTS = ("fail", "query")
_GRADES = ("decision", "wrong", "slip", "")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|2[01]\d\d)(?!\d)|^(\d{4})(?=\d{4}$)")
_LONGEST = 300

Counts = dict[str, Counter[str]]


@dataclass(slots=True)
class Tally:
    """What was counted: texts by what became of them, numbers by status, findings by relation and year.

    ``failing`` counts by code what fails a run by the settings. ``relations`` and ``years`` count by verdict; a year
    has its ``texts`` and judged ``numbers``, too.
    """

    texts: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    failing: Counter[str] = field(default_factory=Counter)
    relations: Counts = field(default_factory=dict)
    years: Counts = field(default_factory=dict)
    worst: list[Row] = field(default_factory=list)

    def add(self, checked: CheckedText, rows: Iterable[Row]) -> None:
        """Count a text and its findings."""
        year = year_of(checked.text.date)
        if checked.report is None:
            self.texts["not checked"] += 1
            self.errors[checked.fault.kind if checked.fault else ""] += 1
            return
        self.texts["checked"] += 1
        self.languages[checked.report.language] += 1
        self.numbers.update(number.status for number in checked.report.numbers)
        self.failing.update(one.code for one in checked.report.findings if is_finding(one, DEFAULT_FAIL_ON))
        of_year = self.years.setdefault(year, Counter()) if year else Counter[str]()
        of_year.update(texts=1, numbers=_judged(checked.report))
        for row in rows:
            self.relations.setdefault(row["relation"], Counter())[row["verdict"]] += 1
            of_year[row["verdict"]] += 1
            if row["verdict"] in _VERDICTS:
                self.worst.append(_shown(row))

    def merge(self, other: "Tally") -> None:
        """Add what another one counted."""
        for name in _PLAIN:
            getattr(self, name).update(getattr(other, name))
        for name in _NESTED:
            mine: Counts = getattr(self, name)
            for key, counts in getattr(other, name).items():
                mine.setdefault(key, Counter()).update(counts)
        self.worst = nsmallest(WORST, [*self.worst, *other.worst], severity)

    def data(self) -> dict[str, Any]:
        """Return it as JSON keeps it."""
        plain = {name: dict(getattr(self, name)) for name in _PLAIN}
        nested = {name: {key: dict(one) for key, one in getattr(self, name).items()} for name in _NESTED}
        return {**plain, **nested, "worst": nsmallest(WORST, self.worst, severity)}


def tally(data: Mapping[str, Any]) -> Tally:
    """Return what ``data`` gave. Raises KeyError, TypeError or AttributeError for anything else."""
    plain: dict[str, Any] = {name: Counter(data[name]) for name in _PLAIN}
    nested: dict[str, Any] = {name: {key: Counter(one) for key, one in data[name].items()} for name in _NESTED}
    return Tally(**plain, **nested, worst=list(data["worst"]))


def severity(row: Row) -> tuple[Any, ...]:
    """Return by what findings are sorted, the worst first: what is wrong, then how far it is off."""
    off = row["off"]
    kind = _VERDICTS.index(row["verdict"]), _GRADES.index(row["grade"])
    return (*kind, -abs(off) if off is not None else 0.0, row["source"], row["row"], row["start"])


def _shown(row: Row) -> Row:
    return {name: row[name][:_LONGEST] if isinstance(row[name], str) else row[name] for name in _SHOWN}


def _judged(report: DraftReport) -> int:
    return len(report.numbers) - report.count("uncovered")


def year_of(date: str) -> str:
    """Return the year of a date as it is written: ``2005-03-01``, ``1 March 2005``, ``20050301``; empty for none."""
    found = _YEAR.search(date)
    return found[0] if found else ""
