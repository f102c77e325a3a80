"""The summary of an archive as a page: what was found, in pictures that are drawn here, the worst first."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck import __version__
from factcheck.archive.tally import Tally
from factcheck.quantity.languages import DEFAULT
from factcheck.quantity.phrases import page_words, phrases
from factcheck.report.table.rows import Row
from factcheck.report.web.page import element, escaped, page
from factcheck.report.web.speech import tongue

STYLES = {"fail": "wrong", "query": "query", "borderline": "borderline", "pass": "verified"}
_STATUS = ("wrong", "query", "borderline", "verified", "used", "ignored", "uncovered")
_ROW, _BAR, _LABEL, _NUMBERS = 22, 12, 26, 24
_SOURCES = 5
_YEARS, _LABELS, _HEIGHT, _FLOOR = 60, 12, 130, 112
_95 = 1.959964
"""The quantile of the normal distribution for 95 %."""


class Share(NamedTuple):
    """How many of some numbers are wrong."""

    wrong: int
    of: int

    @property
    def rate(self) -> float:
        """So many of a thousand."""
        return 1000 * self.wrong / self.of if self.of else 0.0

    def bounds(self) -> tuple[float, float]:
        """Return the bounds of the rate at 95 % (Wilson, 1927, J. Am. Stat. Assoc. 22, 209-212), of a thousand."""
        if not self.of:
            return 0.0, 0.0
        share, spread = self.wrong / self.of, _95**2 / self.of
        centre, half = share + spread / 2, _95 * math.sqrt(share * (1 - share) / self.of + spread / self.of / 4)
        return tuple(1000 * max(0.0, bound / (1 + spread)) for bound in (centre - half, centre + half))  # type: ignore[return-value]


def render(tally: Tally, sources: Sequence[str], language: str = "") -> str:
    """Return the page, in the language of most of the texts."""
    known = language or max(sorted(tally.languages), key=tally.languages.__getitem__, default=DEFAULT)
    words = page_words(tongue(known))["archive"]
    body = (
        "<main>",
        element("h1", escaped(words["title"])),
        element("p", escaped(_sources(sources, words)), class_="sum"),
        *_sums(tally, words, tongue(known)),
        *_relations(tally, words),
        *_years(tally, words),
        *_worst(tally, words),
        *_errors(tally, words),
        "</main>",
        element("footer", escaped(page_words(tongue(known))["draft"]["made"].format(version=__version__))),
    )
    return page(words["title"], tongue(known), body)


def _sources(sources: Sequence[str], words: Mapping[str, Any]) -> str:
    shown = words["comma"].join(sources[:_SOURCES])
    left = len(sources) - _SOURCES
    return str(words["more"].format(sources=shown, count=f"{left:,}")) if left > 0 else str(shown)


def whole(tally: Tally) -> Share:
    """Return how many of all judged numbers are wrong."""
    judged = sum(tally.numbers.values()) - tally.numbers["uncovered"]
    return Share(sum(one["fail"] for one in tally.relations.values()), judged)


def _sums(tally: Tally, words: Mapping[str, Any], language: str) -> Iterator[str]:
    texts = tally.texts["checked"]
    yield element("p", escaped(words["texts"].format(count=f"{texts:,}", left=f"{tally.texts['not checked']:,}")))
    share = whole(tally)
    low, high = share.bounds()
    told = {"rate": f"{share.rate:.2f}", "low": f"{low:.2f}", "high": f"{high:.2f}"}
    result = words["rate"].format(wrong=f"{share.wrong:,}", judged=f"{share.of:,}", **told)
    yield element("p", escaped(result), class_=f"result {'wrong' if share.wrong else 'verified'}")
    status = phrases(language)["report"]["status"]
    items = ((name, f"{tally.numbers[name]:,} {status[name]}") for name in _STATUS if tally.numbers[name])
    listed = "".join(element("li", escaped(text), class_=f"tag {name}") for name, text in items)
    yield element("ul", listed, class_="counts")


def _relations(tally: Tally, words: Mapping[str, Any]) -> Iterator[str]:
    """Yield the findings by relation: a bar for each, as long as it has findings, and its rate of wrong."""
    if not tally.relations:
        return
    yield element("h2", escaped(words["relations"]))
    yield element("p", escaped(words["relations-legend"]), class_="sum")
    rows = sorted(tally.relations.items(), key=lambda one: (-one[1]["fail"], -one[1]["query"], one[0]))
    most = max(sum(counts.values()) for _, counts in rows)
    lines = [_line(at, name, counts, most, words) for at, (name, counts) in enumerate(rows)]
    told = "; ".join(f"{name}: {counts['fail']:,} / {sum(counts.values()):,}" for name, counts in rows)
    yield element(
        "svg", "".join(lines), class_="bars", role="img", aria_label=told, height=str(_ROW * len(rows)), width="100%"
    )


def _line(at: int, name: str, counts: Mapping[str, int], most: int, words: Mapping[str, Any]) -> str:
    """Return a relation's bar, its verdicts side by side; lengths are roots, so that few are seen beside many."""
    y, total = _ROW * at, sum(counts.values())
    room = (100 - _LABEL - _NUMBERS) * math.sqrt(total / most)
    parts, x = [element("text", escaped(name), x="0", y=str(y + 15))], float(_LABEL)
    for verdict, style in STYLES.items():
        width = room * counts.get(verdict, 0) / total
        if width:
            least = max(width, 0.4)
            place = {"x": f"{x:.2f}%", "width": f"{least:.2f}%", "y": str(y + 5), "height": str(_BAR)}
            parts.append(element("rect", "", class_=style, **place))
            x += least
    share = Share(counts.get("fail", 0), total)
    told = words["of"].format(wrong=f"{share.wrong:,}", total=f"{total:,}", rate=f"{share.rate / 10:.2f}")
    return "".join((*parts, element("text", escaped(told), x=f"{x + 1:.2f}%", y=str(y + 15), class_="soft")))


