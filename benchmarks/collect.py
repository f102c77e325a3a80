"""The findings of texts under one state of the program: ``python collect.py TEXTS FOUND``, run beside that program.

It uses the library alone, so that it runs under states that are older than itself. Both files are JSON Lines: texts as
``{"corpus", "id", "lang", "text"}``, findings as ``benchmarks.changes`` reads them.
"""

import json
import sys
from multiprocessing import Pool
from pathlib import Path

PROCESSES = 2


def found(line: str) -> list[list[object]]:
    """Return the findings of a text, or one that says that the program failed."""
    from factcheck.api import check_draft  # noqa: PLC0415 - of the state that is looked at

    row = json.loads(line)
    named = [row["corpus"], row["id"], row["lang"]]
    try:
        report = check_draft(row["text"], lang=row["lang"])
    except Exception as fault:  # noqa: BLE001 - told as a finding
        return [[*named, type(fault).__name__, "error", 0, ""]]
    return [[*named, one.kind, one.verdict, one.start, one.text] for one in report.findings]


def main() -> None:
    """Read, check, write."""
    source, target = map(Path, sys.argv[1:3])
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as file, Pool(PROCESSES) as pool:
        for rows in pool.imap(found, lines, chunksize=64):
            file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


if __name__ == "__main__":
    main()
