"""The quick ways to a verdict give what the long way gives."""

from pathlib import Path

import pytest

from benchmarks.generate import MAKERS, of_shape
from factcheck.engine.stream.filter import filter_lines
from factcheck.engine.stream.stream import Stream
from factcheck.engine.verdict.judge import Judgement
from factcheck.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
EACH = 150


def read_groups(text: str) -> dict[str, list[str]]:
    """Read the groups of ``alike.txt``: a title behind ``#``, then a statement a line."""
    blocks = [block.splitlines() for block in text.split("\n\n")[1:]]
    return {title.removeprefix("# "): statements for title, *statements in blocks}


@pytest.fixture(scope="module")
def stream() -> Stream:
    return Stream(Workspace.open(ROOT / "claims", cached=False).session.engine())


def same(stream: Stream, says: str) -> bool:
    quick, long = stream.verdict(says), stream.outcome(says)
    return (quick.verdict, quick.grade) == (long.verdict, long.grade)


@pytest.mark.parametrize("shape", MAKERS)
def test_generated_claims_are_judged_as_the_long_way_judges_them(stream: Stream, shape: str) -> None:
    claims = of_shape(shape, EACH)
    assert [claim.says for claim in claims if not same(stream, claim.says)] == []


@pytest.mark.parametrize("shape", MAKERS)
def test_generated_claims_take_a_quick_way(stream: Stream, shape: str) -> None:
    quick = [claim for claim in of_shape(shape, EACH, 7) if isinstance(stream.verdict(claim.says), Judgement)]
    assert len(quick) >= EACH * 0.95


GROUPS = {
    **read_groups(Path(__file__).with_name("alike.txt").read_text(encoding="utf-8")),
    "long numbers": [*(f"{'1' * n} + 1 = 2" for n in (29, 30, 31, 100, 101, 1900)), f"1 + 1 = 2.{'0' * 40}"],
    "too long": [f"{'1' * 10_000} = 1", f"{'1 + ' * 600}1 = 601", f"{'(' * 50}1{')' * 50} = 1"],
    "no statements": ["", "=", "1 = ", "# + 2 = 3", "1 + # = 3", "1 + 2 # 3", "1 2 = 3", "\x00 = 1", "1 + 2 = 3\x00"],
    "many terms": [f"{'1.5 + ' * 20}1 = 31", f"{'1.5 * ' * 20}1 = 3325", f"{'1.5 + ' * 15}1 = 23.5"],
}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("turned", [False, True])
def test_what_looks_alike_is_not_mixed_up(stream: Stream, group: str, turned: bool) -> None:  # noqa: FBT001
    fresh = Stream(stream.engine)
    group_of = GROUPS[group][::-1] if turned else GROUPS[group]
    assert [says for says in group_of if not same(fresh, says)] == []


def test_shapes_are_bounded(stream: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.engine.stream.stream.MAX_SHAPES", 3)
    fresh = Stream(stream.engine)
    for blanks in range(1, 8):
        assert fresh.verdict(f"1{' ' * blanks}+ 2 = 3").verdict == "pass"
    assert len(fresh.shapes) <= 3


def test_lines_that_are_no_requests_are_answered(stream: Stream) -> None:
    lines = [
        "",
        "  \n",
        "nonsense",
        "[1]",
        "null",
        '{"id": 1}',
        '{"says": "1 + 1 = 2"}',
        ' {"id": [1], "says": "1 + 1 = 3"} \r\n',
        "{} {}",
        '{"says": 5}',
        "[" * 5000,
        f'"{"x" * 30_000}"',
    ]
    verdicts = [verdict for _, verdict in filter_lines(lines, stream.engine)]
    assert verdicts == ["error", "error", "error", "error", "pass", "fail", "error", "error", "error", "error"]


def test_answers_keep_the_id_as_it_was(stream: Stream) -> None:
    lines = [f'{{"id": {text}, "says": "1 + 1 = 3"}}' for text in ('"\u82af\\"\\n"', "null", "1.50", '{"a": [true]}')]
    answers = [answer for answer, _ in filter_lines(lines, stream.engine)]
    assert answers[0] == '{"id": "芯\\"\\n", "verdict": "fail", "grade": "wrong"}'
    assert answers[3] == '{"id": {"a": [true]}, "verdict": "fail", "grade": "wrong"}'
