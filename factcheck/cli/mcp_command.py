"""``factcheck mcp``: a server for assistants, over standard input and output."""

import argparse
from importlib.util import find_spec
from pathlib import Path

from factcheck.cli.console import all_exist, complain
from factcheck.cli.main import OK, UNABLE
from factcheck.extras import told


def run(options: argparse.Namespace) -> int:
    """Answer until the input ends; without the extra say how to get it."""
    if not all(map(find_spec, ("mcp", "mcp_types"))):
        complain(told("the server for assistants", "mcp"))
        return UNABLE
    folder = Path(options.path)
    if not all_exist([folder]):
        return UNABLE
    from factcheck.mcp.server import serve  # noqa: PLC0415 - an extra

    serve(folder)
    return OK
