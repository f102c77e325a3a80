"""SARIF 2.1.0 of drafts: a result for each number that is wrong or worth a look, with what it was derived from."""

from collections.abc import Sequence

import factcheck
from factcheck.model.draft import DraftReport
from factcheck.report import sarif
from factcheck.report.drafts.issues import issues
from factcheck.report.drafts.summary import Demand
from factcheck.report.issues import fingerprints


def render(drafts: Sequence[DraftReport], *, verbose: bool = False, demand: Demand | None = None) -> str:  # noqa: ARG001 - all is a result
    """Return one run; what is expected or left alone is a result with a suppression."""
    found = issues(drafts, demand or Demand(), known=True)
    results = [sarif.result(issue, name, {}) for issue, name in zip(found, fingerprints(found), strict=True)]
    return sarif.written(results, factcheck.__version__)
