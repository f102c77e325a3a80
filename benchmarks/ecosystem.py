"""What a change does to texts: ``python -m benchmarks.ecosystem BEFORE [AFTER] [--data FOLDER] [--texts PATH …]``.

BEFORE and AFTER are revisions of git, or folders with a checkout; without AFTER it is the tree as it is. All texts at
hand are checked under both, and what differs is printed by relation and language, then some examples by id and offset;
``--show`` prints the words around, too, which are not ours to keep. ``--every 10`` looks at one text in ten.

The texts are the JSON Lines below ``--data`` that have a ``text``, each file a corpus, and the files and folders of
``--texts``, of any kind that ``factcheck archive`` reads.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.changes import Found, changes, examples, read, table
from benchmarks.corpora import DATA, Text
from benchmarks.measure import ROOT
from factcheck.loader.texts.columns import NoColumn, Wanted
from factcheck.loader.texts.inputs import inputs
from factcheck.loader.texts.parts import rows

COLLECT = Path(__file__).with_name("collect.py")
EXAMPLES = 10


def corpora(data: Path) -> Iterator[Text]:
    """Yield the texts of all JSON Lines below a folder whose rows have one."""
    for path in sorted(data.rglob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                row = json.loads(line)
                if not isinstance(row.get("text"), str):
                    break
                name = path.stem.removeprefix("text-")
                yield Text(name, str(row.get("id", number)), _language(row.get("lang")), row["text"])


def _language(found: object) -> str:
    return found if found in {"en", "zh"} else "en"


def texts(paths: Sequence[str], language: str) -> Iterator[Text]:
    """Yield the texts of files and folders."""
    for one in inputs(paths, Wanted()) if paths else ():
        for part in one.parts:
            yield from (Text(Path(one.source).name, row.id, language, row.text) for row in rows(part) if not row.fault)


@contextmanager
def checkout(state: str) -> Iterator[Path]:
    """Give a folder with a state of the program: that folder itself, or a revision laid out beside this one."""
    if Path(state).is_dir():
        yield Path(state).resolve()
        return
    with tempfile.TemporaryDirectory(prefix="factcheck-state-") as home:
        folder = str(Path(home) / "state")
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", folder, state], cwd=ROOT, check=True)  # noqa: S607
        try:
            yield Path(folder)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", folder], cwd=ROOT, check=True)  # noqa: S607


def findings(state: str, source: Path, target: Path) -> list[Found]:
    """Return what a state of the program finds in the texts of a file."""
    with checkout(state) as folder:
        env = {
            **os.environ,
            "PYTHONPATH": str(folder),
            "FACTCHECK_CACHE_DIR": str(target.parent / f"{target.stem}.cache"),
        }
        subprocess.run([sys.executable, "-P", str(COLLECT), str(source), str(target)], cwd=folder, env=env, check=True)
    return read(target)


def main() -> None:
    """Check under both, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before")
    parser.add_argument("after", nargs="?", default=str(ROOT))
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--texts", nargs="*", default=[], metavar="PATH")
    parser.add_argument("--lang", default="en", choices=("en", "zh"), help="the language of --texts")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one text in N")
    parser.add_argument("--examples", type=int, default=EXAMPLES, metavar="N", help="of each way of changing")
    parser.add_argument("--show", action="store_true", help="print the words around examples, too")
    args = parser.parse_args()
    try:
        read_all = (
            [*corpora(args.data), *texts(args.texts, args.lang)]
            if args.data.is_dir()
            else [*texts(args.texts, args.lang)]
        )
    except NoColumn as told:
        parser.error(str(told))
    chosen = read_all[:: args.every]
    if not chosen:
        parser.error(f"there are no texts in {args.data}: name a folder with --data or --texts")
    with tempfile.TemporaryDirectory(prefix="factcheck-ecosystem-") as home:
        source = Path(home) / "texts.jsonl"
        lines = ({"corpus": one.corpus, "id": one.id, "lang": one.language, "text": one.text} for one in chosen)
        source.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        before = findings(args.before, source, Path(home) / "before")
        after = findings(args.after, source, Path(home) / "after")
    differing = changes(before, after)
    print(f"{len(chosen):,} texts: {len(before):,} findings before, {len(after):,} after, {len(differing):,} differ\n")
    if differing:
        print(*table(differing), "", sep="\n")
        shown = {(one.corpus, one.id): one.text for one in chosen} if args.show else None
        print(*examples(differing, args.examples, shown), sep="\n")


if __name__ == "__main__":
    main()
