"""Who is answered first."""

import threading

import pytest

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
