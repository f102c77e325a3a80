"""Styled lines in colour; the only importer of rich: of its styles, since its console takes twice as long to load."""

from collections.abc import Iterable

from rich.color import ColorSystem
from rich.style import Style as Look

from factcheck.report.layout import Line, Segment, Style

_LOOKS: dict[Style, Look] = {
    "bad": Look(color="red", bold=True),
    "doubt": Look(color="yellow", bold=True),
    "good": Look(color="green", bold=True),
    "place": Look(color="cyan"),
    "gutter": Look(color="blue"),
    "mark": Look(color="red"),
    "label": Look(bold=True),
    "faint": Look(dim=True),
}
"""A style that is left out looks like other text; the colours are the sixteen that each theme of a terminal has."""


def coloured(lines: Iterable[Line]) -> str:
    """Return the lines with their styles, each with its end."""
    return "".join(f"{''.join(map(_styled, line))}\n" for line in lines)


def _styled(segment: Segment) -> str:
    look = _LOOKS.get(segment.style)
    return look.render(segment.text, color_system=ColorSystem.STANDARD) if look else segment.text
