"""The whole story of one claim: the words, the formula, every input with its source, what else was tried."""

from collections.abc import Iterator
from decimal import Decimal

from factcheck.model.report import Contradiction, Outcome, Report, Step
from factcheck.report.blocks import outcome_block
from factcheck.report.conflicts import contradiction_block
from factcheck.report.inert import inert
from factcheck.report.layout import EMPTY, Cell, Line, Segment, indent, paragraph, plain, table
from factcheck.report.summary import outcomes

WIDTH = 80
BAR = 20
MARK = "█"


def find(report: Report, claim: str) -> Outcome | None:
    """Return the outcome of a claim by its id."""
    return next((outcome for outcome in outcomes(report) if outcome.id == claim), None)


def render(report: Report, outcome: Outcome, *, latex: bool = False, width: int = WIDTH) -> str:
    """Return the story of a claim as plain text."""
    return plain(lines(report, outcome, latex=latex, width=width))


def lines(report: Report, outcome: Outcome, *, latex: bool = False, width: int = WIDTH) -> Iterator[Line]:
    """Yield the story in styled lines: the report's block first, then what it leaves out."""
    yield from outcome_block(outcome, width)
    yield from _formula(outcome, width, latex=latex)
    yield from _inputs(outcome, width)
    yield from _influences(outcome, width)
    yield from _cures(outcome, width)
    for contradiction in _of_claim(report, outcome):
        yield EMPTY
        yield from contradiction_block(contradiction, width)


def _title(text: str) -> Iterator[Line]:
    yield EMPTY
    yield (Segment(text, "label"),)


def _formula(outcome: Outcome, width: int, *, latex: bool) -> Iterator[Line]:
    if not outcome.formula:
        return
    yield from _title("The formula")
    yield from paragraph(indent(2), inert(outcome.formula), width, under=indent(4))
    yield from paragraph(indent(2), inert(outcome.substituted), width, under=indent(4))
    if latex:
        yield from paragraph(indent(2), inert(outcome.latex), width, under=indent(4))


def _inputs(outcome: Outcome, width: int) -> Iterator[Line]:
    """Write each input once: value, where its range comes from, source."""
    leaves = list({(leaf.name, leaf.assumed): leaf for leaf in _leaves(outcome.derivation)}.values())
    if not leaves:
        return
    yield from _title("The inputs")
    for leaf in leaves:
        value = leaf.value.text if leaf.value else "no value"
        origin = f"; {leaf.value.origin}" if leaf.value and leaf.value.origin else ""
        assumed = f" [{leaf.assumed}]" if leaf.assumed else ""
        yield from paragraph(indent(2), inert(f"{leaf.name}{assumed} = {value}{origin}"), width, under=indent(4))
        yield from _source(leaf, width)


def _source(leaf: Step, width: int) -> Iterator[Line]:
    if leaf.source is None:
        return
    for source in (leaf.source, *leaf.source.also):
        status = source.status if source.status != "confirmed" else ""
        parts = [source.title, source.page_text, source.date, source.tier, status, source.url, source.accessed_text]
        yield from paragraph(indent(6), inert(" · ".join(part for part in parts if part)), width, "faint")
        if source.quote:
            yield from paragraph(indent(6), inert(f"“{source.quote}”"), width, "faint")


def _leaves(step: Step | None) -> Iterator[Step]:
    if step is None:
        return
    if not step.children:
        yield step
    for child in step.children:
        yield from _leaves(child)


def _influences(outcome: Outcome, width: int) -> Iterator[Line]:
    """Draw a bar for each input: by how many per cent the result moves for one per cent of it."""
    if not outcome.influences:
        return
    yield from _title("What moves the result (per cent for one per cent of the input)")
    sizes = [abs(Decimal(influence.elasticity.replace(",", ""))) for influence in outcome.influences]
    most = max(sizes) or Decimal(1)
    rows = [
        (Cell(inert(one.name)), Cell(f"{one.elasticity:>7}"), Cell(MARK * round(BAR * size / most) or "·", "mark"))
        for one, size in zip(outcome.influences, sizes, strict=True)
    ]
    yield from table(rows, width, 2)


def _cures(outcome: Outcome, width: int) -> Iterator[Line]:
    """Write what would have to be true, and the slips that would explain a failure."""
    if outcome.requirements:
        yield from _title("What would have to be true (one of these)")
        for requirement in outcome.requirements:
            yield from paragraph(indent(2), inert(requirement.text), width, under=indent(4))
    if outcome.verdict in {"fail", "borderline"}:
        yield from _title("Slips that would explain it")
        for slip in outcome.slips:
            yield from paragraph(indent(2), inert(f"{slip.text} [{slip.name}]"), width, under=indent(4))
            yield from paragraph(indent(6), inert(slip.corrected), width, "faint")
        if not outcome.slips:
            yield from paragraph(indent(2), "none of the known slips does, beyond chance", width)


def _of_claim(report: Report, outcome: Outcome) -> Iterator[Contradiction]:
    for file in report.files:
        for contradiction in file.contradictions:
            if outcome.id in contradiction.claims:
                yield contradiction
