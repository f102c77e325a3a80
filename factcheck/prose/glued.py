"""Letters glued to a number that are no unit make it a name: 5G, 3D, 777F."""

import re

from factcheck.prose.page import Page

_RUN = re.compile(r"[^\W\u3400-\u9fff]{1,80}(?:-[^\W\u3400-\u9fff]{1,80}){0,8}")


def letters_glued(page: Page, end: int) -> bool:
    """Tell whether the letters behind a number are no unit."""
    after = page.plain[end : end + 1]
    if not (after.isascii() and (after.isalpha() or after == "_")):
        return False
    page.numeral_end = end
    return page.reader.one(end) is None and not page.reader.read(end).factors


def glued_end(page: Page, at: int) -> int:
    """Return the end of a name that begins with digits."""
    m = _RUN.match(page.plain, at)
    return m.end() if m else at + 1
