"""Writes a candidate equation as a statement of the claim language, its inputs by name."""

from collections.abc import Iterator

from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.literal import premise, stated, unit_text
from factcheck.draft.equations.proposal import Candidate as Statement
from factcheck.draft.equations.proposal import Given, given
from factcheck.draft.quantities.quantity import POINTS


def statement(candidate: Candidate) -> Statement:
    """Return the statement that a candidate holds: ``percent_change(before=before, after=after) = 5 %``."""
    schema = candidate.schema
    parts = tuple(_parts(candidate))
    named = [f"{name}={name}" for name in schema.inputs]
    if schema.list:
        named.append(f"{schema.list}=[{', '.join(one.name for one in parts)}]")
    exact = candidate.is_to_the_cent
    inputs = tuple(
        given(name, one.item, premise(one.item, exact=exact))
        for name, one in zip(schema.inputs, candidate.inputs, strict=True)
    )
    sign = "-" if candidate.way < 0 else ""
    says = f"{sign}{schema.rule}({', '.join(named)}) = {_stated(candidate)}"
    return Statement(says, (*inputs, *parts))


def _parts(candidate: Candidate) -> Iterator[Given]:
    for number, one in enumerate(candidate.values, 1):
        yield given(f"part_{number}", one.item, premise(one.item, exact=candidate.is_to_the_cent))


def _stated(candidate: Candidate) -> str:
    """Return what is stated; a total of counts is never a round number, and points are called so."""
    target = candidate.target
    if candidate.is_exact:
        return f"{target.item.mention.number.nominal} ± 0{unit_text(target.item)}"
    if target.code == POINTS and not target.item.mention.measure.factors:
        return f"{stated(target.item)} percentage point"
    return stated(target.item)
