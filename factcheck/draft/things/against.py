"""A thing against another: the WSE-3 has 26 times as many transistors as an MI300X; 显存比H100多76%."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.proposal import Candidate, Proposal
from factcheck.draft.text.passage import Item
from factcheck.draft.things.attribute import chosen, front, precision, tail
from factcheck.draft.things.catalogue import Property
from factcheck.draft.things.in_common import of_both, picks_of_both, proper
from factcheck.draft.things.roles import is_compared, is_shifted
from factcheck.draft.things.scene import Named, Scene
from factcheck.draft.things.subject import earlier
from factcheck.draft.words.cues import cue
from factcheck.quantity.languages import of_tables

_NEAR = 40
_BESIDE = 12
_OWN = re.compile(r"的\s?")
_APART = re.compile(r"[;。，\uff1b]")


class Against(NamedTuple):
    """Two things and the attribute in which they are compared."""

    first: str
    second: str
    found: Property
    sure: bool


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose multiples and percentages between two things."""
    if len({one.key for one in scene.named if one.key}) > 1:
        for item in scene.items:
            for build in (_multiple, _percent):
                yield from build(scene, item)


def _multiple(scene: Scene, item: Item) -> Iterator[Proposal]:
    if not (scene.passage.is_multiple(item) or _is_word(item)):
        return
    found = _against(scene, item)
    if found is None or cue("spec", "again").search(tail(scene, item)):
        return
    first, second, prop, sure = found
    number = re.sub(r"\s?(?:times|fold|倍|x)$", "", stated(item))
    says = [
        f"{first}.{prop.attribute}{pick} / {second}.{prop.attribute}{pick}"
        for pick in picks_of_both(scene, prop, second, precision(scene, item))
    ]
    unit = f"{second}/{first}"
    ratios = [Candidate(f"{one} = {number} {unit}") for one in says]
    if re.match(rf"\s?(?:times|fold|倍)?\s?(?:{cue('spec', 'more').pattern})", scene.passage.after(item, 16)):
        ratios += [Candidate(f"{one} - 1 {unit} = {number} {unit}") for one in says]
    if ratios:
        yield Proposal("spec-derivation", item.mention.span, tuple(ratios), firm=sure and not _doubtful(scene, item))


def _is_word(item: Item) -> bool:
    """Whether it is a multiple in a word: twice, 两倍."""
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
    for pick in picks_of_both(scene, prop, second, precision(scene, item))[:1]:
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
    """Return what a thing is compared with: behind ``than``, ``as``, ``of``, or before: 是H100的, 比H100."""
    before = proper(scene, scene.before(item))
    if before and before[0].key and _OWN.fullmatch(scene.passage.folded[before[0].end : item.start]):
        return before[0]
    for one in proper(scene, scene.behind(item)):
        gap = scene.passage.folded[item.end : one.start]
        if one.key and (_linked().search(gap) or is_compared(scene, one)) and not _APART.search(gap):
            return one
        break
    return next((one for one in before if one.key and one.single and is_compared(scene, one)), None)


@of_tables
def _linked() -> re.Pattern[str]:
    return re.compile(r"\b(?:of|than|as|in|on|over)\b")


def _first(scene: Scene, item: Item, second: Named) -> tuple[str, bool] | None:
    """Return the thing that is said to have more: the nearest one not compared with, or that of ``it``."""
    named = [
        one for one in proper(scene, scene.before(item)) if one != second and one.single and not is_compared(scene, one)
    ]
    known = [one for one in named if not one.key or _both(scene, one.key, second.key)]
    if known:
        return (known[0].key, not is_shifted(scene, known[0])) if known[0].key else None
    start, _ = scene.line(item)
    if not scene.things.vocabulary.pronoun.search(scene.passage.folded[start : item.start]):
        return None
    bond = earlier(scene, item.sentence, lambda key: key != second.key and _both(scene, key, second.key))
    return (bond.key, bond.sure) if bond is not None else None


def _both(scene: Scene, first: str, second: str) -> bool:
    return bool(first and second and of_both(scene, first, second))


def _shared(scene: Scene, item: Item, first: str, second: Named) -> tuple[list[Property], bool]:
    """Return the attribute that the words behind a number name, or else those before it."""
    shared = of_both(scene, first, second.key)
    for words in (tail(scene, item), front(scene, item)[-_NEAR:]):
        found, named = chosen(scene, words, shared, near=False)
        if named:
            return found, not scene.things.vocabulary.role("others").search(words)
    return [], False
