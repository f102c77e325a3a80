"""What an equation of a pack may hold: units, pi, other rules; and unknowns that no formula gives."""

from collections.abc import Callable

import pytest

from factcheck.diagnostics import Diagnostic
from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.packs import load_pack
from factcheck.model.report import Outcome
from factcheck.quantity.definitions import standard_units
from tests.conftest import judged
from tests.notation import rows

RULES = """
    weight: force = mass * 9.80665 m/s^2 | {force: any, mass: mass}
    disc: area = pi * m^2 | {area: area, m: length}
    hidden: s = 5 * m / (2 s) | {s: ratio, m: ratio}
    pressure: p = weight(mass=mass) / disc(m=radius) | {p: any, mass: mass, radius: length}
    push: mass = weight.mass(force=force) | {mass: mass, force: any}
    final_size: z = 1 - exp(-r0 * z) | {z: ratio, r0: ratio}
    anomaly: mean = true - e * sin(true) | {mean: ratio, true: ratio, e: ratio}
    fall: way = speed * time + time * exp(-time / (1 s)) * 1 m/s | {way: length, speed: speed, time: time}
    wave: y = x + 3 * sin(x) | {y: ratio, x: ratio}
    fixed: x = cos(x) | {x: ratio, unused: ratio}
    step: fee = if(weight > 2 kg, 10 EUR, 5 EUR) | {fee: money, weight: mass}
    spread: se = sd(values) / sqrt(len(values)) | {se: any, values: list of any}
    roots: total = sum(sqrt(values)) | {total: any, values: list of any}
"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Knowledge]:
    """Return a function that makes a pack of rules, each written as ``id: equation | symbols``."""

    def made(block: str) -> Knowledge:
        folder = tmp_path_factory.mktemp("own")
        (folder / "pack.yaml").write_text("format: 1\ntitle: Own\n", encoding="utf-8")
        text = "format: 1\nrules:\n"
        for equation, symbols in rows(block):
            name, _, right = equation.partition(": ")
            text += (
                f'- {{id: {name}, title: {name}, equation: "{right}", cite: made up, symbols: {symbols}, tests: []}}\n'
            )
        (folder / "rules.yaml").write_text(text, encoding="utf-8")
        loaded, problems = load_pack(folder, folder)
        assert problems == ()
        assert loaded is not None
        return join((loaded,), standard_units())

    return made


@pytest.fixture(scope="module")
def check(pack: Callable[[str], Knowledge]) -> Callable[..., Outcome]:
    engine = Engine(pack(RULES), Equations())
    return lambda says, **options: judged(says, engine, **options)


HOLD = """
    weight(mass=70 kg) = 686 N
    weight.mass(force=686 N) = 70 kg
    disc(m=3 m) = 28.3 m^2
    disc.m(area=28.3 m^2) = 3.00 m
    pressure(mass=70 kg, radius=10 cm) = 21.9 kPa
    pressure.radius(mass=70 kg, p=21.9 kPa) = 10.0 cm
    push(force=686 N) = 70 kg
    push.force(mass=70 kg) = 686 N
    final_size(r0=2) = 79.7 %
    final_size(r0=1/2) = 0
    final_size.r0(z=4/5) = 2.01
    anomaly.true(mean=1, e=1/5) = 1.19
    fall.time(way=10 m, speed=2 m/s) = 4.98 s
    fixed(unused=1) = 0.739
    step(weight=3 kg) = 10 EUR
    spread(values=[1 s, 2 s, 3 s]) = 0.577 s
    roots(values=[4 m^2, 9 m^2]) = 5 m
