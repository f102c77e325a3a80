"""How findings differ between two states of the program: what is new, what is gone, what is judged otherwise."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpora import in_markdown

NAMES = {"pass": "verified", "fail": "wrong", "query": "query", "borderline": "borderline", "error": "error"}
_LOUD = ("fail", "error", "query", "borderline", "pass")
"""The verdicts in the order in which a change of them matters."""


class Found(NamedTuple):
    """A finding in a text, by what it is known and what is said of it."""

    corpus: str
    text: str
    language: str
    relation: str
    verdict: str
    start: int
    number: str

    @property
    def place(self) -> tuple[str, str, int, str]:
        """Which number it is about."""
        return self.corpus, self.text, self.start, self.number

    def __str__(self) -> str:
        """Tell it in a line, without a word of the text but the number."""
        return f"{self.corpus} {self.text} @{self.start} {self.number!r} {self.relation}"


class Change(NamedTuple):
    """A number of which another thing is said: ``before`` is None for what is new, ``after`` for what is gone."""

    before: Found | None
    after: Found | None

    @property
    def shown(self) -> Found:
        """What is said now, else what was said."""
        found = self.after or self.before
        if found is None:
            raise ValueError("neither before nor after")
        return found

    @property
    def verdicts(self) -> tuple[str, str]:
        """The verdicts before and after, empty where there was none."""
        return (self.before.verdict if self.before else "", self.after.verdict if self.after else "")

    @property
    def way(self) -> str:
        """In a word, what changed: ``+ wrong``, ``- verified``, ``query → wrong``."""
        before, after = (NAMES.get(one, one) for one in self.verdicts)
        return f"+ {after}" if not before else f"- {before}" if not after else f"{before} → {after}"


def changes(before: Iterable[Found], after: Iterable[Found]) -> list[Change]:
    """Return what differs, what matters most first; another relation with the same verdict is a change, too."""
    old, new = ({one.place: one for one in found} for found in (before, after))
    found = [Change(old.get(place), new.get(place)) for place in sorted({*old, *new})]
    return sorted((one for one in found if not _same(one)), key=_rank)


def _same(one: Change) -> bool:
    both = one.before, one.after
    return None not in both and len({(each.verdict, each.relation) for each in both if each}) == 1


def _rank(one: Change) -> tuple[int, str, Found]:
    before, after = one.verdicts
    rank = min(_LOUD.index(verdict) for verdict in (before, after) if verdict in _LOUD)
    return rank, one.way, one.shown


def table(found: Iterable[Change]) -> Iterator[str]:
    """Yield a table in Markdown: how many changed, by what changed, relation and language."""
    counts = Counter((one.way, one.shown.relation, one.shown.language) for one in found)
    order = {way: at for at, way in enumerate(dict.fromkeys(key[0] for key in counts))}
    rows = sorted(counts.items(), key=lambda one: (order[one[0][0]], -one[1], one[0]))
    yield in_markdown(("change", "relation", "language", "count"), [(*key, f"{count:,}") for key, count in rows])


def examples(found: Iterable[Change], most: int, texts: Mapping[tuple[str, str], str] | None = None) -> Iterator[str]:
    """Yield some changes of each way, by id and offset; the words around only where the texts are given."""
    shown: Counter[str] = Counter()
    for one in found:
        shown[one.way] += 1
        if shown[one.way] <= most:
            was = (
                f" (was {one.before.relation})"
                if one.before and one.after and one.before.relation != one.after.relation
                else ""
            )
            yield f"{one.way}: {one.shown}{was}"
            if texts is not None:
                yield f"    {_around(one.shown, texts)}"
    yield from (f"{way}: {count - most:,} more" for way, count in shown.items() if count > most)


def _around(one: Found, texts: Mapping[tuple[str, str], str]) -> str:
    text = texts.get((one.corpus, one.text), "")
    return " ".join(text[max(0, one.start - 90) : one.start + len(one.number) + 90].split())


def saved(found: Iterable[Found]) -> str:
    """Return findings as JSON Lines, as ``read`` reads them."""
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in found)


def read(path: Path) -> list[Found]:
    """Return the findings of a file that ``saved`` wrote."""
    return [Found(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
