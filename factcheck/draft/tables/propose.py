"""What the tables of a text state of their own numbers, as proposals."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate, Given, Proposal, Voice
from factcheck.draft.tables import retold
from factcheck.draft.tables.averages import Average, Middle, averages
from factcheck.draft.tables.columns import Column, Inputs, Relation, columns
from factcheck.draft.tables.digits import significant
from factcheck.draft.tables.doubt import is_counted, is_marked, is_small, voice_of
from factcheck.draft.tables.figure import Figure
from factcheck.draft.tables.grid import Grid, grid
from factcheck.draft.tables.sums import sums
from factcheck.draft.tables.total import MISSED, Sum, Term
from factcheck.draft.text.passage import Item, Passage
from factcheck.prose.jsonl import decimal
from factcheck.source import Span

_RAISED = "^"
"""Before a mark of a footnote, as before a power."""
_KINDS: dict[Relation, str] = {
    "total": "sum", "percent_change": "percent-change", "quotient": "quotient", "share": "share",
}  # fmt: skip
_INPUTS: dict[Relation, tuple[str, str]] = {
    "percent_change": ("after", "before"), "quotient": ("dividend", "divisor"), "share": ("part", "whole"),
}  # fmt: skip


class _Named(NamedTuple):
    """An input with what its table calls it."""

    figure: Figure
    label: str
    sign: int = 1


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose how the numbers of each table follow from others of it, and what prose tells of them again.

    Nothing is asked about that rests on a number which is called wrong.
    """
    found = list(_proposals(passage))
    wrong = {one.target for one in found if one.voice == "accuse"}
    for one in found:
        rests = (given.span for candidate in one.candidates for given in candidate.given)
        if one.voice != "ask" or wrong.isdisjoint(rests):
            yield one


def _proposals(passage: Passage) -> Iterator[Proposal]:
    laid_out = [(laid, rows) for rows in passage.tables if (laid := grid(passage, rows)) is not None]
    grids = [laid for laid, _ in laid_out]
    for laid, rows in laid_out:
        of_table = list(sums(laid))
        exact = any(one.near for one in of_table) and is_counted(passage, rows) and any(one.held for one in of_table)
        for found in of_table:
            yield from _of_sum(passage, laid, found, exact=exact)
        for average in averages(laid):
            yield from _of_average(passage, laid, average)
        for column in columns(laid):
            yield from _of_column(passage, laid, column)
    yield from retold.propose(passage, grids)


def _of_sum(passage: Passage, laid: Grid, found: Sum, *, exact: bool) -> Iterator[Proposal]:
    """Yield what a sum says; ``exact``: the table counts things, so that nothing is off by rounding."""
    for column, own, voice in _told_of(laid, found):
        target = laid.lines[found.total].figures[column]
        way = -1 if found.turned else 1
        parts = [_Named(one.figure, laid.lines[one.line].label, way * one.sign) for one in own]
        is_off = exact and column in found.near and not target.unit and target.step == 1
        yield _total(passage, target, parts, "ask" if is_off else voice, exact=is_off)


def _told_of(laid: Grid, found: Sum) -> Iterator[tuple[int, Sequence[Term], Voice]]:
    """Yield the columns of which a sum says something, with its terms and what may come of it."""
    for column, own in found.held.items():
        if found.is_telling(column, _steps(laid, found, column)):
            yield column, own, "verify"
    if found.is_plain_total or (found.held and found.chance <= MISSED):
        for column, own in found.near.items():
            if voice_of(laid, found, column, own, slip=False) is not None:
                yield column, own, "accuse"  # within rounding, which the engine calls borderline
    slipped = {at: own for at, own in found.slipped.items() if found.is_sure and found.is_borne_out(at)}
    for terms, slip in ((slipped, True), (found.missed, False)):
        for column, own in terms.items():
            voice = voice_of(laid, found, column, own, slip=slip)
            if voice is not None:
                yield column, own, voice


def _steps(laid: Grid, found: Sum, column: int) -> int:
    """Return of how many steps the total of a column is."""
    figure = laid.lines[found.total].figures[column]
    return max(1, significant(round(abs(figure.value) / figure.step)))


def _of_average(passage: Passage, laid: Grid, found: Average) -> Iterator[Proposal]:
    labels = {one.span: line.label for line in laid.lines for one in line.figures.values()}
    told: tuple[tuple[Mapping[int, Sequence[Figure]], Voice], ...] = ((found.held, "verify"), (found.missed, "ask"))
    for by_column, voice in told:
        for column, own in by_column.items():
            target = laid.lines[found.line].figures[column]
            named = [_Named(one, labels.get(one.span, "")) for one in own]
            yield _middle(passage, found.kind, target, named, voice)


def _of_column(passage: Passage, laid: Grid, found: Column) -> Iterator[Proposal]:
    columns_of = sorted(found.over - {found.at})
    for inputs_by_line, voice in _told(laid, found):
        for line, inputs in inputs_by_line.items():
            target, figures = laid.lines[line].figures[found.at], laid.lines[line].figures
            names = {figures[at].span: laid.named(at) for at in columns_of if at in figures}
            named = [
                _Named(one, names.get(one.span, ""), sign)
                for one, sign in zip(inputs.figures, inputs.signs, strict=True)
            ]
            if found.relation == "total":
                yield _total(passage, target, [one for one in named if one.figure.value], voice)
            elif found.relation == "average":
                yield _middle(passage, "average", target, named, voice)
            else:
                yield _by_rule(passage, found.relation, target, named, voice)


