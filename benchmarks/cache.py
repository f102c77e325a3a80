"""The cache: a cold run against a warm one, and what is checked anew after one claim was touched."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks.measure import ROOT, cache_folder, environment, factcheck, seconds

ROUNDS = 5
_STATS = re.compile(r"files reused (\d+), claims reused (\d+), claims checked (\d+)")


def measure() -> dict[str, float]:
    """Return cold ÷ warm, and the claims checked and reused after one was touched."""
    with tempfile.TemporaryDirectory() as copy, cache_folder() as folder:
        project = Path(copy)
        shutil.copytree(ROOT / "claims", project / "claims")
        shutil.copy(ROOT / "factcheck.toml", project)
        env, check = environment(Path(folder)), factcheck("check", str(project / "claims"))
        cold = median(_cold(check, Path(folder), env) for _ in range(3))
        warm = median(seconds(check, env) for _ in range(ROUNDS))
        _touch(next(iter(sorted((project / "claims").glob("*.yaml")))))
        _, reused, checked = _stats(check, env)
    return {"cold ÷ warm": cold / warm, "claims checked after one was touched": checked, "claims reused": reused}


def _cold(command: list[str], folder: Path, env: Mapping[str, str]) -> float:
    shutil.rmtree(folder)
    folder.mkdir()
    return seconds(command, env)


def _touch(path: Path) -> None:
    """Change the last number of what the last claim says."""
    before, says, rest = path.read_text(encoding="utf-8").rpartition("says: ")
    line, end, after = rest.partition("\n")
    path.write_text(before + says + re.sub(r"(\d)(?=\D*$)", r"\g<1>1", line) + end + after, encoding="utf-8")


def _stats(command: list[str], env: Mapping[str, str]) -> tuple[int, int, int]:
    done = subprocess.run([*command, "--stats"], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    found = _STATS.search(done.stderr)
    if found is None:
        raise RuntimeError(done.stderr[-2000:])
    return int(found[1]), int(found[2]), int(found[3])
