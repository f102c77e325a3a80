"""The same on a cluster: a part goes to a node as text, and comes back as counts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from factcheck.archive import cluster
from factcheck.archive.archive import archive
from factcheck.archive.cluster import NoDaft, on_ray
from factcheck.archive.job import Job
from factcheck.archive.tally import tally
from factcheck.loader.texts.columns import Wanted
from factcheck.loader.texts.inputs import inputs
from tests.archive.examples import RENTS, ROAD, WRONG, content, lines, run
from tests.projects import ROOT

pytest.importorskip("pyarrow")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    lines(folder / "a.jsonl", [{"body": ROAD}, {"body": RENTS}])
    lines(folder / "b.jsonl", [{"body": None}, {"body": WRONG}])
    return folder


def test_a_node_does_with_a_part_what_one_machine_does(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(articles.name, "--out", "here", "--batch", 1)

    def nodes(job, parts, done, progress) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        for number, part in parts:
            progress(tally(cluster.json.loads(cluster._checked(cluster._told(job, number, part, done)))))  # noqa: SLF001

    job = Job(Path("there"), tmp_path, batch=1)
    found = archive([articles.name], job, Wanted(), engine=nodes, progress=lambda _: None)
    assert found.tally.texts == {"checked": 3, "not checked": 1}
    assert content(Path("here")) == content(Path("there"))


def test_a_node_that_cannot_write_says_why(articles: Path, tmp_path: Path) -> None:
    (part,) = inputs([str(articles / "a.jsonl")], Wanted())[0].parts
    told = cluster._checked(cluster._told(Job(tmp_path / "gone", tmp_path), 0, part, set()))  # noqa: SLF001
    assert "cannot write to" in cluster.json.loads(told)["problem"]


@pytest.mark.skipif(find_spec("ray") is not None, reason="Ray is installed")
def test_without_the_extra_the_cure_is_told(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(articles, "--out", tmp_path / "out", "--ray") == 2
    assert 'pip install "factcheck-engine[cluster]"' in capsys.readouterr().err


@pytest.mark.skipif(find_spec("ray") is not None, reason="Ray is installed")
def test_the_makers_of_what_it_runs_on_are_told_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = {"DO_NOT_TRACK": "true", "SCARF_NO_ANALYTICS": "true", "RAY_USAGE_STATS_ENABLED": "0"}
    monkeypatch.setattr(os, "environ", {"PATH": ""})
    with pytest.raises(NoDaft):
        on_ray(Job(tmp_path, tmp_path), (), set(), lambda _: None)
    assert silent.items() <= os.environ.items()


@pytest.fixture
def two_nodes() -> Iterator[str]:
    """The address of a cluster of two nodes on this machine, of one core each."""
    cluster_utils: Any = pytest.importorskip("ray.cluster_utils", reason="Ray is not installed")
    nodes = cluster_utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    nodes.add_node(num_cpus=1)
    nodes.wait_for_nodes()
    yield nodes.address
    nodes.shutdown()


def test_two_nodes_of_ray_write_the_same_bytes(articles: Path, tmp_path: Path, two_nodes: str) -> None:
    run(articles, "--out", tmp_path / "here")
    there = ["--out", str(tmp_path / "there"), "--ray", two_nodes]
    command = [sys.executable, "-m", "factcheck", "archive", str(articles), *there]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300, text=True)
    assert done.stdout.startswith("4 texts: 2 of 8 judged numbers are wrong\n"), done.stderr
    assert content(tmp_path / "here") == content(tmp_path / "there")
