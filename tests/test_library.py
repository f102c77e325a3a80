"""``import factcheck``: a small typed library."""

import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parent.parent


def test_judge_one_statement() -> None:
    outcome = factcheck.judge("100 EFLOP/s / D1.peak > 27.6万 D1")
    assert outcome.verdict == "pass"
    assert outcome.derived is not None
    assert (outcome.derived.unit, outcome.derived.text) == ("D1", "276,243 D1 (275,862 to 276,625.2)")


def test_find_a_derivation() -> None:
    assert [found.formula for found in factcheck.derive("100 EFLOP/s", "D1")] == ["100 EFLOP/s ÷ D1.peak"]


def test_check_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claims:\n- id: sum\n  says: 2 + 2 = 4\n", encoding="utf-8")
    report = factcheck.check(tmp_path / "a.yaml")
    assert [outcome.verdict for file in report.files for outcome in file.outcomes] == ["pass"]


def test_there_is_nothing_else() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        factcheck.chekc  # noqa: B018


def test_the_library_is_loaded_when_it_is_asked_for() -> None:
    code = "import sys, factcheck; print('factcheck.workspace' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
