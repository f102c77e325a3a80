"""What is prepared for the packs that come with factcheck: up to date, and without any effect but speed."""

from pathlib import Path

import pytest

from factcheck import prepared
from factcheck.engine import prepare
from factcheck.engine.rules import solutions
from factcheck.engine.rules.equations import Equations, requests_of
from factcheck.report import json as as_json
from factcheck.workspace import Workspace
from tests.projects import ROOT


@pytest.fixture(scope="module")
def entries() -> dict[str, prepare.Entry]:
    return {entry[0]: entry for entry in prepare.entries()}


def test_it_is_up_to_date(entries: dict[str, prepare.Entry]) -> None:
    """Where this fails, ``make reports`` writes it anew."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in prepared.FOLDER.glob("*.json")}
    assert found.keys() == entries.keys()
    for name, key, data in entries.values():
        if name != solutions.NAME:  # how a solution is written is up to sympy's version
            assert found[name] == prepared.text(key, data), name


def test_every_equation_is_solved(entries: dict[str, prepare.Entry]) -> None:
    kept = prepared.read(solutions.NAME, solutions.KEY)
    assert kept is not None
    assert kept["solutions"].keys() == entries[solutions.NAME][2]["solutions"].keys()
    rules = Workspace.open(ROOT, cached=False).session.engine().knowledge.rules
    asked = requests_of(rules.values(), rules, Equations())
    assert kept["solutions"].keys() == {each.text for each in asked}


def test_the_outcomes_are_the_same_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = as_json.render(Workspace.open(ROOT, cached=False).check(), verbose=True)
    monkeypatch.setattr(prepared, "FOLDER", tmp_path)
    assert as_json.render(Workspace.open(ROOT, cached=False).check(), verbose=True) == fast
