"""What the tests of relations share: a text in, the judged numbers out."""

from collections.abc import Callable

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread

Judged = dict[str, str]


@pytest.fixture
def verdicts(engine: Engine) -> Callable[[str, str], Judged]:
    """Return a function: the judged numbers of one kind (or of several, joined by `|`) with their verdicts."""
    return lambda text, kind: {
        found.text: found.verdict for found in proofread(text, engine).findings if found.kind in kind.split("|")
    }
