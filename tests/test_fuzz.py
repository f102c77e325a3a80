"""Real files, damaged: whatever stands in a file, a run ends soon, with a report and never with a traceback."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from json import dumps as json_text
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz.makers.damage import damaged
from benchmarks.fuzz.makers.files import some_claims
from benchmarks.fuzz.makers.texts import PIECES
from benchmarks.fuzz.readers.read import misplaced, places
from factcheck.model.report import Report
from factcheck.report import html, json, jsonl, markdown, text
from factcheck.report.drafts import renderer
from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[1]
PACK = ROOT / "rules/compute"
THINGS = (PACK / "things/tesla-dojo.yaml").read_bytes()
RULES = (ROOT / "rules/core/growth.yaml").read_bytes()

CHANCE = st.randoms(use_true_random=False)


@settings(max_examples=25)
@given(st.integers(0, 60), CHANCE)
def test_damaged_claims(first: int, chance: Random) -> None:
    with project() as folder:
        (folder / "claims/a.yaml").write_bytes(damaged(some_claims(first), chance))
        assert "a.yaml" in told_of(checked(workspace(), folder / "claims/a.yaml"))


@settings(max_examples=6)
@given(CHANCE)
def test_damaged_facts(chance: Random) -> None:
    with project() as folder:
        shutil.copytree(PACK, folder / "rules/compute")
        (folder / "rules/compute/things/tesla-dojo.yaml").write_bytes(damaged(THINGS, chance))
        (folder / "claims/a.yaml").write_bytes(some_claims(12))
        assert "a.yaml" in told_of(checked(Workspace.open(folder)))


@settings(max_examples=6)
@given(CHANCE)
def test_damaged_rules(chance: Random) -> None:
    with project() as folder:
        (folder / "rules/own").mkdir(parents=True)
        (folder / "rules/own/rules.yaml").write_bytes(damaged(RULES, chance))
        says = b"claims:\n- {id: a, says: 'cagr(start=100, end=121, periods=2) = 10 %'}\n"
        (folder / "claims/a.yaml").write_bytes(says)
        assert "a.yaml" in told_of(checked(Workspace.open(folder)))


@settings(max_examples=4)
@given(CHANCE)
def test_damaged_units(chance: Random) -> None:
    with project() as folder:
        shutil.copytree(PACK, folder / "rules/compute")
        units = damaged((PACK / "units.txt").read_bytes(), chance)
        (folder / "rules/compute/units.txt").write_bytes(units)
        (folder / "claims/a.yaml").write_bytes(some_claims(12))
        assert "a.yaml" in told_of(checked(Workspace.open(folder)))


NUMBERS = [
    "1e400",
    "1e-400",
    "9" * 100,
    "9" * 101,
    "1e999999999",
    "10^300",
    "2^99999",
    "三亿亿亿亿亿亿",
    "0",
    "½",
    "1:1e400",
]
STATEMENTS = [
    "{a} = {b}",
    "{a} > {b}",
    "{a} - {b} = 0",
    "{a} * {b} = 1",
    "{a} / {b} = 1",
    "({a})^{b} = 1",
    "{a} ± {b} = 1",
]
STATEMENTS += ["percent_change(before={a}, after={b}) = 5 %", "derive({a}) = {b}", "sqrt({a}) = {b}", "{a} in {b}"]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.integers(1, 40)), max_size=14), st.booleans())
def test_any_draft(parts: list[tuple[str, int]], markdown: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    text = "".join(piece * count for piece, count in parts)
    report = workspace().draft(text, markdown=markdown)
    assert misplaced(text, places(report)) == ""
    for form in ("text", "json", "jsonl", "html"):
        renderer(form)([report], verbose=True)


@settings(max_examples=60)
@given(st.sampled_from(STATEMENTS), st.sampled_from(NUMBERS), st.sampled_from(NUMBERS))
def test_statements_of_numbers_of_any_size(statement: str, first: str, second: str) -> None:
    says = statement.format(a=first, b=second)
    text = f"claims:\n- {{id: a, given: {{x: '{first}'}}, says: '{says}', quote: '{second}'}}\n"
    with project() as folder:
        (folder / "claims/a.yaml").write_text(text, encoding="utf-8")
        assert "a.yaml" in told_of(checked(workspace(), folder / "claims/a.yaml"))
    assert len(list(workspace().filter([json_text({"id": 1, "says": says})]))) == 1


def checked(opened: Workspace, *paths: Path) -> Report:
    """Check files, and write the report in every format."""
    report = opened.check(paths)
    for form in (html, json, jsonl, markdown, text):
        form.render(report)
    return report


def told_of(report: Report) -> set[str]:
    """Return the names of the files that were judged, or of which something is told."""
    faults = [*report.diagnostics, *(one for file in report.files for one in file.diagnostics)]
    return {Path(file.path).name for file in report.files} | {Path(one.place.path).name for one in faults}


@cache
def workspace() -> Workspace:
    """Return one workspace with the packs that come with factcheck; nothing is cached."""
    return Workspace.open(ROOT, cached=False)


@contextmanager
def project() -> Iterator[Path]:
    """Give an empty project; it has its own cache."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "claims").mkdir()
        (folder / "factcheck.toml").write_text("", encoding="utf-8")
        yield folder
