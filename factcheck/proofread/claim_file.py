"""What was found in a draft as a claim file, ready to edit; ``check`` gives its claims the same verdicts."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.loader.files import TextFile
from factcheck.model.draft import DraftFinding, DraftInput, DraftNumber, DraftProposal, DraftReport
from factcheck.proofread.kinds import CLAIM

HEAD = """\
format: 1
# Written by `factcheck draft`: what follows from the text itself, number by number. Edit it freely.
article:
  file: {file}
  language: {language}
{data}claims:
"""
DOUBTS = "# Worth a look. Where these numbers do belong together, take the signs away.\n"
TODO = "# What could not be derived. Say what a number follows from, or why it is exempt, and take the signs away.\n"

_AROUND = 24
_BORDER = re.compile(r"[\s;:!?()（），。；：！？、]|[.,](?![0-9])")  # noqa: RUF001 - Chinese marks
_MAX_QUOTE = 1_000


def claim_file(draft: DraftReport) -> str:
    """Return the text of a claim file for a draft; findings that come from claims stay where they are.

    What is only worth a look is no claim yet: it stands there as a comment.
    """
    places = TextFile(draft.path, draft.text)
    names: Counter[str] = Counter()
    found = [
        (one.verdict == "query", _claim(one, _id(one.kind, places, one.start, names), draft))
        for one in draft.findings
        if one.kind != CLAIM
    ]
    found += [(False, _proposal(one, _id("data", places, one.start, names), draft)) for one in draft.proposals]
    claims = "\n".join(text for doubtful, text in found if not doubtful) or "  []\n"
    doubts = "#\n".join(_commented(text) for doubtful, text in found if doubtful)
    todo = "".join(_todos(draft, places, names))
    head = HEAD.format(file=scalar(draft.path), language=draft.language, data=_data(draft.proposals))
    parts = (f"{head}{claims}", doubts and DOUBTS + doubts, todo and TODO + todo)
    return "\n".join(part for part in parts if part)


def _data(proposals: Sequence[DraftProposal]) -> str:
    """Return the data files that proposals take numbers from, and these as premises."""
    given = {one.name: one for proposal in proposals for one in proposal.given}
    files = {one.data: one.file for one in given.values()}
    lines = [f"  {name}: {{file: {scalar(file)}}}" for name, file in files.items()]
    premises = [f"  {one.name}: {one.asked}  # {_comment(one.literal)}" for one in given.values()]
    return "".join(f"{line}\n" for line in ("data:", *lines, "given:", *premises)) if files else ""


def _proposal(one: DraftProposal, name: str, draft: DraftReport) -> str:
    """Return a proposal as a claim."""
    lines = [f"- id: {name}", f"  # {_comment(one.calculation or one.message)}", f"  # {_comment(one.chance)}"]
    quote = quoted(draft.text, one.start, one.end)
    if quote:
        lines.append(f"  quote: {scalar(quote)}")
    return "".join(f"{line}\n" for line in (*lines, f"  says: {scalar(one.says)}"))


def _commented(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.splitlines())


def _claim(found: DraftFinding, name: str, draft: DraftReport) -> str:
    lines = [f"- id: {name}", f"  # {_comment(found.message)}"]
    quote = quoted(draft.text, found.start, found.end)
    if quote:
        lines.append(f"  quote: {scalar(quote)}")
    lines.append(f"  says: {scalar(found.says)}")
    if found.given:
        lines.append("  given:")
        lines.extend(_given(one, draft.text) for one in found.given)
    return "".join(f"{line}\n" for line in lines)


def _given(one: DraftInput, text: str) -> str:
    if one.start is None or one.end is None:
        return f"    {one.name}: {scalar(one.literal)}"
    written = " ".join(text[one.start : one.end].split())
    quote = f", quote: {scalar(written)}" if written.isprintable() and written else ""
    return f"    {one.name}: {{is: {scalar(one.literal)}{quote}}}"


def _todos(draft: DraftReport, places: TextFile, names: Counter[str]) -> Iterator[str]:
    proposed = {one.start for one in draft.proposals}
    for number in draft.numbers:
        if number.status == "uncovered" and number.start not in proposed:
            yield _todo(number, _id("number", places, number.start, names), draft.text)


def _todo(number: DraftNumber, name: str, text: str) -> str:
    quote = quoted(text, number.start, number.end) or _comment(number.text)
    return f"# - id: {name}\n#   quote: {scalar(quote)}\n#   says: TODO = {_comment(number.text)}\n"


def _id(kind: str, places: TextFile, start: int, names: Counter[str]) -> str:
    """Return a name by kind and line, numbered where a line has several."""
    stem = f"{kind}-line-{places.place(start).line}"
    names[stem] += 1
    return stem if names[stem] == 1 else f"{stem}-{names[stem]}"


def quoted(text: str, start: int, end: int) -> str:
    """Return a number with the words around it in its line, as many as find its place; nothing if it does not print."""
    first, last = max(text.rfind("\n", 0, start) + 1, start - _AROUND), end + _AROUND
    stop = text.find("\n", end)
    last = min(last, stop if stop >= 0 else len(text))
    first, last = _word_start(text, first, start), _word_end(text, end, last)
    quote = " ".join(text[first:last].split())
    return quote if quote.isprintable() and len(quote) <= _MAX_QUOTE else ""


def _word_start(text: str, first: int, start: int) -> int:
    """Return where the first whole word behind a place starts."""
    if first == 0 or _BORDER.match(text, first - 1):
        return first
    m = _BORDER.search(text, first, start)
    return m.end() if m else start if text[first].isascii() else first


def _word_end(text: str, end: int, last: int) -> int:
    if last == len(text) or _BORDER.match(text, last):
        return last
    found = [m.start() for m in _BORDER.finditer(text, end, last)]
    return found[-1] if found else end if text[last - 1].isascii() else last


def _comment(text: str) -> str:
    line = " ".join(text.split())
    return "".join(character if character.isprintable() else "?" for character in line)


def scalar(text: str) -> str:
    """Return a one-line text as a scalar of YAML."""
    return "'" + text.replace("'", "''") + "'" if text.isprintable() else json.dumps(text)
