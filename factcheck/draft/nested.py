"""So many of each of so many: 20 boats with 6 benches of 25 seats; 20艘，每艘6排，每排25座."""

import re

from factcheck.draft.passage import Item, Passage

_WITH = re.compile(
    r"\s[a-z-]+(?:\s[a-z-]+)?,?\s(?:each\s)?(?:of|with|holding|containing|having|carrying|made up of)\s(?:each\s)?"
)
_EACH_ZH = re.compile(r"每(?P<of>[\u3400-\u9fff])[\u3400-\u9fff]{0,4}$")
_AWAY = 16


def outer(passage: Passage, item: Item) -> Item | None:
    """Return the number that an item is so many of each of: 20 of ``20 boats with 6 benches``."""
    before = passage.items[item.index - 1] if item.index else item
    if before.sentence != item.sentence or not (before.counts and before.mention.number.nominal) or before is item:
        return None
    between = passage.between(before, item)
    m = _EACH_ZH.search(between[-_AWAY:])
    same = m is not None and m["of"] == before.counter
    return before if same or _WITH.fullmatch(between) else None


def is_nested(passage: Passage, item: Item) -> bool:
    """Whether a number is the middle one of three, so that it counts only what one of the first has."""
    following = passage.items[item.index + 1 : item.index + 2]
    inner = following and outer(passage, following[0]) is item
    return bool(inner) and outer(passage, item) is not None
