"""JUnit XML, as Jenkins, GitLab and others read it: a suite for each claim file, a test case for each claim.

What an XML 1.0 text may not hold is spelled out. No times: the same report always gives the same text.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Contradiction, FileReport, Outcome, Report
from factcheck.report.blocks import diagnostic_block, outcome_block, suppressed_by, told
from factcheck.report.inert import inert
from factcheck.report.layout import plain
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, expected, is_finding, severity

WIDTH = 80
_OWN_SUITE = "packs and settings"

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIAL = re.compile(r'[&<>"]|#(?=#\w*\[)|[^\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')

Element = Literal["", "failure", "error", "skipped", "system-out"]


class Case(NamedTuple):
    """A test case: its result is an element of this kind, with a type, a message and a text."""

    name: str
    element: Element = ""
    type: str = ""
    message: str = ""
    text: str = ""


def render(
    report: Report,
    *,
    verbose: bool = False,  # noqa: ARG001 - every claim is a case
    fail_on: Level = DEFAULT_FAIL_ON,
) -> str:
    """Return the suites; a claim fails where it fails the run, what it records with `expect` is skipped."""
    suites = [(_OWN_SUITE, [of_file(one) for one in report.diagnostics])] if report.diagnostics else []
    return written([*suites, *((file.path, list(_cases(file, fail_on))) for file in report.files)])


def written(suites: list[tuple[str, list[Case]]]) -> str:
    """Return suites, each with its cases."""
    cases = [case for _, found in suites for case in found]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="factcheck"{_counts(cases)}>']
    for path, found in suites:
        lines.extend(_suite(path, found))
    return "\n".join((*lines, "</testsuites>\n"))


def xml(text: str) -> str:
    r"""Return a text as character data; what XML 1.0 has no place for is spelled: ``\uffff``."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0]) or _spelled(found[0]), text)


def _spelled(character: str) -> str:
    return "&#35;" if character == "#" else f"\\u{ord(character):04x}"


def _cases(file: FileReport, fail_on: Level) -> Iterator[Case]:
    yield from (of_file(diagnostic) for diagnostic in file.diagnostics)
    yield from (_of_claim(outcome, fail_on) for outcome in file.outcomes)
    yield from (_of_article(one) for one in file.contradictions if one.fails or one.suppressed)


def of_file(diagnostic: Diagnostic) -> Case:
    """Return a problem of a file as a case."""
    name, text = f"{diagnostic.code} at {diagnostic.place}", plain(diagnostic_block(diagnostic, WIDTH))
    if diagnostic.level == "note":
        return Case(name, "system-out", text=text)
    return Case(name, "error", diagnostic.code, diagnostic.message, text)


def _of_article(one: Contradiction) -> Case:
    """Return a contradiction that the settings make a finding, or that is hidden."""
    name = f"{one.code} of {', '.join(one.claims)}"
    if one.suppressed:
        return Case(name, "skipped", suppressed_by(one.suppressed), told(one.suppressed))
    return Case(name, "failure", one.code, one.text)


def _of_claim(outcome: Outcome, fail_on: Level) -> Case:
    if outcome.verdict == "exempt" and not outcome.unexpected:
        return Case(outcome.id, "skipped", "exempt", outcome.exempt)
    if outcome.suppressed:
        return Case(outcome.id, "skipped", suppressed_by(outcome.suppressed), told(outcome.suppressed))
    if expected(outcome) and severity(outcome):
        return Case(outcome.id, "skipped", f"expected {outcome.expect}", outcome.headline)
    text = plain(outcome_block(outcome, WIDTH))
    if is_finding(outcome, fail_on):
        kind: Element = "error" if outcome.verdict == "error" else "failure"
        return Case(outcome.id, kind, _type(outcome), _message(outcome), text)
    return Case(outcome.id, "system-out", text=text) if severity(outcome) else Case(outcome.id)


def _type(outcome: Outcome) -> str:
    code = outcome.code or ("FC406" if outcome.unexpected else "")
    return f"{code} {outcome.grade or outcome.verdict}".strip()


def _message(outcome: Outcome) -> str:
    return f"{outcome.headline}; the claim expects {outcome.expect}" if outcome.unexpected else outcome.headline


def _suite(path: str, cases: list[Case]) -> Iterator[str]:
    skipped = sum(case.element == "skipped" for case in cases)
    yield f'  <testsuite name="{_attribute(path)}"{_counts(cases)} skipped="{skipped}">'
    group = path.removesuffix(".yaml").strip("/").replace("/", ".")
    for case in cases:
        yield from _case(case, _attribute(group))
    yield "  </testsuite>"


def _counts(cases: list[Case]) -> str:
    kinds = [case.element for case in cases]
    return f' tests="{len(cases)}" failures="{kinds.count("failure")}" errors="{kinds.count("error")}"'


def _case(case: Case, group: str) -> Iterator[str]:
    head = f'    <testcase classname="{group}" name="{_attribute(case.name)}"'
    if not case.element:
        yield f"{head}/>"
        return
    given = {"type": case.type, "message": case.message}
    attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in given.items() if value)
    result = f"{case.element}{attributes}"
    yield f"{head}>"
    yield f"      <{result}>{xml(case.text)}</{case.element}>" if case.text else f"      <{result}/>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return xml(inert(text))
