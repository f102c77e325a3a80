"""The plain forms in which a sentence tells an attribute of an individual; each binds the number that follows.

A form is a pattern over the letters of ``clause``, up to the number. ``sure`` where the words before it leave no doubt
that it is all of the thing: half of Germany's population is none of it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.draft.things.registers.clause import THING, Clause
from factcheck.draft.things.registers.individuals import Named

POPULATION, AREA, VALUE = "population", "area", "value"
"""Attributes that words mean which do not name them; the last is that of a constant, whose name tells it."""
_NAMED = ""
_LATIN = (
    (r"t?TsA,?[lo:]?", _NAMED),  # Germany's population is
    (r"t?Aot?Tl", _NAMED),  # the population of Germany is
    (r"T,?ht?Ao?", _NAMED),  # Germany, with a population of
    (r"T[(,]A[:o]?", _NAMED),  # Germany (population
    (r"Tvt?Ao", _NAMED),  # Germany covers an area of
    (r"Tv", AREA),  # Germany covers
    (r"t?Tl", VALUE),  # the speed of light is
)
_LATIN_PEOPLE = (
    (r"t?Ts", POPULATION),  # Germany's 83 million people
    (r"T[hH]", POPULATION),  # Germany has, is home to
)
_HAN = ((r"Ts?A[l:]*", _NAMED), (r"Tl*", VALUE))
_HAN_PEOPLE = ((r"T[hls]?", POPULATION),)
_LOOSE = r"T(?:[^TN|.?]|T(?=s)){1,16}(?<=[,sotl])A,?[lo:]?"
"""Words between a thing and its attribute: India, in the south of Asia, has a population of. It only verifies."""
_BEHIND = re.compile(r"p?(?:Lt?|,t?)(?=T)")
"""What is between people and their country behind them: 84 million people live in; with 1.4 billion people, India."""
_DATES = re.compile(r"\([io]?D\)|[io]?D,?")
_OPEN = r"(?:^|(?<=[,|(:.k]))t?"
_SEVERAL = re.compile(r"T[,k]+t?T")
_PLAIN_END = re.compile(r"p?(?:$|[.,|):k]|[io]?D|e)")


class Form(NamedTuple):
    """A thing and the word for the attribute that a number is of; ``sure``: nothing else can be meant."""

    thing: Named
    word: str
    sure: bool


def form(found: Clause, *, han: bool, people: bool) -> Form | None:
    """Return what a number is of by the words around it; ``people``: it counts people."""
    front = _DATES.sub("", found.front)
    for pattern, word in _forms(han=han, people=people):
        m = re.search(f"(?:{pattern})$", front)
        if m is not None:
            led = re.search(f"{_OPEN}(?:{pattern})$", front) is not None and _SEVERAL.search(front) is None
            ends = _PLAIN_END.match(found.tail) is not None
            sure = led and ends and "?" not in front and not (han and word == POPULATION)
            return _told(found, m, word or found.attributes[-1], sure=sure)
    loose = re.search(f"{_LOOSE}$", front)
    if loose is not None:
        return _told(found, loose, found.attributes[-1], sure=False)
    return _behind(found, front) if people else None


def _forms(*, han: bool, people: bool) -> Iterator[tuple[str, str]]:
    if people:
        yield from _HAN_PEOPLE if han else _LATIN_PEOPLE
    yield from _HAN if han else _LATIN


def _told(found: Clause, m: re.Match[str], word: str, *, sure: bool) -> Form:
    """Return the thing at the start of a form."""
    thing = found.things[m.string[: m.start()].count(THING)]
    return Form(thing, word, sure and not thing.shared)


def _behind(found: Clause, front: str) -> Form | None:
    """Return the country whose people stand before it."""
    m = _BEHIND.match(_DATES.sub("", found.tail))
    if m is None or not found.behind or ("L" not in m[0] and not front.endswith("h")):
        return None
    return Form(found.behind[0], POPULATION, sure=False)
