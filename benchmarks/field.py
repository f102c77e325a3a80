"""Count false alarms on texts that are right: ``python -m benchmarks.field [FOLDER] [-v]``.

Edited texts have few wrong numbers, so nearly every fail there is an error of the proofreader. The texts are not ours
and stay outside: NewsQuant, MeasEval and the premises of EQUATE, below FOLDER, and the Dojo article beside it. The word
problems among EQUATE's parts are counted apart: nobody edited them. ``-v`` prints each fail and borderline number,
``-vv`` each number that was judged; ``newsquant`` and the like before it limits to some sets.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.proofread.draft import proofread
from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[1]
DEFAULT = ROOT.parent / "shared/corpora"
ARTICLE = "../dojo/article.txt"
PREMISES = "premise"
EDITED = {"newsquant": "text", "measeval": "text", "equate/newsnli": PREMISES, "equate/rte_quant": PREMISES}
PROBLEMS = {"equate/awpnli": PREMISES, "equate/stresstest_part": PREMISES}
VERDICTS = ("pass", "borderline", "fail")
_WORD = re.compile(r"[A-Za-z0-9.,%$]+|[\u4e00-\u9fff]")
_NEAR = 120


@dataclass(slots=True)
class Field:
    """What was found in a set of texts."""

    name: str
    texts: int = 0
    words: int = 0
    numbers: int = 0
    found: Counter[tuple[str, str]] = field(default_factory=Counter)

    def count(self, verdict: str, kind: str = "") -> int:
        """Return how many numbers have a verdict, by one kind of relation or by all."""
        return sum(n for (of, judged), n in self.found.items() if judged == verdict and kind in {"", of})

    def per_thousand(self, verdict: str) -> str:
        """Return how often a verdict comes in a thousand words."""
        return f"{1000 * self.count(verdict) / self.words:.2f}" if self.words else "–"

    def add(self, text: str, report: DraftReport) -> None:
        """Count one text."""
        self.texts += 1
        self.words += len(_WORD.findall(text))
        self.numbers += len(report.numbers)
        self.found.update((one.kind, one.verdict) for one in report.findings)


def main(arguments: Sequence[str]) -> None:
    """Print how many numbers were judged in each set, and by which relations."""
    folders = [Path(one) for one in arguments if Path(one).is_dir()]
    wanted = [one for one in arguments if not one.startswith("-") and not Path(one).is_dir()]
    verdicts = {"-v": ("borderline", "fail"), "-vv": VERDICTS}.get(next(iter(_flags(arguments)), ""), ())
    fields = [_measured(*one, verdicts) for one in sets(folders[0] if folders else DEFAULT, wanted)]
    print(by_set(fields))
    print()
    print(by_kind([one for one in fields if one.name not in PROBLEMS]))


def _flags(arguments: Sequence[str]) -> Iterator[str]:
    return (one for one in arguments if one.startswith("-"))


def sets(folder: Path, wanted: Sequence[str] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sets at hand: the name and the texts of each, no text twice."""
    for name, key in (EDITED | PROBLEMS).items():
        path = folder / f"{name}.jsonl"
        if path.exists() and (not wanted or name in wanted):
            yield name, texts(path, key)
    article = folder / ARTICLE
    if article.exists() and (not wanted or "dojo" in wanted):
        yield "dojo", (article.read_text(encoding="utf-8"),)


def texts(path: Path, key: str) -> tuple[str, ...]:
    """Return the texts under a key of a file of JSON lines, each once."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return tuple(dict.fromkeys(json.loads(row)[key] for row in rows if row))


def _measured(name: str, found: Iterable[str], shown: Sequence[str]) -> Field:
    """Proofread the texts of a set; print the numbers with certain verdicts."""
    result, engine = Field(name), Workspace.open(ROOT).session.engine()
    for text in found:
        report = proofread(text, engine)
        result.add(text, report)
        for one in report.findings:
            if one.verdict in shown:
                print(_line(name, text, one))
    return result


def _line(name: str, text: str, one: DraftFinding) -> str:
    near = " ".join(f"{text[max(0, one.start - _NEAR) : one.start]}[[{one.text}]]{text[one.end : one.end + _NEAR]}".split())
    inputs = ", ".join(f"{given.name}={given.literal}" for given in one.given)
    return f"{one.verdict} {one.kind} {name}: {one.says} ({inputs})\n    {one.message}\n    {near}\n"


def by_set(fields: Sequence[Field]) -> str:
    """Return a table with a line for each set, the edited ones together at the end."""
    edited = Field("**all edited texts**")
    for one in fields:
        if one.name not in PROBLEMS:
            edited.texts, edited.words = edited.texts + one.texts, edited.words + one.words
            edited.numbers += one.numbers
            edited.found.update(one.found)
    head = ("set", "texts", "words", "numbers", "verified", "borderline", "fail", "fails per 1,000 words")
    ordered = sorted([*fields, edited], key=lambda one: one.name in PROBLEMS)
    return table(head, [_row(one) for one in ordered])


def _row(one: Field) -> tuple[str, ...]:
    counts = (one.texts, one.words, one.numbers, *(one.count(verdict) for verdict in VERDICTS))
    return (one.name, *(f"{n:,}" for n in counts), one.per_thousand("fail"))


def by_kind(fields: Sequence[Field]) -> str:
    """Return a table with a line for each kind of relation."""
    kinds = sorted({kind for one in fields for kind, _ in one.found})
    rows = [(kind, *(str(sum(one.count(verdict, kind) for one in fields)) for verdict in VERDICTS)) for kind in kinds]
    return table(("relation", "verified", "borderline", "fail"), rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main(sys.argv[1:])
