"""The official schemas, which are other people's work: ``.ci/schemas`` fetches them into ``.schemas``."""

import json
from pathlib import Path
from typing import Any

import pytest
import xmlschema

SCHEMAS = Path(__file__).parents[2] / ".schemas"


def sarif_schema() -> dict[str, Any]:
    """Return the schema of SARIF 2.1.0, or skip the test."""
    found: dict[str, Any] = json.loads(_at_hand("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    return found


def junit_schema() -> xmlschema.XMLSchema:
    """Return what Jenkins accepts as JUnit, or skip the test."""
    return xmlschema.XMLSchema(_at_hand("junit-10.xsd"))


def _at_hand(name: str) -> Path:
    path = SCHEMAS / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand: run .ci/schemas, which fetches it")
    return path
