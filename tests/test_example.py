"""The example project: an article on Tesla's Dojo, claim by claim, and what carries the product."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace as changed
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.loader.claims import load_claims
from factcheck.model.claim import ClaimFile
from factcheck.model.report import Outcome, Report, Step
from factcheck.report import text as as_text
from factcheck.report.summary import exit_code, findings
from factcheck.workspace import Workspace
from tests.projects import ROOT

CLAIMS = ROOT / "claims/dojo.yaml"
MAX_QUOTE = 60
"""How much of somebody's text a claim or fact may repeat."""


@pytest.fixture(scope="module")
def report() -> Report:
    return Workspace.open(ROOT, cached=False).check()


@pytest.fixture(scope="module")
def outcomes(report: Report) -> dict[str, Outcome]:
    return {outcome.id: outcome for file in report.files for outcome in file.outcomes}


@pytest.fixture(scope="module")
def file() -> ClaimFile:
    found, problems = load_claims(CLAIMS, ROOT)
    assert problems == ()
    assert found is not None
    return found


def derived(outcome: Outcome) -> str:
    assert outcome.derived is not None
    return outcome.derived.text


def notes(outcome: Outcome) -> list[str]:
    return [note.text for note in outcome.notes]


def codes(outcome: Outcome) -> set[str]:
    return {note.code for note in outcome.notes}


def choices(outcome: Outcome) -> dict[str, str]:
    return {other.choice: other.verdict for other in outcome.alternatives}


# the article, whole


def test_each_claim_of_the_article_and_each_cross_check_is_there(file: ClaimFile) -> None:
    numbers = {claim.id.partition("-")[0] for claim in file.claims}
    assert numbers == {f"s{n:02}" for n in range(1, 55)} | {f"x{n}" for n in range(1, 16)}


def test_each_claim_says_something_or_why_not(file: ClaimFile) -> None:
    assert [claim.id for claim in file.claims if (claim.says is None) == (claim.exempt is None)] == []


def test_all_verdicts_are_as_expected(report: Report) -> None:
    assert findings(report) == []
    assert exit_code(report) == 0


def test_the_command_agrees(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "--no-cache", "claims"]) == 0
    assert "no findings beyond the 25 expected" in capsys.readouterr().out


def test_what_does_not_hold_is_recorded_and_explained(outcomes: dict[str, Outcome]) -> None:
    bad = [outcome for outcome in outcomes.values() if outcome.verdict not in {"pass", "exempt"}]
    assert len(bad) == 25
    assert {outcome.expect for outcome in bad} == {"fail", "borderline"}


def test_no_claim_is_an_error_or_unverified(outcomes: dict[str, Outcome]) -> None:
    assert {outcome.verdict for outcome in outcomes.values()} == {"pass", "fail", "borderline", "exempt"}


EXEMPT = {
    "s05",
    "s07",
    "s11",
    "s15",
    "s16",
    "s17",
    "s23",
    "s38",
    "s39",
    "s41",
    "s44",
    "s45",
    "s50",
    "s51",
    "s52",
    "x15",
}


def test_what_is_exempt_has_its_reason(outcomes: dict[str, Outcome]) -> None:
    exempt = [outcome for outcome in outcomes.values() if outcome.verdict == "exempt"]
    assert {outcome.id.partition("-")[0] for outcome in exempt} == EXEMPT
    assert all(len(outcome.exempt) > 5 for outcome in exempt)


def test_claims_without_a_stated_result_show_their_derivation(outcomes: dict[str, Outcome]) -> None:
    assert "= 14,400,000,000 USD" in outcomes["s45-fsd-receipts"].substituted
    assert derived(outcomes["s15-dojo-1-in-d1"]).startswith("21,865.2 D1 ")
    assert outcomes["s15-dojo-1-in-flops"].note.startswith("7.92 EFLOP/s in dense bf16, 15.8 in sparse bf16")


# the claims that carry the product


def test_276000_d1_for_100_exaflops_holds_and_is_not_forced(outcomes: dict[str, Outcome]) -> None:
    found = outcomes["s20-d1-for-100-ef"]
    assert found.verdict == "pass"
    assert found.headline.endswith("27.6万 D1, derived 276,243 D1")
    assert derived(found) == "276,243 D1 (275,862 to 276,625.2)"
    assert found.derived is not None
    assert found.derived.low is not None
    assert found.derived.high is not None
    assert float(found.derived.low) <= 100e18 / 362.5e12
    assert float(found.derived.high) >= 100e18 / 361.5e12
    assert "holds, but is not forced by the inputs as rounded" in notes(found)
    assert any(note.startswith("in whole ones: 276,244 D1") for note in notes(found))
    assert found.substituted.startswith("100 EFLOP/s ÷ 362 TFLOP/s/D1 = ")


