"""A number that a text tells of an individual, held against the values that packs know of it, by the date it has.

Values are revised, and sources differ: what is within the error that the pack allows is no fault, and what is off
by more is wrong only where the words leave no doubt and the number looks like a slip, or the value of another year.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.proposal import Candidate, Proposal, Voice
from factcheck.draft.text.dates import When
from factcheck.draft.text.passage import Item, Passage
from factcheck.draft.text.said_of import said_of
from factcheck.draft.things.registers.clause import Reader, is_han
from factcheck.draft.things.registers.forms import Form, form
from factcheck.draft.things.registers.individuals import Individuals, Known
from factcheck.draft.words.phrases import phrases
from factcheck.quantity.dimension import Dimension

_LATE = 7
"""In the second half of a year the value of the next one may be meant, too: the bank's are those of July."""
_RECENT, _BEHIND = 12, 4
_NEAR = 1.1
_TELLING = 100
_NOUN = 16
_YEAR = "year"
_TEMPERATURE: Dimension = (("temperature", 1),)
_PAIR = 2
_BORDERS = 1992
"""Statistics of earlier years are told for the borders of today, texts for those of their time."""
_ALIKE = {"gdp": ("gdp_ppp",), "area": ("land_area",), "land_area": ("area",)}
"""What else a number may be that is told as an attribute."""


class Meant(NamedTuple):
    """A value that a number may be: its year (0 for all times) and how large it is."""

    year: int
    size: float


def propose(passage: Passage, known: Individuals) -> Iterator[Proposal]:
    """Propose each number that a sentence plainly tells of an individual."""
    if not known.registers:
        return
    for sentence in passage.sentences:
        if not sentence.items or not known.trigger.search(passage.folded, *sentence.span):
            continue
        named = tuple(known.find(passage.text, *sentence.span))
        reader, han = Reader(passage, sentence, named, known), is_han(sentence)
        for item in sentence.items if named else ():
            told = form(reader.clause(item), han=han, people=_counts_people(passage, item))
            proposal = _proposal(passage, item, told, known) if told is not None else None
            if proposal is not None:
                yield proposal


def _counts_people(passage: Passage, item: Item) -> bool:
    """Whether a number counts people: 83 million people, 14亿人口, the world's eight billion."""
    words = phrases("register", "people")
    if item.dimension or item.is_percent:
        return False
    behind = passage.folded[item.mention.numeral.end : item.mention.numeral.end + _NOUN].lstrip()
    return not item.noun or bool(words.starting(behind))


def _proposal(passage: Passage, item: Item, told: Form, known: Individuals) -> Proposal | None:
    for attribute in known.words.get(told.word, (told.word,)):
        value = known.known(told.thing.key, attribute)
        if value is not None and _measures(passage, item, value):
            return _of(passage, item, told, value, known)
    return None


def _measures(passage: Passage, item: Item, value: Known) -> bool:
    """Whether a number can be of an attribute by its unit."""
    if value.unit == "%":
        return item.is_percent
    if value.unit == _YEAR and item.noun in phrases("register", "years").words:
        return True
    if item.is_percent or passage.is_multiple(item) or item.mention.change is not None:
        return False
    return item.dimension == value.dimension and (bool(value.dimension) or _counts_people(passage, item))


def _of(passage: Passage, item: Item, told: Form, value: Known, known: Individuals) -> Proposal | None:
    date = said_of(passage, item)
    sizes = known.sizes(told.thing.key, value.attribute)
    years = [0] if not value.dated else _of_date(date, sizes) if date else recent(passage, sizes)
    if not years:
        return None
    meant = [Meant(year, sizes[year]) for year in years]
    timed = date is not None or not value.dated
    sure = told.sure and (timed or bool(passage.written))
    voice: Voice = _voice(item, meant[0], sizes, value) if sure else "verify"
    far = 0 < meant[0].year < _BORDERS
    if voice == "accuse" and (not timed or far or _is_of_other(item, told, value, known)):
        voice = "ask"
    if _is_in_own_dollars(item, told):
        voice = "verify"
    candidates = tuple(_says(told.thing.key, value.attribute, one.year, item) for one in meant)
    return Proposal("statistic", item.mention.span, candidates, firm=sure, voice=voice)


def _of_date(date: When, sizes: Mapping[int, float]) -> list[int]:
    """Return the years that a date may mean."""
    years = (date.year, date.year + 1) if date.month >= _LATE else (date.year,)
    return [one for one in years if one in sizes]


