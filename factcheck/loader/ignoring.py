"""What makes an ignore valid, wherever it stands: codes that findings can have, a reason, a day for its end."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.codes import IGNORABLE
from factcheck.suggest import nearest

NO_REASON, UNKNOWN_CODE, NO_DAY = "FC641", "FC642", "FC115"


class Wrong(NamedTuple):
    """What is wrong with one part of an ignore: the key of the part, code, message, cure."""

    key: str
    code: str
    message: str
    help: str


Nearest = Callable[[str, tuple[str, ...]], str | None]


def wrongs(
    codes: Sequence[str], reason: str, until: str, nearest: Nearest = nearest, known: tuple[str, ...] = IGNORABLE
) -> Iterator[Wrong]:
    """Yield what is wrong with an ignore; any of it keeps the ignore from hiding anything."""
    if not reason.strip():
        message = "an ignore needs a reason; without one it hides nothing"
        yield Wrong("", NO_REASON, message, "write why, as `reason: the source rounds up`")
    for code in codes:
        if code not in known:
            near = nearest(code, known)
            cure = f"did you mean `{near}`?" if near else f"codes of findings are {', '.join(known)}"
            yield Wrong("code", UNKNOWN_CODE, f"no finding on a claim has the code `{code}`", cure)
    if until and not is_day(until):
        yield Wrong("until", NO_DAY, f"there is no day `{until}`", "write a day as `2026-12-31`")


def is_day(text: str) -> bool:
    """Whether a text is a day, written as ``2026-12-31``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
