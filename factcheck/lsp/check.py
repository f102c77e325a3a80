"""One document read: what its kind asks of the workspace, and what is to be told of it."""

import re

import factcheck
from factcheck.loader.files import MAX_BYTES, is_file, too_large
from factcheck.lsp.diagnostics import of_claims, of_draft, of_problems
from factcheck.lsp.documents import Checked, Document
from factcheck.lsp.kinds import is_markdown
from factcheck.lsp.places import Places
from factcheck.lsp.positions import Text
from factcheck.model.report import FORMAT, FileReport, Report

MOST_TYPED = 500_000
"""A longer draft, in bytes, is not read as one types: it would be a shelf of novels."""
_RULES = re.compile(r"^rules[ \t]*:", re.MULTILINE)


def check(document: Document, text: Text, size: int, places: Places, *, whole: bool) -> Checked:
    """Read a text of a document; ``whole``: all of it, where else only what changed is read anew."""
    if size > (MOST_TYPED if document.kind == "draft" else MAX_BYTES):
        return _refused(document, text, places)
    if document.kind == "draft":
        return _draft(document, text, places, whole=whole)
    if document.kind == "claims":
        return _claims(document, text, places)
    if document.kind == "pack":
        return _pack(document, text, places)
    return Checked(text)


def _refused(document: Document, text: Text, places: Places) -> Checked:
    limit = MOST_TYPED if document.kind == "draft" else MAX_BYTES
    told = too_large(document.shown, limit)
    return Checked(text, found=tuple(of_problems([told], places)))


def _draft(document: Document, text: Text, places: Places, *, whole: bool) -> Checked:
    if document.live is None:
        markdown = is_markdown(document.path, document.language)
        document.live, whole = document.home.workspace.live(document.shown, markdown=markdown), True
    live = document.live
    raw = live.whole(text.source) if whole else live.edit(text.source)
    report = document.home.workspace.honour_draft(raw)
    return Checked(text, draft=report, found=tuple(of_draft(report, text, places, document.uri)), whole=whole)


def _claims(document: Document, text: Text, places: Places) -> Checked:
    report = document.home.workspace.check_text(text.source, document.shown)
    file = next((one for one in report.files if one.path == document.shown), None)
    return Checked(text, claims=file, found=tuple(of_claims(report, places)))


def _pack(document: Document, text: Text, places: Places) -> Checked:
    """Run the cases of the rules of a file; what is wrong with the file itself is told with its project."""
    if document.path is None or not is_file(document.path) or not _RULES.search(text.source):
        return Checked(text)
    run = document.home.workspace.test_rules([document.path])
    wrong = tuple(one for one in run.outcomes if one.unexpected)
    report = Report(FORMAT, factcheck.__version__, (FileReport(document.shown, outcomes=wrong),))
    return Checked(text, found=tuple(of_claims(report, places)))
