"""The shares of a whole make 100 percent: 58 percent, 27 percent and the remaining 15 percent; 其余15%来自光伏."""

import re
from collections.abc import Iterator

from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage, alike
from factcheck.draft.proposal import Candidate, Proposal, given
from factcheck.draft.share import is_share, remains

_LIST, _PAIR = 3, 2
_ANSWER = 32
_CROWD = 40
"""A sentence with more quantities is a table, and no list of the shares of one whole."""
_WHOLE = 100.5
_BESIDE = re.compile(r"(?:\b(?:remaining|other)\s|(?:其余|剩余|余下|剩下)的?)$")
_OF_OTHER = re.compile(r"\s?of (?!(?:it|them|that|those|these)\b)|的")
_OF = re.compile(r"\s?of\b")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose what remains of a whole, and the last of a list that makes a whole."""
    for item in passage.items:
        if item.mention.change is None and is_share(item):
            yield from _remaining(passage, item) if remains(passage, item) else _listed(passage, item)


def _remaining(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose ``100 % - others`` for the share that is said to remain."""
    others = _siblings(passage, item)
    if others:
        yield Proposal("shares-sum", item.mention.span, (_rest(others, item),), firm=len(others) > 1)
    else:
        yield from _rest_of_counts(passage, item)


def _rest_of_counts(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose what two counts leave: of 560 called, 392 came, and the remaining 30 percent were fined."""
    near = [one for one in passage.nearby(item, 0) if one.index < item.index]
    if len(near) != _PAIR or not alike(*near) or not _BESIDE.search(passage.before(item, _ANSWER)):
        return
    if not 1 < near[1].size < near[0].size or _OF_OTHER.match(passage.after(item)):
        return
    inputs = (given("whole", near[0], premise(near[0])), given("part", near[1], premise(near[1])))
    says = f"(whole - part) / whole = {stated(item)}"
    yield Proposal("share", item.mention.span, (Candidate(says, inputs),), firm=not near[0].noun or not near[1].noun)


def _siblings(passage: Passage, item: Item) -> list[Item]:
    """Return the shares before this one: of its sentence, or of the one before where it is the first."""
    for index in (item.sentence, item.sentence - 1):
        items = passage.sentences[index].items if index >= 0 else ()
        if len(items) > _CROWD:
            return []
        found = [one for one in items if one.index < item.index and is_share(one) and one.mention.change is None]
        if found:
            return found
    return []


def _rest(others: list[Item], item: Item) -> Candidate:
    inputs = tuple(given(f"share_{i}", one, premise(one)) for i, one in enumerate(others, 1))
    return Candidate(f"100 % - {' - '.join(one.name for one in inputs)} = {stated(item)}", inputs)


def _listed(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose that the shares of a list make a whole; it is an error only where they make more than that."""
    sentence = passage.sentences[item.sentence]
    if len(sentence.items) > _CROWD:
        return
    shares = [one for one in sentence.items if one.is_percent and one.mention.change is None and not _of(passage, one)]
    if len(shares) < _PAIR or shares[-1] is not item:
        return
    total = sum(one.mention.number.nominal or 0 for one in shares)
    said = len(cue("shares", "of_one").findall(sentence.text(passage.folded)))
    if len(shares) >= _LIST or said >= len(shares):
        apart = cue("sum", "nested").search(sentence.text(passage.folded)) is None
        answers = said >= len(shares) - 1 or cue("shares", "no_answer").search(passage.after(item, _ANSWER)) is not None
        firm = len(shares) >= _LIST and answers and total > _WHOLE and apart
        yield Proposal("shares-sum", item.mention.span, (_rest(shares[:-1], item),), firm=firm)


def _of(passage: Passage, item: Item) -> bool:
    return _OF.match(passage.after(item)) is not None
