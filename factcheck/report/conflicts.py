"""Contradictions inside an article, and mentions that agree, for the text report."""

from collections.abc import Iterable, Iterator

from factcheck.model.report import Contradiction, Report
from factcheck.report.blocks import suppressed_by, told
from factcheck.report.inert import inert, quoted
from factcheck.report.layout import EMPTY, Line, Segment, few, indent, paragraph

TITLE = "Contradictions inside the article:"


def contradictions(report: Report, *, agreeing: bool) -> list[Contradiction]:
    """Return the contradictions of a report, those first that cannot hold.

    ``agreeing`` adds mentions that agree, and contradictions that are ignored.
    """
    all_of_them = (contradiction for file in report.files for contradiction in file.contradictions)
    found = [contradiction for contradiction in all_of_them if agreeing or not contradiction.suppressed]
    clashing = [contradiction for contradiction in found if not contradiction.agrees]
    return clashing + [contradiction for contradiction in found if contradiction.agrees and agreeing]


def contradiction_blocks(report: Report, width: int, *, agreeing: bool, limit: int | None = None) -> Iterator[Line]:
    """Write each contradiction once, with all its places; not more than ``limit``."""
    found = contradictions(report, agreeing=agreeing)
    if not found:
        return
    yield EMPTY
    yield from paragraph((), TITLE, width, "label", indent(2))
    for contradiction in few(found, limit):
        yield EMPTY
        yield from contradiction_block(contradiction, width)


def contradiction_block(contradiction: Contradiction, width: int) -> Iterator[Line]:
    """Write one contradiction: what it is, then where."""
    head = "agreement" if contradiction.agrees else f"contradiction[{contradiction.code}]"
    lead = (Segment(head, "good" if contradiction.agrees else "doubt"), Segment(": "))
    yield from paragraph(lead, inert(contradiction.text), width, under=indent(4))
    for place, claim, quote in _places(contradiction):
        words = f"  {quoted(quote)}" if quote else ""
        yield from paragraph(indent(2), inert(f"{place}  {claim}") + words, width, "place", indent(4))
    if contradiction.suppressed:
        label = Segment(f"  = {suppressed_by(contradiction.suppressed)}: ", "label")
        yield from paragraph((label,), inert(told(contradiction.suppressed)), width, under=indent(4))
    for note in contradiction.notes:
        yield from paragraph((Segment("  = ", "gutter"),), inert(note), width, under=indent(4))


def _places(contradiction: Contradiction) -> Iterable[tuple[str, str, str]]:
    places = (f"{at.path}:{at.line}:{at.column}" for at in contradiction.positions)
    return zip(places, contradiction.claims, contradiction.quotes, strict=True)
