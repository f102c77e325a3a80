"""A ratio of two numbers that the text gives: 72 GPUs and 36 CPUs, a ratio of 2:1; 男生30名、女生15名，比例2：1."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from math import gcd

from factcheck.draft.equations.literal import premise
from factcheck.draft.equations.particular.sizes import is_slip
from factcheck.draft.equations.proposal import Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage, Sentence, once, same_counter
from factcheck.draft.words.cues import cue
from factcheck.source import Span

_RATIO = re.compile(
    r"(?<![a-z0-9_.:])([0-9]{1,6}(?:\.[0-9]+)?)(?::|\s:\s|\s?[：\u2236比]\s?|\sto\s)([0-9]{1,6}(?:\.[0-9]+)?)"
    r"(?!:?[a-z0-9_]|[.,][0-9])"
)
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_IN_WORDS = re.compile(rf"(?<![a-z-])({_WORDS})[\s-]to[\s-]({_WORDS})(?![a-z-])")
_CLOCK = re.compile(r"[0-9]{1,2}:0[0-9]")
_OF = re.compile(r"\s(?:of|between)\b")
_LEAD = 24
_PAIR = 2
_FEW = 4
_SMALL = 3


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each ratio that stands near the two numbers that it is of."""
    for sentence in passage.sentences:
        for m in _said_ratios(passage, sentence):
            lead = passage.folded[max(sentence.span.start, m.start() - _LEAD) : m.start()]
            behind = _noun(passage, m.end())
            said = cue("ratio", "cue").search(lead) or behind or _outnumber(passage, sentence, m.start())
            if said and not cue("ratio", "score").search(lead):
                span = Span(*m.span())
                pair = _pair(passage, sentence, span)
                if pair is not None:
                    ratio = float(_digits(m[1])), float(_digits(m[2]))
                    alone = all(other == span for other in _ratios(passage, sentence.index)) and "odds" not in lead
                    alone = alone and not (behind and _OF.match(passage.folded, behind.end())) and "." not in m[2]
                    firm = alone and _is_near(*pair, *ratio) and _are_parties(passage, *pair)
                    firm = firm and not _is_after_unknown(passage, pair, span)
                    yield Proposal("ratio", span, _candidates(*pair, f"{_digits(m[1])}:{_digits(m[2])}"), firm=firm)


def _is_after_unknown(passage: Passage, pair: tuple[Item, Item], ratio: Span) -> bool:
    """Whether a question stands between two numbers and their ratio: how many must he give so that it is 6:5."""
    start, end = sorted((min(pair[1].end, ratio.end), max(pair[0].start, ratio.start)))
    return cue("ratio", "asked").search(passage.folded, start, end) is not None


def _is_near(first: Item, second: Item, one: float, other: float) -> bool:
    """Whether two numbers are not so far from a ratio, in either order, that it must be one of others."""
    derived = float(first.size / second.size)
    return one > 0 < other and (is_slip(one / other, derived) or is_slip(one / other, 1 / derived))


def _are_parties(passage: Passage, first: Item, second: Item) -> bool:
    """Whether a ratio must be of two numbers: both count, and the only others like them is what they come to."""
    if bool(first.counter) != bool(second.counter) or any(_is_word(one) for one in (first, second)):
        return False
    if passage.between(first, second).strip() == "/":  # a fraction
        return False
    near = {one.index: one for item in (first, second) for one in passage.nearby(item)}.values()
    others = [one for one in near if one.index not in (first.index, second.index) and _counts(one)]
    alike = [one for one in others if first.counter and same_counter(one, first) and same_counter(one, second)]
    return all(one.size in {first.size + second.size, first.size, second.size} for one in alike)


def _is_word(item: Item) -> bool:
    """Whether a number is rather a word: 一辆客车, 两个人."""
    return item.size < _SMALL and not item.mention.text[0].isdigit()


