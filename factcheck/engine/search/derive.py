"""``derive(…)``: what a search may use, and the derivation that it found."""

from collections.abc import Sequence

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.facts import Chooser, Usage
from factcheck.engine.resolve.measure import Broken, Missing, Several
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.search.shortest import Known, derivations, no_derivation
from factcheck.engine.term.formula import with_names
from factcheck.engine.term.term import DATE, Term
from factcheck.engine.term.values import dimension_of
from factcheck.frozen import dataclass
from factcheck.language.tree import DateLiteral, Literal, Name, Statement
from factcheck.quantity.dimension import Dimension, multiply
from factcheck.source import Span


@dataclass(frozen=True, slots=True)
class Finder:
    """Searches on behalf of one statement: towards the dimension of its stated side.

    ``pick`` chooses among derivations that are equally short.
    """

    statement: Statement
    names: ClaimNames
    engine: Engine
    pick: int = 0

    def __call__(self, arguments: list[Term], builder: Builder) -> Term:
        """Return the shortest derivation; the product of the arguments is its start."""
        stated = self.statement.stated
        if not isinstance(stated, Literal | DateLiteral):
            raise Problem(
                "FC309", "derive(…) needs one literal on the stated side: its unit is the target", stated.span
            )
        if not arguments:
            raise Problem("FC309", "derive(…) needs a value to start from")
        scratch = Usage()
        known = known_quantities(builder.chooser, scratch, self._premises(builder))
        found = find(arguments, dimension_of(stated), known)
        builder.usage.derivations = [with_names(term) for term in found]
        term = found[min(self.pick, len(found) - 1)]
        _keep_used(scratch, term, builder.usage)
        return term

    def _premises(self, builder: Builder) -> list[Known]:
        found = []
        for name in self.names.premises():
            try:
                term = self.names.term(Name(Span(0, 0), (name,), (Span(0, 0),)), builder)
            except (Missing, Broken, Several):
                continue
            if term is not None and term.dimension != DATE:
                found.append(Known(term, name))
        return found


def _keep_used(scratch: Usage, term: Term, usage: Usage) -> None:
    """Keep what the search noted about the facts that its result uses."""
    used = {leaf.fact for leaf in term.leaves()}
    names = {(fact.thing, fact.attribute) for fact in used if fact is not None}
    usage.conflicts.extend(pair for pair in scratch.conflicts if pair[0] in used)
    usage.open_choices.extend(pair for pair in scratch.open_choices if (pair[0].key, pair[1]) in names)


def find(arguments: list[Term], target: Dimension, known: Sequence[Known]) -> list[Term]:
    """Return the shortest derivations from the product of the arguments. Raises Problem FC309 when there is none."""
    start = arguments[0]
    for term in arguments[1:]:
        start = Term("*", (start, term), multiply(start.dimension, term.dimension))
    found = derivations(start, target, known)
    if not found:
        raise no_derivation(start, target)
    return found


def known_quantities(chooser: Chooser, usage: Usage, premises: Sequence[Known] = ()) -> list[Known]:
    """Return what a search may use: premises, then each thing's attributes under the default qualifiers, then parts."""
    found = list(premises)
    knowledge = chooser.knowledge
    for thing in knowledge.things.kinds.values():
        for attribute in dict.fromkeys(fact.attribute for fact in thing.facts):
            try:
                term = chooser.term(thing, attribute, (), usage)
            except Problem:
                continue  # several values and no default: a search does not guess
            if term.dimension != DATE:
                found.append(Known(term, f"{thing.key}.{attribute}", thing.key, attribute))
        found.extend(
            Known(chooser.leaf(fact), f"{thing.key}.{fact.attribute}", edge=True)
            for fact in thing.parts
            if fact in knowledge.literals
        )
    return found
