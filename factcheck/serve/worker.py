"""The one thread that asks the engine: what somebody waits for as they type comes first.

What may take its time waits until nobody types, in any of the pages, or until it has waited long enough.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic
from typing import Any, NamedTuple, TypeVar

Made = TypeVar("Made")
_QUIET, _LONGEST = 0.3, 10.0
"""In seconds; after the longest nothing is waited for any more."""


class _Question(NamedTuple):
    ask: Callable[[], Any]
    answer: "Future[Any]"
    since: float
    hurry: bool


class Worker:
    """Answers questions one after the other, those in a hurry first."""

    def __init__(self, quiet: float = _QUIET) -> None:
        """Begin to answer; what may take its time waits for so many seconds without a question that is in a hurry."""
        self.quiet = quiet
        self._hurried: deque[_Question] = deque()
        self._others: deque[_Question] = deque()
        self._changed = threading.Condition()
        self._quiet_from = monotonic()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._thread.start()

    def submit(self, question: Callable[[], Made], *, hurry: bool = True) -> "Future[Made]":
        """Ask; the answer comes with the future."""
        answer: Future[Made] = Future()
        with self._changed:
            (self._hurried if hurry else self._others).append(_Question(question, answer, monotonic(), hurry))
            self._changed.notify()
        return answer

    def shutdown(self) -> None:
        """End, whatever waits."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while (question := self._next()) is not None:
            if not question.answer.set_running_or_notify_cancel():
                continue
            try:
                found = question.ask()
            except BaseException as fault:  # noqa: BLE001 - whoever asked is told
                question.answer.set_exception(fault)
            else:
                question.answer.set_result(found)
            if question.hurry:  # from here on, not from when it was asked: it may have taken longer than the quiet
                self._quiet_from = monotonic() + self.quiet

    def _next(self) -> _Question | None:
        """Wait for the next question; None at the end."""
        with self._changed:
            while not self._ended:
                if self._hurried:
                    return self._hurried.popleft()
                wait = self._wait()
                if wait is not None and wait <= 0:
                    return self._others.popleft()
                self._changed.wait(wait)
        return None

    def _wait(self) -> float | None:
        """Return how many seconds the next question without hurry has to wait; None where there is none."""
        if not self._others:
            return None
        return min(self._quiet_from, self._others[0].since + _LONGEST) - monotonic()