def _years(tally: Tally, words: Mapping[str, Any]) -> Iterator[str]:
    """Yield the rate of wrong by year, with its bounds at 95 %."""
    found = {year: Share(counts["fail"], counts["numbers"]) for year, counts in sorted(tally.years.items())}
    shown = dict(list(found.items())[-_YEARS:])
    if not shown:
        return
    yield element("h2", escaped(words["years"]))
    yield element("p", escaped(words["years-legend"]), class_="sum")
    top = max(share.bounds()[1] for share in shown.values()) or 1.0
    step = 100 / len(shown)
    apart = -(-len(shown) // _LABELS)
    parts = [
        _year(step * (at + 0.5), "" if at % apart else year, share, top)
        for at, (year, share) in enumerate(shown.items())
    ]
    label = element("text", f"{top:.2f}", x="0", y="10", class_="soft")
    told = "; ".join(f"{year}: {share.rate:.2f}" for year, share in shown.items())
    line = element("line", "", x1="0", x2="100%", y1=str(_FLOOR), y2=str(_FLOOR), class_="axis")
    inside = "".join((line, label, *parts))
    yield element("svg", inside, class_="bars years", role="img", aria_label=told, height=str(_HEIGHT), width="100%")
    yield _year_table(tally, shown, words)


def _year(x: float, year: str, share: Share, top: float) -> str:
    low, high = (f"{_FLOOR - 95 * bound / top:.1f}" for bound in share.bounds())
    point = f"{_FLOOR - 95 * share.rate / top:.1f}"
    at = f"{x:.2f}%"
    return "".join(
        (
            element("line", "", x1=at, x2=at, y1=low, y2=high, class_="bound"),
            element("circle", "", cx=at, cy=point, r="4", class_="wrong"),
            element("text", escaped(year), x=at, y=str(_HEIGHT - 3), class_="soft middle") if year else "",
        )
    )


def _year_table(tally: Tally, shown: Mapping[str, Share], words: Mapping[str, Any]) -> str:
    heads = "".join(element("th", escaped(words["year"][name]), scope="col") for name in words["year"])
    rows = []
    for year, share in shown.items():
        cells = (year, f"{tally.years[year]['texts']:,}", f"{share.of:,}", f"{share.wrong:,}", f"{share.rate:.2f}")
        rows.append(element("tr", "".join(element("td", escaped(cell)) for cell in cells)))
    table = element("table", element("thead", element("tr", heads)) + element("tbody", "\n".join(rows)))
    return element("details", element("summary", escaped(words["table"])) + table, class_="folded")


def _worst(tally: Tally, words: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong, the farthest off first, then what is worth a look."""
    for verdict in ("fail", "query"):
        found = [row for row in tally.worst if row["verdict"] == verdict]
        if found:
            yield element("h2", escaped(words["worst"][verdict]))
            items = "\n".join(element("li", _found(row, words), class_=STYLES[verdict]) for row in found)
            yield element("ol", items, class_="problems")


def _found(row: Row, words: Mapping[str, Any]) -> str:
    place = words["place"].format(id=row["text_id"], source=row["source"], row=row["row"], start=row["start"])
    date = words["dated"].format(date=row["date"]) if row["date"] else ""
    told = element("p", escaped(row["message"]), class_="what")
    return told + element("p", escaped(f"{place}{date} · {row['relation']} {row['code']}"), class_="place")


def _errors(tally: Tally, words: Mapping[str, Any]) -> Iterator[str]:
    if not tally.errors:
        return
    yield element("h2", escaped(words["errors"]))
    rows = sorted(tally.errors.items(), key=lambda one: (-one[1], one[0]))
    told = words["error"]
    cells = "".join(
        element("tr", element("td", escaped(told.get(kind, kind))) + element("td", f"{count:,}"))
        for kind, count in rows
    )
    yield element("table", element("tbody", cells))
