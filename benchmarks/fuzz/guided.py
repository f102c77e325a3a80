"""The readers under atheris, which changes inputs so that they reach new lines: ``python -m benchmarks.fuzz.guided``.

    python -m benchmarks.fuzz.guided splices -max_total_time=300 .fuzz/splices

The first word names the reader, the rest goes to libFuzzer: a folder keeps the inputs that reached something new. It
needs the extra ``[fuzz]``, for which atheris has builds for some Pythons only.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

atheris: Any = import_module("atheris")

with atheris.instrument_imports(include=["factcheck"]):
    from benchmarks.fuzz.readers import MAKERS, Input, Readers


def main() -> None:
    """Run until libFuzzer ends it; an input that raises, or is read wrongly, is written down by libFuzzer."""
    name = sys.argv.pop(1)
    if name not in MAKERS:
        sys.exit(f"there is no reader `{name}`; readers: {', '.join(MAKERS)}")
    with tempfile.TemporaryDirectory() as folder:
        readers = Readers(Path(folder))

        def check(data: bytes) -> None:
            _, wrong = readers.check(Input(name, data))
            if wrong:
                raise AssertionError(wrong)

        atheris.Setup(sys.argv, check)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
