"""A file that is twice as large takes about twice the work, whatever it is made of. Calls are counted, not time."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from factcheck.cache import Cache
from factcheck.engine.article.check_file import Checked, check_bytes
from factcheck.engine.reuse import claim_keys
from factcheck.engine.session import Session
from factcheck.loader.claims import claims_from_text
from factcheck.loader.config import Settings
from tests.conftest import ROOT


def calls(action: Callable[[], object]) -> int:
    """Return how many functions an action calls."""
    count = 0

    def tick(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


@pytest.fixture(scope="module")
def session() -> Session:
    """Return the packs that come with factcheck, everything of them that is read late read."""
    folders = {name: ROOT / "rules" / name for name in ("core", "compute")}
    made = Session.open(folders, ROOT, Settings(), Cache(None))
    check(made, "claims: [{id: a, says: D1.peak = 1 TFLOP/s}, {id: b, says: fooo = 1}]")
    return made


def check(session: Session, text: str) -> Checked:
    return check_bytes(text.encode(), "a.yaml", session, {})


def claims(says: list[str], given: list[str] = ()) -> str:
    """Write a claim file of statements and premises."""
    premises = ["given:", *(f"  p{i}: {value}" for i, value in enumerate(given))] if given else []
    return "\n".join([*premises, "claims:", *(f'- {{id: c{i}, says: "{text}"}}' for i, text in enumerate(says))])


def chain_of_claims(n: int) -> str:
    return claims(["1 + 0 = 1", *(f"c{i} + 1 = {i + 2}" for i in range(n))])


def chain_of_claims_from_its_end(n: int) -> str:
    return claims([*(f"c{i + 1} + 1 = {n - i + 1}" for i in range(n)), "1 + 0 = 1"])


def chain_of_premises(n: int) -> str:
    return claims([f"p{n - 1} = 3"], ["1", *(f"p{i} + 1" for i in range(n - 1))])


def premises_and_claims(n: int) -> str:
    return claims([f"p{i} * 2 = {2 * i + 3}" for i in range(n)], [f"{i + 1}.5" for i in range(n)])


def circle(n: int) -> str:
    return claims([f"c{(i + 1) % n} + 1 = 2" for i in range(n)])


def contradictions(n: int) -> str:
    return claims([f"D1.peak = {i + 400} TFLOP/s" for i in range(n)])


def implied_contradictions(n: int) -> str:
    return claims(["D1.peak = 362 TFLOP/s", *(f"{i + 2} D1 * D1.peak = {i + 400} TFLOP/s" for i in range(n))])


def unknown_names(n: int) -> str:
    return claims([f"unknown{i} = 3" for i in range(n)])


def wide_sum(n: int) -> str:
    return claims([" + ".join(f"p{i}" for i in range(n)) + " = 3"], [f"{i + 1}.5" for i in range(n)])


def nested_sum(n: int) -> str:
    """Return one claim over premises that are sums: more terms than one statement may have."""
    sums = [" + ".join(f"{i}.{j}" for i in range(n // 10)) for j in range(1, 11)]
    return claims([" + ".join(f"p{j}" for j in range(10)) + " = 3.21"], sums)


# kind of file | how many, and twice as many of it are checked
SIZES = [
    (chain_of_claims, 200),
    (chain_of_claims_from_its_end, 200),
    (chain_of_premises, 200),
    (premises_and_claims, 150),
    (circle, 120),
    (contradictions, 60),
    (implied_contradictions, 60),
    (wide_sum, 90),
    (nested_sum, 400),
]


@pytest.mark.parametrize(("made", "n"), SIZES, ids=[made.__name__ for made, _ in SIZES])
def test_twice_the_size_is_twice_the_work(made: Callable[[int], str], n: int, session: Session) -> None:
    check(session, made(20))
    once, twice = (calls(lambda size=size: check(session, made(size))) for size in (n, 2 * n))
    assert twice < 2.6 * once


def test_wrong_names_are_compared_up_to_a_limit(session: Session) -> None:
    check(session, unknown_names(5))
    some, many = (calls(lambda size=size: check(session, unknown_names(size))) for size in (400, 800))
    assert many - some < some


def test_what_a_claim_depends_on_is_found_in_linear_work() -> None:
    """One edit in a large file: each claim's key is worked out, and no claim looks at all the others."""
    files = [claims_from_text(premises_and_claims(n), "a.yaml")[0] for n in (500, 1000)]
    once, twice = (calls(lambda file=file: claim_keys(file)) for file in files if file is not None)
    assert twice < 2.6 * once
