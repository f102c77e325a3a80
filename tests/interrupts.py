"""Programs that the tests interrupt."""

import signal


def heeding_interrupts() -> None:
    """Heed Ctrl-C, also where the tests run in the background, whose children are born deaf to it; a ``preexec_fn``."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
