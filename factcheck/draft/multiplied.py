"""The two values that a stated multiple is between: the one behind ``times the``, a name, a pair, or the only two."""

import re
from functools import cache

from factcheck.draft.cues import cue
from factcheck.draft.linking import is_plain, size
from factcheck.draft.pairs import Pair, paired
from factcheck.draft.passage import Item, Passage
from factcheck.draft.stated_multiple import Multiple
from factcheck.draft.values import comparable, is_time

_NEAR = 48
_FAR = 120
_BACK = 2
_STOP = re.compile(r"[,;:，；：。（）()]|\.\s")
_NAME = re.compile(r"\bas (?:the )?([A-Z][\w-]*)|(?:\b(?:that|those) of|times) (?:the )?([A-Z][\w-]*)")
_COMMON = frozenset("的是一了在有和与这那其个上下中大小年月日为")
_HAN = re.compile(r"[\u3400-\u9fff]")

Found = list[tuple[Pair, bool]]


def direct(passage: Passage, known: list[Item], one: Multiple) -> Found:
    """Return the pairs where the value compared with stands behind or before the multiple: twice the 2.0 tonnes."""
    base = _behind(passage, known, one) or _before(passage, known, one)
    return _with_subject(passage, known, one, base) if base is not None else []


def _behind(passage: Passage, known: list[Item], one: Multiple) -> Item | None:
    """Return the value behind ``times the``, in the same clause."""
    behind = next((value for value in known if value.start >= one.end), None)
    if behind is None or behind.sentence != one.sentence:
        return None
    gap = passage.folded[one.end : behind.start]
    return behind if len(gap) <= _NEAR and not _STOP.search(gap) and _bases().search(gap) else None


@cache
def _bases() -> re.Pattern[str]:
    mark = cue("multiple", "mark").pattern
    more = f"{cue('multiple', 'more').pattern}|{cue('multiple', 'less').pattern}"
    det = cue("change", "det").pattern
    return re.compile(
        rf"^(?:\s?(?:{mark}))?(?:\s(?:{more})(?:\s[a-z]+){{0,3}}\sthan|\sas\s[a-z]+(?:\s[a-z]+){{0,3}}\sas)?"
        rf"(?:\s?(?:of|{det}))*(?:\s[a-z-]+){{0,2}}\s?[$€£¥]?$|^以?上?于\s?$"
    )


def _before(passage: Passage, known: list[Item], one: Multiple) -> Item | None:
    """Return the value before ``的两倍``, behind 是 or 为."""
    value = next((value for value in reversed(known) if value.end <= one.start), None)
    if value is None or value.sentence != one.sentence:
        return None
    if not re.fullmatch(r"[\u3400-\u9fff]{0,2}的(?:约|近|将近|大约|整整|足足)?", passage.folded[value.end : one.start]):
        return None
    return value if _is().search(_STOP.split(passage.before(value, _NEAR))[-1]) else None


@cache
def _is() -> re.Pattern[str]:
    return re.compile(cue("multiple", "be").pattern)


def _with_subject(passage: Passage, known: list[Item], one: Multiple, base: Item) -> Found:
    """Return a value compared with and the values that may be N times as much: the last before, or those of before."""
    own, earlier = _subjects(known, one, base)
    if own:
        return [(paired(base, own[-1], "against"), _is_subject(passage, own[-1], one, base))]
    last = [value for value in earlier if value.sentence == earlier[-1].sentence][-2:] if earlier else []
    return [(paired(base, value, "against"), _is_subject(passage, value, one, base)) for value in reversed(last)]


def _subjects(known: list[Item], one: Multiple, base: Item) -> tuple[list[Item], list[Item]]:
    start = min(one.start, base.start)
    near = [value for value in known if value.end <= start and comparable(value, base)]
    own = [value for value in near if value.sentence == one.sentence]
    return own, [value for value in near if one.sentence - _BACK <= value.sentence < one.sentence]


