"""A text among many, and why one of them could not be checked."""

from typing import Literal, NamedTuple

from factcheck.model.draft import DraftReport

Trouble = Literal["not-text", "not-utf8", "not-json", "too-long", "unreadable", "slow", "fault", "crash"]
"""Why a text was not checked: what stands there is none, or cannot be read; checking it took too long or went wrong."""


class Fault(NamedTuple):
    """Why a text was not checked, and in words."""

    kind: Trouble
    message: str


class TextRow(NamedTuple):
    """A text of a source: the row in it (from 0), its id, its date as it is written; ``fault`` where it is none.

    ``file`` is the file of a text that has one of its own: of a folder the source is the folder.
    """

    source: str
    row: int
    id: str
    text: str
    date: str = ""
    fault: Fault | None = None
    markdown: bool = False
    file: str = ""


class CheckedText(NamedTuple):
    """A text and what was found in it; else why it was not checked."""

    text: TextRow
    report: DraftReport | None = None
    fault: Fault | None = None
