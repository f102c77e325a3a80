"""Measure everything, print a table, write ``results.json``: ``python benchmarks/run.py [PART …]``.

Everything is a ratio within one run. The machine should have nothing else to do.
"""

import json
import platform
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("startup", "throughput", "cache", "failing", "mentions", "draft", "tables", "archive", "editor", "page")
GOALS = {
    "startup": {
        "check, piped": "≤ 8",
        "check, on a terminal": "≤ 8",
        "--help": "≤ 5",
        "--version": "≤ 5",
        "check --jsonl, one line": "≤ 10",
    },
    "throughput": {"ratio": "≥ 100", "cost per claim, largest ÷ smallest": "≤ 1.3"},
    "draft": {
        "ms of the process for 5,000 words, on top of start-up": "≤ 300",
        "cost per word, 20,000 words ÷ 5,000": "≤ 1.2",
    },
    "archive": {
        "cost per text ÷ a bare loop": "≤ 1.2",
        "cost per text, largest ÷ smallest": "0.9 to 1.1",
        "one process ÷ two, by the clock": "≥ 1.8",
        "processors busy with two processes, of 2": "≥ 1.8",
    },
    "tables": {
        "tables: cost, largest ÷ smallest": "≤ 1.3",
        "draft, all right: cost, largest ÷ smallest": "≤ 1.3",
        "draft, a wrong number each: cost, largest ÷ smallest": "≤ 1.3",
    },
    "cache": {"claims checked after one was touched": "1"},
    "mentions": {
        "ratio to quantulum3": "≥ 100",
        "cost per character, largest ÷ smallest": "≤ 1.3",
        "ms for 5,000 words on top of start-up": "≤ 100",
    },
}


def main(wanted: list[str]) -> None:
    """Measure the parts that are asked for, all when none is."""
    path = HERE / "results.json"
    results = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for part in wanted or PARTS:
        try:
            found = import_module(f"benchmarks.{part}").measure()
        except ModuleNotFoundError as missing:
            print(f"\n{part}: left out, {missing}")
            continue
        results[part] = {name: round(value, 2) for name, value in found.items()}
        print(f"\n{part}")
        for name, value in results[part].items():
            goal = GOALS.get(part, {}).get(name, "")
            print(f"  {name:44} {value:>12,.2f}  {f'goal {goal}' if goal else ''}".rstrip())
    results["python"], results["machine"] = platform.python_version(), f"{platform.system()} {platform.machine()}"
    path.write_text(json.dumps(results, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    import_module("benchmarks.facts").main()


if __name__ == "__main__":
    sys.path[0] = str(HERE.parent)  # not this folder, whose `statistics` is another
    main(sys.argv[1:])
