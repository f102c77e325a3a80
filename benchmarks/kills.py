"""Archives killed at random moments: ``python -m benchmarks.kills [KILLS]``.

A run over generated texts is started, killed with SIGKILL after a random time, and started again, until it was killed
so often; then it may end. What it wrote must be, byte for byte, what a run writes that nobody killed. The moments are
drawn from a seed that is printed; where a run ends before it is killed, its folder is thrown away and the next begins.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.measure import cache_folder, environment, factcheck

KILLS = 100
TEXTS, BATCH = 200, 5
SEED = 20260101


def texts(path: Path, count: int, seed: int = SEED) -> Path:
    """Write so many short texts as JSON Lines, one in ten of them with a wrong number, one in fifty no text."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(_text(number, draw)) + "\n")
    return path


def _text(number: int, draw: random.Random) -> dict[str, object]:
    before, percent = 20 * draw.randrange(50, 5000), draw.randrange(5, 95, 5)
    after = before * (100 + percent) // 100
    told = percent if number % 10 else percent + 3
    year = 1990 + number % 30
    text = f"Passengers rose from {before:,} to {after:,} a day, or by {told} percent, said the council of {year}."
    return {"id": f"t{number}", "text": text if number % 50 != 49 else None, "day": f"{year}-03-01"}  # noqa: PLR2004


def content(folder: Path) -> dict[str, bytes]:
    """Return all that an archive holds, by name."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def killed(source: Path, out: Path, env: dict[str, str], kills: int, seed: int = SEED) -> tuple[int, int]:
    """Run and kill until it was killed so often, then to the end; return how often it was, and how many runs ended."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    command = [*factcheck("archive", str(source), "--out", str(out)), "--date", "day", "--batch", str(BATCH)]
    start = perf_counter()
    subprocess.run([*command, "--exit-zero"], env=env, capture_output=True, check=True)
    whole = perf_counter() - start
    expected = content(out)
    shutil.rmtree(out)
    count = ended = 0
    while count < kills:
        with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            sleep(draw.uniform(0, whole))
            if process.poll() is None:
                process.kill()
                count += 1
                continue
        ended += 1
        _same(expected, content(out))
        shutil.rmtree(out)
    subprocess.run([*command, "--exit-zero"], env=env, capture_output=True, check=True)
    _same(expected, content(out))
    return count, ended


def _same(expected: dict[str, bytes], found: dict[str, bytes]) -> None:
    if expected != found:
        names = sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))
        raise SystemExit(f"not the same: {', '.join(names[:10])}")


def main() -> None:
    """Kill, and say whether anything was lost or doubled."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as home, cache_folder() as cache:
        source = texts(Path(home) / "texts.jsonl", TEXTS)
        count, ended = killed(source, Path(home) / "out", environment(Path(cache)), kills)
    print(f"killed {count} times, {ended + 1} runs came to their end; nothing lost, nothing doubled (seed {SEED})")


if __name__ == "__main__":
    main()
