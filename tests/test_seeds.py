"""Inputs that made a reader stumble, or would: each is read, or refused with a reason. `make fuzz` looks for more.

``tests/seeds/inputs.jsonl`` has those that fit on a line; an input that fails in a campaign gets a line there.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.fuzz.readers import MAKERS, Input, Readers, inputs
from factcheck.cli.main import main
from tests.projects import command, environment, write

SEEDS = [json.loads(line) for line in (Path(__file__).parent / "seeds/inputs.jsonl").read_text("utf-8").splitlines()]
LONG: dict[str, tuple[str, Callable[[], str]]] = {
    "a run of 10,000 digits": ("splices", lambda: f"It has {'7' * 10_000} rooms."),
    "decimals without end": ("splices", lambda: f"It is 0.{'3' * 10_000} km."),
    "digits and commas": ("splices", lambda: f"It has 1{',234' * 3_000} rooms."),
    "a statement of digits": ("statements", lambda: f"{'9' * 10_000} = 1"),
    "a list of 10,000 numbers": ("splices", lambda: ", ".join(map(str, range(10_000)))),
    "a premise of 100,000 numbers": (
        "claims",
        lambda: f"given: {{x: [{', '.join(['1 kg'] * 100_000)}]}}\nclaims: [{{id: a, says: sum(x) = 1 kg}}]\n",
    ),
    "a number of 10,000 digits in YAML": ("claims", lambda: f"claims: [{{id: a, says: {'1' * 10_000} = 1}}]\n"),
    "a long line of a table": ("a.csv", lambda: "place,n\n" + "x" * 1_000_000 + ",5\n"),
    "many columns": ("a.csv", lambda: ",".join(f"c{n}" for n in range(20_000)) + "\n" + ",".join("5" * 20_000)),
    "deep JSON": ("a.json", lambda: "[" * 100_000),
    "a number of 10,000 digits in JSON": ("a.json", lambda: '{"a": ' + "9" * 10_000 + "}"),
    "entities": ("splices", lambda: "&#53;&nbsp;&amp;" * 5_000),
    "entities without an end": ("splices", lambda: "&#5" * 20_000),
    "reference definitions": ("splices", lambda: "".join(f"[a{n}]: b{n}\n" for n in range(5_000)) + "[5][a7] km"),
    "references of the same name": ("splices", lambda: "[a]: b\n" * 5_000 + "[5][a] " * 500),
    "brackets": ("splices", lambda: "[" * 20_000 + "](" * 5_000),
    "quotes of quotes": ("splices", lambda: "> " * 20_000 + "5 km"),
    "comments": ("splices", lambda: "<!-- " * 20_000),
}


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Readers:
    return Readers(tmp_path_factory.mktemp("readers"))


def test_each_reader_has_a_seed() -> None:
    named = {seed["reader"] for seed in SEEDS} | {reader for reader, _ in LONG.values()}
    assert named <= MAKERS.keys()
    assert MAKERS.keys() - named == {"pages", "a.db", "a.docx"}  # what is damaged at random below


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: str(seed["why"]))
def test_a_seed_is_read_or_refused(seed: dict[str, str], readers: Readers) -> None:
    for _ in range(2):  # as plain text, and as Markdown
        assert readers.check(Input(seed["reader"], seed["text"].encode())) == (seed["reader"], "")


@pytest.mark.parametrize("kind", LONG)
def test_what_is_very_long_is_read_or_refused(kind: str, readers: Readers) -> None:
    reader, text = LONG[kind]
    readers.count = 1
    assert readers.check(Input(reader, text().encode())) == (reader, "")


@pytest.mark.parametrize("reader", MAKERS)
def test_damaged_inputs_are_read_or_refused(reader: str, readers: Readers) -> None:
    for given, _ in zip(inputs("bread", reader), range(8), strict=False):
        assert readers.check(given) == (reader, "")


# paths


LONG_NAME, LONG_PATH = "a" * 300 + ".md", "/".join(["a" * 200] * 40) + "/a.md"
UNREADABLE = ["/dev/zero", "pipe.md", LONG_NAME, LONG_PATH, "a\udcff.md", "loop.md", "."]
COMMANDS = [
    ("draft",),
    ("mentions",),
    ("check",),
    ("draft", "a.md", "--data"),
    ("check", "--baseline"),
    ("new", "--article"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_what_is_no_file_ends_a_run_with_a_word(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"a.md": "5 km", "claims/a.yaml": "claims: []\n"})
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    monkeypatch.chdir(tmp_path)
    for path in UNREADABLE:
        first, *options = arguments
        code = main([first, *(["b.yaml"] if first == "new" else []), *options, path])
        said = capsys.readouterr()
        assert (path, code) in {(path, 1), (path, 2)}
        assert said.out + said.err


def test_a_pipe_that_nobody_ends_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    held = os.open(tmp_path / "pipe.md", os.O_RDWR)
    asked = command("draft", "pipe.md")
    found = subprocess.run(asked, cwd=tmp_path, env=environment(), capture_output=True, check=False, timeout=60)
    os.close(held)
    assert found.returncode == 2
    assert b"it is not a regular file" in found.stdout + found.stderr
