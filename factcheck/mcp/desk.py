"""What assistants may ask, answered: texts and statements in, data out. Nothing here knows the protocol."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import cast

from factcheck.codes import CODES, has_wordings, page, slip_names, slip_page
from factcheck.mcp.answers import (
    ClaimAnswer,
    DerivationsAnswer,
    DraftAnswer,
    FactOfThing,
    FactsAnswer,
    Given,
    MentionsAnswer,
    PageAnswer,
    RulesAnswer,
    claim_answer,
    draft_answer,
    findings_of,
    mentioned,
)
from factcheck.mcp.pieces import Pieces, Refused, cut, with_piece
from factcheck.model.report import FORMAT, Report
from factcheck.proofread.records import told
from factcheck.report import why
from factcheck.report.drafts.summary import DraftLevel
from factcheck.suggest import nearest
from factcheck.workspace import Workspace

MAX_ASKED = 400_000
"""A longer text is refused: it is to be sent in parts."""

MAX_PREMISES = 1_000


class Desk:
    """A project whose packs answer; one question at a time, from whichever thread."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the project, or one inside it."""
        self.folder = folder
        self.pieces = Pieces()
        self.lock = Lock()
        self._opened = Workspace.open(folder)

    @property
    def workspace(self) -> Workspace:
        """The project; read anew where its settings or packs changed since the last question."""
        now = Workspace.open(self.folder)
        if (now.key, now.project) != (self._opened.key, self._opened.project):
            self._opened = now
        return self._opened

    def check_draft(self, text: str, *, markdown: bool, lang: str, date: str, everything: bool) -> DraftAnswer:
        """Say which numbers of a text do not hold. Raises Refused for an empty text, and for a language not known."""
        _sized(text)
        workspace = self.workspace
        try:
            report = workspace.draft(text, markdown=markdown, lang=lang or None, date=date)
        except ValueError as error:
            raise Refused(str(error)) from error
        honoured, *settings = workspace.honour_drafts([report])
        problems = (*honoured.diagnostics, *(one for other in settings for one in other.diagnostics))
        found = findings_of(honoured, everything=everything)
        asked = ("check_draft", text, markdown, lang, date, everything)
        level = cast("DraftLevel", workspace.project.settings.fail_on)
        return self.pieces.first(draft_answer(honoured, problems, level), found, with_piece("findings"), asked)

    def check_claim(self, says: str, given: Sequence[Given]) -> ClaimAnswer:
        """Judge a statement. Raises Refused for an empty one, and for too many premises."""
        _sized(says, "says")
        if len(given) > MAX_PREMISES:
            raise Refused(f"{len(given):,} premises, and at most {MAX_PREMISES:,} are taken")
        outcome = self.workspace.session.check_says(says, given={one.name: one.literal for one in given})
        return claim_answer(outcome, why.render(Report(FORMAT, ""), outcome))

    def derive(self, value: str, unit: str) -> DerivationsAnswer:
        """Find the shortest derivations by dimensions. Raises Problem where there is none."""
        found = self.workspace.derive(value, unit)
        return self.pieces.first(DerivationsAnswer(), found, with_piece("derivations"), ("derive", value, unit))

    def facts(self, thing: str, attribute: str) -> FactsAnswer:
        """Tell what is known of a thing, who has an attribute, or what there is. Raises Problem for unknown names."""
        asked = ("facts", thing, attribute)
        if not thing and not attribute:
            return self.pieces.first(FactsAnswer(), self.workspace.things(), with_piece("things"), asked)
        if not thing:
            of_all = [FactOfThing(key, fact) for key, fact in self.workspace.attribute(attribute)]
            return self.pieces.first(FactsAnswer(), of_all, with_piece("facts"), asked)
        known = self.workspace.thing(thing)
        facts = [FactOfThing(known.key, one) for one in known.facts if attribute in {"", one.attribute}]
        if attribute and not facts:
            has = ", ".join(dict.fromkeys(one.attribute for one in known.facts))
            raise Refused(f"`{known.key}` has no attribute `{cut(attribute, 80)}`; it has {has}")
        head = FactsAnswer(known.key, known.names[:100], known.family, cut(known.note), known.parts[:100])
        return self.pieces.first(head, facts, with_piece("facts"), asked)

    def rules(self, name: str) -> RulesAnswer:
        """Tell the rules and functions, or all of one. Raises Problem for an unknown one."""
        found = self.workspace.rules(name or None)
        return self.pieces.first(RulesAnswer(), found, with_piece("rules"), ("rules", name))

    def explain(self, code: str) -> PageAnswer:
        """Return the page of a code or a slip. Raises Refused for an unknown one."""
        text = self.page(code)
        wordings = self.workspace.records(code.upper()) if has_wordings(code.upper()) else ()
        lines = ["\n".join(told(one)) for one in wordings]
        head = PageAnswer(code.upper() if page(code.upper()) else code.lower(), text)
        return self.pieces.first(head, lines, with_piece("wordings"), ("explain", code))

    def page(self, code: str) -> str:
        """Return the page of a code or a slip as Markdown. Raises Refused for an unknown one."""
        text = page(code.upper()) or slip_page(code.lower())
        if text is None:
            near = nearest(code.upper(), CODES) or nearest(code.lower(), slip_names())
            raise Refused(f"there is no code `{cut(code, 80)}`" + (f"; did you mean `{near}`?" if near else ""))
        return text

    def mentions(self, text: str, *, markdown: bool, lang: str) -> MentionsAnswer:
        """List the quantities of a text. Raises Refused for an empty text, and for a language not known."""
        _sized(text)
        try:
            reading = self.workspace.mentions(text, markdown=markdown, lang=lang or None)
        except ValueError as error:
            raise Refused(str(error)) from error
        found = tuple(mentioned(reading.mentions, text))
        return self.pieces.first(MentionsAnswer(), found, with_piece("mentions"), ("mentions", text, markdown, lang))

    def packs(self) -> list[dict[str, str]]:
        """Return the packs at hand."""
        found = self.workspace.session.packs
        return [{"name": name, "title": pack.title, "uri": f"factcheck://pack/{name}"} for name, pack in found.items()]

    def pack(self, name: str) -> dict[str, object]:
        """Return what a pack knows: its rules and the things of it. Raises Refused for an unknown one."""
        packs = self.workspace.session.packs
        if name not in packs:
            raise Refused(f"there is no pack `{cut(name, 80)}`; the packs are {', '.join(packs)}")
        pack = packs[name]
        things = [*(thing.key for thing in pack.things), *(pack.register or ())]
        return {
            "name": name,
            "title": pack.title,
            "attributes": [{"key": one.key, "title": one.title} for one in pack.attributes],
            "rules": [{"id": one.id, "title": one.title, "equation": one.equation.value} for one in pack.rules],
            "things": things,
        }


def _sized(text: str, name: str = "text") -> None:
    if not text.strip():
        raise Refused(f"`{name}` is empty: give the words themselves; no file is read, and no address")
    if len(text) > MAX_ASKED:
        message = f"`{name}` has {len(text):,} characters, and at most {MAX_ASKED:,} are taken at a time"
        raise Refused(f"{message}: send it in parts, cut between paragraphs")
