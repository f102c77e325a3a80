"""The units of a literal: kW h, W/(m·K), 5 ft 11 in, 24 per 100,000, 8 L/100 km."""

from fractions import Fraction

from factcheck.language.cursor import Cursor
from factcheck.late import late_pattern
from factcheck.quantity.compound import MARKED, MAX_PARTS, SMALLER, with_part
from factcheck.quantity.dimension import BASES, NUMBER, Dimension, multiply, power
from factcheck.quantity.literal import read_number
from factcheck.quantity.reading import power_of_ten
from factcheck.quantity.unit_phrase import UnitFactor, UnitReader
from factcheck.quantity.units import Unit
from factcheck.quantity.written import Written
from factcheck.source import Span

# inches, unless a value follows: `3 + 4 in 6 to 8`
_IN_RELATION = late_pattern(r" +(?!(?:to|through|and|or|per|in)\b)[\w($€£[]")
_PER = late_pattern(r"per +(?=[0-9])")
_SLASH = late_pattern(r" ?/ ?(?=10)")
_LARGEST_POWER = 9
_JOINT = late_pattern(r",? and +|, +| *")
_INCHES = late_pattern(r" ?in(?![\w°])")


def unit_reader(cursor: Cursor) -> UnitReader:
    """Return the reader of the units that stand behind the numbers of a statement."""
    return UnitReader(
        cursor.text, cursor.units, lambda at: _accepted(cursor, at), beside=_beside, names=frozenset(cursor.names)
    )


def _accepted(cursor: Cursor, at: int) -> tuple[str, int] | None:
    """Return the unit words at a position; a word that goes on as a name (``D1.peak``, ``f(``) is none."""
    found = cursor.unit_words(at)
    if found is None:
        return None
    text, end = found
    if cursor.text[end : end + 1] in {".", "("} and cursor.text[end + 1 : end + 2].isalpha():
        return None
    if text in cursor.names and cursor.units.lookup(text) is None:
        return None
    return None if text == "in" and _IN_RELATION.match(cursor.text, end) else found


def _beside(first: Unit, second: Unit) -> bool:
    """Whether two units side by side are a product: measures of different kinds, kW h; not things, not money."""
    measured = all(base in BASES and base.islower() for unit in (first, second) for base, _ in unit.dimension)
    return measured and first.dimension != second.dimension and NUMBER not in {first.dimension, second.dimension}


def with_smaller_units(cursor: Cursor, number: Written, units: list[UnitFactor]) -> Written:
    """Add what goes on in smaller units: 5 ft 11 in, 2 h 30 min 10 s; the literal stays in the first unit."""
    if not units:
        return _marked(cursor, number, units)
    if len(units) != 1 or units[0].power != 1 or number.kind != "integer" or number.hedge:
        return number
    first = last = units[0].unit
    for _ in range(MAX_PARTS):
        found = _smaller(cursor, last)
        part = with_part(number, found[0], found[1].factor / first.factor) if found else None
        if found is None or part is None:
            break
        number, last, cursor.at = part, found[1], found[2]
        if found[0].kind != "integer":
            break
    return number


def _smaller(cursor: Cursor, unit: Unit) -> tuple[Written, Unit, int] | None:
    """Read a number in the unit below: 30 min behind hours."""
    joint = _JOINT.match(cursor.text, cursor.at)
    read = read_number(cursor.text, joint.end()) if joint and unit.name in SMALLER else None
    if read is None or not cursor.text[joint.end() if joint else 0].isdigit():
        return None
    start = read.end + cursor.text.startswith(" ", read.end)
    found = unit_reader(cursor).one(start)
    if found is None and unit.name == "foot" and (m := _INCHES.match(cursor.text, read.end)):
        inch = cursor.units.lookup("inch")
        return (read.number, inch, m.end()) if inch else None
    below = SMALLER[unit.name]
    while found and found[0].name != below and below in SMALLER:
        below = SMALLER[below]
    return (read.number, found[0], found[1]) if found and found[0].name == below else None


def _marked(cursor: Cursor, number: Written, units: list[UnitFactor]) -> Written:
    """Read 6'2" and 9 st 4 lb."""
    for name, parts, pattern in MARKED:
        m = pattern.match(cursor.text, cursor.at)
        unit, second = cursor.units.lookup(name), read_number(cursor.text, m.start("second")) if m else None
        whole = with_part(number, second.number, Fraction(1, parts)) if second else None
        if m is None or unit is None or whole is None:
            continue
        units.append(UnitFactor(unit, 1, Span(cursor.at, m.end())))
        cursor.at = m.end()
        return whole
    return number


def starts_more(cursor: Cursor, at: int) -> bool:
    """Whether what stands behind a number is no unknown unit but goes on: 24 per 100,000, 9 st 4 lb."""
    start = at + cursor.text.startswith(" ", at)
    return _PER.match(cursor.text, start) is not None or any(pair.pattern.match(cursor.text, at) for pair in MARKED)


def per_number(cursor: Cursor, units: list[UnitFactor]) -> list[UnitFactor]:
    """Read ``per 100,000`` and ``/100 km`` behind a number and its units, as a unit of its own."""
    start = cursor.at
    cursor.skip()
    spoken = _PER.match(cursor.text, cursor.at)
    m = spoken or (_SLASH.match(cursor.text, start) if units else None)
    read = read_number(cursor.text, m.end()) if m else None
    n = read.number.nominal if read else None
    cursor.at = start
    if m is None or read is None or not isinstance(n, int) or n <= 0:
        return []
    below = unit_reader(cursor).read(read.end)
    if not spoken and not (below.factors and n in _ROUND):
        return []
    if spoken and not below.factors and units and starts_word(cursor, read.end):
        return []
    end = below.end if below.factors else read.end
    cursor.at = end
    text = cursor.text[m.end() : end].strip()
    return [_per(n, text, below.factors, Span(start, end))]


_ROUND = frozenset(int(power_of_ten(n)) for n in range(1, _LARGEST_POWER + 1))


def starts_word(cursor: Cursor, at: int) -> bool:
    """Whether a word stands at a position, behind a blank."""
    return cursor.text[at : at + 2].strip()[:1].isalpha()


def _per(n: int, text: str, below: tuple[UnitFactor, ...], span: Span) -> UnitFactor:
    """Return so many of the units below as one unit: 100 km, or 100,000 of something."""
    if not below:
        name = f"per {text}"
        return UnitFactor(Unit(name, name, Fraction(1, n), Fraction(0), NUMBER), 1, span)
    size, kind = size_of(below)
    return UnitFactor(Unit(text, text, n * size, Fraction(0), kind), -1, span)


def size_of(factors: tuple[UnitFactor, ...]) -> tuple[Fraction, Dimension]:
    """Return what a product of units is worth in base units, and its dimension."""
    size, kind = Fraction(1), NUMBER
    for factor in factors:
        size *= factor.unit.factor**factor.power
        kind = multiply(kind, power(factor.unit.dimension, factor.power))
    return size, kind
