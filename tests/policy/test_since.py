"""Only what changed since a revision: words, premises, facts, rules, and what rests on them."""

import os
import subprocess
from pathlib import Path

import pytest

from factcheck.policy.asked import Asked
from factcheck.policy.git import NoRevision
from factcheck.report.summary import exit_code, summary_line
from factcheck.workspace import Workspace
from tests.policy.examples import run
from tests.projects import PACK, replace, write

SETTINGS = 'claims = ["claims"]\nrules = ["rules"]\n'
RULES = """\
format: 1
rules:
- id: crumbs
  title: Crumbs of a loaf
  equation: crumbs = baked * share
  symbols: {crumbs: count, baked: count, share: ratio}
  cite: The bakery
"""
CLAIMS = """\
use: [core, bakery]
given:
  flour: 90 kg
  more: flour * 2
  guests: 90
claims:
- id: per-basket
  says: basket.loaf * loaf.mass = 6 kg
- id: loaves
  says: flour / loaf.mass = 180 loaf
- id: takings
  says: loaves * loaf.price > 500 USD
- id: double
  says: more > 100 kg
- id: crumbs
  says: crumbs(baked=100, share=10 %) = 10
- id: alone
  says: 1 + 1 = 2
- id: each
  says: guests / 2 = 45
"""
THINGS, OWN, A = "rules/bakery/things/bread.yaml", "rules/bakery/own.yaml", "claims/a.yaml"
WRITER = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    subprocess.run(["git", *arguments], cwd=folder, env={**kept, **WRITER}, check=True, capture_output=True)  # noqa: S607


def committed(folder: Path, files: dict[str, str]) -> Path:
    """Write files and commit all there is."""
    write(folder, files)
    if not (folder / ".git").is_dir():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "as it was")
    return folder


@pytest.fixture
def bakery(project: Path) -> Path:
    """Return a project whose every file is committed."""
    return committed(project, {"factcheck.toml": SETTINGS, THINGS: PACK, OWN: RULES, A: CLAIMS})


def changed(folder: Path, since: str = "HEAD") -> set[str]:
    report = Workspace.open(folder).check((), asked=Asked(since=since))
    return {outcome.id for file in report.files for outcome in file.outcomes}


ALL = {"per-basket", "loaves", "takings", "double", "crumbs", "alone", "each"}


def test_nothing_changed_is_no_finding(bakery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Workspace.open(bakery).check((), asked=Asked(since="HEAD"))
    assert summary_line(report) == "no claims; 7 unchanged since HEAD"
    assert exit_code(report) == 0
    assert run("check", "--since", "HEAD") == 0
    assert "no claims; 7 unchanged since HEAD" in capsys.readouterr().out


def test_a_claim_is_looked_at_whose_individual_changed_in_a_register(project: Path) -> None:
    series = '{"n":["people","","census"]}\n'
    files = {
        "factcheck.toml": SETTINGS,
        "rules/lands/things/sources.yaml": "format: 1\nsources: {census: {title: The census}}\n",
        "rules/lands/register/things.jsonl": '["Alba","land",{},false]\n["Brea","land",{},false]\n',
        "rules/lands/register/facts.jsonl": series + '{"n":[0,"5000"]}\n{"n":[0,"800"]}\n',
        A: "claims:\n- {id: alba, says: Alba.people = 5000}\n- {id: brea, says: Brea.people = 800}\n",
    }
    committed(project, files)
    assert changed(project) == set()
    replace(project / "rules/lands/register/facts.jsonl", '"800"', '"810"')
    assert changed(project) == {"brea"}


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        pytest.param(A, "1 + 1 = 2", "1 + 1 = 3", {"alone"}, id="a statement"),
        pytest.param(A, "says: 1 + 1 = 2", "says: 1 + 1 = 2\n  quote: two", {"alone"}, id="a quote"),
        pytest.param(A, "claims:\n", "claims:\n- id: new\n  says: 2 = 2\n", {"new"}, id="a new claim, others move"),
        pytest.param(A, "guests: 90", "guests: 91", {"each"}, id="a premise"),
        pytest.param(
            A, "flour: 90 kg", "flour: 91 kg", {"loaves", "takings", "double"}, id="a premise and all above it"
        ),
        pytest.param(A, "flour / loaf.mass", "flour / loaf.mass * 1", {"loaves", "takings"}, id="a claim that is used"),
        pytest.param(A, "use: [core, bakery]", "use: [bakery, core]", ALL, id="the packs in use"),
        pytest.param(THINGS, "is: 500 g", "is: 510 g", {"per-basket", "loaves", "takings"}, id="a fact"),
        pytest.param(THINGS, "4.50 USD", "4.60 USD", {"takings"}, id="another fact"),
        pytest.param(THINGS, "is: 12, source", "is: 13, source", {"per-basket"}, id="a part"),
        pytest.param(
            THINGS, "2024-05-01", "2024-05-02", {"per-basket", "loaves", "takings"}, id="the date of a source"
        ),
        pytest.param(THINGS, "format: 1\n", "# the bakery\nformat: 1\n", set(), id="a remark in a pack"),
        pytest.param(THINGS, "[loaf, loaves]", "[loaf, loaves, bun]", set(), id="a name that no claim has"),
        pytest.param(THINGS, "[loaf, loaves]", "[loaf, loaves, guests]", {"each"}, id="a name that a claim has"),
        pytest.param(OWN, "Crumbs of a loaf", "Crumbs", {"crumbs"}, id="a rule"),
        pytest.param("factcheck.toml", "rules =", 'language = "zh"\nrules =', ALL, id="a setting"),
        pytest.param("factcheck.toml", "rules =", 'without = ["world"]\nrules =', ALL, id="a pack that is left out"),
        pytest.param("factcheck.toml", "rules =", 'fail-on = "wrong"\nrules =', set(), id="what fails a run"),
    ],
)
def test_what_is_looked_at(file: str, old: str, new: str, found: set[str], bakery: Path) -> None:
    replace(bakery / file, old, new)
    assert changed(bakery) == found


