"""A draft while it is written: an edit is answered at once from the paragraphs around it, and exactly when asked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from factcheck.draft.text.written import written
from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftFinding, DraftInput, DraftNumber, DraftReport, DraftResult
from factcheck.model.report import FileReport
from factcheck.model.structure import Structure
from factcheck.proofread.claimed import over
from factcheck.proofread.draft import of_opened
from factcheck.proofread.kinds import CLAIM
from factcheck.proofread.opened import of_blocks, opened, seen
from factcheck.prose.view import View
from factcheck.quantity.languages import DEFAULT
from factcheck.source import Span

_AROUND = 600
"""So many characters before and behind an edit are read anew, and all of the paragraphs that they reach into.

In 1,109 published texts no number that was wrong or asked about rested on one farther off; of 350 findings 21 did, all
of them right: what is new among those is found when all of the text is read.
"""
_MOST = 0.5
"""Where more of the text than this would be read anew, all of it is."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What changed between two texts: ``start`` to ``end`` of the new one stands where ``start`` to ``old_end`` was."""

    start: int
    end: int
    old_end: int

    @classmethod
    def between(cls, old: str, new: str) -> "Edit":
        """Return the shortest stretch in which two texts differ."""
        start = _alike(old, new)
        rest = min(len(old), len(new)) - start
        same = _alike(old[len(old) - rest :][::-1], new[len(new) - rest :][::-1])
        return cls(start, len(new) - same, len(old) - same)

    def moved(self, start: int, end: int) -> Span | None:
        """Return where a stretch of the old text stands in the new one; None where the edit touches it."""
        if end <= self.start:
            return Span(start, end)
        by = self.end - self.old_end
        return Span(start + by, end + by) if start >= self.old_end else None


def _alike(first: str, second: str) -> int:
    """Return how many characters two texts have in common at their start."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if first[low:middle] == second[low:middle] else (low, middle - 1)
    return low


@dataclass(slots=True)
class Live:
    """A draft that changes. It is not safe to use from several threads at once.

    ``claims`` are the reports of claim files that quote it. ``structure`` is that of the document whose text is read
    first; it is changed as the text is.
    """

    engine: Engine
    path: str = ""
    markdown: bool = False
    sheet: bool = False
    lang: str | None = None
    claims: Sequence[FileReport] = ()
    structure: Structure | None = None
    report: DraftReport = field(init=False)
    _written: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Begin with nothing written."""
        self.report = DraftReport(self.path, "", DEFAULT)

    def whole(self, text: str | None = None) -> DraftReport:
        """Return the report on the draft (as it is now, or a new text of it), all of it read."""
        text = self.report.text if text is None else text
        self._follow(Edit.between(self.report.text, text))
        return self._read(text)

    def _read(self, text: str) -> DraftReport:
        units, structure = self.engine.knowledge.units, self.structure
        draft = opened(text, units, markdown=self.markdown, sheet=self.sheet, structure=structure, lang=self.lang)
        self._written = draft.passage.written
        self.report = of_opened(draft, text, self.engine, self.path, self.claims)
        return self.report

    def edit(self, text: str) -> DraftReport:
        """Return a report on a new text of the draft; only the paragraphs around what changed are read anew.

        What is said of them may lack what they have from further off, and what is wrong with comments is told as
        before: `whole` says it all. Findings elsewhere are those of the last report, at their new places.
        """
        if text == self.report.text:
            return self.report
        change = Edit.between(self.report.text, text)
        self._follow(change)
        view = seen(text, markdown=self.markdown, sheet=self.sheet, structure=self.structure)
        which = _around(view, change)
        blocks = view.blocks[which]
        if not blocks or blocks[-1].end - blocks[0].start > _MOST * len(view.text):
            return self._read(text)
        draft = of_blocks(view, self.engine.knowledge.units, which, lang=self.lang, sheet=self.sheet)
        draft.passage.written = self._written if which.start else written(text, draft.passage)
        found = of_opened(draft, text, self.engine, self.path)
        edited = Span(view.span(blocks[0]).start, view.span(blocks[-1]).end)
        self.report = _merged(self.report, found, change, edited)
        return self.report

    def _follow(self, change: Edit) -> None:
        """Let the structure follow an edit; of a text that was taken away as a whole it is none any more."""
        if self.structure is not None and self.report.text:
            structure = self.structure.edited(change.start, change.old_end, change.end)
            self.structure = structure if structure.blocks else None


