"""Styled lines in colour, by the escape sequences of ECMA-48 that terminals share (its section 8.3.117, SGR)."""

from collections.abc import Iterable

from factcheck.report.layout import Line, Segment, Style

_SEQUENCES: dict[Style, str] = {
    "bad": "1;31",
    "doubt": "1;33",
    "good": "1;32",
    "place": "36",
    "gutter": "34",
    "mark": "31",
    "label": "1",
    "faint": "2",
}
"""Bold 1, faint 2, red 31, green 32, yellow 33, blue 34, cyan 36; a style that is left out looks like other text."""


def coloured(lines: Iterable[Line]) -> str:
    """Return the lines with their styles, each with its end."""
    return "".join(f"{''.join(map(_styled, line))}\n" for line in lines)


def _styled(segment: Segment) -> str:
    sequence = _SEQUENCES.get(segment.style)
    return f"\x1b[{sequence}m{segment.text}\x1b[0m" if sequence and segment.text else segment.text
