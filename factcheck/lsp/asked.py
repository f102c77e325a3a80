"""What a question is about: a document as it is, what was found in it, where things stand, what the editor wants."""

from dataclasses import dataclass

from factcheck.lsp.documents import Checked, Document
from factcheck.lsp.places import Places
from factcheck.lsp.positions import Text
from factcheck.lsp.sheet import Sheet
from factcheck.model.draft import DraftFinding, DraftInput, DraftReport
from factcheck.model.report import Outcome


@dataclass(slots=True)
class Wanted:
    """What an editor's settings ask for, and what it can do."""

    drafts: bool = True
    queries: bool = True
    hints: bool = True
    lenses: bool = True
    creates: bool = False


@dataclass(frozen=True)
class Asked:
    """A question about a document."""

    document: Document
    checked: Checked
    places: Places
    wanted: Wanted

    @property
    def text(self) -> Text:
        """The text of the document."""
        return self.checked.text

    @property
    def draft(self) -> DraftReport | None:
        """The report on a draft."""
        return self.checked.draft

    @property
    def sheet(self) -> Sheet:
        """The structure of a claim file or pack."""
        return self.document.sheet

    def findings_at(self, offset: int) -> list[DraftFinding]:
        """Return the findings of a draft at an offset: those of the number there first, then those it was used for."""
        found = self.draft.findings if self.draft is not None else ()
        own = [one for one in found if one.start <= offset <= one.end]
        using = [one for one in found if one not in own and any(_holds(given, offset) for given in one.given)]
        return [*sorted(own, key=lambda one: one.end - one.start), *using]

    def outcome(self, claim: str) -> Outcome | None:
        """Return what was found of a claim."""
        found = self.checked.claims
        return next((one for one in found.outcomes if one.id == claim), None) if found is not None else None

    def outcome_at(self, offset: int) -> Outcome | None:
        """Return what was found of the claim whose lines an offset is in."""
        line = self.text.line_of(offset)
        before = [one for one in self.sheet.claims.claims if one.place.line - 1 <= line]
        found = max(before, key=lambda one: one.place.line, default=None)
        return self.outcome(found.id) if found is not None and self._in_claims(line) else None

    def _in_claims(self, line: int) -> bool:
        """Whether a line belongs to a claim: it is indented, or starts one."""
        return self.text.line(line)[:1] in {" ", "-", "\t"}


def _holds(given: DraftInput, offset: int) -> bool:
    return given.start is not None and given.end is not None and given.start <= offset <= given.end
