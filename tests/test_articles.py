"""``article: {file: …}``: a check looks up the quotes of claims in the text, and every format points at its lines."""

import json
from pathlib import Path

import pytest

from factcheck.model.report import Position, Report
from factcheck.policy.asked import Asked
from factcheck.report import renderer
from factcheck.workspace import Workspace
from tests.policy.examples import lines
from tests.policy.test_since import committed
from tests.projects import imports, replace, run, write

CLAIMS = """\
article: {title: The road, file: drafts/road.md}
claims:
- id: length
  quote: 620 km (998 miles)
  says: 620 km = 998 mile
- id: lorries
  quote: 31 diesel and 14 electric lorries
  says: 31 + 14 = 45
- id: opened
  quote: opens in spring
  exempt: an announcement
- id: unquoted
  says: 1 + 1 = 2
"""
TEXT = """\
# A road

The *road* is 620 km
(998 miles) long. It was built by 31 diesel and
14 electric lorries, and opens in spring.
"""
FILES = {"factcheck.toml": "", "claims/road.yaml": CLAIMS, "drafts/road.md": TEXT}


def checked(project: Path, text: str = TEXT, *, settings: str = "", asked: Asked | None = None) -> Report:
    write(project, FILES | {"drafts/road.md": text, "factcheck.toml": settings})
    return Workspace.open(project).check((), asked=asked)


def problems(report: Report) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.place), one.message) for file in report.files for one in file.diagnostics]


def test_a_claim_knows_where_the_text_has_its_words(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert problems(report) == []
    assert {one.id: one.article for one in report.files[0].outcomes} == {
        "length": Position("drafts/road.md", 3, 15, 15),  # it goes on in the next line
        "lorries": Position("drafts/road.md", 4, 35, 35),
        "opened": Position("drafts/road.md", 5, 26, 41),
        "unquoted": None,
    }


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "998 miles",
            "385 miles",
            ("FC631", "drafts/road.md:3:15", "length: the draft now says 385, the claim says 998"),
        ),
        (
            ", and opens in spring",
            "",
            ("FC632", "claims/road.yaml:9:3", "the text of `opened` is gone from drafts/road.md: opens in spring"),
        ),
    ],
)
def test_a_quote_that_the_text_has_no_more_is_a_finding(
    old: str, new: str, found: tuple[str, str, str], tmp_path: Path
) -> None:
    assert problems(checked(tmp_path, TEXT.replace(old, new))) == [found]


def test_a_text_that_is_not_there_ends_the_run_with_2(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / "drafts/road.md").unlink()
    done = run("check", "--format", "concise", cwd=tmp_path)
    assert done.returncode == 2
    assert b"claims/road.yaml:1:34: FC101 no such file or folder: `drafts/road.md`" in done.stdout


def test_a_text_outside_the_project_is_not_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write(tmp_path, {"secret.md": TEXT})
    write(project, FILES | {"claims/road.yaml": CLAIMS.replace("drafts/road.md", "../secret.md")})
    report = Workspace.open(project).check()
    assert problems(report) == [("FC112", "claims/road.yaml:1:34", "`../secret.md` leads outside the project")]
    assert [one.article for one in report.files[0].outcomes] == [None] * 4


@pytest.mark.parametrize(
    ("settings", "level"),
    [('[codes]\nFC631 = "note"\n', ["note"]), ('[paths."drafts".codes]\nFC631 = "off"\n', []), ("", ["error"])],
)
def test_settings_say_what_a_changed_quote_counts(settings: str, level: list[str], tmp_path: Path) -> None:
    report = checked(tmp_path, TEXT.replace("998", "385"), settings=settings)
    assert [one.level for one in report.files[0].diagnostics] == level


def test_an_edit_of_the_text_is_seen_and_judges_no_claim_again(tmp_path: Path) -> None:
    checked(tmp_path)
    replace(tmp_path / "drafts/road.md", "# A road\n", "# A long road\n\nIt is new.\n")
    again = Workspace.open(tmp_path)
    report = again.check()
    assert (again.stats.claims_checked, again.stats.files_reused) == (0, 1)
    assert report.files[0].outcomes[0].article == Position("drafts/road.md", 5, 15, 15)
    loaded = imports("check", "--exit-zero", cwd=tmp_path)
    assert {name for name in loaded if name.startswith(("factcheck.prose", "factcheck.engine", "markdown_it"))} == set()


def test_what_changed_since_includes_a_text_that_lost_a_quote(tmp_path: Path) -> None:
    committed(tmp_path, FILES)
    assert lines(checked(tmp_path, asked=Asked(since="HEAD"))) == []
    edited = TEXT.replace("998 miles", "385 miles")
    found = lines(checked(tmp_path, edited, asked=Asked(since="HEAD")))
    assert found == ["drafts/road.md:3:15: FC631 length: the draft now says 385, the claim says 998"]


# What each format shows of it


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("text", "  claims/road.yaml:5:9 · drafts/road.md:3:15\n"),
        ("concise", " (the stated value is 2.59 times as large) (drafts/road.md:3:15)\n"),
        ("markdown", "- At `claims/road.yaml:5:9`, in the text at `drafts/road.md:3:15`\n"),
        ("html", "length · claims/road.yaml:5:9 · drafts/road.md:3:15"),
        ("junit", "claims/road.yaml:5:9 · drafts/road.md:3:15"),
        ("jsonl", '"path": "claims/road.yaml", "line": 5, "article": "drafts/road.md", "article_line": 3}\n'),
        ("json", '"article": {"path": "drafts/road.md", "line": 3, "column": 15, "end_column": 15}'),
        ("gitlab", '"other_locations": [\n      {\n        "path": "drafts/road.md",'),
    ],
)
def test_each_format_points_at_the_text(form: str, shown: str, tmp_path: Path) -> None:
    assert shown in renderer(form)(checked(tmp_path))


def test_github_annotates_the_line_of_the_text_and_that_of_the_claim(tmp_path: Path) -> None:
    annotated = [line.partition(",title")[0] for line in renderer("github")(checked(tmp_path)).splitlines()[:-1]]
    assert annotated == [
        "::error file=drafts/road.md,line=3,col=15",
        "::error file=claims/road.yaml,line=5,col=9,endColumn=26",
    ]


def test_github_has_room_for_each_finding_before_it_shows_one_twice(tmp_path: Path) -> None:
    many = "".join(f"- {{id: c{n}, quote: 620 km, says: 620 km = {n} km}}\n" for n in range(9))
    write(tmp_path, FILES | {"claims/road.yaml": f"article: {{file: drafts/road.md}}\nclaims:\n{many}"})
    shown = renderer("github")(Workspace.open(tmp_path).check()).splitlines()
    assert [line.partition(",")[0] for line in shown if line.startswith("::")] == [
        *["::error file=drafts/road.md"] * 9,
        "::error file=claims/road.yaml",
    ]


def test_sarif_leads_from_the_claim_to_the_text(tmp_path: Path) -> None:
    (result,) = json.loads(renderer("sarif")(checked(tmp_path)))["runs"][0]["results"]
    (place,) = result["relatedLocations"]
    assert place["message"]["text"] == "the text: \u201c620 km (998 miles)\u201d"
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "drafts/road.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 15},
    }
