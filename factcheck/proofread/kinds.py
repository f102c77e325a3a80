"""The kinds of relations with their codes."""

from factcheck.codes import QUOTES

CODES = {
    "percent-change": "FC601",
    "percentage-points": "FC602",
    "difference": "FC603",
    "multiple": "FC604",
    "times-more": "FC605",
    "growth-rate": "FC606",
    "compound-growth": "FC606",
    "sum": "FC607",
    "shares-sum": "FC608",
    "share": "FC609",
    "product": "FC610",
    "quotient": "FC611",
    "average": "FC611",
    "ratio": "FC612",
    "conversion": "FC613",
    "exchange": "FC613",
    "rate-of-day": "FC613",
    "scale": "FC614",
    "bits-bytes": "FC615",
    "repeated": "FC616",
    "headline": "FC616",
    "order": "FC617",
    "duration": "FC618",
    "p-value": "FC651",
    "p-bound": "FC651",
    "significance": "FC651",
    "interval-inside": "FC652",
    "interval-centre": "FC652",
    "interval-p": "FC652",
    "granularity": "FC653",
    "granularity-sd": "FC653",
    "scale-mean": "FC653",
    "scale-sd": "FC653",
    "effect-size": "FC654",
    "spec": "FC621",
    "statistic": "FC621",
    "rank": "FC621",
    "spec-derivation": "FC622",
}

CHANGED, GONE = QUOTES
"""A quote of a claim that the draft words otherwise by now, and one that is no longer there."""

NO_REASON, UNKNOWN_CODE, UNUSED = "FC641", "FC642", "FC643"
"""What can be wrong with an ignore."""

CLAIM = "claim"
"""The kind of a finding that comes from a claim file."""

ANY = "FC401"
"""The code of a kind that has none of its own."""


def kind_of(name: str) -> str:
    """Return the name of a kind, however a relation separates its words."""
    return name.replace("_", "-")


def code_of(kind: str) -> str:
    """Return the code of a kind."""
    return CODES.get(kind, ANY)


def codes() -> frozenset[str]:
    """Return all codes that a number of a draft can have; these can be ignored."""
    return frozenset({*CODES.values(), ANY, "FC404", CHANGED})
