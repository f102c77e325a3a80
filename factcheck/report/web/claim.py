"""A claim as a card: quote, verdict, picture, derivation, diagnosis, cures, notes, sources."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.model.report import Note, Outcome, Slip
from factcheck.quantity.phrases import phrases
from factcheck.report.blocks import grouped, written
from factcheck.report.inert import clipped
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, expected, is_finding, severity
from factcheck.report.web.asides import fault, set_aside, why_aside
from factcheck.report.web.headline import headline, is_calculated
from factcheck.report.web.inputs import inputs, leaves
from factcheck.report.web.page import element, escaped
from factcheck.report.web.picture import picture
from factcheck.report.web.speech import Speech

STYLES = {
    "pass": "verified",
    "fail": "wrong",
    "borderline": "borderline",
    "unverified": "borderline",
    "error": "wrong",
    "exempt": "ignored",
}
"""The colours of the verdicts are those of the numbers of a draft."""

_QUIET = frozenset({"pass", "exempt"})
_MAX_QUOTE = 400
_CURES = 3
_SLIPS = 3

Row = tuple[str, str]


def claim(outcome: Outcome, name: str, speech: Speech, fail_on: Level = DEFAULT_FAIL_ON, *, brief: bool = False) -> str:
    """Return the card; one that there is nothing to do about is closed, and opens without a script.

    A ``brief`` one has no picture, derivation or cures.
    """
    folded = is_folded(outcome)
    head = element("h3", f"{_tag(outcome, speech)} {_title(outcome, speech)}")
    line = element("p", headline(outcome, speech) + _marks(outcome, speech), class_="what")
    body = _place(outcome) if brief else "".join(_body(outcome, speech))
    inside = element("summary", head + line) + body if folded else head + line + body
    return element("details" if folded else "article", inside, class_=" ".join(kinds(outcome, fail_on)), id=name)


def is_folded(outcome: Outcome) -> bool:
    """Whether there is nothing to do about a claim, so that its card is closed."""
    return outcome.verdict in _QUIET and not outcome.unexpected


def kinds(outcome: Outcome, fail_on: Level) -> Iterator[str]:
    """Yield the classes of a card, by which it is coloured and filtered."""
    yield from ("claim", outcome.verdict, STYLES[outcome.verdict])
    if is_finding(outcome, fail_on):
        yield "new"
    if expected(outcome) and severity(outcome):
        yield "known"
    if outcome.suppressions:
        yield "suppressed"


def _tag(outcome: Outcome, speech: Speech) -> str:
    return element("span", escaped(speech["verdict"][outcome.verdict]), class_=f"tag {STYLES[outcome.verdict]}")


def _title(outcome: Outcome, speech: Speech) -> str:
    if not outcome.quote:
        return element("code", escaped(clipped(outcome.says or outcome.id, _MAX_QUOTE)))
    quote = escaped(speech["quoted"].format(text=clipped(outcome.quote, _MAX_QUOTE)))
    return element("q", quote, lang=speech.quoted)


def _marks(outcome: Outcome, speech: Speech) -> str:
    return "".join(f" {element('span', escaped(mark), class_='tag')}" for mark in _standing(outcome, speech))


def _standing(outcome: Outcome, speech: Speech) -> Iterator[str]:
    """Say the grade, how the verdict stands to the recorded one, and whether it counts."""
    if outcome.grade and outcome.grade != "wrong":
        yield speech["grade"][outcome.grade]
    if outcome.unexpected:
        words = {**speech["verdict"], **speech["grade"]}
        yield speech["unexpected"].format(expect=words.get(outcome.expect, outcome.expect))
    elif expected(outcome) and severity(outcome):
        yield speech["expected"]
    if outcome.suppressed:
        yield set_aside(outcome.suppressed, speech)


def _body(outcome: Outcome, speech: Speech) -> Iterator[str]:
    if outcome.stated and outcome.derived:
        yield picture(outcome.stated, outcome.derived, speech)
    rows = (element("dt", label) + element("dd", text) for label, text in _rows(outcome, speech) if text)
    yield element("dl", "".join(rows))
    yield _alternatives(outcome, speech)
    yield _place(outcome)


def _place(outcome: Outcome) -> str:
    places = [outcome.id, written(outcome.position), *([written(outcome.article)] if outcome.article else [])]
    return element("p", escaped(" · ".join(places)), class_="place")


def _rows(outcome: Outcome, speech: Speech) -> Iterator[Row]:
    yield speech.label("remark"), speech.human(outcome.note)
    if outcome.stated:
        origin = speech.said(outcome.stated.origin, "origins")
        yield speech.label("stated"), speech.value(outcome.stated.text) + (f" · {escaped(origin)}" if origin else "")
    yield from _derivation(outcome, speech)
    for diagnostic in outcome.diagnostics:
        yield speech.label("fault"), fault(diagnostic, speech, told=outcome.headline)
    yield speech.label("aside"), _list(why_aside(found, speech) for found in outcome.suppressions)
    if outcome.verdict != "pass":
        yield speech.label("diagnosis"), _list(_slip(slip, speech) for slip in outcome.slips[:_SLIPS])
        yield speech.label("cure"), _list(_cures(outcome, speech))
    notes = (note for note in outcome.notes if _says_more(note, outcome))
    yield speech.label("notes"), _list(speech.message(note.text, note.code) for note in notes)
    yield speech.label("inputs"), inputs(outcome.derivation, speech)


def _derivation(outcome: Outcome, speech: Speech) -> Iterator[Row]:
    """Yield the formula with names, and with values and what comes of them."""
    if outcome.says:
        yield speech.label("statement"), element("code", escaped(outcome.says))
    values, result = _calculation(outcome)
    if outcome.formula and outcome.formula not in {values, _written(outcome)}:
        yield speech.label("formula"), element("code", escaped(outcome.formula))
    if values:
        equals = f" = {speech.value(result)}" if result and result != values else ""
        yield speech.label("derived"), element("code", escaped(values)) + equals + _other_side(outcome, speech)


def _written(outcome: Outcome) -> str:
    """Return the derived side of the statement with the signs of a formula."""
    start, end = outcome.derived_span or (0, 0)
    return outcome.says[start:end].strip().replace("*", "×").replace("/", "÷").replace("-", "−")


def _calculation(outcome: Outcome) -> tuple[str, str]:
    """Part ``100 EFLOP/s ÷ 362 TFLOP/s/D1 = 276,243 D1`` into the calculation and its result."""
    if outcome.derived is None:
        return outcome.substituted, ""
    values, equals, _ = outcome.substituted.partition(f" = {outcome.derived.text}")
    return values, outcome.derived.text if equals else ""


def _other_side(outcome: Outcome, speech: Speech) -> str:
    """Write the calculation of a stated side that is calculated, too."""
    if outcome.derived is None or outcome.stated is None or not is_calculated(outcome):
        return ""
    _, semicolon, rest = outcome.substituted.partition(f" = {outcome.derived.text}; ")
    values = rest.removesuffix(f" = {outcome.stated.text}")
    return f"<br>{element('code', escaped(values))} = {speech.value(outcome.stated.text)}" if semicolon else ""


def _list(items: Iterator[str]) -> str:
    found = list(dict.fromkeys(items))
    if len(found) == 1:
        return found[0]
    return element("ul", "".join(element("li", item) for item in found)) if found else ""


def _slip(slip: Slip, speech: Speech) -> str:
    titles = phrases(speech.language)["slips"]
    reason = escaped(titles.get(slip.name, slip.text))
    return str(speech["corrected"]).format(reason=reason, statement=element("code", escaped(slip.corrected)))


def _cures(outcome: Outcome, speech: Speech) -> Iterator[str]:
    for one in outcome.requirements[:_CURES]:
        far = speech.said(one.distance, "values")
        needed = speech.said(one.needed.text, "values") + (speech["bracketed"].format(a=far) if far else "")
        yield escaped(speech["cure"].format(name=one.name, needed=needed))


def _says_more(note: Note, outcome: Outcome) -> bool:
    """Whether a note says more than the list of inputs does."""
    return bool(note.code) or not any(f" is {leaf.name}" in note.text for leaf in leaves(outcome.derivation))


def _alternatives(outcome: Outcome, speech: Speech) -> str:
    """Return the verdicts under other choices as a table that opens."""
    named = [replace(other, choice=speech.said(other.choice, "choices")) for other in outcome.alternatives]
    if not named:
        return ""
    heads = "".join(element("th", speech.label(name), scope="col") for name in ("choice", "verdict", "derived"))
    rows = "".join(_choice(row, speech) for row in grouped(named))
    table = element("table", element("thead", element("tr", heads)) + element("tbody", rows))
    return element("details", element("summary", speech.label("choices")) + table, class_="more")


def _choice(row: tuple[str, str, str, str], speech: Speech) -> str:
    choice, verdict, derived, note = row
    said = speech["bracketed"].format(a=speech.said(note, "choices")) if note else ""
    cells = (escaped(choice), escaped(f"{speech['verdict'][verdict]}{said}"), speech.value(derived))
    return element("tr", "".join(element("td", cell) for cell in cells))
