"""Reads a statement of the claim language into a tree. A small recursive descent: bounded, and nothing is evaluated."""

from collections.abc import Callable, Collection
from dataclasses import replace

from factcheck.diagnostics import Problem
from factcheck.language.cents import to_the_cent
from factcheck.language.cursor import Cursor
from factcheck.language.functions import CHOICE, FUNCTIONS
from factcheck.language.literals import as_difference, negated, negative_range, read_literal
from factcheck.language.tree import (
    Binary,
    Call,
    Choice,
    Listing,
    Literal,
    Name,
    Negation,
    Node,
    Search,
    Statement,
    UnitName,
)
from factcheck.late import late_pattern
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import UnitTable
from factcheck.source import Span

MAX_DEPTH = 40
MAX_OPERATIONS = 200
RELATIONS = {"<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "≈": "~", "=": "=", "~": "~", ">": ">", "<": "<"}
_NAMED = late_pattern(r"\s*[^\W\d]\w*\s*=(?![=<>])")
"""The first input of a rule, which may have the name of a function: ``mean(values=[1, 2])``."""
_ONE_PER = late_pattern(r"1\s*/\s*([^\W\d]\w{0,30})")
"""The unit of a rate as science writes it: ``333 1/s``."""
CONDITIONS = frozenset({"=", ">", ">=", "<", "<="})
_ADDITION = ("+", "-", "−")
_PRODUCT = ("*", "×", "·", "/", "÷")
_PLAIN = {"−": "-", "×": "*", "·": "*", "÷": "/", "**": "^"}


def parse_statement(text: str, units: UnitTable, names: Collection[str] = ()) -> Statement:
    """Read ``derived relation stated``; raises Problem at the place of the fault."""
    parser = _Parser(Cursor(text, units, names))
    parser.cursor.expect_relation()
    derived = parser.side()
    start = parser.cursor.at
    relation = parser.relation()
    span = Span(start, parser.cursor.at)
    stated = parser.side()
    parser.refuse_second_relation()
    parser.expect_end()
    if isinstance(stated, Literal) and not stated.units:
        derived = as_difference(derived)
    return Statement(text, to_the_cent(derived), relation, stated, span)


def parse_expression(text: str, units: UnitTable, names: Collection[str] = ()) -> Node:
    """Read one side alone: a value, a formula, a ratio."""
    parser = _Parser(Cursor(text, units, names))
    node = parser.side()
    parser.expect_end()
    return node


def parse_stated(text: str, units: UnitTable, names: Collection[str] = ()) -> tuple[str, Node]:
    """Read a stated side before which a relation may stand; ``=`` is the default."""
    parser = _Parser(Cursor(text, units, names))
    relation = parser.cursor.take(*RELATIONS)
    node = parser.side()
    parser.expect_end()
    return RELATIONS[relation or "="], node


class _Parser:
    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.depth = self.operations = 0

    def relation(self) -> str:
        sign = self.cursor.take(*RELATIONS)
        if sign is not None:
            self._refuse_double(sign)
            return RELATIONS[sign]
        if self.cursor.take("in "):
            return "in"
        if sign := self.cursor.peek("!=", "≠"):
            span = Span(self.cursor.at, self.cursor.at + len(sign))
            raise Problem("FC210", f"`{sign}` is no relation: write = ~ > >= < <= or in", span)
        if self.cursor.done:
            end = len(self.cursor.text)
            raise Problem(
                "FC210",
                "the statement has no relation: write = ~ > >= < <= or in, then what the text states",
                Span(max(0, end - 1), end),
            )
        raise self._unexpected()

    def _refuse_double(self, sign: str) -> None:
        second = self.cursor.text[self.cursor.at : self.cursor.at + 1]
        if sign == "=" and second in {"=", "<", ">"}:
            cure = "write one `=`, not two" if second == "=" else f"write `{second}=`, not `={second}`"
            raise Problem("FC210", cure, Span(self.cursor.at - 1, self.cursor.at + 1))

    def refuse_second_relation(self) -> None:
        """Raise where another relation follows the stated side."""
        sign = self.cursor.peek(*RELATIONS)
        if sign is not None:
            span = Span(self.cursor.at, self.cursor.at + len(sign))
            raise Problem("FC210", "a second relation: a statement has one", span, help="write two claims")

    def expect_end(self) -> None:
        if not self.cursor.done:
            raise self._unexpected()

    def _unexpected(self) -> Problem:
        span = self.cursor.rest()
        found = self.cursor.shown[span.start : span.end]
        if not found:
            return Problem(
                "FC210",
                "the statement ends too early: a value is missing here",
                Span(max(0, span.start - 1), span.start),
            )
        if found in {")", "]"}:
            return Problem("FC210", f"this `{found}` closes nothing", span)
        per = _ONE_PER.match(self.cursor.shown, span.start)
        cure = f"“per {per[1]}” is written `/{per[1]}` behind a number: `5 /{per[1]}`" if per else None
        return Problem("FC210", f"cannot read the statement from `{found}` on", span, help=cure)

    def side(self) -> Node:
        left = self.sum()
        if self.cursor.take(":"):
            right = self.sum()
            return Binary(left.span.join(right.span), ":", left, right)
        return left

    def sum(self) -> Node:
        left = self.product()
        while sign := self._counted(self.cursor.take(*_ADDITION)):
            right = self.product()
            left = Binary(left.span.join(right.span), _PLAIN.get(sign, sign), left, right)
        return left

    def product(self) -> Node:
        left = self.signed()
        while sign := self._counted(self._product_sign()):
            right = self.signed()
            left = _joined(left, sign, right, self.cursor.shown)
        return left

    def _counted(self, sign: str | None) -> str | None:
        """Count an operation; a long chain of them would make a deep tree."""
        self.operations += sign is not None
        if self.operations > MAX_OPERATIONS:
            message = f"the statement is too long: at most {MAX_OPERATIONS} operations"
            raise Problem("FC207", message, self.cursor.rest())
        return sign

    def _product_sign(self) -> str | None:
        if self.cursor.peek("**"):
            return None
        sign = self.cursor.take(*_PRODUCT)
        return _PLAIN.get(sign, sign) if sign else None

    def signed(self) -> Node:
        self.cursor.skip()
        start, negative = self.cursor.at, False
        while sign := self.cursor.take("-", "−", "+"):
            negative ^= sign != "+"
        if not negative:
            return self.power()
        node = negative_range(self.cursor, start) or self.power()
        if isinstance(node, Literal):
            return node if node.span.start == start else negated(node, self.cursor, start)
        return Negation(Span(start, node.span.end), node)

    def power(self) -> Node:
        base = self.atom()
        if self.cursor.take("**", "^") is None:
            return base
        exponent = self._nested(self.signed)
        return Binary(base.span.join(exponent.span), "^", base, exponent)

    def _nested(self, read: Callable[[], Node]) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Problem(
                "FC207", f"the statement is nested too deeply: at most {MAX_DEPTH} levels", self.cursor.rest()
            )
        node = read()
        self.depth -= 1
        return node

    def atom(self) -> Node:
        self.cursor.skip()
        start = self.cursor.at
        if self.cursor.take("("):
            return self._bracketed(start)
        if self.cursor.take("["):
            return Listing(*self._list(start, "]"))
        node = self._name() or read_literal(self.cursor) or self._unit()
        if node is None:
            raise self._nothing_known()
        return node

    def _bracketed(self, start: int) -> Node:
        node = self._nested(self.sum)
        self._close(")")
        return replace(node, span=Span(start, self.cursor.at))

    def _close(self, sign: str) -> None:
        if self.cursor.take(sign) is None:
            if self.cursor.peek(":"):
                raise Problem("FC210", "a ratio stands alone on its side: `a : b ~ 1:2`", self.cursor.rest())
            raise Problem("FC210", f"a `{sign}` is missing here", self.cursor.rest())

    def _list(self, start: int, close: str) -> tuple[Span, tuple[Node, ...]]:
        items: list[Node] = []
        while not self.cursor.peek(close):
            items.append(self._nested(self.sum))
            if self.cursor.take(",", "、") is None:
                break
        self._close(close)
        return Span(start, self.cursor.at), tuple(items)

    def _name(self) -> Node | None:
        """Read a call, a dotted name, or a known single name; leave other words to the readers of literals."""
        cursor, start = self.cursor, self.cursor.at
        first = cursor.word()
        if first is None:
            return None
        parts, spans = [first[0]], [first[1]]
        while cursor.text.startswith(".", cursor.at) and (part := self._after_dot()):
            parts.append(part[0])
            spans.append(part[1])
        if cursor.text.startswith("(", cursor.at):
            return self._call(start, parts, [spans[0], spans[-1]])
        if len(parts) == 1 and parts[0] not in cursor.names and not cursor.text.startswith("[", cursor.at):
            cursor.at = start
            return None
        picks = self._picks() if cursor.text.startswith("[", cursor.at) else ()
        return Name(Span(start, cursor.at), tuple(parts), tuple(spans), picks)

    def _after_dot(self) -> tuple[str, Span] | None:
        self.cursor.at += 1
        part = self.cursor.word()
        if part is None:
            self.cursor.at -= 1
        return part

    def _picks(self) -> tuple[tuple[str, str], ...]:
        cursor = self.cursor
        cursor.take("[")
        end = cursor.text.find("]", cursor.at)
        if end < 0:
            raise Problem(
                "FC210", "a `]` is missing: qualifiers are written `[fp32]` or `[precision=fp32]`", cursor.rest()
            )
        picks = []
        for part in cursor.text[cursor.at : end].split(","):
            key, _, value = part.rpartition("=")
            picks.append((key.strip(), value.strip()))
        cursor.at = end + 1
        return tuple(picks)

    def _call(self, start: int, parts: list[str], spans: list[Span]) -> Node:
        self.cursor.take("(")
        if parts == ["derive"]:
            return Search(*self._list(start, ")"))
        if parts == [CHOICE]:
            return self._choice(start)
        if len(parts) == 1 and parts[0] in FUNCTIONS and not _NAMED.match(self.cursor.text, self.cursor.at):
            span, items = self._list(start, ")")
            return Call(span, parts[0], "", tuple(("", item) for item in items), tuple(spans))
        arguments: list[tuple[str, Node]] = []
        while not self.cursor.peek(")"):
            name, span, value = self._argument()
            arguments.append((name, value))
            spans.append(span)
            if self.cursor.take(",") is None:
                break
        self._close(")")
        return Call(Span(start, self.cursor.at), parts[0], ".".join(parts[1:]), tuple(arguments), tuple(spans))

    def _choice(self, start: int) -> Choice:
        """Read ``condition, a, b)``."""
        left = self._nested(self.sum)
        sign = self.cursor.take(*RELATIONS)
        if sign is None or RELATIONS[sign] not in CONDITIONS:
            raise Problem("FC210", "a condition is written `if(a > b, …, …)`, with = > >= < or <=", self.cursor.rest())
        self._refuse_double(sign)
        parts = [left, self._nested(self.sum)]
        for _ in ("then", "otherwise"):
            if self.cursor.take(",") is None:
                raise Problem("FC210", "two values follow the condition: `if(a > b, c, d)`", self.cursor.rest())
            parts.append(self._nested(self.sum))
        self._close(")")
        return Choice(Span(start, self.cursor.at), left, RELATIONS[sign], *parts[1:])

    def _argument(self) -> tuple[str, Span, Node]:
        """Read ``name=value``; a value without a name has an empty one, of which the engine tells what is wrong."""
        self.cursor.skip()
        start = self.cursor.at
        word = self.cursor.word()
        if word is not None and self.cursor.take("=") is not None:
            return *word, self._nested(self.sum)
        self.cursor.at = start
        value = self._nested(self.sum)
        return "", value.span, value

    def _unit(self) -> UnitName | None:
        cursor, start = self.cursor, self.cursor.at
        found = cursor.unit_words(start)
        if found is None:
            return None
        unit = cursor.units.lookup(found[0])
        if unit is None:
            return None
        cursor.at = found[1]
        return UnitName(Span(start, cursor.at), cursor.shown[start : cursor.at], unit)

    def _nothing_known(self) -> Problem:
        """Return the fault for a word that nothing knows, or for a sign that cannot stand here."""
        word = self.cursor.word()
        if word is None and (sign := self.cursor.peek(*RELATIONS)):
            return Problem("FC210", f"a value is missing before `{sign}`", self.cursor.rest())
        return UnknownWord(*word) if word else self._unexpected()


class UnknownWord(Problem):
    """A single word that is neither a name nor a unit."""

    def __init__(self, word: str, span: Span) -> None:
        super().__init__("FC301", f"unknown name `{word}`", span)
        self.word = word


def _joined(left: Node, sign: str, right: Node, text: str) -> Node:
    """Join two factors; a literal takes the bare unit behind it: ``1 / s``, ``1 N * m`` are one literal."""
    span = left.span.join(right.span)
    left, right = as_difference(left), as_difference(right)
    if isinstance(left, Literal) and isinstance(right, UnitName):
        factor = UnitFactor(right.unit, 1 if sign == "*" else -1, right.span)
        return replace(left, span=span, text=text[span.start : span.end], units=(*left.units, factor))
    return Binary(span, sign, left, right)
