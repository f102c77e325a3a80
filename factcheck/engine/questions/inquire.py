"""Questions about the packs: what is known of a thing, how one quantity follows from another."""

from dataclasses import dataclass, replace

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import evaluate
from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.facts import Usage
from factcheck.engine.resolve.measure import fact_leaf
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.search.derive import Finder, find, known_quantities
from factcheck.engine.term.formula import in_language, with_names, with_values
from factcheck.engine.term.term import Shown, Term
from factcheck.engine.term.values import dimension_of, shown_in
from factcheck.engine.wording.notes import claim_notes
from factcheck.engine.wording.steps import interval_text, text_of
from factcheck.language.parser import parse_expression, parse_statement
from factcheck.language.tree import Literal, Node, Search, UnitName
from factcheck.model.claim import Claim, ClaimFile
from factcheck.model.pack import Fact, Source
from factcheck.model.report import Note, paged
from factcheck.quantity.dimension import Dimension
from factcheck.source import Place, Span
from factcheck.suggest import nearest


@dataclass(frozen=True, slots=True)
class Derived:
    """A derivation that was found: with names, with values and its result, and where the values come from."""

    formula: str
    substituted: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact as it is listed: attribute, value with its range, qualifiers, source, status."""

    attribute: str
    value: str
    range: str
    qualifiers: str
    source: str
    url: str
    status: str
    quote: str
    note: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownThing:
    """What the packs know of a thing."""

    key: str
    names: tuple[str, ...]
    family: str
    note: str
    facts: tuple[KnownFact, ...]
    parts: tuple[str, ...]


def derive(value: str, target: str, engine: Engine) -> tuple[Derived, ...]:
    """Return the shortest derivations from a value to a unit; ties are all returned, in the order of the packs.

    Raises Problem where a text cannot be read, or FC309 where no derivation exists.
    """
    units = engine.knowledge.units
    wanted, shown = _target(parse_expression(target, units))
    builder = engine.builder(_no_names(engine))
    start = builder.build(parse_expression(value, units))
    known = known_quantities(builder.chooser, Usage())
    return tuple(_derived(term, shown, engine) for term in find([start], wanted, known))


def _target(node: Node) -> tuple[Dimension, Shown]:
    if isinstance(node, UnitName):
        return node.unit.dimension, Shown(node.unit.symbol, node.unit.factor)
    if isinstance(node, Literal):
        return dimension_of(node), shown_in(node.units)
    raise Problem("FC309", "the target is a unit: `D1`, `MW`, `D1/tile`", node.span)


def _no_names(engine: Engine) -> ClaimNames:
    return ClaimNames(FileScope(ClaimFile(""), engine.knowledge.units), Claim("derive", Place("")))


def _derived(term: Term, shown: Shown, engine: Engine) -> Derived:
    value = evaluate(term)
    notes = tuple(claim_notes(Usage(), term, engine))
    return Derived(with_names(term), f"{with_values(term)} = {text_of(value, shown, term.dimension)}", notes)


def thing(name: str, engine: Engine) -> KnownThing:
    """Return what is known of a thing, by any of its names. Raises Problem FC302 for an unknown one."""
    knowledge = engine.knowledge
    found = knowledge.thing(name)
    if found is None:
        near = knowledge.suggest_thing(name)
        raise Problem(
            "FC302",
            f"no thing is called `{name}`",
            Span(0, len(name)),
            engine.unread,
            help=f"did you mean `{near}`?" if near else None,
        )
    facts = tuple(_known(fact, engine) for fact in knowledge.all_facts(found) if fact in knowledge.literals)
    parts = tuple(f"{fact.value.value} {fact.attribute}" for fact in found.parts)
    names = tuple(dict.fromkeys(name for _, name in found.names))
    return KnownThing(found.key, names, found.family, found.note, facts, parts)


def look_up(text: str, engine: Engine) -> KnownThing:
    """Return what is known of a thing, or only what is asked of it: ``D1``, ``France gdp 2020``, ``法国人口``.

    Raises Problem FC302 where no thing is named, or nothing of what is asked is known of it.
    """
    asked = " ".join(text.split())
    for cut in range(len(asked), 0, -1):
        if engine.knowledge.thing(asked[:cut].strip()) is None:
            continue
        found = thing(asked[:cut].strip(), engine)
        facts = tuple(fact for fact in found.facts if _is_asked(fact, asked[cut:].strip(), engine))
        if facts or cut == len(asked):
            return replace(found, facts=facts)
    return thing(asked, engine)


def _is_asked(fact: KnownFact, asked: str, engine: Engine) -> bool:
    """Whether a fact is of an attribute, by any of its names, and has the qualifiers that are named beside it."""
    words = asked.casefold().removeprefix("的").removeprefix("'s").split()
    said = [one for one in words if one not in fact.qualifiers.casefold().split()]
    return not said or " ".join(said) in _names_of(fact.attribute, engine)


def _names_of(attribute: str, engine: Engine) -> frozenset[str]:
    told = (one for pack in engine.knowledge.packs for one in pack.attributes if one.key == attribute)
    names = [attribute, attribute.replace("_", " "), *(name for one in told for _, name in one.names)]
    return frozenset(name.casefold() for name in names)


def of_attribute(name: str, engine: Engine) -> tuple[tuple[str, KnownFact], ...]:
    """Return the latest value of an attribute of each thing that has it, the greatest first, by the key of the thing.

    Raises Problem FC302 for an attribute that nothing has.
    """
    knowledge = engine.knowledge
    found = []
    for thing in knowledge.things.values():
        facts = [fact for fact in knowledge.facts(thing, name) if fact in knowledge.literals]
        if facts:
            latest = max(facts, key=lambda fact: dict(fact.when).get("date", ""))
            term = fact_leaf(latest, knowledge, engine.widths)
            size = term.leaf.nominal if term.leaf is not None and term.leaf.nominal is not None else 0
            found.append((size, thing.key, _known(latest, engine)))
    if not found:
        near = nearest(name, knowledge.attributes)
        cure = f"did you mean `{near}`?" if near else None
        raise Problem("FC302", f"nothing has an attribute `{name}`", Span(0, len(name)), engine.unread, help=cure)
    return tuple((key, fact) for _, key, fact in sorted(found, key=lambda one: (-one[0], one[1])))


def _known(fact: Fact, engine: Engine) -> KnownFact:
    term = fact_leaf(fact, engine.knowledge, engine.widths)
    source = engine.knowledge.source(fact)
    found = (
        "" if term.leaf is None or term.leaf.exact else interval_text(term.leaf.range, term.leaf.shown, term.dimension)
    )
    return KnownFact(
        fact.attribute,
        fact.value.value,
        found,
        " ".join(value for _, value in fact.when),
        _cited(source, fact.page, fact.accessed) if source else fact.source,
        source.url if source else "",
        fact.status,
        fact.quote,
        fact.note,
        tuple(_cited(other) + (f" <{other.url}>" if other.url else "") for other in engine.knowledge.also(fact)),
    )


def _cited(source: Source, page: str = "", accessed: str = "") -> str:
    parts = [source.title, source.date, paged(page)]
    read = accessed or source.accessed
    title = ", ".join(part for part in parts if part)
    return f"{title} ({source.tier}{f', accessed {read}' if read else ''})"


def pinned(claim: Claim, file: ClaimFile, engine: Engine) -> str | None:
    """Return a statement with ``derive(…)`` replaced by the derivation that it finds; None where it has none.

    Raises Problem where the statement cannot be read or no derivation is found.
    """
    if claim.says is None or "derive" not in claim.says.value:
        return None
    scope = FileScope(file, engine.knowledge.units)
    statement = parse_statement(claim.says.value, engine.knowledge.units, scope.names)
    if not isinstance(statement.derived, Search):
        return None
    names = ClaimNames(scope, claim, (f"claim:{claim.id}",))
    builder: Builder = engine.builder(names)
    builder.search = Finder(statement, names, engine)
    term = builder.build(statement.derived)
    span = statement.derived.span
    return f"{claim.says.value[: span.start]}{in_language(term)}{claim.says.value[span.end :]}"
