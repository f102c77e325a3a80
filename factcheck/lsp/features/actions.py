"""What can be done about a number or a claim: write what would be right, make a claim of it, leave it alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lsprotocol import types

from factcheck.codes import CODES
from factcheck.loader.documents import MARKDOWN
from factcheck.loader.files import is_there, read_bytes
from factcheck.lsp.asked import Asked
from factcheck.lsp.positions import Text
from factcheck.lsp.uris import uri_of
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.model.report import Outcome
from factcheck.proofread.claim_file import claim_file
from factcheck.proofread.ignores import ignores
from factcheck.quantity.phrases import phrases
from factcheck.report.fixes import fixes
from factcheck.report.inert import clipped, inert

LONGEST = 60
_OF_COMMENTS = frozenset({"FC641", "FC642", "FC643"})
_BAD = frozenset({"fail", "query", "borderline"})
_KNOWABLE = frozenset({"fail", "borderline", "unverified"})
_FIX, _REFACTOR = types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorExtract

Action = types.CodeAction


def actions(asked: Asked, params: types.CodeActionParams) -> list[Action]:
    """Return what can be done about a range of a document."""
    start, end = asked.text.offset(params.range.start), asked.text.offset(params.range.end)
    found = list(_draft(asked, start, end) if asked.draft is not None else _claims(asked, start, end))
    for one in found:
        one.diagnostics = [d for d in params.context.diagnostics if _meets(asked, one, d)] or None
    only = [_word(kind) for kind in params.context.only or ()]
    return [one for one in found if not only or any(f"{_word(one.kind)}.".startswith(f"{kind}.") for kind in only)]


def _word(kind: types.CodeActionKind | str | None) -> str:
    """Return a kind as the protocol writes it; editors may have kinds of their own."""
    return kind.value if isinstance(kind, types.CodeActionKind) else kind or ""


def _meets(asked: Asked, action: Action, one: types.Diagnostic) -> bool:
    """Whether an action mends a diagnostic: the one whose code it is made for."""
    return bool(action.data) and one.source == "factcheck" and one.code == action.data and asked.text is not None


def _draft(asked: Asked, start: int, end: int) -> Iterator[Action]:
    report = asked.draft
    if report is None:
        return
    words = phrases(report.language)["editor"]
    findings = [one for one in report.findings if one.start <= end and start <= one.end]
    for one in findings:
        if one.correction and not one.ignored:
            title = words["replace"].format(text=_short(one.correction))
            yield _edit(asked, title, one.start, one.end, one.correction, one.code, preferred=True)
    for one in findings:
        if one.verdict in _BAD and not one.ignored and one.outcome.expect is None and one.code in CODES:
            at = asked.text.line_span(asked.text.line_of(max(one.start, one.end - 1)))[1]
            yield _edit(asked, words["ignore"], at, at, f" <!-- factcheck: ignore[{one.code}] -- -->", one.code)
    for comment in ignores(report.text):
        if comment.start <= end and start <= comment.end and _is_left_over(report, asked.text, comment.start):
            yield _edit(asked, words["drop"], *_with_blank(report.text, comment.start, comment.end), "", "")
    for one in findings:
        yield from _extracted(asked, one, report)


def _is_left_over(report: DraftReport, text: Text, start: int) -> bool:
    """Whether something is said against a comment that starts here."""
    line = text.line_of(start) + 1
    return any(one.code in _OF_COMMENTS and one.place.line == line for one in report.diagnostics)


def _with_blank(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a comment with the blanks before it."""
    return start - (len(text[:start]) - len(text[:start].rstrip(" \t"))), end


# a claim of a number


def _extracted(asked: Asked, one: DraftFinding, report: DraftReport) -> Iterator[Action]:
    """Yield the action that writes a number as a claim, into the claim file of the draft."""
    path = asked.document.path
    if path is None or one.kind == "claim" or one.verdict == "query":
        return
    project = asked.document.home.workspace.project
    stem = path.name.removesuffix(next((end for end in MARKDOWN if path.name.endswith(end)), path.suffix))
    file = project.root / project.settings.claims[0] / f"{stem}.yaml"
    alone = replace(report, findings=(one,), numbers=(), proposals=())
    edit = _appended(asked, file, claim_file(alone))
    if edit is not None:
        title = phrases(report.language)["editor"]["claim"].format(file=asked.document.home.shown(file))
        yield Action(title, _REFACTOR, edit=edit)


