"""The words of prose, compiled: one lexicon for the languages that a sentence may be in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from factcheck.prose.mention import Change
from factcheck.quantity.cardinals import LETTER
from factcheck.quantity.fractions import VULGAR
from factcheck.quantity.languages import HAN, in_force, of_tables, prose_table, script, table
from factcheck.quantity.written import Hedge

WAYS: tuple[Change, ...] = ("up", "down")
_WORD = f"{LETTER}0-9_"
"""A word in Latin letters may stand right beside Chinese characters."""

DASHES = "-−–—~～∼"  # noqa: RUF001 - signs of a range


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of prose. Keys are in lower case; ``change`` gives the direction of a word."""

    candidate: re.Pattern[str]
    months: Mapping[str, int]
    month: str
    day_marks: str
    ordinal_point: bool
    capital_nouns: bool
    in_lists: re.Pattern[str]
    plural_before: frozenset[str]
    point_before: frozenset[str]
    labels: frozenset[str]
    labels_alone: frozenset[str]
    sums_up: frozenset[str]
    over_behind: frozenset[str]
    multiplied: frozenset[str]
    year_before: frozenset[str]
    year_maybe: frozenset[str]
    amount_before: re.Pattern[str]
    played: re.Pattern[str]
    function: frozenset[str]
    ordinary: frozenset[str]
    unit_letters: frozenset[str]
    irregular: Mapping[str, str]
    singular_s: frozenset[str]
    singular_counted: frozenset[str]
    no_adverbs: frozenset[str]
    plural_modifiers: frozenset[str]
    weekdays: frozenset[str]
    ages: Mapping[str, str]
    age_words: tuple[str, ...]
    prefixes: Mapping[str, Hedge]
    minus: tuple[str, ...]
    minus_ends: frozenset[str]
    change: Mapping[str, Change]
    change_nouns: Mapping[str, Change]
    change_of_things: frozenset[str]
    change_between: frozenset[str]
    change_times: frozenset[str]
    phrasal: frozenset[str]
    before_change: frozenset[str]
    to: frozenset[str]
    by: frozenset[str]
    of: frozenset[str]
    per: tuple[str, ...]
    range_words: tuple[str, ...]
    range_joint: re.Pattern[str]
    joint_letters: frozenset[str]
    openers: Mapping[str, tuple[str, ...]]
    one_before: frozenset[str]
    one_after: frozenset[str]


_WORKED_OUT = {"before_change", "joint_letters", "minus_ends", "one_after", "one_before"}
_PLAIN = [each.name for each in fields(Lexicon) if each.type == frozenset[str] and each.name not in _WORKED_OUT]
"""Fields that hold the words which the tables have under the same name."""


def lexicon() -> Lexicon:
    """Return the words of the languages that are read."""
    return compiled(in_force())


@of_tables
def compiled(languages: tuple[str, ...]) -> Lexicon:
    """Compile the tables of the given languages into one lexicon."""
    proses = [prose_table(language) for language in languages]

    def words(key: str) -> frozenset[str]:
        return frozenset(word for prose in proses for word in prose.get(key, ()))

    def rows(key: str) -> dict[str, Any]:
        return {word: value for prose in proses for word, value in prose.get(key, {}).items()}

    change = _change(proses)
    joints = (*words("range_words"), *chain.from_iterable(rows("between").values()))
    one = rows("not_one")
    plain: dict[str, Any] = {name: words(name) for name in _PLAIN}
    return Lexicon(
        **plain,
        candidate=_candidate(languages),
        months=rows("months"),
        month=either(rows("months")),
        day_marks=either(words("day_marks")),
        ordinal_point=any(prose.get("ordinal_point") for prose in proses),
        capital_nouns=any(prose.get("capital_nouns") for prose in proses),
        in_lists=re.compile(rf"-?\s?(?:(?:,|、)\s?)?(?:{either(words('in_lists') | words('or'))}|、)\s?"),
        amount_before=_amount_before(words("year_amount"), words("of"), words("year_bound")),
        played=re.compile(rf"(?:{either(words('played'))}) \Z"),
        irregular=rows("irregular"),
        ages=rows("age"),
        age_words=tuple(rows("age")),
        prefixes=rows("prefixes"),
        minus=tuple(longest_first(words("minus"))),
        minus_ends=frozenset((*"±-−–", *(word[-1] for word in words("minus")))),
        change=change,
        change_nouns={word: way for way in WAYS for word in rows("change_nouns").get(way, ())},
        before_change=frozenset(change).union(*map(words, ("of", "to", "by", "change_between"))),
        per=tuple(longest_first(words("per"))),
        range_words=tuple(longest_first(words("range_words"))),
        range_joint=_range_joint(joints),
        joint_letters=frozenset((*DASHES, *(word[0] for word in joints))),
        openers={word: tuple(closers) for word, closers in rows("between").items()},
        one_before=frozenset(one.get("before", ())),
        one_after=frozenset(one.get("after", ())),
    )


