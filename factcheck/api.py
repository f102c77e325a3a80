"""The library: check claim files and drafts, judge a statement, find a derivation, read a text. All are plain data."""

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model.report import Outcome, Report
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    import pyarrow as pa

    from factcheck.engine.questions.inquire import Derived
    from factcheck.model.draft import DraftReport
    from factcheck.prose.mention import Mention

Pathlike = str | os.PathLike[str]


def check(*paths: Pathlike) -> Report:
    """Check claim files and folders, those of the project around the current folder when none are named.

    Wrong input is part of the report (``diagnostics``, outcomes with the verdict ``error``), never an exception.
    """
    found = [Path(path) for path in paths]
    return Workspace.open(found[0] if found else Path.cwd()).check(found)


def judge(says: str) -> Outcome:
    """Judge one statement of the claim language with all packs of the current folder's project."""
    return _workspace(Path.cwd()).session.check_says(says)


def derive(value: str, unit: str) -> "tuple[Derived, ...]":
    """Return the shortest derivations from a value to a unit.

    Raises factcheck.diagnostics.Problem where a text cannot be read or no derivation exists.
    """
    return _workspace(Path.cwd()).derive(value, unit)


def mentions(
    text: str, *, markdown: bool = False, lang: str | None = None, decimal_comma: bool = False
) -> "tuple[Mention, ...]":
    """Return the quantities that a text mentions, in its order; the text is never changed, and nothing is looked up.

    ``lang`` is the language of sentences whose words do not tell it (ValueError for one that is not known),
    ``decimal_comma`` reads 1.234,5 as a little more than a thousand.
    """
    found = _workspace(Path.cwd()).mentions(text, markdown=markdown, lang=lang, decimal_comma=decimal_comma)
    return found.mentions


def check_draft(text: Pathlike, *, markdown: bool | None = None, lang: str | None = None) -> "DraftReport":
    """Return what can be said of the numbers of a draft: a text (``str``), or a file (``pathlib.Path``).

    The settings of the project are honoured: the one around the file, of a text that around the current folder.

    ``markdown`` says how it is written (a file's name tells it), ``lang`` is the language of sentences whose words do
    not tell it (ValueError for one that is not known). A file that cannot be read is part of the report.
    """
    if isinstance(text, str):
        here = _workspace(Path.cwd())
        return here.honour_draft(here.draft(text, markdown=bool(markdown), lang=lang))
    path = Path(text)
    workspace = Workspace.open(path)
    return workspace.honour_drafts([workspace.draft_file(path, markdown=markdown, lang=lang)])[0]


def check_texts(
    texts: "pa.Table | pa.RecordBatch",
    *,
    text: str = "",
    id: str = "",  # noqa: A002 - what the column is called
    date: str = "",
    lang: str | None = None,
) -> "pa.Table":
    """Check a column of texts, each for itself, and return a row for each number that was judged (``findings_schema``).

    ``text``, ``id`` and ``date`` name the columns; without a name those of texts and ids are found by how they are
    mostly called. Settings and packs are those of the project around the current folder. A text that cannot be checked
    is a row with the verdict ``error``, never an exception. Raises
    ValueError (NoColumn) for a column that is not there, ImportError where the extra ``[archive]`` is not installed.
    """
    from factcheck.loader.texts import arrow  # noqa: PLC0415 - an extra
    from factcheck.loader.texts.columns import Wanted  # noqa: PLC0415
    from factcheck.report.table.arrow import findings_schema, table  # noqa: PLC0415
    from factcheck.report.table.rows import rows_of  # noqa: PLC0415

    arrow.arrow()
    workspace = _workspace(Path.cwd())
    checked = workspace.check_texts(arrow.texts(texts, Wanted(text, id, date)), lang=lang)
    return table([row for one in checked for row in rows_of(one, workspace.held)], findings_schema())


def findings_schema() -> "pa.Schema":
    """Return the schema of what ``check_texts`` returns. Raises ImportError where pyarrow is not installed."""
    from factcheck.loader.texts import arrow  # noqa: PLC0415 - an extra
    from factcheck.report.table import arrow as tables  # noqa: PLC0415

    arrow.arrow()
    return tables.findings_schema()


@lru_cache(maxsize=4)
def _workspace(folder: Path) -> Workspace:
    """Return the project around a folder; its packs are loaded once."""
    return Workspace.open(folder)
