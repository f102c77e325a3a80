"""The report as versioned JSON: everything that is known, numbers as strings."""

import json
import re
from dataclasses import fields, is_dataclass

from factcheck.model.report import Report
from factcheck.report.inert import hidden
from factcheck.report.summary import DEFAULT_FAIL_ON, Level

LEVELS = 4
"""Files and their lists are written over several lines, a claim on one: indented, 10,000 claims are twice as long."""

_RARE = frozenset({"inside"})
"""What hardly any place has, and is left out of those that have none."""

_COMMAND = re.compile(r"#(?=#\w*\[)")


def render(
    report: Report,
    *,
    verbose: bool = False,  # noqa: ARG001 - complete as it is
    fail_on: Level = DEFAULT_FAIL_ON,  # noqa: ARG001 - the verdicts speak for themselves
) -> str:
    """Return the whole report as one object, its keys in the order of the model."""
    return f"{escaped(text(data(report)))}\n"


def text(value: object, levels: int = LEVELS, indent: str = "") -> str:
    """Write plain data as JSON: the outer levels over several lines, what is deeper on one."""
    if not levels or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    inner = f"{indent}  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {text(part, levels - 1, inner)}" for key, part in value.items()]
        return f"{{\n{inner}" + f",\n{inner}".join(parts) + f"\n{indent}}}"
    parts = [text(part, levels - 1, inner) for part in value]
    return f"[\n{inner}" + f",\n{inner}".join(parts) + f"\n{indent}]"


def data(value: object) -> object:
    """Return a value of the model as what `json` writes: objects, lists, strings."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [data(part) for part in value]
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: data(part) for name, part in named if part or name not in _RARE}
    message = f"the report cannot hold {type(value).__name__}"
    raise TypeError(message)


def escaped(text: str) -> str:
    r"""Write the characters of a JSON text that do not show as ``\u....``, which reads back the same.

    So is the start of what a CI service would obey in a log (``##[error]``).
    """
    text = _COMMAND.sub(r"\\u0023", text)
    for character in sorted(set(text) - {"\n"}):
        if hidden(character):
            text = text.replace(character, _escape(character))
    return text


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
