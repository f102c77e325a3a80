"""A line on a terminal that tells a long run's progress: how far it is, how fast, how long it still takes."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

from factcheck.cli.columns import columns
from factcheck.report.cells import chunks
from factcheck.report.inert import inert

T = TypeVar("T")

FEW = 2
"""A run over fewer files, or claims, is over before anybody looks."""

REDRAWN = 0.1
"""So many seconds lie between two drawings at least."""

SETTLED = 1.0
"""After so many seconds a rate means something."""

_CLEARED = "\r\x1b[K"
_MINUTE, _HOUR = 60, 3600


class Watch:
    """Draws the line; called before each piece of work with what is done, of how much, and the name of the next."""

    def __init__(self, stream: TextIO, width: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the terminal with its width in cells, and the clock."""
        self.stream, self.width, self.clock = stream, width, clock
        self._began: dict[
            int, float
        ] = {}  # by the size of the work: that of the claims of a file stands inside another
        self._drawn = -REDRAWN

    def __call__(self, done: int, total: int, name: str) -> None:
        """Draw the line, unless it was drawn just now or there is little to do."""
        if total < FEW:
            return
        now = self.clock()
        if done == 0 or total not in self._began:
            self._began[total] = now
        if now - self._drawn < REDRAWN and done + 1 < total:
            return
        self._drawn = now
        parts = [f"{done + 1:,}/{total:,}", *pace(done, total - done, now - self._began[total]), inert(name)]
        self.stream.write(_CLEARED + chunks(" · ".join(parts), self.width - 1)[0])
        self.stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._began:
            self.stream.write(_CLEARED)
            self.stream.flush()


def followed(items: Iterable[T], watch: Watch | None, name: Callable[[T], str]) -> Iterator[T]:
    """Yield what is worked through; where somebody watches, all of it is gathered first, so that its size is known."""
    if watch is None:
        yield from items
        return
    known = [*items]
    for done, item in enumerate(known):
        watch(done, len(known), name(item))
        yield item


def pace(done: int, left: int, seconds: float) -> Iterator[str]:
    """Yield the rate and the time that is left, once they mean something."""
    if done and seconds >= SETTLED:
        rate = done / seconds
        yield f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"  # noqa: PLR2004 - two digits are enough
        yield f"{duration(left / rate)} left"


def duration(seconds: float) -> str:
    """Write a time in its two greatest units: ``41 s``, ``3 min 20 s``, ``2 h 5 min``."""
    whole = max(1, round(seconds))
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR:,} h {whole % _HOUR // _MINUTE} min"


@contextmanager
def watched() -> Iterator[Watch | None]:
    """Give what draws the line on standard error, and clear it at the end; None where nobody watches."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    watch = Watch(sys.stderr, columns(sys.stderr))
    try:
        yield watch
    finally:
        watch.clear()
