"""The time between two dates that a text names: in 1969 … in 2003, 34 years later; 2009年动工，2018年开放，用了九年."""

from collections.abc import Iterator

from factcheck.draft.cues import cue
from factcheck.draft.dates import When, whens
from factcheck.draft.literal import stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal

_SPANS = frozenset({"year", "month", "week", "day", "decade"})
_LONG = frozenset({"year", "decade"})
_BACK, _AHEAD = 2, 1


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each duration that a text ties to two dates."""
    for item in passage.items:
        if item.mention.measure.name not in _SPANS:
            continue
        firm = _tied(passage, item, "behind", "before")
        if firm or _tied(passage, item, "weak_behind", "weak_before"):
            found = _dates(passage, item)
            if found is not None:
                sure = firm or item.mention.measure.name in _LONG
                yield Proposal("duration", item.mention.span, (_candidate(item, *found),), firm=sure)


def _tied(passage: Passage, item: Item, behind: str, before: str) -> bool:
    return bool(
        cue("duration", behind).match(passage.after(item, 40).lstrip())
        or cue("duration", before).search(passage.before(item, 24))
    )


def _dates(passage: Passage, item: Item) -> tuple[When, When] | None:
    """Return the two dates around a duration; None where the text names more than two, or only one."""
    sentences = passage.sentences
    for back, ahead in ((0, 0), (1, 0), (_BACK, 0), (1, _AHEAD)):
        near = sentences[max(0, item.sentence - back) : item.sentence + ahead + 1]
        found = [date for sentence in near for date in whens(sentence.asides) if not _cited(passage, date)]
        distinct = sorted(set(found))
        if len(distinct) == 2:  # noqa: PLR2004 - a start and an end
            return distinct[0], distinct[1]
        if len(distinct) > 2:  # noqa: PLR2004
            return None
    return None


def _cited(passage: Passage, date: When) -> bool:
    """Whether a year stands in brackets behind a name: (Freed et al., 2001)."""
    before = passage.text[max(0, date.span.start - 40) : date.span.start]
    opened = max(before.rfind("("), before.rfind("["))
    return opened > max(before.rfind(")"), before.rfind("]")) and any(c.isalpha() for c in before[opened:])


def _candidate(item: Item, start: When, end: When) -> Candidate:
    return Candidate(f"duration(start={start.literal}, end={end.literal}) = {stated(item)}")
