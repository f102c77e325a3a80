"""The inputs of a finding that somebody may try other values of: which, how they are written, and how far they go."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.draft import DraftFinding, DraftInput
from factcheck.model.report import Requirement, Step
from factcheck.proofread import p_values
from factcheck.proofread.told import leaves
from factcheck.prose.document import read_document
from factcheck.prose.mention import Mention
from factcheck.quantity.units import UnitTable

_NO_LEVERS = frozenset({"rank", "rate-of-day", "order", "headline", "repeated", "scale-mean"}) | p_values.KINDS
"""The kinds that compare what stands there: nothing is calculated of it, or in a way that has no formula."""
_MOST = 8
_DIGITS = 3
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Lever:
    """An input and the values to try: numbers as they are ``written`` beside ``unit``; ``step`` is a power of ten.

    ``factor`` times a number that is written is the value in ``base``, the unit that the engine shows.
    """

    name: str
    text: str
    number: Fraction
    low: Fraction
    high: Fraction
    step: Fraction
    factor: Fraction
    base: str
    fact: bool = False


def levers(found: DraftFinding, text: str, units: UnitTable) -> tuple[Lever, ...]:
    """Return the inputs of a finding that may be changed; none where it was not calculated, or from too many."""
    if found.kind in _NO_LEVERS or not found.outcome.formula:
        return ()
    made = tuple(_levers(found, text, units))
    return made if len(made) <= _MOST else ()


def _levers(found: DraftFinding, text: str, units: UnitTable) -> Iterator[Lever]:
    stated = {one.name: one for one in found.given}
    for step in {one.name: one for one in leaves(found.outcome.derivation)}.values():
        needed = next((one for one in found.outcome.requirements if one.name == step.name), None)
        if step.kind == "premise" and step.name in stated:
            lever = _of_input(step, stated[step.name], needed, text, units)
        elif step.kind == "fact":
            lever = _lever(step, step.name, None, needed, fact=True)
        else:
            lever = None
        if lever is not None:
            yield lever


def _of_input(step: Step, one: DraftInput, needed: Requirement | None, text: str, units: UnitTable) -> Lever | None:
    """Return the lever of a number of the draft; one that was read out of a text only in part has none."""
    if one.start is None or one.end is None:
        return None
    written = " ".join(text[one.start : one.end].split())
    return _lever(step, written, mention_of(written, units), needed)


def mention_of(text: str, units: UnitTable) -> Mention | None:
    """Return a text as the one number that it is; None where it is none, or a range."""
    mentions = read_document(text, units).mentions
    return mentions[0] if len(mentions) == 1 and mentions[0].number.nominal and not mentions[0].ends else None


def _lever(
    step: Step, text: str, mention: Mention | None, needed: Requirement | None, *, fact: bool = False
) -> Lever | None:
    value = _fraction(step.value.nominal if step.value else None)
    if not value or step.value is None or (mention is None and not fact):
        return None
    number = value
    if mention is not None and mention.number.nominal is not None:
        number = Fraction(mention.number.nominal) / Fraction(mention.number.scale)
    if not number or (number < 0) != (value < 0):
        return None
    factor = value / number
    whole = mention is not None and mention.number.kind == "integer" and mention.number.scale == 1
    unit = max(_step(number), Fraction(1)) if whole else _step(number)
    wanted = _fraction(needed.needed.nominal) if needed and needed.needed.unit == step.value.unit else None
    ends = [number / _TWICE, number * _TWICE, *([wanted / factor * Fraction(11, 10)] if wanted else [])]
    low, high = (number + unit * round((end - number) / unit) for end in (min(ends), max(ends)))
    return Lever(step.name, text, number, low, high, unit, factor, step.value.unit, fact)


def _step(number: Fraction) -> Fraction:
    """Return the power of ten that moves the third digit of a number."""
    step = Fraction(1)
    while abs(number) >= step * 10**_DIGITS:
        step *= 10
    while abs(number) < step * 10 ** (_DIGITS - 1):
        step /= 10
    return step


def _fraction(text: str | None) -> Fraction | None:
    try:
        return Fraction(text) if text is not None else None
    except ValueError:  # a date
        return None
