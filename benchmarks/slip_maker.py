"""Makes slips, without the code that finds them: in the text of a claim, or in how its number was calculated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from benchmarks.slip_claims import Base
from factcheck.language.tree import Literal
from factcheck.model.pack import Fact

PREFIXES = "kMGTPE"
UNIT = re.compile(r"(?<![A-Za-z])([kMGTPE])(?=(?:FLOP|OP|Wh|W|B|bit|J)(?![A-Za-z]))")
WORDS = (("thousand", "million"), ("million", "billion"), ("billion", "trillion"), ("万", "亿"))
TRANSLATED = (("亿", "billion"), ("万", "k"))
NEIGHBOURS = {"km": ("mile", Fraction(1609344, 10**6)), "kg": ("lb", Fraction(45359237, 10**8))}


@dataclass(frozen=True)
class Made:
    """A claim with a slip of known kind; ``derived`` is what the slip derives, where it is one of calculation."""

    kind: str
    says: str
    figures: int
    derived: Fraction | None = None


def in_text(base: Base, figures: int, random: Random) -> Iterator[Made]:
    """Yield each slip of writing that can be made of a claim, once."""
    if base.bound:
        yield from (Made(kind, says, figures) for kind, says in _scaled(base, base.digits.replace(",", ""), random))
        return
    digits = base.rounded(figures)
    found = [*_scaled(base, digits, random), *_unit_slips(base, digits, figures), *_digit_slips(base, digits, random)]
    found += [(kind, base.with_digits(number)) for kind, number in _rounding_slips(base, figures)]
    yield from (Made(kind, says, figures) for kind, says in found)


def _scaled(base: Base, digits: str, random: Random) -> Iterator[tuple[str, str]]:
    power = random.choice((-3, -2, -1, 1, 2, 3))
    yield "power-of-ten", base.with_digits(_shifted(digits, power))
    if not base.bound:
        yield "sign", base.with_digits(digits[1:] if digits.startswith("-") else f"-{digits}")
    if re.match(r"\s*(%|pp)", base.after):
        yield "percent-as-number", base.with_digits(_shifted(digits, -2))
    if m := UNIT.search(base.after):
        place = PREFIXES.index(m[1]) + random.choice((-1, 1))
        if 0 <= place < len(PREFIXES):
            yield "prefix", base.with_digits(digits, base.after[: m.start()] + PREFIXES[place] + base.after[m.end() :])
    for kind, rows in (("scale-word", WORDS), ("translated-scale", TRANSLATED)):
        for a, b in (*rows, *((b, a) for a, b in rows)):
            if re.match(rf"\s?{a}(?![A-Za-z亿])", base.after):
                yield kind, base.with_digits(digits, base.after.replace(a, f" {b} " if b.isascii() else b, 1))


def _shifted(digits: str, power: int) -> str:
    """Move the decimal point of a numeral, and keep its digits."""
    sign, bare = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, _, decimals = bare.partition(".")
    places = len(decimals) - power
    figures = (whole + decimals).lstrip("0") + "0" * max(0, -places)
    places = max(0, places)
    figures = figures.rjust(places + 1, "0")
    return sign + (f"{figures[:-places]}.{figures[-places:]}" if places else figures)


def _unit_slips(base: Base, digits: str, figures: int) -> Iterator[tuple[str, str]]:
    """Yield the claim in bits, with binary prefixes, with the number of a neighbouring unit."""
    after = base.after
    if m := re.search(r"(?<![A-Za-z])([kMGTP])(B|bit)(?![A-Za-z])", after):
        other = "bit" if m[2] == "B" else "B"
        yield "bits-bytes", base.with_digits(digits, after[: m.start(2)] + other + after[m.end(2) :])
        steps = "kMGTP".index(m[1]) + 1
        yield "binary-prefix", base.with_digits(base.rounded(figures, base.amount / Fraction(1024, 1000) ** steps))
    for unit, (_, factor) in NEIGHBOURS.items():
        if re.match(rf"\s?{unit}(?![A-Za-z])", after):
            yield "neighbouring-unit", base.with_digits(base.rounded(figures, base.amount / factor))


def _digit_slips(base: Base, digits: str, random: Random) -> Iterator[tuple[str, str]]:
    places = [i for i, sign in enumerate(digits) if sign.isdigit() and digits[:i].strip("-0.")]
    pairs = [(i - 1, i) for i in places if digits[i - 1].isdigit() and digits[i - 1] != digits[i] != "0"]
    if pairs:
        a, b = random.choice(pairs)
        yield "transposed", base.with_digits(digits[:a] + digits[b] + digits[a] + digits[b + 1 :])
    point = digits.index(".") if "." in digits else len(digits)
    whole = [i for i in range(point) if digits[i].isdigit() and (point == len(digits) or digits[:point] != "0")]
    if whole:
        i = random.choice(whole)
        yield "doubled-digit", base.with_digits(digits[: i + 1] + digits[i:])
    inner = whole[1 : None if "." in digits else -1]
    if inner:
        i = random.choice(inner)
        yield "dropped-digit", base.with_digits(digits[:i] + digits[i + 1 :])


def _rounding_slips(base: Base, figures: int) -> Iterator[tuple[str, str]]:
    right, more = base.rounded(figures), base.rounded(figures + 6)
    if "." in right and len(more) > len(right):
        if (cut := more[: len(right)]) != right:
            yield "truncated", cut
        places = len(right.partition(".")[2])
        twice = round(Fraction(round(base.amount * 10 ** (places + 1) + Fraction(1, 1000))) / 10 + Fraction(1, 1000))
        if Fraction(twice, 10**places) != Fraction(right):
            yield "rounded-twice", base.rounded(figures, Fraction(twice, 10**places))


def in_calculation(base: Base, figures: int) -> Iterator[Made]:
    """Yield each slip of calculation that the claim's rule allows."""
    for kind, amount in [] if base.bound else (*_compared(base), *_converted(base), *_grown(base)):
        if amount and abs(amount) < 10**15:
            yield Made(kind, base.with_digits(base.rounded(figures, amount)), figures, amount)


