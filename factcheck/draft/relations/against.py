"""A thing against another: the WSE-3 has 26 times as many transistors as an MI300X; 显存比H100多76%; D1没有A100强大."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.draft.attribute import chosen, front, is_doubtful, picks, precision, tail
from factcheck.draft.cues import cue
from factcheck.draft.literal import stated
from factcheck.draft.named import Named, Scene
from factcheck.draft.passage import Item
from factcheck.draft.proposal import Candidate, Proposal
from factcheck.draft.subject import earlier, is_compared, is_shifted
from factcheck.draft.things import Property
from factcheck.source import Span

_NEAR = 40
_BESIDE = 12
_STRENGTH = "peak"


class Against(NamedTuple):
    """Two things and the attribute in which they are compared."""

    first: str
    second: str
    found: Property
    sure: bool


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose multiples and percentages between two things, and which of two is the stronger one."""
    if len({one.key for one in scene.named if one.key}) > 1:
        for item in scene.items:
            for build in (_multiple, _percent):
                yield from build(scene, item)
        yield from _orders(scene)


def _multiple(scene: Scene, item: Item) -> Iterator[Proposal]:
    if not (scene.passage.is_multiple(item) or _is_word(scene, item)):
        return
    found = _against(scene, item)
    if found is None:
        return
    first, second, prop, sure = found
    number = re.sub(r"\s?(?:times|fold|倍|x)$", "", stated(item))
    says = [f"{first}.{prop.attribute}{pick} / {second}.{prop.attribute}{pick}" for pick in _common(scene, found, item)]
    unit = f"{second}/{first}"
    ratios = [Candidate(f"{one} = {number} {unit}") for one in says]
    if re.match(rf"\s?(?:times|fold|倍)?\s?(?:{cue('spec', 'more').pattern})", scene.passage.after(item, 16)):
        ratios += [Candidate(f"{one} - 1 {unit} = {number} {unit}") for one in says]
    if ratios:
        yield Proposal("spec-derivation", item.mention.span, tuple(ratios), firm=sure and not _doubtful(scene, item))


def _is_word(scene: Scene, item: Item) -> bool:
    return item.mention.number.kind == "rough" and cue("spec", "twice").search(item.mention.text.casefold()) is not None


def _doubtful(scene: Scene, item: Item) -> bool:
    words = front(scene, item)
    return bool(cue("spec", "doubt").search(words))


def _percent(scene: Scene, item: Item) -> Iterator[Proposal]:
    way = _way(scene, item) if item.is_percent else 0
    found = _against(scene, item) if way else None
    if found is None:
        return
    first, second, prop, sure = found
    for pick in _common(scene, found, item)[:1]:
        ratio = f"(1 {first} * {first}.{prop.attribute}{pick}) / (1 {second} * {second}.{prop.attribute}{pick})"
        says = f"{ratio} - 1 = {stated(item)}" if way > 0 else f"1 - {ratio} = {stated(item)}"
        firm = sure and not _doubtful(scene, item)
        yield Proposal("spec-derivation", item.mention.span, (Candidate(says),), firm=firm)


def _way(scene: Scene, item: Item) -> int:
    """Return 1 for so much per cent more, -1 for less, 0 where no word says so next to the number."""
    behind, before = scene.passage.after(item, _BESIDE), scene.passage.before(item, _BESIDE)
    for key, sign in (("percent_more", 1), ("percent_less", -1)):
        pattern = cue("spec", key).pattern
        if re.match(rf"\s(?:{pattern})", behind) or re.search(rf"(?:{pattern})[了出约大]{{0,2}}\s?$", before):
            return sign
    return 0


def _against(scene: Scene, item: Item) -> Against | None:
    """Return which thing is compared with which, and in what, as far as the words say."""
    second = _second(scene, item)
    if second is None:
        return None
    first = _first(scene, item, second)
    if first is None or first[0] == second.key:
        return None
    found, named = _shared(scene, item, first[0], second)
    return Against(first[0], second.key, found[0], first[1]) if named else None


def _second(scene: Scene, item: Item) -> Named | None:
    """Return what a thing is compared with: behind ``than``, ``as``, ``of``, or before the number as 是H100的 or 比H100."""
    for one in _known(scene, scene.behind(item)):
        gap = scene.passage.folded[item.end : one.start]
        if one.key and (_linked().search(gap) or is_compared(scene, one)) and not re.search(r"[;；。]", gap):
            return one
        break
    return next((one for one in _known(scene, scene.before(item)) if one.key and one.single and is_compared(scene, one)), None)


def _known(scene: Scene, named: list[Named]) -> list[Named]:
    """Return the names without the nouns that are counted: transistors, cores."""
    return [one for one in named if not one.key or not scene.things.is_noun(one.key)]


@cache
def _linked() -> re.Pattern[str]:
    return re.compile(r"\b(?:of|than|as|in|on|over)\b")


