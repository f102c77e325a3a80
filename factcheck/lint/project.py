"""All checks of a project's own packs."""

from collections import Counter
from collections.abc import Iterator, Mapping

import factcheck
from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.lint.facts import dead_qualifiers, undated, unused_facts
from factcheck.lint.names import twice_named
from factcheck.lint.rules import unchallenged, unused_rules
from factcheck.lint.unconfirmed import rests_on_unconfirmed
from factcheck.lint.used import Used
from factcheck.loader.discovery import Project, own_packs
from factcheck.model.pack import Pack
from factcheck.model.report import FORMAT, Report
from factcheck.policy.weights import weighed_problems


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in the packs of a project; ``format`` is the version of this shape as JSON."""

    format: int
    engine: str
    packs: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    findings: tuple[Diagnostic, ...]


def linted(report: Report, packs: Mapping[str, Pack], project: Project) -> Linted:
    """Check the packs that are the project's own; ``report`` is that on all its claims."""
    names = tuple(sorted(own_packs(project) & packs.keys()))
    found = _found(report, [packs[name] for name in names], list(packs.values()))
    kept = weighed_problems(tuple(sorted(found, key=Diagnostic.key)), project.settings)
    counts = Counter(one.code for one in kept)
    return Linted(FORMAT, factcheck.__version__, names, tuple(sorted(counts.items())), kept)


def _found(report: Report, own: list[Pack], packs: list[Pack]) -> Iterator[Diagnostic]:
    used = Used.of(report)
    yield from unused_facts(own, used)
    yield from undated(own)
    yield from dead_qualifiers(own, packs, used)
    yield from unused_rules(own, packs, used)
    yield from unchallenged(own)
    yield from twice_named(own, packs)
    yield from rests_on_unconfirmed(report)
