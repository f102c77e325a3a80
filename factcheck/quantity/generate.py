"""The standard units anew, from their definitions: ``python -m factcheck.quantity.generate``. Needs pint."""

import json
from collections.abc import Iterable

from factcheck.quantity.definitions import COMPILED, standard_texts
from factcheck.quantity.registry import compile_units


def compiled() -> str:
    """Return the standard units as JSON, a unit and a name a line, in the order of their definition."""
    data = compile_units(standard_texts())
    names = (f"{_json(name)}: {index}" for name, index in data["names"].items())
    units, prefixes = _lines(map(_json, data["units"])), _lines(map(_json, data["prefixes"]))
    return f'{{\n"units": [{units}],\n"names": {{{_lines(names)}}},\n"prefixes": [{prefixes}]\n}}\n'


def _lines(items: Iterable[str]) -> str:
    return "\n" + ",\n".join(items) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the table beside the definitions."""
    COMPILED.write_text(compiled(), encoding="utf-8")


if __name__ == "__main__":
    main()
