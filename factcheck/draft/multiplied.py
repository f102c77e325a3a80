"""The two values that a stated multiple is between: the one behind ``times the``, a name, a pair, or the only two."""

import re

from factcheck.draft.linking import concludes, is_plain, size
from factcheck.draft.pairs import Pair, paired
from factcheck.draft.passage import Item, Passage
from factcheck.draft.phrases import phrases, spaced
from factcheck.draft.stated_multiple import Multiple
from factcheck.draft.values import comparable, is_time, together

_HARD = re.compile(r"[;；]|\b(?:while|whereas|but)\b")  # noqa: RUF001 - Chinese signs
_NEAR = 48
_FAR = 120
_BACK = 2
_STOP = re.compile(r"[,;:，；：。（）()]|\.\s")  # noqa: RUF001 - Chinese signs
_AS = re.compile(r"^as [a-z]+(?: [a-z]+){0,3} as\b")
_THAN = re.compile(r"^[a-z]+(?: [a-z]+){0,3} than\b")
_WHICH = re.compile(
    r"[ -](?:times|fold) (?:the|as|that of|those of|[a-z]+ than)\b[^,.;:()]*"
    r"(?:, (?:(?:which|that|who) (?:has|have|had|is|was|holds?|held)|with) (?:only |just |about )?| \()[$€£¥]?"
)
_WORDS = 2
_OF = re.compile(r"([^的,，;；。]{1,24})的(?:约|近|将近|大约|整整|足足)?$")  # noqa: RUF001 - Chinese signs
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
    if _WHICH.fullmatch(gap) and len(gap) <= _FAR:
        return behind
    return behind if len(gap) <= _NEAR and not _STOP.search(gap) and _names_base(gap) else None


def _names_base(gap: str) -> bool:
    """Whether words between a multiple and a value compare them: times the, as much as last year's, times more than."""
    words = phrases("multiple", "mark").without_start(spaced(gap))
    words = _AS.sub("", words) if not phrases("multiple", "more", "less").starting(words) else _THAN.sub("", words)
    rest = phrases("change", "det").without_end(words.strip(" $€£¥"))
    return len([word for word in rest.split() if word not in {"of", "the", "that"}]) <= _WORDS or rest in {
        "于",
        "以上于",
    }


def _before(passage: Passage, known: list[Item], one: Multiple) -> Item | None:
    """Return the value before ``的两倍``, behind 是 or 为."""
    value = next((value for value in reversed(known) if value.end <= one.start), None)
    if value is None or value.sentence != one.sentence:
        return None
    if not re.fullmatch(r"[\u3400-\u9fff]{0,2}的(?:约|近|将近|大约|整整|足足)?", passage.folded[value.end : one.start]):
        return None
    return value if phrases("multiple", "be").inside(_STOP.split(passage.before(value, _NEAR))[-1]) else None


def _with_subject(passage: Passage, known: list[Item], one: Multiple, base: Item) -> Found:
    """Return a value compared with and the values that may be N times as much: the last before, or those of before."""
    own, earlier = _subjects([value for value in known if together(passage, value.end, one.start)], one, base)
    if own:
        return [(paired(base, own[-1], "against"), _is_subject(passage, own[-1], one, base))]
    last = [value for value in earlier if value.sentence == earlier[-1].sentence][-2:] if earlier else []
    return [(paired(base, value, "against"), _is_subject(passage, value, one, base)) for value in reversed(last)]


def _subjects(known: list[Item], one: Multiple, base: Item) -> tuple[list[Item], list[Item]]:
    start = min(one.start, base.start)
    near = [value for value in known if value.end <= start and comparable(value, base)]
    own = [value for value in near if value.sentence == one.sentence]
    earlier = (value for value in near if one.sentence - _BACK <= value.sentence < one.sentence)
    return own, [value for value in earlier if value.dimension == base.dimension]


def _is_subject(passage: Passage, value: Item, one: Multiple, base: Item) -> bool:
    """Whether the words between a value and its multiple name nothing else: ``, seventeen times``; ``，是老馆``."""
    gap = passage.folded[value.end : min(one.start, base.start)]
    if value.sentence == one.sentence and not one.half and base.start >= one.end and _HARD.search(gap) is None:
        return len(gap) <= _FAR
    clause = [piece for piece in _STOP.split(gap) if piece.strip()]
    return len(gap) <= _FAR and (is_plain(gap) or (bool(clause) and _starts(clause[-1])))


def _starts(clause: str) -> bool:
    words = spaced(clause).strip()
    return bool(phrases("multiple", "be").starting(words) or phrases("change", "anaphora").starting(words))


