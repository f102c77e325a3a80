"""The plain way to check a claim: pint reads its quantities, sympy solves its equation.

Written as one would without this program: pint's default registry, made once; for each claim its quantities are parsed,
its equation ``derived - x`` is read and solved for ``x``, the solution is evaluated at the quantities in base units and
compared with the stated one. Nothing is kept between claims but the registry.
"""

from time import perf_counter
from typing import Any

from benchmarks.generate import Claim, claims

SAMPLE = 200
TOLERANCE = 0.005


def per_claim() -> float:
    """Return the seconds that a claim of the mix takes, imports and the registry not counted."""
    import pint  # noqa: PLC0415

    registry: Any = pint.UnitRegistry()
    sample = list(claims(SAMPLE))
    for claim in sample[:20]:
        check(claim, registry)
    start = perf_counter()
    for claim in sample:
        check(claim, registry)
    return (perf_counter() - start) / len(sample)


def check(claim: Claim, registry: Any) -> bool:
    """Say whether a claim holds."""
    import sympy  # noqa: PLC0415

    values = [base_magnitude(text, registry) for text in claim.quantities]
    x = sympy.Symbol("x")
    (solution,) = sympy.solve(sympy.sympify(claim.formula) - x, x)
    derived = float(solution.subs({sympy.Symbol(f"q{i}"): value for i, value in enumerate(values[:-1])}))
    stated = values[-1]
    match claim.relation:
        case ">" | ">=":
            return derived > stated
        case "<" | "<=":
            return derived < stated
    return abs(derived - stated) <= TOLERANCE * abs(stated)


def base_magnitude(text: str, registry: Any) -> float:
    """Return the number of a quantity in base units."""
    parsed = registry.parse_expression(text)
    return float(parsed.to_base_units().magnitude) if hasattr(parsed, "to_base_units") else float(parsed)
