"""Estimates with their confidence intervals: ``OR 1.8 (95 % CI 1.1 to 2.9; P = 0.02)``.

An estimate outside its interval is wrong. How far from the middle it lies, and which p the interval has, depend on how
it was made (exact, by profile likelihood, bootstrapped), so that what does not fit is asked about, and only where it is
far off.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Literal, NamedTuple

from factcheck.draft.equations.proposal import Candidate, Doubt, Given, Proposal
from factcheck.draft.equations.statistics.figures import MINUS, Figure, figure
from factcheck.draft.equations.statistics.notation import MOST, closed, p_behind, plain
from factcheck.draft.text.passage import Passage, once
from factcheck.draft.words.cues import cue
from factcheck.source import Span

INSIDE, CENTRE, P = "interval-inside", "interval-centre", "interval-p"
_NUMBER = r"(?:[0-9]{0,6}\.[0-9]{1,6}|[0-9]{1,6})(?![0-9]|\.[0-9])"
_LEVEL = re.compile(r"(?<![0-9.])(?P<level>90|95|99)(?:\.0)?\s?%?[\s-]?(?:的)?$")
_ENDS = re.compile(
    rf"\s?[,:;=为是]?\s?(?:of |was |is |from )?[(\[]?\s?(?P<minus>[{MINUS}]?)(?P<low>{_NUMBER})\s?%?"
    rf"\s?(?:to|and|至|到|[-\u2013\u2014\u2212~\u301c,;])\s?(?P<sign>[{MINUS}]?)(?P<high>{_NUMBER})(?P<percent>\s?%)?\s?[)\]]?"
)
_ESTIMATE = re.compile(
    rf"(?<![0-9.,A-Za-z])(?P<sign>[{MINUS}]?)(?P<value>{_NUMBER})(?P<percent>\s?%)?(?:\s[A-Za-z/·]{{1,12}}){{0,2}}\s?[,;:]?\s?[(\[]?\s?$"
)
_NO_ESTIMATE = re.compile(r"(?<![A-Za-z])(?:p|P|SD|SEM?|t|F|r|z|Z|n|N|df)\s?[=<>]?\s?$")
_BEFORE = 48
_APART = re.compile(r"[\s,:;=()\[\]]{0,4}(?:(?:was|is|of|为|是|for)\s?)?(?:\([A-Za-z]{1,4}\)\s?[=:,]?\s?)?")
_OF_OTHER = re.compile(r"\s?(?:for|by)\b")
"""Behind a p that is not of the interval: P < 0.001 for noninferiority."""
_SIZE = 4
_SHORT = 4
_CENTRAL = "in 0.25 to 0.75"
LEVEL = Fraction(1, 20)
_FAR_SIDE = {"significant": "<= 0.10", "not significant": "> 0.02"}
"""What the interval may say of p where the text calls it significant, or not: another test may be behind p."""

Scale = Literal["ratio", "difference", ""]


class Estimate(NamedTuple):
    """An estimate with the ends of its interval; ``scale`` is that on which it lies in the middle, if known.

    Without a name before it (``is_named``) it may be another number that stands before the interval.
    """

    scale: Scale
    is_named: bool
    value: Figure
    low: Figure
    high: Figure
    level: int
    p: tuple[Figure, Span] | None
    extent: Span

    @property
    def inputs(self) -> tuple[Given, ...]:
        """The ends as inputs of a rule."""
        return (Given("low", self.low.rounded, self.low.span), Given("high", self.high.rounded, self.high.span))


@once
def estimates(passage: Passage) -> tuple[Estimate, ...]:
    """Return the estimates of a text that have a confidence interval, in order."""
    return tuple(islice(_estimates(passage), MOST))


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose that each estimate lies in its interval and in the middle of it, and that the interval has its p."""
    for found in estimates(passage):
        yield from _inside(found)
        if found.scale:
            yield from _centre(found)
            yield from _p(found)


def _estimates(passage: Passage) -> Iterator[Estimate]:
    text = plain(passage)
    for m in cue("statistics", "interval").finditer(passage.folded):
        level, ends = _LEVEL.search(text[max(0, m.start() - 8) : m.start()]), _ENDS.match(text, m.end())
        if level and ends:
            start = max(0, m.start() - 8) + level.start()
            found = _estimate(passage, text, Span(start, m.end()), int(level["level"]), ends)
            if found is not None:
                yield found


