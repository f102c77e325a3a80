"""Which attribute of a thing a number is, by what it measures and by the words around it, in which precision."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from factcheck.draft.equations.literal import stated, unit_text
from factcheck.draft.text.passage import Item
from factcheck.draft.things.catalogue import Property
from factcheck.draft.things.scene import REACH, Scene
from factcheck.draft.things.vocabulary import Vocabulary
from factcheck.draft.words.cues import cue
from factcheck.quantity.dimension import Dimension, multiply

Wanted = Mapping[str, str]
"""The qualifiers that words name: of the precision, of the sparsity."""
_FRONT, _TAIL = 48, 32
_STOP = re.compile(r"[;。!?\uff1b\uff01\uff1f\n]|[,，、](?!\s?(?:or|或)\b)")
_HARD = re.compile(r"[;。!?\uff1b\uff01\uff1f\n]")
_PER_SECOND = re.compile(r"每秒(?:钟)?(?:[\u3400-\u9fff]{0,3})$")
_A_SECOND = re.compile(r"\s?(?:of (?:data|traffic) )?(?:per|a|every|each) second\b")
_SECOND: Dimension = (("time", -1),)
_DATA: Dimension = (("data", 1),)


class Measured(NamedTuple):
    """What a number measures, and its literal."""

    dimension: Dimension
    literal: str


def measured(scene: Scene, item: Item) -> Measured:
    """Return what a number measures; 每秒36 TB is a rate, 500亿个晶体管 counts transistors."""
    named = scene.counted(item)
    if named is not None and named.worth and (worth := scene.things.worth(named.key)):
        return Measured(worth.dimension, counting(item, worth.unit))
    if named is not None and named.key:
        return Measured(((named.key, 1),), counting(item, named.key))
    if item.dimension == _DATA and _is_rate(scene, item):
        return Measured(multiply(_DATA, _SECOND), f"{stated(item)}/second")
    return Measured(item.dimension, stated(item))


def _is_rate(scene: Scene, item: Item) -> bool:
    return bool(_PER_SECOND.search(scene.passage.before(item, 8)) or _A_SECOND.match(scene.passage.after(item, 32)))


def counting(item: Item, key: str) -> str:
    """Return a number as the count of a thing: more than 27.6万 D1."""
    return f"{stated(item).removesuffix(unit_text(item))} {key}"


def around(scene: Scene, item: Item) -> str:
    """Return the words that may name what a number is: from the number before it to the next comma behind it."""
    return f"{front(scene, item)} {item.mention.text.casefold()} {tail(scene, item)}"


def front(scene: Scene, item: Item) -> str:
    """Return the words before a number, back to the number or the semicolon before it."""
    start, _ = scene.line(item)
    previous = scene.passage.previous(item)
    words = scene.passage.folded[max(start, item.start - _FRONT, previous.end if previous else 0) : item.start]
    return _HARD.split(words)[-1]


def tail(scene: Scene, item: Item) -> str:
    """Return the words behind a number, up to the next comma or number."""
    _, end = scene.line(item)
    starts = [one.start for one in scene.passage.following(item)[:1]]
    words = scene.passage.folded[item.end : min([end, item.end + _TAIL, *starts])]
    return _STOP.split(words)[0]


def named_length(scene: Scene, attribute: str, words: str, *, near: bool = False) -> int:
    """Return how long the longest name of an attribute is that stands in some words; 0 where none does.

    ``near``: a word that goes with it is enough, since the unit says the rest (4.8 TB/s of HBM).
    """
    own = (len(word) for word in scene.things.names(attribute) if word in words)
    said = scene.things.vocabulary.attribute(attribute).finditer(words) if near else ()
    return max([0, *own, *(len(m[0]) for m in said)])


def chosen(scene: Scene, words: str, found: list[Property], *, near: bool = True) -> tuple[list[Property], bool]:
    """Return the attributes that words may mean, and whether they name one of them."""
    lengths = [(named_length(scene, one.attribute, words, near=near), one) for one in found]
    longest = max((length for length, _ in lengths), default=0)
    best = [one for length, one in lengths if length == longest]
    return best, longest > 0 and len(best) == 1


def precision(scene: Scene, item: Item) -> Wanted:
    """Return the precision and the sparsity that the words name for a number, none where they name none or several.

    What stands behind it counts first (362 teraflops in BF16), then what stands before it, then the sentence.
    """
    start, end = scene.line(item)
    places = (
        tail(scene, item),
        _STOP.split(front(scene, item))[-1],
        front(scene, item),
        scene.passage.folded[start:end],
    )
    found = {key: _one(places, key, scene.things.vocabulary) for key in scene.things.vocabulary.by_key}
    return {key: value for key, value in found.items() if value}


def _one(places: tuple[str, ...], key: str, vocabulary: Vocabulary) -> str:
    for words in places:
        found = _said(words, key, vocabulary)
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


@lru_cache(maxsize=256)
def _said(words: str, key: str, vocabulary: Vocabulary) -> list[str]:
    """Return which qualifiers some words name; those of a sentence are asked for each of its numbers."""
    return [one.value for one in vocabulary.by_key[key] if vocabulary.qualifier(one).search(words)]


def picks(scene: Scene, found: Property, wanted: Wanted) -> list[str]:
    """Return the ways to pick a fact: ``[fp8, dense]``; the pack's default first. Nothing fits: no way."""
    kinds = list(dict.fromkeys(fact.when for fact in found.facts))
    if found.attribute in scene.things.things or kinds in ([()], []):
        return [""]
    fitting = [when for when in kinds if _agrees(dict(when), wanted)]
    fitting.sort(key=lambda when: sum(scene.things.defaults.get(key, value) != value for key, value in when))
    return [f"[{', '.join(value for _, value in sorted(when))}]" if when else "" for when in fitting]


