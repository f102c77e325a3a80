"""What two things have in common, so that one can be held against the other."""

from factcheck.draft.things.attribute import Wanted, picks
from factcheck.draft.things.catalogue import Property
from factcheck.draft.things.scene import Named, Scene


def proper(scene: Scene, named: list[Named]) -> list[Named]:
    """Return the names without the nouns that are counted: transistors, cores."""
    return [one for one in named if not one.key or not scene.things.is_noun(one.key)]


def of_both(scene: Scene, first: str, second: str) -> list[Property]:
    """Return the attributes that are known of two things."""
    other = {(one.attribute, one.dimension) for one in scene.things.properties(second)}
    return [one for one in scene.things.properties(first) if (one.attribute, one.dimension) in other]


def picks_of_both(scene: Scene, mine: Property, second: str, wanted: Wanted) -> list[str]:
    """Return the picks that both things have a fact for, the pack's default first."""
    same = (mine.attribute, mine.dimension)
    theirs = [one for one in scene.things.properties(second) if (one.attribute, one.dimension) == same]
    known = [pick for one in theirs for pick in picks(scene, one, wanted)]
    return [pick for pick in picks(scene, mine, wanted) if pick in known]
