"""The nearest valid name for a misspelt one."""

from collections.abc import Iterable

MAX_LENGTH = 64
SHORT = 2


def distance(a: str, b: str, limit: int) -> int:
    """Return the edit distance of two words (a swap of neighbours counts one), or limit + 1 when it is larger.

    Restricted Damerau-Levenshtein distance (Oommen and Loke 1997), row by row.
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name closest to ``word``, or None when none is near (a third of its letters may differ)."""
    if not word or len(word) > MAX_LENGTH:
        return None
    limit = max(1, len(word) // 3) if len(word) > 1 else 0
    folded = word.casefold()
    letters = set(folded)
    best: tuple[int, str] | None = None
    for name in sorted(set(names)):
        if len(word) <= SHORT and name[:1].casefold() != folded[0] and sorted(name.casefold()) != sorted(folded):
            continue  # a short word has too many neighbours
        other = name.casefold()
        if len(letters.difference(other)) > limit:
            continue  # each letter that it lacks is an edit
        d = distance(folded, other, limit)
        if d <= limit and d < max(len(word), len(name)) and (best is None or d < best[0]):
            best = (d, name)
    return best[1] if best else None
