"""What the claims of a project use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.report import Outcome, Report, Step

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Used:
    """Names of facts (``D1.peak``) and rules in derivations, and all words of statements."""

    facts: frozenset[str]
    rules: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, report: Report) -> "Used":
        """Collect what a report names."""
        found = [outcome for file in report.files for outcome in file.outcomes]
        steps = [step for outcome in found for step in steps_of(outcome)]
        facts = (step.name for step in steps if step.kind == "fact")
        rules = (step.name.partition(".")[0] for step in steps if step.kind == "rule")
        return cls(frozenset(facts), frozenset(rules), words_of(*(outcome.says for outcome in found)))


def words_of(*texts: str) -> frozenset[str]:
    """Return all words of statements and equations."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def steps_of(outcome: Outcome) -> Iterator[Step]:
    """Yield each step of a derivation."""
    wanted = [outcome.derivation] if outcome.derivation else []
    while wanted:
        step = wanted.pop()
        yield step
        wanted.extend(step.children)
