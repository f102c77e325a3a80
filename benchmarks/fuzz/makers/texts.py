"""Texts: spliced of pieces that mean something to some reader, and parts of this project's pages, damaged."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.fuzz.grammar import Chance, statement
from benchmarks.fuzz.makers.damage import damaged

ROOT = Path(__file__).parents[3]

PIECES = [
    *"0123456789.,:;%$€£()[]{}*_`~|<>#&\\/-–—…\"'“”‘’「」，。、：；（）\n\t\0\u200b\u200f\u00ad\ufeff\u2028",
    "1e400", "1e-400", "2×10^400", "10^", "9" * 60, "9" * 400, "½", "±", " million", "bn", "k", "kg", " km/h",
    "percent", "half of ", "twice ", "rose ", "fell to ", "from ", "to ", "of ", "and ", "per ", "total ", "up ",
    "than ", "TOP ",
    "万", "亿", "余", "多", "一", "十", "百分之", "约", "至", "倍", "成", "半", "第", "年", "元", "同比增长", "其中",
    "分别", "The ", "D1 ", "H100 ", "Dojo ", "Germany", "GDP ", "2021 ", "May 5", "p < .05", "t(28) = 2.20", "95% CI ",
    "n = 30", "respectively", "| ", "\n|--:|", "\n\n# ", "\n- ", "\n> ", "<!-- ", " -->", "](", "](b)", "[a]: b\n",
    "factcheck: ignore", "```\n", "<table><tr><td>5</td>", "</table>", "&#53;", "&nbsp;", "&#", "<sup>2</sup>", "<b",
    "\r\n", "---\n", "title: x\n",
]  # fmt: skip
"""What texts are spliced of: what means something to some reader, whole or half."""


def splice(random: Random) -> str:
    """Return a text of pieces, some of them many times over."""
    pieces = (
        random.choice(PIECES) * random.choice((1, 1, 1, 2, random.randint(1, 40))) for _ in range(random.randint(0, 30))
    )
    return "".join(pieces)


def spliced(random: Random) -> bytes:
    """Return such a text in UTF-8."""
    return splice(random).encode()


@cache
def _pages() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))


def part_of_a_page(random: Random) -> bytes:
    """Return some paragraphs of this project's pages, damaged."""
    page = random.choice(_pages())
    start = random.randrange(len(page))
    return damaged(page[start : start + random.randint(100, 2000)].encode(), random)


def statements(random: Random) -> bytes:
    """Return a statement of the claim language, damaged, or pieces."""
    says = statement(Chance(str(random.random()))).says
    return damaged(says.encode(), random) if random.random() < 0.7 else spliced(random)


MAKERS: dict[str, Callable[[Random], bytes]] = {
    "splices": spliced,
    "pages": part_of_a_page,
    "statements": statements,
    "questions": spliced,
}
