"""``factcheck completion``: a script for a shell, written when factcheck was built."""

import argparse
import sys
from pathlib import Path

from factcheck.cli.main import OK

SCRIPTS = Path(__file__).with_name("completions")


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    sys.stdout.write((SCRIPTS / f"factcheck.{options.shell}").read_text(encoding="utf-8"))
    return OK
