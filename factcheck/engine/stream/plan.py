"""How statements of a shape are judged quickly: their term and their target as functions over whole numbers."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from factcheck.engine.stream.ends import ends
from factcheck.engine.stream.quick import MAX_LEAVES, Input, constant, exact, nominal, written
from factcheck.engine.stream.slot import Slot
from factcheck.engine.stream.target import Kind, Plan, Target, fixed_target, slot_target
from factcheck.engine.term.term import Leaf, Term, leaf_term
from factcheck.engine.verdict.compare import TURNED, Comparison
from factcheck.engine.verdict.judge import ORDERS
from factcheck.quantity.dimension import NUMBER
from factcheck.quantity.interval import REALS
from factcheck.quantity.written import Widths


def plans(
    comparison: Comparison, relation: str, derived: Sequence[Slot], stated: Sequence[Slot], widths: Widths
) -> tuple[Plan, ...]:
    """Return the plan of a shape, two for a ratio (right side larger, left side larger); none where it has none."""
    if sum(1 for _ in comparison.term.leaves()) > MAX_LEAVES:
        return ()
    inputs = _inputs(comparison.term, {slot.key: slot for slot in derived})
    if inputs is None:
        return ()
    if comparison.ratio:
        found = _ratio(comparison, relation, stated, inputs, widths)
    elif stated:
        found = [_made(comparison.term, inputs, _target(stated[0], relation, widths))]
    elif comparison.right is None or relation in ORDERS:
        found = [_made(comparison.term, inputs, fixed_target(comparison.stated))]
    else:
        return ()  # what is allowed depends on the numbers of the stated side
    made = tuple(plan for plan in found if plan is not None)
    return made if len(made) == len(found) else ()


def _inputs(term: Term, slots: dict[str, Slot]) -> dict[str, Input] | None:
    found: dict[str, Input] = {}
    for leaf in term.leaves():
        read = _slot_input(slots[leaf.key]) if leaf.key in slots else constant(Fraction(leaf.nominal or 0), leaf.range)
        if read is None:
            return None
        found[leaf.key] = read
    return found


def _slot_input(slot: Slot) -> Input | None:
    """Return a literal as an input; None under a hedge, which may have no end, and for a scale with an offset."""
    if slot.literal.number.hedge or slot.shown.offset:
        return None
    return written(slot.position, slot.factor, rounded=slot.share or slot.scaled)


def _target(slot: Slot, relation: str, widths: Widths) -> Target | None:
    if slot.shown.offset:
        return None
    hedge = slot.literal.number.hedge or ("about" if relation == "~" else "")
    return slot_target(slot.position, slot.factor, Kind(relation, hedge, slot.share), widths, scaled=slot.scaled)


def _made(term: Term, inputs: dict[str, Input], target: Target | None) -> Plan | None:
    value, over = nominal(term, inputs), ends(term, inputs)
    if value is None or over is None or target is None:
        return None
    counts = Counter(leaf.key for leaf in term.leaves())
    several = [inputs[key] for key, n in counts.items() if n > 1]
    repeated = tuple(found.position for found in several if found.position is not None)
    return Plan(value, over, target, repeated, exact=not any(found.rounded for found in several))


def _ratio(
    comparison: Comparison, relation: str, stated: Sequence[Slot], inputs: dict[str, Input], widths: Widths
) -> list[Plan | None]:
    """Return the plans of a ratio. Its term is larger : smaller; the smaller stated side is an exact factor."""
    a, b = stated
    first, second = comparison.term.arguments
    if (a.literal.number.nominal or 0) > (b.literal.number.nominal or 0):
        first, second = second, first
    turned = TURNED.get(relation, relation)
    return [
        _ratio_plan(Term("/", (first, second)), a, b, turned, inputs, widths),
        _ratio_plan(Term("/", (second, first)), b, a, relation, inputs, widths),
    ]


def _ratio_plan(
    quotient: Term, small: Slot, large: Slot, relation: str, inputs: dict[str, Input], widths: Widths
) -> Plan | None:
    leaf = Leaf(small.key, "literal", "", "", None, REALS, small.shown)
    term = Term("*", (quotient, leaf_term(leaf, NUMBER)))
    about = relation not in ORDERS and small.literal.number.hedge == "about"
    target = _target(large, "~" if about else relation, widths)
    return _made(term, {**inputs, small.key: exact(small.position, small.factor)}, target)
