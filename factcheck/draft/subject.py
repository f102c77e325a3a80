"""Which thing a sentence binds a number to: the nearest subject before it, the one behind ``of``, the one of ``it``.

A thing that a number is only compared with (than the A100), that is only the first word of another name (an H100
server) or that stands in a group is no subject. Where the words bind to none, there is none.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from factcheck.draft.cues import cue
from factcheck.draft.named import Named, Scene
from factcheck.draft.passage import Item

_LEAD = 28
_TAIL = 24
_CAPITAL = re.compile(r"\b[A-Z][A-Za-z]{2,}")
_SINGLE = re.compile(r"\s?(?:[一1]|单)?(?:[个颗块张枚片台套座组条只款种])?(?:标准的?|完整的?)?\s?")
Fits = Callable[[str], bool]


class Bond(NamedTuple):
    """The thing of a number; ``sure`` where the words leave no doubt. No key: the words bind it to something else."""

    key: str
    sure: bool = False
    at: Named | None = None


_NOTHING = Bond("")


def subject(scene: Scene, item: Item, fits: Fits, *, within: bool = False) -> Bond:
    """Return the thing that a number is said of; ``fits`` tells which could have it.

    ``within``: the number counts parts, and what else is counted in between does not matter.
    """
    before = _before(scene, item, fits, within=within)
    behind = _behind(scene, item, fits, within=within)
    if behind is not None:
        rival = before is not None and before.key not in {"", behind.key} and not _parted(scene, before, item)
        return behind._replace(sure=not rival)
    return before or _earlier(scene, item, fits) or _after(scene, item, fits)


def _parted(scene: Scene, bond: Bond, item: Item) -> bool:
    """Whether another number stands between a thing and a number."""
    return bond.at is not None and any(bond.at.end <= one.start < item.start for one in scene.passage.items)


def _before(scene: Scene, item: Item, fits: Fits, *, within: bool) -> Bond | None:
    for one in scene.before(item):
        gap = scene.passage.folded[one.end : item.start]
        if _skipped(scene, one, gap, fits, within=within):
            continue
        if not fits(one.key) or is_shifted(scene, one) or _grouped(scene, one):
            return _NOTHING
        if not one.single and not is_each(scene, gap, item):
            return _NOTHING
        return Bond(one.key, not _intruded(scene, one, item, gap), one)
    return None


def _skipped(scene: Scene, one: Named, gap: str, fits: Fits, *, within: bool) -> bool:
    """Whether a name before a number is no subject, and the search goes on."""
    if is_compared(scene, one) and not owns(gap):
        return True
    if not one.key or fits(one.key):
        return within and not one.single
    return within or scene.things.is_noun(one.key) or not scene.things.family(one.key)


def is_compared(scene: Scene, one: Named) -> bool:
    """Whether something is compared with a thing: than the A100, 比A100, 与A100相比."""
    start = max(scene.passage.sentences[one.sentence].span.start, one.start - _LEAD)
    front = scene.passage.folded[start : one.start]
    return _compared(scene.things.makers).search(front) is not None


@cache
def _compared(makers: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{cue('spec', 'compared').pattern})\s?(?:the|an|a|its|one)?\s?{_maker(makers)}$")


@cache
def _maker(makers: frozenset[str]) -> str:
    names = "|".join(re.escape(word.casefold()) for word in sorted(makers, key=lambda word: (-len(word), word)))
    return rf"(?:(?:{names or '(?!)'}|英伟达|特斯拉|谷歌|富士通)(?:['’]s|的)?\s?)?"


def owns(gap: str) -> bool:
    """Whether a number, or what it is of, belongs to the thing before it: the H100's 80 GB, A100的540亿."""
    return re.match(cue("spec", "own").pattern, gap) is not None


def is_shifted(scene: Scene, one: Named) -> bool:
    """Whether another noun follows the name, so that something else is meant: the A100's successor, H100集群."""
    return _shifted().match(scene.passage.folded, one.end) is not None


@cache
def _shifted() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?的?[\s-]?(?:based |powered |direct |immediate |own )?(?:{cue('spec', 'shift').pattern})")


