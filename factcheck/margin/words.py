"""What a comment says: the finding in one paragraph, then how it was derived and what would make it right."""

from collections.abc import Sequence

from factcheck.model.draft import DraftFinding
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.remarks import remarks, sources
from factcheck.report.inert import inert

AUTHOR, INITIALS = "factcheck", "fc"


def told(found: DraftFinding, language: str) -> Sequence[str]:
    """Return the paragraphs of the comment on a finding, in the language of the draft."""
    table = phrases(language)
    labels = table["labels"]
    lines = [f"{labels[found.verdict]} [{found.code}]: {found.message}"]
    lines += (f"{labels[label]}: {text}" for label, text in remarks(found, table, verbose=False))
    lines += (f"{labels['source']}: {one.title}" for one in sources(found.outcome.derivation))
    return [inert(line) for line in lines]
