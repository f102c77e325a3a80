"""Constructions: wordings that bind every number of an equation, as rows of a table, one table for each language.

A row's ``form`` is a pattern over meanings: ``rise|fall ~ {change:percent} to {after} _ from {before}``. Names of
meanings stand for the words in the table of meanings, ``{slot}`` for a quantity that becomes the symbol of that name,
``{slot+}`` for a list of them (``{slot*}``: with a share or a change told of each; ``{slot^}``: with plus signs
between), ``{=slot}`` for the words that name a number said before. ``_`` are up to three words, ``__`` up to eight,
``~`` up to eight with commas, ``~~`` up to sixteen with commas and brackets; none of them reaches over a quantity or
a border of clauses, or over a word that says where a number came from or went. ``_&`` is ``__`` with *and*, ``_to``
with *to* and *from*, ``when`` only words of time and the like, ``@`` what is said of the number before: how it
changed, what share it is, a remark in brackets. ``..`` is up to fourteen words of any meaning within a clause,
``...`` the same, and it may reach into the next sentence of the paragraph. ``?`` makes an element one that may be
missing, ``!name`` asks that the meaning does not follow in the clause, ``!+`` that a list does not go on. ``+ - × ÷``
are signs as written, ``<`` asks that none stands before, ``>`` none behind. Articles and hedges may stand anywhere,
and behind a quantity an aside in brackets.

A row with ``"deals": true`` has lists that ``respectively`` deals out: the first of each list belong together, and so
on; one with ``"without": "net"`` is none where that meaning stands in it or before it in its sentence. A ``form`` may
be several, which share the record.

A row with ``elsewhere`` has a second form, for what is told anywhere else in the text: ``rise|fall {change:percent}``
in one sentence, ``to {after} from {before}`` in another. A slot of both is a number told twice. ``free`` are slots that
any number of the text may fill. What such a row states is only likely where few numbers could, so it never accuses.

What ``says`` no more than ``query`` never says wrong, and what says ``right`` never asks either. What says ``slips``
lists some of the parts as well as all: it is wrong only by the digits of a slip.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.draft.words.meanings import CODES
from factcheck.quantity.languages import draft_table, of_tables

_PLAIN = "".join(sorted({*CODES.values(), "w", "D", "H"} - {*"h/&udtfvU"}))
_WHEN = ("yearly", "before", "now", "in", "of", "same", "be", "total", "sofar", "by")
_ANY = r"[^Q%KXPq.;/]"
_GAPS = {
    "_": rf"[{re.escape(_PLAIN)}]{{0,3}}?",
    "_to": rf"[{re.escape(_PLAIN)}tf]{{0,3}}?",
    "__": rf"[{re.escape(_PLAIN)}]{{0,8}}?",
    "~": rf"[{re.escape(_PLAIN)},]{{0,8}}?",
    "~~": rf"[{re.escape(_PLAIN)}&,()]{{0,16}}?",
    "_&": rf"[{re.escape(_PLAIN)}&]{{0,8}}?",
    "when": "[" + "".join(CODES[name] for name in _WHEN) + "DH]{0,4}?",
    "..": rf"{_ANY}{{0,14}}?",
    "#": "[^.;P%]{0,40}?",
    "...": rf"{_ANY}{{0,14}}?(?:[.;/]{_ANY}{{0,14}}?)?",
}
_ASIDE = r"(?:w{0,2}\([^().P]{1,14}\))?"
"""An aside in brackets behind a quantity: the same in another unit, as a share, what is not in it."""
_NO_PART = frozenset(CODES[name] for name in ("parts", "total", "rest", "net", "gap", "mean", "each"))
_BETWEEN = "".join(code for code in _PLAIN if code not in _NO_PART)
_JOINT = rf"[{re.escape(_BETWEEN)}tf]{{0,8}}?[,&;]&?[{re.escape(_BETWEEN)}]{{0,8}}?"
"""What stands between the values of a list; what is part of one of them, or taken off, is not one of it."""
_PLUS = rf"[{re.escape(_PLAIN)}]{{0,3}}?A[{re.escape(_PLAIN)}]{{0,3}}?"
"""What stands between the terms of a sum written with signs."""
_ANYTHING = "[^.;P%s,&]{0,40}[,&][^.;P%s]{0,40}"
"""What stands between the values of a list of all of a sort in a sentence."""
_TOLD = rf"(?:{_ASIDE}[{re.escape(_BETWEEN)},udtv]{{0,8}}?%s)?{_ASIDE}"
"""What is told of a value before the list goes on: its share."""
_CHANGE = rf"(?:[{re.escape(_PLAIN)}]{{0,3}}?,[{re.escape(_PLAIN)}v]{{0,6}}?[udsO][{re.escape(_PLAIN)}t]{{0,4}}?[Q%KX])"
_SAID = rf"(?:{_CHANGE}|,[{re.escape(_PLAIN)}/]{{1,6}}(?=,)|\([^().P]{{0,24}}\)){{0,3}}?"
"""What is said of any number: how it changed, what share it is, a remark in brackets."""
_NAMED = rf"[{re.escape(_PLAIN)}]{{1,4}}"
_END = rf"(?=[{re.escape(_PLAIN)}]{{0,6}}(?:[.P;]|,[^Q.P;]{{0,14}}[.P;%K]))"
"""The end of a sentence, or a clause behind it that has no such number in it."""
_SLOT = re.compile(r"\{(?:=(?P<named>[a-z_]+)|(?P<name>[a-z_]+)(?::(?P<form>[a-z]+))?(?P<list>[+*^#])?)\}")
_FORMS = {"measure": "Q", "percent": "%", "points": "K", "times": "X", "time": "H", "rate": "Q"}
_SIGNS = {
    ",": ",",
    "@": _SAID,
    ",;": "[,;]",
    ",.": "[,.;]",
    "(": r"\(",
    ")": r"\)",
    ":": ":",
    ";": ";",
    ".": r"\.",
    "=": "=",
    "D": "D",
    "Q": "Q",
    "H": "H",
    "&": "&",
    "P": "P",
    "^": "(?<![^.P;])",
    "$": _END,
    "$%": r"(?=[^.;P%]{0,40}[.;P])",
    "+": "A",
    "-": "~",
    "×": "[Yx]",
    "÷": "Z",
    "<": "(?<![AYZ~xq])",
    ">": "(?![hw]{0,3}[AYZ~x])",
    "!+": rf"(?!{_JOINT}[Q%]|{_ANY}{{0,30}}?[,&]{_ANY}{{0,16}}?Q)",
}
_LONGEST = 12
_REMARK = re.compile(r"\([^()Q%KX]*\)")
"""A remark in brackets without a number."""
_BORDERS, _BEFORE = ".P", 30
_SPLIT, _AROUND = CODES["respectively"], 9
"""The word that deals out lists, and how far behind them it stands."""
_WAYS = {"u": "rise", "d": "fall", "c": "", "m": "rise", "l": "fall"}
_WAY = "(?P<way>"
"""Opens the first word that says which way things went; those behind it repeat it."""


@dataclass(frozen=True, slots=True, eq=False)
class Construction:
    """A row: the rule it states, by the way it goes where that matters, and its form; ``needs`` are its letters."""

    id: str  # with its language before it: en:rise-p-to-b-from-a
    language: str
    rules: Mapping[str, str]
    form: str
    needs: frozenset[str]
    lists: frozenset[str]
    named: frozenset[str]
    rates: frozenset[str]
    sure: bool
    quiet: bool
    slips: bool
    deals: bool
    without: str
    elsewhere: tuple[str, ...] = ()
    free: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether some of its numbers stand elsewhere, unbound by its own words."""
        return bool(self.elsewhere or self.free)

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is matched on the letters of a line."""
        return _compiled(self.form)


@dataclass(frozen=True, slots=True)
class Bound:
    """A construction in its place: the positions of the numbers of each slot, and the way it says that things went.

    Of a slot that is named, the positions are those of the words. ``others`` are what is bound elsewhere in the text,
    each time by one match of the second form.
    """

    row: Construction
    places: Mapping[str, tuple[int, ...]]
    way: str
    others: tuple[Mapping[str, int], ...] = ()

    @property
    def rule(self) -> str:
        """The rule that is stated; none where the row has none for this way."""
        rules = self.row.rules
        return rules.get(self.way, rules.get("", ""))


@of_tables
def constructions(language: str) -> tuple[Construction, ...]:
    """Return the rows of a language; none where it has no table."""
    table = draft_table(language, "constructions")
    return tuple(one for name, row in table.items() for one in rows(language, name, row))


def rows(language: str, name: str, row: Mapping[str, Any]) -> tuple[Construction, ...]:
    """Return a row of a table, once for each of its forms."""
    return tuple(_row(language, name, row, form) for form in _forms(row["form"]))


def _forms(form: str | Sequence[str]) -> Sequence[str]:
    return (form,) if isinstance(form, str) else form


def _row(language: str, name: str, row: Mapping[str, Any], form: str) -> Construction:
    rules = dict(part.split(": ") if ": " in part else ("", part) for part in row["rule"].split(", "))
    lists = frozenset(m["name"] for m in _SLOT.finditer(form) if m["list"])
    named = frozenset(m["named"] for m in _SLOT.finditer(form) if m["named"])
    return Construction(
        id=f"{language}:{name}",
        language=language,
        rules=rules,
        form=form,
        needs=frozenset(filter(None, map(_needed, form.split()))),
        lists=lists,
        named=named,
        rates=frozenset(m["name"] for m in _SLOT.finditer(form) if m["form"] == "rate"),
        sure=row.get("says", "") != "query",
        quiet=row.get("says", "") == "right" or "elsewhere" in row or "free" in row,
        slips=row.get("says", "") == "slips",
        deals=bool(row.get("deals")),
        without="".join(CODES[meaning] for meaning in row.get("without", "").split()),
        elsewhere=tuple(_forms(row.get("elsewhere", ()))),
        free=tuple(row.get("free", "").split()),
    )


def _needed(word: str) -> str:
    """Return the letter that an element cannot do without, if it is one."""
    m = _SLOT.fullmatch(word)
    if m is not None:
        return "" if m["named"] else _FORMS[m["form"] or "measure"]
    return CODES.get(word, "")


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """Return the pattern of a form; it takes a while to make, and few texts need all."""
    first, way, rest = "".join(_element(word) for word in form.split()).partition(_WAY)
    return re.compile(first + way + rest.replace(_WAY, "(?:"))


def _element(word: str) -> str:
    """Return the pattern of one element."""
    if word in _GAPS:
        return _GAPS[word]
    m = _SLOT.fullmatch(word)
    if m is not None and m["named"]:
        return f"(?P<{m['named']}>{_NAMED})"
    if m is not None:
        letter = _FORMS[m["form"] or "measure"]
        told = _TOLD % "[%KX]" if m["list"] == "*" else _ASIDE
        joint = _PLUS if m["list"] == "^" else _ANYTHING % (letter, letter) if m["list"] == "#" else told + _JOINT
        least = 2 if m["list"] == "#" else 1
        many = rf"(?:{joint}{letter}){{{least},{_LONGEST - 1}}}" if m["list"] else ""
        return rf"(?P<{m['name']}>{letter}{many}){_ASIDE}"
    if word.endswith("?") and len(word) > 1:
        return f"(?:{_element(word[:-1])})?"
    if word in _SIGNS:
        return _SIGNS[word]
    if word.startswith("!"):
        return rf"(?!{_ANY}{{0,10}}?{_element(word[1:])})"
    letters = "".join(name if name in _SIGNS else CODES[name] for name in word.split("|"))
    return f"{_WAY}[{letters}])" if "|" in word and set(letters) <= set(_WAYS) else f"[{re.escape(letters)}]"


def bound(rows: Sequence[Construction], codes: str) -> Iterator[Bound]:
    """Yield the constructions in the letters of a line from which those of articles were taken out."""
    letters = frozenset(codes)
    for row in rows:
        others = tuple(_elsewhere(row, codes)) if row.elsewhere and row.needs <= letters else ()
        for m in row.pattern.finditer(codes) if row.needs <= letters else ():
            groups = m.groupdict()
            way = _WAYS.get(groups.pop("way", None) or "", "")
            places = {name: _positions(m, name, row) for name in groups if m.start(name) >= 0}
            if row.deals:
                yield from _dealt(row, places, way)
            elif not _is_dealt_out(row, codes, m) and not _has(row.without, codes, m):
                yield Bound(row, places, way, others)


def _elsewhere(row: Construction, codes: str) -> Iterator[Mapping[str, int]]:
    """Yield the places of what the second forms of a row bind, once for each of their matches."""
    for form in row.elsewhere:
        for m in _compiled(form).finditer(codes):
            yield {name: m.start(name) for name in m.groupdict() if name != "way" and m.start(name) >= 0}


def _is_dealt_out(row: Construction, codes: str, m: re.Match[str]) -> bool:
    """Whether a word deals the numbers of a construction out to others, in a row that does not ask for that word."""
    return _SPLIT not in row.needs and _SPLIT in codes[m.start() : m.end() + _AROUND]


def _has(letters: str, codes: str, m: re.Match[str]) -> bool:
    """Whether one of some meanings stands in a construction outside of brackets, or before it in its sentence."""
    if not letters:
        return False
    first = max(0, m.start() - _BEFORE)
    start = max(codes.rfind(border, first, m.start()) for border in _BORDERS)
    around = _REMARK.sub("", codes[max(start + 1, first) : m.end()])
    return any(letter in around for letter in letters)


def _dealt(row: Construction, places: Mapping[str, tuple[int, ...]], way: str) -> Iterator[Bound]:
    """Yield what lists of one length state: of the first of each, of the second, and so on."""
    lengths = {len(places[name]) for name in row.lists}
    if len(lengths) == 1:
        for at in range(lengths.pop()):
            yield Bound(row, {name: (those[at if name in row.lists else 0],) for name, those in places.items()}, way)


def _positions(m: re.Match[str], name: str, row: Construction) -> tuple[int, ...]:
    start, end = m.span(name)
    if name in row.named:
        return tuple(range(start, end))
    if name not in row.lists:
        return (start,)
    found, depth = [], 0
    for at in range(start, end):
        letter = m.string[at]
        depth += (letter == "(") - (letter == ")")
        if letter == m.string[start] and depth == 0:
            found.append(at)
    return tuple(found)
