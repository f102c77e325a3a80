"""Which of two numbers is larger: 412,000 passengers, more than the 438,000 of Line 2; 多于去年的9800名."""

import re
from collections.abc import Iterator

from factcheck.draft.equations.literal import premise
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage, alike
from factcheck.draft.words.cues import cue
from factcheck.quantity.dimension import Dimension
from factcheck.quantity.languages import HAN, script
from factcheck.source import Span

_REACH, _SHORT = 48, 28
_TIME: Dimension = (("time", 1),)
_SIGNS = {"up": ">", "down": "<"}
_DEFINITE = re.compile(
    r"(?:the|its|their|his|her|our|that|(?:last|this) (?:year|month|week|season)'?s?"
    r"|[a-z]+['\u2019]s?)\s(?:[a-z'\u2019-]+\s){0,2}$"
    r"|[\u3400-\u9fffA-Z0-9]*的$|[a-z0-9]{2,}$"
)
_APOSTROPHES = ("'", "\u2019")
_BARE = re.compile(r"\s?[a-z-]*\s*")
_YEAR = re.compile(r"[12][0-9]{3}")
_NAMED = re.compile(r"^[\u3400-\u9fff]{2,6}$")
_NEXT = re.compile(r"[\s-]([a-z]{4,})")
_BREAK = re.compile(r"[,;.，。\uff1b]")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each comparison of a number with an earlier one of its kind."""
    for item in passage.items:
        way = _way(passage, item)
        first = _compared(passage, item) if way else None
        if way and first is not None:
            inputs = (given("value", first, premise(first)), given("other", item, premise(item)))
            says = Candidate(f"value {_SIGNS[way]} other", inputs)
            yield Proposal("order", _target(passage, item), (says,), firm=_is_sure(passage, first, item))


def _is_sure(passage: Passage, first: Item, item: Item) -> bool:
    """Whether the number before is surely what is compared, and with that very number.

    20 kg below the 80 kg limit is a difference, better than the 93 cents may be more or less, and what stands further
    off is of something else.
    """
    words = passage.between(first, item)
    if first.sentence != item.sentence or first.index != item.index - 1 or first.size == item.size:
        return False
    if passage.folded[item.end : item.end + 1] in _APOSTROPHES or cue("order", "quality").search(words):
        return False
    found = [m for way in _SIGNS for m in cue("order", way).finditer(words)]
    if script(passage.sentences[item.sentence].language) == HAN:
        return True
    lead, rest = (words[: found[0].start()], words[max(m.end() for m in found) :]) if found else ("", "")
    definite = _DEFINITE.match(rest.lstrip()) is not None and cue("order", "loose").search(rest) is None
    return definite and not _BARE.fullmatch(lead) and not _is_year(first)


def _is_year(item: Item) -> bool:
    return not item.dimension and _YEAR.fullmatch(item.mention.text) is not None


def _target(passage: Passage, item: Item) -> Span:
    """Return what is judged: the number with the comparative in front of it, since the number itself may be right."""
    words = passage.before(item, _SHORT)
    starts = [m.start() for way in _SIGNS for m in cue("order", way).finditer(words)]
    return Span(item.start - len(words) + max(starts), item.end) if starts else item.mention.span


def _way(passage: Passage, item: Item) -> str:
    """Return the direction of a comparative before a definite number, else nothing."""
    previous = passage.items[item.index - 1].mention.numeral.end if item.index else 0
    words = passage.before(item, max(0, min(_REACH, item.start - previous)))
    if item.mention.number.hedge or item.is_percent:
        return ""
    found = [(m.end(), way) for way in _SIGNS for m in cue("order", way).finditer(words)]
    if not found:
        return _behind(passage, item, words)
    end, way = max(found)
    rest = words[end:]
    definite = _DEFINITE.search(rest) or (_NAMED.match(rest) and passage.after(item, 1) == "的")
    return _of_times(item, words[:end], way) if not _BREAK.search(rest) and definite else ""


def _of_times(item: Item, words: str, way: str) -> str:
    """Return the direction for a time: who is faster takes less of it; who is ahead, or better, is left open."""
    if item.dimension != _TIME:
        return way
    turned = next(
        (key for key in ("fast", "slow", "rank") for m in cue("order", key).finditer(words) if m.end() == len(words)),
        "",
    )
    return {"fast": "down", "slow": "up", "rank": ""}.get(turned, way)


def _behind(passage: Passage, item: Item, words: str) -> str:
    """Read a comparison that ends behind the number: 比2360公斤的老款还轻."""
    if not words.rstrip().endswith(tuple(_WITH)):
        return ""
    rest = passage.after(item, _REACH)
    stop = _BREAK.search(rest)
    clause = rest[: stop.start()] if stop else rest
    ways = {way for way in _SIGNS for _ in cue("order", f"{way}_behind").finditer(clause)}
    return ways.pop() if len(ways) == 1 else ""


_WITH = ("比",)


def _compared(passage: Passage, item: Item) -> Item | None:
    """Return the number that is compared: the nearest before, of the same kind, and no other quantity between."""
    earlier = [one for one in passage.nearby(item) if one.index < item.index and alike(one, item)]
    if not earlier:
        return None
    first = earlier[-1]
    if first.mention.number.hedge in {"more", "less", "least", "most"} or first.mention.number.nominal is None:
        return None
    if _are_labels(passage, first, item):
        return None
    return None if passage.is_multiple(first) or first.mention.number.kind == "rough" else first


def _are_labels(passage: Passage, first: Item, item: Item) -> bool:
    """Whether two measures only tell two things of one kind apart: the 8.4 mm beach, the 1.3 mm beach."""
    words = [_NEXT.match(passage.after(one)) for one in (first, item)]
    return bool(item.dimension) and all(words) and len({m[1] for m in words if m}) == 1
