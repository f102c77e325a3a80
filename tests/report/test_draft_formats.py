"""The report on a draft as JSON: it keeps its schema, and is read again from the cache."""

import json
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from factcheck.cli.options.shared import FORMATS
from factcheck.engine.resolve.setting import Engine
from factcheck.model import codec
from factcheck.model.draft import FORMAT, DraftReport
from factcheck.model.draft_codec import draft_report
from factcheck.proofread.draft import proofread
from factcheck.report.drafts import renderer
from factcheck.report.schema import draft_schema

from .official import junit_schema, sarif_schema

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


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_of_check_is_one_of_drafts(form: str, report: DraftReport) -> None:
    shown = renderer(form)([report])
    assert shown == renderer(form)([report])
    assert "620 km is 385 miles, not 998 miles" in shown


def test_sarif_is_what_the_standard_says(report: DraftReport) -> None:
    log = json.loads(renderer("sarif")([report]))
    assert list(Draft4Validator(sarif_schema()).iter_errors(log)) == []


def test_a_result_leads_to_the_numbers_that_it_was_derived_from(report: DraftReport) -> None:
    wrong, asked = json.loads(renderer("sarif")([report]))["runs"][0]["results"]
    assert (wrong["ruleId"], wrong["level"], asked["level"]) == ("FC613", "error", "warning")
    (place,) = wrong["relatedLocations"]
    assert place["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 13, "endColumn": 19}


def test_an_alert_stays_the_same_when_text_is_added_above(engine: Engine, report: DraftReport) -> None:
    moved = proofread(f"A headline\n\n{TEXT}", engine, "draft.md")
    before, after = (json.loads(renderer("sarif")([one]))["runs"][0]["results"] for one in (report, moved))
    assert [one["partialFingerprints"] for one in before] == [one["partialFingerprints"] for one in after]


def test_junit_is_what_jenkins_takes(report: DraftReport) -> None:
    shown = renderer("junit")([report])
    junit_schema().validate(shown)
    assert '<testcase classname="draft.md" name="FC613 998 miles">\n      <failure type="FC613 wrong"' in shown
    assert 'tests="2" failures="1" errors="0"' in shown


def test_github_annotates_the_line_of_the_number(report: DraftReport) -> None:
    shown = renderer("github")([report]).splitlines()
    assert shown[0].startswith("::error file=draft.md,line=1,col=21,endColumn=30,title=FC613::620 km is 385 miles, not")
    assert shown[1].startswith("::warning file=draft.md,line=1,col=")
    assert shown[2] == "draft.md: 5 numbers: 1 wrong, 1 worth a look, 3 used"


def test_gitlab_and_concise_name_the_line(report: DraftReport) -> None:
    first = json.loads(renderer("gitlab")([report]))[0]
    assert (first["check_name"], first["severity"]) == ("FC613", "major")
    assert first["location"] == {"path": "draft.md", "lines": {"begin": 1}}
    assert renderer("concise")([report]).startswith("draft.md:1:21: FC613 620 km is 385 miles, not 998 miles\n")


def test_markdown_has_what_is_wrong_before_what_is_worth_a_look(report: DraftReport) -> None:
    heads = [line for line in renderer("markdown")([report]).splitlines() if line.startswith("#")]
    assert heads == [
        "# The numbers of draft.md",
        "### wrong FC613: 620 km is 385 miles, not 998 miles",
        "### worth a look FC611: \\$60 million divided by 12 is \\$5 million, the text says \\$6 million",
    ]


HOSTILE = "::error::x ##[error] \x1b[31m <img src=x> [a](javascript:x) The road is 620 km (998 miles) long."


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_draft_speak_to_the_service(form: str, engine: Engine) -> None:
    path = "a::error::\x1b.md"
    shown = renderer(form)([proofread(HOSTILE, engine, path)])
    assert "\x1b" not in shown
    commands = [line for line in shown.splitlines() if line.startswith(("::", "##["))]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in commands)
    assert "<img" not in shown if form in {"html", "junit"} else True


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


@pytest.mark.parametrize(
    ("text", "line"),
    [("全长15公里，另有9座桥。", "2个数字：2个未核对。"), ("It has 15 doors.", "1 number: 1 not covered.")],
)
def test_markdown_ends_a_sentence_as_its_language_does(text: str, line: str, engine: Engine) -> None:
    assert renderer("markdown")([proofread(text, engine, "draft.md")]).splitlines()[2] == line
