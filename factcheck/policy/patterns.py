"""Patterns of paths, as in ``.gitignore`` and ruff: ``*`` stays in its folder, ``**`` does not."""

import re
from functools import cache

_PART = re.compile(r"(?P<deep>\*\*/)|(?P<all>\*\*)|(?P<some>\*)|(?P<one>\?)|(?P<text>[^*?]+)")
_AS = {"deep": "(?:.*/)?", "all": ".*", "some": "[^/]*", "one": "[^/]"}


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern names a file, or a folder that holds it. An empty one names every file."""
    return not pattern or bool(_regex(pattern).fullmatch(path))


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    parts = (_AS.get(m.lastgroup or "") or re.escape(m[0]) for m in _PART.finditer(pattern.strip("/")))
    return re.compile("".join(parts) + "(?:/.*)?", re.DOTALL)
