"""What a relation hands to the engine: the number to judge, and the statements that would make it right."""

from dataclasses import dataclass
from typing import Literal

from factcheck.draft.text.passage import Item
from factcheck.source import Span

Voice = Literal["verify", "ask", "accuse", "deny"]
"""What may come of a proposal: that the number holds, or also that it is worth a look, or also that it is wrong.

*deny*: only that it is wrong; that it holds proves nothing.
"""


@dataclass(frozen=True, slots=True)
class Given:
    """An input: its name in the statement, its literal, and where the draft says it (None for what packs know).

    ``label`` is what a table calls it.
    """

    name: str
    literal: str
    span: Span | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read a relation, as a statement of the claim language with its inputs."""

    says: str
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What would excuse a number that does not hold, so that it is asked about and not called wrong.

    ``reason`` is a key of the reasons in the tables of words. ``candidate`` may hold, as its numbers are rounded; None
    is an excuse in any case.
    """

    reason: str
    candidate: Candidate | None = None


READINGS = 24
"""Who has more ways to read a relation than these is guessing, and some way would hold by chance."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation that a text states about a number.

    ``target`` is the number that is judged. It holds if one of ``candidates`` does; the first is the likeliest
    reading, and the one that is reported. ``firm``: the words leave no doubt which numbers are meant, so that it is
    an error of the draft when no candidate holds; else there is silence. So is where one of ``unless`` holds: a
    reading that is not sure enough to verify the number, and excuses it; where one of ``doubts`` does, it is asked
    about. ``extent`` is where the whole stands that the number is part of, if more than its inputs.
    """

    kind: str
    target: Span
    candidates: tuple[Candidate, ...]
    firm: bool = True
    unless: tuple[Candidate, ...] = ()
    voice: Voice = "accuse"
    row: str = ""
    doubts: tuple[Doubt, ...] = ()
    extent: Span | None = None


def given(name: str, item: Item, literal: str) -> Given:
    """Return an input that the draft states."""
    return Given(name, literal, item.mention.span)
