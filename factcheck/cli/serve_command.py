"""``factcheck serve``: the page to paste into, in a browser of this machine."""

import argparse
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.extras import told
from factcheck.workspace import Workspace

NEEDED = ("starlette", "uvicorn")
"""What the extra `serve` brings."""


def run(options: argparse.Namespace) -> int:
    """Serve the page until interrupted, and return the exit code."""
    if not all(map(find_spec, NEEDED)):
        complain(told("the page", "serve"))
        return UNABLE
    workspace = Workspace.open(Path.cwd())
    try:
        import_module("factcheck.serve.server").serve(workspace, options.port, _tell, browser=not options.no_browser)
    except KeyboardInterrupt:
        return OK
    except OSError as error:
        complain(f"port {options.port} cannot be had: {(error.strerror or str(error)).lower()}")
        return UNABLE
    return OK


def _tell(address: str) -> None:
    """Print the address at once, whoever reads it."""
    say(address)
    complain("the page is for this machine alone, and nothing is stored; Ctrl+C ends it")
    sys.stdout.flush()
