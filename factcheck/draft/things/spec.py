"""A number about a thing that packs know: the A100 has 54 billion transistors; 每个tile拥有9 petaflops的算力."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate, Given, Proposal, Voice
from factcheck.draft.text.dates import When
from factcheck.draft.text.passage import Item
from factcheck.draft.text.said_of import said_of
from factcheck.draft.things.attribute import (
    Measured,
    Wanted,
    around,
    chosen,
    front,
    is_doubtful,
    measured,
    picks,
    precision,
    split,
)
from factcheck.draft.things.catalogue import Property
from factcheck.draft.things.editions import editions, is_bare, of_facts, told_before
from factcheck.draft.things.frames import Frames, frames, only_part
from factcheck.draft.things.scene import Scene
from factcheck.draft.things.subject import Bond, subject
from factcheck.draft.words.cues import cue
from factcheck.quantity.dimension import BASES, Dimension

_LINK = re.compile(
    r"\s?(?:about|of|is|was|at|:|：|stands|comes to|为|是|达到|达|有|高达|约|大约|多达|共|则|量|数|总|了|的){0,3}\s?$"
)
_UP_TO = re.compile(r"up to|最高|最多|最大", re.IGNORECASE)


class Reading(NamedTuple):
    """What a number may be: of which thing, which attributes, and how sure the words are."""

    bond: Bond
    measured: Measured
    found: list[Property]
    named: bool


def propose(scene: Scene) -> Iterator[Proposal]:
    """Propose each number that a sentence says of a thing."""
    known = frames(scene)
    for item in scene.items:
        if item.mention.number.nominal is None or item.is_percent or scene.passage.is_multiple(item):
            continue
        if item in known.used:
            continue
        for reading in (
            _distributed(scene, item, known),
            _measure(scene, item),
            _parts(scene, item),
            _count(scene, item),
        ):
            if reading is not None and (found := _proposal(scene, item, reading)) is not None:
                yield found
                break


def _proposal(scene: Scene, item: Item, reading: Reading) -> Proposal | None:
    wanted = precision(scene, item)
    date = said_of(scene.passage, item)
    if date is not None and reading.found and all(one.dated for one in reading.found):
        return _dated(scene, item, reading, date)
    likely, other = [], []
    for one in reading.found:
        sure, rest = split(scene, item, picks(scene, one, wanted), wanted)
        likely += [_says(one, pick, reading) for pick in sure]
        other += [_says(one, pick, reading) for pick in rest]
    if not likely:
        return None
    firm, unless = _is_firm(scene, item, reading), (*other, *_rivals(reading), *_doubled(scene, reading, wanted))
    return Proposal("spec", item.mention.span, tuple(likely), firm=firm, unless=unless)


def _dated(scene: Scene, item: Item, reading: Reading, date: When) -> Proposal | None:
    """Propose the fact of the date that the sentence names; that of another date is a slip."""
    wanted = precision(scene, item)
    known = [
        edition
        for one in reading.found
        for pick in picks(scene, one, wanted)
        for edition in of_facts(one, pick, reading.measured)
    ]
    found = editions(scene, item, known, date)
    meant = tuple(one.says for one in found.meant or found.before)
    sure = _is_sure(scene, item, reading)
    bare = found.exact and is_bare(scene, item, reading.found[0])
    if found.slips:
        bare = scene.counted(item) is not None or is_bare(scene, item, reading.found[0])
    if not meant:
        return None
    voice: Voice = "accuse" if bare else "ask"
    firm = sure and bool(found.meant) and (bare or bool(found.slips))
    unless = (*(one.says for one in found.before), *_rivals(reading))
    return Proposal("spec", item.mention.span, meant, firm=firm, unless=unless, voice=voice)


def _says(one: Property, pick: str, reading: Reading) -> Candidate:
    return Candidate(f"{one.thing}.{one.attribute}{pick} = {reading.measured.literal}")


def _doubled(scene: Scene, reading: Reading, wanted: Wanted) -> Iterator[Candidate]:
    """Yield that a peak may be the one with 2:4 sparsity, twice the dense one, where only that is known."""
    for one, twice in product(reading.found, scene.things.vocabulary.qualifiers):
        known = {value for fact in one.facts for key, value in fact.when if key == twice.key}
        if twice.doubles and known == {twice.doubles} and twice.key not in wanted:
            pick = f"[{', '.join(wanted.values())}]" if wanted else ""
            yield Candidate(f"2 * {one.thing}.{one.attribute}{pick} = {reading.measured.literal}")


def _as_limit(item: Item, value: Measured) -> Measured:
    """Return ``draws up to 700 W`` as 700 W: what a sheet says is the most itself."""
    return value._replace(literal=value.literal.removeprefix("at most ")) if _UP_TO.match(item.mention.text) else value


def _rivals(reading: Reading) -> tuple[Candidate, ...]:
    """Return what other sources say of the same, which a draft may have from there: then there is silence."""
    own = [
        fact
        for one in reading.found
        for fact in one.facts
        if (one.thing, one.attribute) == (fact.thing, fact.attribute)
    ]
    many = [fact for fact in own if sum(fact.when == other.when for other in own) > 1]
    return tuple(Candidate(f"spec = {reading.measured.literal}", (Given("spec", fact.value.value),)) for fact in many)


def _is_firm(scene: Scene, item: Item, reading: Reading) -> bool:
    """Whether a wrong number is surely one: of a kind of thing that has the same always."""
    found = reading.found
    same = not any(one.dated for one in found) and all(scene.things.family(one.thing) for one in found)
    return same and _is_sure(scene, item, reading)


def _is_sure(scene: Scene, item: Item, reading: Reading) -> bool:
    """Whether the words leave no doubt: a sure subject, an attribute that is named or can be no other."""
    bond, _, found, named = reading
    certain = len(found) == 1 and found[0].certain
    since = bond.at.end if bond.at is not None and bond.at.end <= item.start else 0
    if not (bond.sure and certain and named):
        return False
    parts = all(one.attribute in scene.things.things for one in found)
    if parts:
        return not is_doubtful(scene, item, since, keys=("doubt", "doubt_modal")) and not _is_apiece(scene, item)
    return not is_doubtful(scene, item, since, own=found[0].attribute)


def _is_apiece(scene: Scene, item: Item) -> bool:
    """Whether a count is of each of some others: 4,356 nodes hold six V100s apiece."""
    return re.match(rf"[\w\s-]{{0,20}}?\s(?:{cue('spec', 'each').pattern})", scene.passage.after(item, 32)) is not None


def _measure(scene: Scene, item: Item) -> Reading | None:
    """Read a value with a unit, or a count of what is no part: 700 W, 54 billion transistors."""
    named, value = scene.counted(item), measured(scene, item)
    part = named is not None and bool(named.key) and not scene.things.is_noun(named.key)
    return None if part or not value.dimension else _read(scene, item, value, within=False)


def _read(scene: Scene, item: Item, value: Measured, *, within: bool) -> Reading | None:
    bond = subject(scene, item, lambda key: bool(_fitting(scene, key, value.dimension)), within=within)
    if not bond.key:
        return None
    return _of(scene, item, bond, _as_limit(item, value))


def _of(scene: Scene, item: Item, bond: Bond, value: Measured) -> Reading:
    words = around(scene, told_before(scene, item))
    found, named = chosen(scene, words, _fitting(scene, bond.key, value.dimension))
    if not all(base in BASES for base, _ in value.dimension) or precision(scene, item):
        named = len(found) == 1
    elif scene.things.vocabulary.role("others").search(words) and not _is_exact(found):
        named = False
    return Reading(bond, value, found, named)


def _is_exact(found: list[Property]) -> bool:
    """Whether the words for a link cannot confuse: a die has no link."""
    return all(dict(one.dimension).get("data") is None for one in found)


def _fitting(scene: Scene, key: str, dimension: Dimension) -> list[Property]:
    """Return the attributes of a thing that measure so; where it has such parts, they are meant."""
    found = [one for one in scene.things.properties(key) if one.dimension == dimension] if key else []
    return [one for one in found if one.attribute in scene.things.things] or found


def _parts(scene: Scene, item: Item) -> Reading | None:
    """Read how many parts a whole has: 3,000 D1 in an ExaPOD, a pod of 4,096 chips."""
    named = scene.counted(item)
    if named is None or not named.key:
        return _generic(scene, item)
    value, key = measured(scene, item), named.key
    bond = subject(scene, item, lambda whole: bool(whole) and key in scene.things.parts(whole), within=True)
    return _of(scene, item, bond, value) if bond.key else _read(scene, item, value, within=True)


def _generic(scene: Scene, item: Item) -> Reading | None:
    """Read chips that are the parts of a thing which has one kind of part only."""
    if item.dimension or not scene.things.vocabulary.noun.fullmatch(item.noun or ""):
        return None
    bond = subject(scene, item, lambda key: bool(only_part(scene, key)), within=True)
    part = only_part(scene, bond.key)
    if not part:
        return None
    literal = Measured(((part, 1),), counting_part(scene, item, part))
    return _of(scene, item, bond, literal)


def counting_part(scene: Scene, item: Item, part: str) -> str:
    """Return the count of a part as a literal."""
    return measured(scene, item).literal + f" {part}"


def _count(scene: Scene, item: Item) -> Reading | None:
    """Read a plain number behind the name of what it counts: 晶体管数达到2080亿个; a core count of 900,000."""
    if item.dimension or item.noun:
        return None
    words = _LINK.sub("", front(scene, item))
    for attribute, key in scene.things.counted.items():
        said = scene.things.vocabulary.attribute(attribute).pattern
        if re.search(rf"(?:{said})(?:\s?(?:{cue('spec', 'count_noun').pattern}))?$", words):
            value = Measured(((key, 1),), f"{measured(scene, item).literal} {key}")
            return _read(scene, item, value, within=False)
    return None


def _distributed(scene: Scene, item: Item, known: Frames) -> Reading | None:
    """Read what each part of a whole has: a pod of 4,096 chips, every one of them rated at 275 teraflops."""
    if not item.dimension or not cue("spec", "each").search(front(scene, item)):
        return None
    part = known.part_before(item)
    if not part or not _fitting(scene, part, measured(scene, item).dimension):
        return None
    return _of(scene, item, Bond(part, sure=True), measured(scene, item))
