"""What the tests of relations ask of a text: what is said of a number, and by which equation of which numbers."""

import re

from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread

_CALL = re.compile(r"-?(\w+)\(")


def judged(engine: Engine, text: str, number: str) -> tuple[str, str, tuple[str, ...]]:
    """Return the verdict on a number, the rule or the statement that decided, and its operands as the text has them."""
    (found,) = (one for one in proofread(text, engine).findings if one.text == number)
    call = _CALL.match(found.says)
    operands = (one.literal if one.start is None else text[one.start : one.end] for one in found.given)
    return found.verdict, call[1] if call else found.says, tuple(operands)


def unsaid(engine: Engine, text: str) -> list[str]:
    """Return what is called wrong in a text, or worth a look."""
    return [one.message for one in proofread(text, engine).findings if one.verdict in {"fail", "query"}]
