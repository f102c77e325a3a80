"""Inputs of every kind, each made from a seed: pieces put together, and sound ones damaged."""

from collections.abc import Callable, Iterator
from itertools import count
from random import Random
from typing import NamedTuple

from benchmarks.fuzz.makers import documents, files, messages, texts

MAKERS: dict[str, Callable[[Random], bytes]] = {**texts.MAKERS, **files.MAKERS, **documents.MAKERS, **messages.MAKERS}
"""What makes inputs for each reader, by its name."""


class Input(NamedTuple):
    """What a reader is given: its name, and the bytes of a text, a file, a document, or messages."""

    reader: str
    data: bytes


def inputs(seed: str, *names: str) -> Iterator[Input]:
    """Yield inputs for these readers without end, for all when none are named."""
    for n in count():
        random = Random(f"{seed}:{n}")
        name = random.choice(names or [*MAKERS])
        yield Input(name, MAKERS[name](random))