def test_units_concern_all(bakery: Path) -> None:
    write(bakery, {"rules/bakery/units.txt": "bun = 100 * gram\n"})
    assert changed(bakery) == ALL


def test_a_pack_that_comes_or_goes_concerns_all(bakery: Path) -> None:
    write(bakery, {"rules/mill/own.yaml": RULES.replace("crumbs", "flakes")})
    assert changed(bakery) == ALL
    committed(bakery, {})
    assert changed(bakery) == set()
    (bakery / "rules/mill/own.yaml").unlink()
    (bakery / "rules/mill").rmdir()
    assert changed(bakery) == ALL


def test_a_new_file_is_new(bakery: Path) -> None:
    write(bakery, {"claims/b.yaml": "claims:\n- {id: fresh, says: 1 = 1}\n"})
    assert changed(bakery) == {"fresh"}


def test_what_is_left_out_does_not_fail(bakery: Path) -> None:
    replace(bakery / A, "says: 1 + 1 = 2", "says: 1 + 1 = 3")
    committed(bakery, {})
    replace(bakery / A, "guests / 2 = 45", "guests / 2 = 45.0")
    assert run("check") == 1
    assert run("check", "--since", "HEAD") == 0
    assert run("check", "--since", "HEAD~1") == 1


def test_a_project_in_a_folder_of_the_repository(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = (
        write(bakery, {"inner/factcheck.toml": "", "inner/claims/a.yaml": "claims:\n- {id: a, says: 1 = 1}\n"})
        / "inner"
    )
    committed(bakery, {})
    monkeypatch.chdir(inner)
    assert changed(inner) == set()
    replace(inner / "claims/a.yaml", "1 = 1", "2 = 2")
    assert changed(inner) == {"a"}
    assert changed(inner, "HEAD~1") == {"a"}


def test_line_ends_and_odd_names_change_nothing(bakery: Path) -> None:
    committed(bakery, {"claims/a b,ä\tc.yaml": "claims:\n- {id: odd, says: 1 = 1}\n"})
    assert changed(bakery) == set()
    path = bakery / A
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert changed(bakery) == set()


@pytest.mark.parametrize(
    "revision", ["nowhere", "--help", "-n1", "HEAD..HEAD", "", "HEAD; touch x", "HEAD:claims", "ä\n"]
)
def test_a_revision_that_is_none(revision: str, bakery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run("check", f"--since={revision}")
    if not revision:
        assert code == 0  # asks for nothing
        return
    assert code == 2
    assert "git knows no revision" in capsys.readouterr().err
    assert not (bakery / "x").exists()


def test_drafts(bakery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"a.md": "12 of 48 loaves, or 25 %.\n", "b.md": "10 of 40 loaves, or 25 %.\n"}
    committed(bakery, texts)
    assert run("draft", "--since", "HEAD", "a.md", "b.md") == 0
    assert capsys.readouterr().err == "factcheck: no text changed since HEAD\n"
    replace(bakery / "b.md", "10 of 40", "20 of 80")
    assert run("draft", "--since", "HEAD", "a.md", "b.md") == 0
    said = capsys.readouterr().out
    assert "b.md" in said
    assert "a.md" not in said
    assert run("draft", "--since", "nowhere", "a.md") == 2


def test_a_draft_whose_claims_changed(bakery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "article: {file: a.md}\nclaims:\n- {id: share, quote: 12 of 48 loaves, or 25 %, says: 12 / 48 = 25 %}\n"
    quoting = text.replace("quote: 12 of 48 loaves, or 25 %", "quote: '12 of 48 loaves, or 25 %'")
    committed(bakery, {"a.md": "12 of 48 loaves, or 25 %.\n", "claims/a-md.yaml": quoting})
    replace(bakery / "claims/a-md.yaml", "12 / 48 = 25 %", "12 / 48 = 25.0 %")
    assert run("draft", "--since", "HEAD", "a.md") == 0
    assert "a.md" in capsys.readouterr().out


def test_a_hook_of_git_names_no_other_repository(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(bakery / "nowhere"))
    assert changed(bakery) == set()


def test_outside_of_git(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, {A: "claims:\n- {id: a, says: 1 = 1}\n"})
    assert run("check", "--since", "HEAD") == 2
    assert "is not in a work tree of git: --since needs one" in capsys.readouterr().err


def test_without_git(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(bakery))
    with pytest.raises(NoRevision, match="git cannot be run"):
        changed(bakery)
