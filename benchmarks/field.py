"""What is said of published texts: ``python -m benchmarks.field [--corpora bbc …] [--save F] [--against F] [--show]``.

Edited texts have few wrong numbers, so that nearly every *wrong* is one of the proofreader. The texts are not ours and
stay outside the project. Counted by corpus and relation: verified, wrong, query, borderline, each for 1,000 words (a
word of Chinese is 1.6 characters). ``judged.json`` says of each *wrong* what reading showed. ``--save`` keeps all
findings; ``--against`` prints how they differ from those that were kept before a change (``ecosystem`` does both).
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from benchmarks import changes
from benchmarks.changes import NAMES, Found
from benchmarks.corpora import CHOOSE, DATA, LEARN, Text, in_markdown, texts
from benchmarks.reader import engine
from factcheck.proofread.draft import proofread

JUDGED = Path(__file__).with_name("judged.json")
VERDICTS = ("pass", "fail", "query", "borderline")
EXAMPLES = 1000
_LATIN, _HAN = re.compile(r"[A-Za-z0-9.,%$]+"), re.compile(r"[\u4e00-\u9fff]")
_CHARACTERS = 1.6
_AROUND = 90


class Said(NamedTuple):
    """A finding in a text."""

    corpus: str
    text: str
    language: str
    kind: str
    verdict: str
    start: int
    number: str
    message: str
    row: str
    around: str

    @property
    def key(self) -> str:
        """What it is known by."""
        return f"{self.corpus} {self.text} {self.kind} {self.start} {self.number} {self.verdict}"

    @property
    def found(self) -> Found:
        """The same without words of the text."""
        return Found(self.corpus, self.text, self.language, self.kind, self.verdict, self.start, self.number)


class Read(NamedTuple):
    """A text that was proofread."""

    corpus: str
    words: float
    said: tuple[Said, ...]


def words(text: str) -> float:
    """Return how many words a text has."""
    return len(_LATIN.findall(text)) + len(_HAN.findall(text)) / _CHARACTERS


def read(text: Text) -> Read:
    """Proofread a text."""
    report = proofread(text.text, engine(), lang=text.language)
    found = tuple(
        Said(
            text.corpus,
            text.id,
            text.language,
            one.kind,
            one.verdict,
            one.start,
            one.text,
            one.message,
            one.row,
            " ".join(text.text[max(0, one.start - _AROUND) : one.end + _AROUND].split()),
        )
        for one in report.findings
    )
    return Read(text.corpus, words(text.text), found)


def table(results: Iterable[Read]) -> Iterator[str]:
    """Yield the lines of a table: by corpus, then by corpus and relation, all in Markdown."""
    size: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for one in results:
        size[one.corpus] += round(one.words)
        counts[one.corpus].update(said.verdict for said in one.said)
        kinds[one.corpus].update((said.kind, said.verdict) for said in one.said)
    by_corpus = [
        (corpus, f"{n:,}", *(f"{counts[corpus][one]} ({1000 * counts[corpus][one] / n:.3f})" for one in VERDICTS))
        for corpus, n in size.items()
    ]
    yield in_markdown(("corpus", "words", *(NAMES[verdict] for verdict in VERDICTS)), by_corpus)
    yield ""
    by_kind = [
        (kind, *("/".join(str(kinds[corpus][kind, one]) for one in VERDICTS[:3]) for corpus in size))
        for kind in sorted({kind for found in kinds.values() for kind, _ in found})
    ]
    yield in_markdown(("verified/wrong/query by relation", *size), by_kind)


def accusations(results: Iterable[Read], verdicts: frozenset[str]) -> Iterator[str]:
    """Yield the numbers that were called wrong, or are asked about, each with what reading showed."""
    judged: dict[str, str] = json.loads(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else {}
    for one in results:
        for said in one.said:
            if said.verdict in verdicts:
                yield f"{said.key} [{said.row}] {judged.get(f'{said.text}: {said.row or said.kind}', 'not read')}"
                yield f"    {said.message}\n    {said.around}"


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--corpora", nargs="*", default=[*CHOOSE, *LEARN])
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--show", action="store_true", help="print each number that is called wrong")
    parser.add_argument("--queries", action="store_true", help="and each that is asked about")
    args = parser.parse_args()
    with Pool(2) as pool:
        found = [one for corpus in args.corpora for one in pool.imap(read, texts(corpus, args.data), chunksize=32)]
    print(*table(found), sep="\n")
    shown = frozenset({*(("fail",) if args.show else ()), *(("query",) if args.queries else ())})
    print(*accusations(found, shown), sep="\n")
    kept = [said.found for one in found for said in one.said]
    if args.against:
        differing = changes.changes(changes.read(args.against), kept)
        print(*changes.table(differing), *changes.examples(differing, EXAMPLES), sep="\n")
    if args.save:
        args.save.write_text(changes.saved(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
