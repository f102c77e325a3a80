"""What is known of the number, the claim or the name under the pointer."""

from collections.abc import Iterator

from lsprotocol import types

from factcheck.lsp.asked import Asked
from factcheck.lsp.features import told
from factcheck.lsp.sheet import Part, at
from factcheck.quantity.phrases import phrases
from factcheck.report.markup import escaped


def hover(asked: Asked, where: types.Position) -> types.Hover | None:
    """Return what is known of a place; None where that is nothing."""
    offset = asked.text.offset(where)
    span, lines = _draft(asked, offset) if asked.draft is not None else _sheet(asked, offset)
    if not lines:
        return None
    value = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(_joined(lines)))
    return types.Hover(value, asked.text.range(*span) if span else None)


Lines = list[str]
Span = tuple[int, int] | None


def _joined(lines: Lines) -> Iterator[str]:
    """Yield the paragraphs and lists of lines."""
    items: Lines = []
    for line in lines:
        if line.startswith(("-", "  ")):
            items.append(line)
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield line
    if items:
        yield "\n".join(items)


def _draft(asked: Asked, offset: int) -> tuple[Span, Lines]:
    report = asked.draft
    if report is None:
        return None, []
    found = asked.findings_at(offset)
    if found:
        own = found[0]
        span = (own.start, own.end) if own.start <= offset <= own.end else None
        return span, [line for one in found[:3] for line in told.of_finding(one, report)]
    number = next((one for one in report.numbers if one.start <= offset <= one.end), None)
    if number is None:
        return None, []
    status = phrases(report.language)["report"]["status"][number.status]
    return (number.start, number.end), [f"{escaped(number.text)}: {escaped(status)}"]


def _sheet(asked: Asked, offset: int) -> tuple[Span, Lines]:
    if asked.document.kind == "pack":
        return None, list(_pack(asked, asked.sheet.way(offset)))
    part = at(asked.sheet.parts, offset)
    if part is not None and (lines := list(_part(asked, part))):
        return (part.start, part.end), lines
    outcome = asked.outcome_at(offset)
    return None, list(told.of_outcome(outcome)) if outcome is not None else []


def _part(asked: Asked, part: Part) -> Iterator[str]:
    engine = asked.sheet.engine
    match part.kind:
        case "thing":
            yield from told.of_thing(part.text, engine)
        case "attribute":
            yield from told.of_attribute(part.of, part.text, engine)
        case "qualifier":
            thing, _, attribute = part.of.partition(".")
            yield from told.of_attribute(thing, attribute, engine)
        case "unit":
            yield from told.of_unit(part.text, engine)
        case "rule" | "function":
            yield from told.of_rule(part.text, engine)
        case "symbol":
            yield from told.of_rule(part.of, engine)
        case "premise":
            found = asked.sheet.premise(part.text, part.start)
            yield from told.of_premise(found) if found is not None else ()
        case "claim":
            outcome = asked.outcome(part.text)
            yield from told.of_outcome(outcome) if outcome is not None else ()


def _pack(asked: Asked, way: tuple[str, ...]) -> Iterator[str]:
    """Yield what is known of the thing, attribute or rule to which a place of a pack belongs."""
    engine = asked.sheet.engine
    match way:
        case ("things", thing):
            yield from told.of_thing(thing, engine)
        case ("things", thing, attribute, *_):
            yield from told.of_attribute(thing, attribute, engine)
        case ("rules", rule, *_):
            yield from told.of_rule(rule, engine)
