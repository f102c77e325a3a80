"""What docs/ci.md shows works: its commands run, its names are those of the action, the hooks and the plugin."""

import re
import subprocess
import sys
from pathlib import Path

import yaml

from tests.projects import FILES, ROOT, environment, write
from tests.test_action import ACTION, HOOKS
from tests.test_docs import fences

PAGE = "docs/ci.md"
GITHUB, GITLAB, PRE_COMMIT = (yaml.load(text, yaml.BaseLoader) for text in fences(PAGE, "yaml")[:3])  # noqa: S506 - texts
TESTS = {"tests/test_dough.py": "def test_dough():\n    pass\n"}


def ran(script: str, folder: Path) -> str:
    """Run commands in a project whose owner lives beside it; return what they print."""
    project, home, programs = write(folder / "bakery", {**FILES, **TESTS}), folder / "home", folder / "programs"
    home.mkdir()
    write(programs, {"pip": "#!/bin/sh\n"})  # installs nothing
    (programs / "pip").chmod(0o755)
    path = f"{programs}:{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", script],  # noqa: S607
        cwd=project,
        env=environment(PATH=path, HOME=str(home)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_job_on_github_gives_inputs_that_the_action_has() -> None:
    steps = GITHUB["jobs"]["factcheck"]["steps"]
    assert set(steps[-1]["with"]) <= set(ACTION["inputs"])


def test_the_table_names_each_input() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == list(ACTION["inputs"])


def test_the_job_on_gitlab_writes_its_reports(tmp_path: Path) -> None:
    job = GITLAB["factcheck"]
    ran("\n".join(job["script"]), tmp_path)
    for name in [*job["artifacts"]["reports"].values(), *job["cache"]["paths"]]:
        assert (tmp_path / "bakery" / name).exists()


def test_the_pipeline_of_jenkins_writes_its_reports(tmp_path: Path) -> None:
    (pipeline,) = fences(PAGE, "groovy")
    ran("\n".join(re.findall(r"sh '(.+)'", pipeline)), tmp_path)
    for name in re.findall(r"(?:junit |pattern: )'(.+?)'", pipeline):
        assert (tmp_path / "bakery" / name).stat().st_size


def test_the_projects_of_a_repository(tmp_path: Path) -> None:
    copies = "for name in shop post; do mkdir -p services/$name; cp -r claims rules factcheck.toml services/$name; done"
    text = "echo 'The road is 620 km (385 miles) long.' > services/shop/README.md"
    said = ran("\n".join((copies, text, fences(PAGE, "sh")[0])), tmp_path)
    assert re.findall(r"^\d+ claims|^.*numbers", said, re.MULTILINE) == [
        "4 claims",
        "8 claims",
        "services/shop/README.md: 2 numbers",
    ]


def test_the_hooks_of_pre_commit_are_there() -> None:
    (repo,) = PRE_COMMIT["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]


def test_the_runs_of_pytest(tmp_path: Path) -> None:
    said = ran(fences(PAGE, "sh")[1], tmp_path)
    assert re.findall(r"=+ (.*) in [0-9.]+s =+", said) == [
        "3 passed, 1 xfailed",
        "1 passed",
        "2 passed, 2 deselected",
        "4 passed, 1 xfailed",
        "3 passed, 1 deselected, 1 xfailed",
    ]


def test_the_schemas(tmp_path: Path) -> None:
    ran(fences(PAGE, "sh")[2], tmp_path)
    for name in ("claims/claims", "rules/things", "rules/rules", "rules/pack"):
        schema = (tmp_path / f"bakery/{name}.schema.json").read_bytes()
        assert schema == (ROOT / f"docs/{Path(name).name}.schema.json").read_bytes()


def test_the_scripts_of_the_shells(tmp_path: Path) -> None:
    ran(fences(PAGE, "sh")[3], tmp_path)
    for name in (".local/share/bash-completion/completions/factcheck", ".zfunc/_factcheck"):
        assert "factcheck" in (tmp_path / "home" / name).read_text(encoding="utf-8")
