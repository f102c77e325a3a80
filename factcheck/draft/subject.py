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
from factcheck.prose.lexicon import lexicon

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
    return bond.at is not None and any(bond.at.end <= one.start < item.start for one in scene.passage.sentences[item.sentence].items)


def _before(scene: Scene, item: Item, fits: Fits, *, within: bool) -> Bond | None:
    for one in scene.before(item):
        gap = scene.passage.folded[one.end : item.start]
        if _skipped(scene, one, gap, fits, within=within) or _is_part(scene, one, item, fits):
            continue
        if not fits(one.key) or is_shifted(scene, one) or _grouped(scene, one):
            return _NOTHING
        if not one.single and not is_each(scene, gap, item):
            return _NOTHING
        return Bond(one.key, is_head(scene, one, item) and not _intruded(scene, one, item, gap), one)
    return None


def _skipped(scene: Scene, one: Named, gap: str, fits: Fits, *, within: bool) -> bool:
    """Whether a name before a number is no subject, and the search goes on."""
    if (is_compared(scene, one) and not owns(gap)) or _is_genitive(scene, one) or _is_yardstick(scene, one):
        return True
    if not one.key or fits(one.key):
        return within and not one.single
    return within or scene.things.is_noun(one.key) or not scene.things.family(one.key)


def is_head(scene: Scene, one: Named, item: Item) -> bool:
    """Whether a thing is what its clause speaks of: nothing before it in the clause names or does something else."""
    start = max(scene.line(item).start, *(m.end() for m in _CLAUSE.finditer(scene.passage.text, 0, one.start)), 0)
    lead = scene.passage.text[start : one.start]
    if _HAN.search(lead):
        return len(_HAN.findall(_fill(scene.things.makers).sub("", lead.casefold()))) <= _ONE
    low = lead.casefold()
    if cue("spec", "other").search(low) or cue("spec", "lead").search(low):
        return False
    return not _strangers(scene, lead)


_CLAUSE = re.compile(r"[,，;；:：。.!！?？](?:\s|(?=[^\x00-\x7f]))|[，；：。！？]|\n|\s(?:and|but|while|whereas)\s|\s[–—-]\s|而(?=[A-Z])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ONE = 1


@cache
def _fill(makers: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"{cue('spec', 'lead_fill').pattern}|{_maker(makers).removesuffix('?')}")


def _strangers(scene: Scene, words: str) -> list[str]:
    """Return the capital words that are no part of a name that is known, no term and no word of grammar."""
    named = {word for name in (*scene.things.makers, *scene.things.aliases) for word in name.split()}
    grammar = lexicon().function
    found = _CAPITAL.findall(words)
    return [word for word in found if word not in named and word.casefold() not in grammar and not _is_term(word.casefold())]


def _is_yardstick(scene: Scene, one: Named) -> bool:
    """Whether a thing is the measure of another: H100的15%, 15 percent of an H100, 是H100的2倍."""
    folded = scene.passage.folded
    for item in scene.passage.sentences[one.sentence].items:
        if not (item.is_percent or scene.passage.is_multiple(item)):
            continue
        behind = one.end <= item.start and re.fullmatch(r"的?\s?", folded[one.end : item.start])
        ahead = item.end <= one.start and re.fullmatch(r"\s?(?:times|fold)?\s(?:of )?(?:the |an |a )?(?:[a-z]+['’]s )?", folded[item.end : one.start])
        if behind or ahead:
            return True
    return False


def _is_genitive(scene: Scene, one: Named) -> bool:
    """Whether a name only says of what another thing is: a training tile of the Dojo system."""
    return any(
        other.end <= one.start and re.fullmatch(r"\s(?:of|for|in) (?:the |an |a |its )?", scene.passage.folded[other.end : one.start])
        for other in scene.named_in(one.sentence)
    )


def _is_part(scene: Scene, one: Named, item: Item, fits: Fits) -> bool:
    """Whether counted things are the parts of a whole that is named before them: a tile of 25 D1 with 9 petaflops."""
    return not one.single and whole_of(scene, one, item, fits) is not None


def whole_of(scene: Scene, part: Named, item: Item, fits: Fits) -> Named | None:
    """Return the whole that a sentence names before its parts, if a number may be of it."""
    known = [one for one in scene.before(item) if one.end <= part.start and one.single and one.key and fits(one.key)]
    return next((one for one in known if part.key in scene.things.parts(one.key) and not is_compared(scene, one)), None)


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
    others = [other for other in scene.named_in(one.sentence) if other.key != one.key]
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
    return gap.isascii() and bool(_strangers(scene, scene.passage.text[one.end : item.start]))


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
    named = [one for one in scene.named_in(sentence - 1) if not is_compared(scene, one)]
    keys = {one.key for one in named if one.single and fits(one.key) and not is_shifted(scene, one)}
    if len(keys) != 1:
        return None
    others = any(not one.key for one in named)
    return Bond(next(iter(keys)), sure=not others)


def _after(scene: Scene, item: Item, fits: Fits) -> Bond:
    """Find the only thing that a sentence names, behind the number: 500亿晶体管,D1已投产; with 192 GB, the MI300X leads."""
    named = [one for one in scene.behind(item) if not one.key or not scene.things.is_noun(one.key)]
    keys = {one.key for one in named if fits(one.key) and one.single}
    if len(keys) != 1 or is_shifted(scene, named[0]):
        return _NOTHING
    start, _ = scene.line(item)
    led = cue("spec", "leading").match(scene.passage.folded[start:].lstrip()) is not None
    gap = scene.passage.folded[item.end : named[0].start]
    return Bond(next(iter(keys)), sure=led and len({one.key for one in named}) == 1 and _comma().search(gap) is not None)


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r"[,，]\s?(?:the |an |a |nvidia['’]s |amd['’]s |[a-z]+['’]s )?[a-z]{0,9}\s?$")
