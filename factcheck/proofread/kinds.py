"""The kinds of relations with their codes."""

CODES = {
    "percent-change": "FC601",
    "percentage-points": "FC602",
    "difference": "FC603",
    "multiple": "FC604",
    "times-more": "FC605",
    "growth-rate": "FC606",
    "sum": "FC607",
    "shares-sum": "FC608",
    "share": "FC609",
    "product": "FC610",
    "quotient": "FC611",
    "ratio": "FC612",
    "conversion": "FC613",
    "scale": "FC614",
    "bits-bytes": "FC615",
    "repeated": "FC616",
    "order": "FC617",
    "duration": "FC618",
    "spec": "FC621",
    "spec-derivation": "FC622",
}
