"""What the report says of a verdict: the headline, and a note for each thing that was assumed or found."""

from fractions import Fraction

from factcheck.engine.numeric.evaluate import Value, evaluate
from factcheck.engine.term.show import decimal, value_text
from factcheck.engine.term.term import DATE, DAY, Leaf, Term
from factcheck.engine.verdict.compare import Comparison
from factcheck.engine.verdict.judge import Judgement
from factcheck.engine.wording.steps import interval_text, one_to
from factcheck.language.tree import Statement
from factcheck.model.report import Note, paged

TIMES = Fraction(2)
RELATION_WORDS = {
    "=": "",
    "~": "about ",
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "in": "in ",
}
REMARKS = {
    "not forced": ("FC411", "holds, but is not forced by the inputs as rounded"),
    "round": ("FC412", "holds as a round number: it fits at two significant digits"),
    "vacuous": ("FC413", "the derived range is so wide that it would agree with half or double the value, too"),
    "loose": ("FC414", "the bound is true and loose: the derived value is more than 1.5 times beyond it"),
}


def headline(statement: Statement, comparison: Comparison, value: Value, found: Judgement) -> str:
    """Return the one line that says what was stated and what was derived."""
    wrote = statement.text[statement.stated.span.start : statement.stated.span.end].strip()
    sign = RELATION_WORDS[statement.relation]
    derived = derived_text(comparison, value)
    far = distance(comparison, value, found)
    verb = {"pass": "holds: ", "borderline": "within rounding: "}.get(found.verdict, "")
    if comparison.right is not None:
        return f"{verb}states {_source_text(statement)}, derived {derived}"
    return f"{verb}states {sign}{wrote}, derived {derived}{far}"


def _source_text(statement: Statement) -> str:
    left = statement.text[: statement.relation_span.start].strip()
    right = statement.text[statement.stated.span.start :].strip()
    return f"{left} {statement.relation} {right}"


def derived_text(comparison: Comparison, value: Value) -> str:
    """Return the derived side in words and digits."""
    if comparison.right is not None:
        return _two_sides(comparison)
    if comparison.ratio and value.nominal is not None:
        return one_to(value.nominal, comparison.ratio)
    if comparison.dimension == DATE and comparison.left.leaf is not None:
        return comparison.left.leaf.text
    if value.nominal is None or not value.range.contains(value.nominal):
        return interval_text(value.range, comparison.shown, comparison.dimension)
    return value_text(value.nominal, comparison.shown, comparison.dimension)


def _two_sides(comparison: Comparison) -> str:
    sides = [side for side in (comparison.left, comparison.right) if side is not None]
    texts = [_side(side, comparison) for side in sides]
    return " against ".join(texts)


def _side(side: Term, comparison: Comparison) -> str:
    if comparison.dimension == DATE and side.leaf is not None:
        return side.leaf.text
    value = evaluate(side)
    if value.nominal is None:
        return interval_text(value.range, comparison.shown, comparison.dimension)
    return value_text(value.nominal, comparison.shown, comparison.dimension)


def distance(comparison: Comparison, value: Value, found: Judgement) -> str:
    """Say how far a derived value lies from the stated one: ``(8 % below)``, ``(12.6 times the stated value)``."""
    if found.verdict not in {"fail", "borderline"} or comparison.right is not None:
        return ""
    x, n = value.nominal, comparison.stated.nominal
    if x is None or n is None or comparison.ratio:
        return ""
    if comparison.dimension == DATE:
        days = abs(Fraction(x - n)) / DAY
        return f" ({decimal(round(days))} days {'later' if x > n else 'earlier'})"
    return _relative(Fraction(x), Fraction(n))


def _relative(x: Fraction, n: Fraction) -> str:
    if x == n:
        return ""
    if n == 0 or x == 0 or (x > 0) != (n > 0):
        return " (the sign differs)" if n and x else ""
    factor = x / n
    if factor >= TIMES:
        return f" ({decimal(factor, 3)} times the stated value)"
    if factor <= 1 / TIMES:
        return f" (the stated value is {decimal(1 / factor, 3)} times as large)"
    return f" ({decimal(abs(factor - 1) * 100, 2)} % {'above' if x > n else 'below'})"


def remark_notes(found: Judgement) -> list[Note]:
    """Return the notes of a judgement's remarks."""
    return [Note(REMARKS[remark][1], REMARKS[remark][0]) for remark in found.remarks if remark in REMARKS]


def leaf_notes(leaves: list[Leaf]) -> list[Note]:
    """Return a note for each input with a source: what it is, what was assumed, where it was read."""
    notes: dict[str, Note] = {}
    for leaf in leaves:
        if leaf.place is not None and leaf.source is not None and leaf.key == f"given:{leaf.name}":
            line = f", line {leaf.place.line:,}" if leaf.place.line else ""
            notes.setdefault(leaf.key, Note(f"{leaf.name} is {leaf.text}: {leaf.source.title}{line}"))
        if leaf.fact is None:
            continue
        assumed = f", {_assumption(leaf.assumed)}" if leaf.assumed else ""
        title = leaf.source.title if leaf.source else leaf.fact.source
        year = (
            f", {leaf.source.date[:4]}"
            if leaf.source and leaf.source.date and leaf.source.date[:4] not in title
            else ""
        )
        page = f", {paged(leaf.fact.page)}" if leaf.fact.page else ""
        also = "".join(f"; also {source.title}" for source in leaf.also)
        notes.setdefault(leaf.key, Note(f"{leaf.text} is {leaf.name}{assumed}; {title}{year}{page}{also}"))
        if leaf.fact.status == "unconfirmed":
            notes.setdefault(f"!{leaf.key}", Note(f"rests on an unconfirmed fact: {leaf.name} = {leaf.text}", "FC505"))
    return list(notes.values())


def _assumption(assumed: str) -> str:
    qualifiers, comma, how = assumed.partition(", ")
    return f"{qualifiers} ({how})" if comma else qualifiers
