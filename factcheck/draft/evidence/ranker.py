"""How likely a candidate equation is meant: a linear model of what is seen of it, learnt from published text.

``weights.json`` holds whole numbers, hundredths of a log odds, by feature. They were learnt from nothing but which
equations hold in texts whose numbers are nearly all right (see docs/accuracy.md); no sentence of any text is in them.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp
from pathlib import Path

from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.evidence.chance import chance
from factcheck.draft.evidence.features import Sight, sights
from factcheck.draft.text.line import Line

_WEIGHTS = Path(__file__).with_name("weights.json")
_HUNDRED = 100
_BIAS = "bias"


@cache
def weights() -> Mapping[str, int]:
    """Return the weights by feature."""
    found: dict[str, int] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return found


def likelihood(candidate: Candidate, line: Line) -> float:
    """Return how likely a candidate is meant, before anyone looks whether it holds; between 0 and 1."""
    total = weights().get(_BIAS, 0) + sum(map(_worth, sights(candidate, line)))
    return 1 / (1 + exp(-total / _HUNDRED))


@lru_cache(maxsize=16_384)
def _worth(sight: Sight) -> int:
    """Return the weight of what is seen of a candidate; much of a text, and of many texts, looks the same."""
    known = weights()
    return sum(known.get(feature, 0) for feature in sight.features())


def belief(candidate: Candidate, line: Line, support: float = 1.0) -> float:
    """Return how likely a candidate that holds is meant, and does not hold by chance (the theorem of Bayes).

    ``support`` is the chance of what else speaks for it, if it is not meant.
    """
    prior = likelihood(candidate, line)
    return prior / (prior + (1 - prior) * chance(candidate) * support)
