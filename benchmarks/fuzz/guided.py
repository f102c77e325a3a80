"""A reader under atheris, which changes inputs so that they reach new lines; ``make fuzz`` runs it for some of them.

    python -m benchmarks.fuzz.guided article.docx --seconds 300

What reached something new is kept in ``.fuzz/corpus/``, and is where the next run begins. Of a document that is an
archive of parts, an input is one part: its first byte says which. It needs the extra ``[fuzz]``, for which atheris has
builds for some Pythons only.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.fuzz.campaign import Campaign

KEPT = Path(".fuzz")
SEEDS = 40
"""So many inputs a corpus begins with."""

LONGEST = 4_000
"""So many bytes an input has at most."""

atheris: Any = import_module("atheris")

with atheris.instrument_imports(include=["factcheck"]):
    from benchmarks.fuzz.makers import MAKERS, Input
    from benchmarks.fuzz.makers.documents import PACKED, Packed
    from benchmarks.fuzz.readers import AT_HAND, Readers


def main() -> None:
    """Run until the time is up, tell of it, and end with 1 where anything failed."""
    options = _options()
    corpus = options.folder / "corpus" / options.name
    started(corpus, options.name)
    campaign = Campaign(f"guided-{options.name}", str(int(time.time())), options.folder)
    packed = made_of_parts(options.name)
    with tempfile.TemporaryDirectory() as folder:
        readers = Readers(Path(folder))
        start = time.perf_counter()

        def check(data: bytes) -> None:
            campaign.one(Input(options.name, packed(data)), readers.check)
            campaign.seconds = time.perf_counter() - start
            if campaign.seconds > options.seconds:
                print(campaign.told(), flush=True)
                os._exit(min(1, campaign.failed))  # nothing else ends libFuzzer

        atheris.Setup([sys.argv[0], f"-max_len={LONGEST}", "-timeout=0", "-rss_limit_mb=0", str(corpus)], check)
        atheris.Fuzz()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=AT_HAND, metavar="NAME", help=f"one of {', '.join(AT_HAND)}")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--folder", type=Path, default=KEPT)
    return parser.parse_args()


def started(corpus: Path, name: str) -> None:
    """Give a corpus that is new its first inputs."""
    if not corpus.is_dir():
        corpus.mkdir(parents=True)
        for number, data in enumerate(_first(name)):
            (corpus / f"seed-{number}").write_bytes(data)


def _first(name: str) -> Iterator[bytes]:
    random = Random(name)
    if name not in PACKED:
        yield from (MAKERS[name](random) for _ in range(SEEDS))
        return
    parts = _parts(PACKED[name])
    yield from (bytes([at]) + part.encode() for at, part in enumerate(parts.values()))


def made_of_parts(name: str) -> Callable[[bytes], bytes]:
    """Return what makes an input for a reader of bytes."""
    if name not in PACKED:
        return lambda data: data
    packed = PACKED[name]
    parts = _parts(packed)
    names = [*parts]
    return lambda data: packed.with_part(parts, names[data[0] % len(names)], data[1:]) if data else b""


def _parts(packed: Packed) -> dict[str, str]:
    """Return the parts of one sound document."""
    return {**packed.parts(Random(packed.name))}


if __name__ == "__main__":
    main()
