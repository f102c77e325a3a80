"""What takes time: one job after the other in a thread of its own, tasks that wait for them, and calls for later."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from factcheck.diagnostics import fault_of_the_program

Log = Callable[[str], None]
T = TypeVar("T")


class Worker:
    """The only place where documents are read: the engine is never asked by two at once."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._thread = ThreadPoolExecutor(1, "factcheck")
        self._tasks: set[asyncio.Task[None]] = set()
        self._timers: dict[str, asyncio.TimerHandle] = {}

    async def do(self, job: Callable[[], T]) -> T:
        """Return what a job gives, when those before it are done."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, job)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin a task; a fault of it is told in the log."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def later(self, name: str, seconds: float, call: Callable[[], None]) -> None:
        """Call something after a while, in the place of what was to be called under the same name."""
        self.cancel(name)
        self._timers[name] = asyncio.get_running_loop().call_later(seconds, self._due, name, call)

    def cancel(self, name: str) -> None:
        """Forget what was to be called."""
        timer = self._timers.pop(name, None)
        if timer is not None:
            timer.cancel()

    def stop(self) -> None:
        """End the work; what is being read is read to its end and told to nobody."""
        for name in list(self._timers):
            self.cancel(name)
        for task in list(self._tasks):
            task.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _due(self, name: str, call: Callable[[], None]) -> None:
        self._timers.pop(name, None)
        call()

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        fault = None if task.cancelled() else task.exception()
        if isinstance(fault, Exception):
            self._log(fault_of_the_program(fault))
