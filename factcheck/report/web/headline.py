"""The one line of a claim, made of its data: what the text says, what was derived, how far they lie apart."""

import re
from fractions import Fraction

from factcheck.model.report import Outcome, Range
from factcheck.quantity.shown import decimal
from factcheck.report.web.axis import is_date, number
from factcheck.report.web.page import escaped
from factcheck.report.web.speech import Speech

CALCULATED = frozenset({"the order of two derived values", "derived from its own inputs"})
"""Where the width of a stated side comes from that is calculated, too."""

_RATIO = re.compile(r"[\d.,e-]+:[\d.,e-]+")
_FACTOR = 2
_UNSETTLED = frozenset({"fail", "borderline"})


def headline(outcome: Outcome, speech: Speech) -> str:
    """Return the line as HTML; of a claim that was not judged, why."""
    if outcome.verdict == "exempt":
        return str(speech["labelled"].format(a=speech.label("reason"), b=speech.human(outcome.exempt)))
    if outcome.stated is None or outcome.derived is None or outcome.verdict == "error":
        return speech.message(outcome.headline, outcome.code)
    words = speech["headline"]
    template = words.get(outcome.verdict, words["other"])
    return escaped(template.format(stated=_stated(outcome, speech), derived=_derived(outcome, speech)))


def _stated(outcome: Outcome, speech: Speech) -> str:
    start, end = outcome.stated_span or (0, len(outcome.says))
    wrote = outcome.says[start:end].strip()
    if is_calculated(outcome):
        left, right = outcome.derived_span or (0, 0)
        return str(speech["order"][outcome.relation].format(a=outcome.says[left:right].strip(), b=wrote))
    template = speech["relation"][outcome.relation]
    hedge = template.format(a="").strip()
    return wrote if hedge and wrote.startswith(hedge) else str(template.format(a=wrote))


def _derived(outcome: Outcome, speech: Speech) -> str:
    sides = [_short(side) for side in (outcome.derived, outcome.stated if is_calculated(outcome) else None) if side]
    text = speech.said(" against ".join(sides), "values")
    far = distance(outcome)
    return text + speech["bracketed"].format(a=speech.said(far, "values")) if far else text


def _short(found: Range) -> str:
    return found.text.partition(" (")[0]


def is_calculated(outcome: Outcome) -> bool:
    """Whether the stated side is calculated, too."""
    return outcome.stated is not None and outcome.stated.origin in CALCULATED


def is_ratio(found: Range) -> bool:
    """Whether a value is a ratio (1:2), which is kept as a quotient."""
    return not found.unit and _RATIO.match(found.text) is not None


def distance(outcome: Outcome) -> str:
    """Say how far the derived value lies from the stated one, in the engine's set phrases; nothing where it holds."""
    derived, stated = outcome.derived, outcome.stated
    if derived is None or stated is None or is_calculated(outcome) or outcome.verdict not in _UNSETTLED:
        return ""
    if derived.nominal is None or stated.nominal is None or is_ratio(stated):
        return ""
    if not derived.unit and is_date(stated.nominal):
        return _days(derived.nominal, stated.nominal)
    return _relative(Fraction(derived.nominal), Fraction(stated.nominal))


def _days(x: str, n: str) -> str:
    days = number(x) - number(n)
    return f"{decimal(abs(int(days)))} days {'later' if days > 0 else 'earlier'}" if days else ""


def _relative(x: Fraction, n: Fraction) -> str:
    if x == n or not x or not n:
        return ""
    factor = x / n
    if factor < 0:
        return "the sign differs"
    if factor >= _FACTOR:
        return f"{decimal(factor, 3)} times the stated value"
    if factor * _FACTOR <= 1:
        return f"the stated value is {decimal(1 / factor, 3)} times as large"
    return f"{decimal(abs(factor - 1) * 100, 2)} % {'above' if factor > 1 else 'below'}"
