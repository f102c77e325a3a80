"""Constructions: wordings that bind every number of an equation, as rows of a table, one table for each language.

A row's ``form`` is a pattern over meanings: ``rise|fall ~ {change:percent} to {after} _ from {before}``. Names of
meanings stand for the words in the table of meanings, ``{slot}`` for a quantity that becomes the symbol of that name,
``{slot+}`` for a list of them. ``_`` are up to three words, ``__`` up to eight, ``~`` up to eight with commas, ``~~``
up to sixteen with commas and brackets; none of them reaches over a quantity or a border of clauses. ``?`` makes an
element one that may be missing. Articles and hedges may stand anywhere, and behind a quantity the same in brackets.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.draft.words.meanings import CODES
from factcheck.quantity.languages import draft_table

_PLAIN = "".join(sorted({*CODES.values(), "w", "D", "H"} - {*"h/&udtfv"}))
_GAPS = {
    "_": rf"[{re.escape(_PLAIN)}]{{0,3}}?",
    "__": rf"[{re.escape(_PLAIN)}]{{0,8}}?",
    "~": rf"[{re.escape(_PLAIN)},]{{0,8}}?",
    "~~": rf"[{re.escape(_PLAIN)}&,()]{{0,16}}?",
}
_ASIDE = r"(?:\([^()Q%KX.P;]{0,6}[Q%q][^()Q%KX.P;]{0,6}\))?"
"""The same quantity again behind it, in brackets: in another unit, as a share."""
_JOINT = rf"[{re.escape(_PLAIN)}]{{0,8}}?[,&;]&?[{re.escape(_PLAIN)}]{{0,8}}?"
_END = rf"(?=[{re.escape(_PLAIN)}]{{0,6}}[.P;])"
_SLOT = re.compile(r"\{(?P<name>[a-z_]+)(?::(?P<form>[a-z]+))?(?P<list>\+)?\}")
_FORMS = {"measure": "Q", "percent": "%", "points": "K", "times": "X", "time": "H"}
_SIGNS = {
    ",": ",",
    "(": r"\(",
    ")": r"\)",
    ":": ":",
    ";": ";",
    ".": r"\.",
    "=": "=",
    "D": "D",
    "&": "&",
    "^": "(?<![^.P;])",
    "$": _END,
}
_LONGEST = 12
_WAY = "(?P<way>"
"""Opens the first word that says which way things went; those behind it repeat it."""


@dataclass(frozen=True, slots=True, eq=False)
class Construction:
    """A row: the rule it states, by the way it goes where that matters, and its pattern over the letters of a line."""

    id: str  # with its language before it: en:rise-p-to-b-from-a
    language: str
    rules: Mapping[str, str]
    pattern: re.Pattern[str]
    lists: frozenset[str]
    sure: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A construction in its place: the positions of the numbers of each slot, and the way it says that things went."""

    row: Construction
    places: Mapping[str, tuple[int, ...]]
    way: str

    @property
    def rule(self) -> str:
        """The rule that is stated; none where the row has none for this way."""
        rules = self.row.rules
        return rules.get(self.way, rules.get("", ""))


@cache
def constructions(language: str) -> tuple[Construction, ...]:
    """Return the rows of a language; none where it has no table."""
    return tuple(_row(language, name, row) for name, row in draft_table(language, "constructions").items())


def _row(language: str, name: str, row: Mapping[str, str]) -> Construction:
    rules = dict(part.split(": ") if ": " in part else ("", part) for part in row["rule"].split(", "))
    form = row["form"]
    lists = frozenset(m["name"] for m in _SLOT.finditer(form) if m["list"])
    return Construction(
        f"{language}:{name}", language, rules, re.compile(_pattern(form)), lists, row.get("says", "") != "query"
    )


def _pattern(form: str) -> str:
    first, way, rest = "".join(_element(word) for word in form.split()).partition(_WAY)
    return first + way + rest.replace(_WAY, "(?:")


def _element(word: str) -> str:
    """Return the pattern of one element."""
    if word in _GAPS:
        return _GAPS[word]
    m = _SLOT.fullmatch(word)
    if m is not None:
        letter = _FORMS[m["form"] or "measure"]
        many = rf"(?:{_ASIDE}{_JOINT}{letter}){{1,{_LONGEST - 1}}}" if m["list"] else ""
        return rf"(?P<{m['name']}>{letter}{many}){_ASIDE}"
    if word.endswith("?") and len(word) > 1:
        return f"(?:{_element(word[:-1])})?"
    if word in _SIGNS:
        return _SIGNS[word]
    letters = "".join(CODES[name] for name in word.split("|"))
    return f"{_WAY}[{letters}])" if "|" in word and set(letters) <= set("udc") else f"[{re.escape(letters)}]"


_WAYS = {"u": "rise", "d": "fall"}


def bound(rows: Sequence[Construction], codes: str) -> Iterator[Bound]:
    """Yield the constructions in the letters of a line from which those of articles were taken out."""
    for row in rows:
        for m in row.pattern.finditer(codes):
            groups = m.groupdict()
            way = _WAYS.get(groups.pop("way", None) or "", "")
            places = {name: _positions(m, name, row) for name in groups if m.start(name) >= 0}
            yield Bound(row, places, way)


def _positions(m: re.Match[str], name: str, row: Construction) -> tuple[int, ...]:
    start, end = m.span(name)
    if name not in row.lists:
        return (start,)
    found, depth = [], 0
    for at in range(start, end):
        letter = m.string[at]
        depth += (letter == "(") - (letter == ")")
        if letter == m.string[start] and depth == 0:
            found.append(at)
    return tuple(found)
