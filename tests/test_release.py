"""What is released: the same bytes twice, nothing unwanted; the workflows, and the bounds that SECURITY.md tells."""

import importlib.util
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.engine.numeric import extension
from factcheck.engine.rules import equations
from factcheck.engine.stream import filter as statement_filter
from factcheck.language import parser
from factcheck.loader import claim_shapes, discovery, files, pack_files, yaml_tree
from factcheck.loader.data import database, extent, rows, sheets
from factcheck.loader.office import package, refused
from factcheck.loader.texts import arrow
from factcheck.loader.texts import rows as text_rows
from factcheck.lsp import check, stream
from factcheck.mcp import desk, pieces
from factcheck.proofread import opened
from factcheck.prose import filter as prose_filter
from factcheck.quantity import digits, reading
from factcheck.serve import requests, tabs
from tests.projects import ROOT

SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
WORKFLOWS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")}
ACTIONS = [path.read_text("utf-8") for path in (*(ROOT / ".github/workflows").glob("*.yml"), ROOT / "action.yml")]
PIN = re.compile(r"([\w/-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+\b")
needs_hatchling = pytest.mark.skipif(not importlib.util.find_spec("hatchling"), reason="hatchling is missing")

# the files


def built(source: Path, to: Path, **environment: str) -> dict[str, bytes]:
    """Build sdist and wheel from a folder, and return their bytes by name."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1750000000", **environment}
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(to)]
    subprocess.run(build, cwd=source, env=env, check=True, capture_output=True, timeout=120)
    return {path.name: path.read_bytes() for path in to.iterdir()}


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(ROOT, tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def unpacked(released: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sdist, unpacked."""
    home = tmp_path_factory.mktemp("unpacked")
    (name,) = (name for name in released if name.endswith(".tar.gz"))
    (home / name).write_bytes(released[name])
    with tarfile.open(home / name) as archive:
        archive.extractall(home, filter="data")
    return home / name.removesuffix(".tar.gz")


@needs_hatchling
def test_the_same_bytes_come_from_the_sdist_at_another_time_in_another_place(
    released: dict[str, bytes], unpacked: Path, tmp_path: Path
) -> None:
    assert len(released) == 2
    before = os.umask(0o077)
    try:
        assert built(unpacked, tmp_path / "again", TZ="Asia/Shanghai", PYTHONHASHSEED="7") == released
    finally:
        os.umask(before)


@needs_hatchling
def test_the_sdist_holds_what_is_kept_in_the_repository_and_nothing_else(unpacked: Path) -> None:
    held = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert not [name for name in held if "__pycache__" in name or name.endswith((".pyc", ".so", ".db"))]
    assert held >= {"factcheck/__init__.py", "rules/core/pack.yaml", "tests/test_release.py", "LICENSE", "SECURITY.md"}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=False, text=True)  # noqa: S607
    if tracked.returncode == 0:  # a checkout, not an sdist itself
        others = subprocess.run(
            ["git", "ls-files", "--others", "--exclude-standard"],  # noqa: S607 - not committed yet
            cwd=ROOT, capture_output=True, check=True, text=True,
        )  # fmt: skip
        assert held - {"PKG-INFO"} <= {*tracked.stdout.splitlines(), *others.stdout.splitlines()}


# the workflows


def steps(job: dict[str, Any]) -> str:
    return "\n".join(str(step.get("run", "")) + " " + str(step.get("uses", "")) for step in job["steps"])


