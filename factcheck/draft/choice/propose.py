"""What is said of the numbers of a text by the rules of packs: proposals for the engine, which judges them."""

from collections.abc import Iterator, Sequence

from factcheck.draft.choice import headline
from factcheck.draft.choice.accuse import accusations
from factcheck.draft.choice.doubt import doubts
from factcheck.draft.choice.explain import chosen, explanations
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
    languages = {sentence.language for sentence in layout.passage.sentences if sentence.items}
    rows = [row for language in sorted(languages) for row in constructions(language)]
    stated = list(constructed(rows, by_rule, layout.line, layout.by_start))
    ways = explanations(layout, schemas, stated)
    found = list(accusations(layout, stated, ways, trusted()))
    wrong = {accused.candidate.target.index for accused in found}
    for one in chosen({index: known for index, known in ways.items() if index not in wrong}):
        yield _proposal(one.candidate, "verify", one.row)
    for accused in found:
        yield _proposal(accused.candidate, "accuse" if accused.sure else "ask", accused.row)
    for candidate in doubts(layout, schemas, ways, wrong):
        yield _proposal(candidate, "ask", "")
    yield from headline.propose(layout)


def _proposal(candidate: Candidate, voice: Voice, row: str) -> Proposal:
    target = candidate.target.item.mention.span
    return Proposal(candidate.schema.kind, target, (statement(candidate),), voice=voice, row=row)
