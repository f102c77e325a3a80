"""Relate the quantities of two texts: ``python -m benchmarks.equate [FOLDER] [-v]``.

The data is not ours and stays outside: the parts of EQUATE, below FOLDER. Each pair has a premise, a hypothesis, and
whether the premise entails it, contradicts it, or does neither. What the proofreader can say of that:

- both read as one text, a relation that it finds for a number of the hypothesis holds or fails;
- else a number of the hypothesis is the same quantity as one of the premise: of the same unit or counted noun, and said
  of the same thing, as far as the words go. The engine judges whether the one can be the other.

What fails is a contradiction, what is borderline is neither, what holds is entailed. Where a number of the hypothesis
cannot be related, nothing is said of the pair. ``-v`` prints the pairs that come out wrong.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpora import DATA, in_markdown
from benchmarks.reader import engine as shipped
from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage, alike
from factcheck.engine.resolve.setting import Engine
from factcheck.model.report import Verdict
from factcheck.proofread.draft import proofread
from factcheck.proofread.judge import judged
from factcheck.proofread.opened import opened

PARTS = ("awpnli", "newsnli", "rte_quant", "stresstest_part")
ANSWERS: dict[Verdict, str] = {"pass": "entailment", "borderline": "neutral", "fail": "contradiction"}
WORST: tuple[Verdict, ...] = ("fail", "borderline", "pass")
SAME_THING = 0.5
"""The share of the words around a number that the other text must have, too; all of its words where it differs."""
_AROUND = 60
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
_BOUNDS = frozenset({"more", "less", "than", "least", "most"})


def answer(first: str, second: str, engine: Engine) -> str:
    """Return what the premise says of the hypothesis; nothing where a number cannot be related."""
    known, asked = opened(first, engine.knowledge.units).passage, opened(second, engine.knowledge.units).passage
    found = _as_one_text(first, second, engine)
    verdicts = [found.get(item.index) or _as_the_same(known, asked, item, engine) for item in asked.items]
    told = [verdict for verdict in verdicts if verdict is not None]
    if not told or len(told) < len(verdicts):
        return ""
    return ANSWERS[min(told, key=WORST.index)]


def _as_one_text(first: str, second: str, engine: Engine) -> dict[int, Verdict]:
    """Return the verdicts on numbers of the hypothesis, by their place in it, where it follows the premise."""
    start = first.rstrip().rstrip(".") + ". "
    report = proofread(start + second, engine)
    numbers = [number for number in report.numbers if number.start >= len(start)]
    verdicts = {one.start: one.verdict for one in report.findings if one.verdict in ANSWERS}
    return {i: verdicts[number.start] for i, number in enumerate(numbers) if number.start in verdicts}


def _as_the_same(known: Passage, asked: Passage, item: Item, engine: Engine) -> Verdict | None:
    """Return whether a quantity of the premise can be one of the hypothesis; None where none is the same."""
    same = _same(known, asked, item)
    if same is None:
        return None
    says = Candidate(f"value = {stated(item)}", (given("value", same, stated(same)),))
    found = judged([Proposal("repeated", item.mention.span, (says,))], engine)
    if not found or (found[0].verdict != "pass" and not _words(asked.folded) <= _words(known.folded) | _BOUNDS):
        return None
    verdict = found[0].verdict
    return None if verdict == "query" else verdict


def _same(known: Passage, asked: Passage, item: Item) -> Item | None:
    """Return the one quantity of the premise that is said of the same thing, or the one in the same order."""
    near = [one for one in known.items if _comparable(one, item) and not _is_change(one)]
    words = _words(_around(asked, item))
    shares = [_share(words, _words(_around(known, one))) for one in near]
    best = [one for one, share in zip(near, shares, strict=True) if share == max(shares)]
    if not best or _is_change(item) or _share(words, _words(known.folded)) < SAME_THING:
        return None
    others = [one for one in asked.items if _comparable(one, item)]
    return best[0] if len(best) == 1 else near[others.index(item)] if len(near) == len(others) else None


def _comparable(first: Item, second: Item) -> bool:
    return alike(first, second) and (bool(first.dimension) or first.noun == second.noun)


def _is_change(item: Item) -> bool:
    """Whether a number says by how much something changes or differs: 21 more geese than ducks."""
    return item.mention.change is not None


def _around(passage: Passage, item: Item) -> str:
    return f"{passage.before(item, _AROUND)} {passage.after(item, _AROUND)}"


def _words(text: str) -> frozenset[str]:
    """Return the stems of the words of a text, as far as a few letters tell them apart."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text))


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / len(words) if words else 1


def main(arguments: Sequence[str]) -> None:
    """Print a table: how many pairs of each part could be related, and how many of them rightly."""
    folder = next((Path(one) for one in arguments if Path(one).is_dir()), DATA) / "equate"
    engine = shipped()
    rows = [_part(folder / f"{name}.jsonl", engine, verbose="-v" in arguments) for name in PARTS]
    golds = ("entailment", "contradiction", "neutral")
    print(in_markdown(("part", "pairs", "related", "right", *(f"{gold}: right of related" for gold in golds)), rows))


def _part(path: Path, engine: Engine, *, verbose: bool) -> tuple[str, ...]:
    """Return the line of a part in the table."""
    right, related, pairs = Counter[str](), Counter[str](), 0
    for row in _rows(path):
        found = answer(row["premise"], row["hypothesis"], engine)
        pairs += 1
        related[row["gold"]] += bool(found)
        right[row["gold"]] += found == row["gold"]
        if verbose and found not in {"", row["gold"]}:
            print(f"{found}, not {row['gold']}: {row['premise']} => {row['hypothesis']}\n")
    golds = [f"{right[gold]} of {related[gold]}" for gold in ("entailment", "contradiction", "neutral")]
    return path.stem, str(pairs), _percent(related.total(), pairs), _percent(right.total(), related.total()), *golds


def _rows(path: Path) -> Iterator[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    yield from map(json.loads, lines)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


if __name__ == "__main__":
    main(sys.argv[1:])
