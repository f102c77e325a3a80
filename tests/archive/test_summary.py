"""The summary of an archive: what is counted, and the page."""

import pytest

from factcheck.archive.page import Share, render
from factcheck.archive.tally import Tally, tally, year_of
from factcheck.model.texts import CheckedText, Fault, TextRow
from factcheck.report.table.rows import rows_of
from factcheck.workspace import Workspace
from tests.archive.examples import RENTS, ROAD, WRONG
from tests.projects import ROOT

WORKSPACE = Workspace.open(ROOT)


def counted(*texts: tuple[str, str]) -> Tally:
    """Return what is counted of texts with their dates."""
    found = Tally()
    for number, (text, day) in enumerate(texts):
        row = TextRow("<b>in</b>.jsonl", number, f"t{number}", text, day)
        for one in WORKSPACE.check_texts([row]):
            found.add(one, rows_of(one, WORKSPACE.held))
    return found


def test_findings_are_counted_by_relation_and_year() -> None:
    found = counted((RENTS, "2005-03-01"), (WRONG, "1 March 2005"), (ROAD, "2006"))
    assert {name: dict(counts) for name, counts in found.relations.items()} == {
        "percent-change": {"pass": 1, "fail": 1},
        "conversion": {"fail": 1},
    }
    assert dict(found.years["2005"]) == {"texts": 2, "numbers": 6, "pass": 1, "fail": 1}
    assert dict(found.years["2006"]) == {"texts": 1, "numbers": 2, "fail": 1}


def test_the_order_of_batches_does_not_show() -> None:
    texts = [(RENTS, "2005"), (WRONG, "2006"), (ROAD, "2005"), (WRONG, "")]
    one, other = Tally(), Tally()
    for text in texts:
        one.merge(counted(text))
    for text in reversed(texts):
        other.merge(counted(text))
    for each in (one, other):
        assert each.relations == counted(*texts).relations
    assert tally(one.data()) == one


def test_the_worst_is_what_is_farthest_off() -> None:
    found = counted((WRONG, ""), (ROAD, ""))
    assert [row["relation"] for row in found.data()["worst"]] == ["conversion", "percent-change"]


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2005-03-01T12:00", "2005"),
        ("1 March 1999", "1999"),
        ("20050301", "2005"),
        ("2005年3月", "2005"),
        ("1109678400", ""),
        ("yesterday", ""),
    ],
)
def test_a_year_is_read_from_a_date_as_it_is_written(date: str, year: str) -> None:
    assert year_of(date) == year


def test_a_rate_has_bounds_though_nothing_is_wrong() -> None:
    """None of 100 still allows 3.7 % (Wilson): 1.96² / (100 + 1.96²)."""
    low, high = Share(0, 100).bounds()
    assert low == pytest.approx(0, abs=1e-9)
    assert high == pytest.approx(37.0, abs=0.1)


def test_the_page_draws_relations_years_and_errors_and_nothing_in_it_is_markup_of_a_text() -> None:
    found = counted((ROAD, "2005"), (RENTS, "<script>2006"))
    found.add(CheckedText(TextRow("a", 9, "<i>", ""), fault=Fault("not-text", "no text")), ())
    page = render(found, ["<b>in</b>.jsonl"])
    assert "620 km is 385 miles, not 998 miles" in page
    assert page.count("<svg") == 2
    assert "conversion: 1 / 1; percent-change: 0 / 1" in page
    assert "<b>in</b>" not in page
    assert "<script" not in page
    assert "could not be checked" in page
    assert page == render(found, ["<b>in</b>.jsonl"])


def test_the_page_is_in_the_language_of_most_texts() -> None:
    found = counted(("全长620公里（998英里）。", "2005年"), ("公司营业收入从400万元增长到420万元，增长5%。", "2006年"))
    page = render(found, ["a.jsonl"])
    assert '<html lang="zh">' in page
    assert "按关系统计" in page
    assert "of a thousand" not in page
