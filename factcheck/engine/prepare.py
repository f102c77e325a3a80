"""What is worked out beforehand for the packs that come with factcheck: ``python -m factcheck.engine.prepare``.

Packs as rows, the units that they add, their equations solved. Needs YAML, pydantic, pint and sympy; what it writes
(see ``factcheck.prepared``) spares every other run all four.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck import prepared
from factcheck.engine.resolve.unit_lines import added, compile_packs, units_key
from factcheck.engine.rules import solutions
from factcheck.engine.rules.equations import EQUATION_SECONDS, Equations, requests_of, solve_all
from factcheck.loader.discovery import builtin_packs
from factcheck.loader.kept_packs import prepared_name, rows_name
from factcheck.loader.packs import load_pack
from factcheck.model import pack_codec
from factcheck.model.pack import Pack
from factcheck.quantity.definitions import PREPARED

Entry = tuple[str, str, Mapping[str, Any]]
"""A name, what the data depend on, and the data."""


def entries() -> Iterator[Entry]:
    """Give what is to be written, each under its name."""
    packs = [_sound_pack(folder) for folder in builtin_packs()]
    for pack in packs:
        yield prepared_name(pack.name), pack.digest, pack_codec.to_data(pack)
        if pack.rows.things:
            yield rows_name(pack.name), pack.digest, {"rows": pack.rows.data()}
    table, problems = compile_packs(packs)
    _refuse(problems)
    yield PREPARED, units_key(packs), {"added": added(table)}
    yield solutions.NAME, solutions.KEY, {"solutions": solved(packs)}


def solved(packs: Iterable[Pack]) -> dict[str, solutions.Solutions]:
    """Return the equations of packs, solved for each of their symbols."""
    rules = {rule.id: rule for pack in packs for rule in pack.rules}
    wanted = {each.text: each.symbols for each in requests_of(rules.values(), rules, Equations())}
    found = solve_all(list(wanted.items()), EQUATION_SECONDS)
    _refuse(text for text, answer in found.items() if solutions.OPEN in answer)
    return dict(sorted(found.items()))


def _sound_pack(folder: Path) -> Pack:
    """Load a pack with places relative to itself."""
    pack, problems = load_pack(folder, folder)
    _refuse(problems)
    if pack is None:
        raise FileNotFoundError(folder)
    return pack


def _refuse(problems: Iterable[object]) -> None:
    """Stop at the first of what should not be there: a fault, an equation that took too long."""
    for problem in problems:
        raise ValueError(problem)


def main() -> None:
    """Write the files of this version, and remove those of others."""
    texts = {f"{name}.json": prepared.text(key, data) for name, key, data in entries()}
    for path in prepared.FOLDER.glob("*.json"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (prepared.FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