def test_320000_a100_for_100_exaflops_holds_for_dense_bf16_only(outcomes: dict[str, Outcome]) -> None:
    found = outcomes["s21-a100-for-100-ef"]
    assert found.verdict == "pass"
    assert derived(found).startswith("320,513 A100 ")
    assert choices(found) | {"bf16 sparse": "fail", "tf32 dense": "pass", "fp32 dense": "pass"} == choices(found)
    assert {o.derived for o in found.alternatives if o.choice == "bf16 sparse"} == {"160,256 A100 (50 % below)"}
    assert any(note.startswith("the verdict depends on the choice") for note in notes(found))
    assert any("bf16 dense (the pack's default)" in note for note in notes(found))


VALUES = {
    "s31-tile-peak": "9.05 PFLOP/s (9.0375 to 9.0625)",
    "x3-tiles-per-exapod": "120 tile",
    "x3-d1-per-exapod": "3,000 D1",
    "x3-exapod-peak": "1.086 EFLOP/s (1.0845 to 1.0875)",
    "x3-exapods-for-100-ef": "92.081 ExaPOD (91.95402 to 92.2084)",
    "s32-tile-bandwidth": "36 TB/s (34 to 38)",
    "s19-d1-from-nodes": "362.496 TFLOP/s (362.319 to 362.673)",
    "x10-seven-exapods": "7,683.44 H100e (7,672.444 to 7,694.446)",
}


@pytest.mark.parametrize("name", VALUES)
def test_values_that_follow_from_parts(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].verdict == "pass"
    assert derived(outcomes[name]) == VALUES[name]


def test_a_tile_is_summed_over_its_parts_and_checked_with_its_spec(outcomes: dict[str, Outcome]) -> None:
    found = outcomes["s31-tile-peak"]
    assert found.substituted.startswith("25 D1/tile × 362 TFLOP/s/D1 = 9.05 PFLOP/s")
    assert any(
        note.startswith("summed over its parts; the spec of the whole agrees: 9 PFLOP/s/tile") for note in notes(found)
    )


def test_an_exapod_is_followed_down_to_its_chips(outcomes: dict[str, Outcome]) -> None:
    substituted = outcomes["x3-d1-per-exapod"].substituted
    assert re.findall(r"\d+ \w+/\w+", substituted) == [
        "10 cabinet/ExaPOD",
        "2 tray/cabinet",
        "6 tile/tray",
        "25 D1/tile",
    ]


def test_about_1_to_2_fails_as_it_is_written_and_holds_the_other_way_round(outcomes: dict[str, Outcome]) -> None:
    written, turned = outcomes["s13-ratio"], outcomes["x6-ratio-other-order"]
    assert written.verdict == "fail"
    assert written.headline.endswith("1:2, derived 2.25:1")
    assert any(note.startswith("holds in the other order, ai4 : gpus: 1:2.25") for note in notes(written))
    assert "pass" in choices(written).values()
    assert turned.verdict == "pass"
    assert turned.headline.endswith("1:2, derived 1:2.25")


@pytest.mark.parametrize("claim", ["s25-a100-stronger", "s29-a100-ahead"])
def test_a100_is_not_ahead_of_d1(claim: str, outcomes: dict[str, Outcome]) -> None:
    bf16, fp32 = outcomes[claim], outcomes[f"{claim}-fp32"]
    assert (bf16.verdict, bf16.grade) == (fp32.verdict, fp32.grade) == ("fail", "decision")
    assert bf16.headline.endswith("derived 312 TFLOP/s against 362 TFLOP/s")
    assert fp32.headline.endswith("derived 19.5 TFLOP/s against 22.6 TFLOP/s")
    assert choices(bf16)["fp32 dense"] == "fail"
    assert choices(bf16)["bf16 sparse"] == "pass"


def test_the_articles_own_counts_contradict_it(outcomes: dict[str, Outcome]) -> None:
    found = outcomes["x1-a100-against-d1"]
    assert (found.verdict, found.grade) == ("fail", "decision")
    assert derived(found).startswith("1.15942 A100/D1 ")


SHORT = {
    "x2-8000-h100-against-100-ef": ("7.9152", "12.6"),
    "x2-bf16-sparse": ("15.8312", "6.32"),
    "x2-fp8-sparse": ("31.6624", "3.16"),
    "x2-fp32": ("0.5352", "187"),
}


@pytest.mark.parametrize("name", SHORT)
def test_8000_h100_are_not_100_exaflops_by_any_convention(name: str, outcomes: dict[str, Outcome]) -> None:
    value, factor = SHORT[name]
    found = outcomes[name]
    assert found.verdict == "fail"
    assert f"derived {value} EFLOP/s (the stated value is {factor} times as large)" in found.headline


