"""Projects: where their files lie, and their settings."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.loader.claims import load_claims
from factcheck.loader.discovery import (
    Project,
    builtin_rules,
    claim_files,
    find_project,
    own_and_replaced,
    pack_folders,
    refused_packs,
)

from .shown import shown, underlined


def _write(path: Path, text: str = "format: 1\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _configured(root: Path, settings: str) -> Project:
    _write(root / "factcheck.toml", settings)
    return find_project(root)


def test_the_nearest_settings_upwards_make_the_project(tmp_path: Path) -> None:
    _write(tmp_path / "pyproject.toml", '[tool.factcheck]\nfail-on = "wrong"\n')
    _write(tmp_path / "inner" / "pyproject.toml", "[tool.other]\n")
    inner = find_project(_write(tmp_path / "inner" / "claims" / "a.yaml"))
    assert (inner.root, inner.config, inner.settings.fail_on) == (tmp_path, tmp_path / "pyproject.toml", "wrong")
    assert find_project(tmp_path / "inner" / ".." / "inner").root == tmp_path
    own = _write(tmp_path / "inner" / "factcheck.toml", "")
    assert find_project(tmp_path / "inner").config == own


def test_settings(tmp_path: Path) -> None:
    text = 'claims = "drafts"\nrules = ["r1", "r2"]\nlanguage = "zh"\n[hedges]\nabout = 0.150\nrough = "5 %"\n'
    project = _configured(tmp_path, text)
    assert not project.diagnostics
    assert (project.settings.claims, project.settings.rules) == (("drafts",), ("r1", "r2"))
    assert project.settings.hedges == {"about": "0.150", "rough": "5 %"}


@pytest.mark.parametrize(
    ("text", "said", "shows"),
    [
        ('fail-onn = "wrong"', ":1:1 FC114 unknown setting `fail-onn`; did you mean `fail-on`?", "fail-onn"),
        ('fail-on = "slap"', ":1:1 FC114 `fail-on` cannot be `slap`; did you mean `slip`?", "fail-on"),
        ("\nclaims = 3", ":2:1 FC114 `claims` is not a list of paths", "claims"),
        ("hedges = 5", ":1:1 FC114 `hedges` is not a table of widths", "hedges"),
        ("[hedges]\nabout = [1]", ":2:1 FC114 the width of `about` cannot be `[1]`", "about"),
        ('rules = ["../elsewhere"]', ":1:1 FC112 `../elsewhere` leads outside the project", None),
        ('claims = ["/etc"]', ":1:1 FC112 `/etc` leads outside the project", None),
        ('claims = ["a\\u0000"]', ":1:1 FC114 `claims` holds a control character", "claims"),
        ("a = = 1", ":1:5 FC117 not TOML: invalid value", "="),
        ("a = " + "[" * 50_000, " FC111 nested too deeply", None),
    ],
    ids=lambda text: str(text)[:12],
)
def test_a_faulty_setting_keeps_its_default(tmp_path: Path, text: str, said: str, shows: str | None) -> None:
    project = _configured(tmp_path, text)
    assert shown(project.diagnostics) == [f"factcheck.toml{said}"]
    assert project.settings.fail_on == "slip"
    if shows:
        assert underlined(project.diagnostics[0]) == shows


def test_claim_files_of_files_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path)
    second, first = _write(tmp_path / "claims" / "b.yml"), _write(tmp_path / "claims" / "a" / "z.yaml")
    _write(tmp_path / "claims" / ".hidden" / "a.yaml")
    _write(tmp_path / "claims" / "readme.md")
    _write(tmp_path / "rules" / "own" / "pack.yaml")
    assert claim_files([], project) == ((first, second), ())
    assert claim_files([second, tmp_path], project) == ((first, second), ())
    monkeypatch.chdir(tmp_path)
    assert claim_files([Path()], project) == ((Path("claims/a/z.yaml"), Path("claims/b.yml")), ())


def test_paths_without_claims(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    paths = [tmp_path / "absent", tmp_path / "empty", Path("x" * 5_000), Path("\0")]
    files, problems = claim_files(paths, Project(tmp_path))
    assert not files
    assert [problem.code for problem in problems] == ["FC101", "FC103", "FC101", "FC101"]


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    _write(tmp_path / "secret" / "a.yaml")
    claims = tmp_path / "home" / "claims"
    _write(claims / "a.yaml")
    (claims / "link.yaml").symlink_to(tmp_path / "secret" / "a.yaml")
    (claims / "folder").symlink_to(tmp_path / "secret")
    files, problems = claim_files([], Project(tmp_path / "home"))
    assert files == (claims / "a.yaml",)
    assert shown(problems) == ["claims/link.yaml FC112 `claims/link.yaml` leads outside the project"]


def test_links_that_loop_are_no_crash(tmp_path: Path) -> None:
    loop = tmp_path / "claims" / "loop.yaml"
    loop.parent.mkdir()
    loop.symlink_to(loop)
    files, _ = claim_files([], Project(tmp_path))
    (problem,) = load_claims(files[0], tmp_path)[1]
    assert problem.code == "FC102"
    (tmp_path / "rules").symlink_to(tmp_path / "rules")
    assert list(pack_folders(Project(tmp_path))) == ["compute", "core", "science", "statistics", "world"]


def test_packs_of_a_project(tmp_path: Path) -> None:
    project = Project(tmp_path / "home")
    _write(tmp_path / "home" / "rules" / "core" / "pack.yaml")
    _write(tmp_path / "home" / "rules" / "own" / "pack.yaml")
    (tmp_path / "home" / "rules" / "stray").symlink_to(tmp_path)
    folders = pack_folders(project)
    assert list(folders) == ["compute", "core", "own", "science", "statistics", "world"]
    assert folders["core"] == tmp_path / "home" / "rules" / "core"
    assert own_and_replaced(folders) == ({"core", "own"}, {"core"})
    assert shown(refused_packs(project)) == ["rules/stray FC112 `rules/stray` leads outside the project"]


def test_packs_that_a_project_does_without(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('without = ["world", "wrold"]\n', encoding="utf-8")
    project = find_project(tmp_path)
    assert list(pack_folders(project)) == ["compute", "core", "science", "statistics"]
    (problem,) = refused_packs(project)
    assert problem.message == "`without` names the pack `wrold`, which is not there"
    assert problem.help == "the packs are `compute`, `core`, `science`, `statistics`, `world`"


def test_the_packs_of_factcheck_itself_replace_nothing() -> None:
    assert own_and_replaced(pack_folders(Project(builtin_rules().parent))) == (frozenset(), frozenset())


def test_a_warm_run_needs_neither_yaml_nor_pydantic() -> None:
    code = (
        "import sys; from pathlib import Path; from factcheck.loader import discovery as d;"
        "p = d.find_project(Path('.')); [d.pack_digest(f) for f in d.pack_folders(p).values()]; d.claim_files([], p);"
        "print({'yaml', 'pydantic'} & set(sys.modules))"
    )
    folder = builtin_rules().parent
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    assert ran.stdout == "set()\n"
