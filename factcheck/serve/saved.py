"""A draft in the forms in which it can be kept: those that the command writes."""

from collections.abc import Callable, Mapping
from typing import cast

from factcheck.margin.changed import Changed, changed
from factcheck.margin.commented import commented
from factcheck.proofread.claim_file import claim_file
from factcheck.report.drafts import renderer
from factcheck.report.drafts.summary import Demand, DraftLevel, is_shown
from factcheck.serve.tabs import Outdated, Tab
from factcheck.workspace import Workspace

WORD = ".docx"


def page(tab: Tab, _: Workspace) -> bytes:
    """Return the report as a page."""
    return renderer("html")([tab.report]).encode("utf-8", "replace")


def claims(tab: Tab, _: Workspace) -> bytes:
    """Return what was found as claims."""
    return claim_file(tab.report).encode("utf-8", "replace")


def word(tab: Tab, workspace: Workspace) -> bytes:
    """Return the Word document as it was opened, with a comment at each finding.

    Raises Outdated where the draft is from no such document, Problem where it cannot be written.
    """
    if tab.original is None or not tab.name.lower().endswith(WORD):
        raise Outdated
    found = tab.original.document
    draft = workspace.honour_draft(workspace.live(tab.name, structure=found.structure).whole(found.text))
    demand = Demand(cast("DraftLevel", workspace.project.settings.fail_on))
    return commented(tab.original.data, draft, [one for one in draft.findings if is_shown(one, demand)])


def tracked(tab: Tab, _: Workspace) -> Changed:
    """Return the Word document with what was changed on the page, as changes that Word tracks.

    Raises Outdated where the draft is from no such document, Problem where it cannot be written.
    """
    if tab.original is None or not tab.name.lower().endswith(WORD):
        raise Outdated
    return changed(tab.original.data, tab.report.text)


FORMS: Mapping[str, Callable[[Tab, Workspace], bytes | Changed]] = {
    "html": page,
    "claims": claims,
    "docx": word,
    "tracked": tracked,
}
