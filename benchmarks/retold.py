"""How often numbers told again held on published texts: those of headlines, and those that a definite word repeats.

Such a number holds if it is the one that the text tells; it does not if it is one slip away from that.
"""

import json
from collections.abc import Iterator
from hashlib import md5
from pathlib import Path

from benchmarks.corpora import DATA, Text, rows
from factcheck.draft.choice.headline import ROW as HEADLINE
from factcheck.draft.choice.headline import headed
from factcheck.draft.equations.particular.repeated import ROW as REPEATED
from factcheck.draft.equations.particular.repeated import told_again
from factcheck.draft.quantities.layout import Layout
from factcheck.quantity.languages import TABLES

ROWS = (HEADLINE, REPEATED)
CORPORA = ("headlines-a", "headlines-b")
"""Headlines with their articles: the conditions were chosen on the first half, the second was only measured."""
_AROUND = 60


def headlines(corpus: str, data: Path = DATA) -> Iterator[Text]:
    """Yield one half of the headlines, each before its article."""
    for row in rows(data / "real" / "headlines.jsonl"):
        half = int(md5(row["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 2
        if CORPORA[half] == corpus:
            headline = row["cloze"].replace("____", row["number"])
            yield Text(corpus, row["id"], row["lang"], f"{headline}\n\n{row['article']}")


def retold(layout: Layout) -> Iterator[tuple[str, bool, str]]:
    """Yield the row of each number told again, whether it held, and what was told."""
    text = layout.passage.text
    for headline in headed(layout):
        found = [one for one in (*headline.told, *headline.slips) if one.is_meant]
        if found:
            told = found[0].pair.first
            around = text[max(0, told.start - _AROUND) : told.end + _AROUND]
            yield headline.row, bool(headline.told), f"{headline.again.item.mention.text} in {text[:80]} | {around}"
    for again in told_again(layout.passage):
        if not again.row:
            continue
        first, item = again.firsts[0], again.item
        yield (
            again.row,
            again.held,
            f"{text[first.start - _AROUND : first.end]} … {text[item.start - _AROUND : item.end]}",
        )


def cases(language: str) -> dict[str, int]:
    """Return how many cases of its own each row has in a language."""
    path = TABLES / language / "retold_cases.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {row: sum(map(len, ways.values())) for row, ways in known.items()}
