"""Who is answered first."""

import threading

import pytest

from factcheck.serve import worker as worker_module
from factcheck.serve.worker import Worker


def test_what_is_in_a_hurry_comes_before_what_is_not() -> None:
    worker, order, begun, go = Worker(), list[str](), threading.Event(), threading.Event()

    def first() -> None:
        begun.set()
        go.wait(10)

    worker.submit(first)
    begun.wait(10)
    later = worker.submit(lambda: order.append("whole"), hurry=False)
    for name in ("a", "b"):
        worker.submit(lambda name=name: order.append(name))
    go.set()
    later.result(10)
    worker.shutdown()
    assert order == ["a", "b", "whole"]


def test_whoever_asked_is_told_what_went_wrong_and_the_next_is_answered() -> None:
    worker = Worker()
    fault = worker.submit(lambda: 1 // 0)
    assert worker.submit(lambda: 2).result(10) == 2
    with pytest.raises(ZeroDivisionError):
        fault.result(10)
    worker.shutdown()


def test_what_may_wait_does_so_until_it_was_quiet_after_the_last_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer may take longer than the quiet: who types on after it is answered first."""
    now = [0.0]
    monkeypatch.setattr(worker_module, "monotonic", lambda: now[0])
    worker, order = Worker(quiet=0.3), list[str]()
    both = threading.Event()

    def slow() -> None:
        both.wait(10)
        order.append("slow")
        now[0] += 2  # seconds, the engine's thread alone

    first = worker.submit(slow)
    later = worker.submit(lambda: order.append("whole"), hurry=False)
    both.set()
    first.result(10)
    worker.submit(lambda: order.append("key")).result(10)
    now[0] += 1
    worker.submit(lambda: None, hurry=False)  # wakes the thread, whose clock stood still
    later.result(10)
    worker.shutdown()
    assert order == ["slow", "key", "whole"]
