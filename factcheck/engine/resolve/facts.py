"""Facts as inputs: which fact a claim means, what was assumed in choosing it, and which other sources disagree."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.resolve.measure import Broken, Missing, fact_leaf
from factcheck.engine.term.arithmetic import operate
from factcheck.engine.term.term import Term
from factcheck.frozen import dataclass
from factcheck.model.pack import Fact, Thing
from factcheck.quantity.written import DEFAULT_WIDTHS, Widths
from factcheck.suggest import nearest

Picks = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Usage:
    """What a derivation took from the packs: choices left open, sources that disagree, specs beside sums.

    ``derivations`` are the formulas that a search found equally short, ``lists`` say which facts were taken together,
    ``built`` counts the steps, ``open_units`` are those whose words mean others by another custom; ``searched`` counts
    the searches, which look at the statement that asks.
    """

    open_choices: list[tuple[Thing, str]] = field(default_factory=list)
    conflicts: list[tuple[Fact, Fact]] = field(default_factory=list)
    specs: list[tuple[Fact, Term]] = field(default_factory=list)
    derivations: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    built: int = 0
    open_units: frozenset[str] = frozenset()
    searched: int = 0

    def add(self, other: "Usage") -> None:
        """Take what another part of the derivation took."""
        self.open_choices += other.open_choices
        self.conflicts += other.conflicts
        self.specs += other.specs
        self.derivations = other.derivations or self.derivations
        self.lists += other.lists
        self.built += other.built
        self.open_units |= other.open_units
        self.searched += other.searched


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses facts.

    ``choices`` override the packs' defaults, ``replaced`` maps a fact to the one used instead, ``today`` is the date
    of the article: of dated facts the latest up to that day counts. ``article`` is its address: it is no source.
    """

    knowledge: Knowledge
    choices: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[Fact, Fact] = field(default_factory=dict)
    widths: Widths = DEFAULT_WIDTHS
    today: str = ""
    article: str = ""

    def term(self, thing: Thing, attribute: str, picks: Picks, usage: Usage) -> Term:
        """Return the value of an attribute per thing; the sum over the parts where it is additive.

        Raises Problem FC302 for an unknown attribute, FC303 where qualifiers fit no fact or several.
        """
        known = self.knowledge
        facts = self._independent(known.facts(thing, attribute))
        chain = known.parts_below(thing).get(attribute)
        if chain is not None and not facts:
            return self._along(chain)
        declared = known.attributes.get(attribute)
        if declared is not None and declared.additive and known.has_sum(thing, attribute):
            return self._sum(thing, attribute, picks, usage)
        if not facts:
            raise self._unknown(thing, attribute)
        return self._chosen(thing, attribute, facts, picks, usage)

    def _independent(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """Leave out facts that were read in the article under check; raises Problem FC507 where no other is known."""
        if not self.article:
            return facts
        kept = tuple(fact for fact in facts if not self._is_article(fact))
        if facts and not kept:
            name = f"{facts[0].thing}.{facts[0].attribute}"
            raise Problem(
                "FC507",
                f"the only source of `{name}` is the article under check",
                help="add a fact from a primary source",
            )
        return kept

    def _is_article(self, fact: Fact) -> bool:
        sources = [self.knowledge.source(fact), *self.knowledge.also(fact)]
        return all(each is not None and each.url and _address(each.url) == _address(self.article) for each in sources)

    def _unknown(self, thing: Thing, attribute: str) -> Problem:
        if attribute in thing.broken:
            return Broken(f"the fact `{thing.key}.{attribute}`")
        if attribute in self.knowledge.attributes:
            return Missing(f"no source is known for `{thing.key}.{attribute}`")
        names = self.knowledge.attribute_names(thing)
        near = nearest(attribute, names)
        cure = (
            f"did you mean `{thing.key}.{near}`?"
            if near
            else f"known of `{thing.key}`: {', '.join(names) or 'nothing'}"
        )
        return Problem("FC302", f"no fact `{attribute}` is known of `{thing.key}`", help=cure)

    def _along(self, chain: Sequence[Fact]) -> Term:
        """Multiply the counts along a chain of parts: 10 cabinet/ExaPOD times 2 tray/cabinet and so on."""
        found = self.leaf(chain[0])
        for fact in chain[1:]:
            found = operate("*", [found, self.leaf(fact)], None)
        return found

    def _sum(self, thing: Thing, attribute: str, picks: Picks, usage: Usage) -> Term:
        found: Term | None = None
        for fact in thing.parts:
            part = self.knowledge.things.get(fact.attribute)
            if part is None or not self.knowledge.has(part, attribute):
                continue
            product = operate("*", [self.leaf(fact), self.term(part, attribute, picks, usage)], None)
            found = product if found is None else operate("+", [found, product], None)
        if found is None:
            raise self._unknown(thing, attribute)
        self._note_spec(thing, attribute, picks, found, usage)
        return found

    def _note_spec(self, thing: Thing, attribute: str, picks: Picks, found: Term, usage: Usage) -> None:
        """Keep the whole's own spec beside the sum over its parts, as a cross-check."""
        facts = self.knowledge.facts(thing, attribute)
        fitting = [fact for fact in facts if all(_picked(fact, pick) for pick in picks)]
        if fitting:
            chosen, _ = self.choose(thing, attribute, tuple(fitting), picks)
            usage.specs.append((chosen[0], found))

    def _chosen(self, thing: Thing, attribute: str, facts: tuple[Fact, ...], picks: Picks, usage: Usage) -> Term:
        chosen, assumed = self.choose(thing, attribute, facts, picks)
        fact = self.replaced.get(chosen[0], chosen[0])
        if len({f.when for f in facts}) > 1 and "default" in assumed + "".join(self.choices):
            usage.open_choices.append((thing, attribute))
        term = self.leaf(fact, assumed)
        usage.conflicts.extend((fact, other) for other in chosen if other is not fact and self._disagree(term, other))
        return term

    def _disagree(self, term: Term, other: Fact) -> bool:
        theirs = self.leaf(other)
        if theirs.dimension != term.dimension or term.leaf is None or theirs.leaf is None:
            return True
        return not term.leaf.range.meets(theirs.leaf.range)

    def leaf(self, fact: Fact, assumed: str = "") -> Term:
        """Return a fact as an input, per thing."""
        return fact_leaf(fact, self.knowledge, self.widths, assumed)

    def choose(self, thing: Thing, attribute: str, facts: tuple[Fact, ...], picks: Picks) -> tuple[list[Fact], str]:
        """Return the facts that are meant (of one set of qualifiers, best source first), and what was assumed."""
        name = f"{thing.key}.{attribute}"
        found = [fact for fact in facts if all(_picked(fact, pick) for pick in picks)]
        if not found:
            asked = ", ".join(value for _, value in picks)
            raise Problem("FC303", f"`{name}` is not known for {asked}", help=f"known: {_listed(facts)}")
        used: list[str] = []
        for key in sorted({k for fact in found for k, _ in fact.when}):
            found = self._narrow(found, key, used)
        if len({fact.when for fact in found}) > 1:
            raise Problem(
                "FC303", f"`{name}` has several values, and no default chooses", help=f"pick one: {_listed(found)}"
            )
        qualifiers = " ".join(value for _, value in found[0].when)
        if not qualifiers:
            return found, ""
        return found, f"{qualifiers}, {' and '.join(used)}" if used else qualifiers

    def _narrow(self, found: list[Fact], key: str, used: list[str]) -> list[Fact]:
        values = {dict(fact.when).get(key) for fact in found}
        if len(values) == 1:
            return found
        if key in self.choices:
            wanted: str | None = self.choices[key]
            why = "chosen"
        elif key == "date":
            wanted, why = self._latest([v for v in values if v]), "the latest"
        else:
            wanted, why = self.knowledge.defaults.get(key), "the pack's default"
        narrowed = [fact for fact in found if dict(fact.when).get(key) == wanted]
        if not narrowed and None in values:
            narrowed = [fact for fact in found if key not in dict(fact.when)]
        if narrowed and why not in used:
            used.append(why)
        return narrowed or found

    def _latest(self, dates: list[str]) -> str:
        """Return the latest date up to the article's, or the first one after it; dates are written year first."""
        before = [d for d in dates if not self.today or d <= self.today]
        return max(before) if before else min(dates)


def _picked(fact: Fact, pick: tuple[str, str]) -> bool:
    key, value = pick
    return any(v == value and key in ("", k) for k, v in fact.when)


def _listed(facts: Sequence[Fact]) -> str:
    rows = dict.fromkeys(" ".join(value for _, value in fact.when) or "(none)" for fact in facts)
    return "; ".join(f"`[{row.replace(' ', ', ')}]`" for row in rows)


def _address(url: str) -> str:
    """Return an address without scheme, `www.`, fragment and closing slash."""
    bare = url.strip().casefold().partition("#")[0].partition("://")
    return (bare[2] or bare[0]).removeprefix("www.").rstrip("/")