def test_8000_h100e_are_shown_for_each_precision(outcomes: dict[str, Outcome]) -> None:
    found = outcomes["s18-dojo-100-ef"]
    assert (found.verdict, found.grade) == ("fail", "decision")
    assert set(choices(found)) >= {"bf16 sparse", "fp8 dense", "fp8 sparse", "fp32 dense"}
    assert set(choices(found).values()) == {"fail"}


def test_500_megawatts_for_100000_gpus_is_loose_in_both_directions(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["s08-power-of-the-gpus"].verdict == "pass"
    assert "FC414" in codes(outcomes["s08-power-of-the-gpus"])
    assert (outcomes["s08-power-per-gpu"].verdict, outcomes["s08-power-bound"].grade) == ("fail", "decision")


def test_dates_market_value_and_densities(outcomes: dict[str, Outcome]) -> None:
    assert derived(outcomes["s10-three-years"]) == "2.95968 year"
    assert outcomes["s24-production-may-2024"].headline.startswith("states 2024-05, derived 2023-07")
    assert outcomes["s54-market-value"].verdict == "pass"
    assert derived(outcomes["x14-density-d1"]).startswith("77.5194 million transistor/mm")
    assert outcomes["x14-density-order"].verdict == "pass"


def test_540_yi_holds_as_a_round_number(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["s28-a100-transistors"].verdict == "pass"
    assert "FC412" in codes(outcomes["s28-a100-transistors"])


# where the values come from


def steps(step: Step | None) -> Iterator[Step]:
    if step is not None:
        yield step
        for child in step.children:
            yield from steps(child)


def facts(outcomes: dict[str, Outcome]) -> Iterator[tuple[Outcome, Step]]:
    for outcome in outcomes.values():
        yield from ((outcome, step) for step in steps(outcome.derivation) if step.kind == "fact")


def test_each_fact_names_its_source(outcomes: dict[str, Outcome]) -> None:
    found = list(facts(outcomes))
    assert len(found) > 60
    assert [step.name for _, step in found if step.source is None or not step.source.title] == []


def test_an_unconfirmed_fact_is_said_where_it_is_used(tmp_path: Path) -> None:
    claims = "claims:\n- {id: a, says: Fugaku.power = 29.9 MW}\n- {id: b, says: D1.area = 645 mm^2}\n"
    (tmp_path / "a.yaml").write_text(claims, encoding="utf-8")
    report = Workspace.open(tmp_path).check([tmp_path / "a.yaml"])
    unconfirmed, confirmed = report.files[0].outcomes
    assert "FC505" in codes(unconfirmed)
    assert any("unconfirmed" in note for note in notes(unconfirmed))
    assert "FC505" not in codes(confirmed)
    assert "unconfirmed" in as_text.render(report, verbose=True)


def test_no_verdict_on_the_article_rests_on_an_unconfirmed_fact_in_silence(outcomes: dict[str, Outcome]) -> None:
    silent = [
        outcome.id
        for outcome, step in facts(outcomes)
        if step.source and step.source.status == "unconfirmed" and "FC505" not in codes(outcome)
    ]
    assert silent == []


def test_conflicting_sources_are_named(outcomes: dict[str, Outcome]) -> None:
    said = [
        note for note in notes(outcomes["s25-a100-stronger"]) if note.startswith("another source gives D1.peak as ")
    ]
    assert len(said) == 1
    assert "322 TFLOP/s: Tom's Hardware" in said[0]


def test_quotes_are_short(file: ClaimFile) -> None:
    quotes = {claim.id: claim.quote for claim in file.claims}
    packs = Workspace.open(ROOT, cached=False).session.packs
    quotes |= {
        f"{fact.thing}.{fact.attribute}": fact.quote
        for pack in packs.values()
        for thing in pack.things
        for fact in (*thing.facts, *thing.parts)
    }
    assert len(quotes) > 150
    assert {name: quote for name, quote in quotes.items() if len(quote) > MAX_QUOTE} == {}


def test_a_claim_that_changes_its_verdict_fails_the_run(report: Report) -> None:
    file = next(one for one in report.files if one.path == "claims/dojo.yaml")
    first = changed(file.outcomes[2], verdict="pass", grade=None)
    assert first.expect == "fail"
    assert exit_code(changed(report, files=(changed(file, outcomes=(first, *file.outcomes[3:])),))) == 1


def test_a_stale_figure_of_the_readme_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "factcheck.toml", tmp_path)
    for name in ("claims", "rules", "benchmarks/packs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert main(["draft", "README.md", "--no-cache"]) == 0
    stale = re.sub(r"has \d+ rules", "has 12 rules", text)
    (tmp_path / "README.md").write_text(stale, encoding="utf-8")
    assert main(["draft", "README.md", "--no-cache"]) == 1
