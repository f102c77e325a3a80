"""Slips: each entry of the catalogue has a page whose example it explains; most wrong numbers have no explanation."""

import re
from collections.abc import Iterator
from itertools import repeat

import pytest

from factcheck.codes import slip_names, slip_page
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.slips import search
from factcheck.engine.slips.case import Case, Edit, SlipClass
from factcheck.engine.slips.catalogue import CATALOGUE
from factcheck.engine.slips.patterns import ONE
from factcheck.language.parser import parse_expression
from factcheck.language.write import written
from tests.conftest import Judge
from tests.notation import rows

SAYS = re.compile(r'^  says: "?(.*?)"?$', re.MULTILINE)
NAMED = re.compile(r"^    (holds if .*)$", re.MULTILINE)
NAMES = [entry.name for entry in CATALOGUE]


def example(name: str) -> tuple[str, str]:
    """Return a page's statement, and the sentence that names the slip."""
    text = slip_page(name) or ""
    return SAYS.findall(text)[0], NAMED.findall(text)[0]


def test_every_entry_has_a_page_and_a_name_of_its_own() -> None:
    assert slip_names() == sorted(NAMES)
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("entry", CATALOGUE, ids=NAMES)
def test_a_page_has_the_title_of_its_entry(entry: SlipClass) -> None:
    assert (slip_page(entry.name) or "").startswith(f"# {entry.name}: {entry.title}\n\n")


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_a_page_fails_and_its_slip_is_named_first(name: str, judge: Judge) -> None:
    says, sentence = example(name)
    outcome = judge(says)
    assert outcome.verdict == "fail"
    assert (outcome.slips[0].name, outcome.slips[0].text) == (name, sentence)


@pytest.mark.parametrize("name", NAMES)
def test_every_corrected_claim_passes(name: str, judge: Judge) -> None:
    for slip in judge(example(name)[0]).slips:
        assert judge(slip.corrected).verdict == "pass"


EXPLAINED = rows("""
    36 TB/s * 2 = 72 GB/s                                    | prefix            | 72 TB/s
    36 TB/s * 2 = 72 MB/s                                    | prefix            | 72 TB/s
    1千瓦 * 500000 = 500千瓦                                 | prefix            | 500MW
    2.5 million * 4 = 10 billion                             | scale-word        | 10 million
    3亿元 * 4 = 12万元                                       | scale-word        | 12亿元
    5.42 billion * 10 = 54.2亿                               | translated-scale  | 54.2 billion
    27.6 * 10000 = 2760                                      | power-of-ten      | 276000
    123 * 2 = 2,460                                          | power-of-ten      | 246
    12.6 - 25.2 = 12.6                                       | swapped           | 25.2 - 12.6
    36.2 * 10 = 326                                          | transposed        | 362
    36.2 * 10 = 3362                                         | doubled-digit     | 362
    12.34 * 100 = 123                                        | power-of-ten      | 1234
    512 GiB * 2 = 1024 GB                                    | binary-prefix     | 1024 GiB
    100 km/h * 1 h = 62.1 km                                 | neighbouring-unit | 62.1 mile
    25.0 kg * 2 = 50.0斤                                     | neighbouring-unit | 50.0公斤
    1235亩 * 1 = 1235公顷                                    | neighbouring-unit | 1235亩
    20 °C = 68.0 °C                                          | neighbouring-unit | 68.0 °F
    more than 300 * 2 = more than 6000                       | power-of-ten      | more than 600
    """)


@pytest.mark.parametrize(("says", "name", "corrected"), EXPLAINED)
def test_what_is_explained(says: str, name: str, corrected: str, judge: Judge) -> None:
    found = judge(says).slips
    assert [slip.name for slip in found[:1]] == ([name] if name else [])
    assert all(corrected in slip.corrected for slip in found[:1])


SILENT = rows("""
    36.2 * 10 = 362              | it holds
    1 + 1 = 3                    | one digit: anything would explain it
    40 * 3 = 150                 | two digits
    36.2 * 10 = 513              | nothing explains it
    36.2 * 10 = 365              | a miss by a few units is no swap of digits
    123.45 * 2 = 247.1           | nor is one by two of the last digit
    percent_change(before=40, after=50) = 20 % | two digits: only the plainest slips are named
    36.2 * 10 > 400              | a bound has no value to be met
    36.2 * 10 < 30               | nor is one met by all that lies on the right side of it
    36.2 * 10 = about 500        | a wide interval
    36.2 * 10 = 5 to 10          | a range
    1000亩 * 1 = 1000公顷        | a round number, one digit
    5 - 5 = 3                    | zero has no ratio to anything
    A100.peak > D1.peak          | two calculated sides
    article.date = 2024-08       | a date
    """)


@pytest.mark.parametrize(("says", "_why"), SILENT)
def test_silence_is_the_normal_answer(says: str, _why: str, judge: Judge) -> None:
    assert judge(says, date="2024-09-01").slips == ()


def test_a_choice_of_qualifiers_is_written_so_that_it_can_be_pasted(judge: Judge) -> None:
    slip = judge("A100.peak = 624 TFLOP/s").slips[0]
    assert slip.corrected == "A100.peak[precision=bf16, sparsity=sparse] = 624 TFLOP/s"


def test_slips_that_come_to_the_same_number_are_one(judge: Judge) -> None:
    assert [slip.name for slip in judge("12.6 - 25.2 = 12.6").slips] == ["swapped"]


def test_a_premise_is_kept_as_it_is(judge: Judge) -> None:
    slip = judge("target / D1.peak > 27.6亿 D1", given={"target": "100 EFLOP/s"}).slips[0]
    assert slip.corrected == "target / D1.peak > 27.6万 D1"


def test_at_most_thirty_edits_of_an_entry_are_tried(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    edits = repeat(Edit("nothing changed", ONE))
    monkeypatch.setattr(search, "CATALOGUE", (SlipClass("endless", "", lambda _: iter(edits)),))
    tried: list[Edit] = []
    monkeypatch.setattr(search, "_tried", lambda edit, _: tried.append(edit))
    assert judge("36.2 * 10 = 513").slips == ()
    assert len(tried) == 30


def test_a_slip_that_cannot_be_searched_for_changes_no_verdict(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Case) -> Iterator[Edit]:
        raise RecursionError

    monkeypatch.setattr(search, "CATALOGUE", (SlipClass("deep", "", fails),))
    outcome = judge("36.2 * 10 = 513")
    assert (outcome.verdict, outcome.slips) == ("fail", ())


@pytest.mark.parametrize(
    "text",
    [
        "(1 + 2) * 3",
        "1 - (2 - 3)",
        "2^(1 / 3)",
        "(1 / 2)^3",
        "-(1 + 2)",
        "a.b[fp32] / 2 kg",
        "(2 kg)^2",
        "sum([1, 2])",
        "1 / (2 * 3)",
    ],
)
def test_a_tree_is_written_as_it_was_read(text: str, engine: Engine) -> None:
    assert written(parse_expression(text, engine.knowledge.units)) == text
