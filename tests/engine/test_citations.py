"""Several sources of a fact, its page, the day on which it was read: from the pack to what people and programs see."""

from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.model.report import Citation, Step
from factcheck.report import renderer
from factcheck.workspace import Workspace
from tests.projects import write

PACK = """\
format: 1
sources:
  survey: {title: Survey of bridges, url: "https://survey.example", date: 2021-04-01, tier: press, accessed: 2024-02-03}
  atlas: {title: Atlas of bridges, url: "https://atlas.example", date: 2019-01-01, tier: primary}
  blog: {title: A blog, tier: secondary}
things:
  span:
    length:
      - {is: 320 m, source: [survey, atlas], page: 12}
      - {is: 350 m, source: blog}
    width: {is: 20 m, source: survey, page: Table 3, accessed: 2024-05-06}
"""
CLAIMS = """\
article: {url: "https://survey.example"}
claims:
- {id: long, says: span.length = 320 m}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    files = {"factcheck.toml": "", "rules/own/things/bridges.yaml": PACK, "claims/bridge.yaml": CLAIMS}
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    return Workspace.open(tmp_path, cached=False)


def cited(project: Workspace, says: str) -> Citation | None:
    step: Step | None = project.session.check_says(says).derivation
    return step.source if step else None


def test_the_report_cites_all_sources_with_page_and_day(project: Workspace) -> None:
    atlas = Citation("Atlas of bridges", "https://atlas.example", "2019-01-01", "primary")
    survey = Citation("Survey of bridges", "https://survey.example", "2021-04-01", "press")
    length = Citation(
        *(survey.title, survey.url, survey.date, survey.tier), "", "confirmed", "12", "2024-02-03", (atlas,)
    )
    assert cited(project, "span.length = 320 m") == length
    found = cited(project, "span.width = 20 m")
    assert found is not None
    assert (found.page_text, found.accessed_text) == ("Table 3", "accessed 2024-05-06")


def test_the_best_of_its_sources_counts(project: Workspace) -> None:
    """The survey alone is press, and the blog would be used."""
    found = project.session.check_says("span.length = 320 m")
    assert found.verdict == "pass"
    assert any("p. 12; also Atlas of bridges" in note.text for note in found.notes)
    assert any("another source gives span.length as 350 m: A blog" in note.text for note in found.notes)


def test_a_fact_that_another_source_has_too_is_not_circular(project: Workspace) -> None:
    """The article is the survey itself; the atlas has the value as well."""
    (file,) = project.check().files
    assert [outcome.verdict for outcome in file.outcomes] == ["pass"]


def test_people_see_them(project: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "span"]) == 0
    shown = capsys.readouterr().out
    assert "Survey of bridges, 2021-04-01, p. 12 (press, accessed 2024-02-03) <https://survey.example>" in shown
    assert "also Atlas of bridges, 2019-01-01 (primary) <https://atlas.example>" in shown
    text = renderer("markdown")(project.check(), verbose=True)
    assert "also [Atlas of bridges](https://atlas.example)" in text
    assert "Atlas of bridges" in renderer("html")(project.check())
    assert '"page": "12"' in renderer("json")(project.check())


def test_an_unknown_source_among_several_is_told(project: Workspace) -> None:
    path = project.project.root / "rules/own/things/bridges.yaml"
    path.write_text(PACK.replace("[survey, atlas]", "[survey, atlos]"), encoding="utf-8")
    (found, *_) = Workspace.open(project.project.root, cached=False).session.diagnostics
    assert (found.code, found.message) == ("FC502", "unknown source `atlos`; did you mean `atlas`?")
