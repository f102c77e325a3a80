"""``factcheck explain``: the page of a diagnostic code or of a slip; of a draft's code, the records of its wordings."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.codes import CODES, page, slip_names, slip_page
from factcheck.report.inert import inert
from factcheck.suggest import nearest

if TYPE_CHECKING:
    from factcheck.proofread.records import Record

_OF_NUMBERS = ("FC60", "FC61")
"""How the codes begin that constructions may have."""
_HEAD = (
    "An example of each wording that states such an equation, what is said of a number in it that does not fit, and",
    "how often it was right in published text:",
)


def run(options: argparse.Namespace) -> int:
    """Print a page, or the list of all codes and slips."""
    if options.code is None:
        for code, title in CODES.items():
            say(f"{code}  {title}")
        for name in slip_names():
            say(f"slip   {name}")
        return OK
    code = options.code.upper()
    text = page(code) or slip_page(options.code.lower())
    if text is None:
        near = nearest(code, CODES) or nearest(options.code, slip_names())
        complain(f"there is no code `{options.code}`" + (f"; did you mean `{near}`?" if near else ""))
        return UNABLE
    for line in (*text.splitlines(), *_records(code)):
        say(line)
    return OK


def _records(code: str) -> Iterator[str]:
    """Yield how often the wordings of a code were right on published text, if it has such."""
    if not code.startswith(_OF_NUMBERS):
        return
    from factcheck.workspace import Workspace  # noqa: PLC0415 - slow, and for these codes alone

    known = Workspace.open(Path.cwd()).records(code)
    if known:
        yield from ("", "## Wordings", "", *_HEAD, "")
    for one in known:
        yield from _lines(one)


def _lines(one: "Record") -> Iterator[str]:
    """Yield a record: an example, then ``wrong: 140 of 142 (findver 6 of 6, reuters 134 of 136) · en:b-p-above-a``."""
    corpora = ", ".join(f"{name} {held} of {seen}" for name, (seen, held) in one.corpora.items())
    seen = f"{one.held} of {one.seen} ({corpora})" if one.seen else "not seen there yet"
    cases = f", and {one.cases} cases of its own" if one.cases else ""
    yield f"- {inert(one.example)}" if one.example else f"- {one.row}"
    yield f"  {'wrong' if one.trusted else 'worth a look'}: {seen}{cases} · {one.row}"
