"""Words with more than one meaning: a rule may list other readings ("three times more" is ×3 or ×4)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.calls import call_rule
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.term.term import Term
from factcheck.language.tree import Call, Statement
from factcheck.model.pack import Rule

Derived = Callable[[Builder], Term]


def readings(statement: Statement, engine: Engine) -> Iterator[tuple[str, Derived | None]]:
    """Yield the readings of a statement; the first is the rule's own equation, or the statement as it stands."""
    yield "", None
    node = statement.derived
    rule = engine.knowledge.rules.get(node.rule) if isinstance(node, Call) else None
    if rule is None or not isinstance(node, Call):
        return
    for name, equation in rule.readings:
        other = replace(rule, equation=equation, readings=())

        def derive(builder: Builder, node: Call = node, other: Rule = other) -> Term:
            return call_rule(node, builder, other)

        yield name, derive
