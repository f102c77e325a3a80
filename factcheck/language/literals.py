"""Reads a literal of the claim language: hedge, sign of a currency, number, units, a hedge behind it, a range."""

from dataclasses import replace

from factcheck.diagnostics import Problem
from factcheck.language.cursor import Cursor
from factcheck.language.numbers import plus_minus, read_said, tolerance_behind
from factcheck.language.tree import Binary, DateLiteral, Literal, Node
from factcheck.language.units import per_number, size_of, starts_more, unit_reader, with_smaller_units
from factcheck.late import late_pattern
from factcheck.quantity.chinese_ranges import first_share, second_share
from factcheck.quantity.interval import Interval
from factcheck.quantity.languages import han, latin
from factcheck.quantity.reading import from_digits
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.words import hedge_after, hedge_before, majorities
from factcheck.quantity.written import Hedge, Written, premise
from factcheck.source import Span

CURRENCY_SIGNS = {"US$": "USD", "HK$": "HKD", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW"}
AMBIGUOUS_SIGNS = ("¥", "￥")
_RANGE_SIGNS = ("–", "—", "～")
_MINUS = ("-", "−")
_MORE_DIGITS = late_pattern(r"(?:\.[0-9]+)+")


def read_literal(cursor: Cursor) -> Literal | DateLiteral | None:
    """Read a literal at the cursor, or return None and leave the cursor where it is."""
    start = cursor.at
    if (found := cursor.date()) is not None:
        return found
    literal = _between(cursor, start) or _simple(cursor, start)
    if literal is None:
        cursor.at = start
        return None
    return _with_range(cursor, literal)


def _between(cursor: Cursor, start: int) -> Literal | None:
    if not cursor.take("between "):
        return None
    low = _simple(cursor, cursor.at)
    if low is None or not cursor.take("and "):
        raise Problem("FC210", "a range is written `between 5 and 6`", Span(start, cursor.at))
    return _range(cursor, replace(low, span=Span(start, low.span.end)))


def negative_range(cursor: Cursor, start: int) -> Literal | None:
    """Read ``5 to -3`` behind a minus that starts at ``start``; None where no range follows."""
    at = cursor.at
    low = _simple(cursor, start)
    if low is not None:
        low = negated(low, cursor, start)
        found = _with_range(cursor, low)
        if found is not low:
            return found
    cursor.at = at
    return None


def negated(literal: Literal, cursor: Cursor, start: int) -> Literal:
    """Return a literal with the minus in front of it."""
    span = Span(start, literal.span.end)
    text = cursor.shown[span.start : span.end]
    return replace(literal, span=span, text=text, number=literal.number.negated(text))


def _simple(cursor: Cursor, start: int, *, signed: bool = False) -> Literal | None:
    """Read one number with what stands around it; a minus belongs to it behind a hedge, or where ``signed``."""
    per = _per_before(cursor)
    hedge = _hedges(cursor)
    per = per or _per_before(cursor)
    minus = (signed or hedge) and cursor.take(*_MINUS)
    sign = _currency_sign(cursor)
    cursor.skip()
    read = read_said(cursor)
    if read is None:
        if per or sign:
            raise Problem("FC210", "a number is missing here", cursor.rest())
        return None
    _refuse_more_digits(cursor, read.end)
    cursor.at = read.end
    number = plus_minus(cursor, read.number.negated(read.number.text) if minus else read.number)
    units = [*sign, *(_percent(cursor) if read.percent else ()), *_units(cursor, signed=bool(sign)), *per]
    number = tolerance_behind(cursor, with_smaller_units(cursor, number, units), units)
    units += per_number(cursor, units)
    after = hedge_after(cursor.text, cursor.at)
    if after is not None:
        cursor.at = after.end
    span = Span(start, _trimmed(cursor, start))
    text = cursor.shown[span.start : span.end]
    final: Hedge = hedge or (after.hedge if after else _majority(number))
    return Literal(span, text, number.hedged(final, number.text), tuple(units))


def _majority(number: Written) -> Hedge:
    """Read "a majority" as more than half."""
    return "more" if number.text.casefold() in majorities() else ""


def _refuse_more_digits(cursor: Cursor, end: int) -> None:
    """Raise for a version or section number, such as 1.2.3."""
    if more := _MORE_DIGITS.match(cursor.text, end):
        span = Span(cursor.at, more.end())
        raise Problem("FC210", f"`{cursor.shown[span.start : span.end]}` is not a number", span)


def _trimmed(cursor: Cursor, start: int) -> int:
    return start + len(cursor.text[start : cursor.at].rstrip())


def _hedges(cursor: Cursor) -> Hedge:
    found: Hedge = ""
    while (hedge := hedge_before(cursor.text, cursor.at)) is not None:
        found = hedge.hedge if not found or found == "about" else found
        cursor.at = hedge.end
        cursor.skip()
    return found


def _per_before(cursor: Cursor) -> tuple[UnitFactor, ...]:
    """Read ``每秒`` of ``每秒36 TB``."""
    if not cursor.text.startswith("每", cursor.at):
        return ()
    start = cursor.at
    found = unit_reader(cursor).one(start + 1)
    if found is None:
        return ()
    cursor.at = found[1]
    return (UnitFactor(found[0], -1, Span(start, cursor.at)),)


def _currency_sign(cursor: Cursor) -> tuple[UnitFactor, ...]:
    start = cursor.at
    if sign := cursor.peek(*AMBIGUOUS_SIGNS):
        span = Span(start, start + len(sign))
        raise Problem("FC206", f"`{sign}` may be yuan or yen", span, help="write `CNY` or `JPY` behind the number")
    sign = cursor.take(*CURRENCY_SIGNS)
    unit = cursor.units.lookup(CURRENCY_SIGNS[sign]) if sign else None
    return (UnitFactor(unit, 1, Span(start, cursor.at)),) if unit else ()


def _percent(cursor: Cursor) -> tuple[UnitFactor, ...]:
    unit = cursor.units.lookup("%")
    return (UnitFactor(unit, 1, Span(cursor.at, cursor.at)),) if unit else ()


def _units(cursor: Cursor, *, signed: bool) -> tuple[UnitFactor, ...]:
    """Read the units behind a number: ``TFLOP/s``, ``mm^2``, ``km per hour``, ``块芯片``."""
    reader = unit_reader(cursor)
    found = reader.read(cursor.at)
    if not found.factors and not signed and not starts_more(cursor, cursor.at):
        cursor.at = reader.after_classifier(cursor.at)
        cursor.skip()
        _refuse_unknown(cursor)
    cursor.at = found.end
    return found.factors


def _refuse_unknown(cursor: Cursor) -> None:
    """Raise for a word behind a number that is no unit."""
    at = cursor.at
    word = cursor.word()
    cursor.at = at
    if word is None or cursor.text.startswith(("in ", "to ", "and ", "through "), at) or word[0] in {"或", "到", "至"}:
        return
    if hedge_after(cursor.text, at) or word[0][0] in han()["range"] or word[0] in cursor.names:
        return
    near = cursor.units.nearest(word[0])
    cure = f"did you mean `{near}`?" if near else None
    if word[0] == "per":
        cure = "write a slash for it: `5 /s`, `25 km/h`"
    raise Problem("FC202", f"unknown unit `{word[0]}`", word[1], help=cure)


def _with_range(cursor: Cursor, low: Literal) -> Literal:
    start = cursor.at
    cursor.skip()
    words = (*(f"{w} " for w in latin()["range"]), *han()["range"])
    if low.number.nominal is None or cursor.take(*words, *_RANGE_SIGNS) is None:
        cursor.at = start
        return low
    return _range(cursor, low)


def _range(cursor: Cursor, low: Literal) -> Literal:
    cursor.skip()
    high = _simple(cursor, cursor.at, signed=True)
    if high is None:
        raise Problem("FC210", "the second number of the range is missing", cursor.rest())
    span = low.span.join(high.span)
    first, last = _shared_scale(low, high), _in_unit_of(low, high, span)
    a, b, n, m = premise(first), premise(last), first.nominal, last.nominal
    if n is None or m is None or a.low is None or b.high is None:
        raise Problem("FC210", "a range needs two plain numbers", span)
    if n > m:
        raise Problem("FC210", "the range runs downwards: the smaller number comes first", span)
    text = cursor.shown[span.start : span.end]
    number = Written(text, None, last.step, last.lead, "span", span=Interval(n, m))
    return Literal(span, text, number, low.units or high.units)


def _shared_scale(low: Literal, high: Literal) -> Written:
    """Give the first number the scale of the second: 5 to 6 million, 二至三成."""
    if (share := first_share(low.number, high.number)) is not None:
        return low.number.times(share, low.number.text)
    scale, n, m = high.number.scale, low.number.nominal, high.number.nominal
    own = low.number.scale != 1 or any(factor.span.end >= low.span.end for factor in low.units)
    if own or scale == 1 or n is None or m is None or n * scale > m:
        return low.number
    return low.number.times(scale, low.number.text)


def _in_unit_of(low: Literal, high: Literal, span: Span) -> Written:
    """Return the second number in the units of the first: 900 m to 1.1 km, 千分之三到五."""
    share = second_share(low.number, high.number) if not low.units and not high.units else None
    if share is not None:
        return high.number.times(share, high.number.text)
    if not low.units or not high.units:
        return high.number
    (factor, kind), (other, other_kind) = size_of(low.units), size_of(high.units)
    if kind != other_kind or (factor != other and _has_offset((*low.units, *high.units))):
        raise Problem("FC210", "the two ends of the range are in units of different kinds", span)
    return high.number if factor == other else high.number.times(other / factor, high.number.text)


def _has_offset(units: tuple[UnitFactor, ...]) -> bool:
    return any(factor.unit.offset for factor in units)


_DIFFERENCE = late_pattern(r"(?P<left>[0-9]{4})-(?P<right>[0-9]{2})")


def as_difference(node: Node) -> Node:
    """Read ``2005-11`` as a subtraction where a month makes no sense; other nodes stay."""
    m = _DIFFERENCE.fullmatch(node.text) if isinstance(node, DateLiteral) else None
    if m is None:
        return node
    at = node.span.start
    left, right = (
        Literal(Span(at + m.start(side), at + m.end(side)), m[side], from_digits(m[side], int(m[side])))
        for side in ("left", "right")
    )
    return Binary(node.span, "-", left, right)
