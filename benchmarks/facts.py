"""Writes what was measured and counted as a pack, so that the figures of README and docs are claims like any other.

``python -m benchmarks.facts`` writes ``benchmarks/packs/measured/``; ``make bench`` and ``make reports`` call it.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.engine.slips.catalogue import CATALOGUE
from factcheck.loader.packs import load_pack
from factcheck.model.pack import Pack

HERE = Path(__file__).parent
ROOT = HERE.parent
FOLDER = HERE / "packs" / "measured"
RESULTS = HERE / "results.json"
SOURCES = (("results", "benchmarks/results.json"), ("packs", "rules/"))
HEAD = "# Written by benchmarks/facts.py; `make bench` measures anew.\n"


def main() -> None:
    """Write the pack anew."""
    FOLDER.joinpath("things").mkdir(parents=True, exist_ok=True)
    (FOLDER / "pack.yaml").write_text(f"{HEAD}format: 1\ntitle: What was measured of factcheck itself\n", "utf-8")
    (FOLDER / "things" / "measured.yaml").write_text(text(), "utf-8")


def text() -> str:
    """Return the things of the pack: the results of the benchmarks, and what the shipped packs hold."""
    lines = [f"{HEAD}format: 1", "sources:"]
    lines += [
        '  results: {title: "benchmarks/results.json", tier: primary}',
        '  packs: {title: "rules/", tier: primary}',
    ]
    lines += ["things:", "  benchmarks:", *(_fact(*row, "results") for row in _measured())]
    lines += ["  packs:", *(_fact(*row, "packs") for row in _counted())]
    return "\n".join(lines) + "\n"


def _fact(name: str, value: float, source: str) -> str:
    return f"    {name}: {{is: {value:g}, exact: true, source: {source}}}"


def _measured() -> Iterator[tuple[str, float]]:
    """Yield each figure of the results under a name that a statement can use: ``mentions_ratio_to_quantulum3``."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    for part in sorted(key for key, found in results.items() if isinstance(found, dict)):
        for name, value in sorted(results[part].items()):
            yield _slug(f"{part} {name}"), value


def _slug(name: str) -> str:
    words = name.replace("÷", " over ").replace("--", " ").casefold()
    return re.sub(r"[^a-z0-9]+", "_", words).strip("_")


def _counted() -> Iterator[tuple[str, float]]:
    core, compute = (_pack(name) for name in ("core", "compute"))
    yield "core_rules", len(core.rules)
    yield "core_cases", sum(len(rule.tests) for rule in core.rules)
    yield "compute_things", len(compute.things)
    yield "compute_facts", sum(len(thing.facts) for thing in compute.things)
    yield "slips", len(CATALOGUE)


def _pack(name: str) -> Pack:
    pack, _ = load_pack(ROOT / "rules" / name, ROOT)
    assert pack is not None, name  # noqa: S101 - a shipped pack
    return pack


if __name__ == "__main__":
    main()
