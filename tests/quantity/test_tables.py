"""The tables of words as files: what JSON allows and nobody means."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

TABLES = Path(__file__).parents[2] / "factcheck" / "quantity" / "tables"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    assert not twice, f"{twice} stand twice: the last one counts, and hides the first"
    return dict(pairs)


@pytest.mark.parametrize("path", sorted(TABLES.rglob("*.json")), ids=lambda path: str(path.relative_to(TABLES)))
def test_no_key_stands_twice_in_an_object(path: Path) -> None:
    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
