"""A text with its quantities and its line: what equations are looked for in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.draft.quantities.quantity import Quantity, quantities_of
from factcheck.draft.text.line import Line, line_of
from factcheck.draft.text.passage import Passage


@dataclass(eq=False)
class Layout:
    """A text that was read; everything else is worked out once, when it is asked for."""

    passage: Passage

    @cached_property
    def quantities(self) -> Sequence[Quantity]:
        """The quantities in order."""
        return quantities_of(self.passage)

    @cached_property
    def by_start(self) -> Mapping[int, Quantity]:
        """The quantities by where they start."""
        return {one.start: one for one in self.quantities}

    @cached_property
    def line(self) -> Line:
        """The words of all sentences that have a quantity, as letters."""
        codes = {one.start: one.letter for one in self.quantities}
        return line_of(self.passage, self.passage.sentences, codes)
