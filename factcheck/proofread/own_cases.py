"""Runs the cases of the wordings that a pack brings with its rules: each a text with one number in double brackets."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.draft.equations.schema import unreadable
from factcheck.draft.equations.wordings import row_id
from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftFinding
from factcheck.model.pack import Rule, Wording
from factcheck.proofread.draft import proofread
from factcheck.quantity.languages import languages

_MARK = re.compile(r"\[\[(.+?)\]\]")
_AGAINST = frozenset({"fail", "query"})


class WordingResult(NamedTuple):
    """A rule that drafts use: how many cases its wordings have, and what is not as they say."""

    rule: Rule
    cases: int
    problems: tuple[str, ...]


def run_wordings(rules: Iterable[Rule], engine: Engine) -> Iterator[WordingResult]:
    """Yield the results of the rules that prose shows, or should."""
    for rule in rules:
        if rule.reads or rule.wordings:
            cases = sum(len(wording.cases) for wording in rule.wordings)
            reason = unreadable(rule)
            yield WordingResult(rule, cases, (reason,) if reason else tuple(_problems(rule, engine)))


def _problems(rule: Rule, engine: Engine) -> Iterator[str]:
    for wording in rule.wordings:
        for way, text in wording.cases:
            told = _told(rule, wording, way, text, engine)
            if told:
                yield f"expected {way}, got {told}: {text}"


def _told(rule: Rule, wording: Wording, way: str, marked: str, engine: Engine) -> str:
    """Return what a draft says of the number of a case; nothing where that is what is expected."""
    m = _MARK.search(marked)
    if m is None:
        return "no number in [[double brackets]]"
    if wording.language not in languages():
        return f"no language `{wording.language}`"
    text, start, end = _MARK.sub(r"\1", marked), m.start(), m.start() + len(m[1])
    report = proofread(text, engine, lang=wording.language)
    found = [one for one in report.findings if one.start < end and start < one.end]
    if way == "silent":
        return next((_shown(one) for one in found if one.verdict in _AGAINST), "")
    wanted = _AGAINST if way == "wrong" else {"pass"}
    if [(one.row, one.verdict in wanted) for one in found] == [(row_id(rule.id, wording.language), True)]:
        return ""
    return ", ".join(map(_shown, found)) or "nothing"


def _shown(one: DraftFinding) -> str:
    return f"{one.verdict} by {one.row or 'arithmetic alone'}"
