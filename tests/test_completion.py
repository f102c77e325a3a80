"""The completion of shells, asked as the shells ask."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.cli.completions.generate import script
from factcheck.cli.options.asking import SHELLS
from tests.projects import imports, write

SCRIPTS = Path(__file__).parents[1] / "factcheck/cli/completions"
IN_BASH = """\
source "$0"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_shtab_factcheck
echo "${COMPREPLY[*]}"
"""


def in_bash(*words: str, folder: Path) -> list[str]:
    """Return what bash offers for the last word."""
    bash = ["bash", "-c", IN_BASH, SCRIPTS / "factcheck.bash", "factcheck", *words]
    return subprocess.run(bash, cwd=folder, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["che"], ["check"]),
        (["check", "--fail-on", "w"], ["wrong"]),
        (["check", "--out", "cl"], ["claims"]),
        (["check", "claims/b"], ["claims/bread.yaml"]),
        (["schema", "t"], ["things"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["explain", "FC40"], ["FC401", "FC404", "FC405", "FC406"]),
    ],
    ids=" ".join,
)
def test_bash(words: list[str], offered: list[str], tmp_path: Path) -> None:
    assert in_bash(*words, folder=write(tmp_path)) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_of_the_shell(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    read = subprocess.run([shell, "-n", SCRIPTS / f"factcheck.{shell}"], check=False, capture_output=True, text=True)
    assert (read.returncode, read.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_always_the_same(shell: str) -> None:
    assert script(shell) == script(shell)


def test_printing_a_script_loads_neither_its_generator_nor_the_engine(tmp_path: Path) -> None:
    loaded = imports("completion", "fish", cwd=tmp_path)
    assert not loaded & {"shtab", "factcheck.workspace", "factcheck.cli.completions.generate", "pydantic"}
