"""Which thing a sentence binds a number to: the nearest subject before it, the one behind ``of``, the one of ``it``.

A thing that a number is only compared with (than the A100), that is only the first word of another name (an H100
server) or that stands in a group is no subject. Where the words bind to none, there is none.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from factcheck.draft.text.passage import Item
from factcheck.draft.things.clause import is_head, is_intruded
from factcheck.draft.things.editions import is_bare
from factcheck.draft.things.roles import (
    is_compared,
    is_each,
    is_genitive,
    is_grouped,
    is_shifted,
    is_yardstick,
    maker,
    owns,
)
from factcheck.draft.things.scene import Named, Scene
from factcheck.draft.words.cues import cue
from factcheck.quantity.languages import of_tables

_SINGLE = re.compile(r"\s?(?:[一1]|单)?(?:[个颗块张枚片台套座组条只款种])?(?:标准的?|完整的?)?\s?")
_ANOTHER = "; "
"""Behind an English semicolon a list may go on with another thing."""
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
    previous = scene.passage.previous(item)
    return bond.at is not None and previous is not None and bond.at.end <= previous.start


def _before(scene: Scene, item: Item, fits: Fits, *, within: bool) -> Bond | None:
    for one in scene.before(item):
        gap = scene.passage.folded[one.end : item.start]
        if _skipped(scene, one, gap, fits, within=within) or _is_part(scene, one, item, fits):
            continue
        if not fits(one.key) or is_shifted(scene, one) or is_grouped(scene, one):
            return _NOTHING
        if not one.single and not is_each(scene, gap, item):
            return _NOTHING
        leads = not one.single or is_head(scene, one, scene.line(item).start)
        sure = leads and _ANOTHER not in gap and not is_intruded(scene, one, item, gap)
        return Bond(one.key, sure, one)
    return None


def _skipped(scene: Scene, one: Named, gap: str, fits: Fits, *, within: bool) -> bool:
    """Whether a name before a number is no subject, and the search goes on."""
    if (is_compared(scene, one) and not owns(gap)) or is_genitive(scene, one) or is_yardstick(scene, one):
        return True
    if not one.key or fits(one.key):
        return within and not one.single
    return within or scene.things.is_noun(one.key) or not scene.things.family(one.key)


def _is_part(scene: Scene, one: Named, item: Item, fits: Fits) -> bool:
    """Whether counted things are the parts of a whole that is named before them: a tile of 25 D1 with 9 petaflops."""
    return not one.single and whole_of(scene, one, item, fits) is not None


def whole_of(scene: Scene, part: Named, item: Item, fits: Fits) -> Named | None:
    """Return the whole that a sentence names before its parts, if a number may be of it."""
    known = [one for one in scene.before(item) if one.end <= part.start and one.single and one.key and fits(one.key)]
    return next((one for one in known if part.key in scene.things.parts(one.key) and not is_compared(scene, one)), None)


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


@of_tables
def _in_it(makers: frozenset[str]) -> re.Pattern[str]:
    words = r"(?:\s?(?:of\s)?[a-z0-9-]+(?:\s(?:of\s)?[a-z0-9-]+){0,2})?"
    return re.compile(rf"(?:{words}\s|[\u3400-\u9fff]{{0,6}})(?:{cue('spec', 'in_it').pattern})\s?{maker(makers)}")


@of_tables
def _into(makers: frozenset[str]) -> re.Pattern[str]:
    words = r"(?:\s[a-z-]+){0,2}"
    return re.compile(
        rf"(?:{words}\s|(?:个|块|颗|片|芯片|晶粒|裸片|这样的|[a-z0-9]|\s){{0,8}})(?:{cue('spec', 'into').pattern})了?"
        rf"\s?(?:single |full |whole )?{maker(makers)}{_SINGLE.pattern}"
    )


def _earlier(scene: Scene, item: Item, fits: Fits) -> Bond | None:
    """Find what ``it`` stands for: the one thing of the sentence before."""
    start, _ = scene.line(item)
    front = scene.passage.folded[start : item.start]
    if item.sentence == 0:
        return None
    if not scene.things.vocabulary.pronoun.search(front):
        return _unnamed(scene, item, fits)
    return earlier(scene, item.sentence, fits)


def _unnamed(scene: Scene, item: Item, fits: Fits) -> Bond | None:
    """Find whose attribute a sentence is of that names no thing: Hartwell grew. In 2021 revenue was $54 billion."""
    bond = earlier(scene, item.sentence, fits) if not scene.named_in(item.sentence) else None
    if bond is None or not any(is_bare(scene, item, one) for one in scene.things.properties(bond.key)):
        return None
    return bond._replace(sure=bond.sure and not scene.things.family(bond.key))


def earlier(scene: Scene, sentence: int, fits: Fits) -> Bond | None:
    """Return the one thing of the sentence before that a number may be of."""
    named = [one for one in scene.named_in(sentence - 1) if not is_compared(scene, one)]
    keys = {one.key for one in named if one.single and fits(one.key) and not is_shifted(scene, one)}
    if len(keys) != 1:
        return None
    start = scene.passage.sentences[sentence - 1].span.start
    leads = any(one.key in keys and is_head(scene, one, start) for one in named)
    return Bond(next(iter(keys)), sure=leads and all(one.key for one in named))


def _after(scene: Scene, item: Item, fits: Fits) -> Bond:
    """Find the only thing of a sentence, behind the number: 500亿晶体管,D1已投产; with 80 GB, the A100 leads."""
    named = [one for one in scene.behind(item) if not one.key or not scene.things.is_noun(one.key)]
    keys = {one.key for one in named if fits(one.key) and one.single}
    if len(keys) != 1 or is_shifted(scene, named[0]):
        return _NOTHING
    start, _ = scene.line(item)
    led = cue("spec", "leading").match(scene.passage.folded[start:].lstrip()) is not None
    gap = scene.passage.folded[item.end : named[0].start]
    return Bond(
        next(iter(keys)), sure=led and len({one.key for one in named}) == 1 and _comma().search(gap) is not None
    )


@of_tables
def _comma() -> re.Pattern[str]:
    return re.compile(r"[,，]\s?(?:the |an |a |[a-z]+['\u2019]s )?[a-z]{0,9}\s?$")
