"""One statement against what is known: its two sides, their values, the verdict. What is said of it comes later."""

from collections.abc import Iterator, Mapping

from factcheck.engine.numeric.evaluate import Value, evaluate
from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.customs import customs
from factcheck.engine.resolve.facts import Usage
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.search.derive import Finder
from factcheck.engine.verdict.attainable import with_whole_number
from factcheck.engine.verdict.compare import Comparison, compare, other_order
from factcheck.engine.verdict.judge import Judgement, judge
from factcheck.engine.verdict.readings import Derived, readings
from factcheck.frozen import dataclass
from factcheck.language.tree import Statement
from factcheck.model.pack import Fact


@dataclass(frozen=True, slots=True)
class Judged:
    """A comparison with its value and verdict, and the reading of the words under which it was made."""

    comparison: Comparison
    value: Value
    found: Judgement
    reading: str = ""
    usage: Usage | None = None
    note: str = ""


_DEGREES = ("pass", "borderline")


def judge_statement(
    statement: Statement,
    names: ClaimNames,
    engine: Engine,
    choices: Mapping[str, str] | None = None,
    replaced: Mapping[Fact, Fact] | None = None,
    pick: int = 0,
) -> Judged:
    """Judge a statement under a choice; of several readings of its words the first that holds counts.

    What does not hold is judged by each other custom that the words of its units allow: a fail needs all of them.
    """
    judged: list[Judged] = []
    for reading, derived in readings(statement, engine):
        judged.append(
            _judged(statement, names, engine.builder(names, choices, replaced), engine, reading, derived, pick)
        )
        if judged[-1].found.verdict == "pass":
            return judged[-1]
    others = by_customs(statement, names, engine, judged[0], choices, replaced)
    return min([judged[0], *others], key=_degree)


def by_customs(
    statement: Statement,
    names: ClaimNames,
    engine: Engine,
    first: Judged,
    choices: Mapping[str, str] | None = None,
    replaced: Mapping[Fact, Fact] | None = None,
) -> Iterator[Judged]:
    """Yield a statement as judged by each other custom that the words of its units allow."""
    for name, custom in customs(first.usage.open_units) if first.usage else ():
        yield _judged(statement, names, engine.builder(names, choices, replaced, custom), engine, name)


def _judged(
    statement: Statement,
    names: ClaimNames,
    builder: Builder,
    engine: Engine,
    reading: str,
    derived: Derived | None = None,
    pick: int = 0,
) -> Judged:
    builder = with_whole_number(statement, builder)
    builder.search = Finder(statement, names, engine, pick)
    comparison = compare(statement, builder, derived(builder) if derived else None)
    value = evaluate(comparison.term)
    return Judged(comparison, value, judge(value, comparison.stated), reading, builder.usage)


def _degree(judged: Judged) -> int:
    verdict = judged.found.verdict
    return _DEGREES.index(verdict) if verdict in _DEGREES else len(_DEGREES)


def judge_other_order(statement: Statement, names: ClaimNames, engine: Engine) -> Judged:
    """Judge a ratio with the parties of its derived side swapped."""
    builder = engine.builder(names)
    comparison = other_order(statement, builder)
    value = evaluate(comparison.term)
    return Judged(comparison, value, judge(value, comparison.stated), usage=builder.usage)
