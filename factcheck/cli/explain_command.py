"""``factcheck explain``: the page of a diagnostic code or of a slip; of a draft's code, the records of its wordings."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.codes import CODES, has_wordings, page, slip_names, slip_page
from factcheck.suggest import nearest

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
    if not has_wordings(code):
        return
    from factcheck.proofread.records import told  # noqa: PLC0415 - slow, and for these codes alone
    from factcheck.workspace import Workspace  # noqa: PLC0415 - the same

    known = Workspace.open(Path.cwd()).records(code)
    if known:
        yield from ("", "## Wordings", "", *_HEAD, "")
    for one in known:
        yield from told(one)
