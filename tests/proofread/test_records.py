"""What constructions of a code are known for: `factcheck explain FC601`."""

import pytest

from factcheck.cli.main import main
from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import schemas_of
from factcheck.proofread.records import record, records_of


def test_the_records_of_a_code(engine: Engine) -> None:
    changes, points = (records_of(code, schemas_of(engine.knowledge)) for code in ("FC601", "FC602"))
    assert changes
    assert points
    assert {one.row for one in changes}.isdisjoint(one.row for one in points)
    assert [one.seen for one in changes] == sorted((one.seen for one in changes), reverse=True)
    assert all(one.held <= one.seen for one in (*changes, *points))


def test_a_construction_that_was_never_seen() -> None:
    assert record("en:no-such-row") == ("en:no-such-row", {}, 0, False, "")


def test_explain_shows_them(capsys: pytest.CaptureFixture[str], engine: Engine) -> None:
    assert main(["explain", "FC601"]) == 0
    shown = capsys.readouterr().out
    assert "## Wordings" in shown
    for one in records_of("FC601", schemas_of(engine.knowledge)):
        voice = "wrong" if one.trusted else "worth a look"
        seen = f"{one.held} of {one.seen} (" if one.seen else "not seen there yet"
        assert f"  {voice}: {seen}" in shown
        assert f"· {one.row}\n" in shown


def test_other_codes_have_none(capsys: pytest.CaptureFixture[str]) -> None:
    for code in ("FC401", "FC613"):
        assert main(["explain", code]) == 0
        assert "## Wordings" not in capsys.readouterr().out
