"""Comments in a draft that ask for silence, with a reason."""

import pytest

from factcheck.engine.resolve.setting import Engine
from tests.proofread.drafts import FERRIES, RIGHT_ROAD, WRONG_ROAD, checked, problems

IGNORE = "<!-- factcheck: ignore[FC613] -- by sea -->"


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        f"{WRONG_ROAD} {IGNORE}",
        f"A road.\n\n{IGNORE}\n{WRONG_ROAD}",
        f"A road.\n\n{IGNORE}\n\n{WRONG_ROAD}",
        f"{IGNORE}\n\nA road.\n\nAnd one more.\n\n{WRONG_ROAD}",
        f"---\ntitle: Road\n---\n{IGNORE}\n\nA road.\n\n{WRONG_ROAD}",
        f"{WRONG_ROAD} <!-- factcheck: ignore -- by sea -->",
        f"{WRONG_ROAD} <!-- factcheck: ignore[FC401, FC613] -- by sea -->".replace("FC401, ", ""),
    ],
)
def test_an_ignored_finding_is_counted_with_its_reason(text: str, engine: Engine, *, markdown: bool) -> None:
    report = checked(text, engine, markdown=markdown)
    assert problems(report) == []
    assert [one.ignored for one in report.findings] == ["by sea"]
    assert report.count("ignored") == 1


def test_another_line_is_not_ignored(engine: Engine) -> None:
    assert problems(checked(f"{WRONG_ROAD} {IGNORE}\n{WRONG_ROAD}", engine)) == ["FC613"]
    assert problems(checked(f"A road.\n{IGNORE}\n{WRONG_ROAD}\n{WRONG_ROAD}", engine)) == ["FC613"]


def test_another_code_is_not_ignored(engine: Engine) -> None:
    text = f"{FERRIES} {WRONG_ROAD} {IGNORE}"
    assert problems(checked(text, engine)) == ["FC607"]


@pytest.mark.parametrize("comment", ["<!-- factcheck: ignore[FC613] -->", "<!-- factcheck: ignore[FC613] -- -->"])
def test_without_a_reason_it_hides_nothing(comment: str, engine: Engine) -> None:
    assert problems(checked(f"{WRONG_ROAD} {comment}", engine)) == ["FC613", "FC641"]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("<!-- factcheck: ignore[FC999] -- why -->", "FC642"),
        ("<!-- factcheck: ignroe[FC613] -- why -->", "FC642"),
        ("<!-- factcheck: ignore[FC613] -- why -->", "FC643"),
        ("<!-- factcheck: ignore -- why -->", "FC643"),
    ],
)
def test_what_is_wrong_with_a_comment(comment: str, code: str, engine: Engine) -> None:
    report = checked(f"{RIGHT_ROAD} {comment}", engine)
    assert problems(report) == [code]
    assert (report.diagnostics[0].place.line, report.diagnostics[0].place.column) == (1, 38)


def test_one_code_of_two_that_does_not_occur(engine: Engine) -> None:
    report = checked(f"{WRONG_ROAD} <!-- factcheck: ignore[FC607, FC613] -- by sea -->", engine)
    assert problems(report) == ["FC643"]
    assert report.diagnostics[0].message == "nothing with the code FC607 is wrong here"


def test_numbers_in_a_comment_are_not_read(engine: Engine) -> None:
    text = f"{WRONG_ROAD} <!-- factcheck: ignore[FC613] -- 620 km (998 miles) by sea -->"
    assert [number.text for number in checked(text, engine).numbers] == ["620 km", "998 miles"]


@pytest.mark.parametrize("text", ["<!-- factcheck: ignore[" * 20_000, "<!--" * 50_000, "<!-- factcheck: " * 20_000])
def test_comments_without_end_take_no_time(text: str, engine: Engine) -> None:
    assert checked(text, engine).findings == ()
