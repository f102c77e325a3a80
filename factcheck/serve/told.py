"""What the page is told of a draft: the words of the report on it, and places as browsers count them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.diagnostics import Diagnostic
from factcheck.engine.questions.inquire import KnownThing
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.proofread.levers import Lever
from factcheck.proofread.what_if import WhatIf, decimal
from factcheck.quantity.languages import DEFAULT, languages
from factcheck.quantity.phrases import has_page, page_words, phrases
from factcheck.report.drafts.marks import finding_at, marked, starts, status_for, status_of
from factcheck.report.drafts.places import Lines
from factcheck.report.drafts.remarks import details
from factcheck.report.drafts.summary import counts, summary_line
from factcheck.report.problems import said, told_in
from factcheck.report.web.page import shown
from factcheck.serve.tabs import Tab

MOST_FACTS = 120
_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""What takes two places in a browser."""


class Units:
    """Places in code points as places in UTF-16, and back: an emoji takes two."""

    def __init__(self, text: str) -> None:
        """Take the text whose places are counted."""
        self.wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]

    def of(self, at: int) -> int:
        """Return the place in UTF-16 of a place in code points."""
        return at + bisect_left(self.wide, at)


def told(tab: Tab, problems: Sequence[Diagnostic] = ()) -> dict[str, Any]:
    """Return the last report on a draft as the page shows it; ``problems`` are those of its project."""
    draft = tab.report
    units, place = Units(draft.text), starts(draft)
    return {
        "revision": tab.revision,
        "language": draft.language,
        "document": tab.original is not None,
        "comments": not tab.live.sheet and tab.original is None,
        "summary": summary_line(draft),
        "counts": [{"status": status, "text": text} for status, text in counts(draft)],
        "marks": [
            [units.of(one.start), units.of(one.end), one.status, finding_at(one, place)] for one in marked(draft)
        ],
        "findings": list(_findings(draft, units)),
        "problems": [_problem(one, draft) for one in (*told_in(draft.language, problems), *draft.diagnostics)],
    }


def _problem(one: Diagnostic, draft: DraftReport) -> str:
    """Return what is wrong with a draft, or a file of its project, in the language of the draft."""
    words = page_words(draft.language)["desk"]
    where = words["line"].format(line=one.place.line) if one.place.line else ""
    if one.place.path != draft.path:
        where = str(one.place)
    message = words["with-cure"].format(what=one.message, cure=one.help) if one.help else one.message
    return shown(_labelled(where, message, draft.language))


def _findings(draft: DraftReport, units: Units) -> Iterator[dict[str, Any]]:
    lines, labels = Lines(draft.text), phrases(draft.language)["report"]["status"]
    for one in draft.findings:
        status = status_of(one)
        yield {
            "start": units.of(one.start),
            "end": units.of(one.end),
            "line": lines.of(one.start)[0],
            "place": shown(one.place),
            "status": status,
            "label": labels[status],
            "code": one.code,
            "text": one.text,
            "message": shown(one.message),
            "correction": one.correction,
            "details": [[label, shown(text), url] for label, text, url in _details(one, draft)],
            "inputs": [[units.of(n.start), units.of(n.end)] for n in one.given if n.start is not None and n.end],
        }


def told_problem(message: str, code: str, cure: str = "", name: str = "") -> dict[str, dict[str, str]]:
    """Return what is wrong, in each language of the page; without words in one, under its code's title.

    ``name`` is the file that it is wrong with; a message that does not tell which begins with it.
    """
    about = "" if name in message else name
    return {
        language: {
            "what": shown(_labelled(about, _said(message, code, language), language)),
            "cure": shown(said(cure, language)),
        }
        for language in languages()
        if has_page(language)
    }


def _said(message: str, code: str, language: str) -> str:
    found = said(message, language)
    title = page_words(language)["codes"].get(code, "") if found == message and language != DEFAULT else ""
    return _labelled(title, found, language)


def _labelled(label: str, text: str, language: str) -> str:
    return page_words(language)["claims"]["labelled"].format(a=label, b=text) if label else text


def _details(found: DraftFinding, draft: DraftReport) -> Iterator[tuple[str, str, str]]:
    for label, text, url in details(found, draft.language):
        yield label, text, url if url.startswith(("http://", "https://")) else ""


def told_levers(found: Sequence[Lever]) -> list[dict[str, str]]:
    """Return levers as the page shows them: numbers in decimals."""
    return [
        {
            "name": one.name,
            "text": shown(one.text),
            "number": decimal(one.number),
            "low": decimal(one.low),
            "high": decimal(one.high),
            "step": decimal(one.step),
        }
        for one in found
    ]


def told_what_if(answer: WhatIf, language: str) -> dict[str, Any]:
    """Return what would be said of a number, in the words of its report."""
    status, table = status_for(answer.verdict), phrases(language)
    return {
        "status": status,
        "label": table["report"]["status"][status],
        "message": shown(answer.message),
        "calculation": shown(answer.calculation),
        "written": {name: shown(text) for name, text in answer.written.items()},
    }


def told_thing(thing: KnownThing) -> dict[str, Any]:
    """Return what is known of a thing; of a series the latest first, and not more than people read."""
    facts = sorted(thing.facts, key=lambda one: one.qualifiers if one.qualifiers.isdigit() else "", reverse=True)
    order = list(dict.fromkeys(one.attribute for one in thing.facts))
    facts.sort(key=lambda one: order.index(one.attribute))
    return {
        "name": thing.key,
        "names": shown(", ".join(thing.names)),
        "note": thing.note,
        "parts": list(thing.parts),
        "count": len(facts),
        "facts": [
            {
                "attribute": one.attribute.replace("_", " "),
                "qualifiers": one.qualifiers,
                "value": one.value,
                "range": one.range,
                "source": one.source,
                "url": one.url if one.url.startswith(("http://", "https://")) else "",
                "note": one.note,
            }
            for one in facts[:MOST_FACTS]
        ],
    }
