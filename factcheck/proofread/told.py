"""A number that was judged, and its draft: what the sentences about it are made of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.model.draft import DraftInput, DraftVerdict
from factcheck.model.pack import Wording
from factcheck.model.report import Outcome, Step
from factcheck.proofread.amount import derived_amount, percent_sign, trimmed
from factcheck.prose.mention import Mention
from factcheck.quantity.phrases import phrases

_MINUS = re.compile(r"−\((\w+) − (\w+)\)")
"""A difference that is turned round."""
_YEAR = "year"
_LETTERS = "A-Za-z\u00c0-\u024f'’"  # noqa: RUF001 - an apostrophe
_BEHIND = re.compile(rf"(?:[ -]?[{_LETTERS}]{{1,20}}){{1,2}}|[\u3400-\u9fff]{{1,4}}")
_BEFORE = re.compile(rf"(?:(?:[{_LETTERS}]{{1,20}}[ -]){{1,2}}|[\u3400-\u9fff]{{1,4}})$")
"""The words beside a bare number that tell which one it is."""
_BESIDE = 48
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
    doubt: str = ""
    extent: tuple[int, int] | None = None

    @property
    def mention(self) -> Mention | None:
        """The number as it was read; None for a ratio and for words that compare."""
        return self.told.mentions.get((self.target[0], self.target[1]))

    @property
    def phrases(self) -> Mapping[str, Any]:
        """The sentences of the draft's language."""
        return phrases(self.told.language)


def derived_as_written(found: Judged) -> str:
    """Return the derived value as the draft writes the stated one; what is between two dates in years."""
    derived = found.outcome.derived
    if found.mention is None and derived is not None and derived.unit == _YEAR and derived.nominal is not None:
        count = trimmed(round(Fraction(derived.nominal), 1), 1)  # 40.0008, for the days of leap years
        forms = found.phrases["words"]["years"]
        years: str = forms["one" if count == "1" else "other"]
        return years.format(count=count)
    return in_percent(derived_amount(found.mention, found.outcome), derived.unit if derived else "")


def in_percent(text: str, unit: str) -> str:
    """Return a number of the draft with the sign of per cent, where only its column's head or a cell beside has it."""
    return f"{text}{percent_sign()}" if unit.strip() == "%" and text[-1:].isdecimal() else text


def written_inputs(found: Judged) -> dict[str, str]:
    """Return the inputs as the draft writes them; a literal for what it does not state."""
    return {one.name: _written(one, found.told.text) for one in found.given}


def _written(one: DraftInput, draft: str) -> str:
    if one.start is None or one.end is None:
        return one.literal
    return in_percent(within(draft[one.start : one.end]), "%" if one.literal.endswith(" %") else "")


def in_its_words(found: Judged, span: tuple[int, int]) -> str:
    """Return a number of the draft with what it counts; a bare one in quotes with the words behind it.

    Four is said of something: 64 ferries, “four are from there”.
    """
    text, mention = found.told.text, found.told.mentions.get(span)
    shown = within(text[slice(*span)])
    if mention is None or mention.measure.factors or mention.number.kind == "span":
        return shown
    noun = mention.measure.span
    if mention.measure.name:
        beside = span[1] <= noun.start <= span[1] + 1
        return within(text[span[0] : noun.end]) if beside else shown
    start, end = _with_words(found, span)
    quoted: str = found.phrases["words"]["quoted"]
    return quoted.format(text=text[start:end]) if (start, end) != span else shown


def _with_words(found: Judged, span: tuple[int, int]) -> tuple[int, int]:
    """Return a number with the two words behind it; where only *and* follows, or nothing, with those before it."""
    text, joint = found.told.text, found.phrases["words"]["and"].strip()
    behind = _BEHIND.match(text, span[1])
    words = behind[0] if behind else ""
    if words and not words.strip().startswith(joint):
        return span[0], span[1] + len(words.removesuffix(f" {joint}"))
    before = _BEFORE.search(text[max(0, span[0] - _BESIDE) : span[0]])
    return span[0] - (len(before[0]) if before else 0), span[1]


def within(text: str) -> str:
    """Return words of the draft as they stand within a sentence: in one line, with a small letter first."""
    line = " ".join(text.split())
    return line[:1].lower() + line[1:] if line[1:2].islower() or line.startswith("A ") else line


def calculation(found: Judged) -> str:
    """Return the formula with the numbers as the draft and the packs write them: ($4.2bn − $3.97bn) ÷ $3.97bn."""
    facts = (one for one in leaves(found.outcome.derivation) if one.kind == "fact" and one.value is not None)
    named = {one.name: one.value.text.partition(" (")[0] for one in facts if one.value} | written_inputs(found)
    formula = _MINUS.sub(r"(\2 − \1)", found.outcome.formula)
    formula = _WHOLE.sub(r"\1", formula).replace(" + −", " − ")
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
