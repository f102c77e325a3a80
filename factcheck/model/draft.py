"""What was found in a draft, as data: its numbers, what was judged, what was left alone."""

from dataclasses import dataclass
from typing import Literal

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Outcome, Verdict
from factcheck.model.structure import Structure

FORMAT = 2
"""Version of the JSON of reports on drafts; 2 knows the verdict *query* and numbers that are *used*."""

Status = Literal["wrong", "query", "borderline", "verified", "used", "ignored", "uncovered"]
"""What became of a number, the worst first; *used*: another number was derived from it."""

DraftVerdict = Verdict | Literal["query"]
"""The verdict on a number of a draft; *query*: more likely wrong than right, but not sure enough to say so."""


@dataclass(frozen=True, slots=True)
class DraftInput:
    """An input of a statement: its name, its literal, and where the draft says it (both None for what packs know).

    ``label`` is what the table calls it in which it stands.
    """

    name: str
    literal: str
    start: int | None = None
    end: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class DraftResult:
    """A result of a paper that a number belongs to: ``t(28) = 2.20, p = .036``, and the sentence in which it stands.

    ``derived`` is what the number comes to, as the draft writes it; empty where that is told otherwise.
    """

    start: int
    end: int
    text: str
    derived: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """A number of a draft that was judged; offsets count code points of the draft.

    ``says`` and ``given`` are the statement that the engine judged, ``outcome`` is all that it found. ``ignored`` is
    the reason why the draft does not want to hear of it. ``row`` is the construction that binds its numbers, if one
    does. In the draft's own words: ``message`` is what is wrong, ``calculation`` how it was derived, ``cures`` what
    would make it right, ``reason`` why it is a query and no more, or what is known of its construction. ``correction``
    is what to write in the place of ``text``, empty where an edit of the number alone would not do. ``result`` is the
    result of a paper that the number belongs to, if it does. ``place`` is where it stands in a document that has no
    lines, in the language of the draft: ``table 2, cell B4``.
    """

    code: str
    kind: str
    verdict: DraftVerdict
    start: int
    end: int
    text: str
    message: str
    says: str
    given: tuple[DraftInput, ...]
    outcome: Outcome
    ignored: str = ""
    row: str = ""
    calculation: str = ""
    cures: tuple[str, ...] = ()
    reason: str = ""
    correction: str = ""
    result: DraftResult | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class DraftNumber:
    """A number of the draft and what became of it."""

    start: int
    end: int
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class ProposedInput:
    """A number of a data file: its name, that of the file, the file, where in it, and what a premise asks for it."""

    name: str
    data: str
    file: str
    where: str
    line: int
    literal: str
    asked: str


@dataclass(frozen=True, slots=True)
class DraftProposal:
    """What a number of the draft may be taken from: data with the words of its sentence and its value. No verdict.

    ``words`` are those that the names of the data share with what is said beside it; ``others`` of ``among`` other
    numbers (or pairs, or sums) of the data would fit by chance, which ``chance`` says.
    """

    start: int
    end: int
    text: str
    says: str
    given: tuple[ProposedInput, ...]
    message: str
    calculation: str
    words: tuple[str, ...]
    others: int
    among: int
    chance: str


@dataclass(frozen=True, slots=True)
class DraftReport:
    """One draft: ``text`` as it stands, its numbers in order, the findings, and what is wrong with the file itself.

    ``names_and_dates`` counts what holds digits and is no quantity. ``only`` is what alone was asked for: *statistics*.
    ``proposals`` tell from which data files its numbers may be taken, where that was asked. ``structure`` is that of a
    document that has no lines, of which ``text`` was read: the place of each of its paragraphs and cells.
    """

    path: str
    text: str
    language: str
    numbers: tuple[DraftNumber, ...] = ()
    findings: tuple[DraftFinding, ...] = ()
    names_and_dates: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    only: str = ""
    proposals: tuple[DraftProposal, ...] = ()
    structure: Structure | None = None

    def count(self, status: Status) -> int:
        """Return how many numbers have a status."""
        return sum(number.status == status for number in self.numbers)

    @property
    def coverage(self) -> float:
        """The share of the numbers that were judged or used, between 0 and 1; 1 where there is none."""
        return 1 - self.count("uncovered") / len(self.numbers) if self.numbers else 1.0
