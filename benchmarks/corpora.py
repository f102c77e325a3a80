"""The texts for measuring, which stay outside the project: who learns on which, and who only chooses or measures."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
LEARN = ("findver", "reuters", "numhg", "gwr")
"""Company reports, newswire, news summaries, Chinese government reports: weights and rows come from these."""
CHOOSE = ("bbc", "xwlb")
"""News 2004-05 and Chinese television news: thresholds are chosen on these, nothing is learnt from them."""


class Text(NamedTuple):
    """A published text of a corpus."""

    corpus: str
    id: str
    language: str
    text: str


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the lines of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def marked(data: Path = DATA) -> frozenset[str]:
    """Return the ids of the texts whose relations were marked by reading: nothing is learnt from them."""
    return frozenset(row["id"] for row in rows(data / "real" / "relations.jsonl"))


def texts(corpus: str, data: Path = DATA) -> Iterator[Text]:
    """Yield the texts of a corpus without the marked ones."""
    left_out = marked(data)
    for row in rows(data / "real" / f"text-{corpus}.jsonl"):
        if row["id"] not in left_out:
            yield Text(corpus, row["id"], row["lang"], row["text"])


def in_markdown(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown, the first column to the left."""
    ruled = [head, ["---", *("--:" for _ in head[1:])], *lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in ruled)
