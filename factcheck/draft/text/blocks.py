"""The roles of blocks: which tell a story, and which tell again what stands there, as a headline does."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from factcheck.quantity.languages import draft_table, languages, of_tables
from factcheck.source import Span

Role = Literal["headline", "deck", "summary", "caption", "item", "cell", "paragraph"]

_FRONT: tuple[Role, ...] = ("headline", "deck")
_LONGEST = 140
"""A headline and the line below it have at most so many characters."""
_WORDS = 3
"""A headline has at least so many words for a number; a line of figures has fewer."""
_WIDE = 2
"""A Chinese character says as much as two letters."""
_MARK = re.compile(r"[ \t>]*(?:(?P<headline>#{1,6}[ \t])|(?P<item>[-*+][ \t]|[•▪‣·]|\d{1,3}[.)][ \t]))")
_STOP = re.compile(r"[.。;；:：,，][\"'”’)\]]*\s*$")  # noqa: RUF001 - Chinese signs
_UNDERLINE = re.compile(r"[^\n]*\n(?:=+|-+)[ \t]*(?:\n|$)")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{3,}|[\u3400-\u9fff]{2}")
_NUMBER = re.compile(r"\d[\d.,]*")
_HAN = re.compile(r"[\u3400-\u9fff]")


def roles_of(original: str, places: Sequence[Span]) -> tuple[Role, ...]:
    """Return the role of each block of a document: by its mark, or by its form at the start of plain text."""
    marked = [_marked(original, place) for place in places]
    short = [role is None and _is_short(original[slice(*place)]) for role, place in zip(marked, places, strict=True)]
    front = [*short[: len(_FRONT) + 1], False].index(False)
    roles: list[Role] = [role or "paragraph" for role in marked]
    if front <= len(_FRONT) and all(_is_worded(original[slice(*place)]) for place in places[:front]):
        roles[:front] = _FRONT[:front]
    if "paragraph" not in roles:  # nothing is told, so nothing told again
        return tuple("paragraph" for _ in roles)
    return tuple(_summed_up(roles))


def _summed_up(roles: list[Role]) -> list[Role]:
    """Return the roles with a list between the headline and the first paragraph as the summary."""
    top = len(list(takewhile(lambda role: role in _FRONT, roles)))
    items = len(list(takewhile(lambda role: role == "item", roles[top:])))
    role: Role = "summary" if top else "item"
    return [*roles[:top], *(role for _ in range(items)), *roles[top + items :]]


def _marked(original: str, place: Span) -> Role | None:
    """Return the role that a mark or the first word gives a block."""
    line = original.rfind("\n", 0, place.start) + 1
    m = _MARK.match(original, line, place.start)
    if m is not None:
        return "headline" if m["headline"] else "item"
    if original.find("|", line, place.start) >= 0:
        return "cell"
    if _UNDERLINE.match(original, place.start) and "\n" not in original[slice(*place)].rstrip():
        return "headline"
    named = _named().match(original, *place)
    if named is None:
        return None
    return "caption" if named["caption"] else "summary"


@of_tables
def _named() -> re.Pattern[str]:
    """Return the pattern of the first words of a block that say what it is, such as ``Figure 3:`` or ``Summary:``."""
    caption, summary = (
        "|".join(re.escape(word) for language in languages() for word in draft_table(language, "blocks").get(key, ()))
        for key in ("caption", "summary")
    )
    return re.compile(
        rf"\W{{0,3}}(?:(?P<caption>{caption})\.?[ ]?(?:\d[\d.-]{{0,4}}[.:：、)|]?|[.:：|])(?=\s|[^\x00-\x7f])"
        rf"|(?P<summary>{summary})\W{{0,3}}[:：])",
        re.IGNORECASE,
    )


def _is_short(text: str) -> bool:
    """Whether a block is short and has no stop at its end; many such lines are a list or a table."""
    return len(text) + (_WIDE - 1) * len(_HAN.findall(text)) <= _LONGEST and not _STOP.search(text)


def _is_worded(text: str) -> bool:
    """Whether a block has more words than numbers."""
    return len(_WORD.findall(text)) >= max(1, _WORDS * len(_NUMBER.findall(text)))
