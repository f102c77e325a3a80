"""What a thing is in its sentence, where it is no subject: compared with, part of a name, a measure, in a group."""

import re

from factcheck.draft.text.passage import Item
from factcheck.draft.things.scene import Named, Scene
from factcheck.draft.things.vocabulary import Vocabulary
from factcheck.draft.words.cues import cue
from factcheck.quantity.languages import of_tables

_LEAD, _TAIL = 28, 24
_BRACKET = re.compile(r"\s?[(\uff08][^)\uff09]*")


def owns(gap: str) -> bool:
    """Whether a number, or what it is of, is of the thing before it: the H100's 80 GB, A100的540亿, H100 (80 GB)."""
    return re.match(cue("spec", "own").pattern, gap) is not None or _BRACKET.fullmatch(gap) is not None


def is_compared(scene: Scene, one: Named) -> bool:
    """Whether something is compared with a thing: than the A100, 比A100, 与A100相比."""
    start = max(scene.passage.sentences[one.sentence].span.start, one.start - _LEAD)
    front = scene.passage.folded[start : one.start]
    return _compared(scene.things.makers).search(front) is not None


@of_tables
def _compared(makers: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{cue('spec', 'compared').pattern})\s?(?:the|an|a|its|one)?\s?{maker(makers)}$")


@of_tables
def maker(makers: frozenset[str]) -> str:
    """Return the pattern of the maker that may stand before a name: Nvidia's, 英伟达的."""
    names = "|".join(re.escape(word.casefold()) for word in sorted(makers, key=lambda word: (-len(word), word)))
    return rf"(?:(?:{names or '(?!)'})(?:['\u2019]s|的)?\s?)?"


def is_yardstick(scene: Scene, one: Named) -> bool:
    """Whether a thing is the measure of another: H100的15%, 15 percent of an H100, 是H100的2倍."""
    folded = scene.passage.folded
    for item in scene.passage.items_beside(one.sentence, one.start):
        if not (item.is_percent or scene.passage.is_multiple(item)):
            continue
        behind = one.end <= item.start and re.fullmatch(r"的?\s?", folded[one.end : item.start])
        ahead = item.end <= one.start and re.fullmatch(
            r"\s?(?:times|fold)?\s(?:of )?(?:the |an |a )?(?:[a-z]+['\u2019]s )?", folded[item.end : one.start]
        )
        if behind or ahead:
            return True
    return False


def is_genitive(scene: Scene, one: Named) -> bool:
    """Whether a name only says of what another thing is: a training tile of the Dojo system."""
    return any(
        other.end <= one.start
        and re.fullmatch(r"\s(?:of|for|in) (?:the |an |a |its )?", scene.passage.folded[other.end : one.start])
        for other in scene.beside(one.sentence, one.start)
    )


def is_shifted(scene: Scene, one: Named) -> bool:
    """Whether another noun follows the name, so that something else is meant: the A100's successor, H100集群."""
    m = _shifted(scene.things.vocabulary).match(scene.passage.folded, one.end)
    if m is None or not one.key:
        return m is not None
    whole = scene.things.vocabulary.role("wholes").search(m[0]) and m[0][0] not in "'\u2019"
    return not (whole and scene.things.is_whole(one.key))


@of_tables
def _shifted(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"(?:['\u2019]s)?的?[\s-]?(?:based |powered |direct |immediate |own )?(?:{vocabulary.shift.pattern})"
    )


def is_grouped(scene: Scene, one: Named) -> bool:
    """Whether a thing is joined with another: the A100 and the H100."""
    folded, joined = scene.passage.folded, _joined()
    others = [other for other in scene.beside(one.sentence, one.start) if other.key != one.key]
    behind = any(one.end <= other.start and joined.fullmatch(folded[one.end : other.start]) for other in others)
    return behind or any(other.end <= one.start and joined.fullmatch(folded[other.end : one.start]) for other in others)


@of_tables
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{cue('spec', 'joined').pattern})\s?(?:the |an |a )?")


def is_each(scene: Scene, gap: str, item: Item) -> bool:
    """Whether a number behind several things is of each of them."""
    behind = scene.passage.after(item, _TAIL)
    previous = scene.passage.previous(item)
    gap = gap[max(0, len(gap) - (item.start - previous.end)) :] if previous else gap
    return bool(cue("spec", "each").search(gap) or re.match(rf"\s?(?:{cue('spec', 'each').pattern})", behind))
