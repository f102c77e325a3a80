"""The same quantity twice: a lake of 185 metres … the 158-metre dam; 2.3万名观众 … 这3.2万名观众."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.draft.equations.literal import premise, stated
from factcheck.draft.equations.proposal import Candidate, Proposal, Voice, given
from factcheck.draft.quantities.values import is_date
from factcheck.draft.text.passage import Item, Passage, alike
from factcheck.draft.words.cues import cue
from factcheck.draft.words.records import trusted
from factcheck.prose.lexicon import lexicon

ROW = "repeated-slip"
_BACK = 3
_FEW = 2
_BLANKS = {ord(" "): None, ord(","): None}
_MANY = 10
_NOUN = re.compile(r"[-\s]?([a-z]{3,})")
_NOUN_ZH = re.compile(r"[长高宽深重]?的?([\u3400-\u9fff]{1,2})")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_AGE = "year of age"


class Again(NamedTuple):
    """A number that a definite word ties to earlier ones, the nearest first; ``row`` is empty where it ties loosely."""

    item: Item
    firsts: Sequence[Item]
    held: bool
    row: str


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each number that a definite word ties to an earlier one of the same thing."""
    for item, firsts, held, row in told_again(passage):
        candidates = tuple(_candidate(one, item) for one in firsts)
        voice: Voice = "verify" if held else "accuse" if row in trusted() else "ask"
        yield Proposal("repeated", item.mention.span, candidates, voice=voice, row="" if held else row)


def told_again(passage: Passage) -> Iterator[Again]:
    """Yield the numbers that repeat an earlier one, and those that are a slip of the only one that they can mean."""
    for item in passage.items:
        if _is_no_amount(item) or not _is_led(passage, item, "definite") or _is_compared(passage, item):
            continue
        before = [one for one in passage.nearby(item, _BACK) if one.index < item.index and _may_repeat(one, item)]
        tied = [one for one in before if _same(passage, one, item)] or _only_one(passage, before, item)
        row = f"{passage.sentences[item.sentence].language}:{ROW}"
        same = [one for one in tied or before if one.size == item.size]
        if same:
            yield Again(item, same[::-1], held=True, row=row if tied else "")
        elif _is_meant(passage, tied, item) and _is_slip(tied[-1], item):
            yield Again(item, tied[-1:], held=False, row=row)


def _is_meant(passage: Passage, tied: Sequence[Item], item: Item) -> bool:
    """Whether a number can only mean an earlier one: what stands in its own sentence, or is a change, is another."""
    if len({one.size for one in tied}) != 1 or tied[-1].sentence == item.sentence:
        return False
    return _thing(passage, item) not in lexicon().change


def _is_no_amount(item: Item) -> bool:
    """Whether a number is a bound, a span of time, or perhaps a year or a name: the three months, the 2028 notes."""
    number = item.mention.number
    if number.hedge or number.nominal is None or (is_date(item) and item.mention.measure.name != _AGE):
        return True
    if item.dimension or item.counter:
        return False
    return not item.mention.measure.name or _YEAR.fullmatch(number.text) is not None


def _is_compared(passage: Passage, item: Item) -> bool:
    """Whether a number is told apart from the one before it: longer than the 1,230-km Rhine."""
    words = passage.before(item, 24)
    return any(cue("order", key).search(words) for key in ("up", "down"))


def _only_one(passage: Passage, before: list[Item], item: Item) -> list[Item]:
    """Return the only amount of its kind that a demonstrative can mean, in other digits: 7500万元 … 这5700万元."""
    pointed = bool(item.dimension) and (_is_led(passage, item, "demonstrative") or not _thing(passage, item))
    return before if pointed and len(before) == 1 else []


def _is_slip(first: Item, item: Item) -> bool:
    """Whether two amounts look like one that was typed wrong: two digits swapped, or one of three and more off.

    Another number of the same kind may be of another thing, whatever the article says; an age is often.
    """
    if item.mention.measure.name == _AGE:
        return False
    a, b = (one.mention.number.text.translate(_BLANKS) for one in (first, item))
    off = [at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or not all(a[at].isdigit() and b[at].isdigit() for at in off):
        return False
    if len(off) == _FEW:
        one, other = off
        return a[one + 1 : other] in {"", "."} and (a[one], a[other]) == (b[other], b[one])
    return len(off) == 1 and sum(char.isdigit() for char in a) > _FEW


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
        if not _is_named_alike(first, item):
            return False
        told = passage.sentences[first.sentence].text(passage.folded)
        return first.noun == item.noun or (first.counter == item.counter != "" and item.noun in told)
    thing = _thing(passage, item)
    return bool(thing) and bool(item.dimension) and thing in passage.sentences[first.sentence].text(passage.folded)


def _is_named_alike(first: Item, item: Item) -> bool:
    """Whether two counted nouns have no different words before them: not 122 pregnant females and 128 mature ones."""
    one, other = first.mention.measure.name.casefold(), item.mention.measure.name.casefold()
    return one.endswith(other) or other.endswith(one) or first.noun != item.noun


def _thing(passage: Passage, item: Item) -> str:
    """Return the noun that a measure describes: dam of ``the 158-metre dam``."""
    rest = passage.after(item, 24)
    m = _NOUN.match(rest) or _NOUN_ZH.match(rest)
    return m[1] if m and m[1] not in lexicon().function else ""
