"""What the campaigns of `make fuzz` count, and that they would see what goes wrong."""

import json
from itertools import count, repeat
from math import inf
from pathlib import Path
from time import sleep

import pytest

from benchmarks.fuzz import campaign as campaigns
from benchmarks.fuzz import hunt
from benchmarks.fuzz.campaign import Campaign
from benchmarks.fuzz.readers.documents import out_of_order
from benchmarks.fuzz.readers.lines import Lines
from benchmarks.fuzz.readers.read import misplaced
from factcheck.loader.documents import Document
from factcheck.loader.files import TextFile
from factcheck.model.structure import Block, Structure
from factcheck.workspace import Workspace


def test_a_campaign_ends_at_its_number_or_its_time() -> None:
    by_number, by_time = Campaign("a", "bread"), Campaign("b", "bread")
    by_number.over(count(), lambda n: (f"{n % 2}", ""), inf, 5)
    by_time.over(count(), lambda _: ("", ""), -1)
    assert (by_number.inputs, by_number.kinds, by_time.inputs) == (5, {"0": 3, "1": 2}, 0)


def test_what_fails_is_counted_and_written_down_as_it_comes(tmp_path: Path) -> None:
    def check(n: int) -> tuple[str, str]:
        if n == 1:
            raise KeyError("x")
        return "read", "5 is not at 3" if n == 2 else ""

    found = Campaign("a", "bread", tmp_path)
    found.over(count(), check, inf, 4)
    assert found.failed == 2
    assert "2 failures" in found.told()
    kept = [json.loads(line) for line in (tmp_path / "a-bread.jsonl").read_text("utf-8").splitlines()]
    assert [one["input"] for one in kept] == ["1", "2"]
    assert "KeyError" in kept[0]["what"]
    assert kept[1]["what"] == "5 is not at 3"


def test_what_takes_too_long_is_given_up_and_the_campaign_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(campaigns, "LONGEST", 0.02)
    found = Campaign("a", "bread")
    found.over(iter([0, 3600, 0]), lambda seconds: (sleep(seconds) or "read", ""), inf, 3)
    assert found.kinds == {"read": 2, "given up": 1}
    assert [one.input for one in found.failures] == [3600]


def test_an_interruption_ends_a_campaign_and_what_was_counted_is_told() -> None:
    def check(n: int) -> tuple[str, str]:
        if n == 3:
            raise KeyboardInterrupt
        return "read", ""

    found = Campaign("a", "bread")
    found.over(count(), check, inf)
    assert found.told().startswith("a (seed bread): 3 inputs in 0 s")


def test_without_atheris_it_is_said_that_nothing_is_hunted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(hunt, "find_spec", lambda _: None)
    assert hunt.failed(60, "bread", Path()) == 0
    assert "left out, since atheris is not installed" in capsys.readouterr().out


# what readers would see


def test_words_that_are_not_where_they_are_told_to_be() -> None:
    assert misplaced("620 km", [(0, 3, "620"), (4, 6, "km")]) == ""
    assert misplaced("620 km", [(0, 3, "620"), (3, 5, "km")]) == "'km' is not at 3"


def test_blocks_of_a_document_that_overlap() -> None:
    def document(*ends: tuple[int, int]) -> Document:
        blocks = tuple(Block(start, end, "paragraph", (("paragraph", "1"),)) for start, end in ends)
        return Document("620 km", TextFile("a.docx", "620 km"), structure=Structure(blocks))

    assert out_of_order(document((0, 3), (4, 6))) == ""
    assert out_of_order(document((0, 3), (2, 6))) == "a block from 2 to 6 of 6, behind one that ends at 3"
    assert out_of_order(document((0, 9))) == "a block from 0 to 9 of 6, behind one that ends at 0"


def test_a_line_that_gets_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Lines(Workspace.open(tmp_path, cached=False))
    asked = b'{"id": 1, "says": "2 + 2 = 4"}'
    assert reader(asked, 0).wrong == ""
    for answer, wrong in (
        ([], "0 answers to 1 lines"),
        (['{"id": 2}'], "an answer to another line"),
        (["{"], "no ans"),
    ):
        monkeypatch.setattr(Workspace, "filter", lambda *_, answer=answer: zip(answer, repeat("")))
        assert reader(asked, 0).wrong.startswith(wrong)
