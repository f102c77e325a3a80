"""The claims that a project has for a draft: their verdicts go to the numbers that they quote."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice, takewhile
from typing import NamedTuple

from factcheck.diagnostics import Diagnostic
from factcheck.draft.text.passage import Item
from factcheck.loader.files import TextFile
from factcheck.model.draft import DraftFinding
from factcheck.model.report import FileReport, Outcome
from factcheck.proofread.anchors import Anchor
from factcheck.proofread.kinds import CLAIM, code_of
from factcheck.proofread.opened import Opened
from factcheck.proofread.quotes import anchored, quote_problems
from factcheck.source import Span

Placed = tuple[Span, Item]
"""A number of the draft with its place in the original."""

_SETTLED = frozenset({"pass", "fail", "borderline", "exempt"})


class Claimed(NamedTuple):
    """What claims say of a draft: findings, and quotes that the draft has no more or in other words."""

    findings: tuple[DraftFinding, ...]
    diagnostics: tuple[Diagnostic, ...]


def claimed(draft: Opened, file: TextFile, files: Sequence[FileReport]) -> Claimed:
    """Find the quotes of claims in a draft."""
    found = anchored(draft.view, (one for each in files for one in each.outcomes))
    placed = [(draft.span(item.mention.span), item) for item in draft.passage.items]
    findings = (finding for one, anchor in found if anchor for finding in _finding(draft, one, anchor, placed))
    return Claimed(tuple(findings), tuple(quote_problems(file, draft.view.original, found)))


def over(claims: Sequence[DraftFinding], found: Iterable[DraftFinding]) -> tuple[DraftFinding, ...]:
    """Return the findings in the order of the text; those of claims take the place of all that they touch."""
    kept = [one for one in found if not any(_touches(one, claim) for claim in claims)]
    return tuple(sorted((*claims, *kept), key=_place))


def _touches(found: DraftFinding, claim: DraftFinding) -> bool:
    return found.start < claim.end and claim.start < found.end


def _place(found: DraftFinding) -> tuple[int, int]:
    return found.end, found.start


def _finding(draft: Opened, outcome: Outcome, anchor: Anchor, placed: Sequence[Placed]) -> Iterator[DraftFinding]:
    """Yield the verdict of a claim for the number that it quotes, unless that changed since."""
    if anchor.changed or outcome.verdict not in _SETTLED:
        return
    start, end = _stated(placed, outcome, anchor.span)
    yield DraftFinding(
        code=outcome.code or code_of(CLAIM),
        kind=CLAIM,
        verdict=outcome.verdict,
        start=start,
        end=end,
        text=draft.view.original[start:end],
        message=f"{outcome.id}: {outcome.exempt or outcome.headline}",
        says=outcome.says,
        given=(),
        outcome=outcome,
        ignored=outcome.exempt or _ignored(outcome),
    )


def _ignored(outcome: Outcome) -> str:
    """Return why a verdict does not count; empty where it does."""
    return (outcome.suppressed.reason or "in the baseline") if outcome.suppressed else ""


def _stated(placed: Sequence[Placed], outcome: Outcome, quote: Span) -> Span:
    """Return the number of a quote that its claim states: the only one, or that of its value, else all of it."""
    first = bisect_left(placed, quote.start, key=lambda pair: pair[0].start)
    behind = takewhile(lambda pair: pair[0].start < quote.end, islice(placed, first, None))
    inside = [(span, item) for span, item in behind if span.end <= quote.end]
    equal = [(span, item) for span, item in inside if _equals(item, outcome)]
    chosen = inside if len(inside) == 1 else equal
    return chosen[0][0] if len(chosen) == 1 else quote


def _equals(item: Item, outcome: Outcome) -> bool:
    nominal = outcome.stated.nominal if outcome.stated else None
    value = item.mention.number.nominal
    if nominal is None or value is None:
        return False
    try:
        return Fraction(nominal) in {Fraction(value), Fraction(value) / Fraction(item.mention.number.scale)}
    except ValueError:  # a date
        return False
