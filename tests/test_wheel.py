"""The wheel: what it holds, and that it works where nothing but the wheel is."""

import importlib.util
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

from factcheck import __version__
from tests.projects import ROOT, environment, write

pytestmark = pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("hatchling", "pip")),
    reason="hatchling or pip, which build and install the wheel, are missing",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, offline."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(pip, check=True, timeout=120)
    (found,) = folder.iterdir()
    return found


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment, which borrows the dependencies of this one; return its program."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True, timeout=120)
    (packages,) = home.glob("lib/python*/site-packages")
    # a path line adds the folder, and not the editable install of the checkout that is noted in it
    (packages / "borrowed.pth").write_text(str(Path(yaml.__file__).parents[1]), encoding="utf-8")
    return home / "bin/factcheck"


def said(program: Path, *arguments: str, cwd: Path) -> str:
    """Run the installed program and return what it prints."""
    found = subprocess.run(
        [str(program), *arguments],
        cwd=cwd,
        env=environment(PYTHONPATH=""),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (found.returncode, found.stderr) == (0, b"")
    return found.stdout.decode("utf-8")


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_the_package_with_its_packs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    metadata = {name for name in names if name.startswith(f"factcheck_engine-{__version__}.dist-info/")}
    package = {f"factcheck/{name}" for name in files(ROOT / "factcheck") if "__pycache__" not in name}
    rules = {f"factcheck/rules/{name}" for name in files(ROOT / "rules")}
    assert set(names) - metadata == package | rules
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name",
    [
        "factcheck/py.typed",
        "factcheck/pages/FC401.md",
        "factcheck/cli/completions/factcheck.fish",
        "factcheck/quantity/tables/units.json",
        "factcheck/quantity/tables/zh/words.json",
        "factcheck/rules/core/change.yaml",
        "factcheck/rules/compute/units.txt",
        "factcheck/rules/compute/things/tesla-dojo.yaml",
    ],
)
def test_the_wheel_holds_what_a_run_needs(name: str, wheel: Path) -> None:
    assert name in zipfile.ZipFile(wheel).namelist()


def test_the_installed_program_is_that_of_the_wheel(program: Path, tmp_path: Path) -> None:
    where = "import factcheck; print(factcheck.__file__)"
    found = subprocess.run(
        [program.parent / "python", "-c", where],
        cwd=tmp_path,
        env=environment(PYTHONPATH=""),
        capture_output=True,
        check=True,
    )
    assert Path(found.stdout.decode().strip()).is_relative_to(program.parents[1])


def test_version(program: Path, tmp_path: Path) -> None:
    assert said(program, "--version", cwd=tmp_path) == f"factcheck {__version__}\n"


def test_facts_come_from_the_packs_in_the_wheel(program: Path, tmp_path: Path) -> None:
    assert "peak [bf16 dense] = 362 TFLOP/s" in said(program, "facts", "D1", cwd=tmp_path)


def test_pages_are_in_the_wheel(program: Path, tmp_path: Path) -> None:
    assert said(program, "explain", "FC401", cwd=tmp_path).startswith("# FC401: ")


def test_the_rules_of_the_wheel_pass_their_cases(program: Path, tmp_path: Path) -> None:
    assert said(program, "test", cwd=tmp_path).endswith(" as expected, 0 not\n")


def test_a_new_claim_file_in_another_folder_passes(program: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "another", {"factcheck.toml": ""})
    said(program, "new", "mine.yaml", cwd=folder)
    first, second = (said(program, "check", "mine.yaml", cwd=folder) for _ in range(2))
    assert first.startswith("5 claims: 4 pass, 1 exempt\n")
    assert first == second
