"""What a report says of a finding below its message: one list for the terminal and the page."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model.draft import DraftFinding, DraftProposal
from factcheck.model.report import Citation, Outcome, Step
from factcheck.quantity.phrases import phrases
from factcheck.report.summary import expected

_CURES = 2
_SOURCES = 3
CLAIM = "claim"
"""The kind of a finding that a claim file makes; its words are the claim's."""


def remarks(found: DraftFinding, table: Mapping[str, Any], *, verbose: bool) -> Iterator[tuple[str, str]]:
    """Yield what is known of a finding, each with the name of its label; ``verbose``: why it is trusted, too."""
    if found.ignored:
        yield "ignored", found.ignored
        return
    if expected(found.outcome) and found.kind != CLAIM and found.outcome.note:
        yield "expected", found.outcome.note
    if derived := found.calculation or (found.kind == CLAIM and found.outcome.substituted):
        yield "derived", derived
    if found.verdict != "pass":
        for slip in found.outcome.slips[:1]:
            yield "cause", table["slips"].get(slip.name, slip.text.partition(": ")[0])
        if cures := (*found.cures, *_cures(found, table))[:_CURES]:
            yield "cure", table["words"]["or"].join(cures)
    if found.reason and (verbose or found.verdict == "query"):
        yield ("reason" if found.verdict == "query" else "record"), found.reason


def _cures(found: DraftFinding, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield what would make a claim right."""
    outcome: Outcome = found.outcome
    if found.kind == CLAIM and found.verdict == "fail":
        sentence: str = table["words"]["cure"]
        for one in outcome.requirements:
            yield sentence.format(input=one.name, needed=one.needed.text.partition(" (")[0])


def details(found: DraftFinding, language: str) -> Iterator[tuple[str, str, str]]:
    """Yield all that is known of a finding, each as its label, its text and the address of its source, if it has one.

    The calculation, the likely cause, the cure, why it is trusted or not, then the sources.
    """
    table = phrases(language)
    for label, text in remarks(found, table, verbose=True):
        yield table["labels"][label], text, ""
    for source in sources(found.outcome.derivation):
        yield table["labels"]["source"], source.title, source.url


def proposed(one: DraftProposal, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is known of a proposal, each with its label: the calculation, the words alike, how many others fit."""
    words, labels = phrases(language)["proposals"], phrases(language)["labels"]
    if one.calculation:
        yield labels["derived"], one.calculation
    yield words["words"], phrases(language)["report"]["comma"].join(one.words)
    yield words["chance_label"], one.chance


def sources(step: Step | None) -> tuple[Citation, ...]:
    """Return the sources that a derivation rests on, each once."""
    return tuple(dict.fromkeys(_sources(step)))[:_SOURCES]


def _sources(step: Step | None) -> Iterator[Citation]:
    if step is None:
        return
    if step.source is not None:
        yield step.source
    for child in step.children:
        yield from _sources(child)
