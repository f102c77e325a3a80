"""The bytes of an element, as far as markers are put between them: where its tags end, and where a character starts."""

import re

from factcheck.diagnostics import Problem
from factcheck.loader.office.elements import Element
from factcheck.loader.office.refused import NOT_READ

_TAG = re.compile(rb"<[^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+>")
_UNIT = re.compile(r"&[^;&]{1,12};|\r\n|.", re.DOTALL)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.-]+)[\"']")
_SPACE = re.compile(rb"\sxml:space\s*=")


def checked(data: bytes) -> bytes:
    """Return XML whose bytes can be edited. Raises Problem where it is not in UTF-8."""
    m = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or (m and m[1].lower() not in {b"utf-8", b"us-ascii"}):
        raise Problem(NOT_READ, "its XML is not in UTF-8, so that no comments can be put in", help="save it again")
    return data


def opening(data: bytes, one: Element) -> tuple[int, int]:
    """Return where the first tag of an element starts and ends."""
    m = _TAG.match(data, one.start)
    return (m.start(), m.end()) if m else (one.start, one.start)


def end(data: bytes, one: Element) -> int:
    """Return where an element ends."""
    if one.close == one.start:
        return opening(data, one)[1]
    return data.index(b">", one.close) + 1


def keeps_space(data: bytes, one: Element) -> bool:
    """Whether the blanks at the ends of a text are kept."""
    return _SPACE.search(data[slice(*opening(data, one))]) is not None


def place(data: bytes, one: Element, index: int) -> int | None:
    """Return the byte at which a character of a text starts; None where that is not plain to see."""
    inner = opening(data, one)[1]
    raw = data[inner : one.close].decode("utf-8")
    if "<" in raw:  # a section, a comment or an instruction
        return None
    at = next((m.start() for count, m in enumerate(_UNIT.finditer(raw)) if count == index), len(raw))
    return inner + len(raw[:at].encode("utf-8"))
