"""Every code has a page; its example gives that code, and the corrected one does not."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli.main import main
from factcheck.codes import CODES, LINT, PAGES, page
from factcheck.model.report import Report
from factcheck.workspace import Workspace

FENCE = re.compile(r"^```(?:yaml|toml|json|csv)( fixed)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"# ([\w./-]+\.(?:yaml|toml|txt|json|csv))\n")
IN_DRAFTS = {code for code in CODES if code.startswith("FC6")} - {"FC644"}
"""Codes whose examples are drafts: `tests/proofread/test_pages.py` runs them."""
SOUND = "claims:\n- id: growth\n  says: 50 / 40 - 1 = 25 %\n"
VERDICTS = {"FC401", "FC404"}
"""What a claim with a note may get beside it."""

Made = Callable[[Path], None]


class Found(NamedTuple):
    """The codes of a report: those of problems and verdicts, and those of notes."""

    problems: set[str]
    notes: set[str]


def missing_file(project: Path) -> None:
    (project / "factcheck.toml").write_text('claims = ["nowhere"]\n', encoding="utf-8")


def pipe_for_a_file(project: Path) -> None:
    os.mkfifo(project / "claims/b.yaml")


def not_utf8(project: Path) -> None:
    (project / "claims/a.yaml").write_bytes("claims: 增长\n".encode("gbk"))


def folded_search(project: Path) -> None:
    text = "claims:\n- id: chips\n  says: >\n    derive(100 EFLOP/s)\n    > 27.6万 D1\n"
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")


BY_HAND: dict[str, Made] = {"FC101": missing_file, "FC102": pipe_for_a_file, "FC104": not_utf8}
"""What a YAML file cannot show."""

PINNING: dict[str, Made] = {"FC311": folded_search}
DOCUMENTS = {"FC118", "FC119", "FC120"}
"""What only a document can show: `tests/documents/test_refused.py` has them."""
EXAMPLES = [code for code in CODES if code not in {*BY_HAND, *PINNING, *IN_DRAFTS, *LINT, *DOCUMENTS}]
"""The codes of `factcheck lint` are shown in `tests/lint/test_pages.py`."""


@pytest.fixture
def project(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with one claim that holds; the compiled units are shared between the pages."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.chdir(tmp_path)
    written(tmp_path, {"factcheck.toml": "", "claims/a.yaml": SOUND})
    return tmp_path


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_the_title_of_its_code(code: str) -> None:
    assert (page(code) or "").startswith(f"# {code}: {CODES[code]}\n\n")


def test_there_is_no_page_without_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == set(CODES)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_gives_its_code(code: str, project: Path) -> None:
    written(project, files(code))
    found = codes(Workspace.open(project).check())
    if code in found.notes:
        assert found.problems <= VERDICTS
    elif code == "FC644":
        assert found.problems == {code, "FC401"}
    else:
        assert found.problems == {code}


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_corrected_example_passes(code: str, project: Path) -> None:
    assert files(code, fixed=True)
    written(project, {**files(code), **files(code, fixed=True)})
    report = Workspace.open(project).check()
    found = codes(report)
    assert code not in found.notes
    assert found.problems <= {"FC401"}
    outcomes = [outcome for file in report.files for outcome in file.outcomes]
    assert all(outcome.verdict in {"pass", "exempt", outcome.expect} for outcome in outcomes)


@pytest.mark.parametrize("code", BY_HAND)
def test_what_a_file_cannot_show(code: str, project: Path) -> None:
    BY_HAND[code](project)
    assert codes(Workspace.open(project).check()).problems == {code}


def test_what_cannot_be_pinned(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folded_search(project)
    assert main(["pin", "claims/a.yaml"]) == 1
    assert "[FC311]" in "".join(capsys.readouterr())


def files(code: str, *, fixed: bool = False) -> dict[str, str]:
    """Return the files of a page's example by path; the first line may name it, else it is a claim file."""
    found = {}
    for kind, text in FENCE.findall(page(code) or ""):
        if bool(kind) == fixed:
            path = PATH.match(text)
            found[path[1] if path else "claims/a.yaml"] = text.removeprefix(path[0]) if path else text
    return found


def written(project: Path, texts: dict[str, str]) -> None:
    """Write files into a project."""
    for name, text in texts.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def codes(report: Report) -> Found:
    """Return the codes of a report; an unexpected verdict counts as FC406."""
    outcomes = [outcome for file in report.files for outcome in file.outcomes]
    diagnostics = [*report.diagnostics, *(item for part in (*report.files, *outcomes) for item in part.diagnostics)]
    problems = {item.code for item in diagnostics} | {outcome.code for outcome in outcomes if outcome.code}
    problems |= {"FC406" for outcome in outcomes if outcome.unexpected}
    notes = {note.code for outcome in outcomes for note in outcome.notes if note.code}
    clashes = {clash.code for file in report.files for clash in file.contradictions if clash.code}
    return Found(problems, notes | clashes)