def _around(view: View, change: Edit) -> slice:
    """Return which blocks to read anew: those near a change, and tables as a whole."""
    places = [view.span(block) for block in view.blocks]
    first = bisect_left(places, change.start - _AROUND, key=lambda place: place.end)
    last = bisect_right(places, change.end + _AROUND, key=lambda place: place.start)
    starts = [block.start for block in view.blocks]
    for table in view.tables:
        cells = [cell for row in table for cell in row if cell.end > cell.start]
        if cells:
            top, bottom = bisect_left(starts, cells[0].start), bisect_right(starts, cells[-1].start)
            if top < last and first < bottom:
                first, last = min(first, top), max(last, bottom)
    return slice(first, last)


def _merged(old: DraftReport, new: DraftReport, change: Edit, edited: Span) -> DraftReport:
    """Return the new report on the edited stretch, with the old one on all else."""
    kept = [one for one in _moved(old.findings, change) if not _within(one, edited) or _rests_on(one, edited)]
    taken = {(one.start, one.end) for one in new.findings}
    others = [one for one in kept if one.kind != CLAIM and (one.start, one.end) not in taken]
    return replace(
        new,
        language=old.language,
        findings=over([one for one in kept if one.kind == CLAIM], [*new.findings, *others]),
        numbers=tuple(sorted(_numbers(old, new, change, edited, kept), key=lambda one: one.start)),
        names_and_dates=old.names_and_dates,
        diagnostics=old.diagnostics,
    )


def _moved(findings: Iterable[DraftFinding], change: Edit) -> Iterable[DraftFinding]:
    """Yield findings at their new places, but for those that the change touches, or that rest on what it touches."""
    for one in findings:
        place = change.moved(one.start, one.end)
        given = [_moved_input(item, change) for item in one.given]
        if place is not None and None not in given:
            inputs = tuple(item for item in given if item is not None)
            yield replace(one, start=place.start, end=place.end, given=inputs, result=_moved_result(one, change))


def _moved_result(one: DraftFinding, change: Edit) -> DraftResult | None:
    if one.result is None:
        return None
    place = change.moved(one.result.start, one.result.end)
    return place and replace(one.result, start=place.start, end=place.end)


def _moved_input(one: DraftInput, change: Edit) -> DraftInput | None:
    if one.start is None or one.end is None:
        return one
    place = change.moved(one.start, one.end)
    return place and replace(one, start=place.start, end=place.end)


def _within(one: DraftFinding, edited: Span) -> bool:
    return edited.start <= one.start and one.end <= edited.end


def _rests_on(one: DraftFinding, edited: Span) -> bool:
    """Whether a finding has what a look at the stretch alone cannot find: numbers from outside, or a claim."""
    placed = [item.start for item in one.given if item.start is not None]
    return one.kind == CLAIM or any(not edited.start <= start < edited.end for start in placed)


def _numbers(
    old: DraftReport, new: DraftReport, change: Edit, edited: Span, kept: Sequence[DraftFinding]
) -> Iterable[DraftNumber]:
    """Yield the numbers: those of the stretch as read anew, and as they were where an old finding stands."""
    judged = {(one.start, one.end) for one in kept}
    known = {}
    for one in old.numbers:
        place = change.moved(one.start, one.end)
        if place is not None:
            known[place] = replace(one, start=place.start, end=place.end)
    yield from (one for place, one in known.items() if not edited.start <= place.start < edited.end)
    for one in new.numbers:
        place = Span(one.start, one.end)
        yield known[place] if one.status == "uncovered" and place in judged and place in known else one
