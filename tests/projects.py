"""A small project of its own: a bakery with its pack, its claims and its settings; and the program run on it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from factcheck.loader import packs
from factcheck.quantity import registry

ROOT = Path(__file__).parents[1]

SETTINGS = """\
claims = ["claims"]
rules = ["rules"]
"""

PACK = """\
format: 1
sources:
  menu: {title: The menu of the bakery, url: "https://bakery.example/menu", date: 2024-05-01, tier: primary}
things:
  loaf:
    names: {en: [loaf, loaves], zh: [面包]}
    mass: {is: 500 g, exact: true, source: menu, quote: "500 g a loaf"}
    price: {is: 4.50 USD, exact: true, source: menu}
  basket:
    names: {en: [basket, baskets]}
    parts:
      loaf: {is: 12, source: menu, quote: "12 loaves to a basket"}
"""

CLAIMS = """\
format: 1
article: {title: 面包房, language: zh, date: 2024-06-01}
use: [core, bakery]
given:
  flour: 90 kg
claims:
- id: per-basket
  quote: a basket weighs 6 kg
  says: basket.loaf * loaf.mass = 6 kg

- id: loaves
  quote: 180 loaves from the flour
  says: flour / loaf.mass = 180 loaf

- id: takings
  quote: takings of more than 900 dollars
  says: loaves * loaf.price > 900 USD
  expect: fail

- id: growth
  quote: up by 25 percent
  says: percent_change(before=40, after=50) = 25 %
"""

FILES = {"factcheck.toml": SETTINGS, "rules/bakery/things/bread.yaml": PACK, "claims/bread.yaml": CLAIMS}


def write(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Path:
    """Write files below a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@contextmanager
def slow_steps_once() -> Iterator[None]:
    """Remember compiled units and packs whose files did not change; for tests that open many projects."""
    compiled = cache(registry.compile_units)
    parsed = cache(packs.parse_pack)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "compile_units", lambda texts: compiled(tuple(texts)))
        patch.setattr(packs, "parse_pack", parsed)
        yield


def replace(path: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def environment(**changes: str) -> dict[str, str]:
    """Return an environment without the settings of whoever runs the tests; programs run from this checkout."""
    own = ("FACTCHECK", "PYTHON", "LANG", "LC_", "TZ", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    return {**kept, "PYTHONPATH": str(Path(__file__).parents[1]), **changes}


def command(*arguments: str) -> list[str]:
    """Return the command line of the program."""
    return [sys.executable, "-m", "factcheck", *arguments]


def run(*arguments: str, cwd: Path, text: bytes = b"", **changes: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the program as a process; ``changes`` go into its environment."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        input=text,
        env=environment(**changes),
        capture_output=True,
        check=False,
        timeout=120,
    )


_LISTED = """\
import sys
from factcheck.cli.main import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def imports(*arguments: str, cwd: Path) -> set[str]:
    """Run the program and return which modules it loaded."""
    found = subprocess.run(
        [sys.executable, "-c", _LISTED, *arguments], cwd=cwd, env=environment(), capture_output=True, check=True
    )
    return set(found.stderr.decode().split())
