"""Comments in a draft: ``<!-- factcheck: ignore[FC601] -- reason -->`` on a line, before it, or at the top of a file.

``expect`` in the place of ``ignore`` records what is known to be wrong: the run fails once it is not.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import TextFile
from factcheck.model.draft import DraftFinding
from factcheck.model.report import UNEXPECTED
from factcheck.model.structure import Structure
from factcheck.proofread.kinds import NO_REASON, UNKNOWN_CODE, UNUSED, codes
from factcheck.suggest import nearest

_COMMENT = re.compile(
    r"<!--\s{0,9}factcheck:\s{0,9}(?P<what>\w*)(?P<codes>\[[^\[\]]{0,500}\])?(?P<rest>[^<>]{0,2000}?)-->"
)
_REASON = re.compile(r"\s*(?:--+|—+|–)\s*(?P<reason>.*)", re.DOTALL)
_ABOVE = re.compile(
    r"\s*(?:(?P<fence>---|\+\+\+)[ \t]*\n.*?\n(?P=fence)[ \t]*(?=\n))?(?:\s|<!--(?:(?!<!--).)*?-->)*", re.DOTALL
)
_CODE = re.compile(
    r"^ {0,3}(?P<mark>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^ {0,3}(?P=mark)[^\n]*$|\Z)|(?<!`)`[^`\n]{1,500}`",
    re.MULTILINE | re.DOTALL,
)
_BLANK = re.compile(r"[ \t]*\r?\n[ \t]*(?:\r?\n|$)|[ \t\r\n]*$")
_NOT_IN_COMMENTS = re.compile(r"[<>\x00-\x1f]")
_MOST = 500
_NEXT = re.compile(r"\s*")
_BOM = "\ufeff"
IGNORE, EXPECT = INSTRUCTIONS = ("ignore", "expect")
_HELP = "write it as `<!-- factcheck: ignore[FC601] -- reason -->`"


@dataclass(slots=True)
class Ignore:
    """A comment that asks for silence about a part of a draft, or expects what is wrong there.

    ``codes`` empty means all of them.
    """

    start: int
    end: int
    scope: tuple[int, int]
    codes: tuple[str, ...]
    reason: str
    instruction: str = "ignore"
    used: set[str] = field(default_factory=set)

    def covers(self, found: DraftFinding) -> bool:
        """Whether a finding is not wanted."""
        near = found.start < self.scope[1] and self.scope[0] < found.end
        return near and self.valid and (not self.codes or found.code in self.codes)

    @property
    def valid(self) -> bool:
        """Whether it is a known instruction with a reason; without one it does nothing."""
        return self.instruction in INSTRUCTIONS and bool(self.reason)


def ignores(text: str) -> list[Ignore]:
    """Return the ignores of a draft in their order."""
    if "factcheck:" not in text:
        return []
    above = _ABOVE.match(text.removeprefix(_BOM))
    top = above.end() + text.startswith(_BOM) if above else 0
    shown = [m.span() for m in _CODE.finditer(text)]  # an example of a comment is none
    return [_read(m, text, top) for m in _COMMENT.finditer(text) if not _is_within(m.start(), shown)]


def of_remarks(structure: Structure) -> list[Ignore]:
    """Return the ignores that readers of a document left in its margin."""
    return [Ignore(one.start, one.end, (one.start, one.end), (), one.reason) for one in structure.remarks]


def _is_within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of several spans, which are in order."""
    before = bisect_right(spans, at, key=_start) - 1
    return before >= 0 and at < spans[before][1]


def _start(span: tuple[int, int]) -> int:
    return span[0]


def without_ignored(findings: Sequence[DraftFinding], known: Sequence[Ignore]) -> tuple[DraftFinding, ...]:
    """Return the findings, those that are ignored with the reason."""
    return tuple(_ignored(found, known) for found in findings) if known else tuple(findings)


