"""The verdict under other choices: other qualifiers than the defaults, other sources, the other order of a ratio."""

from collections.abc import Iterator, Mapping

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.calendar import CHOICES, has_years, with_year
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.verdict.statement import Judged, by_customs, judge_other_order, judge_statement
from factcheck.engine.wording.headline import derived_text, distance
from factcheck.language.tree import Binary, Statement
from factcheck.model.pack import Fact
from factcheck.model.report import Alternative

MAX_ALTERNATIVES = 12


def alternatives(statement: Statement, names: ClaimNames, engine: Engine, best: Judged) -> tuple[Alternative, ...]:
    """Return the verdict for each other choice that the claim leaves open."""
    found: list[Alternative] = []
    for choices in _choices(engine, best):
        found.extend(_try(" ".join(choices.values()), statement, names, engine, choices, {}))
    for used, other in dict.fromkeys(best.usage.conflicts if best.usage else []):
        source = engine.knowledge.source(other)
        label = f"{other.thing}.{other.attribute} = {other.value.value} ({source.title if source else other.source})"
        found.extend(_try(label, statement, names, engine, {}, {used: other}))
    found.extend(_other_derivations(statement, names, engine, best))
    found.extend(_years(statement, names, engine, best))
    found.extend(_customs(statement, names, engine, best))
    return (*_order(statement, names, engine, best), *found[:MAX_ALTERNATIVES])


def _other_derivations(statement: Statement, names: ClaimNames, engine: Engine, best: Judged) -> Iterator[Alternative]:
    """Yield the derivations that a search found equally short."""
    for pick, formula in enumerate(best.usage.derivations[1:] if best.usage else [], 1):
        judged = judge_statement(statement, names, engine, pick=pick)
        derived = derived_text(judged.comparison, judged.value)
        yield Alternative(f"equally short: {formula}", judged.found.verdict, derived)


def _years(statement: Statement, names: ClaimNames, engine: Engine, best: Judged) -> Iterator[Alternative]:
    """Yield another length of the year where it would change the verdict."""
    for label, seconds in CHOICES.items() if has_years(statement) else ():
        for other in _try(label, with_year(statement, seconds), names, engine, {}, {}):
            if other.verdict != best.found.verdict:
                yield other


def _customs(statement: Statement, names: ClaimNames, engine: Engine, best: Judged) -> Iterator[Alternative]:
    """Yield what does not hold by any custom as the others read it: imperial gallons, long tons."""
    if best.found.verdict == "pass" or best.reading:
        return
    for judged in by_customs(statement, names, engine, best):
        yield Alternative(judged.reading, judged.found.verdict, _with_distance(judged))


def _order(statement: Statement, names: ClaimNames, engine: Engine, best: Judged) -> Iterator[Alternative]:
    node = statement.derived
    if not best.comparison.ratio or not isinstance(node, Binary):
        return
    judged = judge_other_order(statement, names, engine)
    text = statement.text
    swapped = f"{text[node.right.span.start : node.right.span.end]} : {text[node.left.span.start : node.left.span.end]}"
    yield Alternative(
        f"the other order, {swapped}", judged.found.verdict, derived_text(judged.comparison, judged.value)
    )


def _choices(engine: Engine, best: Judged) -> Iterator[Mapping[str, str]]:
    """Yield other sets of qualifiers of the facts that were chosen by default, in the order of the packs."""
    seen: set[tuple[tuple[str, str], ...]] = set()
    defaults = engine.knowledge.defaults
    for thing, attribute in best.usage.open_choices if best.usage else []:
        facts = [fact for fact in thing.facts if fact.attribute == attribute]
        for fact in facts:
            when = {key: value for key, value in fact.when if key in defaults}
            full = (
                tuple(sorted({**defaults, **when}.items()))
                if "sparsity" in when or len(when) == len(fact.when)
                else tuple(sorted(when.items()))
            )
            if full in seen or all(defaults.get(key) == value for key, value in when.items()):
                continue
            seen.add(full)
            yield dict(full)


def _try(
    label: str,
    statement: Statement,
    names: ClaimNames,
    engine: Engine,
    choices: Mapping[str, str],
    replaced: Mapping[Fact, Fact],
) -> Iterator[Alternative]:
    try:
        judged = judge_statement(statement, names, engine, choices, replaced)
    except Problem:
        return
    note = "a loose bound" if "loose" in judged.found.remarks else ""
    yield Alternative(label, judged.found.verdict, _with_distance(judged), note)


def _with_distance(judged: Judged) -> str:
    far = distance(judged.comparison, judged.value, judged.found)
    return f"{derived_text(judged.comparison, judged.value)}{far}"
