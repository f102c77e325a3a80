"""Contradictions are found without a claim that compares the two places."""

from pathlib import Path

import pytest

from factcheck.engine.article.contradict import contradictions
from factcheck.engine.outcome.check import check_claim
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.loader.claims import claims_from_text
from factcheck.model.report import Contradiction
from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[2]


def found(text: str, engine: Engine) -> list[Contradiction]:
    """Return the contradictions of a claim file."""
    file, problems = claims_from_text(text, "a.yaml")
    assert file is not None
    assert problems == ()
    scope = FileScope(file, engine.knowledge.units)
    outcomes = [check_claim(claim, scope, engine) for claim in file.claims]
    return list(contradictions(scope, outcomes, engine))


def codes(text: str, engine: Engine) -> list[str]:
    return [one.code for one in found(text, engine) if not one.agrees]


def claims(*says: str, given: str = "") -> str:
    rows = "".join(f"- id: c{i}\n  says: {text}\n" for i, text in enumerate(says, 1))
    return f"{given}claims:\n{rows}"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("D1.peak = 362 TFLOP/s", "D1.peak = 400 TFLOP/s", ["FC431"]),
        ("D1.peak = 362 TFLOP/s", "D1.peak = 0.36 PFLOP/s", []),
        ("D1.peak = 362 TFLOP/s", "D1.peak[fp32] = 22.6 TFLOP/s", []),
        ("D1.peak = 362 TFLOP/s", "D1.peak > 300 TFLOP/s", []),
        ("D1.peak = 362 TFLOP/s", "D1.peak > 400 TFLOP/s", ["FC431"]),
        ("Dojo.unveiled = 2021", "Dojo.unveiled = 2021-08", []),
        ("Dojo.unveiled = 2021", "Dojo.unveiled = 2022", ["FC431"]),
    ],
)
def test_one_thing_has_one_value(first: str, second: str, expected: list[str], engine: Engine) -> None:
    assert codes(claims(first, second), engine) == expected


def test_a_value_that_other_numbers_imply_counts(engine: Engine) -> None:
    text = claims("D1.peak = 362 TFLOP/s", "tile.D1 * D1.peak = 12.0 PFLOP/s")
    [clash] = [one for one in found(text, engine) if not one.agrees]
    assert clash.claims == ("c1", "c2")
    assert "362 TFLOP/s" in clash.text
    assert "480 TFLOP/s" in clash.text  # 12 PFLOP/s over 25 chips


def test_the_articles_own_counts_turn_an_order_round(engine: Engine) -> None:
    given = "given:\n  target: 100 EFLOP/s\n"
    counts = ("target / D1.peak > 27.6万 D1", "target / A100.peak > 32万 A100")
    assert codes(claims(*counts, "A100.peak > D1.peak", given=given), engine) == ["FC432"]
    assert codes(claims(*counts, "D1.peak > A100.peak", given=given), engine) == []
    # the counts are in bf16 and say nothing of fp32
    assert codes(claims(*counts, "A100.peak[fp32] > D1.peak[fp32]", given=given), engine) == []


def test_a_part_is_not_larger_than_its_whole(engine: Engine) -> None:
    given = "given:\n  cluster: {{is: {} H100, within: fleet}}\n  fleet: 9万 H100e\n"
    assert codes(claims("cluster > 1 H100", given=given.format("10万")), engine) == ["FC433"]
    assert codes(claims("cluster > 1 H100", given=given.format("5万")), engine) == []


def test_what_is_in_use_was_made_before(engine: Engine) -> None:
    given = "given:\n  online: {{is: {}, of: Dojo.online}}\n"
    production = "Dojo.production = 2024-05"
    assert codes(claims(production, given=given.format("2023-06")), engine) == ["FC434"]
    assert codes(claims(production, given=given.format("2024-06")), engine) == []


def test_mentions_that_agree_are_listed_with_all_places(engine: Engine) -> None:
    text = claims("D1.transistors = 500亿 transistor", "D1.transistors = 500亿 transistor", "D1.area = 645 mm^2")
    [agreement] = found(text, engine)
    assert agreement.agrees
    assert agreement.claims == ("c1", "c2")


def test_a_broken_claim_contradicts_nothing(engine: Engine) -> None:
    assert codes(claims("D1.peak = 362 TFLOP/s", "D1.peak = 400 kg"), engine) == []


def test_the_dojo_article() -> None:
    report = Workspace.open(ROOT / "claims", cached=False).check([ROOT / "claims/dojo.yaml"])
    listed = [(one.code, set(one.claims)) for one in report.files[0].contradictions if not one.agrees]
    agreeing = [set(one.claims) for one in report.files[0].contradictions if one.agrees]
    assert (
        "FC432",
        {"s20-d1-for-100-ef", "s21-a100-for-100-ef", "s25-a100-stronger", "s29-a100-ahead"},
    ) in listed  # X1
    assert ("FC431", {"dojo_end_2024", "s18-dojo-100-ef"}) in listed  # X2
    assert ("FC433", {"cortex_gpus", "fleet"}) in listed  # X4
    assert ("FC434", {"dojo_online", "s24-production-may-2024", "s48-mass-production"}) in listed  # X7
    assert ("FC431", {"tesla_share", "s43-half"}) in listed  # X8
    assert {"s22-transistors", "s23-transistors", "s27-d1-transistors"} in agreeing  # X13
    assert len(listed) == 5
