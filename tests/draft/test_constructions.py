"""Every construction with its own cases: what it verifies, what it calls wrong, what it keeps silent about."""

import json
import re

import pytest

from factcheck.draft.words.constructions import constructions
from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftFinding
from factcheck.proofread.draft import proofread
from factcheck.quantity.languages import TABLES, languages

_MARK = re.compile(r"\[\[(.+?)\]\]")


def _cases(language: str) -> dict[str, dict[str, list[str]]]:
    path = TABLES / language / "construction_cases.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


ALL = [
    pytest.param(row, way, text, id=f"{language}-{row}-{way}-{number}")
    for language in languages()
    for row, cases in _cases(language).items()
    for way, texts in cases.items()
    for number, text in enumerate(texts)
]


def found(engine: Engine, marked: str) -> list[DraftFinding]:
    """Return what is said of the number in double brackets."""
    m = _MARK.search(marked)
    assert m is not None, "a case marks its number with [[ ]]"
    text = _MARK.sub(r"\1", marked)
    start, end = m.start(), m.start() + len(m[1])
    return [one for one in proofread(text, engine).findings if one.start < end and start < one.end]


@pytest.mark.parametrize(("row", "way", "text"), ALL)
def test_a_construction_does_what_its_cases_say(engine: Engine, row: str, way: str, text: str) -> None:
    judged = found(engine, text)
    if way == "silent":
        assert [one.message for one in judged if one.verdict in {"fail", "query"}] == []
        return
    (one,) = judged
    wanted = {"right": {"pass"}, "wrong": {"fail"}, "query": {"query"}}[way]
    assert (one.row.partition(":")[2], one.verdict in wanted) == (row, True), one.message


def test_every_case_is_of_a_row() -> None:
    for language in languages():
        assert set(_cases(language)) <= {row.id.partition(":")[2] for row in constructions(language)}