def _change(proses: Iterable[dict[str, Any]]) -> dict[str, Change]:
    """Return the words of a rise and of a fall, but for those without borders, which are read by another way."""
    spaced = [prose["change"] for prose in proses if prose["script"] != HAN]
    return {word: way for words in spaced for way in WAYS for word in words[way]}


def longest_first(words: Iterable[str]) -> list[str]:
    """Return words in the order in which a pattern must try them."""
    return sorted(words, key=lambda word: (-len(word), word))


def either(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, the longest first."""
    return "|".join(map(re.escape, longest_first(words))) or "(?!)"


def _by_letter(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, by their first letters: that fails faster than one after the other."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{re.escape(head)}(?:{either(rests)})" for head, rests in heads.items()) or "(?!)"


def _range_joint(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of the word between the ends of a range: 5 to 6, 5- to 10-fold, 5到6."""
    latin = "|".join(word for word in longest_first(set(words)) if word.isascii())
    others = "|".join(word for word in longest_first(set(words)) if not word.isascii())
    return re.compile(rf"(?:\s|-\s?)({latin})[\s-]|\s?({others})\s?")


def _amount_before(nouns: Iterable[str], of: Iterable[str], bounds: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of what says that a number is no year: an average of 1900, more than 2000."""
    return re.compile(rf"(?:{either(nouns)}) (?:{either(of)}) \Z|(?:\b(?:{either(bounds)})|[<>≤≥~≈]) ?\Z")


def _candidate(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of where a number may start: digits, a number word, Chinese numerals."""
    tables = [table(language) for language in languages if script(language) != HAN]
    articles = {word for words in tables for word in (*words["articles"], "the")}
    spaced = {
        word.split()[0] if word.split()[0] not in articles else rf"{word.split()[0]}(?=[ -]{word.split()[1]}\b)"
        for words in tables
        for key in ("units", "rough", "rough_scaled", "several", "plurals", "scales")
        for word in words.get(key, {})
        if len(word) > 2  # noqa: PLR2004 - not bn
    }
    digits = either(w for words in tables for w in (*words["nought"], *words["units"]))
    spaced |= {rf"{words['point']}(?=[ -](?:{digits})\b)" for words in tables}
    scale = either(word for words in tables for key in ("scales", "dozens") for word in words[key] if len(word) > 2)  # noqa: PLR2004
    plain = _by_letter(word for word in spaced if "(" not in word)
    some = "|".join(sorted(word for word in spaced if "(" in word)) or "(?!)"
    article = either(articles)
    han_tables = [table(language) for language in languages if script(language) == HAN]
    han = "".join(char for words in han_tables for key in ("digits", "scales", "tens") for char in words[key])
    several = "".join(
        {
            char
            for words in han_tables
            for char in (*words["several"], *(w[0] for w in words["rough"] if w not in words["majorities"]))
        }
    )
    return re.compile(
        rf"(?P<digits>[0-9]|[{VULGAR}])"
        rf"|(?P<words>(?=[a-zß-ɏ])(?<![{_WORD}])(?:{plain}|(?:{article})(?= (?:{scale})\b)|{some})(?![{_WORD}]))"
        rf"|(?P<han>[{han}{several}]|[对對](?=折))"
    )
