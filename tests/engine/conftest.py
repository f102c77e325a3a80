"""A small field of knowledge: chips on boards in racks."""

from pathlib import Path
from textwrap import dedent

import pytest

from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.packs import load_pack
from factcheck.quantity.definitions import standard_texts
from factcheck.quantity.registry import compile_units
from factcheck.quantity.units import UnitTable
from tests.conftest import Judge, judged

FILES = {
    "pack.yaml": """
        format: 1
        title: Chips
        defaults: {precision: half}
        attributes:
          speed: {title: speed, additive: true}
          power: {title: power}
    """,
    "units.txt": "op = [op] = op\n",
    "rules.yaml": """
        format: 1
        rules:
          - id: cube
            title: Volume of a cube
            equation: volume = side ^ 3
            symbols: {side: length, volume: volume}
            cite: Euclid
            tests: []
          - id: circle
            title: Two signs
            equation: y = x * x - 3 * x
            symbols: {x: ratio, y: ratio}
            cite: Euclid
            tests: []
          - id: spread
            title: A range of values
            equation: spread = max(values) - min(values)
            symbols: {values: list of any, spread: same as values}
            cite: none
            tests: []
          - id: pick
            title: A share with a free whole number
            equation: share = k / n
            symbols: {k: whole, n: count, share: ratio}
            cite: none
            tests: []
    """,
    "things/chips.yaml": """
        format: 1
        sources:
          maker: {title: The maker, date: 2020-05-01, tier: primary}
          paper: {title: The Paper, tier: press}
        things:
          chip:
            names: {en: [chip, chips, die], zh: [芯片]}
            speed:
              - {is: 10 op/s, when: {precision: half}, source: maker}
              - {is: 4.0 op/s, when: {precision: full}, source: maker}
              - {is: 99 op/s, when: {precision: half}, source: paper}
            power: {is: 20 W, source: maker}
            width: {is: 5 mm, exact: true, source: maker}
            length: {is: 5 mm, error: 0.2 mm, source: maker}
            legs: {is: 40, source: maker}
            price:
              - {is: 100 USD, when: {date: 2020}, source: maker}
              - {is: 80 USD, when: {date: 2022}, source: maker}
              - {is: 70 USD, when: {date: 2024}, source: maker}
            weight:
              - {is: 1 g, when: {case: plastic}, source: maker}
              - {is: 2 g, when: {case: metal}, source: maker}
            born: {is: 2020-05, source: maker}
            rumour: {is: 3 W, source: paper, status: unconfirmed}
          other:
            names: {en: [other chip, die]}
            speed: {is: 8 op/s, when: {precision: half}, source: maker}
            power: {is: 10 W, source: maker}
            units: {other_equivalent: speed}
          board:
            parts: {chip: {is: 4, source: maker}, other: {is: 1, source: maker}}
            speed: {is: 48 op/s, when: {precision: half}, source: maker}
            power: {is: 150 W, source: maker}
          rack:
            parts: {board: {is: 10, source: maker}}
            speed: {is: 600 op/s, when: {precision: half}, source: paper}
          hall:
            parts: {rack: {is: about 20, source: maker}}
    """,
}


@pytest.fixture(scope="session")
def chips(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Return what the small pack knows."""
    root = tmp_path_factory.mktemp("chips")
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(text).lstrip(), encoding="utf-8")
    pack, problems = load_pack(root, root)
    assert pack is not None
    assert problems == ()
    texts = [*standard_texts(), *(unit.value for unit in pack.units)]
    known = join((pack,), UnitTable.from_data(compile_units(texts)))
    assert known.problems == ()
    return known


@pytest.fixture(scope="session")
def small(chips: Knowledge) -> Judge:
    """Return a function that checks one statement against the small pack."""
    engine = Engine(chips, Equations())
    return lambda says, **options: judged(says, engine, **options)


@pytest.fixture(scope="session")
def fields(knowledge: Knowledge) -> Judge:
    """Return a function that checks one statement against the pack of four fields."""
    root = Path(__file__).parent / "fields"
    pack, problems = load_pack(root, root)
    assert pack is not None
    assert problems == ()
    core = next(pack for pack in knowledge.packs if pack.name == "core")
    engine = Engine(join((core, pack), knowledge.units), Equations())
    return lambda says, **options: judged(says, engine, **options)
