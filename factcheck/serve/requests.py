"""What a page asks, read with bounds: fields of known types, bytes of a known kind, and nothing else."""

import json
import re
from typing import Any

from starlette.requests import Request

from factcheck.loader.files import MAX_BYTES

MAX_BODY = 2 * MAX_BYTES + 100_000
"""As JSON a text may be twice as long; what is longer is not read to its end."""
_JSON, _BYTES = "application/json", "application/octet-stream"
"""Types that a form of another site cannot send."""
_LONE = re.compile("[\ud800-\udfff]")
_MAX_NAME = 200


class Refused(Exception):  # noqa: N818 - said as it is raised
    """What cannot be answered: the status of HTTP, and the name of a sentence of the page."""

    def __init__(self, status: int, word: str) -> None:
        """Take both."""
        super().__init__(word)
        self.status, self.word = status, word


async def fields_of(request: Request, **fields: type) -> dict[str, Any]:
    """Return the fields of a request. Raises Refused where one is missing or of another type."""
    try:
        found = json.loads(await body_of(request, _JSON))
    except (ValueError, RecursionError):
        raise Refused(400, "not-understood") from None
    if not isinstance(found, dict) or not all(type(found.get(name)) is kind for name, kind in fields.items()):
        raise Refused(400, "not-understood")
    return found


async def body_of(request: Request, kind: str = _BYTES, *, most: int = MAX_BODY) -> bytes:
    """Return the bytes of a request of a type. Raises Refused where they are of another one, or too many."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != kind:
        raise Refused(415, "not-understood")
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Refused(413, "too-long")
        parts.append(part)
    return b"".join(parts)


def text_of(text: str) -> str:
    """Return a text without characters that are none, none of its places changed. Raises Refused for too long a one."""
    if len(text) > MAX_BYTES:
        raise Refused(413, "too-long")
    return _LONE.sub("\ufffd", text)


def name_of(text: str) -> str:
    """Return the name of a file without its folders, short and in one line."""
    last = re.split(r"[/\\]", text)[-1]
    return "".join(character for character in last if character.isprintable())[-_MAX_NAME:]
