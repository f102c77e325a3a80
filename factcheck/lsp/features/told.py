"""What reports and packs know of a number, a claim or a name, as Markdown in which text stays text."""

from collections.abc import Iterable, Iterator

from factcheck.diagnostics import Problem
from factcheck.engine.questions import catalogue, inquire
from factcheck.engine.questions.inquire import KnownFact
from factcheck.engine.resolve.setting import Engine
from factcheck.model.catalogue import KnownRule, KnownUnit
from factcheck.model.claim import Premise
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.model.report import Citation, Outcome
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.remarks import remarks, sources
from factcheck.report.issues import details
from factcheck.report.markup import code, escaped, link, prose

FACTS = 12
"""So many facts of a thing are told at once."""


def of_finding(one: DraftFinding, report: DraftReport) -> Iterator[str]:
    """Yield the lines on a number of a draft: the verdict, what is wrong, how it was derived, from which sources."""
    table = phrases(report.language)
    labels = table["labels"]
    verdict = labels.get("ignored" if one.ignored else one.verdict, one.verdict)
    yield f"**{escaped(verdict)}** `{one.code}` {prose(one.message)}"
    for label, text in remarks(one, table, verbose=True):
        yield f"- {escaped(labels[label])}: {prose(text)}"
    for source in sources(one.outcome.derivation):
        yield f"- {escaped(labels['source'])}: {cited(source)}"


def of_outcome(one: Outcome) -> Iterator[str]:
    """Yield the lines on a claim: the verdict, how it was derived, from which sources, what would have to be true."""
    named = f" `{one.code}`" if one.code else ""
    yield f"**{one.verdict}**{named} {prose(one.headline or one.exempt)}"
    for line in details(one):
        yield f"- {prose(line)}"
    for source in sources(one.derivation):
        yield f"- source: {cited(source)}"


def cited(source: Citation) -> str:
    """Return a source with a link, its date, its page, and its words."""
    parts = [escaped(part) for part in (source.date, source.page_text, source.tier) if part]
    words = f": {escaped(source.quote)}" if source.quote else ""
    return f"{', '.join([link(source.title, source.url), *parts])}{words}"


def of_thing(name: str, engine: Engine) -> Iterator[str]:
    """Yield the lines on a thing: its names, what it is made of, its facts."""
    try:
        known = inquire.thing(name, engine)
    except Problem:
        return
    names = f" ({', '.join(map(escaped, known.names))})" if known.names else ""
    yield f"**{escaped(known.key)}**{names}"
    if known.note:
        yield prose(known.note)
    yield from (f"- made of {escaped(part)}" for part in known.parts)
    for fact in known.facts[:FACTS]:
        yield f"- {escaped(fact.attribute)}{_value(fact)}"
    if len(known.facts) > FACTS:
        yield f"- … {len(known.facts) - FACTS:,} more: `factcheck facts {escaped(known.key)}`"


def of_attribute(thing: str, attribute: str, engine: Engine) -> Iterator[str]:
    """Yield the lines on an attribute of a thing: each fact with its source and its words."""
    try:
        known = inquire.thing(thing, engine)
    except Problem:
        return
    facts = [fact for fact in known.facts if fact.attribute == attribute]
    if facts:
        yield f"**{escaped(known.key)}.{escaped(attribute)}**"
    for fact in facts[:FACTS]:
        words = f": {escaped(fact.quote)}" if fact.quote else ""
        yield f"-{_value(fact)}"
        yield f"  {link(fact.source, fact.url)}{words}"


def _value(fact: KnownFact) -> str:
    qualifiers = f" \\[{escaped(fact.qualifiers)}\\]" if fact.qualifiers else ""
    around = f" ({escaped(fact.range)})" if fact.range else ""
    status = f" ({escaped(fact.status)})" if fact.status != "confirmed" else ""
    return f"{qualifiers} = {escaped(fact.value)}{around}{status}"


def of_rule(name: str, engine: Engine) -> Iterator[str]:
    """Yield the lines on a rule or function: its equation, its symbols, an example, where it is from."""
    found = rule(name, engine)
    if found is None:
        return
    yield f"**{escaped(found.id)}** {escaped(found.title)}"
    yield code(found.equation)
    yield from (f"- {code(symbol)}: {escaped(kind)}" for symbol, kind in found.symbols)
    if found.example:
        yield f"- {code(found.example)}"
    if found.cite:
        yield f"- source: {escaped(found.cite)}"


def rule(name: str, engine: Engine) -> KnownRule | None:
    """Return a rule or function by its name."""
    try:
        return catalogue.rule(name, engine)
    except Problem:
        return None


def of_unit(name: str, engine: Engine) -> Iterator[str]:
    """Yield the lines on a unit: what it measures, what one of it is, its names."""
    try:
        found: Iterable[KnownUnit] = catalogue.units_like(name, engine)[:1]
    except Problem:
        return
    for one in found:
        yield f"**{escaped(one.name)}** {escaped(one.measures)}"
        yield f"- {escaped(one.equals)}"
        if one.names:
            yield f"- also: {escaped(' · '.join(one.names))}"


def of_premise(one: Premise) -> Iterator[str]:
    """Yield the lines on a premise: its value, the words it is from, the place in the data."""
    yield f"**{escaped(one.name)}** = {escaped(one.value.value) if one.value else 'unknown'}"
    if one.quote:
        yield f"- “{escaped(one.quote)}”"
    if one.data is not None:
        line = f", line {one.data.line}" if one.data.line else ""
        yield f"- {code(one.data.file)} {escaped(one.data.where)}{line}"
    if one.note:
        yield f"- {prose(one.note)}"