def _estimate(passage: Passage, text: str, said: Span, level: int, ends: re.Match[str]) -> Estimate | None:
    first = max(0, said.start - _BEFORE)
    m = _ESTIMATE.search(text[first : said.start])
    low, high = (
        figure(text, Span(*ends.span(name)), sign=ends[sign]) for name, sign in (("low", "minus"), ("high", "sign"))
    )
    if m is None or low.value >= high.value:
        return None
    value = figure(text, Span(first + m.start("value"), first + m.end("value")), sign=m["sign"])
    scale, start = _scale(passage, text, first + m.start())
    shares = bool(m["percent"] and ends["percent"])
    if not scale and not shares and not _is_alike(text[first : said.start], m.start(), value, (low, high)):
        return None
    is_named = bool(scale)
    if passage.sentence_at(start) != passage.sentence_at(ends.end() - 1):
        return None
    if scale == "ratio" and low.value <= 0:
        scale = ""
    mirrored = low.value <= -value.value <= high.value and not low.value <= value.value <= high.value
    if mirrored or bool(m["percent"]) != bool(ends["percent"]):
        return None  # a fall told by its size; another scale
    p = p_behind(text, ends.end())
    if p is not None and _OF_OTHER.match(text, p[1].end):
        p = None
    extent = closed(text, start, p[1].end if p else ends.end() - text.endswith((")", "]"), 0, ends.end()))
    return Estimate(scale, is_named, value, low, high, level, p, extent)


def _is_alike(before: str, at: int, value: Figure, ends: tuple[Figure, Figure]) -> bool:
    """Whether a number has as many decimals as the interval that follows it in brackets: no year, no week, no SD."""
    steps = {value.step, *(one.step for one in ends)}
    is_bracketed = before.rstrip().endswith(("(", "["))
    return value.step < 1 and len(steps) == 1 and is_bracketed and _NO_ESTIMATE.search(before[:at]) is None


def _scale(passage: Passage, text: str, at: int) -> tuple[Scale, int]:
    """Return on which scale an estimate is, by its name before it, and where that starts."""
    first = max(0, at - _BEFORE)
    scales: tuple[Scale, ...] = ("ratio", "difference")
    for scale in scales:
        for m in cue("statistics", scale).finditer(passage.folded[first:at]):
            word = text[first + m.start() : first + m.end()]
            told = len(word) > _SHORT or not word.islower() or not word.isascii() or word == "b"
            if told and _APART.fullmatch(text, first + m.end(), at):
                return scale, first + m.start()
    return "", at


def _inside(found: Estimate) -> Iterator[Proposal]:
    low, high = found.low.value - found.low.step / 2, found.high.value + found.high.step / 2
    ends = (found.low._replace(value=low).bound, found.high._replace(value=high).bound)
    estimate = Given("estimate", found.value.rounded, found.value.span)
    says = Candidate(f"estimate in {ends[0]} to {ends[1]}", (estimate,))
    doubts = () if _is_sure(found) else (Doubt("which-estimate"),)
    yield Proposal(INSIDE, found.value.span, (says,), voice="deny", doubts=doubts, extent=found.extent)


def _is_sure(found: Estimate) -> bool:
    """Whether an estimate is surely that of its interval: a ratio by its name, of the size of the ends.

    Two coefficients stand often before the interval of the first: b = 2.4, beta = .30, 95 % CI 1.2 to 3.6.
    """
    near = found.low.value / _SIZE <= found.value.value <= found.high.value * _SIZE
    return found.is_named and found.scale == "ratio" and near


def _centre(found: Estimate) -> Iterator[Proposal]:
    prefix = "ratio_" if found.scale == "ratio" else ""
    middle = Candidate(f"{prefix}interval_centre(low=low, high=high) = {found.value.rounded}", found.inputs)
    estimate = Given("estimate", found.value.rounded, found.value.span)
    central = f"place_in_{prefix}interval(estimate=estimate, low=low, high=high) {_CENTRAL}"
    unless = (Candidate(central, (estimate, *found.inputs)),)
    doubts = (Doubt("kind-of-interval"),)
    yield Proposal(CENTRE, found.value.span, (middle,), unless=unless, doubts=doubts, extent=found.extent)


def _side(p: Figure) -> str:
    """Return whether the text calls a result significant by its p, or not; nothing where that is open."""
    if p.relation == ">":
        return "not significant" if p.value >= LEVEL else ""
    if p.value <= LEVEL:
        return "significant"
    return "not significant" if p.relation == "=" else ""


def _p(found: Estimate) -> Iterator[Proposal]:
    """Propose that the interval has the p that stands behind it, or else that it does not say the opposite."""
    if found.p is None or found.p[0].relation not in {"=", "<", "<=", ">"}:
        return
    p, target = found.p
    prefix = "ratio_" if found.scale == "ratio" else ""
    given = (
        Given("estimate", found.value.rounded, found.value.span),
        *found.inputs,
    )
    call = f"p_of_{prefix}interval(estimate=estimate, low=low, high=high, level={found.level}/100)"
    stated = f"= {p.rounded}" if p.relation == "=" else f"{p.relation} {p.bound}"
    yield Proposal(P, target, (Candidate(f"{call} {stated}", given),), voice="verify", extent=found.extent)
    side = _side(p)
    if side:
        far = Candidate(f"{call} {_FAR_SIDE[side]}", given)
        yield Proposal(P, target, (far,), voice="deny", doubts=(Doubt("other-test"),), extent=found.extent)
