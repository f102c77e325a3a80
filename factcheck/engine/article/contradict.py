"""Contradictions inside one article, found without anyone writing a cross-check.

Each claim and premise says something of a subject (``D1.peak``): directly, or through the other numbers of its
derivation. Two that say the same subject to be different cannot both hold. So, too, an order against the values that
the article's own numbers imply, a part larger than its whole, and an event before the one that must come first.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from factcheck.diagnostics import Problem
from factcheck.engine.article.resting import resting
from factcheck.engine.article.sayings import Saying, implied, said_by_claim, said_by_premise, stated_text
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.verdict.judge import ORDERS
from factcheck.engine.verdict.statement import Judged, judge_statement
from factcheck.language.tree import Name, Statement
from factcheck.model.claim import Claim
from factcheck.model.report import Contradiction, Outcome
from factcheck.quantity.interval import point
from factcheck.source import Place

MIN_AGREEING = 2
MAX_COMPARED = 100


@dataclass(frozen=True, slots=True)
class Read:
    """A claim with its statement and, where it could be judged, the judgement."""

    claim: Claim
    statement: Statement
    judged: Judged | None


def contradictions(
    scope: FileScope, outcomes: Iterable[Outcome], engine: Engine, judged: Mapping[str, Judged] | None = None
) -> tuple[Contradiction, ...]:
    """Return the contradictions of a file, each once, and the mentions that agree.

    ``judged`` are the claims that were judged in this run; others are, where a contradiction may rest on them.
    """
    broken = {outcome.id for outcome in outcomes if outcome.verdict == "error"}
    statements = _statements(scope, broken)
    wanted = resting(statements, scope, engine.knowledge)
    known: dict[str, Judged | None] = dict(judged or {})
    for claim in scope.file.claims:
        if claim.id in wanted and claim.id not in known:
            known[claim.id] = _judged(claim, statements[claim.id], scope, engine)
    claims = (claim for claim in scope.file.claims if claim.id in statements)
    read = [Read(claim, statements[claim.id], known.get(claim.id)) for claim in claims]
    sayings = [*_premise_sayings(scope, engine), *_claim_sayings(read, engine)]
    values = [saying for one in read for saying in implied(one.claim, one.statement, one.judged, engine)]
    found = [
        *_two_values(sayings, values),
        *_orders(read, [*sayings, *values]),
        *_parts(scope, engine),
        *_dates(sayings, engine),
        *_agreeing(sayings),
    ]
    return tuple(_once(found))


def _statements(scope: FileScope, broken: Collection[str]) -> dict[str, Statement]:
    """Return the statements of the claims that can be read."""
    found: dict[str, Statement] = {}
    for claim in scope.file.claims:
        if claim.says and claim.id not in broken:
            with suppress(Problem):
                found[claim.id] = scope.statement(claim)
    return found


def _judged(claim: Claim, statement: Statement, scope: FileScope, engine: Engine) -> Judged | None:
    names = ClaimNames(scope, claim, (f"claim:{claim.id}",))
    try:
        return judge_statement(statement, names, engine)
    except Problem:
        return None


def _premise_sayings(scope: FileScope, engine: Engine) -> Iterator[Saying]:
    own = (premise for claim in scope.file.claims for premise in claim.given)
    for premise in (*scope.file.given, *own):
        saying = said_by_premise(premise, scope, engine)
        if saying is not None:
            yield saying


def _claim_sayings(read: list[Read], engine: Engine) -> Iterator[Saying]:
    for one in read:
        saying = said_by_claim(one.claim, one.statement, one.judged, engine)
        if saying is not None:
            yield saying


def _grouped(sayings: Iterable[Saying], key: Callable[[Saying], str]) -> dict[str, list[Saying]]:
    """Group sayings, the first hundred of each: pairs are compared, and a file may be hostile."""
    groups: dict[str, list[Saying]] = {}
    for saying in sayings:
        group = groups.setdefault(key(saying), [])
        if len(group) < MAX_COMPARED:
            group.append(saying)
    return groups


def _two_values(sayings: list[Saying], values: list[Saying]) -> Iterator[Contradiction]:
    """Yield subjects that have two values: both said, or one said and one implied by other numbers."""
    implied_values = _grouped(values, _subject_of)
    for subject, direct in _grouped(sayings, _subject_of).items():
        others = [*direct, *implied_values.get(subject, ())]
        pair = next(((a, b) for a in direct for b in others if _clash(a, b)), None)
        if pair is not None:
            text = f"{pair[0].name} has two values: {pair[0].shown} and {pair[1].shown}"
            yield _contradiction("FC431", text, pair)


def _subject_of(saying: Saying) -> str:
    return saying.subject


def _name_of(saying: Saying) -> str:
    return saying.name


def _clash(a: Saying, b: Saying) -> bool:
    return a.owner != b.owner and a.dimension == b.dimension and not a.range.meets(b.range)


def _orders(read: list[Read], sayings: list[Saying]) -> Iterator[Contradiction]:
    """Yield orders (A.peak > B.peak) that the article's own other numbers turn round."""
    named = _grouped(sayings, _name_of)
    for one in read:
        left, right = one.statement.derived, one.statement.stated
        if one.statement.relation not in ORDERS or not (isinstance(left, Name) and isinstance(right, Name)):
            continue
        greater, less = (left, right) if one.statement.relation in {">", ">="} else (right, left)
        pair = _turned_round(named.get(greater.text, []), named.get(less.text, []), one)
        if pair is not None:
            own = f"{pair[0].shown} and {pair[1].shown}"
            text = f"{stated_text(one.statement)} is said, but the article's own numbers give {own}"
            yield _contradiction("FC432", text, (_of_claim(one), *pair))


