"""Which parts of a draft are shown: the sentences of what is reported and of what it was judged by, or all lines."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.report.drafts.excerpt import Window, sentence
from factcheck.report.drafts.places import Places


def windows(draft: DraftReport, reported: Iterable[DraftFinding], places: Places) -> list[Window]:
    """Return the sentences of findings and of their inputs, in the order of the text, each once."""
    spans = [span for found in reported for span in _spans(found)]
    return _merged(sorted(window for span in spans for window in _around(draft.text, span, places)))


def every_line(draft: DraftReport, places: Places) -> list[Window]:
    """Return all lines that are not empty."""
    lines = enumerate(zip(places.starts, places.stops, strict=True), 1)
    return [Window(n, start, stop, (start, stop)) for n, (start, stop) in lines if draft.text[start:stop].strip()]


def _spans(found: DraftFinding) -> Iterator[tuple[int, int]]:
    yield found.start, found.end
    for one in found.given:
        if one.start is not None and one.end is not None:
            yield one.start, one.end


def _around(text: str, span: tuple[int, int], places: Places) -> Iterator[Window]:
    """Yield the window of a place; of one that is broken over lines, one in each."""
    start, end = span
    while start < end:
        line = places.line(start)
        stop = min(end, max(line[1], start + 1))
        yield Window(places.of(start)[0], *sentence(text, line, start, stop), line)
        start = max(stop, line[1]) + 1


def _merged(found: Sequence[Window]) -> list[Window]:
    """Join windows of a line that touch; a blank between them is no gap."""
    merged: list[Window] = []
    for window in found:
        last = merged[-1] if merged else None
        if last is not None and last.line == window.line and window.start <= last.end + 1:
            merged[-1] = last._replace(end=max(last.end, window.end))
        else:
            merged.append(window)
    return merged
