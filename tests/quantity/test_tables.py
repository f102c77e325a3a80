"""The tables of words as files: what JSON allows and nobody means."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

TABLES = Path(__file__).parents[2] / "factcheck" / "quantity" / "tables"


def twice(text: str) -> list[str]:
    """Return the keys that stand twice in one object: the last one counts, and hides the first."""
    found: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found.extend(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        return dict(pairs)

    json.loads(text, object_pairs_hook=look)
    return found


@pytest.mark.parametrize("path", sorted(TABLES.rglob("*.json")), ids=lambda path: str(path.relative_to(TABLES)))
def test_no_key_stands_twice_in_an_object(path: Path) -> None:
    assert twice(path.read_text(encoding="utf-8")) == []


def test_a_key_that_stands_twice_is_seen() -> None:
    assert twice('{"up": {"rise": 1, "grow": 2, "rise": 3}, "down": {"rise": 4}}') == ["rise"]
