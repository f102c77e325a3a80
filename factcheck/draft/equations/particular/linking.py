"""Whether the words tie a stated change to a pair of values: right behind it, or by ``that is``, ``the loss of``."""

import re
from collections.abc import Iterable
from itertools import takewhile

from factcheck.draft.equations.particular.pairs import Pair
from factcheck.draft.equations.particular.stated_change import Way, way
from factcheck.draft.quantities.values import comparable, is_bare, kind
from factcheck.draft.text.passage import CROWD, Item, Passage, Place
from factcheck.draft.words.phrases import phrases, spaced

_CLAUSE = re.compile(r"[,，;；:：]\s?|\b(?:and|while|whereas|when|but)\b|[.。!！?？]\s*")  # noqa: RUF001 - Chinese signs
_WORDS = re.compile(r"[a-z][a-z'\u2019]*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HARD = re.compile(r"[;；]")  # noqa: RUF001 - Chinese signs
_COLON = re.compile(r"[^,.;:，。；：]{0,40}[:：]\s?")  # noqa: RUF001 - Chinese signs
_RESUMED = re.compile(r"\s?(?:is|are|was|were|has|have|had)\b")
_ENDED = re.compile(r"[.!?]\s")
_BACK = 4
_CLOSE = 30
_OTHER = re.compile(r"(?:\s[a-z]+){0,3}\s(?:than|above|below)\s(?!before|then|in\b|last|previously|a year|the year)")
FAR = 160
_MORE = re.compile(r"\s(?:more|less|fewer) ([a-z]+(?: [a-z]+)?) than\b")
_NEXT = re.compile(r"\b(?:and|but|while|whereas)(?: then| later)? (?:is|are|was|were|has|have|had|[a-z]+ed)\b")
_PER = re.compile(r"每[\u3400-\u9fff]")
_ONE = 1
_CHANGES = ("up", "down", "either", "more", "fewer")
_TIMES = ("last", "now", "earlier")
_NEUTRAL = (*_CHANGES, *_TIMES, "fill", "neutral", "conclude", "anaphora", "det", "from")


def tied(passage: Passage, known: Iterable[Pair], target: Place, toward: Way | None) -> list[tuple[Pair, bool]]:
    """Return the pairs that a stated change may be of, the nearest first, each with whether there is no doubt."""
    near = [pair for pair in known if -_BACK <= pair.after.sentence - target.sentence <= _BACK]
    found = [(pair, _tie(passage, pair, target)) for pair in near if _agrees(pair, toward)]
    close = sorted(
        (not tie and pair.start > target.start, _distance(pair, target), i)
        for i, (pair, tie) in enumerate(found)
        if tie is not None
    )
    return [(found[i][0], bool(found[i][1]) and not _interrupted(passage, found[i][0], target)) for *_, i in close]


def _interrupted(passage: Passage, pair: Pair, target: Place) -> bool:
    """Whether another value of the same kind stands between a pair and the change behind it."""
    first = max(pair.before.index, pair.after.index) + 1
    between = takewhile(lambda one: one.end <= target.start, passage.items[first : first + CROWD])
    return any(comparable(one, pair.after) and not is_bare(one) and way(passage, one) is None for one in between)


def _agrees(pair: Pair, toward: Way | None) -> bool:
    """Whether a pair goes the way that is stated; ``from A to B`` says itself which way it goes."""
    before, after = size(pair.before), size(pair.after)
    return toward in {None, "either"} or pair.how == "from" or before == after or (before < after) is (toward == "up")


def size(item: Item) -> float:
    """Return about how large a value is, in base units, to tell the larger of two."""
    factor = 1.0
    for one in item.mention.measure.factors:
        factor *= float(one.unit.factor) ** float(one.power)
    return float(item.mention.number.nominal or 0) * factor


def _distance(pair: Pair, target: Place) -> int:
    return target.start - pair.end if pair.end <= target.start else max(0, pair.start - target.end)


def _tie(passage: Passage, pair: Pair, target: Place) -> bool | None:
    """Return True where a change is surely of a pair, False where it may be, None where it is not."""
    first, last = pair.sentences
    if (
        target.sentence < first
        or target.sentence - last > _ONE + 1
        or target.start in {pair.before.start, pair.after.start}
    ):
        return None
    if target.end <= pair.start:
        return _ahead(passage, pair, target)
    if target.start < pair.end:
        return (
            first == last == target.sentence
            and not _is_of_other(passage, pair, target)
            and not _listed(passage, pair, target)
            and (pair.how != "dates" or _looks_back(passage, target))
        )
    gap = passage.folded[pair.end : target.start]
    if len(gap) > FAR or "\n\n" in gap:
        return None
    sure = is_plain(gap) or concludes(gap) if target.sentence == last else _across(gap)
    return sure and not elsewhere(passage, target)


def elsewhere(passage: Passage, target: Place) -> bool:
    """Whether a change is compared with what stands behind it: 16 percent above its close of May."""
    return _OTHER.match(passage.folded, target.end) is not None


def _is_of_other(passage: Passage, pair: Pair, target: Place) -> bool:
    """Whether a change is of what is named behind it: at 1,200 metres, 30 percent more snow than at 700 metres."""
    m = _MORE.match(passage.folded, target.end)
    if m is None or phrases("multiple", "more", "less").starting(m[0].strip()) not in {"more", "less", "fewer"}:
        return False
    return not m[1].endswith(kind(pair.after) or "?")


def _listed(passage: Passage, pair: Pair, target: Place) -> bool:
    """Whether a change is only in a list with a value: at 4 ppb and 2 ppb below the limit of 15."""
    first = min(pair.before, pair.after, key=lambda value: value.start)
    return passage.folded[first.end : target.start].strip() in {"and", "or", "to", "和", "与", "、", "或"}


def _looks_back(passage: Passage, target: Place) -> bool:
    """Whether a change is said to be on the time before: 环比增长60%, 4月只有500台."""
    words = passage.folded[max(0, target.start - _CLOSE) : target.start]
    return phrases("change", "on_before").inside(_last_clause(words))


def _ahead(passage: Passage, pair: Pair, target: Place) -> bool | None:
    """Judge a change before its pair: it rose by 4.5 points, from 31.4 to 35.9."""
    if target.sentence != pair.sentences[0]:
        return None
    gap = passage.folded[target.end : pair.start]
    if _HARD.search(gap) or _NEXT.search(gap) or len(gap) > FAR:
        return None
    return (len(gap) <= _CLOSE and pair.how != "dates" and is_plain(gap)) or _COLON.fullmatch(gap) is not None


def _across(gap: str) -> bool:
    """Judge a change of the sentence behind: that is 4 % in all; the loss of 9 points; the 75 kg saved."""
    clause = _last_clause(gap)
    sentence = spaced(_ENDED.split(gap)[-1]).strip()
    told = phrases("change", "conclude").inside(sentence) or phrases("change", "anaphora").starting(sentence)
    if _RESUMED.match(clause) and sentence != clause.strip() and not told:
        return False  # its subject stands before a comma: business in Denver, Colorado, is down
    return is_plain(gap) or concludes(clause) or _is_definite(clause)


def concludes(gap: str) -> bool:
    """Whether the words before a change draw it from what was said: so it has grown by."""
    return phrases("change", "conclude").inside(spaced(_last_clause(gap)))


def _is_definite(clause: str) -> bool:
    """Whether words end with ``the loss of``, ``those additional``, ``the``."""
    rest = phrases("change", "up", "down", "either", "more", "definite_fill").without_end(spaced(clause))
    return bool(phrases("change", "definite").ending(rest))


def _last_clause(gap: str) -> str:
    return _CLAUSE.split(gap)[-1]


def is_plain(gap: str, slack: int = _ONE) -> bool:
    """Whether the words between a pair and a change name nothing else: ``, a jump of``; ``，同比增长``.

    ``slack`` is how many Chinese characters more there may be; none where they compare with something else.
    """
    clause = _PER.sub("", _last_clause(gap))
    left = 0 if "比" in clause else slack
    return _is_neutral(_WORDS.findall(clause)) and _is_neutral_han("".join(_HAN.findall(clause)), left)


def _is_neutral(words: list[str]) -> bool:
    known = phrases("change", *_NEUTRAL).words
    return all(word in known for word in words)


def _is_neutral_han(run: str, slack: int) -> bool:
    """Whether few characters are left of Chinese words without those that name nothing."""
    known, left = phrases("change", *_NEUTRAL), 0
    while run:
        word = known.starting(run)
        left += not word
        run = run[len(word) or 1 :]
    return left <= slack