def _grouped(scene: Scene, one: Named) -> bool:
    """Whether a thing is joined with another: the A100 and the H100."""
    folded, joined = scene.passage.folded, _joined()
    others = [other for other in scene.named if other.sentence == one.sentence and other.key != one.key]
    behind = any(one.end <= other.start and joined.fullmatch(folded[one.end : other.start]) for other in others)
    return behind or any(other.end <= one.start and joined.fullmatch(folded[other.end : one.start]) for other in others)


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{cue('spec', 'joined').pattern})\s?(?:the |an |a )?")


def is_each(scene: Scene, gap: str, item: Item) -> bool:
    """Whether a number behind several things is of each of them."""
    behind = scene.passage.after(item, _TAIL)
    return bool(cue("spec", "each").search(gap) or re.match(rf"\s?(?:{cue('spec', 'each').pattern})", behind))


def _intruded(scene: Scene, one: Named, item: Item, gap: str) -> bool:
    """Whether the words between a thing and a number name something else that may be the subject."""
    if cue("spec", "other").search(gap):
        return True
    words = _CAPITAL.findall(scene.passage.text[one.end : item.start]) if gap.isascii() else []
    known = {word for maker in scene.things.makers for word in maker.split()}
    return any(word not in known and not _is_term(word.casefold()) for word in words)


def _is_term(word: str) -> bool:
    keys = ("memory", "sram", "power", "process", "bf16", "fp16", "fp8", "fp4", "int8", "tf32", "fp32", "fp64", "generic")
    return any(cue("spec", key).fullmatch(word) for key in keys)


def _behind(scene: Scene, item: Item, fits: Fits, *, within: bool) -> Bond | None:
    """Find the thing behind ``of`` or ``in``: 80 GB of memory on an H100, 800亿个晶体管的H100."""
    for one in scene.behind(item):
        if within and one.count is not None and not one.single:
            continue
        if not fits(one.key) or is_shifted(scene, one):
            return None
        start = max(item.end, item.mention.measure.span.end)
        gap = scene.passage.folded[start : one.start]
        link = _into(scene.things.makers) if within else _in_it(scene.things.makers)
        return Bond(one.key, sure=True, at=one) if link.fullmatch(gap) else None
    return None


@cache
def _in_it(makers: frozenset[str]) -> re.Pattern[str]:
    words = r"(?:\s?(?:of\s)?[a-z0-9-]+){0,3}"
    return re.compile(rf"(?:{words}\s|[\u3400-\u9fff]{{0,6}})(?:{cue('spec', 'in_it').pattern})\s?{_maker(makers)}")


@cache
def _into(makers: frozenset[str]) -> re.Pattern[str]:
    words = r"(?:\s[a-z-]+){0,2}"
    return re.compile(
        rf"(?:{words}\s|(?:个|块|颗|片|芯片|晶粒|裸片|这样的|[a-z0-9]|\s){{0,8}})(?:{cue('spec', 'into').pattern})了?"
        rf"\s?(?:single |full |whole )?{_maker(makers)}{_SINGLE.pattern}"
    )


def _earlier(scene: Scene, item: Item, fits: Fits) -> Bond | None:
    """Find what ``it`` stands for: the one thing of the sentence before."""
    start, _ = scene.line(item)
    front = scene.passage.folded[start : item.start]
    if item.sentence == 0 or not cue("spec", "pronoun").search(front):
        return None
    return earlier(scene, item.sentence, fits)


def earlier(scene: Scene, sentence: int, fits: Fits) -> Bond | None:
    """Return the one thing of the sentence before that a number may be of."""
    named = [one for one in scene.named if one.sentence == sentence - 1 and not is_compared(scene, one)]
    keys = {one.key for one in named if one.single and fits(one.key) and not is_shifted(scene, one)}
    if len(keys) != 1:
        return None
    others = any(not one.key for one in named)
    return Bond(next(iter(keys)), sure=not others)


def _after(scene: Scene, item: Item, fits: Fits) -> Bond:
    """Find the only thing that a sentence names, behind the number: 500亿晶体管,D1已投产. Never sure."""
    keys = {one.key for one in scene.behind(item) if fits(one.key) and one.single}
    return Bond(next(iter(keys))) if len(keys) == 1 else _NOTHING