def _agrees(when: dict[str, str], wanted: Wanted) -> bool:
    """Whether a fact is of the qualifiers that are named: fp64_tensor of fp64, too."""
    return all(when.get(key, value) == value or when[key].startswith(f"{value}_") for key, value in wanted.items())


def is_doubtful(
    scene: Scene,
    item: Item,
    since: int,
    *,
    keys: tuple[str, ...] = ("doubt", "doubt_modal", "doubt_use"),
    own: str = "",
) -> bool:
    """Whether the words make a number no plain statement of a thing: not, of which; would, might; needs, measured.

    ``own`` is an attribute whose words are none: what a list of supercomputers ranks is measured.
    """
    start = max(scene.line(item).start, item.start - REACH)
    behind = tail(scene, item)
    words = scene.things.vocabulary.attribute(own).sub(
        " ", f"{_without_names(scene, max(start, since), item.start)} {behind}"
    )
    more = re.match(rf"[\s\w]{{0,14}}?(?:{cue('spec', 'more').pattern})", behind)
    supposed = cue("spec", "hypothetical").search(scene.passage.folded[start : item.start])
    doubts = any(cue("spec", key).search(words) for key in keys)
    return bool(doubts or more or supposed or item.mention.change is not None)


def _without_names(scene: Scene, start: int, end: int) -> str:
    """Return the words between two places without those that name a thing: a training node trains nothing."""
    words = scene.passage.folded[start:end]
    for one in scene.between(start, end):
        if one.end <= end:
            words = words[: one.start - start] + " " * (one.end - one.start) + words[one.end - start :]
    return words


def split(scene: Scene, item: Item, ways: list[str], wanted: Wanted) -> tuple[list[str], list[str]]:
    """Return the picks that may verify a number, and those that may only excuse it.

    Where a bound names no precision (more than 276,000 D1), the pack's default is meant: some other one always fits.
    """
    if item.mention.number.hedge not in {"more", "less", "least", "most"} or wanted:
        return ways, []
    rare = {one.value for one in scene.things.vocabulary.qualifiers if one.only_named}
    return ways[:1], [way for way in ways[1:] if not rare.intersection(re.split(r"[\[\], _]+", way))]