def named(passage: Passage, known: list[Item], one: Multiple) -> Found:
    """Return the pair where the value compared with is that of a name: 9.1 times as quick as Summit; 是老厂的3倍."""
    name, start = _name(passage, one)
    near = [value for value in known if value.end <= start and _in_reach(passage, value, one)]
    if not name or not near:
        return []
    subject, sure = _subject(passage, near, start)
    others = [value for value in near if value != subject and comparable(value, subject)]
    base = _bound(passage, others, name)
    if base is None:
        return []
    return [(paired(base, subject, "against"), sure)]


def _in_reach(passage: Passage, value: Item, one: Multiple) -> bool:
    return (
        together(passage, value.end, one.start) and 0 <= one.sentence - value.sentence <= _BACK and not is_time(value)
    )


def _subject(passage: Passage, near: list[Item], start: int) -> tuple[Item, bool]:
    """Return the value that is so many times another: the one of the name before ``is``, or the last one."""
    gap = passage.folded[near[-1].end : start]
    if is_plain(gap):
        return near[-1], True
    own = _bound(passage, near, _STOP.split(gap)[-1])
    return (own, True) if own is not None else (near[-1], False)


def _name(passage: Passage, one: Multiple) -> tuple[str, int]:
    """Return what a value is compared with by name, in lower case, and where the comparison starts."""
    if m := _NAME.search(passage.text, one.end, one.end + _NEAR):
        return (m[1] or m[2]).casefold(), one.start
    window = max(passage.sentences[one.sentence].span.start, one.start - _NEAR)
    m = _OF.search(passage.folded[window : one.start])
    return _after_be(m[1], window + m.start()) if m else ("", one.start)


def _after_be(words: str, start: int) -> tuple[str, int]:
    """Return the words behind the last ``is``, and where that stands: 新厂是老厂 is compared with 老厂."""
    known = phrases("multiple", "be")
    ends = [i for i in range(1, len(words)) if known.ending(words[:i])]
    if not ends:
        return "", start
    return words[ends[-1] :].strip(), start + ends[-1] - len(known.ending(words[: ends[-1]]))


def _bound(passage: Passage, near: list[Item], name: str) -> Item | None:
    """Return the one value whose own words share most with a name."""
    shared = [_shared(passage, value, name) for value in near]
    best = max(shared, default=0)
    return near[shared.index(best)] if best and shared.count(best) == 1 else None


def _shared(passage: Passage, value: Item, name: str) -> int:
    """Return how many words of a name (characters of a Chinese one) stand before a value, or behind it in English."""
    before = _STOP.split(passage.before(value))[-1]
    words = before + " " + ("" if _HAN.search(name) else _STOP.split(passage.after(value))[0])
    if _HAN.search(name):
        return sum(char in words for char in name if char not in _COMMON and _HAN.match(char))
    return sum(bool(re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", words)) for word in name.split())


def former(passage: Passage, known: list[Item], one: Multiple) -> Found:
    """Return the last two values for ``the former is four times the latter``."""
    words = passage.folded[max(0, one.start - _NEAR) : one.start]
    if not phrases("multiple", "former").inside(words):
        return []
    near = [value for value in known if value.end <= one.start and _in_reach(passage, value, one)]
    near = [value for value in near if comparable(value, near[-1])]
    pairs = [(near[-1], value) for value in reversed(near[-3:-1])]
    return [(paired(*(pair[::-1] if _latter_first(words) else pair), "against"), True) for pair in pairs]


def _latter_first(words: str) -> bool:
    """Whether the latter is so many times the former."""
    first = [max(map(words.find, phrases("multiple", key).words)) for key in ("latter", "former")]
    return 0 <= first[0] < first[1]


def lone(passage: Passage, known: list[Item], one: Multiple) -> Found:
    """Return the only two values before a multiple, of one kind: $54,500 and $2,720, a factor of 20."""
    near = [value for value in known if value.end <= one.start and _in_reach(passage, value, one)]
    near = [value for value in near if not is_time(value) and comparable(value, near[-1])]
    if len(near) != 2 or near[-1].sentence != one.sentence:  # noqa: PLR2004 - a pair
        return []
    gap = passage.folded[near[-1].end : one.start]
    low, high = sorted(near, key=size)
    pair = paired(high, low, "against") if one.small or one.form == "less" else paired(low, high, "against")
    return [(pair, len(gap) <= _NEAR and (is_plain(gap) or concludes(gap)) and not _elsewhere(passage, one))]


def _elsewhere(passage: Passage, one: Multiple) -> bool:
    """Whether the words behind name what is compared with: times more than last year."""
    behind = _STOP.split(passage.folded[one.end : one.end + _NEAR])[0]
    return re.search(r"\bthan\b|\bas (?:many|much|\w+ as)\b|\bthe\b", behind) is not None
