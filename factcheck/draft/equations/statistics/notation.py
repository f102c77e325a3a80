"""Test statistics as papers write them: ``t(28) = 2.20, p = .036``, ``χ²(1, N = 90) = 4.2``, ``t=2.20，P<0.05``.

The notation is that of APA style (Publication Manual, 7th ed., 6.43 to 6.45) and of medical journals, and nearly the
same in all languages; the words about the tests of a text are tables.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from factcheck.draft.equations.statistics.figures import MINUS, NUMBER, RELATION, Figure, figure, with_exponent
from factcheck.draft.text.passage import Passage, once
from factcheck.quantity.words import widen
from factcheck.source import Span

_CHI = r"(?:\\?chi|[χΧ𝜒𝝌])\s?(?:-?\s?squared?|\^?\{?[2²]\}?)|[Xx](?:\^?2|²)(?=\s?[(\[])|卡方值?"
_NAMES = rf"(?P<t>ts?)|(?P<f>Fs?)|(?P<r>r)|(?P<z>[zZ])|(?P<chi2>{_CHI})|(?P<q>Q(?:[-_]?(?:between|within|[bwsme]))?)"
_N = rf"\s?[,;]\s?[nN]\s?=\s?{NUMBER}"
_DF = rf"\s?[(\[]\s?(?:df\s?=\s?)?(?P<df1>{NUMBER})(?:\s?[,;]\s?(?P<df2>{NUMBER}))?(?:{_N})?\s?[)\]]"
_LOW = r"_?\{?(?P<low1>[0-9]{1,4})(?:,\s?(?P<low2>[0-9]{1,4}))?(?![0-9])\}?"
_VALUE = rf"\s?(?P<relation>{RELATION})\s?(?P<sign>[{MINUS}]?)\s?(?P<value>{NUMBER})"
_TEST = re.compile(rf"(?<![A-Za-z0-9_.\-\u2013\u2212^²Ͱ-Ͽ\\])(?:{_NAMES})\$?(?:{_DF}|{_LOW})?值?{_VALUE}")
_CORRECTED = re.compile("adj|corr|bonf|holm|fdr|fwe|tukey")
_P_NAME = rf"[pP](?:s|'s)?(?:[\s_-]?(?:{_CORRECTED.pattern})[a-z]{{0,8}}\.?)?"
_BESIDE = (
    r"(?:Cohen['’]?s |Hedges['’]?s? |partial |generalized )?"  # noqa: RUF001 - an apostrophe
    r"(?:d[zs]?|g|f[2²]?|MS[Ee]?|SEM?|[nN]|power|BF_?(?:10|01)?|V|Cram[eé]r['’]?s V"  # noqa: RUF001 - an apostrophe
    r"|(?:[ηωεφ偏]|eta|omega|phi)[^,;=<>()\n]{0,10})"
)
"""What papers put between a statistic and its p: effect sizes, errors, numbers of people."""
_SEGMENT = re.compile(
    rf"\s?[,;、]?\s?[(\[]?\s?(?!(?:both |all )?{_P_NAME}(?![A-Za-z])|[tFrzZQ]\s?[(\[=<>]|[χΧXx卡])"  # noqa: RUF001 - Greek
    rf"(?:(?P<df>df|d\.f\.|v|ν|自由度)|{_BESIDE})\s?(?:{RELATION})\s?[{MINUS}]?(?P<of>{NUMBER})\s?%?\s?[)\]]?"  # noqa: RUF001 - Greek
    rf"|\s?[,;]?\s?[(\[]?[0-9]{{2}}(?:\.[0-9])?\s?%\s?CI\s?[:=]?\s?[(\[][^()\[\]\n]{{0,40}}[)\]]"
)
_P = re.compile(
    rf"\s?[,;、:]?\s?[(\[]?\s?(?:and |with |at |both |all |均){{0,2}}"
    rf"(?P<name>{_P_NAME}(?:[\s-]?values?|值)?)"
    rf"\s?(?:\((?:one|two|1|2)[\s-](?:tailed|sided)\)\s?)?(?P<relation>{RELATION})\s?(?P<value>{NUMBER})(?![\s]?%)"
    r"|\s?[,;]?\s?(?P<ns>n\.s\.|ns|NS)(?![A-Za-z0-9])"
)
_ALONE = re.compile(rf"(?<![A-Za-z0-9_.\-])[pP](?:[\s-]?values?|值)?\s?(?:{RELATION})\s?(?:{NUMBER})")
MOST = 2_000
"""So many results of a kind are computed again; a paper has some hundred at most."""
_SEGMENTS, _NO_P = 3, 1
_UNIT = re.compile(r"\s?(?:[kMh]?Pa|m?bar|atm|psi|[kM]?W|mmHg|torr)\b")
"""Behind a pressure or a power, which are called P as well."""
_LISTED = re.compile(r"\s?(?:,|and|or|、|和|与|及)\s?\Z")
"""Between two statistics whose p are told behind both."""
_SIGNS = {ord(wide): chr(ord(wide) - 0xFEE0) for wide in "（）［］，；：＝＜＞～"}  # noqa: RUF001 - full width


class Result(NamedTuple):
    """A test statistic with its p: ``p`` is None for *ns*, whose place is ``target``, as is that of ``p = .036``."""

    test: str
    statistic: Figure
    df: tuple[Figure, ...]
    p: Figure | None
    target: Span
    extent: Span
    corrected: bool = False


@once
def results(passage: Passage) -> tuple[Result, ...]:
    """Return the test statistics of a text that have a p, in order."""
    return tuple(islice(_results(passage), MOST))


@once
def p_values(passage: Passage) -> tuple[Span, ...]:
    """Return the places of all p of a text: they are no quantities that other numbers are compared with."""
    return tuple(Span(*m.span()) for m in _ALONE.finditer(plain(passage)))


@once
def plain(passage: Passage) -> str:
    """Return the text with plain digits and signs; no position changes."""
    return widen(passage.text).translate(_SIGNS)


def p_behind(text: str, at: int) -> tuple[Figure, Span] | None:
    """Return the p right behind a place, and where it stands with its name."""
    m = _P.match(text, at)
    if m is None or m["ns"] or _UNIT.match(text, m.end()):
        return None
    found = with_exponent(text, figure(text, Span(*m.span("value")), m["relation"]))
    return (found, Span(m.start("name"), found.span.end)) if found and found.value <= 1 else None


def closed(text: str, start: int, end: int) -> Span:
    """Return a place with the bracket that closes it, if one does."""
    is_open = any(
        text.startswith(last, end) and text.count(first, start, end) > text.count(last, start, end)
        for first, last in ("()", "[]")
    )
    return Span(start, end + is_open)


def _results(passage: Passage) -> Iterator[Result]:
    text, last = plain(passage), 0
    for m in _TEST.finditer(text):
        listed = bool(last) and _LISTED.match(text[last : m.start()]) is not None
        last = m.end()
        found = None if listed else _result(text, m)
        if found is not None and passage.sentence_at(found.extent.start) == passage.sentence_at(found.target.start):
            yield found


def _result(text: str, m: re.Match[str]) -> Result | None:
    """Return a test statistic with the p behind it; None where there is none. Q2 is a quartile, and F2 a name."""
    own = [figure(text, Span(*m.span(name))) for name in ("df1", "df2", "low1", "low2") if m[name]]
    told, p = _behind(text, m.end())
    if p is None or (m["low1"] and not m["low2"] and _name(m) != "t"):
        return None
    statistic = figure(text, Span(*m.span("value")), m["relation"], m["sign"])
    df = tuple(own or told)
    if p["ns"]:
        return Result(_name(m), statistic, df, None, Span(*p.span("ns")), Span(m.start(), p.end()))
    stated = with_exponent(text, figure(text, Span(*p.span("value")), p["relation"]))
    if stated is None or stated.value > _NO_P or _UNIT.match(text, p.end()):
        return None
    target, corrected = Span(p.start("name"), stated.span.end), _CORRECTED.search(p["name"]) is not None
    return Result(_name(m), statistic, df, stated, target, Span(m.start(), target.end), corrected)


def _behind(text: str, at: int) -> tuple[list[Figure], re.Match[str] | None]:
    """Return the degrees of freedom that are told behind a statistic (df = 28), and its p behind a few more."""
    df: list[Figure] = []
    for _ in range(_SEGMENTS):
        between = _SEGMENT.match(text, at)
        if between is None:
            break
        if between["df"] and not df:
            df = [figure(text, Span(*between.span("of")))]
        at = between.end()
    return df, _P.match(text, at)


def _name(m: re.Match[str]) -> str:
    return next(name for name in ("t", "f", "r", "z", "chi2", "q") if m[name])
