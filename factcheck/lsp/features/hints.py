"""What was derived, behind what is stated: ``= 276,243 D1``."""

from collections.abc import Iterator

from lsprotocol import types

from factcheck.lsp.asked import Asked
from factcheck.model.report import Outcome
from factcheck.report.inert import clipped, inert

LONGEST = 60
_UNEXACT = frozenset({"~", ">", ">=", "<", "<=", "in"})


def hints(asked: Asked, where: types.Range) -> list[types.InlayHint]:
    """Return the derived values of the claims of a range, and what would be right in the place of wrong numbers."""
    if not asked.wanted.hints:
        return []
    first, last = asked.text.offset(where.start), asked.text.offset(where.end)
    found = _draft(asked) if asked.draft is not None else _claims(asked)
    return [_hint(asked, *one) for one in found if first <= one[0] <= last]


def _draft(asked: Asked) -> Iterator[tuple[int, str, str]]:
    for one in asked.draft.findings if asked.draft is not None else ():
        if one.correction and not one.ignored:
            yield one.end, one.correction, one.calculation


def _claims(asked: Asked) -> Iterator[tuple[int, str, str]]:
    for one in asked.sheet.statements:
        outcome = asked.outcome(one.claim.id) if one.claim is not None and one.premise is None else None
        if outcome is not None and outcome.derived is not None and _says_more(outcome):
            value = outcome.derived.text.partition(" (")[0]
            if value not in one.text:
                yield one.end, value, outcome.substituted


def _says_more(outcome: Outcome) -> bool:
    """Whether the derived value is not what the statement has already."""
    return outcome.relation in _UNEXACT or outcome.verdict != "pass"


def _hint(asked: Asked, offset: int, value: str, calculation: str) -> types.InlayHint:
    label = clipped(inert(f"= {value}"), LONGEST)
    tip = inert(calculation) if calculation else None
    return types.InlayHint(asked.text.position(offset), label, tooltip=tip, padding_left=True)
