"""One claim as a test: what it says is what the report says."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from _pytest._code.code import ReprFileLocation, TerminalRepr
from _pytest._io import TerminalWriter

from factcheck.model.report import Outcome
from factcheck.report.blocks import outcome_block, suppressed_by, told
from factcheck.report.inert import inert
from factcheck.report.layout import plain
from factcheck.report.summary import Level, expected, is_finding
from factcheck.report.text import WIDTH


class Finding(Exception):  # noqa: N818 - the word of the report
    """The claim does not hold, and nobody expected that."""


class KnownVerdict(Exception):  # noqa: N818 - what xfail waits for
    """The claim does not hold, as its `expect` says."""


@dataclass
class Told(TerminalRepr):
    """The block of the report, for pytest to print; its headline goes into the summary."""

    text: str
    reprcrash: ReprFileLocation

    def toterminal(self, tw: TerminalWriter) -> None:
        """Print the block."""
        tw.write(self.text)


class ClaimTest(pytest.Item):
    """A claim with its verdict."""

    outcome: Outcome
    fail_on: Level

    @classmethod
    def of(cls, parent: pytest.File, outcome: Outcome, fail_on: str) -> "ClaimTest":
        """Return the test of a claim, marked as its verdict asks for."""
        test: ClaimTest = cls.from_parent(parent, name=outcome.id)
        test.outcome, test.fail_on = outcome, cast("Level", fail_on)
        test.user_properties.append(("verdict", outcome.grade or outcome.verdict))
        for marker in (pytest.mark.factcheck, *test._markers()):
            test.add_marker(marker)
        return test

    def _markers(self) -> list[pytest.MarkDecorator]:
        """Return xfail for a verdict that is recorded, skip for a claim that has none and is no finding."""
        found = self.outcome
        if _known(found):
            reason = inert(f"expect: {found.expect}; {found.headline}")
            return [pytest.mark.xfail(reason=reason, raises=KnownVerdict, strict=True)]
        if found.suppressed:
            return [pytest.mark.skip(reason=inert(f"{suppressed_by(found.suppressed)}: {told(found.suppressed)}"))]
        if found.verdict in {"exempt", "unverified"} and not is_finding(found, self.fail_on):
            return [pytest.mark.skip(reason=inert(f"{found.verdict}: {found.exempt or found.headline}"))]
        return []

    def runtest(self) -> None:
        """Raise unless the claim holds; checking was done when the file was collected."""
        if _known(self.outcome):
            raise KnownVerdict
        if is_finding(self.outcome, self.fail_on):
            raise Finding

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str | TerminalRepr:
        """Return what the report says of the claim."""
        del style  # the report has but one
        if not isinstance(excinfo.value, Finding | KnownVerdict):
            return super().repr_failure(excinfo)
        text = plain(outcome_block(self.outcome, WIDTH))
        place = ReprFileLocation(str(self.path), self.outcome.position.line, inert(self.outcome.headline))
        return Told(text, place)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the line of the claim, and its id as the heading."""
        return self.path, self.outcome.position.line - 1, self.name


def _known(outcome: Outcome) -> bool:
    return expected(outcome) and outcome.expect != "pass"
