"""One statement against what is known: its two sides, their values, the verdict. What is said of it comes later."""

from collections.abc import Mapping

from factcheck.engine.numeric.evaluate import Value, evaluate
from factcheck.engine.resolve.facts import Usage
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.search.derive import Finder
from factcheck.engine.verdict.attainable import with_whole_number
from factcheck.engine.verdict.compare import Comparison, compare, other_order
from factcheck.engine.verdict.judge import Judgement, judge
from factcheck.engine.verdict.readings import readings
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


def judge_statement(
    statement: Statement,
    names: ClaimNames,
    engine: Engine,
    choices: Mapping[str, str] | None = None,
    replaced: Mapping[Fact, Fact] | None = None,
    pick: int = 0,
) -> Judged:
    """Judge a statement under a choice; of several readings of its words the first that holds counts."""
    judged: list[Judged] = []
    for reading, derived in readings(statement, engine):
        builder = with_whole_number(statement, engine.builder(names, choices, replaced))
        builder.search = Finder(statement, names, engine, pick)
        comparison = compare(statement, builder, derived(builder) if derived else None)
        value = evaluate(comparison.term)
        judged.append(Judged(comparison, value, judge(value, comparison.stated), reading, builder.usage))
        if judged[-1].found.verdict == "pass":
            return judged[-1]
    return judged[0]


def judge_other_order(statement: Statement, names: ClaimNames, engine: Engine) -> Judged:
    """Judge a ratio with the parties of its derived side swapped."""
    builder = engine.builder(names)
    comparison = other_order(statement, builder)
    value = evaluate(comparison.term)
    return Judged(comparison, value, judge(value, comparison.stated), usage=builder.usage)
