"""Count false alarms on texts that are right: ``python -m benchmarks.field [FOLDER] [-v]``.

Edited texts have few wrong numbers, so nearly every fail there is an error of the proofreader. The texts are not ours
and stay outside: NewsQuant, MeasEval and the premises of EQUATE, below FOLDER, and the Dojo article beside it. Counted
apart are the word problems among EQUATE's parts, which nobody edited, and a harder field: the sentences of the news
shuffled, six a text, so that whatever is related across two sentences is wrong.

``-v`` prints each number that fails or is borderline, ``-vv`` each that was judged; ``newsquant``, ``dojo`` and the
other names limit it to these sets.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from factcheck.engine.verdict.statement import Engine
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.proofread.draft import proofread
from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[1]
DEFAULT = ROOT.parent / "shared/corpora"
NEWS = ("newsquant", "newsnli", "rte_quant")
EDITED = ("newsquant", "measeval", "newsnli", "rte_quant", "dojo")
PROBLEMS = ("awpnli", "stresstest_part")
SHUFFLED = "shuffled"
ARTICLE = "../dojo/article.txt"
ROUNDS, SIX = 4, 6
VERDICTS = ("pass", "borderline", "fail")
SHOWN = {"-v": ("borderline", "fail"), "-vv": VERDICTS}
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

    def add(self, text: str, report: DraftReport) -> None:
        """Count one text."""
        self.texts += 1
        self.words += len(_WORD.findall(text))
        self.numbers += len(report.numbers)
        self.found.update((one.kind, one.verdict) for one in report.findings)

    def row(self) -> tuple[str, ...]:
        """Return its line in the table."""
        counts = (self.texts, self.words, self.numbers, *(self.count(verdict) for verdict in VERDICTS))
        often = f"{1000 * self.count('fail') / self.words:.2f}" if self.words else "–"
        return (self.name, *(f"{n:,}" for n in counts), often)


def main(arguments: Sequence[str]) -> None:
    """Print how many numbers were judged in each set, and by which relations."""
    folder = next((Path(one) for one in arguments if Path(one).is_dir()), DEFAULT)
    wanted = {one for one in arguments if one in {*EDITED, *PROBLEMS, SHUFFLED}}
    shown = next((SHOWN[one] for one in arguments if one in SHOWN), ())
    engine = Workspace.open(ROOT).session.engine()
    fields = [_measured(name, found(), shown, engine) for name, found in sets(folder) if not wanted or name in wanted]
    edited = [one for one in fields if one.name in EDITED]
    print(by_set(edited, [one for one in fields if one not in edited]))
    print()
    print(by_kind(edited))


def sets(folder: Path) -> Iterator[tuple[str, Callable[[], Iterable[str]]]]:
    """Yield the sets at hand: the name of each, and what returns its texts."""
    yield from ((name, lambda name=name: texts(folder, name)) for name in (*EDITED, *PROBLEMS) if texts(folder, name))
    if all(texts(folder, name) for name in NEWS):
        yield SHUFFLED, lambda: shuffled([text for name in NEWS for text in texts(folder, name)])


def texts(folder: Path, name: str) -> tuple[str, ...]:
    """Return the texts of a set, each once; none where the set is not at hand."""
    path = next((one for one in (folder / f"{name}.jsonl", folder / f"equate/{name}.jsonl") if one.exists()), None)
    if name == "dojo" and (folder / ARTICLE).exists():
        return ((folder / ARTICLE).read_text(encoding="utf-8"),)
    rows = path.read_text(encoding="utf-8").splitlines() if path is not None else ()
    return tuple(dict.fromkeys(row.get("text") or row["premise"] for row in map(json.loads, rows)))


def shuffled(sentences: Sequence[str]) -> Iterator[str]:
    """Yield texts of sentences that have nothing to do with each other."""
    ended = [text if text.endswith((".", "!", "?")) else f"{text}." for text in map(str.strip, sentences)]
    for seed in range(ROUNDS):
        Random(seed).shuffle(ended)  # noqa: S311 - a seed for repeatable texts
        yield from (" ".join(ended[i : i + SIX]) for i in range(0, len(ended), SIX))


def _measured(name: str, found: Iterable[str], shown: Sequence[str], engine: Engine) -> Field:
    """Proofread the texts of a set; print the numbers with certain verdicts."""
    result = Field(name)
    for text in found:
        report = proofread(text, engine)
        result.add(text, report)
        print("".join(_lines(name, text, one) for one in report.findings if one.verdict in shown), end="")
    return result


def _lines(name: str, text: str, one: DraftFinding) -> str:
    ahead, behind = text[max(0, one.start - _NEAR) : one.start], text[one.end : one.end + _NEAR]
    near = " ".join(f"{ahead}[[{one.text}]]{behind}".split())
    inputs = ", ".join(f"{given.name}={given.literal}" for given in one.given)
    return f"{one.verdict} {one.kind} {name}: {one.says} ({inputs})\n    {one.message}\n    {near}\n\n"


def by_set(edited: Sequence[Field], apart: Sequence[Field]) -> str:
    """Return a table with a line for each set, one for the edited ones together, and the others below."""
    total = Field("**edited texts together**")
    for one in edited:
        total.texts, total.words = total.texts + one.texts, total.words + one.words
        total.numbers += one.numbers
        total.found.update(one.found)
    head = ("set", "texts", "words", "numbers", "verified", "borderline", "fail", "fails per 1,000 words")
    return table(head, [one.row() for one in (*edited, total, *apart)])


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
