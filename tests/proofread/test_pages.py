"""Every code of drafts has a page; its example gives that code, and the corrected one does not."""

import re
from pathlib import Path

import pytest

from factcheck.codes import CODES, page
from factcheck.model.draft import DraftReport
from factcheck.proofread.kinds import CHANGED, GONE, NO_REASON, UNKNOWN_CODE, UNUSED
from factcheck.proofread.kinds import CODES as KINDS
from factcheck.workspace import Workspace
from tests.projects import write

FENCE = re.compile(r"^```text( fixed)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CLAIMS = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ON_NUMBERS = set(KINDS.values())
ONLY_DENIED = {"FC653"}
"""That n whole numbers can have a mean does not verify it."""
PAGES = sorted({*ON_NUMBERS, CHANGED, GONE, NO_REASON, UNKNOWN_CODE, UNUSED})


def checked(folder: Path, code: str, *, fixed: bool) -> DraftReport:
    """Check the draft of a page, in a project with its claims."""
    text = page(code) or ""
    draft = next(text for kind, text in FENCE.findall(text) if bool(kind) is fixed)
    claims = {f"claims/{number}.yaml": found for number, found in enumerate(CLAIMS.findall(text))}
    write(folder, {"factcheck.toml": "", "draft.md": draft, **claims})
    return Workspace.open(folder).draft_file(folder / "draft.md")


def problems(report: DraftReport) -> set[str]:
    found = {one.code for one in report.findings if one.verdict in {"fail", "query"} and not one.ignored}
    return found | {one.code for one in report.diagnostics}


def test_every_kind_of_finding_has_a_page() -> None:
    assert set(PAGES) <= set(CODES)


@pytest.mark.parametrize("code", PAGES)
def test_the_example_gives_its_code(code: str, tmp_path: Path) -> None:
    assert problems(checked(tmp_path, code, fixed=False)) == {code}


@pytest.mark.parametrize("code", PAGES)
def test_the_corrected_example_has_no_problem(code: str, tmp_path: Path) -> None:
    report = checked(tmp_path, code, fixed=True)
    assert problems(report) == set()
    if code in ON_NUMBERS - ONLY_DENIED:
        assert code in {one.code for one in report.findings if one.verdict == "pass"}
