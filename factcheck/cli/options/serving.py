"""Options of the commands that stay and answer: a page, an editor, an assistant."""

import argparse

from factcheck.cli.options.shared import count


def lsp(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck lsp`` takes."""
    command.add_argument("--stdio", action="store_true", help="speak over standard input and output, as it always does")


def serve(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck serve`` takes."""
    command.add_argument(
        "--port", type=port, default=0, metavar="N", help="the port of the page (default: any that is free)"
    )
    command.add_argument("--no-browser", action="store_true", help="print the address, and open nothing")


def port(text: str) -> int:
    """Return a port; raises ArgumentTypeError for any other text."""
    found = count(text)
    if found >= 1 << 16:
        raise argparse.ArgumentTypeError(f"`{text}` is no port: they go to 65535")
    return found


def mcp(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck mcp`` takes."""
    command.add_argument(
        "path", nargs="?", default=".", metavar="PATH", help="a folder of the project; default: this folder"
    )
