"""Re-derives the numbers of a text from primary sources and says where they disagree.

The library is ``factcheck.check``, ``check_draft``, ``check_texts``, ``judge``, ``derive`` and ``mentions``: see
``factcheck.api``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.api import check, check_draft, check_texts, derive, findings_schema, judge, mentions

__all__ = [
    "__version__",
    "check",
    "check_draft",
    "check_texts",
    "derive",
    "findings_schema",
    "judge",
    "mentions",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the library when it is asked for, so that the command line starts quickly."""
    if name in __all__:
        from factcheck import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
