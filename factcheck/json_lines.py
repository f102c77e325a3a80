"""A value of a line of JSON: what could not be written as JSON again is not read as such."""

import json
from math import isinf
from typing import NoReturn


def _finite(digits: str) -> float:
    found = float(digits)
    if isinf(found):
        raise ValueError(f"{digits[:20]} is beyond the numbers that are told apart")
    return found


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=_refused)
"""Reads JSON as RFC 8259 has it: without NaN and infinities, which Python's own reads and writes."""
