"""What a run loads that has nothing to compute: the modules are asserted, not the time, which the machine decides."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def modules(project: Path, *arguments: str) -> set[str]:
    """Run a command in a process of its own and return what it has imported."""
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
        [sys.executable, "-c", code], cwd=project, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return {name for line in done.stderr.splitlines() for name in (line.strip(),) if name}


def packages(loaded: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in loaded}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    shutil.copy(ROOT / "factcheck.toml", tmp_path)
    return tmp_path


def test_a_warm_check_loads_nothing_slow(project: Path) -> None:
    assert packages(modules(project, "check")) & SLOW  # a cold one does
    loaded = modules(project, "check")
    assert packages(loaded) & (SLOW | CONCURRENT | NEEDLESS) == set()
    assert {".".join(name.split(".")[:2]) for name in loaded} & ENGINE == set()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_next_to_nothing(project: Path, option: str) -> None:
    loaded = modules(project, option)
    assert (
        packages(loaded) & (SLOW | CONCURRENT | NEEDLESS | {"dataclasses", "inspect", "json", "hashlib", "tomllib"})
        == set()
    )
    assert {name for name in loaded if name.startswith("factcheck")} <= {
        "factcheck",
        "factcheck.cli",
        "factcheck.cli.main",
    }


def test_reading_prose_loads_nothing_slow(project: Path) -> None:
    (project / "a.txt").write_text("It took 3 weeks.", encoding="utf-8")
    for arguments in (["mentions", "--jsonl"], ["mentions", "a.txt"]):
        loaded = modules(project, *arguments)
        assert packages(loaded) & ({*SLOW, "markdown_it"} | CONCURRENT) == set()
        assert {".".join(name.split(".")[:2]) for name in loaded} & {"factcheck.engine", "factcheck.language"} == set()
