"""What a run loads that has nothing to compute: the modules are asserted, not the time, which the machine decides."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import write

ROOT = Path(__file__).parents[1]
SLOW = {"sympy", "pint", "pydantic", "pydantic_core", "yaml", "rich", "mpmath", "numpy"}
CONCURRENT = {"asyncio", "concurrent", "multiprocessing", "queue", "subprocess", "threading"}
NEEDLESS = {
    "decimal",
    "difflib",
    "email",
    "fractions",
    "http",
    "logging",
    "random",
    "socket",
    "tempfile",
    "xml",
}
ENGINE = {"factcheck.engine", "factcheck.language", "factcheck.quantity"}


def modules(project: Path, *arguments: str, text: str = "") -> set[str]:
    """Run a command in a process of its own, ``text`` on its standard input, and return what it has imported."""
    code = (
        "import sys\n"
        "from factcheck.cli.main import main\n"
        f"try: code = main({list(arguments)!r})\n"
        "except SystemExit as done: code = done.code or 0\n"
        "sys.stdout.flush()\n"
        "sys.stderr.write(chr(10) + chr(10).join(sys.modules))\n"
        "sys.exit(code)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env=env, input=text, capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return {name for line in done.stderr.splitlines() for name in (line.strip(),) if name}


def packages(loaded: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in loaded}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    for name in ("factcheck.toml", "README.md"):  # the settings, and a text that claims quote
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_a_warm_check_loads_nothing_slow(project: Path) -> None:
    assert packages(modules(project, "check")) & SLOW  # a cold one does
    loaded = modules(project, "check")
    assert packages(loaded) & (SLOW | CONCURRENT | NEEDLESS) == set()
    assert {".".join(name.split(".")[:2]) for name in loaded} & ENGINE == set()
    assert (
        loaded & {"factcheck.model.draft", "factcheck.model.texts", "factcheck.loader.office.read", "shutil"} == set()
    )
    policy = {name for name in loaded if name.startswith(("factcheck.policy.", "factcheck.lint"))}
    assert policy <= {f"factcheck.policy.{name}" for name in ("apply", "asked", "honoured")}


def test_a_warm_check_with_ignores_and_a_baseline_loads_nothing_slow(project: Path) -> None:
    settings = '[codes]\nFC414 = "off"\n[[ignore]]\ncode = "FC404"\nreason = "rounded"\nuntil = 2099-12-31\n'
    write(project, {"factcheck.toml": f'baseline = "known.json"\n{settings}'})
    modules(project, "baseline", "update")
    assert packages(modules(project, "check")) & (SLOW | CONCURRENT | NEEDLESS) == set()


STATEMENTS = {
    "a sum": "1000 * 8 = 8000",
    "a fact": "D1.peak = 362 TFLOP/s",
    "a fact that does not hold": "D1.peak = 300 TFLOP/s",
    "a rule solved for another symbol": "percent_change.before(change=25 %, after=50) = 40",
    "a fault": "D1.peek = 3",
}
PACK = """\
format: 1
sources: {menu: {title: The menu}}
things: {loaf: {mass: {is: 5 bun, source: menu}}}
"""


@pytest.mark.parametrize("says", STATEMENTS.values(), ids=STATEMENTS)
def test_a_statement_is_judged_without_anything_slow(says: str, tmp_path: Path) -> None:
    """The packs that come with factcheck are prepared: no project, no cache, and still no YAML, pint or sympy."""
    loaded = modules(tmp_path, "check", "--jsonl", text=json.dumps({"says": says}))
    assert packages(loaded) & (SLOW | CONCURRENT) == set()
    assert {name for name in loaded if name.startswith("factcheck.loader.")} <= {
        f"factcheck.loader.{name}"
        for name in ("config", "data", "data.kinds", "discovery", "files", "kept_packs", "pack_files", "registers")
    }


def test_settings_that_did_not_change_are_not_read_as_toml_again(project: Path) -> None:
    says = '{"says": "D1.peak = 362 TFLOP/s"}'
    assert "tomllib" in modules(project, "check", "--jsonl", text=says)
    modules(project, "check")  # makes the cache, after it has read them
    modules(project, "check")
    for arguments in (["check"], ["check", "--jsonl"]):
        assert packages(modules(project, *arguments, text=says)) & (SLOW | {"tomllib"}) == set()
    write(project, {"factcheck.toml": 'claims = ["claims"]\nfail-on = "decision"\n'})
    assert "tomllib" in modules(project, "check", "--jsonl", text=says)


def test_a_draft_is_checked_without_reading_claims_and_packs_again_that_did_not_change(project: Path) -> None:
    """Which claim files quote a draft is kept, and so is what is wrong with the packs."""
    write(project, {"a.md": "The road is 620 km (385 miles) long."})
    assert packages(modules(project, "draft", "a.md")) >= {"yaml", "pydantic"}
    write(project, {"a.md": "The road is 620 km (998 miles) long."})
    loaded = modules(project, "draft", "a.md")
    assert packages(loaded) & SLOW == set()
    assert "factcheck.proofread.draft" in loaded


def test_a_sum_is_judged_without_what_a_report_needs(tmp_path: Path) -> None:
    loaded = modules(tmp_path, "check", "--jsonl", text='{"says": "1000 * 8 = 8000"}')
    assert "factcheck.engine.outcome.check" not in loaded
    assert not {name for name in loaded if name.startswith(("factcheck.engine.slips", "factcheck.engine.article"))}


def test_a_pack_of_the_project_is_read_once(project: Path) -> None:
    write(project, {"rules/bread/units.txt": "bun = 100 * gram\n", "rules/bread/things/bread.yaml": PACK})
    says = '{"says": "loaf.mass = 500 g"}'
    assert packages(modules(project, "check", "--jsonl", text=says)) >= {"yaml", "pint", "pydantic"}
    assert packages(modules(project, "check", "--jsonl", text=says)) & (SLOW | CONCURRENT) == set()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_next_to_nothing(project: Path, option: str) -> None:
    loaded = modules(project, option)
    assert (
        packages(loaded) & (SLOW | CONCURRENT | NEEDLESS | {"dataclasses", "inspect", "json", "hashlib", "tomllib"})
        == set()
    )
    assert {name for name in loaded if name.startswith("factcheck")} == {
        "factcheck",
        "factcheck.cli",
        "factcheck.cli.arguments",
        "factcheck.cli.columns",
        "factcheck.cli.main",
    }


def test_reading_prose_loads_nothing_slow(project: Path) -> None:
    (project / "a.txt").write_text("It took 3 weeks.", encoding="utf-8")
    for arguments in (["mentions", "--jsonl"], ["mentions", "a.txt"]):
        loaded = modules(project, *arguments)
        assert packages(loaded) & ({*SLOW, "markdown_it"} | CONCURRENT) == set()
        assert {".".join(name.split(".")[:2]) for name in loaded} & {"factcheck.engine", "factcheck.language"} == set()