def _noun(passage: Passage, end: int) -> re.Match[str] | None:
    """Return the word behind a ratio that says what it is: a 2:1 ratio, 2:1的比例."""
    return re.compile(rf"\s?(?:{cue('ratio', 'noun').pattern})").match(passage.folded, end)


def _said_ratios(passage: Passage, sentence: Sentence) -> Iterator[re.Match[str]]:
    """Yield the ratios of a sentence, in digits and in words: 3:1, three to one."""
    for m in _RATIO.finditer(passage.folded, *sentence.span):
        if not _CLOCK.fullmatch(m[0]) and (" to " not in m[0] or _is_lowest(m)):
            yield m
    yield from _IN_WORDS.finditer(passage.folded, *sentence.span)


def _is_lowest(m: re.Match[str]) -> bool:
    """Whether numbers with ``to`` between them are a ratio and no range: 3 to 1, 7 to 5, 2.4 to 1."""
    return "1" in m.groups() or ("." not in m[0] and gcd(int(m[1]), int(m[2])) == 1)


def _digits(word: str) -> str:
    words = _WORDS.split("|")
    return str(words.index(word) + 1) if word in words else word


@once
def _ratios(passage: Passage, sentence: int) -> list[Span]:
    """Return the ratios of a sentence: in lowest terms, where ``420 to 140`` are numbers of two parties."""
    found = _RATIO.finditer(passage.folded, *passage.sentences[sentence].span)
    return [Span(*m.span()) for m in found if "." in m[0] or gcd(int(m[1]), int(m[2])) == 1]


def _outnumber(passage: Passage, sentence: Sentence, end: int) -> bool:
    """Whether a verb says it: boys outnumber girls, 420 to 140, or by 3 to 1."""
    words = passage.folded[sentence.span.start : end]
    return words.endswith("by ") and cue("ratio", "verb").search(words) is not None


def _pair(passage: Passage, sentence: Sentence, span: Span) -> tuple[Item, Item] | None:
    """Return the two numbers: those of the sentence where it has two, else those of the one before or after."""
    for index in (sentence.index, sentence.index - 1, sentence.index + 1):
        if 0 <= index < len(passage.sentences):
            parties = _parties(passage, index)
            at = bisect_left(parties, span.start, key=_start)
            near = parties[max(0, at - _FEW) : at + _FEW]
            found = _nearest([one for one in near if not _inside(one, span)], span)
            if found is not None:
                return found
    return None


@once
def _parties(passage: Passage, index: int) -> list[Item]:
    """Return the numbers of a sentence that a ratio may be of."""
    ratios = _ratios(passage, index)
    ends = [span.end for span in ratios]
    counted = [one for one in passage.sentences[index].items if _counts(one)]
    behind = [ratios[bisect_right(ends, one.start) :][:1] for one in counted]
    return [one for one, near in zip(counted, behind, strict=True) if not (near and _inside(one, near[0]))]


def _start(item: Item) -> int:
    return item.start


def _counts(item: Item) -> bool:
    number = item.mention.number
    return (
        number.nominal is not None and number.nominal > 0 and not item.is_percent and item.dimension != (("time", 1),)
    )


def _inside(item: Item, span: Span) -> bool:
    return item.start < span.end and span.start < item.end


def _nearest(items: list[Item], span: Span) -> tuple[Item, Item] | None:
    """Return the two nearest before the ratio, else the first two behind it, where they are of one dimension."""
    before = [item for item in items if item.end <= span.start]
    pair = before[-_PAIR:] if len(before) >= _PAIR else items[:_PAIR]
    return (pair[0], pair[1]) if len(pair) == _PAIR and pair[0].dimension == pair[1].dimension else None


def _candidates(first: Item, second: Item, ratio: str) -> tuple[Candidate, ...]:
    """Return both orders: the text may name the parties in either."""
    pairs = ((first, second), (second, first))
    return tuple(
        Candidate(f"first : second = {ratio}", (given("first", a, premise(a)), given("second", b, premise(b))))
        for a, b in pairs
    )