def _is_subject(passage: Passage, value: Item, one: Multiple, base: Item) -> bool:
    """Whether the words between a value and its multiple name nothing else: ``, seventeen times``; ``，是老馆``."""
    gap = passage.folded[value.end : min(one.start, base.start)]
    clause = [piece for piece in _STOP.split(gap) if piece.strip()]
    return len(gap) <= _FAR and (is_plain(gap) or (bool(clause) and _starts().match(clause[-1]) is not None))


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{cue('multiple', 'be').pattern}|{cue('change', 'anaphora').pattern})")


def named(passage: Passage, known: list[Item], one: Multiple) -> Found:
    """Return the pair where the value compared with is that of a name: 9.1 times as quick as Summit."""
    name, start = _name(passage, one)
    subject = next((value for value in reversed(known) if _is_own(value, one, start)), None)
    if not name or subject is None:
        return []
    earlier = [value for value in known if value.end <= subject.start and one.sentence - value.sentence <= _BACK]
    others = [value for value in earlier if comparable(value, subject)]
    bound = [value for value in others if _carries(passage, value, name)]
    if len(bound) != 1:
        return []
    sure = len(others) == 1 or not _HAN.search(name)
    return [(paired(bound[0], subject, "against"), sure and is_plain(passage.folded[subject.end : start]))]


def _is_own(value: Item, one: Multiple, end: int) -> bool:
    return value.end <= end and value.sentence == one.sentence and not is_time(value)


def _name(passage: Passage, one: Multiple) -> tuple[str, int]:
    """Return what a value is compared with by name, in lower case, and where the comparison starts."""
    if m := _NAME.search(passage.text, one.end, one.end + _NEAR):
        return (m[1] or m[2]).casefold(), one.start
    window = max(passage.sentences[one.sentence].span.start, one.start - _NEAR)
    m = _of().search(passage.folded, window, one.start)
    return (m[1].strip(), m.start()) if m else ("", one.start)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue('multiple', 'be').pattern})([^的,，;；]{{1,12}})的(?:约|近|将近|大约|整整|足足)?$")


def _carries(passage: Passage, value: Item, name: str) -> bool:
    """Whether the words around a value hold a name, or share a character of a Chinese one."""
    sentence = passage.sentences[value.sentence]
    words = sentence.text(passage.folded)
    if not _HAN.search(name):
        return name in words
    return any(char in words for char in name if char not in _COMMON and _HAN.match(char))


def former(passage: Passage, known: list[Item], one: Multiple) -> Found:
    """Return the last two values for ``the former is four times the latter``."""
    words = passage.folded[max(0, one.start - _NEAR) : one.start]
    if not cue("multiple", "former").search(words):
        return []
    near = [value for value in known if value.end <= one.start and one.sentence - value.sentence <= _BACK]
    near = [value for value in near if comparable(value, near[-1])]
    return [(paired(near[-1], value, "against"), True) for value in reversed(near[-3:-1])]


def lone(passage: Passage, known: list[Item], one: Multiple) -> Found:
    """Return the only two values before a multiple, of one kind: $54,500 and $2,720, a factor of 20."""
    near = [value for value in known if value.end <= one.start and one.sentence - value.sentence <= _BACK]
    near = [value for value in near if not is_time(value) and comparable(value, near[-1])]
    if len(near) != 2 or near[-1].sentence != one.sentence:  # noqa: PLR2004 - a pair
        return []
    gap = passage.folded[near[-1].end : one.start]
    low, high = sorted(near, key=size)
    pair = paired(high, low, "against") if one.small or one.form == "less" else paired(low, high, "against")
    return [(pair, len(gap) <= _NEAR and is_plain(gap) and not _elsewhere(passage, one))]


def _elsewhere(passage: Passage, one: Multiple) -> bool:
    """Whether the words behind name what is compared with: times more than last year."""
    behind = _STOP.split(passage.folded[one.end : one.end + _NEAR])[0]
    return re.search(r"\bthan\b|\bas (?:many|much|\w+ as)\b|\bthe\b", behind) is not None
