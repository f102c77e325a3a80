"""Real files, damaged: whatever stands in a file, a run ends soon, with a report and never with a traceback."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.report import Report
from factcheck.report import json, jsonl, markdown, text
from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[1]
CLAIMS = (ROOT / "claims/dojo.yaml").read_bytes()
PACK = ROOT / "rules/compute"
THINGS = (PACK / "things/tesla-dojo.yaml").read_bytes()
RULES = (ROOT / "rules/core/growth.yaml").read_bytes()
SECONDS = 20
"""More than any run takes, even on a slow machine that does something else as well."""

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
        checked(workspace(), folder / "claims/a.yaml")


@settings(max_examples=6)
@given(EDITS)
def test_damaged_facts(edits: list[Edit]) -> None:
    with project() as folder:
        shutil.copytree(PACK, folder / "rules/compute")
        (folder / "rules/compute/things/tesla-dojo.yaml").write_bytes(damaged(THINGS, edits))
        (folder / "claims/a.yaml").write_bytes(some_claims(12))
        checked(Workspace.open(folder))


@settings(max_examples=6)
@given(EDITS)
def test_damaged_rules(edits: list[Edit]) -> None:
    with project() as folder:
        (folder / "rules/own").mkdir(parents=True)
        (folder / "rules/own/rules.yaml").write_bytes(damaged(RULES, edits))
        says = b"claims:\n- {id: a, says: 'cagr(start=100, end=121, periods=2) = 10 %'}\n"
        (folder / "claims/a.yaml").write_bytes(says)
        checked(Workspace.open(folder))


@settings(max_examples=4)
@given(EDITS)
def test_damaged_units(edits: list[Edit]) -> None:
    with project() as folder:
        shutil.copytree(PACK, folder / "rules/compute")
        units = damaged((PACK / "units.txt").read_bytes(), edits)
        (folder / "rules/compute/units.txt").write_bytes(units)
        (folder / "claims/a.yaml").write_bytes(some_claims(12))
        checked(Workspace.open(folder))


def checked(opened: Workspace, *paths: Path) -> Report:
    """Check files, write the report in every format, and be quick about it."""
    start = monotonic()
    report = opened.check(paths)
    for form in (json, jsonl, markdown, text):
        form.render(report)
    assert monotonic() - start < SECONDS
    return report


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
