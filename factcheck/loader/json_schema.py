"""JSON Schemas of the files that people write, for editors: from the same shapes that check them.

They are a little stricter than factcheck where that makes an editor offer the right things: a key without a value is
marked, and so is a text that YAML takes for a truth value (`quote: true`; in quotes it is a text).
"""

import json
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from factcheck.loader import claim_shapes, pack_shapes

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SHAPES: Final[dict[str, tuple[type[BaseModel], str]]] = {
    "claims": (claim_shapes.ClaimsShape, "claim file"),
    "rules": (pack_shapes.RulesShape, "rule file"),
    "things": (pack_shapes.ThingsShape, "file of things"),
    "pack": (pack_shapes.PackShape, "pack.yaml"),
}
"""The kinds of files with their shape and what they are called."""

TEXT = ["string", "number"]
NAME = ["string", "integer"]
"""What YAML makes of a plain scalar: we read `25` and `2024` as texts."""

SIGNS = r"\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f"
"""ASCII that is no letter, digit, hyphen or low line: `\\w` means other letters in other programs."""

PORTABLE: Final = {
    r"^[^\W\d]\w*$": rf"^[^{SIGNS}0-9\-][^{SIGNS}\-]*$",
    r"^\w[\w-]*$": rf"^[^{SIGNS}\-][^{SIGNS}]*$",
}
"""Patterns with `\\w` as every regular expression reads them; letters beyond ASCII are not told from signs."""

NATIVE: Final[dict[str, int | bool]] = {"1": 1, "true": True, "false": False}


class EditorSchema(GenerateJsonSchema):
    """Describes files as YAML programs see them: `format: 1` is a number."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Accept numbers, for each is read as text."""
        found = super().str_schema(schema)
        found["type"] = NAME if "pattern" in found else TEXT
        if "pattern" in found:
            found["pattern"] = PORTABLE.get(found["pattern"], found["pattern"])
        return found

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Accept a word also as the number or truth value that YAML makes of it."""
        native = [NATIVE[word] for word in schema["expected"] if word in NATIVE]
        return {"enum": [*native, *schema["expected"]]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse keys that are no names, rather than leaving them unchecked."""
        names = self.generate_inner(schema["keys_schema"])
        names.pop("type", None)
        return {
            "type": "object",
            "additionalProperties": self.generate_inner(schema["values_schema"]),
            "propertyNames": names,
        }

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name the default where it says something."""
        found = super().default_schema(schema)
        default = found.pop("default", None)
        return {**found, "default": NATIVE.get(default, default)} if default else found

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave out null: a key that is not wanted is left out."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Leave out the name of the class."""
        found = super().model_schema(schema)
        found.pop("title", None)
        return found

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order of the shapes, in which editors offer keys."""
        del parent_key
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that only repeat the key."""
        del schema
        return False


def schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of file in `SHAPES`."""
    shape, name = SHAPES[kind]
    found = shape.model_json_schema(schema_generator=EditorSchema)
    return {"$schema": DIALECT, "title": f"factcheck {name}, format 1", **found}


def render(kind: str) -> str:
    """Return the schema as text."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"
