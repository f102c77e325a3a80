"""Whether a number was miswritten: it has the digits of the right one but for one, or two of them swapped."""

from factcheck.draft.equations.candidates import Candidate

_ENOUGH = 3
"""A number of fewer digits is off by one of them by chance, too."""


def is_miswritten(candidate: Candidate) -> bool:
    """Whether what is stated is what the equation comes to with a slip in its digits, or with its point moved."""
    step, value = candidate.target.step, abs(candidate.target.value)
    if step <= 0:
        return False
    written, right = str(round(value / step)), str(round(candidate.derived / step))
    if len(written) < _ENOUGH:
        return False
    return _is_one_off(written, right) or any(abs(value - shift * candidate.derived) < step for shift in (10, 0.1))


def _is_one_off(written: str, right: str) -> bool:
    """Whether one digit is another, or two neighbours are swapped."""
    if len(written) != len(right):
        return False
    off = [at for at, (a, b) in enumerate(zip(written, right, strict=True)) if a != b]
    if len(off) == 1:
        return True
    swapped = len(off) == 2 and off[1] == off[0] + 1  # noqa: PLR2004 - a pair
    return swapped and written[off[0]] == right[off[1]] and written[off[1]] == right[off[0]]
