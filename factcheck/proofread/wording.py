"""What an editor reads of a finding: sentences of its rule or kind, in the draft's language, its numbers as written."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Any

from factcheck.draft.equations.wordings import row_id
from factcheck.model.report import Step
from factcheck.proofread import p_values
from factcheck.proofread.amount import likeness, plain_number, short
from factcheck.proofread.day_rates import rates
from factcheck.proofread.ranking import ranked
from factcheck.proofread.told import (
    Judged,
    calculation,
    derived_as_written,
    in_its_words,
    in_percent,
    leaves,
    within,
    written_inputs,
)
from factcheck.quantity.phrases import phrases

_TURNED = "before=after"
"""In a statement that compares the earlier value with the later one: twenty times fewer."""

_ORDER = "the order of two derived values"
_PICK = re.compile(r"\[[^\]]*\]")
_ATTRIBUTE = re.compile(r"\b([A-Za-z]\w*)\.([a-z]\w*)(?:\[[^\]]*\])?")
_ITSELF = "value"
"""What a constant is: the speed of light, and not the value of it."""
_OWN: Mapping[str, Callable[[Judged], Mapping[str, str]]] = {"rank": ranked, "rate-of-day": rates}
"""What sentences of some kinds may name beside."""
_RULE = re.compile(r"-?(\w+)\(")
_PART = re.compile(r"part_\d+")
_SIGNED = re.compile(r"(-?)(part_\d+)(?!\d)")
_MOST = 6
"""So many parts of a sum are all told."""
_LABEL = 30

_AS_IT_STANDS = frozenset({"headline", "repeated", "multiple", "times-more", "ratio", "statistic", "rank"})
"""The kinds whose stated number needs no noun: it is the same number again, or so many times as much."""
_PAIR = frozenset({"before", "after"})


def message(found: Judged) -> str:
    """Return the sentence of a finding: ``620 km is 385 miles, not 998 miles``."""
    fields = _fields(found)
    for sentence in _sentences(found, found.phrases):
        with suppress(KeyError):
            return sentence.format_map(fields)
    return found.outcome.headline


def is_loose(language: str, reading: str) -> bool:
    """Whether a language takes a reading of a rule for a loose use of words, to be asked about: 增加3倍 for ×3."""
    found: Mapping[str, str] = phrases(language).get("readings", {}).get(reading, {})
    return found.get("verdict", "") == "query"


def rule_of(says: str) -> str:
    """Return the rule that a statement calls; empty where it calls none."""
    m = _RULE.match(says)
    return m[1] if m else ""


def _sentences(found: Judged, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the sentences that would do, the best first: that of the rule, those of the kind, those of any kind."""
    own = table["kinds"].get(found.kind, ())
    if isinstance(own, dict):
        graded = found.outcome.grade if found.verdict == "fail" else None
        yield from (own[key] for key in (graded, found.verdict) if key in own)
        return
    tail = table["tails"].get(found.verdict, "{core}")
    rule = rule_of(found.outcome.says)
    of_reading = table.get("readings", {}).get(found.reading, {})
    of_rule = of_reading.get("core") or _own(found, rule) or table["rules"].get(rule)
    cores = (*((of_rule,) if of_rule else ()), *own, *table["default"])
    yield from (tail.replace("{core}", core) for core in cores)


def _own(found: Judged, rule: str) -> str:
    """Return the sentence that the rule's own pack has for it in the draft's language."""
    own = found.told.wordings.get(row_id(rule, found.told.language))
    return own.sentence if own is not None else ""


def _fields(found: Judged) -> dict[str, str]:
    """Return what a sentence may name: the inputs as the draft writes them, the stated number, the derived one."""
    inputs, words = written_inputs(found), found.phrases["words"]
    if _TURNED in found.outcome.says:
        inputs |= {"before": inputs["after"], "after": inputs["before"]} if inputs.keys() >= _PAIR else {}
    target = found.target
    stated = within(found.told.text[slice(*target)]) if found.kind in _AS_IT_STANDS else in_its_words(found, target)
    stated = in_percent(stated, found.outcome.stated.unit if found.outcome.stated else "")
    fields = {**inputs, "stated": stated, **_numbers(found.outcome.derivation)}
    parts = [text for name, text in inputs.items() if _PART.fullmatch(name)]
    if parts:
        fields |= {"parts": _added(found, inputs), "list": _listed(found, parts)}
    if len(inputs) > 1:
        fields |= {"inputs": words["joint"].join(inputs.values()), "inputs_times": words["times"].join(inputs.values())}
    if found.outcome.formula:
        fields["formula"] = in_names(found.outcome.formula, found, words)
        fields["calculation"] = calculation(found)
    fields |= _OWN[found.kind](found) if found.kind in _OWN else {}
    if found.outcome.relation in words:
        fields["order"] = words[found.outcome.relation]
    if found.extent:
        fields["result"] = " ".join(found.told.text[slice(*found.extent)].split())
    if found.kind in p_values.KINDS:
        return {**fields, **p_values.fields(found)}
    return _sides(found, words) | fields | _derived(found, words)