def test_every_python_that_is_promised_is_tried_and_the_oldest_dependencies() -> None:
    matrix = WORKFLOWS["ci"]["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert matrix["include"] == [{"python": "3.11", "dependencies": "oldest"}]
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_only_the_job_that_publishes_may_prove_who_it_is() -> None:
    jobs = WORKFLOWS["release"]["jobs"]
    assert WORKFLOWS["release"]["permissions"] == {}
    rights = {name: job["permissions"] for name, job in jobs.items()}
    assert rights == {
        "build": {"contents": "read"},
        "publish": {"id-token": "write", "attestations": "write"},
        "announce": {"contents": "write"},
    }
    assert "run" not in {
        key for step in jobs["publish"]["steps"] for key in step
    }  # no code of ours runs with that right
    assert "secrets." not in (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")


def test_what_is_released_is_built_twice_audited_and_listed() -> None:
    told = steps(WORKFLOWS["release"]["jobs"]["build"])
    assert all(part in told for part in (".ci/build", "pip_audit", "cyclonedx-py", "pytest"))
    assert "pypa/gh-action-pypi-publish" in steps(WORKFLOWS["release"]["jobs"]["publish"])


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it() -> None:
    used = [line.partition("uses: ")[2] for text in ACTIONS for line in text.splitlines() if "uses: " in line]
    # what uploads findings has to be as new as the service that takes them
    assert {one for one in used if not PIN.match(one)} == {"github/codeql-action/upload-sarif@v4"}
    pins = {found.groups() for one in used if (found := PIN.match(one))}
    assert sorted(name for name, _ in pins) == sorted({name for name, _ in pins})  # one commit of each


def test_no_workflow_runs_the_code_of_strangers_with_rights() -> None:
    for name, workflow in WORKFLOWS.items():
        assert "pull_request_target" not in workflow[True]  # `on:` is true, in YAML
        assert workflow["permissions"] in ({}, {"contents": "read"}), name
        for job in workflow["jobs"].values():
            assert "${{ github." not in steps(job)  # names of branches go through the environment


# the bounds


BOUNDS = {
    "a claim file, a pack's file, a text": f"{files.MAX_BYTES:,} bytes",
    "a data file": f"{files.MAX_DATA:,} bytes",
    "a Word file, workbook, PDF and the like": f"{refused.MAX_FILE:,} bytes",
    "what such a file unpacks to": f"{package.MAX_TOTAL:,} bytes",
    "all files of a pack": f"{pack_files.MAX_PACK_BYTES:,} bytes",
    "nesting of YAML": f"{yaml_tree.MAX_DEPTH} levels",
    "nodes of YAML, aliases followed": f"{yaml_tree.MAX_NODES:,}",
    "claim files of a project": f"{discovery.MAX_CLAIM_FILES:,}",
    "claims of a file": f"{claim_shapes.MAX_CLAIMS:,}",
    "operations of a statement": f"{parser.MAX_OPERATIONS}",
    "brackets of a statement": f"{parser.MAX_DEPTH} levels",
    "digits of a number": f"{digits.MAX_DIGITS}",
    "a power of ten": f"{reading.MAX_EXPONENT}",
    "an exact result": f"{2 * extension.MAX_BITS:,} bits",
    "the time for an equation": f"{equations.EQUATION_SECONDS} seconds, in a child of its own",
    "numbers of a draft": f"{opened.MOST:,}",
    "rows of a data file": f"{rows.MAX_ROWS:,}",
    "values of a Parquet file": f"{sheets.MAX_VALUES:,}",
    "the cells that the sheets of a workbook of data reach over": f"{extent.MAX_AREA:,}, or {extent.SPARSE} for each"
    " that is there",
    "what a workbook of data unpacks to": f"{extent.MAX_UNPACKED:,} bytes",
    "steps of a query": f"{database.MAX_STEPS:,}",
    "a line of `draft --jsonl` and `mentions --jsonl`": f"{prose_filter.MAX_LINE:,} characters",
    "a line of `check --jsonl`": f"{statement_filter.MAX_LINE:,} characters",
    "a message to `factcheck lsp`": f"{stream.MAX_MESSAGE:,} bytes",
    "a draft that is open in an editor": f"{check.MOST_TYPED:,} bytes",
    "a request to `factcheck serve`": f"{requests.MAX_BODY:,} bytes",
    "drafts that `factcheck serve` keeps in memory": f"{tabs.MOST}",
    "a text of an archive": f"{text_rows.MAX_TEXT:,} bytes",
    "what the texts of a group of Parquet rows unfold to": f"{arrow.MAX_GROUP:,} bytes",
    "a text for `factcheck mcp`": f"{desk.MAX_ASKED:,} characters",
    "an answer of `factcheck mcp`": f"{pieces.MAX_CHARS:,} characters, about",
}


def test_the_bounds_are_as_told() -> None:
    told = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \| [^|]+ \|$", SECURITY, re.MULTILINE))
    assert {name: told.get(name) for name in BOUNDS} == BOUNDS