def _turned_round(mine: list[Saying], theirs: list[Saying], one: Read) -> tuple[Saying, Saying] | None:
    """Return what other claims say of the two parties, where it makes the greater the less."""
    meant = _qualifiers(one)
    for a in (saying for saying in mine if saying.owner != one.claim.id):
        for b in (saying for saying in theirs if saying.owner != one.claim.id):
            below = a.range.high is not None and b.range.low is not None and a.range.high < b.range.low
            if a.base == b.base and below and meant.get(a.name, ()) == a.qualifiers == b.qualifiers:
                return a, b
    return None


def _qualifiers(one: Read) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the qualifiers of the facts that an order compares."""
    leaves = one.judged.comparison.term.leaves() if one.judged else ()
    return {leaf.name: leaf.fact.when for leaf in leaves if leaf.fact is not None}


def _of_claim(one: Read) -> Saying:
    return Saying(one.claim.id, "", "", "", (), point(0), "", one.claim.quote, _place(one.claim))


def _place(claim: Claim) -> Place:
    return claim.says.place if claim.says else claim.place


def _parts(scope: FileScope, engine: Engine) -> Iterator[Contradiction]:
    """Yield premises that are larger than the premise they are a part of."""
    premises = {premise.name: premise for premise in scope.file.given}
    for premise in scope.file.given:
        whole = premises.get(premise.within)
        a = said_by_premise(premise, scope, engine) if whole is not None else None
        b = said_by_premise(whole, scope, engine) if whole is not None else None
        if a is None or b is None:
            continue
        a = _converted(a, b, engine)
        if a.dimension == b.dimension and a.nominal is not None and b.nominal is not None and a.nominal > b.nominal:
            rounding = ("possible only within the rounding of both",) if a.range.meets(b.range) else ()
            text = f"the part is larger than the whole: {premise.name} is {a.shown}, {premise.within} is {b.shown}"
            yield replace(_contradiction("FC433", text, (a, b)), notes=rounding)


def _converted(part: Saying, whole: Saying, engine: Engine) -> Saying:
    """Return a count of things in the unit that a fact defines for them, where the whole is in that unit (H100e)."""
    knowledge = engine.knowledge
    for key, _ in knowledge.unit_attributes.values():
        if part.dimension == ((key, 1),) and whole.spec == key and part.nominal is not None:
            return replace(
                part, dimension=whole.dimension, range=part.range.scaled(whole.unit), nominal=part.nominal * whole.unit
            )
    return part


def _dates(sayings: list[Saying], engine: Engine) -> Iterator[Contradiction]:
    """Yield events that come before the one that must come first (``after`` of their attributes)."""
    named = _grouped(sayings, _name_of)
    after = {a.key: a.after for a in engine.knowledge.attributes.values() if a.after}
    for group in list(named.values()):
        for late in (saying for saying in group if saying.attribute in after):
            for early in named.get(f"{late.thing}.{after[late.attribute]}", ()):
                if late.range.high is not None and early.range.low is not None and late.range.high < early.range.low:
                    text = f"{late.subject} ({late.shown}) comes before {early.subject} ({early.shown})"
                    yield _contradiction("FC434", text, (late, early))


def _agreeing(sayings: list[Saying]) -> Iterator[Contradiction]:
    """Yield subjects that several places give the same value."""
    for subject, same in _grouped(sayings, _subject_of).items():
        owners = dict.fromkeys(saying.owner for saying in same)
        if len(owners) >= MIN_AGREEING and all(saying.range == same[0].range for saying in same):
            found = _contradiction("", f"{subject} is {same[0].shown} in {len(owners)} places", tuple(same))
            yield replace(found, agrees=True)


def _contradiction(code: str, text: str, sayings: tuple[Saying, ...]) -> Contradiction:
    unique = tuple({saying.owner: saying for saying in sayings}.values())
    positions = tuple(saying.position for saying in unique)
    return Contradiction(code, text, tuple(s.owner for s in unique), tuple(s.quote for s in unique), positions)


def _once(found: Iterable[Contradiction]) -> Iterator[Contradiction]:
    """Join what is said twice: the same contradiction of other places gets their places, too."""
    joined: dict[tuple[str, str], Contradiction] = {}
    for one in found:
        key = (one.code, one.text)
        joined[key] = _joined(joined[key], one) if key in joined else one
    return iter(joined.values())


def _joined(a: Contradiction, b: Contradiction) -> Contradiction:
    new = [i for i, claim in enumerate(b.claims) if claim not in a.claims]
    return replace(
        a,
        claims=(*a.claims, *(b.claims[i] for i in new)),
        quotes=(*a.quotes, *(b.quotes[i] for i in new)),
        positions=(*a.positions, *(b.positions[i] for i in new)),
    )
