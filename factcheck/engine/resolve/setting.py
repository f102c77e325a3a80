"""What all claims of a run are checked with: the packs, their equations, and a project's settings."""

from collections.abc import Mapping
from dataclasses import field

from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.customs import Custom
from factcheck.engine.resolve.facts import Chooser, Usage
from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.rules.equations import Equations
from factcheck.frozen import dataclass
from factcheck.model.pack import Fact
from factcheck.quantity.written import DEFAULT_WIDTHS, Widths


@dataclass(frozen=True, slots=True)
class Engine:
    """What all claims of a run share.

    ``gaps`` are packs and files of packs that could not be read, ``quiet`` the codes of notes that are not wanted.
    """

    knowledge: Knowledge = field(repr=False)  # all packs written out are half a megabyte
    equations: Equations = field(repr=False)
    widths: Widths = DEFAULT_WIDTHS
    gaps: tuple[str, ...] = ()
    quiet: frozenset[str] = frozenset()

    @property
    def unread(self) -> tuple[str, ...]:
        """Notes for a name that is not found: where it may stand."""
        return tuple(f"{gap} cannot be read: `factcheck check` tells why" for gap in dict.fromkeys(self.gaps))

    def builder(
        self,
        names: ClaimNames,
        choices: Mapping[str, str] | None = None,
        replaced: Mapping[Fact, Fact] | None = None,
        custom: Custom | None = None,
    ) -> Builder:
        """Return a builder for one claim, under a choice of qualifiers, of sources or of the custom of its units."""
        article = names.scope.file.article
        date = article.date.value if article.date else ""
        chooser = Chooser(self.knowledge, choices or {}, replaced or {}, self.widths, date, article.url)
        return Builder(names, chooser, self.equations, self.widths, Usage(), custom=custom or {})
