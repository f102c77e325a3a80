"""The schemas for editors: what factcheck reads is valid, what its shapes refuse is not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from factcheck.cli.options.asking import SCHEMAS
from factcheck.cli.schema_command import text
from factcheck.cli.starting import template
from tests.projects import ROOT

WRONG = ROOT / "tests/wrong"
OF_SHAPE = {"FC103", "FC105", "FC106", "FC107", "FC110", "FC111", "FC113", "FC115"}
"""Codes of faults that a schema can see."""

EXPLODES = "aliases-that-explode.yaml"
"""Would fill the memory of whoever follows its aliases."""

SHIPPED = sorted([*(ROOT / "claims").rglob("*.yaml"), *(ROOT / "rules").rglob("*.yaml")])
VALIDATORS = {kind: Draft202012Validator(json.loads(text(kind))) for kind in SCHEMAS}


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: a date is a text, `on` is a text, keys are texts."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - of the base class


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def read(content: str) -> Any:
    """Return what an editor makes of a YAML file; a number that is a key is a text there."""
    return json.loads(json.dumps(yaml.load(content, EditorLoader)))  # noqa: S506 - a SafeLoader


def kind_of(path: Path) -> str:
    """Return the kind of a file that ships with factcheck."""
    if path.is_relative_to(ROOT / "claims"):
        return "claims"
    if path.name == "pack.yaml":
        return "pack"
    return "things" if path.parent.name == "things" else "rules"


def faults(kind: str, content: str) -> list[str]:
    """Return where a file is not as its schema says."""
    return sorted(error.json_path for error in VALIDATORS[kind].iter_errors(read(content)))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_is_a_schema(kind: str) -> None:
    of_schemas = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert [fault.message for fault in of_schemas.iter_errors(VALIDATORS[kind].schema)] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_ships_is_valid(path: Path) -> None:
    assert faults(kind_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["claims.en.yaml", "claims.zh.yaml", "example.en.yaml", "example.zh.yaml"])
def test_what_new_and_init_write_is_valid(name: str) -> None:
    assert faults("claims", template(name)) == []


def test_the_report_of_the_example_is_valid() -> None:
    report = json.loads((ROOT / "reports/dojo.json").read_text(encoding="utf-8"))
    assert [error.json_path for error in VALIDATORS["report"].iter_errors(report)] == []


@pytest.mark.parametrize(
    "path", sorted(path for path in WRONG.glob("*.yaml") if path.name != EXPLODES), ids=lambda path: path.stem
)
def test_a_wrong_claim_file_is_invalid_where_its_shape_is_wrong(path: Path) -> None:
    codes = set(re.findall(r"^[a-z]+\[(FC\d{3})\]", path.with_suffix(".txt").read_text(encoding="utf-8"), re.MULTILINE))
    try:
        found = faults("claims", path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, RecursionError):
        return
    assert bool(found) == bool(codes & OF_SHAPE)


@pytest.mark.parametrize(
    ("kind", "content", "where"),
    [
        ("claims", "claims: [{id: a, says: 1 = 1, exempt: why}]", ["$.claims[0]"]),
        ("claims", "claims: [{id: a}]", ["$.claims[0]"]),
        ("claims", "claims: [{id: a, says: 1 = 1, shows: 2}]", ["$.claims[0]"]),
        ("claims", "claims: [{id: a b, says: 1 = 1}]", ["$.claims[0].id"]),
        ("claims", "claims: [{id: a, says: 1 = 1, expect: fial}]", ["$.claims[0].expect"]),
        ("claims", "claims: []\ngiven: {2nd: 3}", ["$.given"]),
        ("claims", "claims: []\ngvien: {a: 3}", ["$"]),
        ("claims", "format: 2\nclaims: []", ["$.format"]),
        ("things", "things: {}", ["$"]),
        ("things", "format: 1\nthings: {D1: {area: 645 mm^2}}", ["$.things.D1.area"]),
        ("things", "format: 1\nthings: {D1: {area: {is: 645 mm^2}}}", ["$.things.D1.area"]),
        ("things", "format: 1\nsources: {a: {title: A, tier: first}}", ["$.sources.a.tier"]),
        ("rules", "format: 1\nrules: [{id: a, title: A, equation: a = b, symbols: {a: any}}]", ["$.rules[0]"]),
        ("pack", "format: 1\nattributes: {peak: {additive: maybe}}", ["$.attributes.peak.additive"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(kind: str, content: str, where: list[str]) -> None:
    assert faults(kind, content) == where


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("claims", "claims: [{id: 2024, quote: 5, says: 1 = 1}]"),
        ("claims", 'format: "1"\nclaims: []\ngiven: {目标: 3, ziel: {is: 1.50}}'),
        ("things", "format: 1\nthings: {面包: {names: {zh: 面包}, a-b: {is: 12, exact: true, source: a}}}"),
    ],
)
def test_plain_scalars_may_be_what_yaml_makes_of_them(kind: str, content: str) -> None:
    assert faults(kind, content) == []


def keys(schema: Any, path: str = "$") -> list[tuple[str, dict[str, Any]]]:
    """Return all keys that a schema declares."""
    if not isinstance(schema, dict):
        return [found for item in schema for found in keys(item, path)] if isinstance(schema, list) else []
    here = [(f"{path}.{name}", value) for name, value in schema.get("properties", {}).items() if "type" in schema]
    return here + [found for name, value in schema.items() for found in keys(value, f"{path}.{name}")]


@pytest.mark.parametrize("kind", [kind for kind in SCHEMAS if kind not in {"report", "draft"}])
def test_each_key_is_described(kind: str) -> None:
    found = keys(VALIDATORS[kind].schema)
    assert [path for path, value in found if not value.get("description")] == []
    assert len(found) > 5


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_always_the_same(kind: str) -> None:
    assert text(kind) == text(kind)
