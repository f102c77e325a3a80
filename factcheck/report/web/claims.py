"""A report as a page for people who edit: a summary, then each claim with its picture, worst first."""

from collections.abc import Collection, Iterator, Mapping

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Contradiction, FileReport, Report
from factcheck.report.sections import rank
from factcheck.report.summary import (
    DEFAULT_FAIL_ON,
    Level,
    counts,
    diagnostics,
    exit_code,
    expected,
    expected_counts,
    findings,
    outcomes,
    severity,
    suppressions,
)
from factcheck.report.web.asides import fault, set_aside, why_aside
from factcheck.report.web.claim import STYLES, claim, is_folded
from factcheck.report.web.filters import filters
from factcheck.report.web.page import element, escaped, page
from factcheck.report.web.speech import Speech, tongue

_TITLED = 1
MAX_FULL = 1_000
"""So many claims, the worst first, are told with all that is known; a page of more is slow to open."""


def render(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return one page, each file in its own language; ``verbose`` adds what the article says twice alike."""
    speech = _speech(report.files[0]) if report.files else Speech(tongue(""))
    body = (
        element("a", escaped(speech["skip"]), class_="skip", href="#claims"),
        element("header", "\n".join(_head(report, speech, fail_on))),
        element("main", "\n".join(_main(report, speech, fail_on, agreeing=verbose)), id="claims"),
        element("footer", escaped(speech["made"].format(version=report.engine))),
    )
    return page(speech["title"].format(name=_name(report, speech)), speech.language, body)


def _speech(file: FileReport) -> Speech:
    return Speech(tongue(file.language), file.language)


def _name(report: Report, speech: Speech) -> str:
    names = [file.title or file.path for file in report.files]
    if len(names) > _TITLED:
        return str(speech["more"].format(name=names[0], count=len(names) - 1))
    return "".join(names)


def _head(report: Report, speech: Speech, fail_on: Level) -> Iterator[str]:
    yield element("h1", escaped(speech["heading"]))
    style = "wrong" if exit_code(report, fail_on) else "verified"
    yield element("p", escaped(_result(report, speech, fail_on)), class_=f"result {style}")
    yield element("p", escaped(" · ".join(_sums(report, speech))), class_="sum")
    yield _bar(report)
    yield _counts(report, speech)
    if len(report.files) > _TITLED:
        yield _contents(report, speech)
    yield filters(report, speech, fail_on)


def _result(report: Report, speech: Speech, fail_on: Level) -> str:
    """Say in a sentence what the run came to."""
    words = speech["result"]
    found = len(findings(report, fail_on))
    if found:
        return str(words["findings"]["one" if found == 1 else "other"].format(count=f"{found:,}"))
    if exit_code(report, fail_on):
        return str(words["nothing"])
    known = sum(1 for outcome in outcomes(report) if expected(outcome) and severity(outcome))
    return str(words["known"].format(count=f"{known:,}")) if known else str(words["clean"])


def _sums(report: Report, speech: Speech) -> Iterator[str]:
    """Yield what is counted beside the verdicts."""
    total = sum(counts(report).values())
    yield speech.count("count", total)
    if total > MAX_FULL:
        yield speech["brief"].format(count=f"{MAX_FULL:,}")
    if aside := sum(1 for _ in suppressions(report)):
        yield speech.count("aside-count", aside)
    if report.since:
        yield speech.count("unchanged", sum(file.unchanged for file in report.files), since=report.since)
    if report.today:
        yield speech["today"].format(date=report.today.date)


def _bar(report: Report) -> str:
    """Return the verdicts as parts of one bar; the list below says the same in words."""
    total = sum(counts(report).values())
    parts, at = [], 0.0
    for verdict, count in counts(report).items():
        width = 100 * count / total
        parts.append(f'<rect x="{at:.2f}%" width="{width:.2f}%" height="10" class="{STYLES[verdict]}"/>')
        at += width
    return f'<svg class="verdicts" height="10" aria-hidden="true">{"".join(parts)}</svg>' if parts else ""


def _counts(report: Report, speech: Speech) -> str:
    """Return how many claims got each verdict, and what that means."""
    known = expected_counts(report)
    rows = ""
    for verdict, count in counts(report).items():
        recorded = known[verdict] if verdict != "pass" else 0
        more = f" · {speech['known'].format(count=f'{recorded:,}')}" if recorded else ""
        tag = element("span", f"{escaped(speech['verdict'][verdict])} {count:,}", class_=f"tag {STYLES[verdict]}")
        rows += element("dt", tag) + element("dd", escaped(speech["means"][verdict] + more))
    return element("dl", rows, class_="verdicts") if rows else element("p", escaped(speech["none"]))


def _contents(report: Report, speech: Speech) -> str:
    items = "".join(
        element("li", element("a", escaped(file.title or file.path), href=f"#f{number}", lang=_speech(file).quoted))
        for number, file in enumerate(report.files)
    )
    return element("nav", element("ul", items), aria_label=speech["files"])


def _main(report: Report, speech: Speech, fail_on: Level, *, agreeing: bool) -> Iterator[str]:
    yield from _problems(report, speech)
    full = {id(one) for one in sorted(outcomes(report), key=rank)[:MAX_FULL]}
    for number, file in enumerate(report.files):
        own = _speech(file)
        inside = "\n".join(_file(file, number, own, full, fail_on, agreeing=agreeing))
        lang = "" if own.language == speech.language else own.language
        yield element("section", inside, lang=lang, aria_labelledby=f"f{number}")


def _problems(report: Report, speech: Speech) -> Iterator[str]:
    items = [element("li", _problem(found, speech), class_="wrong") for found in diagnostics(report)]
    if items:
        inside = element("h2", escaped(speech["problems"])) + element("ul", "\n".join(items), class_="problems")
        yield element("section", inside, class_="aside")


def _problem(found: Diagnostic, speech: Speech) -> str:
    place = element("p", escaped(f"{found.code} · {found.place}"), class_="place")
    return element("p", fault(found, speech)) + place


def _file(
    file: FileReport, number: int, speech: Speech, full: Collection[int], fail_on: Level, *, agreeing: bool
) -> Iterator[str]:
    """Yield a file's claims; of those that are not in ``full`` only what a card tells at a glance."""
    cards = [(f"c{number}-{i}", outcome) for i, outcome in enumerate(file.outcomes)]
    cards.sort(key=lambda card: rank(card[1]))
    names = {outcome.id: name for name, outcome in cards}
    yield element("h2", escaped(file.title or file.path), id=f"f{number}", lang=speech.quoted)
    if file.title:
        yield element("p", escaped(file.path), class_="place")
    written = [(is_folded(one), claim(one, name, speech, fail_on, brief=id(one) not in full)) for name, one in cards]
    yield from (card for folded, card in written if not folded)
    yield from _contradictions(file, names, speech, agreeing=agreeing)
    yield from (card for folded, card in written if folded)


def _contradictions(file: FileReport, names: Mapping[str, str], speech: Speech, *, agreeing: bool) -> Iterator[str]:
    found = [one for one in file.contradictions if agreeing or not one.agrees]
    if not found:
        return
    items = "".join(element("li", "".join(_conflict(one, names, speech)), class_=_style(one)) for one in found)
    inside = element("h3", escaped(speech["conflicts"])) + element("ul", items, class_="problems")
    yield element("section", inside, class_="aside")


def _style(one: Contradiction) -> str:
    return "verified" if one.agrees else "ignored" if one.suppressed else "wrong" if one.fails else "borderline"


def _conflict(one: Contradiction, names: Mapping[str, str], speech: Speech) -> Iterator[str]:
    """Yield what contradicts, and the places with their words."""
    lead = f"{escaped(speech['agreement'])}: " if one.agrees else ""
    aside = element("span", escaped(set_aside(one.suppressed, speech)), class_="tag") if one.suppressed else ""
    yield element("p", f"{lead}{speech.message(one.text, one.code)} {aside}", class_="what")
    rows = zip(one.claims, one.quotes, one.positions, strict=True)
    yield element("ul", "".join(element("li", _mention(*row[:2], row[2].line, names, speech)) for row in rows))
    for note in one.notes:
        yield element("p", speech.message(note, ""), class_="why")
    if one.suppressed:
        yield element("p", why_aside(one.suppressed, speech), class_="why")


def _mention(name: str, quote: str, line: int, names: Mapping[str, str], speech: Speech) -> str:
    shown = element("a", escaped(name), href=f"#{names[name]}") if name in names else element("code", escaped(name))
    words = element("q", escaped(speech["quoted"].format(text=quote)), lang=speech.quoted) if quote else ""
    return f"{words} {shown}:{line}" if words else f"{shown}:{line}"
