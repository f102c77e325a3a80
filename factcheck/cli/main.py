"""The command line: reads the arguments and hands them to the command. Light, so that --help answers at once."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, TextIO

from factcheck.cli.arguments import parsed

OK, FINDINGS, UNABLE = 0, 1, 2

FEWER_COLLECTIONS = 50_000
DEBUG = "FACTCHECK_DEBUG"
"""The variable of the environment that asks for the traceback of a fault of the program, as ``--debug`` does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    options = parsed(sys.argv[1:] if arguments is None else [*arguments])
    if options.debug:
        os.environ[DEBUG] = "1"
    command = import_module(f"factcheck.cli.{options.command}_command")
    return int(command.run(options))


def _nowhere() -> TextIO:
    """Return where the output goes whose stream the caller closed."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - until the end of the process


def _failed(fault: Exception) -> int:
    """Tell of an exception that nothing caught, in a line: what the system refused, or a fault of the program."""
    with suppress(OSError):
        sys.stdout.flush()
    if os.environ.get(DEBUG):
        sys.excepthook(type(fault), fault, fault.__traceback__)
    elif isinstance(fault, OSError):
        sys.stderr.write(f"factcheck: {fault.strerror or fault}{f': {fault.filename!r}' if fault.filename else ''}\n")
    else:
        told = import_module("factcheck.diagnostics").fault_of_the_program(fault)
        sys.stderr.write(f"factcheck: {told}; `factcheck --debug …` shows the traceback\n")
    return UNABLE


def run() -> NoReturn:
    """Run the command line of this process, and end it."""
    gc.set_threshold(FEWER_COLLECTIONS)
    if sys.stdin is not None:  # closed, in a service
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        # a terminal that cannot show a sign must not end the run
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINDINGS
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        code = UNABLE
    except Exception as fault:  # noqa: BLE001 - the last place that can tell of it
        code = _failed(fault)
    sys.stderr.flush()
    os._exit(code)  # all is written; taking the modules apart would cost a tenth of a warm run
