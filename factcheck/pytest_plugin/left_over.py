"""What spoils no verdict as a test that fails: an ignore that hides nothing, a quote that the text has no more."""

from pathlib import Path

import pytest
from _pytest._code.code import TerminalRepr

from factcheck.diagnostics import Diagnostic
from factcheck.report.blocks import diagnostic_block
from factcheck.report.layout import plain
from factcheck.report.text import WIDTH


class Untidy(Exception):  # noqa: N818 - as the other findings
    """Something is left over."""


class LeftOver(pytest.Item):
    """A problem of a file that spoils no verdict."""

    problem: Diagnostic

    @classmethod
    def of(cls, parent: pytest.File, problem: Diagnostic) -> "LeftOver":
        """Return the test of a problem."""
        place = problem.place
        test: LeftOver = cls.from_parent(parent, name=f"{problem.code}-line-{place.line}")
        test.problem = problem
        test.add_marker(pytest.mark.factcheck)
        return test

    def runtest(self) -> None:
        """Fail: the problem was found when the file was collected."""
        raise Untidy

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str | TerminalRepr:
        """Return what the report says of the problem."""
        del style  # the report has but one
        if not isinstance(excinfo.value, Untidy):
            return super().repr_failure(excinfo)
        return plain(diagnostic_block(self.problem, WIDTH))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the line of the problem."""
        return self.path, self.problem.place.line - 1, self.name
