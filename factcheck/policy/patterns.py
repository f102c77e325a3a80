"""Patterns of paths, as in ``.gitignore`` and ruff: ``*`` stays in its folder, ``**`` does not."""

from fnmatch import fnmatchcase

DEEP = "**"


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern names a file, or a folder that holds it. An empty one names every file.

    All ways to read the pattern are followed at once, so that no pattern takes long.
    """
    wanted = pattern.strip("/").split("/") if pattern else [DEEP]
    reached = _skipped({0}, wanted)
    for part in path.split("/"):
        reached = _skipped({at for one in reached for at in _step(one, part, wanted)}, wanted)
        if len(wanted) in reached:
            return True
    return False


def _step(at: int, part: str, wanted: list[str]) -> list[int]:
    """Return where a part of the path leads in the pattern."""
    if at == len(wanted):
        return []
    if wanted[at] == DEEP:
        return [at]
    return [at + 1] if fnmatchcase(part, wanted[at]) else []


def _skipped(reached: set[int], wanted: list[str]) -> set[int]:
    """Add the places behind each ``**``, which may stand for nothing."""
    found = set(reached)
    for at in sorted(reached):
        end = at
        while end < len(wanted) and wanted[end] == DEEP:
            end += 1
            found.add(end)
    return found
