"""``factcheck explain``: the page of a diagnostic code."""

import argparse

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.codes import CODES, page
from factcheck.suggest import nearest


def run(options: argparse.Namespace) -> int:
    """Print the page of a code, or all codes with their titles."""
    if options.code is None:
        for code, title in CODES.items():
            say(f"{code}  {title}")
        return OK
    code = options.code.upper()
    text = page(code)
    if text is None:
        near = nearest(code, CODES)
        complain(f"there is no code `{options.code}`" + (f"; did you mean `{near}`?" if near else ""))
        return UNABLE
    for line in text.splitlines():
        say(line)
    return OK
