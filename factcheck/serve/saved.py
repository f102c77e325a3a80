"""A draft in the forms in which it can be kept: those that the command writes."""

from collections.abc import Callable, Mapping

from factcheck.model.draft import DraftReport
from factcheck.proofread.claim_file import claim_file
from factcheck.report.drafts import renderer


def _page(draft: DraftReport) -> bytes:
    return renderer("html")([draft]).encode("utf-8", "replace")


def _claims(draft: DraftReport) -> bytes:
    return claim_file(draft).encode("utf-8", "replace")


FORMS: Mapping[str, Callable[[DraftReport], bytes]] = {"html": _page, "claims": _claims}
