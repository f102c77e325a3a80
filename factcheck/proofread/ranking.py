"""What a rank was found by, in words: United States 27.4 trillion USD, China 17.8 trillion USD."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.model.report import Step
from factcheck.proofread.told import Judged, leaves

_RANK = re.compile(r"rank\((?P<thing>\w+)\.(?P<attribute>\w+)(?:\[(?P<year>[0-9]{4})\])?,")
_DIGITS = 3


def ranked(found: Judged) -> Mapping[str, str]:
    """Return what a sentence about a rank may name: the thing, the attribute, the place, and who was compared."""
    m = _RANK.match(found.outcome.says)
    derived = found.outcome.derived
    if m is None or derived is None or derived.nominal is None:
        return {}
    words, names = found.phrases["words"], found.told.names
    what = names.get(m["attribute"], m["attribute"])
    facts = {one.name: one for one in leaves(found.outcome.derivation) if one.kind == "fact"}
    listed = sorted(facts.values(), key=lambda one: -_size(one))
    return {
        "thing": names.get(m["thing"], m["thing"]),
        "what": words["in-year"].format(what=what, year=m["year"]) if m["year"] else what,
        "place": str(derived.nominal),
        "listed": words["comma"].join(_told(one, found) for one in listed),
    }


def _size(step: Step) -> Fraction:
    return Fraction(step.value.nominal or 0) if step.value is not None else Fraction(0)


def _told(step: Step, found: Judged) -> str:
    """Return a thing with its value: China 17.8 trillion USD."""
    name = found.told.names.get(step.name.partition(".")[0], step.name)
    unit = step.value.unit if step.value is not None else ""
    return f"{name} {_short(_size(step), found.phrases['words']['scales'])} {unit}".rstrip()


def _short(value: Fraction, scales: Sequence[tuple[str, int]]) -> str:
    """Return a value to three digits, with the largest scale word that it has."""
    for word, power in scales:
        if value >= 10**power:
            return f"{_rounded(value / 10**power)}{word}"
    return _rounded(value)


def _rounded(value: Fraction) -> str:
    digits = max(0, _DIGITS - len(str(int(value))))
    return f"{float(round(value, digits)):,.{digits}f}"