def _first(scene: Scene, item: Item, second: Named) -> tuple[str, bool] | None:
    """Return the thing that is said to have more: the nearest one that nothing is compared with, or the one of ``it``."""
    named = [one for one in _known(scene, scene.before(item)) if one != second and one.single and not is_compared(scene, one)]
    known = [one for one in named if not one.key or _both(scene, one.key, second.key)]
    if known:
        return (known[0].key, not is_shifted(scene, known[0])) if known[0].key else None
    start, _ = scene.line(item)
    if not cue("spec", "pronoun").search(scene.passage.folded[start : item.start]):
        return None
    bond = earlier(scene, item.sentence, lambda key: key != second.key and _both(scene, key, second.key))
    return (bond.key, bond.sure) if bond is not None else None


def _both(scene: Scene, first: str, second: str) -> bool:
    return bool(first and second and _of_both(scene, first, second))


def _of_both(scene: Scene, first: str, second: str) -> list[Property]:
    """Return the attributes that are known of two things."""
    other = {(one.attribute, one.dimension) for one in scene.things.properties(second)}
    return [one for one in scene.things.properties(first) if (one.attribute, one.dimension) in other]


def _shared(scene: Scene, item: Item, first: str, second: Named) -> tuple[list[Property], bool]:
    """Return the attribute that the words behind a number name, or else those before it."""
    shared = _of_both(scene, first, second.key)
    for words in (tail(scene, item), front(scene, item)[-_NEAR:]):
        found, named = chosen(scene, words, shared, near=False)
        if named:
            return found, not cue("spec", "other_link").search(words)
    return [], False


def _common(scene: Scene, found: Against, item: Item) -> list[str]:
    """Return the picks that both things have a fact for."""
    return _picks_of_both(scene, found.found, found.second, precision(scene, item))


def _picks_of_both(scene: Scene, mine: Property, second: str, wanted: tuple[str, str]) -> list[str]:
    same = (mine.attribute, mine.dimension)
    theirs = [one for one in scene.things.properties(second) if (one.attribute, one.dimension) == same]
    known = [pick for one in theirs for pick in picks(scene, one, wanted)]
    return [pick for pick in picks(scene, mine, wanted) if pick in known]


def _orders(scene: Scene) -> Iterator[Proposal]:
    """Propose which of two things is the stronger one, in each precision that is known of both."""
    named = _known(scene, list(scene.named))
    for first, second in zip(named, named[1:], strict=False):
        between = scene.passage.folded[first.end : second.start]
        if first.key and second.key and first.key != second.key and first.sentence == second.sentence:
            sign = _stronger(scene.passage.folded, between, second)
            if sign and first.single and second.single and not is_shifted(scene, second):
                yield from _order(scene, first, second, sign)


def _stronger(folded: str, between: str, second: Named) -> str:
    """Return ``>`` where the words say that the first thing is the stronger one, ``<`` where it is the weaker one."""
    behind = folded[second.end : second.end + _BESIDE]
    strong = rf"\s?(?:{cue('spec', 'strong').pattern})"
    maker = r"\s?(?:the |an |a )?(?:[a-z]+['’]s |[a-z]+ |英伟达|特斯拉)?$"
    if re.search(rf"(?:{cue('spec', 'stronger').pattern}){maker}", between):
        return ">"
    if re.search(rf"(?:{cue('spec', 'weaker').pattern}){maker}", between):
        return "<"
    if re.match(strong, behind) and re.search(rf"(?:{cue('spec', 'not_as').pattern}){maker}", between):
        return "<"
    return ">" if re.match(strong, behind) and re.search(rf"(?:{cue('spec', 'stronger_than').pattern}){maker}", between) else ""


def _order(scene: Scene, first: Named, second: Named, sign: str) -> Iterator[Proposal]:
    mine = [one for one in _of_both(scene, first.key, second.key) if one.attribute == _STRENGTH]
    for one in mine[:1]:
        shared = _picks_of_both(scene, one, second.key, ("", ""))
        says = tuple(Candidate(f"{first.key}.peak{pick} {sign} {second.key}.peak{pick}") for pick in shared)
        if says:
            same = tuple(Candidate(f"{first.key}.peak{pick} = {second.key}.peak{pick}") for pick in shared[:1])
            yield Proposal("spec-derivation", _place(scene, first, second), says, unless=same)


def _place(scene: Scene, first: Named, second: Named) -> Span:
    """Return the words of an order, from the last comma before the second thing."""
    between = scene.passage.folded[first.end : second.start]
    comma = max(between.rfind(mark) for mark in ",，;；")
    strong = re.match(rf"\s?(?:{cue('spec', 'strong').pattern})", scene.passage.folded[second.end : second.end + _BESIDE])
    return Span(first.start if comma < 0 else first.end + comma + 1, second.end + (strong.end() if strong else 0))
