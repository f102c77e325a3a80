"""The answers to assistants, as data: parts of the reports, and of what the packs know, in the words of both.

Where a field has the name of one in a report (docs/report.schema.json, docs/draft.schema.json) it is the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from factcheck.diagnostics import Diagnostic
from factcheck.engine.questions.inquire import Derived, KnownFact
from factcheck.mcp.pieces import MAX_CHARS, cut, size
from factcheck.model.catalogue import KnownRule
from factcheck.model.draft import DraftFinding, DraftReport, DraftVerdict, Status
from factcheck.model.report import Outcome, Step
from factcheck.prose.jsonl import mention_json
from factcheck.prose.mention import Mention
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.places import Lines, Places
from factcheck.report.drafts.remarks import remarks, sources
from factcheck.report.drafts.summary import STATUSES, Demand, DraftLevel, result_line, summary_line

SHOWN_UNCOVERED = 40
MAX_GIVEN = 100
MAX_ITEMS = 8
_DEPTHS = (8, 6, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Given:
    """A premise of a statement: its name, and its value as a text or a source writes it (`100 EFLOP/s`)."""

    name: str
    literal: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that a derivation rests on."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A number of the text, what was found about it and why.

    `start` and `end` count characters of the text, `line` and `column` from 1. `says` with `given` is the statement
    that was judged: check_claim takes both as they are, and tells all of it. `remarks` are the likely cause, the
    derivation, and what would make it right.
    """

    verdict: DraftVerdict
    code: str
    line: int
    column: int
    start: int
    end: int
    text: str
    message: str
    remarks: tuple[str, ...]
    says: str
    given: tuple[Given, ...]
    sources: tuple[Cited, ...]
    ignored: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many numbers have a status."""

    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """What can be said of the numbers of a text; `findings` with the worst first are to be corrected or explained.

    `uncovered` numbers were not checked, which does not make them right. `problems` are about the project's settings
    and packs, or the text as a whole. `left` findings come after these: ask for them with `cursor`.
    """

    summary: str
    result: str
    language: str
    counts: tuple[Count, ...]
    uncovered: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    findings: tuple[Found, ...] = ()
    left: int = 0
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """What was found about a statement: `outcome` as reports have it, `story` the same in words.

    Where the derivation is too long its deeper steps are left out (`cut`).
    """

    verdict: str
    story: str
    outcome: Outcome
    cut: bool = False


@dataclass(frozen=True, slots=True)
class DerivationsAnswer:
    """The shortest derivations, all equally short, with where their values come from."""

    derivations: tuple[Derived, ...] = ()
    left: int = 0
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class FactOfThing:
    """A sourced fact, and the thing that it is about."""

    thing: str
    fact: KnownFact


@dataclass(frozen=True, slots=True)
class FactsAnswer:
    """Facts with their sources, or (`things`) what there are facts about; `left` more are had with `cursor`."""

    thing: str = ""
    names: tuple[str, ...] = ()
    family: str = ""
    note: str = ""
    parts: tuple[str, ...] = ()
    facts: tuple[FactOfThing, ...] = ()
    things: tuple[str, ...] = ()
    left: int = 0
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class RulesAnswer:
    """Rules of the packs and functions, as statements call them; `left` more are had with `cursor`."""

    rules: tuple[KnownRule, ...] = ()
    left: int = 0
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """The page of a code in Markdown, and the wordings behind a code of drafts with how often each was right."""

    code: str
    page: str
    wordings: tuple[str, ...] = ()
    left: int = 0
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A quantity that the text mentions; `value`, `low` and `high` are exact, in the unit as written."""

    line: int
    column: int
    start: int
    end: int
    text: str
    value: str | None
    low: str | None
    high: str | None
    unit: str | None
    unit_text: str | None
    relation: str
    change: str | None
    reached: str | None


@dataclass(frozen=True, slots=True)
class MentionsAnswer:
    """The quantities of a text in its order; `left` more are had with `cursor`."""

    mentions: tuple[Mentioned, ...] = ()
    left: int = 0
    cursor: str = ""


_WORST = ("error", "fail", "query", "borderline", "unverified", "exempt", "pass")


def draft_answer(report: DraftReport, problems: tuple[Diagnostic, ...], fail_on: DraftLevel) -> DraftAnswer:
    """Return what is said of a draft as a whole; what is as bad as ``fail_on`` is a finding."""
    places = Places(report)
    counts = tuple(Count(status, report.count(status)) for status in STATUSES if report.count(status))
    left = [(places.short(one.start), one.text) for one in report.numbers if one.status == "uncovered"]
    uncovered = tuple(f"{place} {cut(text, 80)}" for place, text in left[:SHOWN_UNCOVERED])
    result = result_line([report], Demand(fail_on))
    return DraftAnswer(summary_line(report), result, report.language, counts, uncovered, problems)


def findings_of(report: DraftReport, *, everything: bool) -> tuple[Found, ...]:
    """Return the findings, the worst first: what does not hold or is worth a look, or all that was judged."""
    places = Places(report)
    shown = [one for one in report.findings if everything or (one.verdict != "pass" and not one.ignored)]
    ordered = sorted(shown, key=lambda one: (bool(one.ignored), _WORST.index(one.verdict), one.start))
    return tuple(_found(one, places, report.language) for one in ordered)


def _found(one: DraftFinding, places: Places, language: str) -> Found:
    line, column = places.of(one.start)
    table = phrases(language)
    told = tuple(cut(f"{table['labels'][label]}: {text}") for label, text in remarks(one, table, verbose=True))
    given = tuple(Given(cut(part.name), cut(part.literal)) for part in one.given[:MAX_GIVEN])
    cited = tuple(Cited(source.title, source.url) for source in sources(one.outcome.derivation))
    at = (line, column, one.start, one.end, cut(one.text))
    return Found(one.verdict, one.code, *at, cut(one.message), told, cut(one.says), given, cited, one.ignored)


def claim_answer(outcome: Outcome, story: str) -> ClaimAnswer:
    """Return what was found about a statement; where that is too long, the starts of its texts and its upper steps."""
    answer = ClaimAnswer(outcome.verdict, story, outcome)
    if size(answer) <= MAX_CHARS:
        return answer
    short: Outcome = _shortened(replace(outcome, derivation=None, latex=""))
    answer = ClaimAnswer(outcome.verdict, cut(story, MAX_CHARS // 4), short, cut=True)
    whole = outcome.derivation
    tried = (replace(short, derivation=_upper(whole, depth)) for depth in _DEPTHS if whole)
    longer = (replace(answer, outcome=one) for one in tried)
    return next((one for one in longer if size(one) <= MAX_CHARS), answer)


def _upper(step: Step, depth: int) -> Step:
    """Return a step with so many floors below it."""
    children = tuple(_upper(child, depth - 1) for child in step.children) if depth else ()
    return replace(step, name=cut(step.name), children=children)


def _shortened(value: Any) -> Any:
    """Return a value of the model with the starts of its texts and lists."""
    if isinstance(value, str):
        return cut(value)
    if isinstance(value, tuple):
        return tuple(map(_shortened, value[:MAX_ITEMS]))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _shortened(getattr(value, each.name)) for each in fields(value)})
    return value


def mentioned(mentions: tuple[Mention, ...], text: str) -> Iterator[Mentioned]:
    """Yield the quantities of a text with their places."""
    places = Lines(text)
    for one in mentions:
        line, column = places.of(one.span.start)
        found = Mentioned(line, column, **mention_json(one, text))
        yield replace(found, text=cut(found.text))
