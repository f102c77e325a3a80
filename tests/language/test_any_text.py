"""Whatever the text is: it is read, or refused with one Problem whose place lies inside the text."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.diagnostics import Problem
from factcheck.language.parser import parse_statement
from factcheck.language.tree import Binary, Call, DateLiteral, Listing, Literal, Negation, Node, Search
from factcheck.quantity.literal import read_number
from factcheck.quantity.units import UnitTable
from factcheck.quantity.words import widen

TOKENS = [
    *[
        "+",
        "-",
        "*",
        "/",
        "^",
        "**",
        "×",
        "÷",
        "·",
        "−",
        "(",
        ")",
        "[",
        "]",
        ",",
        "、",
        ":",
        "=",
        "~",
        ">",
        ">=",
        "<",
        "<=",
        "in",
        "≤",
        "≈",
        ".",
    ],
    *[
        "1",
        "2.5",
        "100",
        "27.6万",
        "12万3千",
        "十几",
        "三分之一",
        "half",
        "two",
        "1e5",
        "1,000",
        "2024-08-04",
        "2024年8月",
        "％",
        "１",
        "²",
        "¥",
        "$",
        "US$",
    ],
    *[
        "x",
        "target",
        "D1.peak",
        "D1",
        "tile",
        "kg",
        "m",
        "km/h",
        "TFLOP/s",
        "°C",
        "%",
        "pp",
        "per",
        "square",
        "平方",
        "每",
        "秒",
        "块",
        "个",
    ],
    *["约", "about", "超过", "more", "than", "多", "左右", "to", "到", "–", "±", "between", "and"],
    *["sqrt(", "max(", "derive(", "rule(", "total(parts=", "name=", "'", '"', "\\", "#", "\x00"],
    "\u3000",
    "\t",
]

soup = st.lists(st.sampled_from(TOKENS), max_size=14).map(" ".join)
dense = st.lists(st.sampled_from(TOKENS), max_size=14).map("".join)
text = st.one_of(soup, dense, st.text(max_size=40))


def spans(node: Node) -> list[tuple[int, int]]:
    below: tuple[Node, ...] = ()
    match node:
        case Binary():
            below = (node.left, node.right)
        case Negation():
            below = (node.operand,)
        case Listing():
            below = node.items
        case Search():
            below = node.arguments
        case Call():
            below = tuple(argument for _, argument in node.arguments)
    return [(node.span.start, node.span.end), *(span for child in below for span in spans(child))]


@given(text)
def test_a_statement_is_read_or_refused(units: UnitTable, statement: str) -> None:
    places, room = [], len(statement)
    try:
        found = parse_statement(statement, units, ("x", "target", "d1-count"))
        places = [*spans(found.derived), *spans(found.stated)]
    except Problem as problem:
        places, room = [problem.span or (-1, -1)], room + 1
    assert all(0 <= start <= end <= room for start, end in places)


@given(text)
def test_a_number_is_read_at_any_place(written: str) -> None:
    wide = widen(written)
    assert len(wide) == len(written)
    for at in range(len(wide)):
        read = read_number(wide, at)
        assert read is None or at < read.end <= len(wide)


numbers = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 10**6, places=3).map(str),
    st.tuples(st.integers(1, 999).map(str), st.sampled_from(["万", "亿", "千", "k", " million", " bn"])).map("".join),
)
hedges = st.sampled_from(["", "about ", "约", "more than ", "近", "至少", "up to "])
unit_names = st.sampled_from(["", " km", " TFLOP/s", " D1", " %", " mm^2", " D1/tile", " USD"])


@given(hedges, numbers, unit_names)
def test_a_literal_that_was_read_reads_back(units: UnitTable, hedge: str, number: str, unit: str) -> None:
    """The text that a literal keeps means the same when it is read again, alone."""
    first = parse_statement(f"x = {hedge}{number}{unit}", units, ("x",)).stated
    assert isinstance(first, Literal | DateLiteral)
    again = parse_statement(f"x = {first.text}", units, ("x",)).stated
    assert isinstance(first, Literal)
    assert isinstance(again, Literal)
    assert (again.number, again.text) == (first.number, first.text)
    assert [(f.unit, f.power) for f in again.units] == [(f.unit, f.power) for f in first.units]
