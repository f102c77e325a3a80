"""Letters glued to a number that are no unit make it a name or a formula: 5G, 3D, 777F, 2θ."""

import re

from factcheck.prose.page import Page

_GREEK = "\u0370", "\u03ff"
_RUN = re.compile(r"[^\W\u3400-\u9fff]{1,80}(?:-[^\W\u3400-\u9fff]{1,80}){0,8}")

_TIMES = re.compile(r"x(?![\w×-])")


def letters_glued(page: Page, end: int) -> bool:
    """Tell whether the letters behind a number are no unit."""
    after = page.plain[end : end + 1]
    if not (after == "_" or (after.isalpha() and (after.isascii() or _GREEK[0] <= after <= _GREEK[1]))):
        return False
    if _TIMES.match(page.plain, end):
        return False
    page.numeral_end = end
    return not page.units_at(end).factors and page.reader.one(end) is None


def glued_end(page: Page, at: int) -> int:
    """Return the end of a name that begins with digits."""
    m = _RUN.match(page.plain, at)
    return m.end() if m else at + 1