def _listed(found: Judged, parts: Sequence[str]) -> str:
    """Return numbers one after the other; of many only the ends, and what a table calls them."""
    words = found.phrases["words"]
    *first, last = parts
    if len(parts) > _MOST:
        shown: str = words["comma"].join((*first[:2], "…", last))
        return shown + _ends_of(found, len(parts))
    listed: str = words["and"].join(filter(None, (words["comma"].join(first), last)))
    return listed


def _ends_of(found: Judged, count: int) -> str:
    """Return how many numbers a table has for something, and what it calls the first and the last of them."""
    labels = [one.label for one in found.given if one.label]
    rows: str = found.phrases["words"]["rows"]
    return rows.format(count=count, first=_short(labels[0]), last=_short(labels[-1])) if labels else ""


def _added(found: Judged, inputs: Mapping[str, str]) -> str:
    """Return the parts of a sum with their signs: 420 + 35 − 12; of many only the ends, and what a table calls them."""
    words = found.phrases["words"]
    signed = [(m[1], inputs[m[2]]) for m in _SIGNED.finditer(found.outcome.says) if m[2] in inputs]
    shown = [(words["minus"] if sign else words["joint"], text) for sign, text in signed]
    if len(shown) > _MOST:
        shown = [*shown[:2], (words["joint"], "…"), shown[-1]]
    text = "".join(f"{joint}{part}" for joint, part in shown).removeprefix(words["joint"])
    return text + (_ends_of(found, len(signed)) if len(signed) > _MOST else "")


def _short(label: str) -> str:
    shown = " ".join(label.split())
    return shown if len(shown) <= _LABEL else f"{shown[: _LABEL - 1].rstrip()}…"


def in_names(formula: str, found: Judged, words: Mapping[str, str]) -> str:
    """Return a formula with things and their attributes by their names: D1.area is the area of D1."""

    def name(m: re.Match[str]) -> str:
        thing, attribute = (found.told.names.get(part, part.replace("_", " ")) for part in m.groups())
        form = words["in-itself" if m[2] == _ITSELF else "attribute"]
        what = form.format(thing=thing, attribute=attribute)
        year = re.search(rf"{m[1]}\.{m[2]}\[([0-9]{{4}})\]", found.outcome.says)
        return words["in-year"].format(what=what, year=year[1]) if year else what

    return _ATTRIBUTE.sub(name, formula)


def _numbers(step: Step | None) -> dict[str, str]:
    """Return the inputs that are numbers without a unit, as such: ``factor_number`` of ``three times`` is 3."""
    found = {}
    for one in leaves(step):
        if one.value is not None and one.value.nominal and not one.value.unit:
            with suppress(ValueError):
                found[f"{one.name}_number"] = short(Fraction(one.value.nominal))
    return found


def _sides(found: Judged, words: Mapping[str, str]) -> dict[str, str]:
    """Return what is compared in an order of two derived values: D1.peak, A100.peak, and the value of that."""
    outcome = found.outcome
    if outcome.stated is None or outcome.stated.origin != _ORDER:
        return {}
    left, _, right = (_PICK.sub("", part).strip() for part in outcome.says.partition(outcome.relation))
    left, right = (in_names(side, found, words) for side in (left, right))
    return {"left": left, "right": right, "other": outcome.stated.text.partition(" (")[0]}


def _derived(found: Judged, words: Mapping[str, str]) -> dict[str, str]:
    """Return the derived value in the form of the stated number, and which way it goes."""
    amount = derived_as_written(found)
    if not amount:
        return {}
    told_as_fall, turned = found.outcome.says.startswith("-"), likeness(found.outcome) < 0
    ways = words["rise"], words["fall"]
    fields = {"derived": amount, "way": ways[told_as_fall is not turned].format(derived=amount.removeprefix("-"))}
    if turned:
        fields["stated"] = ways[told_as_fall].format(derived=within(found.told.text[slice(*found.target)]))
    number = plain_number(found.outcome)
    return fields | ({"multiple": number} if number else {})
