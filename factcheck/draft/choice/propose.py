"""What is said of the numbers of a text by the rules of packs: proposals for the engine, which judges them."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from factcheck.draft.choice import direction, headline
from factcheck.draft.choice.accuse import accusations, is_excused
from factcheck.draft.choice.columns import slips
from factcheck.draft.choice.doubt import doubts
from factcheck.draft.choice.explain import Explanation, chosen, explanations
from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.constructed import constructed
from factcheck.draft.equations.proposal import Proposal, Voice
from factcheck.draft.equations.schema import Schema
from factcheck.draft.equations.statement import statement
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.words.constructions import constructions
from factcheck.draft.words.records import trusted


def propose(layout: Layout, schemas: Sequence[Schema]) -> Iterator[Proposal]:
    """Propose one explanation for each number that has one, then what is wrong or worth a look."""
    by_rule = {schema.rule: schema for schema in schemas}
    sentences = layout.passage.sentences
    languages = {sentence.language for sentence in sentences if sentence.items}
    rows = [row for language in sorted(languages) for row in constructions(language)]
    rows += [row for schema in schemas for row in schema.rows if row.language in languages]
    found = constructed(rows, by_rule, layout.line, layout.by_start)
    stated = [one for one in found if sentences[one.candidate.target.sentence].language == one.row.language]
    ways = explanations(layout, schemas, stated)
    accused = list(accusations(layout, stated, ways, trusted().union(*(schema.trusted for schema in schemas))))
    wrong = {one.candidate.target.index for one in accused}
    told = list(chosen({index: _without(known, wrong) for index, known in ways.items() if index not in wrong}))
    beside = [one for one in slips(layout, told) if one.target.index not in wrong]
    beside = [one for one in beside if not is_excused(layout, one, ways)]
    settled = wrong | {part.index for one in told for part in (one.candidate.target, *one.candidate.operands)}
    yield from (_proposal(one.candidate, "verify", one.row) for one in told)
    for doubtful in accused:
        yield _proposal(doubtful.candidate, "accuse" if doubtful.sure else "ask", doubtful.row)
    for candidate in (*beside, *doubts(layout, schemas, ways, settled | {one.target.index for one in beside})):
        yield _proposal(candidate, "ask", "")
    doubted = {part.index for one in accused for part in one.candidate.operands}
    yield from direction.propose(layout, doubted)
    yield from headline.propose(layout, wrong)


def _without(known: Sequence[Explanation], wrong: AbstractSet[int]) -> Sequence[Explanation]:
    """Return the explanations of a number that rest on none of those that are called wrong, or asked about."""
    return [one for one in known if wrong.isdisjoint(operand.index for operand in one.candidate.operands)]


def _proposal(candidate: Candidate, voice: Voice, row: str) -> Proposal:
    target = candidate.target.item.mention.span
    return Proposal(candidate.schema.kind, target, (statement(candidate),), voice=voice, row=row)
