"""JUnit XML of drafts: a suite for each text, a test case for each number that was judged."""

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.quantity.phrases import phrases
from factcheck.report import junit
from factcheck.report.drafts.issues import aside
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.remarks import remarks
from factcheck.report.drafts.summary import Demand, is_finding
from factcheck.report.inert import clipped
from factcheck.report.junit import Case

_NAME = 60


def render(drafts: Sequence[DraftReport], *, verbose: bool = False, demand: Demand | None = None) -> str:  # noqa: ARG001 - every number is a case
    """Return the suites; a number fails where it fails the run, what is expected or left alone is skipped."""
    asked = demand or Demand()
    return junit.written([(draft.path or "draft", list(_cases(draft, asked))) for draft in drafts])


def _cases(draft: DraftReport, demand: Demand) -> Iterator[Case]:
    yield from map(junit.of_file, draft.diagnostics)
    seen: Counter[str] = Counter()
    for one in draft.findings:
        name = f"{one.code} {clipped(' '.join(one.text.split()), _NAME)}"
        seen[name] += 1
        yield _case(f"{name} ({seen[name]})" if seen[name] > 1 else name, one, draft, demand)


def _case(name: str, one: DraftFinding, draft: DraftReport, demand: Demand) -> Case:
    table = phrases(draft.language)
    if hidden := aside(one):
        return Case(name, "skipped", table["labels"]["ignored" if one.ignored else "expected"], hidden.reason)
    label = table["labels"][one.verdict]
    told = (f"{table['labels'][key]}: {text}" for key, text in remarks(one, table, verbose=False))
    text = "\n".join((Places(draft).written(one.start), one.message, *told))
    if is_finding(one, demand.fail_on):
        return Case(name, "failure", f"{one.code} {label}", one.message, text)
    return Case(name) if one.verdict == "pass" else Case(name, "system-out", text=text)