def _called(base: Base) -> tuple[str, str]:
    """Return the rule that a claim calls, and the symbol that it asks for."""
    name, _, symbol = base.before.partition("(")[0].partition(".")
    return name, symbol


def _compared(base: Base) -> Iterator[tuple[str, Fraction]]:
    """Yield the wrong values of two values compared."""
    shown = base.shown
    match *_called(base), base.inputs():
        case "percent_change", "change", {"before": b, "after": a}:
            yield from (("other-base", shown((a - b) / a)), ("times", shown(a / b)), ("swapped", shown((b - a) / a)))
            if a < b:
                yield "fewer-times", shown(b / a)
        case "percentage_points", "points", {"before": b, "after": a}:
            yield from (("points", shown((a - b) / b)), ("swapped", shown(b - a)))
        case "multiple", "factor", {"before": b, "after": a}:
            yield from (("times", shown(a / b - 1)), ("inverted", shown(b / a)), ("fewer-times", shown(b / a - 1)))
        case "difference", "difference", {"first": a, "second": b}:
            yield "swapped", shown(b - a)
        case "margin", "margin", {"revenue": r, "cost": c}:
            yield "other-base", shown((r - c) / c)
        case "markup", "markup", {"revenue": r, "cost": c}:
            yield "other-base", shown((r - c) / r)


def _converted(base: Base) -> Iterator[tuple[str, Fraction]]:
    """Yield the wrong values of one quantity made of two others."""
    shown = base.shown
    match *_called(base), base.inputs():
        case "energy", "energy", {"power": p}:
            yield "power-as-energy", shown(p * 3600)
        case ("share" | "ratio" | "quotient" | "speed" | "density" | "efficiency") as name, symbol, _:
            if symbol == name and _plain(base):
                yield "inverted", _inverse(base)


def _grown(base: Base) -> Iterator[tuple[str, Fraction]]:
    """Yield the wrong values of growth over several periods."""
    shown = base.shown
    match *_called(base), base.inputs():
        case "cagr", "rate", {"start": s, "end": e, "periods": n}:
            yield "simple-growth", shown((e / s - 1) / n)
            yield from (("one-period-off", shown(_power(e / s, 1 / (n + k)) - 1)) for k in (1, -1) if n + k > 0)
        case "growth", "end", {"start": s, "rate": r, "periods": n}:
            yield "simple-growth", shown(s * (1 + r * n))
            yield from (("one-period-off", shown(s * _power(1 + r, n + k))) for k in (1, -1))
        case "simple_growth", "end", {"start": s, "rate": r, "periods": n}:
            yield "compound-growth", shown(s * _power(1 + r, n))


def _plain(base: Base) -> bool:
    return isinstance(base.statement.stated, Literal) and base.statement.stated.number.scale == 1


def _inverse(base: Base) -> Fraction:
    """Return the number that stands there when the quotient is turned and its unit stays: 13.3 L/km."""
    share = base.shown(Fraction(1)) if re.match(r"\s?%", base.after) else Fraction(1)
    return share * share / base.amount


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    return Fraction(float(base) ** float(exponent)).limit_denominator(10**15)


def in_facts(base: Base, figures: int) -> Iterator[Made]:
    """Yield the claim with the number of another fact: other qualifiers, another thing."""
    known = base.engine.knowledge
    for m in re.finditer(r"(\w+)\.(\w+)(?:\[[^\]]*\])?(?!\w*[(.])", base.before):
        thing = known.things.get(m[1])
        if thing is None or base.bound:
            continue
        wholes = {w.key for w in known.things.values() for p in w.parts if p.attribute == thing.key}
        near = wholes | {part.attribute for part in thing.parts}
        swaps = [_qualified(fact) for fact in thing.facts if fact.attribute == m[2] and fact.when]
        swaps += [
            ("part-level" if other.key in near else "family", f"{other.key}.{m[2]}")
            for other in known.things.values()
            if other.key != thing.key and (other.key in near or (thing.family and other.family == thing.family))
        ]
        for kind, text in swaps:
            yield from _swapped(base, figures, kind, m.span(), text, m[1])


def _qualified(fact: Fact) -> tuple[str, str]:
    kind = "edition" if fact.when[0][0] == "date" else "qualifiers"
    return kind, f"{fact.thing}.{fact.attribute}[{', '.join(value for _, value in fact.when)}]"


def _swapped(base: Base, figures: int, kind: str, span: tuple[int, int], text: str, thing: str) -> Iterator[Made]:
    other, after = text.partition(".")[0], base.after
    says = f"{base.before[: span[0]]}{text}{base.before[span[1] :]}{base.digits}"
    x = base.derived(says + re.sub(rf"(?<!\w){thing}(?!\w)", other, after))
    if x and abs(x / base.amount - 1) > Fraction(1, 100):
        yield Made(kind, base.with_digits(base.rounded(figures, x)), figures, x)
