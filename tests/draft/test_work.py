"""How much work a draft is: as many steps for a number whether a sentence has a few or hundreds of them."""

import sys
from collections.abc import Callable, Iterable
from types import FrameType

import pytest

from factcheck.draft.text.passage import Passage
from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.packs import load_pack
from factcheck.proofread.draft import individuals_of, proposals, schemas_of, things_of
from factcheck.proofread.opened import opened
from tests.conftest import ROOT

FEW, MANY = 50, 100
LINEAR = 3
"""Twice the numbers may take so many times the steps, as those at the ends have fewer neighbours; four were square."""

SENTENCES: dict[str, Callable[[int], str]] = {
    "plain numbers": lambda i: f"{100 + i * 7 % 900}",
    "measures": lambda i: f"{100 + i * 7 % 900} litres",
    "percentages": lambda i: f"{1 + i % 97} percent",
    "dates": lambda i: f"in {1900 + i % 100}, {i % 30 + 1} years later",
    "changes": lambda i: f"rose by {i % 50 + 1} percent from {100 + i} to {120 + i} tonnes",
    "differences": lambda i: f"{i + 3} tonnes more than the {i + 1} tonnes of last year",
    "multiples": lambda i: f"{i + 3} tonnes, {2 + i % 5} times the {i + 1} tonnes, twice as much",
    "totals": lambda i: f"a total of {3 + i % 50} boats, 4 red and 5 blue",
    "values of each": lambda i: f"{i + 3} boats of {i % 9 + 2} tonnes each, {i * 3} tonnes in total",
    "repetitions": lambda i: f"the {100 + i % 300}-metre tower",
    "conversions": lambda i: f"{i + 3} km, or {i * 0.62:.0f} miles",
    "shares": lambda i: f"{i % 20 + 1} of the {i % 20 + 30} boats, or {i % 90 + 1} percent",
    "remainders": lambda i: f"{i % 20 + 1} percent and the remaining {i % 90 + 1} percent",
    "times": lambda i: f"{i + 3} kWh at {i % 7 + 1} kW take {i % 11 + 1} hours",
    "ratios": lambda i: f"{i + 2} boys and {i + 1} girls, a ratio of {i % 4 + 1}:{i % 3 + 1}",
    "things": lambda i: f"an H100 has {i % 90 + 1} GB and draws {700 + i % 3} W",
    "needs": lambda i: f"{i + 1} exaflops would need {i * 100} H100 in BF16",
    "individuals": lambda i: f"in {1990 + i % 30} China's population was 1.{i % 50} billion",
    "counted things": lambda i: f"{i + 3}个苹果、{i + 2}吨",
    "changes in Chinese": lambda i: f"从{i + 3}吨增至{i + 9}吨，增长{i % 40}%",
}


@pytest.mark.parametrize("of", SENTENCES)
def test_one_long_sentence_is_linear_work(engine: Engine, of: str) -> None:
    few, many = (_steps(engine, [_sentence(SENTENCES[of], 0, n)]) for n in (FEW, MANY))
    assert many < LINEAR * few


@pytest.mark.parametrize("of", SENTENCES)
def test_many_sentences_are_linear_work(engine: Engine, of: str) -> None:
    few, many = (_steps(engine, (_sentence(SENTENCES[of], i, i + 3) for i in range(0, n, 3))) for n in (FEW, MANY))
    assert many < LINEAR * few


def test_a_long_list_has_no_more_parts_than_a_person_would_add(engine: Engine) -> None:
    text = f"He had {', '.join(f'{3 + i % 50} pears' for i in range(1_000))} and 7 figs, 30,000 in total."
    found = proposals(
        _passage(engine, text),
        things_of(engine.knowledge),
        individuals_of(engine.knowledge),
        schemas_of(engine.knowledge),
    )
    assert max((len(one.candidates[0].given) for one in found), default=0) <= 12


def _sentence(part: Callable[[int], str], start: int, end: int) -> str:
    return f"They had {', '.join(map(part, range(start, end)))}."


def _passage(engine: Engine, text: str) -> Passage:
    return opened(text, engine.knowledge.units).passage


@pytest.fixture(scope="module")
def engine(knowledge: Knowledge) -> Engine:
    """Return an engine that knows the countries of the world, too."""
    world, _ = load_pack(ROOT / "rules" / "world", ROOT)
    assert world is not None
    return Engine(join((*knowledge.packs, world), knowledge.units), Equations())


def _steps(engine: Engine, sentences: Iterable[str]) -> int:
    """Return how many functions are called to find the relations of a text, once all tables are read."""
    text = " ".join(sentences)
    things, schemas = things_of(engine.knowledge), schemas_of(engine.knowledge)
    list(proposals(_passage(engine, text), things, individuals_of(engine.knowledge), schemas))
    passage, counted = _passage(engine, text), 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        list(proposals(passage, things, individuals_of(engine.knowledge), schemas))
    finally:
        sys.setprofile(None)
    return counted


def test_the_numbers_of_other_texts_are_told_apart_at_once(engine: Engine) -> None:
    """What was worked out for a number is kept for a while; where all hashes are one, a thousand texts are compared."""
    texts = (f"Rents rose {rise} percent to ${600 + rise} from ${500 + rise}." for rise in range(100))
    hashes = [hash(item) for text in texts for item in _passage(engine, text).items]
    assert len(set(hashes)) > 0.9 * len(hashes)
