"""Means and standard deviations of whole numbers: ``M = 3.45 (SD = 1.20), n = 25`` on a scale of 1 to 7.

What n whole numbers can have is coarse (GRIM, GRIMMER). Only a text that speaks of such numbers is held to it, and what
does not fit is asked about: answers may be missing, or several items may have been averaged.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate, Doubt, Given, Proposal
from factcheck.draft.equations.statistics.figures import NUMBER, Figure, figure
from factcheck.draft.equations.statistics.notation import MOST, plain
from factcheck.draft.text.passage import Passage, once
from factcheck.draft.words.cues import cue
from factcheck.source import Span

MEAN, DEVIATION, ON_SCALE, SPREAD = "granularity", "granularity-sd", "scale-mean", "scale-sd"
_APART = r"[\s,;()\[\]]{1,4}"
_SIZE = r"[nN]\s?=\s?(?P<{}>[1-9][0-9]{{0,5}})(?![0-9]|[.,][0-9])"
_GROUP = re.compile(
    rf"(?<![A-Za-z])(?:{_SIZE.format('n1')}{_APART})?(?:M|Mean|mean|均值|均数|平均分|平均数)\s?=\s?(?P<mean>{NUMBER})"
    rf"(?:{_APART}(?:SD|S\.D\.|标准差)\s?=\s?(?P<sd>{NUMBER}))?(?:{_APART}{_SIZE.format('n2')})?"
)
_ITEMS = re.compile(r"(?<![0-9a-z])([0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten)[\s-]items?(?![a-z])")
_RANGE = re.compile(
    r"(?P<scale>(?:scale|量表|评分)(?: ranging)? ?(?:from |of |\()?从?)?"
    r"(?<![0-9.])(?P<low>[0-9]{1,2}) ?(?:\([^()]{0,40}\) ?)?"
    r"(?:to|-|\u2013|至|到) ?(?P<high>[0-9]{1,3})(?![0-9.,]?[0-9])"
)
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SEVERAL = re.compile(r"(?<![a-z])(?:items|composite|averaged|subscales?)(?![a-z])|条目|题项|项目|维度")


class Group(NamedTuple):
    """A mean with its standard deviation, if that is told, the size of its group, and the items it is of.

    ``items`` is 0 where it is not known that the values are whole numbers; ``scale`` has the ends of the scale.
    """

    mean: Figure
    sd: Figure | None
    n: Figure
    items: int
    scale: tuple[int, int] | None
    extent: Span

    @property
    def is_fine(self) -> bool:
        """Whether the group is so large that any mean of so many digits can occur."""
        return self.n.value * self.items * self.mean.step >= 1

    @property
    def is_grained(self) -> bool:
        """Whether not every mean of so many digits can occur."""
        return self.items > 0 and self.mean.step < 1 and not self.is_fine


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose that the means and standard deviations of whole numbers are possible ones."""
    for found in groups(passage):
        if found.scale is not None:
            yield from _on_scale(found, *found.scale)
        if found.is_grained:
            yield _mean(found)
            if found.sd is not None and found.sd.step < 1 and found.items == 1:
                yield _deviation(found, found.sd)


@once
def groups(passage: Passage) -> tuple[Group, ...]:
    """Return the groups of a text whose values are whole numbers or on a scale with known ends, in order."""
    return tuple(islice(_groups(passage), MOST))


def _groups(passage: Passage) -> Iterator[Group]:
    text = plain(passage)
    for m in _GROUP.finditer(text):
        size = next((name for name in ("n1", "n2") if m[name]), "")
        block = passage.sentence_at(m.start()).block
        items, scale = (_items(passage, block), _scale(passage, block)) if size else (0, None)
        if items or scale:
            mean, n = (figure(text, Span(*m.span(name))) for name in ("mean", size))
            sd = figure(text, Span(*m.span("sd"))) if m["sd"] else None
            yield Group(mean, sd, n, items, scale, Span(*m.span()))


@once
def _words(passage: Passage, block: int) -> str:
    """Return the words of a paragraph in lower case."""
    sentences = [one.span for one in passage.sentences_of(block)]
    return passage.folded[sentences[0].start : sentences[-1].end]


@once
def _scale(passage: Passage, block: int) -> tuple[int, int] | None:
    """Return the ends of the only scale that a paragraph tells of: from 1 (not at all) to 7 (very much)."""
    ranges = list(_RANGE.finditer(_words(passage, block)))
    ends = {(int(m["low"]), int(m["high"])) for m in ranges}
    is_one = len(ends) == 1 and any(m["scale"] for m in ranges) and all(low < high for low, high in ends)
    return ends.pop() if is_one else None


@once
def _items(passage: Passage, block: int) -> int:
    """Return over how many items a mean is taken, by the words of its paragraph; 0 where that is not known."""
    words = _words(passage, block)
    if cue("statistics", "whole_numbers").search(words) is None:
        return 0
    told = {m[1] for m in _ITEMS.finditer(words)}
    if len(told) == 1:
        word = told.pop()
        return int(word) if word.isdigit() else 2 + _WORDS.index(word)
    return 0 if told or _SEVERAL.search(words) else 1


def _mean(found: Group) -> Proposal:
    inputs = (_size(found),)
    items = f", items={found.items}" if found.items > 1 else ""
    call = f"granularity{'_items' if items else ''}(n=n{items})"
    cut = Doubt("cut-off", Candidate(f"{call} = {found.mean.cut}", inputs))
    says = Candidate(f"{call} = {found.mean.rounded}", inputs)
    return Proposal(
        MEAN, found.mean.span, (says,), voice="deny", doubts=(cut, Doubt("whole-numbers")), extent=found.extent
    )


def _on_scale(found: Group, low: int, high: int) -> Iterator[Proposal]:
    """Propose that a mean lies on its scale, and that no standard deviation is larger than its ends allow."""
    doubts, mean = (Doubt("which-scale"),), Given("mean", found.mean.rounded, found.mean.span)
    inside = Candidate(f"mean in {low} to {high}", (mean,))
    yield Proposal(ON_SCALE, found.mean.span, (inside,), voice="deny", doubts=doubts, extent=found.extent)
    if found.sd is not None:
        least = (found.sd.value - found.sd.step / 2) if found.sd.value else found.sd.value
        call = f"largest_sd(mean=mean, low={low}, high={high}, n=n)"
        says = Candidate(f"{call} >= {found.sd._replace(value=least).bound}", (mean, _size(found)))
        yield Proposal(SPREAD, found.sd.span, (says,), voice="deny", doubts=doubts, extent=found.extent)


def _size(found: Group) -> Given:
    return Given("n", found.n.exact, found.n.span)


def _deviation(found: Group, sd: Figure) -> Proposal:
    """Propose a standard deviation, unless no whole numbers have the mean: then it says nothing."""
    inputs = (Given("mean", found.mean.exact, found.mean.span), _size(found))
    off = f"abs(mean * n - round(mean * n)) > {Figure(found.n.value * found.mean.step / 2, *found.n[1:]).exact}"
    call = "granularity_of_sd(mean=mean, n=n)"
    cut = Doubt("cut-off", Candidate(f"{call} = {sd.cut}", inputs))
    says = Candidate(f"{call} = {sd.rounded}", inputs)
    return Proposal(
        DEVIATION,
        sd.span,
        (says,),
        voice="deny",
        unless=(Candidate(off, inputs),),
        doubts=(cut, Doubt("whole-numbers")),
        extent=found.extent,
    )