"""


@pytest.mark.parametrize("row", rows(HOLD), ids=lambda row: row[0])
def test_it_is_solved_for_what_is_asked(row: tuple[str], check: Callable[..., Outcome]) -> None:
    outcome = check(row[0])
    assert outcome.verdict == "pass", outcome.headline


def test_a_symbol_wins_over_a_unit_of_its_name(pack: Callable[[str], Knowledge]) -> None:
    faults = pack("hidden: s = 5 m | {s: ratio, m: ratio}").problems
    assert [fault.message for fault in faults] == ["cannot read the statement from `m` on"]


def test_a_constant_is_exact_and_no_input_that_could_be_another(check: Callable[..., Outcome]) -> None:
    outcome = check("weight(mass=mass) = 700 N", given={"mass": "70.0 kg"})
    assert outcome.substituted == "70.0 kg × 9.80665 m/s^2 = 686.466 N (685.9751 to 686.9559)"
    assert [each.name for each in outcome.requirements] == ["mass"]


def test_an_unknown_without_formula_is_shown_with_its_equation(check: Callable[..., Outcome]) -> None:
    outcome = check("final_size(r0=r0) = 70 %", given={"r0": "2.5 ± 0.1"})
    assert outcome.formula == "(z where z = 1 − exp((−r0) × z))"
    assert outcome.substituted == "(z where z = 1 − exp((−(2.5 ± 0.1)) × z)) = 89.2645 % (87.85958 to 90.48891)"
    assert [each.text for each in outcome.requirements] == [
        "r0 would have to be 1.71996 (1.708551 to 1.731603), 31 % below the premise"
    ]


def test_a_bound_on_it_is_turned_round_too(check: Callable[..., Outcome]) -> None:
    outcome = check("final_size(r0=2) > 90 %")
    assert [each.text for each in outcome.requirements] == [
        "2 would have to be at least 2.55843, 28 % above what is written"
    ]


UNSOLVED = """
    final_size(r0=1.0 ± 0.2) = 70 %          | `z` has not one value for all inputs as they are rounded
    final_size(r0=more than 2) = 70 %        | `z` is found for inputs that have bounds only
    wave.x(y=3) = 2                          | `x` has several values, near 0.815596, 3.21248, 5.37154
    anomaly.e(mean=1, true=0) = 1            | division by zero
    fixed.unused(x=1) = 1                    | the rule `fixed` has no solution for `unused`
    spread.values(se=1) = 2                  | the rule `spread` has no solution for `values`
"""


@pytest.mark.parametrize(("says", "message"), rows(UNSOLVED))
def test_what_has_not_one_value_is_told(says: str, message: str, check: Callable[..., Outcome]) -> None:
    assert check(says).headline.startswith(message)


FAULTS = """
    z = box.mass * x         | FC308 | `box.mass` is no symbol of the rule
    z = x[fp32]              | FC308 | `x` is no symbol of the rule
    z = x * 2024-05-01       | FC308 | an equation takes no dates: make it a symbol
    z = derive(x)            | FC308 | an equation takes no `derive(…)`
    z = x * about 5          | FC308 | a constant is one exact number, `about 5` is not
    z = (x : 2)              | FC210 | a ratio stands alone on its side: `a : b ~ 1:2`
    z = nothing(x=x)         | FC305 | unknown rule `nothing`
    z = other(y=x)           | FC306 | the rule `other` has no symbol `y`
    z = other.w(x=x)         | FC306 | the rule `other` has no symbol `w`
    z = other()              | FC306 | the rule `other` needs `x`
    z = self(x=x)            | FC304 | these rules call each other in a circle: self → self
    z = round_about(x=x)     | FC304 | these rules call each other in a circle: self → round_about → self
"""


@pytest.mark.parametrize(("equation", "code", "message"), rows(FAULTS))
def test_a_fault_is_told_where_the_rule_stands(
    equation: str, code: str, message: str, pack: Callable[[str], Knowledge]
) -> None:
    others = "other: z = 2 * x | {z: any, x: any}\nround_about: z = self(x=x) | {z: any, x: any}\n"
    faults: tuple[Diagnostic, ...] = pack(f"self: {equation} | {{z: any, x: any}}\n{others}").rules.faults("self")
    assert [(fault.code, fault.message) for fault in faults] == [(code, message)]


def test_a_rule_that_calls_rules_many_times_over_is_too_large(pack: Callable[[str], Knowledge]) -> None:
    block = "r0: y = x + x * x | {y: ratio, x: ratio}\n"
    for n in range(1, 9):
        block += f"r{n}: y = r{n - 1}(x=x) * r{n - 1}(x=x + 1) | {{y: ratio, x: ratio}}\n"
    outcome = judged("r8(x=1) = 1", Engine(pack(block), Equations()))
    assert outcome.headline == "the equation is too large: at most 200 operations"


def test_a_choice_evaluates_only_what_it_chooses(check: Callable[..., Outcome]) -> None:
    assert check("if(0 = 0, 1, 1 / 0) = 1").verdict == "pass"
