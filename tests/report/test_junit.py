"""JUnit: valid by the schema of Jenkins, one case for each claim, and nothing that XML cannot hold."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
import xmlschema

from factcheck.model.report import FileReport, Report
from factcheck.report.junit import render, xml

from .examples import DUPLICATE, EXEMPT, FAIL, HALF, KNOWN, MIXED, PASS, SMALL, report
from .official import junit_schema
from .test_hostile import REPORT


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return junit_schema()


def cases(found: Report, **options: str) -> dict[str, Element]:
    """Return the test cases by name."""
    text = render(found, **options)  # type: ignore[arg-type]
    return {case.attrib["name"]: case for case in fromstring(text).iter("testcase")}  # noqa: S314 - our own text


@pytest.mark.parametrize(
    "found",
    [SMALL, MIXED, REPORT, Report(1, ""), Report(1, "", diagnostics=(DUPLICATE,))],
    ids=["small", "mixed", "evil", "empty", "packs"],
)
def test_it_is_valid(found: Report, schema: xmlschema.XMLSchema) -> None:
    assert [fault.reason for fault in schema.iter_errors(render(found))] == []


def test_the_schema_is_that_of_junit(schema: xmlschema.XMLSchema) -> None:
    assert not schema.is_valid("<testsuites><testcase/></testsuites>")


def test_a_suite_is_a_file_and_counts_its_cases() -> None:
    suite = fromstring(render(MIXED)).find("testsuite")  # noqa: S314 - our own text
    assert suite is not None
    counted = {name: suite.attrib[name] for name in ("name", "tests", "failures", "errors", "skipped")}
    assert counted == {"name": "claims/dojo.yaml", "tests": "11", "failures": "3", "errors": "3", "skipped": "2"}


def test_a_failure_has_our_text() -> None:
    failure = cases(report(FAIL))[FAIL.id].find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "FC401 decision", "message": FAIL.headline}
    assert failure.text is not None
    assert "\n  14 │ says: target / D1.peak > 30万 D1\n" in failure.text


def test_exempt_and_expected_claims_are_skipped_with_their_reason() -> None:
    found = {name: [*case] for name, case in cases(report(PASS, EXEMPT, KNOWN)).items()}
    assert found["d1-chips"] == []
    assert found["a-name"][0].attrib == {"type": "exempt", "message": "the digits are part of a name"}
    assert found["known"][0].attrib == {"type": "expected fail", "message": KNOWN.headline}


def test_what_does_not_fail_the_run_passes_with_a_word() -> None:
    assert [part.tag for part in cases(report(HALF))["half"]] == ["system-out"]
    assert [part.tag for part in cases(report(HALF), fail_on="borderline")["half"]] == ["failure"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a]]>b", "a]]&gt;b"),
        ('<script>"&', "&lt;script&gt;&quot;&amp;"),
        ("\x00\x1b\x07", "\\u0000\\u001b\\u0007"),
        ("\ufffe\uffff\ud800", "\\ufffe\\uffff\\ud800"),
        ("##[error]", "&#35;#[error]"),
        ("约9万 \U00020000", "约9万 \U00020000"),
    ],
)
def test_xml_has_only_what_it_may_hold(text: str, shown: str) -> None:
    assert xml(text) == shown


def test_hostile_text_reads_back_as_text() -> None:
    evil = "</failure>]]><script>&amp;\ufffe\x00\n::error::"
    outcome = replace(FAIL, id=evil, headline=evil, quote=evil)
    (case,) = cases(Report(1, "", (FileReport(evil, outcomes=(outcome,)),))).values()
    spelled = "</failure>]]><script>&amp;\\ufffe\\x00⏎::error::"
    assert case.attrib["name"] == spelled
    assert [(part.tag, part.attrib["message"], [*part]) for part in case] == [("failure", spelled, [])]
