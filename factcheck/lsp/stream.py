"""What an editor sends, each message bounded: its head says how long it is, and is believed up to a limit only."""

import re
from typing import BinaryIO

MAX_MESSAGE = 64_000_000
"""A message of more bytes is refused: a text of 4 MB, each of its characters escaped, has less than half of it."""

MAX_HEAD = 1_000
_LENGTH = re.compile(rb"\s*content-length\s*:\s*0*(\d*)", re.IGNORECASE)


class TooLong(ValueError):  # noqa: N818 - the editor's doing, not a crash
    """A message is longer than any that makes sense; where the next one begins is not known."""


class Messages:
    """A stream of messages as pygls reads one: lines of the head, then as many bytes as it says."""

    def __init__(self, stream: BinaryIO) -> None:
        """Take what the editor writes to."""
        self._stream = stream

    def readline(self) -> bytes:
        """Return a line of the head. Raises TooLong where it is too long, or tells of a message that is."""
        line = self._stream.readline(MAX_HEAD + 1)
        if len(line) > MAX_HEAD:
            raise TooLong(f"the head of a message has a line of more than {MAX_HEAD:,} bytes")
        length = _LENGTH.match(line)
        if length and (len(length[1]) > len(str(MAX_MESSAGE)) or int(length[1] or 0) > MAX_MESSAGE):
            raise TooLong(f"a message is to be at most {MAX_MESSAGE:,} bytes long")
        return line

    def read(self, size: int) -> bytes:
        """Return so many bytes."""
        return self._stream.read(size)
