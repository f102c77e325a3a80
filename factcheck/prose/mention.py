"""A quantity that a text mentions, and what else was read there: dates, times, names with digits."""

from typing import Literal

from factcheck.frozen import dataclass
from factcheck.prose.printed import printed
from factcheck.prose.sentences import Stretch
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.written import Written, premise
from factcheck.source import Span

Change = Literal["up", "down"]
Manner = Literal["to", "by", ""]
Relation = Literal["=", "~", ">", ">=", "<", "<=", "range"]
AsideKind = Literal[
    "date", "time", "ordinal", "ratio", "score", "version", "phone", "identifier", "label", "number too large"
]

_RELATIONS: dict[str, Relation] = {
    "": "=",
    "about": "~",
    "nearly": "~",
    "more": ">",
    "least": ">=",
    "less": "<",
    "most": "<=",
    "some": "~",
}
NO_SPAN = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures or counts.

    ``name`` is the singular English name of a unit ("kilometer per hour") or the counted noun ("chip", 芯片), empty
    for a plain number. ``span`` is where it stands, before or behind the number; ``factors`` are its known units.
    ``currencies`` are the codes that an ambiguous sign ($, ¥) may stand for.
    """

    name: str = ""
    span: Span = NO_SPAN
    factors: tuple[UnitFactor, ...] = ()
    currencies: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the number counts things, or nothing at all, rather than measuring in a known unit."""
        return not self.factors and self.name != "percent"


NO_MEASURE = Measure()


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in a text. Spans are code points of the original text.

    ``span`` covers hedge, sign, number and unit; ``numeral`` the number with its scale words alone. ``ends`` are the
    two numbers of a range as they stand. ``manner`` says whether a change is to the value or by it.
    """

    span: Span
    text: str
    numeral: Span
    number: Written
    measure: Measure = NO_MEASURE
    change: Change | None = None
    manner: Manner = ""
    ends: tuple["Mention", "Mention"] | None = None

    @property
    def value(self) -> Number | None:
        """The nominal value in the unit as written; None for a range."""
        return self.number.nominal

    @property
    def relation(self) -> Relation:
        """How the quantity relates to its value: exactly, about, as a bound, or as a range (about 5 to 6 is ``~``)."""
        relation = _RELATIONS[self.number.hedge]
        return "range" if self.number.nominal is None and relation != "~" else relation

    @property
    def interval(self) -> Interval:
        """The values that are meant, in the unit as written; a counting integer is exact."""
        return premise(self.number, counted=self.measure.counts)

    def placed(self, span: Span, text: str, number: Written) -> "Mention":
        """Return the mention with a hedge or bound: its new place, and the number under it."""
        return Mention(span, text, self.numeral, number, self.measure, self.change, self.manner, self.ends)

    def changed(self, change: Change, manner: Manner) -> "Mention":
        """Return the mention as a change, or as the level that one leads to: rose by 5 %, rose to 5 %."""
        return Mention(self.span, self.text, self.numeral, self.number, self.measure, change, manner, self.ends)

    @property
    def printed(self) -> str:
        """Hedge, number and unit in one canonical way, which reads back as the same: about 276,000 km/h."""
        spoken = self.measure.name == "percent" and not self.measure.factors and self.number.kind != "rough"
        return printed(self.number, self.measure.factors) + (" %" if spoken else "")


@dataclass(frozen=True, slots=True)
class Aside:
    """Digits or number words that are no quantity: a date, a version, a name."""

    kind: AsideKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one text, in the order of the text; spans never overlap.

    ``stretches`` say in which language its words in Latin letters are.
    """

    text: str
    mentions: tuple[Mention, ...]
    asides: tuple[Aside, ...]
    stretches: tuple[Stretch, ...] = ()
