"""Wording that misleads although the numbers hold."""

import pytest

from tests.conftest import Judge


@pytest.mark.parametrize(
    ("says", "verdict", "code"),
    [
        ("276 > 100", "pass", "FC414"),
        ("103 = nearly 100", "fail", "FC421"),
        ("97 = nearly 100", "pass", None),
        ("limit = 400 W", "pass", "FC422"),
        ("limit = up to 400 W", "pass", None),
        ("100 EFLOP/s / D1.peak = 276,243 D1", "pass", "FC423"),
        ("100 EFLOP/s / D1.peak = 27.6万 D1", "pass", None),
        ("3.4 / 2 = doubled", "pass", "FC424"),
        ("3.9 / 2 = doubled", "pass", None),
        ("7 / 2 = 翻两番", "pass", "FC424"),
        ("45 / 100 = a majority", "fail", "FC425"),
        ("55 / 100 = 过半", "pass", None),
        ("Dojo.unveiled = 2021", "pass", None),
    ],
)
def test_a_note_has_its_code(says: str, verdict: str, code: str | None, judge: Judge) -> None:
    outcome = judge(says, given={"limit": "up to 400 W"})
    assert outcome.verdict == verdict
    wording = {note.code for note in outcome.notes if note.code.startswith("FC42") or note.code == "FC414"}
    assert wording == ({code} if code else set())
