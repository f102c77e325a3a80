"""All results of a paper in one table: where each stands, what it says, what that comes to, and the verdict."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.places import Places


class Row(NamedTuple):
    """A result: its line or place, its text, what its number comes to, the verdict in words, and the sentence."""

    line: str
    result: str
    derived: str
    verdict: str
    sentence: str
    found: DraftFinding


def head(draft: DraftReport) -> tuple[str, str, str, str, str]:
    """Return the titles of the columns in the language of the draft."""
    words: Mapping[str, str] = phrases(draft.language)["report"]["results"]
    return words["line"], words["result"], words["derived"], words["verdict"], words["sentence"]


def rows(draft: DraftReport) -> Iterator[Row]:
    """Yield the results of a draft in the order of the text."""
    table, places = phrases(draft.language), Places(draft)
    for one in draft.findings:
        if one.result is not None:
            yield Row(
                places.inside(one.start) or str(places.of(one.start)[0]),
                one.result.text,
                one.result.derived,
                _verdict(one, table),
                one.result.sentence,
                one,
            )


def _verdict(found: DraftFinding, table: Mapping[str, Any]) -> str:
    label: str = table["labels"]["ignored" if found.ignored else found.verdict]
    decides = found.verdict == "fail" and found.outcome.grade == "decision" and not found.ignored
    return f"{label} ({table['report']['results']['decision']})" if decides else label
