"""Set phrases of the program, sentences with places for names and numbers: by them it is told what a text says."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_PLACE = re.compile(r"\{(\w+)\}")
NUMBERS = {"n": r"[\d.,]+(?:e-?\d+)?"}
"""What may stand in the places of a phrase of this name; in all others anything."""


class SetPhrase(NamedTuple):
    """A phrase: the section of the table in which it stands, its name there, and what texts of it look like."""

    section: str
    name: str
    shape: re.Pattern[str]


def set_phrases(section: str, table: Mapping[str, str], shapes: Mapping[str, str] = NUMBERS) -> Iterator[SetPhrase]:
    """Yield the phrases of a section of a table; ``shapes`` are those of what stands in the places of a name."""
    for name, phrase in table.items():
        written = re.escape(phrase).replace(r"\{", "{").replace(r"\}", "}")
        shape = _PLACE.sub(lambda place: f"(?P<{place[1]}>{shapes.get(place[1], '.+?')})", written)
        yield SetPhrase(section, name, re.compile(shape, re.DOTALL))
