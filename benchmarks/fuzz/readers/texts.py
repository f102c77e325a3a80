"""Readers of texts: drafts, statements, and questions to the packs."""

from contextlib import suppress

from benchmarks.fuzz.readers.read import Read, Reader, misplaced, places
from factcheck.diagnostics import Problem
from factcheck.mcp.desk import Desk
from factcheck.mcp.pieces import Refused
from factcheck.report.drafts import renderer
from factcheck.workspace import Workspace

FORMATS = ("json", "html", "text", "markdown", "jsonl", "sarif", "junit", "github", "gitlab", "concise")
LONGEST = 300
"""So many characters of a statement or question are asked."""


class Texts:
    """The readers of texts."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the packs."""
        self.workspace = workspace
        self.desk = Desk(workspace.project.root)
        self.readers: dict[str, Reader] = {
            "splices": self.draft,
            "pages": self.draft,
            "statements": self.statement,
            "questions": self.questions,
        }

    def draft(self, data: bytes, count: int) -> Read:
        """Check a draft, and write its report in one of the formats."""
        text, markdown = data.decode("utf-8", "replace"), count % 2 == 0
        report = self.workspace.draft(text, markdown=markdown)
        renderer(FORMATS[count % len(FORMATS)])([report], verbose=True)
        self.workspace.mentions(text, markdown=markdown)
        return Read(wrong=misplaced(text, places(report)))

    def statement(self, data: bytes, _: int) -> Read:
        """Judge a statement."""
        found = self.workspace.session.check_says(data.decode("utf-8", "replace")[:LONGEST])
        return Read("refused" if found.verdict == "error" else "read")

    def questions(self, data: bytes, _: int) -> Read:
        """Ask what packs know."""
        ask, text = self.desk, data.decode("utf-8", "replace")[:LONGEST]
        for question in (lambda: ask.facts(text, ""), lambda: ask.derive(text, text), lambda: ask.explain(text)):
            with suppress(Problem, Refused):
                question()
        return Read()
