"""The report on a draft as JSON: it keeps its schema, and is read again from the cache."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.engine.resolve.setting import Engine
from factcheck.model import codec
from factcheck.model.draft import FORMAT, DraftReport
from factcheck.model.draft_codec import draft_report
from factcheck.proofread.draft import proofread
from factcheck.report.drafts import renderer
from factcheck.report.schema import draft_schema

TEXT = "The road is 620 km (998 miles) long. The 12 clubs spent $60 million, or $6 million each on average."


@pytest.fixture
def report(engine: Engine) -> DraftReport:
    return proofread(TEXT, engine, "draft.md")


def test_the_json_keeps_its_schema(report: DraftReport) -> None:
    found = json.loads(renderer("json")([report]))
    assert found["format"] == FORMAT
    assert list(Draft202012Validator(draft_schema()).iter_errors(found)) == []


def test_a_line_for_each_finding(report: DraftReport) -> None:
    lines = [json.loads(line) for line in renderer("jsonl")([report]).splitlines()]
    assert [(one["verdict"], one["code"], one["text"]) for one in lines] == [
        ("fail", "FC613", "998 miles"),
        ("query", "FC611", "$6 million"),
    ]
    assert lines[1]["reason"] == "only the last digit differs"


def kept(report: DraftReport) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(codec.to_data(report)))
    return found


def test_a_kept_report_is_read_again(report: DraftReport) -> None:
    assert draft_report(kept(report)) == report


def test_a_report_that_was_kept_before_there_were_queries_is_read(report: DraftReport) -> None:
    data = kept(report)
    for finding in data["findings"]:
        for name in ("row", "calculation", "cures", "reason"):
            del finding[name]
    assert [one.cures for one in draft_report(data).findings] == [(), ()]
