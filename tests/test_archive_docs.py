"""The examples of docs/archive.md run, each where its package is installed."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

from tests.projects import ROOT
from tests.test_docs import fences

pa = pytest.importorskip("pyarrow")

EXAMPLES = {name: code for code in fences("docs/archive.md", "python") for name in [code.split("\n")[0]]}
PACKAGES = {
    "import pyarrow as pa": "pyarrow",
    "import duckdb": "duckdb",
    "import dask.dataframe as dd": "dask",
    "import factcheck": "pyspark",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    texts = ["The road is 620 km (998 miles) long.", "Rents rose 5 percent to $420 from $400."]
    table = pa.table({"url": ["a", "b"], "body": texts, "lang": ["en", "en"]})
    parquet.write_table(table, tmp_path / "articles.parquet")
    return tmp_path


def test_each_example_is_one_that_is_run() -> None:
    assert {*EXAMPLES} == {*PACKAGES}


@pytest.mark.parametrize("first", PACKAGES, ids=PACKAGES.values())
def test_an_example_runs_and_finds_the_conversion(first: str, articles: Path) -> None:
    if find_spec(PACKAGES[first]) is None or (PACKAGES[first] == "pyspark" and which("java") is None):
        pytest.skip(f"{PACKAGES[first]} is not installed, or Java for it")
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    if "scheduler=" in EXAMPLES[first]:  # processes start anew from a file
        code += f"if __name__ == '__main__':\n{_indented(EXAMPLES[first])}"
    else:
        code += EXAMPLES[first]
    (articles / "example.py").write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "example.py"], cwd=articles, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "fail" in done.stdout or "conversion" in done.stdout


def _indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())
