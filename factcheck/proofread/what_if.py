"""What would be said of a number if an input were another: the same statement, judged again by the engine."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from factcheck.draft.equations.proposal import Candidate, Given
from factcheck.engine.outcome.check import told_in_short
from factcheck.engine.resolve.setting import Engine
from factcheck.language.tree import Name, Node, Statement, children
from factcheck.model.draft import DraftFinding, DraftInput, DraftReport, DraftVerdict
from factcheck.proofread.amount import amount_like
from factcheck.proofread.draft import telling
from factcheck.proofread.explained import calculated
from factcheck.proofread.judge import Case, Court
from factcheck.proofread.levers import Lever, levers, mention_of
from factcheck.proofread.told import Judged
from factcheck.proofread.wording import in_names, message

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_PLACES = 12


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The verdict with other inputs, the sentence of the finding with them, the calculation, and each as written."""

    verdict: DraftVerdict
    message: str
    calculation: str
    written: Mapping[str, str]


def read_number(text: str) -> Fraction | None:
    """Return a number that somebody typed; None for any other text, and for zero."""
    return (Fraction(text) or None) if _NUMBER.fullmatch(text) else None


def what_if(found: DraftFinding, draft: DraftReport, changes: Mapping[str, Fraction], engine: Engine) -> WhatIf | None:
    """Judge a finding of a draft again with other values for some of its levers; None where it cannot be judged so."""
    units = engine.knowledge.units
    known = {one.name: one for one in levers(found, draft.text, units)}
    moved = {name: (known[name], value) for name, value in changes.items() if name in known}
    written = {name: _written(lever, value, engine) for name, (lever, value) in moved.items()}
    court = Court(engine)
    stated = court.case(Candidate(found.says, tuple(Given(one.name, one.literal) for one in found.given)))
    for candidate in _candidates(found, moved, stated.statement) if stated else ():
        case = court.case(candidate)
        if case is not None:
            given = [DraftInput(one.name, _as_written(one, found, draft, written)) for one in candidate.given]
            return _answer(_judged(found, draft.language, case, given, engine), moved, written)
    return None


def _written(lever: Lever, value: Fraction, engine: Engine) -> str:
    """Return a number as the draft writes the one in its place, or with the unit of the fact."""
    mention = None if lever.fact else mention_of(lever.text, engine.knowledge.units)
    if mention is not None:
        return amount_like(mention, value * Fraction(mention.number.scale), exact=True)
    return f"{decimal(value)} {lever.base}".strip()


def _candidates(
    found: DraftFinding, moved: Mapping[str, tuple[Lever, Fraction]], statement: Statement
) -> Iterator[Candidate]:
    """Yield the statement with its inputs changed: a fact by a premise, per thing, or else without the thing."""
    values = {name: lever.factor * value for name, (lever, value) in moved.items()}
    facts = [lever for lever, _ in moved.values() if lever.fact]
    given = [
        Given(one.name, f"{decimal(values[one.name])} {moved[one.name][0].base}" if one.name in moved else one.literal)
        for one in found.given
    ]
    says, names = _with_premises(statement, [one.name for one in facts])
    for cut in (False, True) if facts else (False,):
        own = [
            Given(names[one.name], f"{decimal(values[one.name])} {_unit(one.base, cut=cut)}")
            for one in facts
            if one.name in names
        ]
        yield Candidate(says, (*given, *own))


def _unit(base: str, *, cut: bool) -> str:
    """Return a unit, or what is left of it without the thing that it is said of: TFLOP/s of TFLOP/s/D1."""
    return base.rpartition("/")[0] if cut else base


def _with_premises(statement: Statement, facts: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return a statement with names of facts replaced by those of premises, and these."""
    names, says = {fact: _premise(number) for number, fact in enumerate(facts)}, statement.text
    sides = (statement.derived, statement.stated)
    places = [node for side in sides for node in _names(side) if node.text in names]
    for node in sorted(places, key=lambda node: node.span.start, reverse=True):
        says = f"{says[: node.span.start]}{names[node.text]}{says[node.span.end :]}"
    return says, names


def _premise(number: int) -> str:
    """Return the name of the premise that stands for a fact."""
    return f"changed_{number}"


def _names(node: Node) -> Iterator[Name]:
    if isinstance(node, Name):
        yield node
    for child in children(node):
        yield from _names(child)


def decimal(value: Fraction) -> str:
    """Return a number in decimals, rounded where it has too many."""
    return f"{Decimal(round(value * 10**_PLACES)).scaleb(-_PLACES).normalize():f}"


def _judged(found: DraftFinding, language: str, case: Case, given: Sequence[DraftInput], engine: Engine) -> Judged:
    """Return a number as it is told: alone, with inputs that stand nowhere in the text."""
    mention, place = mention_of(found.text, engine.knowledge.units), (0, len(found.text))
    told = telling(found.text, language, {place: mention} if mention else {}, engine.knowledge)
    outcome = told_in_short(case.statement, case.names, case.judged, engine)
    verdict: DraftVerdict = "query" if outcome.verdict == "fail" and found.verdict == "query" else outcome.verdict
    return Judged(found.kind, place, given, outcome, verdict, found.row, told, case.judged.reading)


def _answer(number: Judged, moved: Mapping[str, tuple[Lever, Fraction]], written: Mapping[str, str]) -> WhatIf:
    facts = [lever.name for lever, _ in moved.values() if lever.fact]
    sentence = message(number)
    for place, fact in enumerate(facts):
        sentence = sentence.replace(_premise(place), in_names(fact, number, number.phrases["words"]))
    looked_up = facts and " " not in number.outcome.formula
    return WhatIf(number.verdict, sentence, "" if looked_up else calculated(number), written)


def _as_written(one: Given, found: DraftFinding, draft: DraftReport, written: Mapping[str, str]) -> str:
    """Return an input in words: as it was changed, or as it stands in the draft."""
    if one.name in written:
        return written[one.name]
    stated = next((item for item in found.given if item.name == one.name), None)
    if stated is None:  # a fact that was changed
        return one.literal
    known = stated.start is not None and stated.end is not None
    return " ".join(draft.text[stated.start : stated.end].split()) if known else one.literal
