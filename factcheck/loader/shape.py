"""What the shapes of files share: names, lines, lists, mappings with known keys (imported late: pydantic is slow)."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

MAX_LINE = 2_000
MAX_VALUES = 200
MAX_QUOTE = 1_000


Name = Annotated[str, Field(pattern=r"^[^\W\d]\w*$", max_length=200)]
Line = Annotated[str, Field(min_length=1, max_length=MAX_LINE)]
Quote = Annotated[str, Field(max_length=MAX_QUOTE)]
Flag = Literal["true", "false"]
Expect = Literal["pass", "borderline", "fail", "unverified", "slip", "wrong", "decision", "error"]
Format = Annotated[Literal["1"], Field(description="Version of the format of this file.")]


def as_list(value: Any) -> Any:
    """Return a single value as a list of one."""
    return value if isinstance(value, list) or value is None else [value]


Values = Annotated[
    list[Line],
    Field(min_length=1, max_length=MAX_VALUES),
    BeforeValidator(as_list, json_schema_input_type=Line | list[Line]),
]
Words = Annotated[list[Line], BeforeValidator(as_list, json_schema_input_type=Line | list[Line])]


class Shape(BaseModel):
    """A mapping with known keys; an optional key without a value counts as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        optional = {field.alias or name for name, field in cls.model_fields.items() if not field.is_required()}
        return {key: value for key, value in data.items() if value is not None or key not in optional}