def _appended(asked: Asked, file: Path, whole: str) -> types.WorkspaceEdit | None:
    """Return the edit that adds the claims of a file to another, which is made where there is none."""
    if asked.places.is_open(file) or is_there(file):
        uri, text = asked.places.of(file)
        kept = text.source
        if "\nclaims:" not in f"\n{kept}" or not isinstance(read_bytes(file, file.name), bytes):
            return None
        added = _renamed(whole.partition("\nclaims:\n")[2], kept)
        gap = "\n" if kept.endswith("\n") else "\n\n"
        end = text.range(len(kept), len(kept))
        edit = types.TextEdit(end, (gap + _indented(added, kept)).replace("\n", _line_end(kept)))
        return types.WorkspaceEdit(changes={uri: [edit]})
    if not asked.wanted.creates:
        return None
    uri = uri_of(file)
    start = types.Position(0, 0)
    made = types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
    document = types.OptionalVersionedTextDocumentIdentifier(uri, None)
    written = types.TextDocumentEdit(document, [types.TextEdit(types.Range(start, start), whole)])
    return types.WorkspaceEdit(document_changes=[made, written])


def _line_end(text: str) -> str:
    """Return how the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def _renamed(added: str, kept: str) -> str:
    """Return a claim with an id that its new file does not have yet."""
    first, _, rest = added.partition("\n")
    name = first.partition("id: ")[2].strip()
    number, free = 1, name
    while f"id: {free}\n" in kept or f"id: {free}," in kept:
        number += 1
        free = f"{name}-{number}"
    return f"{first.replace(name, free)}\n{rest}" if name else added


def _indented(added: str, kept: str) -> str:
    """Return claims indented as those of the file are."""
    line = next((one for one in kept.partition("claims:")[2].splitlines() if one.lstrip().startswith("- ")), "- ")
    margin = line[: len(line) - len(line.lstrip())]
    return "".join(f"{margin}{one}\n" if one else "\n" for one in added.splitlines())


# claims


def _claims(asked: Asked, start: int, end: int) -> Iterator[Action]:
    file = asked.checked.claims
    if file is None:
        return
    words = phrases(file.language or "en")["editor"]
    for one in asked.sheet.statements:
        outcome = asked.outcome(one.claim.id) if one.claim is not None and one.key == "says" else None
        if outcome is None or one.claim is None or asked.text.line_of(one.start) > asked.text.line_of(end):
            continue
        first = asked.text.at(one.claim.place.line, one.claim.place.column)
        if (
            asked.text.line_of(first) <= asked.text.line_of(start)
            and start <= asked.text.line_span(asked.text.line_of(one.end))[1]
        ):
            yield from _of_outcome(asked, outcome, one.start, one.end, words)


def _of_outcome(asked: Asked, outcome: Outcome, start: int, end: int, words: dict[str, str]) -> Iterator[Action]:
    seen = set()
    for fix in fixes(outcome):
        if fix.statement not in seen:
            seen.add(fix.statement)
            title = words["slip"].format(text=_short(fix.statement), why=_short(fix.reason))
            yield _edit(asked, title, start, end, fix.statement, outcome.code, preferred=not seen - {fix.statement})
    if outcome.verdict in _KNOWABLE and outcome.expect is None:
        number = asked.text.line_of(start)
        line = asked.text.line(number)
        margin = line[: len(line) - len(line.lstrip(" -"))].replace("-", " ")
        if "{" not in line:
            at = asked.text.line_span(number)[1]
            title = words["expect"].format(verdict=outcome.verdict)
            added = f"{_line_end(asked.text.source)}{margin}expect: {outcome.verdict}"
            yield _edit(asked, title, at, at, added, outcome.code)


def _edit(asked: Asked, title: str, start: int, end: int, new: str, code: str, *, preferred: bool = False) -> Action:
    edit = types.TextEdit(asked.text.range(start, end), new)
    changes = types.WorkspaceEdit(changes={asked.document.uri: [edit]})
    return Action(title, _FIX, edit=changes, is_preferred=preferred or None, data=code or None)


def _short(text: str) -> str:
    return clipped(inert(text), LONGEST)
