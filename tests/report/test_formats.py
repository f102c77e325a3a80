"""Each format on one small report; delete a file of ``snapshots`` and run again to renew it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from factcheck.cli.options.shared import FORMATS
from factcheck.model.report import Report
from factcheck.report import renderer
from factcheck.report.schema import render, schema

from .examples import MIXED, SMALL

SNAPSHOTS = Path(__file__).parent / "snapshots"
COMPLETE = {"json", "jsonl", "junit"}
"""Formats that leave nothing out."""

NAMES = [(name, verbose) for name in FORMATS for verbose in (False, True) if not (verbose and name in COMPLETE)]
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
SHARED = ("text", "json", "jsonl", "markdown")


def snapshot(name: str, text: str) -> str:
    """Return what was written before; where that is nothing, write the text, and fail."""
    path = SNAPSHOTS / name
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"{name} is new; read it, then run again")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "verbose"), NAMES)
def test_reads_as_before(name: str, verbose: bool) -> None:  # noqa: FBT001 - a parameter of the test
    report = SMALL if name in SHARED else MIXED
    shown = STYLE.sub("<style></style>", renderer(name)(report, verbose=verbose))
    assert shown == snapshot(f"{'verbose' if verbose else 'small'}.{name}", shown)


@pytest.mark.parametrize("name", FORMATS)
def test_same_report_same_text(name: str) -> None:
    render_again = renderer(name)
    assert render_again(SMALL) == render_again(SMALL)
    assert render_again(SMALL).endswith("\n")


def test_json_reads_back_as_the_report() -> None:
    text = renderer("json")(SMALL)
    assert TypeAdapter(Report).validate_json(text) == SMALL


def test_json_has_its_version_first_and_numbers_as_strings() -> None:
    data = json.loads(renderer("json")(SMALL))
    assert list(data)[:4] == ["format", "engine", "files", "diagnostics"]
    derived = data["files"][0]["outcomes"][0]["derived"]
    assert (derived["low"], derived["high"], derived["nominal"]) == ("275862.06", "276625.18", "276243.09")


def test_jsonl_is_one_object_a_claim() -> None:
    lines = renderer("jsonl")(SMALL).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [outcome.id for outcome in SMALL.files[0].outcomes]
    assert json.loads(lines[0]) == {
        "id": "d1-for-100-ef",
        "verdict": "fail",
        "grade": "decision",
        "code": "FC401",
        "headline": "states > 30万 D1, derived 276,243 D1 (7.9 % below)",
        "path": "claims/dojo.yaml",
        "line": 14,
    }


def test_the_schema_names_everything() -> None:
    definitions = schema()["$defs"]
    assert isinstance(definitions, dict)
    assert {"Outcome", "Range", "Step", "Citation", "Diagnostic", "Place"} <= set(definitions)
    assert json.loads(render()) == schema()


def test_text_imports_nothing_slow() -> None:
    code = "import sys, factcheck.report.text; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"rich", "pydantic", "json", "textwrap", "sympy", "pint"} & set(done.stdout.split())
