"""Whether the words between two numbers say that one is the other: 8,000 H100s are 7.9 exaflops; 的算力相当于."""

import re

from factcheck.draft.things.scene import Scene
from factcheck.draft.things.vocabulary import Vocabulary
from factcheck.draft.words.cues import cue
from factcheck.quantity.languages import of_tables

_AROUND = r"[\s,，-]?"


def equals(scene: Scene, words: str) -> bool:
    """Whether some words are no more than ``equals``, with what it is that equals: dies together make; 的算力就是."""
    names = frozenset(name for attribute in scene.things.attributes for name in scene.things.names(attribute))
    return _equals(names, scene.things.vocabulary).fullmatch(words) is not None


@of_tables
def _equals(names: frozenset[str], vocabulary: Vocabulary) -> re.Pattern[str]:
    noun = "|".join([*map(re.escape, sorted(names, key=lambda name: (-len(name), name))), vocabulary.noun.pattern])
    of = rf"(?:{_AROUND}(?:of|的|{cue('spec', 'worth').pattern}|{noun})s?){{0,4}}"
    return re.compile(
        rf"{of}{_AROUND}(?:{cue('spec', 'in_all').pattern})?{_AROUND}(?:{cue('spec', 'equals').pattern})[\s约]{{0,2}}"
    )
