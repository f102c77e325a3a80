"""Inputs that made a reader stumble, or would: each is read, or refused with a reason. `make fuzz` looks for more.

``tests/seeds/inputs.jsonl`` has those that fit on a line; an input that fails in a campaign gets a line there.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.fuzz.makers import MAKERS, Input, inputs
from benchmarks.fuzz.makers.messages import framed
from benchmarks.fuzz.readers import AT_HAND, Readers
from factcheck.cli.main import main
from tests.documents.made import (
    docx,
    epub_parts,
    ods_parts,
    odt_parts,
    paragraph,
    pdf,
    rtf,
    sheet_row,
    xlsx_parts,
    zipped,
)
from tests.projects import command, environment, write

SEEDS = [json.loads(line) for line in (Path(__file__).parent / "seeds/inputs.jsonl").read_text("utf-8").splitlines()]
WIDE = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>{paragraph("5")}</w:tc></w:tr></w:tbl>'
COMMENTED = f'<w:p><w:commentRangeStart w:id="1"/></w:p>{paragraph("The road is 620 km (998 miles) long.")}'
OFTEN = (
    '<table:table table:name="A"><table:table-row table:number-rows-repeated="9999999">'
    '<table:table-cell table:number-columns-repeated="9999999"><text:p>1</text:p></table:table-cell>'
    "</table:table-row></table:table>"
)
DIGITS = f"<c><v>{'9' * 10_000}</v></c>"
LONG: dict[str, tuple[str, Callable[[], str | bytes]]] = {
    "a run of 10,000 digits": ("splices", lambda: f"It has {'7' * 10_000} rooms."),
    "decimals without end": ("splices", lambda: f"It is 0.{'3' * 10_000} km."),
    "digits and commas": ("splices", lambda: f"It has 1{',234' * 3_000} rooms."),
    "a statement of digits": ("statements", lambda: f"{'9' * 10_000} = 1"),
    "a list of 100,000 numbers": ("splices", lambda: ", ".join(map(str, range(100_000)))),
    "a premise of 100,000 numbers": (
        "claims",
        lambda: f"given: {{x: [{', '.join(['1 kg'] * 100_000)}]}}\nclaims: [{{id: a, says: sum(x) = 1 kg}}]\n",
    ),
    "a number of 10,000 digits in YAML": ("claims", lambda: f"claims: [{{id: a, says: {'1' * 10_000} = 1}}]\n"),
    "a long line of a table": ("data.csv", lambda: "place,n\n" + "x" * 1_000_000 + ",5\n"),
    "many columns": ("data.csv", lambda: ",".join(f"c{n}" for n in range(20_000)) + "\n" + ",".join("5" * 20_000)),
    "deep JSON": ("data.json", lambda: "[" * 100_000),
    "a number of 10,000 digits in JSON": ("data.json", lambda: '{"a": ' + "9" * 10_000 + "}"),
    "entities": ("splices", lambda: "&#53;&nbsp;&amp;" * 5_000),
    "entities without an end": ("splices", lambda: "&#5" * 20_000),
    "reference definitions": ("splices", lambda: "".join(f"[a{n}]: b{n}\n" for n in range(5_000)) + "[5][a7] km"),
    "references of the same name": ("splices", lambda: "[a]: b\n" * 5_000 + "[5][a] " * 500),
    "brackets": ("splices", lambda: "[" * 20_000 + "](" * 5_000),
    "quotes of quotes": ("splices", lambda: "> " * 20_000 + "5 km"),
    "comments": ("splices", lambda: "<!-- " * 20_000),
    "JSON Lines of one long line": ("data.jsonl", lambda: '{"a": "' + "5 " * 500_000 + '"}'),
    "a cell over 99,999 columns": ("article.docx", lambda: docx(WIDE)),
    "a comment without an end": ("article.docx", lambda: docx(COMMENTED, comments='<w:comment w:id="1"/>')),
    "9,999,999 blanks": ("article.odt", lambda: zipped(odt_parts('<text:p>5<text:s text:c="9999999"/>km</text:p>'))),
    "a cell 9,999,999 times": ("book.ods", lambda: zipped(ods_parts(OFTEN))),
    "a number of 10,000 digits in a cell": ("book.xlsx", lambda: zipped(xlsx_parts(sheet_row(1, DIGITS)))),
    "a cell in the last column of all": (
        "data.xlsx",
        lambda: zipped(xlsx_parts('<row r="9999999"><c r="ZZZ9999999"><v>5</v></c></row>')),
    ),
    "a chapter of tags without an end": ("book.epub", lambda: zipped(epub_parts("<b" * 10_000, "<p>620 km</p>"))),
    "units of signs that are none": ("article.rtf", lambda: rtf(r"\u-10179?\u99999999999?\'zz 620 km\par")),
    "nested groups": ("article.rtf", lambda: b"{\\rtf1 " + b"{" * 10_000 + b"620"),
    "nested elements": ("article.html", lambda: "<div>" * 10_000 + "620 km"),
    "a page of many letters": ("article.pdf", lambda: pdf([(50.0, 10.0 * at, 10.0, "5 km " * 50) for at in range(70)])),
    "a text in GB18030": ("article.txt", lambda: ("公路全长620公里。" * 100).encode("gb18030")),
    "half a sign of UTF-16": ("article.md", lambda: "620 km".encode("utf-16") + b"\xd8"),
    "nested lists on a line": ("lines", lambda: "[" * 100_000 + '\n{"id": 1, "says": "1 = 1", "text": ""}'),
    "numbers of JSON beyond a float": ("lines", lambda: '{"id": 1e999, "says": "1 = 1", "text": "5 km"}'),
    "a message of nested lists": ("editor", lambda: framed(b"[" * 100_000)),
    "a question before the start": ("editor", lambda: framed(b'{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}')),
    "a cursor of 10,000 digits": (
        "assistant",
        lambda: json.dumps({"name": "facts", "arguments": {"cursor": f"a.{'9' * 10_000}"}}),
    ),
    "a body shorter than it says": ("browser", lambda: "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{}"),
}


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Readers:
    return Readers(tmp_path_factory.mktemp("readers"))


def test_each_reader_has_a_seed() -> None:
    named = {seed["reader"] for seed in SEEDS} | {reader for reader, _ in LONG.values()}
    assert named <= MAKERS.keys()
    assert MAKERS.keys() - named == {"pages", "data.db"}  # what is damaged at random below


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: str(seed["why"]))
def test_a_seed_is_read_or_refused(seed: dict[str, str], readers: Readers) -> None:
    for _ in range(2):  # as plain text, and as Markdown
        assert readers.check(Input(seed["reader"], seed["text"].encode()))[1] == ""


@pytest.mark.parametrize("kind", LONG)
def test_what_is_very_long_is_read_or_refused(kind: str, readers: Readers) -> None:
    reader, made = LONG[kind]
    if reader not in AT_HAND:
        pytest.skip("its extra is not installed")
    data = made()
    readers.count = 1
    assert readers.check(Input(reader, data if isinstance(data, bytes) else data.encode()))[1] == ""


@pytest.mark.parametrize("reader", AT_HAND)
def test_damaged_inputs_are_read_or_refused(reader: str, readers: Readers) -> None:
    found = {readers.check(given) for given, _ in zip(inputs("salt", reader), range(10), strict=False)}
    assert found <= {(f"{reader} read", ""), (f"{reader} refused", "")}
    assert (f"{reader} read", "") in found  # some are sound, or nearly so


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
