"""The same quantity twice: a lake of 185 metres … the 158-metre dam; 2.3万名观众 … 这3.2万名观众."""

import re
from collections.abc import Iterator

from factcheck.draft.equations.literal import premise, stated
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage, alike
from factcheck.draft.words.cues import cue

_BACK = 3
_FEW = 2
_BLANKS = {ord(" "): None, ord(","): None}
_MANY = 10
_NOUN = re.compile(r"[-\s]?([a-z]{3,})")
_NOUN_ZH = re.compile(r"[长高宽深重]?的?([\u3400-\u9fff]{1,2})")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each number that a definite word ties to an earlier one of the same thing."""
    for item in passage.items:
        if item.mention.number.hedge or not _is_led(passage, item, "definite") or _is_compared(passage, item):
            continue
        before = [one for one in passage.nearby(item, _BACK) if one.index < item.index and _may_repeat(one, item)]
        tied = [one for one in before if _same(passage, one, item)] or _only_one(passage, before, item)
        candidates = tuple(_candidate(one, item) for one in reversed(tied or before))
        if candidates:
            yield Proposal("repeated", item.mention.span, candidates, firm=len(tied) == 1 and _is_slip(tied[0], item))


def _is_compared(passage: Passage, item: Item) -> bool:
    """Whether a number is told apart from the one before it: longer than the 1,230-km Rhine."""
    words = passage.before(item, 24)
    return any(cue("order", key).search(words) for key in ("up", "down"))


def _only_one(passage: Passage, before: list[Item], item: Item) -> list[Item]:
    """Return the only amount of its kind that a demonstrative can mean, in other digits: 7500万元 … 这5700万元."""
    pointed = bool(item.dimension) and (_is_led(passage, item, "demonstrative") or not _thing(passage, item))
    return before if pointed and len(before) == 1 else []


def _is_slip(first: Item, item: Item) -> bool:
    """Whether two numbers look like one that was typed wrong: digits swapped, one digit off, a zero too many.

    Another number of the same kind may be of another thing, whatever the article says.
    """
    a, b = (one.mention.number.text.translate(_BLANKS) for one in (first, item))
    digits, others = ([c for c in text if c.isdigit()] for text in (a, b))
    if sorted(digits) == sorted(others) and len(digits) > 1:
        return True
    off = sum(int(x != y) for x, y in zip(digits, others, strict=False))
    return len(digits) == len(others) and len(digits) > _FEW and off == 1


def _candidate(first: Item, item: Item) -> Candidate:
    return Candidate(f"first = {stated(item)}", (given("first", first, premise(first)),))


def _is_led(passage: Passage, item: Item, key: str) -> bool:
    """Whether a number stands right behind a word such as ``the`` or 这."""
    return re.search(rf"(?:{cue('repeated', key).pattern})$", passage.before(item, 24).rstrip()) is not None


def _may_repeat(first: Item, item: Item) -> bool:
    number = first.mention.number
    many = number.nominal is not None and (bool(first.dimension) or not -_MANY < number.nominal < _MANY)
    return alike(first, item) and many and number.hedge in {"", "about"}


def _same(passage: Passage, first: Item, item: Item) -> bool:
    """Whether two numbers are of one thing: the same counted noun, or a measure of a thing with the same noun."""
    if item.noun:
        told = passage.sentences[first.sentence].text(passage.folded)
        return first.noun == item.noun or (first.counter == item.counter != "" and item.noun in told)
    thing = _thing(passage, item)
    return bool(thing) and bool(item.dimension) and thing in passage.sentences[first.sentence].text(passage.folded)


def _thing(passage: Passage, item: Item) -> str:
    """Return the noun that a measure describes: dam of ``the 158-metre dam``."""
    rest = passage.after(item, 24)
    m = _NOUN.match(rest) or _NOUN_ZH.match(rest)
    return m[1] if m else ""
