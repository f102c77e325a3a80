"""The page of a report: complete, safe, in the language of the article, and readable without a script."""

import html.parser
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from factcheck.codes import CODES, slip_names
from factcheck.model.report import Outcome, Range, Report, Step
from factcheck.quantity.phrases import page_words, phrases
from factcheck.report.web.claims import render
from factcheck.report.web.headline import distance, headline
from factcheck.report.web.speech import Speech, tongue
from tests.report.examples import FAIL, MIXED, PASS, report
from tests.report.test_hostile import COMMANDING
from tests.report.test_hostile import REPORT as HOSTILE

from .test_draft_page import tags

ROOT = Path(__file__).parents[3]
ZH, EN = Speech("zh", "zh"), Speech("en", "zh")
SENTENCE = re.compile(r"\b[a-z]{2,}(?:,? [a-z]{2,})+\b")
QUANTITY = re.compile(r"\d (million|billion) \w+")
PLACE = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def dojo() -> Report:
    """Return the report on the example claims, as it is shipped."""
    return TypeAdapter(Report).validate_json((ROOT / "reports/dojo.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def outcomes(dojo: Report) -> tuple[Outcome, ...]:
    return dojo.files[0].outcomes


def in_english(found: Report) -> Report:
    return replace(found, files=tuple(replace(file, language="en") for file in found.files))


def leaves(table: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the path of each text of a table, with the places in it."""
    if isinstance(table, dict):
        for name, inner in table.items():
            yield from leaves(inner, f"{path}/{name}")
    else:
        yield path, sorted(PLACE.findall(str(table)))


def test_every_word_is_there_in_both_languages() -> None:
    english, chinese = dict(page_words("en")), dict(page_words("zh"))
    assert dict(leaves({**english, "codes": CODES})) == dict(leaves(chinese)), "tables/*/page.json differ"
    assert set(phrases("zh")["slips"]) == set(slip_names())


@pytest.mark.parametrize("found", [MIXED, HOSTILE, COMMANDING, report(), Report(1, "1")], ids=str)
@pytest.mark.parametrize("verbose", [False, True])
def test_a_page_is_well_formed_and_asks_for_nothing(found: Report, verbose: bool) -> None:  # noqa: FBT001 - a parameter
    seen = tags(render(found, verbose=verbose))
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(seen.seen)
    assert not [name for name, _ in seen.attributes if name.startswith("on") or name == "src"]
    names = [value for name, value in seen.attributes if name == "id"]
    assert len(names) == len(set(names))
    targets = {value for name, value in seen.attributes if name == "href" and value}
    assert {target[1:] for target in targets if target.startswith("#")} <= set(names)
    assert all(target.startswith(("#", "http://", "https://")) for target in targets)


def test_all_of_it_is_there(outcomes: tuple[Outcome, ...], dojo: Report) -> None:
    seen = tags(render(dojo))
    assert sum(
        value is not None and "claim" in value.split() for name, value in seen.attributes if name == "class"
    ) == len(outcomes)
    drawn = sum(one.stated is not None and one.derived is not None for one in outcomes)
    assert sum(value == "gap" for name, value in seen.attributes if name == "class") == drawn


class Words(html.parser.HTMLParser):
    """Collects the words that a reader sees or hears, without quotes, names, formulas and titles of sources."""

    LEFT_OUT = frozenset({"style", "code", "q", "a", "b", "mark"})
    VOID = frozenset({"meta", "br", "input", "rect", "line", "circle", "path"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.words += [text for name, text in attrs if name in {"aria-label", "title"} and text]
        if tag not in self.VOID:
            self.open.append(tag in self.LEFT_OUT or known.get("lang") == "en" or known.get("class") == "place")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.words.append(data)


def titles(outcomes: tuple[Outcome, ...]) -> set[str]:
    """Return the titles of all sources that an outcome names."""
    found = {step.source.title for one in outcomes for step in steps(one.derivation) if step.source}
    notes = [note.text for one in outcomes for note in one.notes]
    return found | {re.sub(r"^.*?(: |; )(?=[A-Z])", "", text) for text in notes if ": " in text or "; " in text}


def steps(step: Step | None) -> Iterator[Step]:
    if step is not None:
        yield step
        for child in step.children:
            yield from steps(child)


def test_a_chinese_page_has_no_english_sentence(dojo: Report, outcomes: tuple[Outcome, ...]) -> None:
    reader = Words()
    reader.feed(render(dojo))
    text = "\n".join(reader.words)
    for title in sorted(titles(outcomes), key=len, reverse=True):
        text = text.replace(title, "")
    text = QUANTITY.sub("", text)
    assert [found[0] for found in SENTENCE.finditer(text)] == []


def test_the_set_phrases_of_the_example_are_known(outcomes: tuple[Outcome, ...]) -> None:
    for one in outcomes:
        for note in one.notes:
            assert ZH.set_phrase(note.text, "notes") is not None, note.text
        for leaf in steps(one.derivation):
            if leaf.value and leaf.value.origin:
                assert ZH.set_phrase(leaf.value.origin, "origins") is not None, leaf.value.origin
            if "," in leaf.assumed:
                assert ZH.set_phrase(leaf.assumed, "assumed") is not None, leaf.assumed
        for needed in one.requirements:
            assert not needed.distance or ZH.set_phrase(needed.distance, "values") is not None, needed.distance


def test_distances_are_those_of_the_report(outcomes: tuple[Outcome, ...]) -> None:
    for one in outcomes:
        far = re.search(r" \(([^()]*)\)$", one.headline)
        assert distance(one) == (far[1] if far and one.verdict in {"fail", "borderline"} else ""), one.headline


@pytest.mark.parametrize(
    ("outcome", "english", "chinese"),
    [
        (
            FAIL,
            "The text says more than 30万 D1; derived: 276,243 D1 (7.9 % below)",
            "文中说的是超过30万 D1，推算结果为276,243 D1（低7.9 %）",
        ),
        (
            PASS,
            "The text says more than 27.6万 D1; derived: 276,243 D1",
            "文中说的是超过27.6万 D1，推算结果为276,243 D1",
        ),
    ],
)
def test_headlines_are_made_of_the_data(outcome: Outcome, english: str, chinese: str) -> None:
    assert headline(outcome, EN) == english
    assert headline(outcome, ZH) == chinese


def test_a_hedge_is_not_said_twice() -> None:
    says = "target / D1.peak ~ 约30万 D1"
    outcome = replace(FAIL, says=says, relation="~", stated_span=(19, len(says)))
    assert "说的是约30万" in headline(outcome, ZH)


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("more than 276,000 D1", "大于276,000 D1"),
        ("500 MW (at most 500)", "500 MW（不大于500）"),
        ("276,243 D1 (275,862 to 276,625.2)", "276,243 D1（275,862至276,625.2）"),
        ("2021-01-01 to 2021-12-31", "2021-01-01至2021-12-31"),
        ("7.9152 EFLOP/s (the stated value is 12.6 times as large)", "7.9152 EFLOP/s（文中数值是它的12.6倍）"),
        ("1:2 (1:1.5 to 1:2.5)", "1:2（1:1.5至1:2.5）"),
        ("19.5 TFLOP/s against 22.6 TFLOP/s", "19.5 TFLOP/s 对 22.6 TFLOP/s"),
        ("14 % below the spec", "比来源中的数值低14 %"),
        ("3.85 times the premise", "是文中前提的3.85倍"),
        ("25 D1", "25 D1"),
    ],
)
def test_values_in_chinese(text: str, chinese: str) -> None:
    assert ZH.said(text, "values") == chinese
    assert EN.said(text, "values") == text


def test_what_has_no_words_is_shown_as_it_is_and_marked() -> None:
    assert ZH.message("a new remark", "FC411") == '数据并不必然得出（<span lang="en">a new remark</span>）'
    assert ZH.message("a new remark", "") == '<span lang="en">a new remark</span>'
    assert EN.message("`x` has no <value>", "") == "<code>x</code> has no &lt;value&gt;"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh", "zh"), ("zh-CN", "zh"), ("ZH_hans", "zh"), ("en-GB", "en"), ("", "en"), ("fr", "en"), ("../..", "en")],
)
def test_the_language_of_a_page(language: str, expected: str) -> None:
    assert tongue(language) == expected


def test_each_file_speaks_its_own_language() -> None:
    both = replace(MIXED, files=(*in_english(MIXED).files, *MIXED.files))
    shown = render(both)
    assert '<html lang="en">' in shown
    assert shown.count('<section lang="zh"') == 1
    assert "does not hold" in shown
    assert "不成立" in shown


def test_a_report_of_thousands_of_claims_is_small_enough() -> None:
    many = report(*(replace(PASS, id=f"c{n}") for n in range(4000)))
    assert len(render(many)) < 20_000_000


def test_a_range_that_cannot_be_drawn_is_told_only() -> None:
    huge = Range("1e999", "1e999", low_open=False, high_open=False, nominal="1e999", unit="D1", text="1e999 D1")
    assert 'class="gap"' not in render(report(replace(FAIL, stated=huge)))
