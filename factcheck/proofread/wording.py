"""What an editor reads of a finding: a sentence of its kind, in the draft's language, every number from the outcome."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from factcheck.model.draft import DraftInput
from factcheck.model.report import Outcome
from factcheck.proofread.amount import derived_amount, likeness, plain_number
from factcheck.prose.mention import Mention
from factcheck.quantity.phrases import phrases

_TURNED = "before=after"
"""In a statement that compares the earlier value with the later one: twenty times fewer."""

_ORDER = "the order of two derived values"
_PICK = re.compile(r"\[[^\]]*\]")

_PAIR = frozenset({"before", "after"})


class Judged(NamedTuple):
    """A number that was judged, as the sentence needs it: its words, how it was read, what it was judged by."""

    kind: str
    text: str
    mention: Mention | None
    given: Sequence[DraftInput]
    outcome: Outcome


def message(found: Judged, draft: str, language: str) -> str:
    """Return the sentence of a finding: ``620 km is 385 miles, not 998 miles``."""
    table = phrases(language)
    fields = _fields(found, draft, table["words"])
    for sentence in _sentences(found, table):
        with suppress(KeyError):
            return sentence.format_map(fields)
    return found.outcome.headline


def _sentences(found: Judged, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the sentences of a kind that would do, the best first."""
    own = table["kinds"].get(found.kind, ())
    verdict = found.outcome.verdict
    if isinstance(own, dict):
        yield from [own[verdict]] if verdict in own else []
        return
    tail = table["tails"].get(verdict, "{core}")
    yield from (tail.replace("{core}", core) for core in (*own, *table["default"]))


def _fields(found: Judged, draft: str, words: Mapping[str, str]) -> dict[str, str]:
    """Return what a sentence may name: the inputs as the draft writes them, the stated number, the derived one."""
    inputs = {one.name: _written(one, draft) for one in found.given}
    if _TURNED in found.outcome.says:
        inputs |= {"before": inputs["after"], "after": inputs["before"]} if inputs.keys() >= _PAIR else {}
    fields = {**inputs, "stated": _line(found.text)}
    if len(inputs) > 1:
        fields["inputs"] = words["joint"].join(inputs.values())
        fields["inputs_times"] = words["times"].join(inputs.values())
    if found.outcome.formula:
        fields["formula"] = found.outcome.formula
        fields["calculation"] = found.outcome.substituted.partition(" = ")[0]
    if found.outcome.relation in words:
        fields["order"] = words[found.outcome.relation]
    return fields | _derived(found, words) | _sides(found.outcome)


def _sides(outcome: Outcome) -> dict[str, str]:
    """Return what is compared in an order of two derived values: D1.peak, A100.peak, and the value of that."""
    if outcome.stated is None or outcome.stated.origin != _ORDER:
        return {}
    left, _, right = (_PICK.sub("", part).strip() for part in outcome.says.partition(outcome.relation))
    return {"left": left, "right": right, "other": outcome.stated.text.partition(" (")[0]}


def _derived(found: Judged, words: Mapping[str, str]) -> dict[str, str]:
    """Return the derived value in the form of the stated number, and which way it goes."""
    amount = derived_amount(found.mention, found.outcome)
    if not amount:
        return {}
    falls = found.outcome.says.startswith("-") is (likeness(found.outcome) >= 0)
    way = words["fall" if falls else "rise"].format(derived=amount.removeprefix("-"))
    number = plain_number(found.outcome)
    return {"derived": amount, "way": way} | ({"number": number} if number else {})


def _written(one: DraftInput, draft: str) -> str:
    if one.start is None or one.end is None:
        return one.literal
    text = _line(draft[one.start : one.end])
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _line(text: str) -> str:
    return " ".join(text.split())
