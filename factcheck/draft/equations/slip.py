"""Whether a number was miswritten: it has the digits of the right one but for one, or two of them swapped."""

from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.named import name_of
from factcheck.draft.text.line import Line

_ENOUGH = 3
"""A number of fewer digits is off by one of them by chance, too; of fewer parts the names end alike by chance."""
_REST = "rest_share"
_OVERLAP = 1.2
"""By more than this a total is exceeded by parts that overlap: dogs, of them females and terriers."""


def may_be_miswritten(candidate: Candidate) -> bool:
    """Whether what is stated is off by a slip in its digits, or has two digits and is off by one from a longer list."""
    if is_miswritten(candidate):
        return True
    many = candidate.schema.rule == "total" and len(candidate.values) >= _ENOUGH
    return many and candidate.target.step > 0 and len(_written(candidate)) > 1 and is_one_off(*_digits(candidate))


def has_moved_point(candidate: Candidate) -> bool:
    """Whether a number of three digits or more is ten times or a tenth of what the equation comes to."""
    step, value = candidate.target.step, abs(candidate.target.value)
    moved = any(abs(value - shift * candidate.derived) < step for shift in (10, 0.1))
    return step > 0 and moved and len(_written(candidate).strip("0")) >= _ENOUGH


def _written(candidate: Candidate) -> str:
    return str(round(abs(candidate.target.value) / candidate.target.step))


def _digits(candidate: Candidate) -> tuple[str, str]:
    return _written(candidate), str(round(candidate.derived / candidate.target.step))


def is_miswritten(candidate: Candidate) -> bool:
    """Whether what is stated is what the equation comes to with a slip in its digits, or with its point moved."""
    step, value = candidate.target.step, abs(candidate.target.value)
    if step <= 0:
        return False
    written, right = _digits(candidate)
    moved = any(abs(value - shift * candidate.derived) < step for shift in (10, 0.1))
    if candidate.schema.rule == _REST and value < candidate.derived:  # the list may lack some of the shares
        return False
    return (moved and len(written) > 1) or (len(written) >= _ENOUGH and is_one_off(written, right))


def is_overfull(candidate: Candidate, line: Line) -> bool:
    """Whether parts of one sort come to more than their total: 120 singers, of whom 70 women and 62 men."""
    if candidate.schema.rule != "total" or len(candidate.values) < _ENOUGH:
        return False
    over = candidate.target.high < candidate.derived <= _OVERLAP * candidate.target.value
    names = {name_of(line, line.at(one.start))[-1:] for one in candidate.values} if over else {""}
    return len(names) == 1 and "" not in names


def is_one_off(written: str, right: str) -> bool:
    """Whether one digit is another, or two neighbours are swapped."""
    if len(written) != len(right):
        return False
    off = [at for at, (a, b) in enumerate(zip(written, right, strict=True)) if a != b]
    if len(off) == 1:
        return True
    swapped = len(off) == 2 and off[1] == off[0] + 1  # noqa: PLR2004 - a pair
    return swapped and written[off[0]] == right[off[1]] and written[off[1]] == right[off[0]]
