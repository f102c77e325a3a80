"""Texts by the million, each checked for itself: a bad one is a row like the others, and nothing raises."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.diagnostics import fault_of_the_program
from factcheck.loader.files import shown_path
from factcheck.policy.asked import Asked
from factcheck.workspace.drafts import Drafts

if TYPE_CHECKING:
    from factcheck.model.texts import CheckedText, TextRow
    from factcheck.policy.drafts import DraftPolicy
    from factcheck.report.table.rows import Held


Limit = Callable[[], AbstractContextManager[object]]


class Slow(BaseException):
    """Checking a text took longer than it may; what catches faults of a text does not catch it."""


class Texts(Drafts):
    """The verbs that concern many texts."""

    def check_texts(
        self, texts: "Iterable[TextRow]", *, lang: str | None = None, limit: Limit | None = None, today: str = ""
    ) -> "Iterator[CheckedText]":
        """Check texts one after the other; ``limit`` gives a context that raises Slow when a text takes too long.

        The settings are honoured, their level among them: a finding that fails a run has the weight *fail*. ``today``
        is the day that ends of ignores are compared with. Raises ValueError for a language that is not known.
        """
        from factcheck.model.texts import CheckedText  # noqa: PLC0415 - a warm check does without

        bounded, policy = limit or nullcontext, self.texts_policy(today)
        for text in texts:
            yield CheckedText(text, fault=text.fault) if text.fault else self._checked(text, lang, bounded(), policy)

    def texts_policy(self, today: str = "") -> "DraftPolicy":
        """Return what counts in many texts; its ``key`` is the same for the same."""
        from factcheck.policy.drafts import draft_policy  # noqa: PLC0415 - checks of claims do without

        return draft_policy(self.project, Asked(today=today, settled=True))

    def _checked(
        self, text: "TextRow", lang: str | None, bound: AbstractContextManager[object], policy: "DraftPolicy"
    ) -> "CheckedText":
        from factcheck.model.texts import CheckedText, Fault  # noqa: PLC0415 - a warm check does without

        try:
            with bound:
                report = self.draft(text.text, markdown=text.markdown, lang=lang, date=_day(text.date))
                return CheckedText(text, policy.honoured(replace(report, path=self._path_of(text))))
        except Slow as slow:
            return CheckedText(text, fault=Fault("slow", str(slow)))
        except Exception as error:  # noqa: BLE001 - one text of millions does not end them all
            return CheckedText(text, fault=Fault("fault", fault_of_the_program(error)))

    def _path_of(self, text: "TextRow") -> str:
        """Return the file that a text was read from as settings name it; empty where there is none."""
        path = text.file or text.source
        return shown_path(Path(path), self.project.root) if path else ""

    def held(self, row: str) -> "Held":
        """Return how often a construction was right on published text."""
        if row not in self._held:
            from factcheck.proofread.records import record  # noqa: PLC0415 - slow
            from factcheck.report.table.rows import Held  # noqa: PLC0415

            found = record(row, self._own.get(row, 0))
            self._held[row] = Held(found.seen, found.held, found.cases, found.trusted)
        return self._held[row]

    @cached_property
    def _held(self) -> "dict[str, Held]":
        return {}

    @cached_property
    def _own(self) -> dict[str, int]:
        """The cases of the constructions that packs bring."""
        from factcheck.proofread.draft import schemas_of  # noqa: PLC0415 - slow

        schemas = schemas_of(self.session.engine().knowledge)
        return {row: count for schema in schemas for row, count in schema.cases.items()}


def _day(text: str) -> str:
    """Return the day of a date as it is written; empty where it tells none."""
    from datetime import date  # noqa: PLC0415 - a warm check does without

    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