def _told(laid: Grid, found: Column) -> Iterator[tuple[dict[int, Inputs], Voice]]:
    held = found.held.items()
    yield {line: own for line, own in held if found.is_telling(line, laid.lines[line].figures[found.at])}, "verify"
    yield dict(found.near), "accuse"
    doubtful = {line: own for line, own in found.slipped.items() if _is_doubtful(laid, found, line, own)}
    if found.is_sure:
        yield {line: own for line, own in found.slipped.items() if line not in doubtful}, "accuse"
        yield doubtful, "ask"
    if found.is_asked:
        yield {**found.slipped, **found.missed}, "ask"


def _is_doubtful(laid: Grid, found: Column, line: int, own: Inputs) -> bool:
    """Whether a slip may be none: a mark of a footnote at the line, or a part that was left out."""
    target = laid.lines[line].figures[found.at]
    return is_marked(laid.lines[line].label) or (found.relation == "total" and is_small(own.figures, own.signs, target))


def _total(passage: Passage, target: Figure, parts: Sequence[_Named], voice: Voice, *, exact: bool = False) -> Proposal:
    """Return the statement that a number is the sum of others; all are told without their signs, added ones first."""
    exact = exact or voice == "verify"
    flip = -1 if target.value < 0 else 1
    signed = [(flip * one.sign * (-1 if one.figure.value < 0 else 1), one) for one in parts]
    signed.sort(key=lambda pair: pair[0] < 0)
    inputs = tuple(_given(passage, f"part_{n}", one, exact=exact) for n, (_, one) in enumerate(signed, 1))
    listed = ", ".join(f"{'-' if sign < 0 else ''}part_{n}" for n, (sign, _) in enumerate(signed, 1))
    says = f"total(parts=[{listed}]) = {_size(target, exact=False)}"
    return Proposal(_KINDS["total"], span_of(passage, target), (Candidate(says, inputs),), voice=voice)


def _middle(passage: Passage, kind: Middle, target: Figure, parts: Sequence[_Named], voice: Voice) -> Proposal:
    """Return the statement that a number is the average or the median of others."""
    inputs = tuple(
        Given(f"part_{n}", _literal(one.figure), span_of(passage, one.figure), one.label)
        for n, one in enumerate(parts, 1)
    )
    listed = ", ".join(one.name for one in inputs)
    call = f"median([{listed}])" if kind == "median" else f"average(values=[{listed}])"
    says = f"{call} = {target.literal}"
    return Proposal("average", span_of(passage, target), (Candidate(says, inputs),), voice=voice)


def _literal(one: Figure) -> str:
    return f"{decimal(one.value) or '0'} ± 0{one.unit}"


def _by_rule(passage: Passage, rule: Relation, target: Figure, pair: Sequence[_Named], voice: Voice) -> Proposal:
    """Return the statement that a number follows from two others by a rule."""
    names = _INPUTS[rule]
    inputs = tuple(_given(passage, name, one, signed=True) for name, one in zip(names, pair, strict=True))
    fall = rule == "percent_change" and target.value < 0
    stated = _size(target, exact=False) if fall else target.literal
    says = f"{'-' if fall else ''}{rule}({', '.join(f'{name}={name}' for name in names)}) = {stated}"
    return Proposal(_KINDS[rule], span_of(passage, target), (Candidate(says, inputs),), voice=voice)


def _given(passage: Passage, name: str, one: _Named, *, exact: bool = False, signed: bool = False) -> Given:
    literal = one.figure.literal if signed else _size(one.figure, exact=exact)
    return Given(name, literal, span_of(passage, one.figure), one.label)


def _size(one: Figure, *, exact: bool) -> str:
    """Return a number without its sign as a literal: exact, or as rounded as it is written."""
    spread = "0" if exact else decimal(one.step / 2)
    return f"{decimal(abs(one.value)) or '0'} ± {spread}{one.unit}"


def span_of(passage: Passage, one: Figure) -> Span:
    """Return the place of a number of a cell as the draft was read, with its unit; its digits alone behind a minus."""
    at = bisect_right(passage.items, one.span.start, key=_start) - 1
    mention = passage.items[at].mention if at >= 0 else None
    if mention is None or mention.span.start > one.span.start or mention.span.end < one.span.end:
        return one.span
    written = mention.number.text
    is_plain = mention.number.nominal is not None and mention.number.nominal >= 0 and _RAISED not in mention.text
    is_plain = is_plain and not any(char.isspace() for char in written)
    return mention.span if is_plain else one.span


def _start(item: Item) -> int:
    return item.start


def in_table(passage: Passage, span: Span) -> bool:
    """Whether a place of a text is in one of its tables."""
    return any(rows[0][0].start <= span.start < rows[-1][-1].end for rows in passage.tables if rows[0] and rows[-1])
