"""``factcheck explain``: the page of a diagnostic code or of a slip."""

import argparse

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.codes import CODES, page, slip_names, slip_page
from factcheck.suggest import nearest


def run(options: argparse.Namespace) -> int:
    """Print a page, or the list of all codes and slips."""
    if options.code is None:
        for code, title in CODES.items():
            say(f"{code}  {title}")
        for name in slip_names():
            say(f"slip   {name}")
        return OK
    text = page(options.code.upper()) or slip_page(options.code.lower())
    if text is None:
        near = nearest(options.code.upper(), CODES) or nearest(options.code, slip_names())
        complain(f"there is no code `{options.code}`" + (f"; did you mean `{near}`?" if near else ""))
        return UNABLE
    for line in text.splitlines():
        say(line)
    return OK
