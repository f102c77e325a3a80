"""The notes of an outcome: what was assumed and why, what sources say otherwise, what else holds."""

from fractions import Fraction

from factcheck.engine.numeric.evaluate import evaluate
from factcheck.engine.resolve.facts import Usage
from factcheck.engine.resolve.measure import fact_leaf
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.term.offer import all_let_go
from factcheck.engine.term.show import decimal
from factcheck.engine.term.term import Term
from factcheck.engine.term.values import counts_things
from factcheck.engine.verdict.compare import Comparison
from factcheck.engine.verdict.statement import Judged
from factcheck.engine.wording.headline import leaf_notes, remark_notes
from factcheck.engine.wording.phrasing import phrasing
from factcheck.language.tree import Statement
from factcheck.model.pack import Fact
from factcheck.model.report import Alternative, Note


def claim_notes(
    usage: Usage,
    term: Term,
    engine: Engine,
    judged: Judged | None = None,
    others: tuple[Alternative, ...] = (),
    statement: Statement | None = None,
) -> list[Note]:
    """Return the notes of a claim, the ones about its verdict first."""
    found: list[Note] = []
    if judged is not None:
        found += remark_notes(judged.found)
        if statement is not None:
            found += phrasing(statement, judged.comparison, judged.value, judged.found)
        found += _judged_notes(judged, others)
    found += _let_go_notes(term)
    found += leaf_notes(list(term.leaves()))
    found += [Note(text) for text in dict.fromkeys(usage.lists)]
    found += _spec_notes(usage, engine)
    found += _conflict_notes(usage, engine)
    return [note for note in found if note.code not in engine.quiet]


def _judged_notes(judged: Judged, others: tuple[Alternative, ...]) -> list[Note]:
    found: list[Note] = []
    comparison = judged.comparison
    if judged.reading:
        found.append(Note(f"read as {judged.reading.replace('_', ' ')}", "FC416"))
    if comparison.supplied:
        found.append(Note(_supplied_text(comparison), "FC415"))
    value = judged.value.nominal
    if (
        comparison.right is None
        and value is not None
        and counts_things(comparison.dimension)
        and len(comparison.dimension) == 1
    ):
        amount = Fraction(value) / comparison.shown.factor
        if amount.denominator != 1 and amount > 1:
            whole = -(-amount.numerator // amount.denominator)
            found.append(Note(f"in whole ones: {decimal(whole)} {comparison.shown.symbol}"))
    return found + _choice_notes(judged, others)


def _let_go_notes(term: Term) -> list[Note]:
    """Say of which things the *per thing* of facts was left out."""
    things = ", ".join(sorted(set(all_let_go(term))))
    return [Note(f"“per {things}” is left out: none is counted here", "FC415")] if things else []


def _supplied_text(comparison: Comparison) -> str:
    if comparison.same_attribute:
        return f"compared: {comparison.same_attribute}"
    return f"compared per {comparison.supplied}, which the stated side does not name"


def _choice_notes(judged: Judged, others: tuple[Alternative, ...]) -> list[Note]:
    """Say what other choices would change."""
    found: list[Note] = []
    if judged.found.verdict == "fail":
        orders = (other for other in others if other.choice.startswith("the other order") and other.verdict == "pass")
        found.extend(Note(f"holds in {other.choice}: {other.derived}", "FC417", "help") for other in orders)
    rest = [other for other in others if not other.choice.startswith("the other order")]
    if rest:
        same = all(other.verdict == judged.found.verdict and not other.note for other in rest)
        found.append(
            Note(
                "the verdict does not depend on the choice of qualifiers or source"
                if same
                else "the verdict depends on the choice, see the other choices",
                "FC418",
            )
        )
    return found


def _spec_notes(usage: Usage, engine: Engine) -> list[Note]:
    """Compare a whole's own spec with the sum over its parts."""
    found = []
    for fact, total in usage.specs:
        spec = fact_leaf(fact, engine.knowledge, engine.widths)
        if spec.leaf is None or spec.dimension != total.dimension:
            continue
        agrees = spec.leaf.range.meets(evaluate(total).range)
        where = _read_in(fact, engine)
        verb, code = ("agrees", "") if agrees else ("disagrees", "FC506")
        found.append(Note(f"summed over its parts; the spec of the whole {verb}: {spec.leaf.text} ({where})", code))
    return list(dict.fromkeys(found))


def _read_in(fact: Fact, engine: Engine) -> str:
    """Say where a fact was read, and that it is unconfirmed where it is."""
    source = engine.knowledge.source(fact)
    title = source.title if source else fact.source
    return f"{title}; unconfirmed" if fact.status == "unconfirmed" else title


def _conflict_notes(usage: Usage, engine: Engine) -> list[Note]:
    found = []
    for used, other in dict.fromkeys(usage.conflicts):
        where = _read_in(other, engine)
        found.append(
            Note(f"another source gives {used.thing}.{used.attribute} as {other.value.value}: {where}", "FC504")
        )
    return found
