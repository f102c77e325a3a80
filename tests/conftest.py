"""What the tests share: the units and packs that come with factcheck, and a way to judge one statement."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from factcheck.engine.outcome.check import check_claim
from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.packs import load_pack
from factcheck.model.claim import Article, Claim, ClaimFile, Premise
from factcheck.model.report import Outcome
from factcheck.quantity.definitions import standard_texts
from factcheck.quantity.registry import compile_units
from factcheck.quantity.units import UnitTable
from factcheck.source import Place, Text

ROOT = Path(__file__).parents[1]

settings.register_profile(
    "steady", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

Judge = Callable[..., Outcome]
"""``judge("says …", given={"name": "value"})`` checks one statement."""


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Return what the packs that come with factcheck know."""
    loaded = [load_pack(ROOT / "rules" / name, ROOT) for name in ("core", "compute", "statistics")]
    assert [problem for _, problems in loaded for problem in problems] == []
    packs = tuple(pack for pack, _ in loaded if pack is not None)
    texts = [*standard_texts(), *("\n".join(unit.value for unit in pack.units) for pack in packs)]
    known = join(packs, UnitTable.from_data(compile_units(texts)))
    assert known.problems == ()
    return known


@pytest.fixture(scope="session")
def units(knowledge: Knowledge) -> UnitTable:
    """Return the units of the packs, in which each thing is a unit."""
    return knowledge.units


@pytest.fixture(scope="session")
def engine(knowledge: Knowledge) -> Engine:
    """Return an engine; equations that were solved once stay solved."""
    return Engine(knowledge, Equations())


@pytest.fixture(scope="session")
def judge(engine: Engine) -> Judge:
    """Return a function that checks one statement; ``others`` are the statements of other claims, by id."""
    return lambda says, **options: judged(says, engine, **options)


def judged(
    says: str,
    engine: Engine,
    given: Mapping[str, str | None] | None = None,
    others: Mapping[str, str] | None = None,
    date: str = "",
    exact: Collection[str] = (),
) -> Outcome:
    """Check one statement as the only new claim of a file ``a.yaml``."""
    place = Place("a.yaml", 1, 1)
    premises = tuple(
        Premise(name, None if value is None else Text(value, place), place, exact=name in exact)
        for name, value in (given or {}).items()
    )
    claims = [Claim(key, place, says=Text(text, place)) for key, text in {**(others or {}), "this": says}.items()]
    article = Article(date=Text(date, place) if date else None)
    file = ClaimFile("a.yaml", article, given=premises, claims=tuple(claims))
    return check_claim(claims[-1], FileScope(file, engine.knowledge.units), engine)
