"""Claims that quote a row of a table: found in its own row, whatever stands between the cells."""

from pathlib import Path

import pytest

from factcheck.model.draft import DraftReport
from factcheck.workspace import Workspace
from tests.projects import write

DRAFT = """\
| bread | flour  | price |
|-------|--------|-------|
| rye   | 500 g  | 4 EUR |
| wheat | 500 g  | 5 EUR |
| spelt | 650 g  | 5 EUR |
"""
CLAIM = """\
format: 1
article: {{file: drafts/bread.md}}
claims:
- id: price
  quote: {quote}
  exempt: what the baker asks
"""


def report(folder: Path, quote: str) -> DraftReport:
    files = {"factcheck.toml": "", "claims/bread.yaml": CLAIM.format(quote=quote), "drafts/bread.md": DRAFT}
    write(folder, files)
    return Workspace.open(folder).draft_file(folder / "drafts/bread.md")


@pytest.mark.parametrize(
    ("quote", "line"), [("wheat 500 g 5 EUR", 4), ("spelt 650 g 5 EUR", 5), ("650 g 5 EUR", 5), ("g 5 EUR", 4)]
)
def test_a_row_is_found_by_its_words(quote: str, line: int, tmp_path: Path) -> None:
    found = report(tmp_path, quote)
    assert found.diagnostics == ()
    prices = [number for number in found.numbers if number.text == "5 EUR" and number.status == "ignored"]
    assert [DRAFT.count("\n", 0, number.start) + 1 for number in prices] == [line]


def test_another_number_is_named_in_the_row_that_has_it(tmp_path: Path) -> None:
    (problem,) = report(tmp_path, "spelt 650 g 6 EUR").diagnostics
    assert "the draft now says 5, the claim says 6" in problem.message
