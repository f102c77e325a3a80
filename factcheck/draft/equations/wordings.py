"""The constructions that a pack brings with a rule of its own: its wordings, checked and made into rows."""

import re
from collections.abc import Collection, Iterator

from factcheck.draft.words.constructions import Construction, rows
from factcheck.model.pack import Rule, Wording

_SLOT = re.compile(r"\{=?([^:{}+*^]*)")
_FIELD = re.compile(r"\{[a-z_]+\}")
_FREE = frozenset({"x", "y"})
"""Slots of numbers that are none of the equation."""
_ELEMENTS, _WIDE = 24, 4
"""A pattern has at most so many elements, and wide gaps among them, which cost time: packs come from strangers."""
_GAPS = frozenset({"..", "...", "~~"})


class Unreadable(ValueError):  # noqa: N818 - wrong input, not a crash
    """Why prose cannot show a rule, in words for whoever wrote it."""


def row_id(rule: str, language: str) -> str:
    """Return what the row of a rule's own wordings is called."""
    return f"{language}:{rule}"


def own_rows(rule: Rule, symbols: Collection[str]) -> tuple[Construction, ...]:
    """Return the rows of a rule's wordings, which bind all ``symbols``; raises Unreadable."""
    return tuple(row for wording in rule.wordings for row in _rows(rule.id, wording, symbols))


def _rows(rule: str, wording: Wording, symbols: Collection[str]) -> Iterator[Construction]:
    if set("{}") & {*_FIELD.sub("", wording.sentence)}:
        raise Unreadable(f"the sentence `{wording.sentence}` has something else in braces than a name")
    for form in wording.forms:
        slots, elements = {name.strip() for name in _SLOT.findall(form)}, form.split()
        if len(elements) > _ELEMENTS or sum(one in _GAPS for one in elements) > _WIDE:
            raise Unreadable(f"the form `{form}` has more than {_ELEMENTS} elements, or more than {_WIDE} wide gaps")
        if not slots.issuperset(symbols) or slots - _FREE - {*symbols}:
            raise Unreadable(f"the form `{form}` does not bind just {', '.join(sorted(symbols))}")
        try:
            (row,) = rows(wording.language, rule, {"rule": rule, "form": form})
            row.pattern.groups  # noqa: B018 - it is made when it is first asked for, and tells what is wrong
        except KeyError as unknown:
            raise Unreadable(f"the form `{form}` has {unknown}, which is no element and no meaning") from None
        except re.error:
            raise Unreadable(f"the form `{form}` has a slot twice, or one with a name that is no word") from None
        yield row


def cases_of(rule: Rule) -> dict[str, int]:
    """Return how many cases of their own the rows of a rule have."""
    return {row_id(rule.id, wording.language): len(wording.cases) for wording in rule.wordings}
