"""How often the constructions that bind the numbers of a draft held on published text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.draft.equations.schema import Schema
from factcheck.draft.words.constructions import constructions
from factcheck.draft.words.records import CASES, is_trusted, records, trusted
from factcheck.model.pack import Wording
from factcheck.quantity.languages import draft_table, languages
from factcheck.report.inert import inert

_MARK = re.compile(r"\[\[(.+?)\]\]")


class Record(NamedTuple):
    """How often a construction was seen and held in each corpus, how many cases of its own it has, and one of them."""

    row: str  # with its language before it: en:rise-p-to-b-from-a
    corpora: Mapping[str, tuple[int, int]]
    cases: int
    trusted: bool
    example: str = ""

    @property
    def seen(self) -> int:
        """How often it was seen on published text."""
        return sum(seen for seen, _ in self.corpora.values())

    @property
    def held(self) -> int:
        """How often what it stated was right."""
        return sum(held for _, held in self.corpora.values())


def record(row: str, own: int = 0) -> Record:
    """Return what is known of a construction; ``own`` are the cases of one that a pack brings."""
    language, _, name = row.partition(":")
    found = records(language).get(name) or ({CASES: own} if own else {})
    corpora = {corpus: (seen, held) for corpus, (seen, held) in _counts(found) if seen}
    return Record(row, corpora, found.get(CASES, 0), row in trusted() or is_trusted(found))


def _example(row: str, wordings: Mapping[str, Wording]) -> str:
    """Return the first sentence that a construction finds right."""
    language, _, name = row.partition(":")
    if row in wordings:
        texts = [text for way, text in wordings[row].cases if way == "right"]
    else:
        texts = draft_table(language, "construction_cases").get(name, {}).get("right", [])
    return _MARK.sub(r"\1", texts[0]) if texts else ""


def _counts(found: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, Sequence[int]]]:
    return ((corpus, count) for corpus, count in found.items() if corpus != CASES)


def records_of(
    code: str, schemas: Iterable[Schema], wordings: Mapping[str, Wording] | None = None
) -> tuple[Record, ...]:
    """Return the records of the constructions that state a rule of a code, those seen most often first.

    ``wordings`` are those that packs bring, by their row.
    """
    of_code = [schema for schema in schemas if schema.code == code]
    rules = {schema.rule for schema in of_code}
    own = {row: count for schema in of_code for row, count in schema.cases.items()}
    rows = (row for language in languages() for row in constructions(language))
    found = dict.fromkeys(row.id for row in rows if not rules.isdisjoint(row.rules.values()))  # some have several forms
    known = [*map(record, found), *(record(row, count) for row, count in own.items())]
    known = [one._replace(example=_example(one.row, wordings or {})) for one in known]
    return tuple(sorted(known, key=lambda one: (-one.seen, one.row)))


def told(one: Record) -> Iterator[str]:
    """Yield a record: an example, then ``wrong: 140 of 142 (findver 6 of 6, reuters 134 of 136) · en:b-p-above-a``."""
    corpora = ", ".join(f"{name} {held} of {seen}" for name, (seen, held) in one.corpora.items())
    seen = f"{one.held} of {one.seen} ({corpora})" if one.seen else "not seen there yet"
    cases = f", and {one.cases} cases of its own" if one.cases else ""
    yield f"- {inert(one.example)}" if one.example else f"- {one.row}"
    yield f"  {'wrong' if one.trusted else 'worth a look'}: {seen}{cases} · {one.row}"
