"""Which claims are shown: radio buttons that the style sheet answers, so no script is needed.

Where a browser does not know ``:has()``, the buttons are left out and all claims are shown.
"""

from collections.abc import Sequence

from factcheck.model.report import Outcome, Report
from factcheck.report.summary import DEFAULT_FAIL_ON, VERDICTS, Level, outcomes
from factcheck.report.web.claim import STYLES, kinds
from factcheck.report.web.page import element, escaped
from factcheck.report.web.speech import Speech

ALL = "all"
STANDINGS = ("new", "known", "suppressed")


def filters(report: Report, speech: Speech, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the buttons: all claims, those to look at, and each verdict that occurs, with their numbers."""
    found = list(outcomes(report))
    counts = {name: _count(found, name, fail_on) for name in (*STANDINGS, *VERDICTS)}
    words = {**speech["show"], **speech["verdict"]}
    rows = [(ALL, len(found)), *((name, count) for name, count in counts.items() if count)]
    if len(rows) < len((ALL, "one", "another")):
        return ""
    buttons = "".join(_button(name, f"{words[name]} {count:,}") for name, count in rows)
    return element("fieldset", element("legend", escaped(speech["filter"])) + buttons, class_="filters")


def _count(found: Sequence[Outcome], name: str, fail_on: Level) -> int:
    return sum(name in kinds(outcome, fail_on) for outcome in found)


def _button(name: str, text: str) -> str:
    checked = " checked" if name == ALL else ""
    button = f'<input type="radio" name="show" id="show-{name}"{checked}>'
    return element("label", f"{button} {escaped(text)}", class_=STYLES.get(name, ""))
