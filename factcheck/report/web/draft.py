"""A draft as a page: problems on top, then the text with its numbers marked and how each was derived."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck import __version__
from factcheck.model.draft import DraftFinding, DraftNumber, DraftReport, Status
from factcheck.quantity.phrases import page_words, phrases
from factcheck.report.drafts.marks import finding_at, marked, starts, status_of
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.remarks import details, proposed
from factcheck.report.drafts.results import Row, head, rows
from factcheck.report.drafts.summary import counts, names, total
from factcheck.report.web.index import file_names, language_of, overview, title
from factcheck.report.web.page import element, escaped, link, page

_PARAGRAPH = re.compile(r"\n\s*\n")
_FOLDED: tuple[Status, ...] = ("query", "borderline")
"""What is shown below what is wrong, folded away."""


INDEX = "index.html"
"""The page of a folder of pages that leads to the others."""


def render(drafts: Sequence[DraftReport]) -> str:
    """Return one page for the drafts, in the language of the first; that of several starts with a table of them."""
    language = drafts[0].language if drafts else "en"
    several = len(drafts) > 1
    body = [line for number, draft in enumerate(drafts) for line in _draft(draft, f"d{number}-", main=not several)]
    if several:
        table = overview(drafts, lambda number: f"#d{number}-")
        return _whole(title(drafts), language_of(drafts), ("<main>", *table, *body, "</main>"))
    name = drafts[0].path if drafts else ""
    return _whole(page_words(language)["draft"]["title"].format(name=name or "draft"), language, body)


def pages(drafts: Sequence[DraftReport]) -> Iterator[tuple[str, str]]:
    """Yield a page for each draft, then the one that leads to them, each with the name of its file."""
    names, words = file_names(drafts), page_words(language_of(drafts))["index"]
    for draft, name in zip(drafts, names, strict=True):
        back = element("nav", element("a", escaped(words["back"]), href=INDEX), lang=language_of(drafts))
        called = page_words(draft.language)["draft"]["title"].format(name=draft.path or "draft")
        yield name, _whole(called, draft.language, (back, *_draft(draft, "d0-", main=True)))
    table = overview(drafts, lambda number: names[number])
    yield INDEX, _whole(title(drafts), language_of(drafts), ("<main>", *table, "</main>"))


def _whole(title: str, language: str, body: Iterable[str]) -> str:
    """Return a page with its foot."""
    made = page_words(language)["draft"]["made"].format(version=__version__)
    return page(title, language, (*body, element("footer", escaped(made))))


def _draft(draft: DraftReport, prefix: str, *, main: bool) -> Iterator[str]:
    """Yield what there is to tell of a draft; it is the main thing of its page, or one of several."""
    words = page_words(draft.language)["draft"]
    tag = "main" if main else "section"
    yield element("a", escaped(words["skip"]), class_="skip", href=f"#{prefix}text")
    yield f'<{tag} lang="{escaped(draft.language)}" id="{prefix}">'
    yield element("h1" if main else "h2", escaped(words["title"].format(name=draft.path or "draft")))
    yield from _summary(draft, words)
    yield from _problems(draft, words, prefix)
    yield from _results(draft, prefix)
    yield from _proposals(draft, words)
    yield element("h2", escaped(words["text"]), id=f"{prefix}text")
    yield element("p", escaped(words["legend"]), class_="sum")
    yield element("div", "\n".join(_text(draft, prefix)), class_="text")
    yield f"</{tag}>"


def _summary(draft: DraftReport, words: Mapping[str, Any]) -> Iterator[str]:
    covered = words["coverage"].format(percent=f"{draft.coverage:.0%}") if draft.numbers else ""
    parts = [total(draft), covered, names(draft)]
    yield element("p", escaped(" · ".join(filter(None, parts))), class_="sum")
    items = (element("li", escaped(text), class_=f"tag {status}") for status, text in counts(draft))
    yield element("ul", "".join(items), class_="counts")


def _problems(draft: DraftReport, words: Mapping[str, Any], prefix: str) -> Iterator[str]:
    """Yield what is wrong, and folded away below it what is only worth a look or within rounding."""
    yield element("h2", escaped(words["problems"]))
    for diagnostic in draft.diagnostics:
        yield element("p", escaped(f"{diagnostic.place}: {diagnostic.message}"), class_="what")
    found = {status: list(_listed(draft, words, prefix, status)) for status in ("wrong", *_FOLDED)}
    yield _list(found["wrong"]) if found["wrong"] else element("p", escaped(words["nothing"]))
    for status in _FOLDED:
        if found[status]:
            head = element("summary", escaped(words[status].format(count=len(found[status]))))
            yield element("details", head + _list(found[status]), class_=f"folded {status}")


def _results(draft: DraftReport, prefix: str) -> Iterator[str]:
    """Yield the table of all results of a paper, each with a way to its place in the text."""
    found = list(rows(draft)) if draft.only else []
    if found:
        place = {id(one): index for index, one in enumerate(draft.findings)}
        yield element("h2", escaped(phrases(draft.language)["report"]["results"]["title"]))
        titles = "".join(element("th", escaped(title), scope="col") for title in head(draft))
        lines = [_row(row, f"#{prefix}n{place[id(row.found)]}") for row in found]
        body = element("thead", element("tr", titles)) + element("tbody", "\n".join(lines))
        yield element("table", body, class_="results")


def _row(row: Row, place: str) -> str:
    told = (row.result, row.derived, row.verdict, row.sentence)
    parts = (element("a", escaped(row.line), href=place), *map(escaped, told))
    return element("tr", "".join(element("td", part) for part in parts), class_=status_of(row.found))


def _proposals(draft: DraftReport, words: Mapping[str, Any]) -> Iterator[str]:
    """Yield what numbers may be taken from, apart from what was judged."""
    if not draft.proposals:
        return
    yield element("h2", escaped(phrases(draft.language)["proposals"]["head"]))
    places = Places(draft)
    items = []
    for one in draft.proposals:
        place = _place(places, one.start, words)
        told = element("p", escaped(f"{place}: {one.text}: {one.message}"), class_="what")
        known = proposed(one, draft.language)
        more = "".join(element("dt", escaped(label)) + element("dd", escaped(text)) for label, text in known)
        items.append(element("li", told + element("dl", more), class_="proposed"))
    yield _list(items)


def _list(items: Sequence[str]) -> str:
    return element("ol", "\n".join(items), class_="problems")


def _listed(draft: DraftReport, words: Mapping[str, Any], prefix: str, status: str) -> Iterator[str]:
    """Yield the findings of a status as items of a list."""
    places = Places(draft)
    for index, one in enumerate(draft.findings):
        if status_of(one) == status:
            yield _problem(one, index, draft, words, prefix, _place(places, one.start, words))


def _problem(
    found: DraftFinding, index: int, draft: DraftReport, words: Mapping[str, Any], prefix: str, place: str
) -> str:
    status = status_of(found)
    label = phrases(draft.language)["report"]["status"][status]
    where = element("a", escaped(place), href=f"#{prefix}n{index}", title=words["jump"])
    head = element("p", f"{escaped(label)} · {where}: {escaped(found.message)}", class_="what")
    rows = "".join(element("dt", escaped(label)) + element("dd", text) for label, text in _details(found, draft))
    return element("li", head + element("dl", rows), class_=status)


def _place(places: Places, index: int, words: Mapping[str, Any]) -> str:
    """Return where something stands: its line, or its place in a document that has none."""
    return places.inside(index) or str(words["line"].format(line=places.of(index)[0]))


def _details(found: DraftFinding, draft: DraftReport) -> Iterator[tuple[str, str]]:
    """Yield what is known of a finding, as label and HTML."""
    for label, text, url in details(found, draft.language):
        yield label, link(text, url)


def _text(draft: DraftReport, prefix: str) -> Iterator[str]:
    """Yield the paragraphs of the draft, its numbers marked."""
    numbers = marked(draft)
    place = starts(draft)
    at = next_number = 0
    for end, behind in _paragraphs(draft.text):
        parts: list[str] = []
        while next_number < len(numbers) and numbers[next_number].start < end:
            number = numbers[next_number]
            parts.append(escaped(draft.text[at : number.start]))
            parts.append(_number(number, finding_at(number, place), draft, prefix))
            at, next_number = number.end, next_number + 1
        parts.append(escaped(draft.text[at:end]))
        at = max(at, behind)
        if "".join(parts).strip():
            yield element("p", "".join(parts))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph ends, and where the next one starts."""
    yield from (m.span() for m in _PARAGRAPH.finditer(text))
    yield len(text), len(text)


def _number(number: DraftNumber, index: int | None, draft: DraftReport, prefix: str) -> str:
    """Return a number of the text; one that was judged opens what is known of it, on hover, focus or tap."""
    status = phrases(draft.language)["report"]["status"][number.status]
    if index is None:
        return element("span", escaped(number.text), class_=f"num {number.status}", title=status)
    found = draft.findings[index]
    rows = "".join(
        element("span", f'<i class="soft">{escaped(label)}:</i> {text}') for label, text in _details(found, draft)
    )
    tip = element(
        "span",
        element("b", escaped(f"{status}: {found.message}")) + rows,
        class_="tip",
        role="tooltip",
        id=f"{prefix}t{index}",
    )
    return (
        f'<span class="num {escaped(number.status)}" id="{prefix}n{index}" tabindex="0" '
        f'aria-describedby="{prefix}t{index}">{escaped(number.text)}{tip}</span>'
    )
