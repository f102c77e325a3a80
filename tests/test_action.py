"""The GitHub Action and the hooks of pre-commit: their steps are run here, as the services run them."""

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.projects import FILES, ROOT, environment, run, write

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
WRONG = {**FILES, "claims/bread.yaml": FILES["claims/bread.yaml"].replace("= 6 kg", "= 9 kg")}

needs_pip = pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("hatchling", "pip")),
    reason="hatchling or pip, which build and install factcheck, are missing",
)


class Done(NamedTuple):
    """What a step did: its exit code, its log, its outputs, the summary of the job."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values in for the expressions of a text."""
    return EXPRESSION.sub(lambda match: values[match[1]], text)


def done(name: str, project: Path, temp: Path, python: str = sys.executable, **inputs: str) -> Done:
    """Run a step of the action in a project, with the environment that GitHub sets."""
    given = {key: inputs.get(key.replace("-", "_"), item["default"]) for key, item in ACTION["inputs"].items()}
    values = {f"inputs.{key}": value for key, value in given.items()}
    values |= {"steps.python.outputs.python-path": python, "runner.temp": str(temp)}
    output, summary, script = temp / "output", temp / "summary.md", temp / "step.sh"
    for file in (output, summary):
        file.write_text("", encoding="utf-8")
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    found = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],  # noqa: S607 - as GitHub starts it
        cwd=project,
        env=environment(
            **OFFLINE,
            GITHUB_ACTIONS="true",
            GITHUB_ACTION_PATH=str(ROOT),
            GITHUB_OUTPUT=str(output),
            GITHUB_STEP_SUMMARY=str(summary),
            RUNNER_TEMP=str(temp),
            **{key: filled(value, values) for key, value in STEPS[name]["env"].items()},
        ),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
    return Done(found.returncode, found.stdout + found.stderr, outputs, summary.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder for what a job makes, with factcheck installed in it."""
    folder = tmp_path_factory.mktemp("job folder")
    installed = done("Install factcheck", folder, folder)
    assert (installed.code, installed.log) == (0, "")
    assert (folder / "factcheck/factcheck/cli/completions/factcheck.fish").is_file()
    return folder


def check(project: Path, temp: Path, **inputs: str) -> Done:
    (temp / "factcheck.sarif").unlink(missing_ok=True)
    return done("Check the claims", project, temp, **inputs)


@pytest.mark.parametrize(("version", "wanted"), [("", str(ROOT)), ("0.1.0", "factcheck-engine==0.1.0")])
def test_what_is_installed(version: str, wanted: str, tmp_path: Path) -> None:
    python = write(tmp_path, {"python": '#!/bin/sh\nfor last; do :; done\necho "$last"\n'}) / "python"
    python.chmod(0o755)
    assert done("Install factcheck", tmp_path, tmp_path, str(python), version=version).log == f"{wanted}\n"


@needs_pip
def test_claims_that_hold_pass(tmp_path: Path, temp: Path) -> None:
    found = check(write(tmp_path), temp)
    assert (found.code, found.outputs["exit-code"]) == (0, "0")
    assert "4 claims: 3 pass, 1 fail (1 expected)" in found.log
    assert "4 claims: 3 pass, 1 fail (1 expected)" in found.summary


@needs_pip
def test_a_finding_is_annotated_summed_up_and_written_as_sarif(tmp_path: Path, temp: Path) -> None:
    found = check(write(tmp_path, WRONG), temp)
    assert (found.code, found.outputs["exit-code"]) == (1, "1")
    assert "::error file=claims/bread.yaml,line=9,col=9," in found.log
    assert "per-basket" in found.summary
    sarif = json.loads(Path(found.outputs["sarif"]).read_text(encoding="utf-8"))
    results = sarif["runs"][0]["results"]
    assert [result["ruleId"] for result in results if result["level"] == "error"] == ["FC401"]


@needs_pip
def test_paths_are_one_a_line_and_may_have_spaces(tmp_path: Path, temp: Path) -> None:
    project = write(tmp_path, {**FILES, "more claims/$(touch pwned).yaml": "claims: [{id: sum, says: 2 + 2 = 4}]\n"})
    found = check(project, temp, paths="claims/bread.yaml\nmore claims/$(touch pwned).yaml\n")
    assert found.code == 0
    assert "5 claims: " in found.log
    assert not (project / "pwned").exists()


@needs_pip
def test_a_path_is_never_an_option(tmp_path: Path, temp: Path) -> None:
    found = check(write(tmp_path), temp, paths="--help")
    assert (found.code, found.outputs["exit-code"]) == (2, "2")


@needs_pip
def test_fail_on(tmp_path: Path, temp: Path) -> None:
    assert check(write(tmp_path, WRONG), temp, fail_on="error").code == 0
    assert check(tmp_path, temp, fail_on="never").code == 2


@needs_pip
def test_drafts_are_checked_and_annotated(tmp_path: Path, temp: Path) -> None:
    texts = {"news/a b.md": "The road is 620 km (998 miles) long.\n", "news/empty.md": "No numbers.\n"}
    found = done("Check the drafts", write(tmp_path, {**FILES, **texts}), temp, drafts="news/a b.md\nnews/empty.md\n")
    assert (found.code, found.outputs["exit-code"]) == (1, "1")
    assert "::error file=news/a b.md,line=1,col=21,endColumn=30,title=FC613::620 km is 385 miles" in found.log
    assert "# The numbers of news/a b.md" in found.summary
    sarif = json.loads(Path(found.outputs["sarif"]).read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["FC613"]
    assert done("Check the drafts", tmp_path, temp, drafts="news/empty.md").code == 0


@needs_pip
def test_each_project_of_a_repository_is_checked(tmp_path: Path, temp: Path) -> None:
    wrong = {f"services/shop/{name}": text for name, text in WRONG.items()}
    found = check(
        write(
            tmp_path,
            {
                **wrong,
                "services/post/factcheck.toml": 'claims = ["a.yaml"]\n',
                "services/post/a.yaml": "claims: [{id: sum, says: 2 + 2 = 4}]\n",
            },
        ),
        temp,
    )
    assert "5 claims: " in found.log
    assert "::error file=services/shop/claims/bread.yaml,line=9,col=9," in found.log


@needs_pip
def test_no_module_of_the_repository_under_check_is_imported(tmp_path: Path, temp: Path) -> None:
    trap = {f"{name}.py": "raise SystemExit('imported')" for name in ("yaml", "factcheck", "sitecustomize", "pip")}
    assert check(write(tmp_path, {**FILES, **trap}), temp).code == 0


def test_no_expression_stands_in_shell_text() -> None:
    assert [name for name, step in STEPS.items() if "${{" in step.get("run", "")] == []


def test_actions_of_others_are_pinned_to_a_commit_and_those_of_the_host_of_findings_to_a_major_version() -> None:
    used = [step["uses"] for step in STEPS.values() if "uses" in step]
    assert [name.partition("@")[0] for name in used] == [
        "actions/setup-python",
        *["github/codeql-action/upload-sarif"] * 2,
    ]
    setup, *uploads = used
    assert re.fullmatch(r".+@[0-9a-f]{40}", setup)
    assert all(re.fullmatch(r".+@v\d+", name) for name in uploads)


def test_each_expression_leads_somewhere() -> None:
    ids = {step["id"]: step for step in STEPS.values() if "id" in step}
    for name in re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")):
        assert name in ACTION["inputs"]
    for output in ACTION["outputs"].values():
        step, name = re.fullmatch(r"\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}", output["value"]).groups()  # type: ignore[union-attr]
        assert f'echo "{name}=' in ids[step]["run"]


# pre-commit


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs(hook: dict[str, Any], tmp_path: Path) -> None:
    program, *arguments = [*hook["entry"].split(), *hook.get("args", [])]
    assert program == "factcheck"
    rule = (ROOT / "rules/core/share.yaml").read_text(encoding="utf-8").replace("- id: ", "- id: own_")
    files = {**FILES, "rules/own/share.yaml": rule, "a.md": "The road is 620 km (385 miles) long.\n", "b.md": "None.\n"}
    names = [] if hook.get("pass_filenames") is False else ["a.md", "b.md"]
    assert run(*arguments, *names, cwd=write(tmp_path, files)).returncode == 0


def test_the_hook_of_drafts_fails_for_a_wrong_number(tmp_path: Path) -> None:
    (hook,) = (one for one in HOOKS if one["id"] == "factcheck-draft")
    write(tmp_path, {"a.md": "None.\n", "b.md": "The road is 620 km (998 miles) long.\n"})
    command = [*hook["entry"].split()[1:], *hook["args"]]
    assert run(*command, "a.md", "b.md", cwd=tmp_path).returncode == 1
    assert run(*command, "a.md", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "hooks"),
    [
        ("claims/bread.yaml", ["factcheck"]),
        ("rules/bakery/things/bread.yaml", ["factcheck", "factcheck-rules"]),
        ("rules/bakery/units.txt", ["factcheck", "factcheck-draft", "factcheck-rules"]),
        ("facts/of/the/shop.yml", ["factcheck"]),
        ("articles/bread.md", ["factcheck", "factcheck-draft"]),
        ("data/results.csv", ["factcheck"]),
        ("data/results.json", ["factcheck"]),
        ("factcheck.toml", ["factcheck"]),
        ("tests/test_dough.py", []),
    ],
)
def test_the_files_that_start_a_hook(name: str, hooks: list[str]) -> None:
    assert [hook["id"] for hook in HOOKS if re.search(hook["files"], name)] == hooks
