"""What to write in the place of a wrong number, so that it says what was derived: an edit that a front end may make."""

from factcheck.proofread import p_values
from factcheck.proofread.amount import derived_amount, in_terms_of, likeness
from factcheck.proofread.told import Judged
from factcheck.prose.mention import Mention
from factcheck.source import Span

_NO_VALUE = frozenset({"scale-mean", "order", "interval-inside", "significance", "rank"}) | p_values.KINDS
"""The kinds whose number is held against others, and not derived from them."""
_ABOUT = "about"


def correction(found: Judged, written: str) -> str:
    """Return what would be right in the place of a number, in its own words; empty where other words are needed, too.

    ``written`` is the number as it stands in the draft. *About* stays, a bound goes: the derived value is no bound.
    """
    mention = found.mention
    if found.outcome.verdict != "fail" or found.kind in _NO_VALUE or mention is None or mention.text != written:
        return ""
    derived = found.outcome.derived
    value = in_terms_of(mention, found.outcome, derived.nominal if derived else None)
    if value is None or mention.ends or likeness(found.outcome) < 0 or not _has_numeral(mention):
        return ""
    before, behind = _around(mention)
    corrected = f"{before}{derived_amount(mention, found.outcome)}{behind}"
    return corrected if corrected != written else ""


def _has_numeral(mention: Mention) -> bool:
    """Whether a number is written as one, in digits or characters, and not in a word: doubled, 翻番."""
    at = mention.span.start
    return any(
        character.isnumeric() for character in mention.text[mention.numeral.start - at : mention.numeral.end - at]
    )


def _around(mention: Mention) -> tuple[str, str]:
    """Return what stays around the derived value: *about*, and a unit on both sides of the number ($9 per pupil)."""
    at, numeral, unit = mention.span.start, mention.numeral, mention.measure.span
    both = unit.start < numeral.start and unit.end > numeral.end
    beside = numeral if both or unit.end == unit.start or unit.start < at else _joined(numeral, unit)
    first, last = beside.start - at, beside.end - at
    if mention.number.hedge == _ABOUT:
        return mention.text[:first], mention.text[last:]
    return (mention.text[unit.start - at : first], mention.text[last : unit.end - at]) if both else ("", "")


def _joined(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
