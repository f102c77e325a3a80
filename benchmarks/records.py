"""The record of each construction on published texts: how often it was seen, and how often what it states held.

``python -m benchmarks.records [--language en] [--only ROW] [--show 5] [--write]``. Published numbers are nearly all
right, so a construction that often fails binds the wrong numbers. What is excused (explained otherwise, off by more
than 3) counts as not seen. A failure that reading showed to be an error of the text (judged.json) counts as held, and
so does one of the last digit only.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.corpora import CHOOSE, DATA, LEARN, Text, texts
from benchmarks.reader import layout_of, rules
from benchmarks.retold import CORPORA, ROWS, cases, headlines, retold
from factcheck.draft.choice.accuse import is_excused, is_last_digit
from factcheck.draft.choice.explain import Explanations, explanations
from factcheck.draft.equations.constructed import Constructed, constructed
from factcheck.draft.evidence.chance import chance
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.words.constructions import constructions
from factcheck.draft.words.records import CASES, wilson
from factcheck.quantity.languages import TABLES, draft_table

JUDGED = Path(__file__).with_name("judged.json")
_AROUND = 70


class Seen(NamedTuple):
    """A construction in a text, and whether it held."""

    row: str
    held: bool
    chance: float
    text: Text
    told: str


def seen(text: Text, only: str) -> Iterator[Seen]:
    """Yield the constructions of a text that are not excused."""
    layout = layout_of(text.text, text.language)
    for row, held, told in retold(layout):
        if only in ("", row.partition(":")[2]):
            yield Seen(row, held, 0.0, text, told.replace("\n", " "))
    if text.corpus in CORPORA:
        return
    known = [row for row in constructions(text.language) if only in ("", row.id.partition(":")[2])]
    if len(layout.quantities) < 2:  # noqa: PLR2004 - an equation has two numbers
        return
    stated = list(constructed(known, {rule.rule: rule for rule in rules()}, layout.line, layout.by_start))
    ways = explanations(layout, rules(), stated) if any(one.candidate.fails for one in stated) else Explanations()
    for one in stated:
        if not one.candidate.fails or not is_excused(layout, one.candidate, ways):
            yield Seen(
                one.row.id,
                not one.candidate.fails or is_last_digit(one.candidate),
                chance(one.candidate),
                text,
                _told(layout, one),
            )


def _told(layout: Layout, one: Constructed) -> str:
    numbers = (one.candidate.target, *one.candidate.operands)
    start, end = min(n.start for n in numbers), max(n.end for n in numbers)
    around = layout.passage.text[max(0, start - _AROUND) : end + _AROUND // 2].replace("\n", " ")
    given = ", ".join(n.item.mention.text for n in one.candidate.operands)
    return f"{numbers[0].item.mention.text} of {given}: {one.candidate.derived:.6g} | {around}"


def judged() -> frozenset[str]:
    """Return the failures that are errors of the texts, as ``corpus id: row``."""
    return frozenset(json.loads(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else ())


def main() -> None:
    """Count, print, and write the records where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--language", default="")
    parser.add_argument("--corpora", nargs="*", default=[*LEARN, *CHOOSE, *CORPORA])
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    found: dict[str, dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for corpus in args.corpora:
        for text in headlines(corpus, args.data) if corpus in CORPORA else texts(corpus, args.data):
            if args.language in ("", text.language):
                for one in seen(text, args.only):
                    found[text.language][one.row].append(one)
    for language, by_row in sorted(found.items()):
        records = {}
        for row in {row.id: row for row in constructions(language)}.values():
            records[row.id.partition(":")[2]] = _record(by_row.get(row.id, []), args.show)
        for name, ways in draft_table(language, "construction_cases").items():
            records[name] = {CASES: sum(map(len, ways.values())), **records[name]}
        own = cases(language)
        again = {name: {CASES: own[name], **_record(by_row.get(f"{language}:{name}", []), args.show)} for name in ROWS}
        if args.write and not args.only:
            _write(TABLES / language / "records.json", records)
            _write(TABLES / language / "retold_records.json", again)


def _record(found: list[Seen], show: int) -> dict[str, Any]:
    errors = judged()
    counts: dict[str, Any] = {}
    failed = []
    for one in found:
        count = counts.setdefault(one.text.corpus, [0, 0])
        held = one.held or f"{one.text.id}: {one.row}" in errors
        count[0] += 1
        count[1] += held
        failed += [] if held else [one]
    total, right = (sum(count[i] for count in counts.values()) for i in (0, 1))
    by_chance = sum(one.chance for one in found)
    name = found[0].row if found else ""
    if found:
        least = wilson(right, total)
        print(f"{name:32} seen {total:5} held {right:5} chance {by_chance:6.2f} at least {least:.3f} {counts}")
    for one in failed[:show]:
        print(f"    {one.text.id}: {one.told}")
    return counts


def _write(path: Path, records: dict[str, dict[str, Any]]) -> None:
    lines = (f"  {json.dumps(name)}: {json.dumps(counts)}" for name, counts in records.items() if counts)
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
