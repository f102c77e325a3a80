"""The report: what a run found, as data. Numbers are decimal strings or fractions; nothing depends on the clock."""

from dataclasses import field
from typing import Literal

from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.source import Place, Text

FORMAT = 1
"""Version of the report's JSON."""

UNEXPECTED = "FC406"
"""The code of a verdict that is not the one which the claim records."""

Verdict = Literal["pass", "borderline", "fail", "unverified", "exempt", "error"]
Grade = Literal["slip", "wrong", "decision"]
Weight = Literal["", "off", "note", "fail"]
"""What a project's settings make of a code; empty leaves it to ``fail-on``."""


@dataclass(frozen=True, slots=True)
class Range:
    """An interval in ``unit``; None is an end that is open to infinity.

    ``low`` and ``high`` are exact where 15 decimal digits are enough, else rounded outward.
    ``text`` is how the report prints it, ``origin`` says where its width comes from.
    """

    low: str | None
    high: str | None
    low_open: bool
    high_open: bool
    nominal: str | None
    unit: str
    text: str
    origin: str = ""


def paged(page: str) -> str:
    """Write a page as citations do; what is no number is as its author has it: ``Table 3``."""
    return f"p. {page}" if page[:1].isdigit() else page


@dataclass(frozen=True, slots=True)
class Citation:
    """The source of a fact; ``also`` are others that say the same."""

    title: str
    url: str = ""
    date: str = ""
    tier: str = ""
    quote: str = ""
    status: str = "confirmed"
    page: str = ""
    accessed: str = ""
    also: tuple["Citation", ...] = ()

    @property
    def page_text(self) -> str:
        """The page as citations write it."""
        return paged(self.page)

    @property
    def accessed_text(self) -> str:
        """When it was read."""
        return f"accessed {self.accessed}" if self.accessed else ""


@dataclass(frozen=True, slots=True)
class Step:
    """A node of a derivation: a leaf (literal, premise, fact, claim) or an operation on its children.

    ``place`` is where a fact or a rule stands in a pack of the project.
    """

    kind: Literal["literal", "premise", "fact", "claim", "operation", "rule", "search"]
    name: str
    value: Range | None
    assumed: str = ""
    source: Citation | None = None
    children: tuple["Step", ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """The verdict under another choice: other qualifiers, the other order of a ratio, another source."""

    choice: str
    verdict: Verdict
    derived: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip: with this one edit the claim would hold. ``name`` is its entry in the catalogue.

    ``text`` is a sentence, ``corrected`` the statement after the edit.
    """

    name: str
    text: str
    corrected: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """What one input would have to be for the claim to hold, the others as they are.

    ``needed`` is the set of its values, ``distance`` how far the nearest of them is from the input's nominal value
    (a signed percentage), ``within`` whether one lies within the input's own rounding.
    """

    name: str
    needed: Range
    distance: str
    within: bool
    text: str


@dataclass(frozen=True, slots=True)
class Influence:
    """By how many per cent the result changes for one per cent of an input (its elasticity)."""

    name: str
    elasticity: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a claim; ``code`` is empty for plain facts."""

    text: str
    code: str = ""
    kind: Literal["note", "help"] = "note"


@dataclass(frozen=True, slots=True)
class Position:
    """Where the claim's statement stands; columns count code points from 1.

    ``end_column`` is ``column`` where the statement is folded over lines or escaped, so that its end is not known.
    ``inside`` is where in a document that has no lines (``table 2, cell B4``); there the others are 0.
    """

    path: str
    line: int
    column: int
    end_column: int
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A wish not to hear of findings; without ``codes`` of all, without ``claim`` of all claims.

    ``until`` is its last day (``2026-12-31``), ``path`` a pattern of the files that it is about.
    """

    place: Place
    reason: str
    codes: tuple[str, ...] = ()
    claim: str = ""
    until: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding with this code does not count: an ignore of the claim file or the settings, or the baseline."""

    code: str
    by: Literal["file", "settings", "baseline"]
    reason: str = ""
    until: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found about one claim.

    ``derived_span`` and ``stated_span`` are code-point ranges inside ``says``.
    ``headline`` is the one line an editor reads; ``formula`` has names (``latex`` is the same), ``substituted`` values.
    ``weight`` and ``suppressions`` are what the project makes of it. ``article`` is where the text that it quotes has
    the words.
    """

    id: str
    verdict: Verdict
    headline: str
    position: Position
    quote: str = ""
    says: str = ""
    code: str = ""
    grade: Grade | None = None
    expect: str | None = None
    exempt: str = ""
    note: str = ""
    relation: str = ""
    derived: Range | None = None
    stated: Range | None = None
    derived_span: tuple[int, int] | None = None
    stated_span: tuple[int, int] | None = None
    formula: str = ""
    latex: str = ""
    substituted: str = ""
    derivation: Step | None = None
    notes: tuple[Note, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    slips: tuple[Slip, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    influences: tuple[Influence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    weight: Weight = ""
    suppressions: tuple[Suppression, ...] = ()
    article: Position | None = None

    @property
    def unexpected(self) -> bool:
        """Whether the claim records a verdict and got another one."""
        return self.expect is not None and self.expect not in (self.verdict, self.grade)

    @property
    def suppressed(self) -> Suppression | None:
        """Why the verdict does not count, or None; a suppression may also be about a remark only."""
        return next((one for one in self.suppressions if one.code in (self.code, UNEXPECTED)), None)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of one article that cannot both hold, or (``agrees``) several that say the same.

    ``claims`` are the ids of the claims or premises, ``quotes`` their words, in the order of the file. ``fails`` where
    the project's settings make it a finding.
    """

    code: str
    text: str
    claims: tuple[str, ...]
    quotes: tuple[str, ...]
    positions: tuple[Position, ...]
    notes: tuple[str, ...] = ()
    agrees: bool = False
    fails: bool = False
    suppressed: Suppression | None = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """The outcomes of one claim file, in its order, and what was wrong with the file itself.

    ``unchanged`` counts the claims that were left out because nothing changed for them, ``article`` is the file whose
    text the claims quote, as they name it.
    """

    path: str
    title: str = ""
    language: str = ""
    outcomes: tuple[Outcome, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    unchanged: int = 0
    article: Text | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The day that ends of ignores are compared with, and who gave it."""

    date: str
    source: Literal["--today", "SOURCE_DATE_EPOCH", "clock"]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run: files sorted by path, problems of packs and configuration first.

    ``today`` is set where an ignore has an end, ``since`` where only what changed since a revision was looked at.
    """

    format: int
    engine: str
    files: tuple[FileReport, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    today: Day | None = None
    since: str = ""
