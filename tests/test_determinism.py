"""The same input gives the same bytes: whatever the process, the locale, the zone, the order of the arguments."""

import random
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.engine.article.check_file import check_bytes
from factcheck.engine.session import Session
from factcheck.loader.claims import claims_from_bytes
from factcheck.workspace import Workspace
from tests.projects import ROOT, command, environment, write

SETTINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "COLUMNS": "200"},
    {"PYTHONHASHSEED": "17", "TZ": "America/New_York", "LANG": "C.UTF-8", "TERM": "xterm-256color"},
]
MORE = "claims:\n- {id: a, says: 1 + 1 = 3}\n- {id: b, says: D1.peak = 3 PFLOP/s}\n- {id: c, says: D1.peek = 3}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with the claims on Dojo, and a file that has faults of its own."""
    dojo = (ROOT / "claims/dojo.yaml").read_bytes()
    return write(
        tmp_path_factory.mktemp("determinism"),
        {"factcheck.toml": "", "claims/dojo.yaml": dojo, "claims/more.yaml": MORE},
    )


def reports(project: Path, place: str, settings: dict[str, str], paths: Sequence[str]) -> list[bytes]:
    """Check in a process of its own, without the cache; return each format, and what it printed."""
    folder = project / place
    folder.mkdir()
    forms = ("json", "jsonl", "markdown", "text")
    targets = [f"--out={form}={folder / form}" for form in forms]
    found = subprocess.run(
        command("check", "--no-cache", "--verbose", *targets, *paths),
        cwd=project,
        env=environment(**settings),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert found.returncode == 1, found.stderr
    return [found.stdout, *((folder / form).read_bytes() for form in forms)]


def test_the_same_bytes_in_each_process(project: Path) -> None:
    """Another hash seed, zone and locale, and the files named in another order."""
    orders = [["claims/more.yaml", "claims/dojo.yaml"], ["claims"], ["claims/dojo.yaml", "claims/more.yaml", "claims"]]
    first, *others = [
        reports(project, str(n), settings, paths)
        for n, (settings, paths) in enumerate(zip(SETTINGS, orders, strict=True))
    ]
    assert all(len(report) > 300 for report in first)
    assert others == [first, first]


def test_what_is_printed_is_what_is_written(project: Path) -> None:
    printed, *written = reports(project, "printed", SETTINGS[1], ["claims"])
    assert printed == written[-1]


def verdicts(data: bytes, session: Session) -> dict[str, tuple[str, str | None, str]]:
    report = check_bytes(data, "claims/dojo.yaml", session, {}).report
    return {outcome.id: (outcome.verdict, outcome.grade, outcome.headline) for outcome in report.outcomes}


def shuffled(text: str, seed: int) -> bytes:
    """Return a claim file with its claims in another order."""
    head, *claims = text.split("\n- id: ")
    random.Random(seed).shuffle(claims)  # noqa: S311 - an order, no secret
    return "\n- id: ".join([head, *(claim.rstrip("\n") for claim in claims)]).encode()


def test_the_order_of_the_claims_in_a_file_does_not_matter() -> None:
    session = Workspace.open(ROOT, cached=False).session
    text = (ROOT / "claims/dojo.yaml").read_text(encoding="utf-8")
    straight = verdicts(text.encode(), session)
    assert len(straight) > 100
    for seed in range(2):
        data = shuffled(text, seed)
        file, problems = claims_from_bytes(data, "a.yaml")
        assert file is not None
        assert not problems
        assert [claim.id for claim in file.claims] != list(straight)
        assert verdicts(data, session) == straight