def _ignored(found: DraftFinding, known: Sequence[Ignore]) -> DraftFinding:
    if found.verdict not in {"fail", "borderline", "query"}:
        return found
    for one in known:
        if one.covers(found):
            one.used.add(found.code)
            return _expected(found, one.reason) if one.instruction == EXPECT else replace(found, ignored=one.reason)
    return found


def _expected(found: DraftFinding, reason: str) -> DraftFinding:
    """Return a finding as one that is known, with the reason."""
    verdict = found.outcome.grade or found.outcome.verdict
    return replace(found, outcome=replace(found.outcome, expect=verdict, note=reason))


def comment(text: str, at: int, code: str, reason: str) -> tuple[int, str]:
    """Return where the line of a place ends, and the comment to write there so that a code is ignored in that line.

    What would end the comment is left out of the reason.
    """
    words = " ".join(_NOT_IN_COMMENTS.sub(" ", reason[:_MOST]).replace("--", "–").split())
    return _line_end(text, at), f" <!-- factcheck: {IGNORE}[{code}] -- {words} -->"


def ignore_problems(known: Sequence[Ignore], text: str, file: TextFile) -> Iterator[Diagnostic]:
    """Yield what is wrong with ignores: no reason, unknown codes, nothing to ignore."""
    for one in known:
        for code, message, cure in _problems(one):
            at = file.place(max(0, one.start - text.startswith(_BOM)))
            yield file.diagnostic(code, message, at, one.end - one.start, help=cure)


def _problems(one: Ignore) -> Iterator[tuple[str, str, str]]:
    if one.instruction not in INSTRUCTIONS:
        yield UNKNOWN_CODE, f"unknown instruction `{one.instruction}`", _HELP
        return
    known = codes()
    for code in one.codes:
        if code not in known:
            near = nearest(code, sorted(known))
            yield UNKNOWN_CODE, f"no finding has the code `{code}`", f"did you mean `{near}`?" if near else _HELP
    if not one.reason:
        does = "hides" if one.instruction == IGNORE else "expects"
        yield NO_REASON, f"an {one.instruction} needs a reason; without one it {does} nothing", _HELP
    elif one.instruction == EXPECT:
        yield from _left_over(one, known, UNEXPECTED, "is wrong here, as the comment expects")
    elif not one.used and known.issuperset(one.codes):
        yield UNUSED, "nothing is wrong here that could be ignored", "remove the comment"
    elif one.used:
        yield from _left_over(one, known, UNUSED, "is wrong here")


def _left_over(one: Ignore, known: Collection[str], code: str, what: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a comment speaks of and the draft does not have."""
    if not one.codes and not one.used:
        yield code, f"nothing {what}", "remove the comment"
    for name in one.codes:
        if name in known and name not in one.used:
            yield code, f"nothing with the code {name} {what}", "remove the code"


def _read(m: re.Match[str], text: str, top: int) -> Ignore:
    listed = tuple(code.strip() for code in (m["codes"] or "[]")[1:-1].split(",") if code.strip())
    reason = _REASON.fullmatch(m["rest"])
    words = " ".join(reason["reason"].split()) if reason else ""
    return Ignore(m.start(), m.end(), _scope(m, text, top), listed, words, m["what"])


def _scope(m: re.Match[str], text: str, top: int) -> tuple[int, int]:
    """Return what a comment is about: its line, the next one if it stands alone, all of the file if at its top.

    ``top`` is where the text proper begins.
    """
    start, end = _line_start(text, m.start()), _line_end(text, m.end())
    alone = not text[start : m.start()].strip(f" \t{_BOM}") and not text[m.end() : end].strip()
    if not alone:
        return start, end
    if top >= m.end() and _BLANK.match(text, m.end()):
        return 0, len(text)
    behind = _NEXT.match(text, m.end())
    return start, _line_end(text, behind.end() if behind else m.end())


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = [place for place in (text.find("\n", at), text.find("\r", at)) if place >= 0]
    return min(found, default=len(text))
