"""A pack as authors of four fields would write it: its cases hold, and what cannot be solved is told."""

from pathlib import Path

import pytest

from factcheck.cli.main import main

ROOT = Path(__file__).parent
FIELDS = ROOT / "packs/fields"


def test_the_cases_of_the_pack_are_as_expected(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT.parent)
    code = main(["test", str(FIELDS.relative_to(ROOT.parent))])
    assert capsys.readouterr().out.splitlines()[-1] == "16 rules, 70 cases: 70 as expected, 0 not"
    assert code == 0