def recent(passage: Passage, years: Iterable[int]) -> list[int]:
    """Return the years, the latest first, that a text may mean which names none: by its own date, else the latest."""
    known = sorted(years, reverse=True)
    if not passage.written:
        return known[:_RECENT]
    own = int(passage.written[:4])
    return [year for year in known if own - _BEHIND <= year <= own]


def _voice(item: Item, meant: Meant, sizes: Mapping[int, float], value: Known) -> Voice:
    """Say whether a number that is off is wrong, worth a look, or left alone, by how much sources differ.

    Wrong is a slip in the digits, and the value of another year that is off by more. What is within the error that the
    pack allows does not fail, and is asked about so that it is shown as borderline.
    """
    size, right = float(item.size), meant.size
    if not right or not size or value.dimension == _TEMPERATURE:  # degrees start at different points
        return "ask"
    ratio = max(size / right, right / size) - 1
    slip = _is_moved(item, right) or _is_swapped(item, right)
    if value.loose:
        return "ask" if slip else "verify"
    another = _is_of_another_year(item, meant.year, sizes)
    if slip or (another and ratio > value.differs):
        return "accuse"
    asked = another or ratio > value.differs or ratio <= value.allowed or _is_a_digit_off(item, right)
    return "ask" if asked else "verify"


def _is_of_other(item: Item, told: Form, value: Known, known: Individuals) -> bool:
    """Whether a number is near what its thing has of an attribute that is taken for its own: GDP at other prices."""
    others = (size for one in _ALIKE.get(value.attribute, ()) for size in known.sizes(told.thing.key, one).values())
    return any(1 / _NEAR < float(item.size) / size < _NEAR for size in others if size)


def _is_in_own_dollars(item: Item, told: Form) -> bool:
    """Whether a plain dollar sign may be that of a country's own currency: Canada's GDP of $3 trillion."""
    plain = item.mention.text.partition("$")
    own = told.thing.key in phrases("register", "own_dollars").words
    return own and bool(plain[1]) and not plain[0].rstrip().endswith(("US", "U.S."))


def _is_of_another_year(item: Item, year: int, sizes: Mapping[int, float]) -> bool:
    """Whether a number of three digits is the value of another year."""
    step = float(item.mention.number.step or 0) * float(item.scale)
    if not step or abs(float(item.size)) < _TELLING * step or item.mention.number.hedge:
        return False
    return any(one != year and abs(size - float(item.size)) <= step / 2 for one, size in sizes.items())


def _is_moved(item: Item, right: float) -> bool:
    """Whether the point of a number is moved, or its scale word another: 171万 for 1710万."""
    size = abs(float(item.size))
    return any(abs(size * shift / right - 1) < _NEAR - 1 for shift in (10, 100, 1000, 1e4, 0.1, 0.01, 0.001, 1e-4))


def _is_swapped(item: Item, right: float) -> bool:
    """Whether two neighbouring digits of a number are swapped: 58 for 85."""
    written, meant, off = _digits(item, right)
    swapped = len(off) == _PAIR and off[1] == off[0] + 1
    return swapped and written[off[0]] == meant[off[1]] and written[off[1]] == meant[off[0]]


def _is_a_digit_off(item: Item, right: float) -> bool:
    """Whether one of three digits is another: 1.31 for 1.41."""
    written, _, off = _digits(item, right)
    return len(off) == 1 and len(written) > _PAIR and off[0] < len(written) - 1


def _digits(item: Item, right: float) -> tuple[str, str, Sequence[int]]:
    """Return the digits of a number, those of the right one as far, and where they differ; nothing for a hedged one."""
    step = float(item.mention.number.step or 0) * float(item.scale)
    if not step or item.mention.number.hedge:
        return "", "", ()
    written, meant = str(round(abs(float(item.size)) / step)), str(round(abs(right) / step))
    if len(written) != len(meant):
        return "", "", ()
    return written, meant, [at for at, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]


def _says(key: str, attribute: str, year: int, item: Item) -> Candidate:
    pick = f"[{year}]" if year else ""
    aged = not item.dimension and item.noun in phrases("register", "years").words
    return Candidate(f"{key}.{attribute}{pick} = {stated(item)}{f' {_YEAR}' if aged else ''}")
