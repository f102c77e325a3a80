"""Where the values of a derivation come from: each input once, with its range, what was assumed, and its source."""

from collections.abc import Iterator

from factcheck.model.report import Citation, Step
from factcheck.report.web.page import element, escaped, link
from factcheck.report.web.speech import Speech

_SEPARATOR = " · "


def leaves(step: Step | None) -> Iterator[Step]:
    """Yield the inputs of a derivation."""
    if step is None:
        return
    if not step.children:
        yield step
    for child in step.children:
        yield from leaves(child)


def inputs(step: Step | None, speech: Speech) -> str:
    """Return a list of the inputs, each once; empty where there is none."""
    found = {(leaf.name, leaf.assumed): leaf for leaf in leaves(step)}
    items = "".join(element("li", _input(leaf, speech)) for leaf in found.values())
    return element("ul", items, class_="inputs") if items else ""


def _input(leaf: Step, speech: Speech) -> str:
    value = f" = {speech.value(leaf.value.text)}" if leaf.value else ""
    about = [speech.said(leaf.assumed, "assumed"), speech.said(leaf.value.origin, "origins") if leaf.value else ""]
    parts = [element("b", escaped(leaf.name)) + value, *(escaped(part) for part in about if part)]
    parts += _source(leaf.source, speech) if leaf.source else [escaped(speech["kind"][leaf.kind])]
    return _SEPARATOR.join(parts)


def _source(source: Citation, speech: Speech) -> Iterator[str]:
    yield link(source.title, source.url)
    for part in (source.date, _known(speech, "tier", source.tier), _known(speech, "status", source.status)):
        if part:
            yield escaped(part)
    if source.page:
        yield escaped(speech["page"].format(page=source.page) if source.page[:1].isdigit() else source.page)
    if source.accessed:
        yield escaped(speech["accessed"].format(date=source.accessed))
    yield from (link(other.title, other.url) for other in source.also)
    if source.quote:
        quote = escaped(speech["quoted"].format(text=source.quote))
        yield element("span", quote, lang=speech.language_of(source.quote), class_="said")


def _known(speech: Speech, table: str, name: str) -> str:
    return str(speech[table].get(name, name))
