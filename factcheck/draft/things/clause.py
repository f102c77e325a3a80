"""Whether a thing is what its clause speaks of, and nothing comes between it and a number that the number may be of."""

import re

from factcheck.draft.text.passage import Item
from factcheck.draft.things.roles import maker
from factcheck.draft.things.scene import REACH, Named, Scene
from factcheck.draft.words.cues import cue
from factcheck.prose.lexicon import lexicon
from factcheck.quantity.languages import of_tables

_CAPITAL = re.compile(r"\b[A-Z][A-Za-z]{2,}")
_CLAUSE = re.compile(
    r"[,;:.!?](?:\s|(?=[^\x00-\x7f]))|[，：。\uff1b\uff01\uff1f]|\n|\s(?:and|but|while|whereas)\s|\s[–—-]\s|而(?=[A-Z])"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_ONE = 1


def is_head(scene: Scene, one: Named, start: int) -> bool:
    """Whether a thing is what its clause speaks of: nothing before it in the clause names or does something else."""
    start = max(start, one.start - REACH)
    clauses = (m.end() for m in _CLAUSE.finditer(scene.passage.text, start, one.start))
    lead = scene.passage.text[max([start, *clauses]) : one.start]
    if _HAN.search(lead):
        return lead.endswith("的") or len(_HAN.findall(_fill(scene.things.makers).sub("", lead.casefold()))) <= _ONE
    low = cue("spec", "reporting").sub(" ", lead.casefold())
    others = (cue("spec", "other"), cue("spec", "lead"), scene.things.vocabulary.noun)
    return not any(pattern.search(low) for pattern in others) and not _strangers(scene, lead)


@of_tables
def _fill(makers: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"{cue('spec', 'lead_fill').pattern}|{maker(makers).removesuffix('?')}")


def is_intruded(scene: Scene, one: Named, item: Item, gap: str) -> bool:
    """Whether the words between a thing and a number name something else that may be the subject."""
    between = [other for other in scene.passage.nearby(item, 0) if one.end <= other.start < item.start]
    if cue("spec", "other").search(_its_other().sub(" ", gap)) or any(_is_owner(scene, other) for other in between):
        return True
    words = scene.passage.text[one.end : item.start]
    for other in between:
        words = words.replace(other.mention.text, " ")
    return gap.isascii() and bool(_strangers(scene, words))


@of_tables
def _its_other() -> re.Pattern[str]:
    """Return the pattern of another thing that is only spoken of: kept the compute of its predecessor."""
    return re.compile(rf"(?:of|than|as|from|like) (?:its|the|their) (?:\w+ )?(?:{cue('spec', 'other').pattern})")


def _is_owner(scene: Scene, item: Item) -> bool:
    """Whether a number counts things that no pack knows, of which the next number may be: 108 units with 40 MB."""
    if not item.noun or scene.counted(item) or item.mention.number.nominal == 1:
        return False
    return scene.things.vocabulary.noun.match(item.noun) is None and not scene.passage.is_multiple(item)


def _strangers(scene: Scene, words: str) -> list[str]:
    """Return the capital words that are no part of a name that is known, no term and no word of grammar."""
    named = scene.things.words
    grammar = lexicon().function
    found = _CAPITAL.findall(words)
    term = scene.things.vocabulary.term
    known = (word for word in found if word not in named and word.casefold() not in grammar)
    return [word for word in known if not term.fullmatch(word.casefold())]
