"""Drafts for the tests: what the engine says of a text, in short."""

from collections.abc import Sequence

from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftReport
from factcheck.model.report import FileReport
from factcheck.proofread.draft import proofread

WRONG_ROAD = "The road is 620 km (998 miles) long."
RIGHT_ROAD = "The road is 620 km (385 miles) long."
FERRIES = "The fleet of 64 ferries is made up of 31 diesel boats, 22 hybrids and 14 that run on batteries alone."


def checked(text: str, engine: Engine, *, markdown: bool = False, claims: Sequence[FileReport] = ()) -> DraftReport:
    return proofread(text, engine, "draft.md", markdown=markdown, claims=claims)


def messages(report: DraftReport) -> list[str]:
    return [one.message for one in report.findings]


def problems(report: DraftReport) -> list[str]:
    """Return the codes of what is wrong or worth a look, and not ignored, then those of the file."""
    found = [one.code for one in report.findings if one.verdict in {"fail", "query"} and not one.ignored]
    return found + [one.code for one in report.diagnostics]
