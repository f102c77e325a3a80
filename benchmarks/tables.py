"""Tables in drafts, and numbers that are wrong: each against reading the same text, and cost by size.

The floor is ``mentions`` of the same text: its quantities read, nothing looked for. Tables have a total and a column of
changes that follow from others; of the paragraphs of ``draft`` all, or none, have a wrong percentage, for which slips
are searched and messages written. Times are those of the processor, the least of some rounds.
"""

from collections.abc import Callable
from functools import partial
from time import process_time

from benchmarks.draft import paragraph
from benchmarks.reader import engine
from factcheck.proofread.draft import proofread
from factcheck.proofread.opened import opened

ROUNDS = 3
LINES = (40, 160)
PARAGRAPHS = (10, 40)


def measure() -> dict[str, float]:
    """Return what a text costs against reading it, and the cost by size."""
    tables = {size: _table(size) for size in LINES}
    right = {size: _draft(size, wrong=False) for size in PARAGRAPHS}
    wrong = {size: _draft(size, wrong=True) for size in PARAGRAPHS}
    found: dict[str, float] = {}
    for name, texts in (("tables", tables), ("draft, all right", right), ("draft, a wrong number each", wrong)):
        cost = {size: _least(partial(_checked, text)) for size, text in texts.items()}
        small, large = texts
        read = _least(partial(_read, texts[large]))
        found[f"{name}: ms"] = 1000 * cost[large]
        found[f"{name}: checked ÷ read"] = cost[large] / read
        found[f"{name}: cost, largest ÷ smallest"] = cost[large] * small / cost[small] / large
    return found


def _least(work: Callable[[], object]) -> float:
    """Return the least time of some rounds; what is read late is read before."""
    times = []
    for _ in range(ROUNDS + 1):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times[1:])


def _checked(text: str) -> object:
    return proofread(text, engine(), markdown=True)


def _read(text: str) -> object:
    return opened(text, engine().knowledge.units, markdown=True)


def _table(lines: int) -> str:
    rows = [(f"Town {n}", 200 + 17 * n % 97, 210 + 23 * n % 89) for n in range(lines)]
    rows.append(("Total", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    body = "".join(f"| {name} | {a:,} | {b:,} | {100 * (b - a) / a:.1f} % |\n" for name, a, b in rows)
    return f"| Town | 2023 | 2024 | Change |\n|---|--:|--:|--:|\n{body}"


def _draft(paragraphs: int, *, wrong: bool) -> str:
    return "".join(paragraph(n, wrong=wrong) for n in range(paragraphs))
