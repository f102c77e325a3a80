"""``check --why``: the whole story of one claim."""

from pathlib import Path

import pytest

from factcheck.cli.main import main

CLAIMS = """\
format: 1
given:
  target: 100 EFLOP/s
claims:
- id: chips
  quote: more than 300,000 D1
  says: target / D1.peak > 300,000 D1
- id: peak
  says: D1.peak = 400 TFLOP/s
- id: peak-again
  says: D1.peak = 362 TFLOP/s
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> object:
    """Return a function that tells the story of a claim."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(CLAIMS, encoding="utf-8")

    def tell(claim: str, *more: str) -> str:
        assert main(["check", "a.yaml", "--why", claim, *more]) == 0
        return capsys.readouterr().out

    return tell


def test_all_parts_of_the_story_are_there(story) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    told = story("chips")
    for part in (
        "“more than 300,000 D1”",
        "The formula\n  target ÷ D1.peak\n",
        "The inputs\n  target = 100 EFLOP/s; exact\n",
        "What moves the result",
        "What would have to be true",
        "D1.peak would have to be below 333.333 TFLOP/s/D1, 7.9 % below the spec",
        "Slips that would explain it",
        "with other choices:",
    ):
        assert part in told
    assert "\\frac" not in told


def test_latex_on_request(story) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert r"\frac{\text{target}}{\text{D1.peak}}" in story("chips", "--latex")


def test_a_contradiction_belongs_to_the_story(story) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert "contradiction[FC431]: D1.peak has two values" in story("peak")


def test_an_unknown_claim_is_named_with_the_nearest(story: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert story is not None
    assert main(["check", "a.yaml", "--why", "chip"]) == 2
    assert "did you mean `chips`?" in capsys.readouterr().err
