"""A number that was judged, and its draft: what the sentences about it are made of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.model.draft import DraftInput, DraftVerdict
from factcheck.model.pack import Wording
from factcheck.model.report import Outcome, Step
from factcheck.prose.mention import Mention
from factcheck.quantity.phrases import phrases

_MINUS = re.compile(r"−\((\w+) − (\w+)\)")
"""A difference that is turned round."""
_WHOLE = re.compile(r"^\(([^()]*)\)$")


class Told(NamedTuple):
    """The draft as sentences about it need it: its prose and language, its numbers by their places, names of things.

    ``codes`` are those of the kinds of packs, ``wordings`` the ones that packs bring, by their row.
    """

    text: str
    language: str
    mentions: Mapping[tuple[int, int], Mention]
    names: Mapping[str, str]
    codes: Mapping[str, str]
    wordings: Mapping[str, Wording]


class Judged(NamedTuple):
    """A number that was judged, as the sentence needs it: its place, what it was judged by, and in which draft."""

    kind: str
    target: tuple[int, int]
    given: Sequence[DraftInput]
    outcome: Outcome
    verdict: DraftVerdict
    row: str
    told: Told
    reading: str = ""

    @property
    def mention(self) -> Mention | None:
        """The number as it was read; None for a ratio and for words that compare."""
        return self.told.mentions.get((self.target[0], self.target[1]))

    @property
    def phrases(self) -> Mapping[str, Any]:
        """The sentences of the draft's language."""
        return phrases(self.told.language)


def written_inputs(found: Judged) -> dict[str, str]:
    """Return the inputs as the draft writes them; a literal for what it does not state."""
    return {one.name: _written(one, found.told.text) for one in found.given}


def _written(one: DraftInput, draft: str) -> str:
    if one.start is None or one.end is None:
        return one.literal
    return within(draft[one.start : one.end])


def within(text: str) -> str:
    """Return words of the draft as they stand within a sentence: in one line, with a small letter first."""
    line = " ".join(text.split())
    return line[:1].lower() + line[1:] if line[1:2].islower() or line.startswith("A ") else line


def calculation(found: Judged) -> str:
    """Return the formula with the numbers as the draft and the packs write them: ($4.2bn − $3.97bn) ÷ $3.97bn."""
    facts = (one for one in leaves(found.outcome.derivation) if one.kind == "fact" and one.value is not None)
    named = {one.name: one.value.text.partition(" (")[0] for one in facts if one.value} | written_inputs(found)
    formula = _MINUS.sub(r"(\2 − \1)", found.outcome.formula)
    formula = _WHOLE.sub(r"\1", formula)
    if not named:
        return formula
    wanted = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    return re.sub(rf"(?<![\w.])(?:{wanted})(?![\w.\[])", lambda m: named[m[0]], formula)


def leaves(step: Step | None) -> Iterator[Step]:
    """Yield the steps of a derivation that rest on no others."""
    if step is not None and not step.children:
        yield step
    for child in step.children if step else ():
        yield from leaves(child)
