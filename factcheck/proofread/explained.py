"""What stands below the sentence of a finding: the calculation, what would make it right, why it is trusted or not."""

import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import islice

from factcheck.engine.verdict.judge import SLIP_STEPS
from factcheck.model.draft import DraftInput
from factcheck.model.report import Outcome, Range, Requirement
from factcheck.proofread import p_values
from factcheck.proofread.amount import amount_like
from factcheck.proofread.records import Record, record
from factcheck.proofread.spread import Spread, spread
from factcheck.proofread.told import Judged, calculation, derived_as_written, in_its_words, in_percent, leaves
from factcheck.prose.mention import Mention

_CURES = 2
_TERM = r"[^\s()+−÷×]+"
_RUN = re.compile(rf"(?P<first>{_TERM} [+−] {_TERM})(?: [+−] {_TERM}){{9,}}(?P<last> [+−] {_TERM})")
"""A sum of more numbers than anyone reads."""
_COMPARED = frozenset(
    {"scale-mean", "order", "headline", "repeated", "interval-inside", "significance", "rank", "rate-of-day"}
)
"""The kinds of what is compared as it stands."""
_COMPARED_WITH_WORDS = frozenset({"significance"})
_OWN_DOUBT = {
    "compound-growth": "both-ends",
    "conversion": "sea-miles",
    "statistic": "revised",
    "rank": "revised",
    "rate-of-day": "rates",
}
"""The relations that are only asked about for a reason of their own."""


def calculated(found: Judged) -> str:
    """Return how a number was derived: ``($4.2bn − $3.97bn) ÷ $3.97bn = 5.79% (4.4 to 7.19)``."""
    amount = derived_as_written(found)
    looked_up = not found.given and " " not in found.outcome.formula
    if not found.outcome.formula or not amount or looked_up or found.kind in _COMPARED:
        return ""
    known = _spread(found)
    if known and found.outcome.derived:
        known = known._replace(value=in_percent(known.value, found.outcome.derived.unit))
    told = found.phrases["words"]["spread"].format_map(known._asdict()) if known else amount
    return f"{_RUN.sub(_ends, calculation(found))} = {told}"


def _ends(run: re.Match[str]) -> str:
    """Return the ends of a long sum."""
    return f"{run['first']} + …{run['last']}"


def _spread(found: Judged) -> Spread | None:
    if found.kind in p_values.KINDS:
        ends = p_values.spread(found.outcome)
        return Spread(*ends) if ends else None
    return spread(found.mention, found.outcome)


def cures(found: Judged) -> tuple[str, ...]:
    """Return what would make a wrong number right: another number of the draft, the others as they are."""
    if found.verdict not in {"fail", "query"} or found.kind in _COMPARED_WITH_WORDS:
        return ()
    stated = {one.name: one for one in found.given if one.start is not None}
    wanted = [one for one in found.outcome.requirements if one.name in stated]
    sentence = found.phrases["words"]["cure"]
    needed = ((stated[one.name], _needed(found, one, stated[one.name])) for one in wanted)
    told = (sentence.format(input=_input(found, stated[one.name]), needed=value) for one, value in needed if value)
    return tuple(islice(told, _CURES))


def _input(found: Judged, one: DraftInput) -> str:
    return in_its_words(found, (one.start or 0, one.end or 0))


def _needed(found: Judged, requirement: Requirement, one: DraftInput) -> str:
    """Return the value that an input would have to have, as the draft writes it; nothing where it cannot."""
    mention, needed = found.told.mentions.get((one.start or 0, one.end or 0)), requirement.needed
    used = next((step.value for step in leaves(found.outcome.derivation) if step.name == one.name), None)
    if mention is None or mention.number.nominal is None or used is None or used.unit != needed.unit:
        return ""
    written = Fraction(mention.number.nominal)
    value, low, high = (_times(written, end, used) for end in (needed.nominal, needed.low, needed.high))
    if value is not None and _is_count(mention):
        whole = Fraction(round(value))
        return amount_like(mention, whole) if (low or value) <= whole <= (high or value) else ""
    return _amount_of(found, mention, value, low, high)


def _amount_of(
    found: Judged, mention: Mention, value: Fraction | None, low: Fraction | None, high: Fraction | None
) -> str:
    """Return a value as the draft writes a number, or the end of a range that is open."""
    words = found.phrases["words"]
    if value is not None:
        return amount_like(mention, value, exact=True)
    if (low is None) == (high is None):
        return ""
    end = amount_like(mention, low if low is not None else high or Fraction(0), exact=True)
    sentence: str = words["more" if low is not None else "less"]
    return sentence.format(end=end)


def _times(written: Fraction, end: str | None, used: Range) -> Fraction | None:
    """Return what an input would have to be in the unit in which it is written."""
    try:
        return written * Fraction(end or "") / Fraction(used.nominal or "")
    except (ValueError, ZeroDivisionError):
        return None


def _is_count(mention: Mention) -> bool:
    return mention.measure.counts and mention.number.kind == "integer" and mention.number.scale == 1


def reason(found: Judged) -> str:
    """Return why a finding is a query and no more, or else what is known of the construction that it rests on."""
    words = found.phrases["reasons"]
    own = found.told.wordings.get(found.row)
    known = record(found.row, len(own.cases) if own else 0) if found.row else None
    told = _told(known, words) if known is not None else ""
    if found.verdict == "query":
        return _doubt(found, known, words, told)
    return told if known is not None and known.trusted else ""


def _told(known: Record, words: Mapping[str, str]) -> str:
    """Return the record of a construction in words; nothing for one that has none."""
    if known.seen:
        return words["record"].format(held=known.held, seen=known.seen)
    return words["cases"].format(cases=known.cases) if known.cases else ""


def _is_by_one(outcome: Outcome) -> bool:
    """Whether a number of one digit, of which no slip is told, is off by one only: 5 for 6."""
    derived, stated = outcome.derived, outcome.stated
    if derived is None or stated is None or derived.nominal is None or stated.nominal is None:
        return False
    if stated.low is None or stated.high is None:
        return False
    step = Fraction(stated.high) - Fraction(stated.low)
    return abs(Fraction(derived.nominal) - Fraction(stated.nominal)) <= SLIP_STEPS * step


def _doubt(found: Judged, known: Record | None, words: Mapping[str, str], told: str) -> str:
    if found.doubt:
        return words[found.doubt]
    if found.reading:
        return words["loose"]
    if found.outcome.grade == "slip" or _is_by_one(found.outcome):
        return words["last-digit"]
    if known is not None and not known.trusted:
        few = known.held == known.seen
        return words["seldom-seen"] if few else words["seldom-right"].format(record=told)
    return words[_OWN_DOUBT.get(found.kind, "kinds")]
