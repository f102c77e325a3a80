"""The comparison of findings before and after a change: what is new, gone, or judged otherwise."""

import json
from pathlib import Path

import pytest

from benchmarks import collect, ecosystem
from benchmarks.changes import Change, Found, changes, examples, read, saved, table
from tests.projects import ROOT

SUM = Found("news", "a", "en", "sum", "pass", 4, "12")
SHARE = Found("news", "a", "en", "share", "pass", 30, "5 %")
RISE = Found("news", "b", "zh", "percent-change", "query", 9, "增长30%")


def test_what_is_new_gone_and_judged_otherwise_is_told_apart() -> None:
    wrong = RISE._replace(verdict="fail")
    fresh = Found("news", "c", "en", "sum", "pass", 1, "7")
    assert changes([SUM, SHARE, RISE], [SUM, wrong, fresh]) == [
        Change(RISE, wrong),
        Change(None, fresh),
        Change(SHARE, None),
    ]


def test_changes_are_counted_by_relation_and_language_what_matters_first() -> None:
    found = changes([SHARE, RISE], [SHARE._replace(relation="sum"), RISE._replace(verdict="fail"), SUM])
    assert "".join(table(found)).splitlines()[2:] == [
        "| query → wrong | percent-change | zh | 1 |",
        "| + verified | sum | en | 1 |",
        "| verified → verified | sum | en | 1 |",
    ]
    assert list(examples(found, 1)) == [
        "query → wrong: news b @9 '增长30%' percent-change",
        "+ verified: news a @4 '12' sum",
        "verified → verified: news a @30 '5 %' sum (was share)",
    ]


def test_words_of_a_text_are_printed_only_where_they_are_asked_for() -> None:
    found = changes([], [SUM])
    assert not any("together" in line for line in examples(found, 9))
    assert any(
        "5 and 7 make 12 together" in line for line in examples(found, 9, {("news", "a"): "5 and 7 make 12 together"})
    )


def test_findings_are_kept_and_read_back(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text(saved([SUM, RISE]), encoding="utf-8")
    assert read(tmp_path / "kept") == [SUM, RISE]


def test_all_texts_of_a_folder_are_taken_and_what_has_none_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "text-news.jsonl").write_text('{"id": "a", "lang": "zh", "text": "x"}\n', encoding="utf-8")
    (tmp_path / "claims.jsonl").write_text('{"id": "a", "says": "1 = 1"}\n', encoding="utf-8")
    assert list(ecosystem.corpora(tmp_path)) == [("news", "a", "zh", "x")]
    (tmp_path / "mine.txt").write_text("y", encoding="utf-8")
    assert list(ecosystem.texts([str(tmp_path / "mine.txt")], "en")) == [
        ("mine.txt", str(tmp_path / "mine.txt"), "en", "y")
    ]


def test_a_text_is_checked_by_the_state_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    row = {"corpus": "mine", "id": "a", "lang": "en", "text": "The road is 620 km (998 miles) long."}
    assert collect.found(json.dumps(row)) == [["mine", "a", "en", "conversion", "fail", 20, "998 miles"]]
