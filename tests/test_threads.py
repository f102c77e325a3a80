"""Asked from eight threads at once the library gives the bytes that it gives one, also where nothing is loaded yet."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from factcheck.report.json import data
from factcheck.workspace import Workspace
from tests.projects import environment, write

THREADS = 8
TEXTS = [
    "In 2023, Germany's population was 38.3 million. The road is 620 km (998 miles) long.",
    "该厂2019年生产530万吨，比2018年的600万吨下降约12%，其中三分之一出口。这条路长620公里(998英里)。",
    "t(28) = 2.20, p = .46; sales rose 20 % to 130 from 100.\n\n| a | 5 |\n|---|--:|\n| b | 6 |\n| total | 12 |\n",
]
STATEMENTS = [
    "100 EFLOP/s / D1.peak > 30万 D1",
    "percent_change(before=40, after=50) = 20 %",
    "rank(China.gdp[2023], country.gdp[2023]) = 2",
    "cagr.periods(start=100, end=200, rate=7.2 %) = 10",
    "normal_cdf(196/100) = 0.9750",
    "3 gallons = 13.6 L",
]
Question = Callable[[Workspace], object]


def questions(folder: Path) -> list[Question]:
    """Return what is asked; each answer is plain data."""
    asked: list[Question] = [lambda found, says=says: found.session.check_says(says) for says in STATEMENTS]  # type: ignore[misc]
    for text in TEXTS:
        asked.append(lambda found, text=text: found.draft(text, markdown=True))  # type: ignore[misc]
        asked.append(lambda found, text=text: len(found.mentions(text).mentions))  # type: ignore[misc]
    asked += [
        lambda found: found.derive("100 EFLOP/s", "D1"),
        lambda found: found.thing("法国"),
        lambda found: found.attribute("area"),
        lambda found: found.rules(),
        lambda found: found.units("energy"),
        lambda found: found.check([folder / "claims/bread.yaml"]),
        lambda found: tuple(found.filter([json.dumps({"id": 1, "says": says}) for says in STATEMENTS])),
    ]
    return asked


def answer(workspace: Workspace, question: Question) -> str:
    return json.dumps(data(question(workspace)), ensure_ascii=False)


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return write(tmp_path / "bakery")


def test_eight_threads_get_what_one_gets(bakery: Path) -> None:
    asked = questions(bakery)
    one = Workspace.open(bakery, cached=False)
    expected = [answer(one, question) for question in asked]
    shared, barrier = Workspace.open(bakery, cached=False), Barrier(THREADS)

    def all_from(start: int) -> list[str]:
        barrier.wait()
        order = [(start + n) % len(asked) for n in range(len(asked))]
        found = {n: answer(shared, asked[n]) for n in order}
        return [found[n] for n in range(len(asked))]

    with ThreadPoolExecutor(THREADS) as threads:
        for found in threads.map(all_from, range(0, 2 * THREADS, 2)):
            assert found == expected


COLD = f"""\
import json, sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
import factcheck
sys.setswitchinterval(1e-5)
barrier = Barrier({THREADS})
def ask(n):
    barrier.wait()
    draft = factcheck.check_draft({TEXTS[0]!r})
    says = factcheck.judge("percent_change(before=40, after=50) = 20 %")
    return [one.message for one in draft.findings], says.headline, len(factcheck.mentions({TEXTS[1]!r}))
with ThreadPoolExecutor({THREADS}) as threads:
    print(json.dumps([*threads.map(ask, range({THREADS}))], ensure_ascii=False))
"""


def test_the_first_question_may_come_from_eight_threads_at_once(tmp_path: Path) -> None:
    """In a process of its own: nothing is imported, no table read, no pack loaded."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", COLD], cwd=tmp_path, env=environment(), capture_output=True, check=False
    )
    assert done.stderr == b""
    first, *others = json.loads(done.stdout)
    assert first[0] == [
        "by the source, the population of Germany in 2023 is 83.3 million, the draft says 38.3 million",
        "620 km is 385 miles, not 998 miles",
    ]
    assert others == [first] * (THREADS - 1)


def test_a_cache_may_be_shared_by_threads_and_processes(bakery: Path) -> None:
    expected = answer(Workspace.open(bakery, cached=False), lambda found: found.check())
    barrier = Barrier(THREADS)

    def checked(_: int) -> str:
        barrier.wait()
        return answer(Workspace.open(bakery), lambda found: found.check())

    with ThreadPoolExecutor(THREADS) as threads:
        for _ in range(3):
            assert {*threads.map(checked, range(THREADS))} == {expected}
