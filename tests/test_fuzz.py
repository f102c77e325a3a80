"""Real files, damaged: whatever stands in a file, a run ends soon, with a report and never with a traceback."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from json import dumps as json_text
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.report import Report
from factcheck.report import html, json, jsonl, markdown, text
from factcheck.report.drafts import renderer
from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[1]
CLAIMS = (ROOT / "claims/dojo.yaml").read_bytes()
PACK = ROOT / "rules/compute"
THINGS = (PACK / "things/tesla-dojo.yaml").read_bytes()
RULES = (ROOT / "rules/core/growth.yaml").read_bytes()

SIGNS = list("()[]{}^/*-=~:.,\"'#%@|>&!\n\t\0 万约")
WORDS = ["0", "9999999999", "1e300", "derive(", "D1.peak", " in ", "&a [*a]", "超过"]
BROKEN = [b"\xff", b"\xe4\xb8"]
Edit = tuple[str, float, float, bytes]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["flip", "delete", "double", "move", "insert"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.sampled_from([*(text.encode() for text in (*SIGNS, *WORDS)), *BROKEN]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25)
@given(st.integers(0, 60), EDITS)
def test_damaged_claims(first: int, edits: list[Edit]) -> None:
    with project() as folder:
        (folder / "claims/a.yaml").write_bytes(damaged(some_claims(first), edits))
        assert "a.yaml" in told_of(checked(workspace(), folder / "claims/a.yaml"))


@settings(max_examples=6)
@given(EDITS)
def test_damaged_facts(edits: list[Edit]) -> None:
    with project() as folder:
        shutil.copytree(PACK, folder / "rules/compute")
        (folder / "rules/compute/things/tesla-dojo.yaml").write_bytes(damaged(THINGS, edits))
        (folder / "claims/a.yaml").write_bytes(some_claims(12))
        assert "a.yaml" in told_of(checked(Workspace.open(folder)))


@settings(max_examples=6)
@given(EDITS)
def test_damaged_rules(edits: list[Edit]) -> None:
    with project() as folder:
        (folder / "rules/own").mkdir(parents=True)
        (folder / "rules/own/rules.yaml").write_bytes(damaged(RULES, edits))
        says = b"claims:\n- {id: a, says: 'cagr(start=100, end=121, periods=2) = 10 %'}\n"
        (folder / "claims/a.yaml").write_bytes(says)
        assert "a.yaml" in told_of(checked(Workspace.open(folder)))


@settings(max_examples=4)
@given(EDITS)
def test_damaged_units(edits: list[Edit]) -> None:
    with project() as folder:
        shutil.copytree(PACK, folder / "rules/compute")
        units = damaged((PACK / "units.txt").read_bytes(), edits)
        (folder / "rules/compute/units.txt").write_bytes(units)
        (folder / "claims/a.yaml").write_bytes(some_claims(12))
        assert "a.yaml" in told_of(checked(Workspace.open(folder)))


PIECES = [
    *"0123456789.,:;%$€£()[]{}*_`~|<>#&\\/-–—…\"'“”‘’「」，。、：；（）\n\t\0\u200b\u200f\u00ad",
    *(
        "1e400",
        "1e-400",
        "2×10^400",
        "10^",
        "9" * 60,
        "½",
        "±",
        " million",
        "bn",
        "k",
        "kg",
        " km/h",
        "percent",
        "half of ",
    ),
    *("万", "亿", "余", "多", "一", "十", "百分之", "约", "至", "倍", "成", "半", "第", "年", "元", "同比增长", "其中"),
    *("rose ", "fell to ", "from ", "to ", "of ", "and ", "per ", "twice ", "total ", "up ", "than ", "TOP ", "The "),
    *(
        "D1 ",
        "H100 ",
        "Dojo ",
        "GDP ",
        "2021 ",
        "May 5",
        "| ",
        "\n\n# ",
        "\n- ",
        "<!-- ",
        " -->",
        "](",
        "](b)",
        "factcheck: ignore",
    ),
]
NUMBERS = [
    "1e400",
    "1e-400",
    "9" * 100,
    "9" * 101,
    "1e999999999",
    "10^300",
    "2^99999",
    "三亿亿亿亿亿亿",
    "0",
    "½",
    "1:1e400",
]
STATEMENTS = [
    "{a} = {b}",
    "{a} > {b}",
    "{a} - {b} = 0",
    "{a} * {b} = 1",
    "{a} / {b} = 1",
    "({a})^{b} = 1",
    "{a} ± {b} = 1",
]
STATEMENTS += ["percent_change(before={a}, after={b}) = 5 %", "derive({a}) = {b}", "sqrt({a}) = {b}", "{a} in {b}"]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.integers(1, 40)), max_size=14), st.booleans())
def test_any_draft(parts: list[tuple[str, int]], markdown: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    text = "".join(piece * count for piece, count in parts)
    report = workspace().draft(text, markdown=markdown)
    for one in (*report.numbers, *report.findings):
        assert text[one.start : one.end] == one.text
    for form in ("text", "json", "jsonl", "html"):
        renderer(form)([report], verbose=True)


@settings(max_examples=60)
@given(st.sampled_from(STATEMENTS), st.sampled_from(NUMBERS), st.sampled_from(NUMBERS))
def test_statements_of_numbers_of_any_size(statement: str, first: str, second: str) -> None:
    says = statement.format(a=first, b=second)
    text = f"claims:\n- {{id: a, given: {{x: '{first}'}}, says: '{says}', quote: '{second}'}}\n"
    with project() as folder:
        (folder / "claims/a.yaml").write_text(text, encoding="utf-8")
        assert "a.yaml" in told_of(checked(workspace(), folder / "claims/a.yaml"))
    assert len(list(workspace().filter([json_text({"id": 1, "says": says})]))) == 1


def checked(opened: Workspace, *paths: Path) -> Report:
    """Check files, and write the report in every format."""
    report = opened.check(paths)
    for form in (html, json, jsonl, markdown, text):
        form.render(report)
    return report


def told_of(report: Report) -> set[str]:
    """Return the names of the files that were judged, or of which something is told."""
    faults = [*report.diagnostics, *(one for file in report.files for one in file.diagnostics)]
    return {Path(file.path).name for file in report.files} | {Path(one.place.path).name for one in faults}


def damaged(data: bytes, edits: list[Edit]) -> bytes:
    """Return the bytes after a few accidents: a flipped byte, a part deleted, doubled or moved, signs inserted."""
    for kind, where, size, sign in edits:
        start = int(where * len(data))
        end = min(len(data), start + 1 + int(size * 60))
        part = data[start:end]
        if kind == "flip" and part:
            data = data[:start] + bytes([part[0] ^ (1 << int(size * 7))]) + data[start + 1 :]
        elif kind == "insert":
            data = data[:start] + sign + data[start:]
        elif kind == "double":
            data = data[:end] + part * (1 + int(size * 20)) + data[end:]
        else:
            rest = data[:start] + data[end:]
            middle = int(size * len(rest))
            data = rest if kind == "delete" else rest[:middle] + part + rest[middle:]
    return data


def some_claims(first: int) -> bytes:
    """Return the head of the article's claim file with a few of its claims."""
    head, *claims = CLAIMS.split(b"\n- id: ")
    return b"\n- id: ".join([head, *claims[first : first + 8]])


@cache
def workspace() -> Workspace:
    """Return one workspace with the packs that come with factcheck; nothing is cached."""
    return Workspace.open(ROOT, cached=False)


@contextmanager
def project() -> Iterator[Path]:
    """Give an empty project; it has its own cache."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "claims").mkdir()
        (folder / "factcheck.toml").write_text("", encoding="utf-8")
        yield folder
