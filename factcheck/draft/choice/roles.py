"""Whether the words beside the numbers of an equation say that they are something else than it makes of them."""

from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.quantities.quantity import SHARE, Quantity
from factcheck.draft.text.line import ARTICLE, Line
from factcheck.draft.words.meanings import CODES

_OF_WHOLE = frozenset({"share", "shares", "rest_share"})
"""The rules whose result is a share of a whole."""
_LINKS = frozenset({CODES["to"], CODES["be"], CODES["same"], ARTICLE})
"""What may stand between a word for a share and the number: 占到, accounts for about."""


def contradicts(candidate: Candidate, line: Line) -> bool:
    """Whether a number is told as a change the other way, or as a share, or shares as changes."""
    if candidate.schema.signed and _goes_the_other_way(candidate):
        return True
    if candidate.target.code != SHARE:
        return False
    if candidate.schema.rule in _OF_WHOLE - {"share"}:
        return any(is_change(one) for one in (candidate.target, *candidate.operands))
    if candidate.schema.rule in _OF_WHOLE or is_change(candidate.target):
        return False
    return _is_called_share(candidate.target, line)


def is_change(one: Quantity) -> bool:
    """Whether a number is told as one by which something changed."""
    return one.item.mention.change is not None and one.item.mention.manner != "to"


def _goes_the_other_way(candidate: Candidate) -> bool:
    """Whether a change is told as one the other way."""
    change = candidate.target.item.mention.change
    return change is not None and (change == "up") is not (candidate.way > 0)


def _is_called_share(one: Quantity, line: Line) -> bool:
    """Whether the word right before a number says that it is a share: 占40.4%."""
    at = line.at(one.start) - 1
    while at >= 0 and line.codes[at] in _LINKS:
        at -= 1
    return at >= 0 and line.codes[at] == CODES["share"]
