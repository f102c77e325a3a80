"""Correct claims to make wrong ones of: those of the example project and of the rule tests that hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import nominal
from factcheck.engine.questions.cases import statement as rule_statement
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.slips.search import diagnose
from factcheck.engine.stream.shape import alone
from factcheck.engine.verdict.statement import Judged, judge_statement
from factcheck.language.parser import parse_statement
from factcheck.language.tree import Call, Literal, Statement
from factcheck.loader.claims import claims_from_bytes
from factcheck.model.claim import Claim
from factcheck.model.report import Slip

LOOSE = Fraction(3, 100)
NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Base:
    """A claim that holds: its text around the stated digits, and the exact value that these should write."""

    before: str
    digits: str
    after: str
    amount: Fraction
    names: ClaimNames
    engine: Engine
    statement: Statement
    judged: Judged

    def with_digits(self, digits: str, after: str | None = None) -> str:
        """Return the statement with other digits, and with another end."""
        return f"{self.before}{digits}{self.after if after is None else after}"

    def rounded(self, figures: int, amount: Fraction | None = None) -> str:
        """Write an amount, the claim's own if none is given, with so many significant digits."""
        return rounded(self.amount if amount is None else amount, figures)

    def check(self, says: str) -> tuple[Statement, Judged]:
        """Judge another statement in the place of this one. Raises Problem where it cannot be read."""
        parsed = parse_statement(says, self.engine.knowledge.units, self.names.scope.names)
        return parsed, judge_statement(parsed, self.names, self.engine)

    @property
    def bound(self) -> bool:
        """Whether the claim states a bound, which its own value lies beyond."""
        return self.judged.comparison.stated.bound

    def holds(self, figures: int) -> bool:
        """Whether the claim still holds with its number written with so many significant digits."""
        try:
            return self.check(self.with_digits(self.rounded(figures)))[1].found.verdict == "pass"
        except Problem:
            return False

    def slips(self, says: str) -> tuple[Slip, ...] | None:
        """Return what is diagnosed of another statement; None where that does not fail."""
        try:
            parsed, judged = self.check(says)
        except Problem:
            return None
        if judged.found.verdict != "fail":
            return None
        return diagnose(parsed, self.names, self.engine, judged)

    def derived(self, says: str) -> Fraction | None:
        """Return what another statement derives, in this one's unit."""
        try:
            x = self.check(says)[1].value.nominal
        except Problem:
            return None
        return None if x is None else self.shown(Fraction(x))

    def shown(self, value: Fraction) -> Fraction:
        """Return a value in base units as the digits of this claim would write it."""
        literal = self.statement.stated
        scale = literal.number.scale if isinstance(literal, Literal) else 1
        return Fraction(self.judged.comparison.shown.of(value)) / Fraction(scale)

    def inputs(self) -> dict[str, Fraction]:
        """Return the inputs of the rule that is called, in base units."""
        call = self.statement.derived
        found = {}
        for name, argument in call.arguments if isinstance(call, Call) else ():
            try:
                value = nominal(self.engine.builder(self.names).build(argument))
            except Problem:
                continue
            if value is not None:
                found[name] = Fraction(value)
        return found


def rounded(amount: Fraction, figures: int) -> str:
    """Write an amount with so many significant digits, and with all those of its whole part."""
    size = abs(amount)
    magnitude = len(str(int(size))) if size >= 1 else 0
    while 0 < size < Fraction(10) ** (magnitude - 1):
        magnitude -= 1
    decimals = max(0, figures - magnitude)
    whole = str(round(size * 10**decimals)).rjust(decimals + 1, "0")
    text = f"{whole[:-decimals]}.{whole[-decimals:]}" if decimals else whole
    return f"-{text}" if amount < 0 else text


def bases(engine: Engine, claims: Path) -> list[Base]:
    """Return the claims that hold, from a claim file and from the tests of the rules."""
    return [base for claim, scope in _claims(engine, claims) for base in base_of(claim, scope, engine)]


def _claims(engine: Engine, path: Path) -> Iterator[tuple[Claim, FileScope]]:
    file, _ = claims_from_bytes(path.read_bytes(), path.name)
    if file is not None:
        scope = FileScope(file, engine.knowledge.units)
        yield from ((claim, scope) for claim in file.claims if claim.says)
    for rule in engine.knowledge.rules.values():
        yield from (alone(rule_statement(rule, case), engine) for case in rule.tests if case.expect == "pass")


def _chooses(claim: Claim, engine: Engine) -> bool:
    """Whether a claim's rule chooses a whole number for what is stated: no derived value stands against that."""
    rule = engine.knowledge.rules.get(re.split(r"[.(]", claim.says.value)[0] if claim.says else "")
    return rule is not None and any(kind.value == "whole" for _, kind in rule.symbols)


def base_of(claim: Claim, scope: FileScope, engine: Engine) -> Iterator[Base]:
    """Yield a claim as a base, if it holds and states one number in digits."""
    names = ClaimNames(scope, claim, (f"claim:{claim.id}",))
    try:
        statement = scope.statement(claim)
        judged = judge_statement(statement, names, engine)
    except Problem:
        return
    text, x = statement.text, judged.value.nominal
    m = NUMERAL.search(text, statement.stated.span.start)
    holds = judged.found.verdict == "pass" and isinstance(statement.stated, Literal) and not _chooses(claim, engine)
    if not holds or m is None or not x:
        return
    base = Base(text[: m.start()], m[0], text[m.end() :], Fraction(), names, engine, statement, judged)
    amount = base.shown(Fraction(x))
    sign = base.before.rstrip().endswith(("-", "−"))
    base = replace(base, before=base.before.rstrip().rstrip("-−") if sign else base.before, amount=amount)
    written = Fraction(base.digits.replace(",", ""))
    near = not base.bound or abs(amount - written) < LOOSE * written
    if near:
        yield base
