"""The plain forms in which a sentence tells an attribute of an individual; each binds the number that follows.

A form is a pattern over the letters of ``clause``, up to the number. ``sure`` where the words before it leave no doubt
that it is all of the thing: half of Germany's population is none of it.
"""

import re
from typing import NamedTuple

from factcheck.draft.things.registers.clause import Clause
from factcheck.draft.things.registers.individuals import Named

_DATES = re.compile(r"[io]?D,?")
_OPEN = r"(?:^|(?<=[,|(:.k]))t?"
_LATIN = {
    "its attribute": r"t?TsA[lo:]?",
    "attribute of": r"t?Aot?Tl",
    "has an attribute": r"T,?ht?Ao?",
    "in brackets": r"T\(A[:o]?",
    "covers": r"Tv(?:t?Ao)?",
}
_PEOPLE = {"its people": r"t?Ts", "has people": r"Th", "is home to": r"TH"}
_IS, _HAN_IS = r"t?Tl", r"Tl*"
_HAN = {"attribute": r"Ts?A[l:]*", "attribute behind": r"Ts?A[l:]*"}
_HAN_PEOPLE = {"has people": r"T[hl]", "people": r"Ts?"}
_LOOSE = r"T[^TN|.?]{1,16}(?<=[,sotl])A[lo:]?"
"""Words between a thing and its attribute: India, in the south of Asia, has a population of. It only verifies."""
_SEVERAL = re.compile(r"T[,k]+t?T")
_PLAIN_END = re.compile(r"p?(?:$|[.,|):k]|[io]?D|e)")
POPULATION, AREA, VALUE = "population", "area", "value"
"""Attributes that words mean which do not name them; the last is that of a constant, whose name tells it."""


class Form(NamedTuple):
    """A thing and the word for the attribute that a number is of; ``sure``: nothing else can be meant."""

    thing: Named
    word: str
    sure: bool


def form(found: Clause, *, han: bool, people: bool) -> Form | None:
    """Return what a number is of by the words around it; ``people``: it counts people."""
    front = _DATES.sub("", found.front)
    forms = {**(_HAN if han else _LATIN)}
    named = {**(_HAN_PEOPLE if han else _PEOPLE)} if people else {}
    meant = (*((one, POPULATION) for one in named.values()), (_HAN_IS if han else _IS, VALUE))
    for pattern, word in (*((one, "") for one in forms.values()), *meant):
        m = re.search(f"({pattern})$", front)
        if m is None:
            continue
        attribute = word or (found.attributes[-1] if "A" in m[1] else AREA)
        ends = _PLAIN_END.match(found.tail) is not None
        led = re.search(f"{_OPEN}{pattern}$", front) is not None
        doubted = "?" in front or _SEVERAL.search(front) is not None or (han and word == POPULATION)
        return Form(found.things[-1], attribute, led and ends and not doubted and not found.things[-1].shared)
    loose = re.search(f"{_LOOSE}$", front)
    return Form(found.things[-1], found.attributes[-1], sure=False) if loose else None
