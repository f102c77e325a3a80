"""``factcheck mentions``: the quantities of a text, as a table for people or as JSON for programs."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cli.console import complain, for_programs, received, show_diagnostics, show_lines
from factcheck.cli.main import OK, UNABLE
from factcheck.cli.texts import known_language, texts
from factcheck.diagnostics import Diagnostic
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.loader.documents import Document
    from factcheck.prose.mention import Reading

WIDTH = 120


def run(options: argparse.Namespace) -> int:
    """Read and print; the exit code is 2 where something could not be read."""
    workspace = Workspace.open(Path(options.paths[0]) if options.paths else Path.cwd())
    if options.lang is not None and not known_language(options.lang):
        return UNABLE
    if options.jsonl:
        return _filter(workspace, options)
    if not options.paths:
        complain("name a file or a folder, or `-` for standard input")
        return UNABLE
    documents, problems = _documents(workspace, options.paths)
    show_diagnostics([*problems, *(told for each in documents for told in each.told)])
    _print(workspace, documents, options)
    sys.stdout.flush()
    return UNABLE if problems else OK


def _filter(workspace: Workspace, options: argparse.Namespace) -> int:
    """Answer lines; of the lines that cannot be read the first is told, the others are counted."""
    wrong = 0
    for_programs()
    for answer in workspace.filter_mentions(
        received(), markdown=bool(options.markdown), lang=options.lang, decimal_comma=options.decimal_comma
    ):
        sys.stdout.write(f"{answer.line}\n")
        if answer.problem:
            wrong += 1
            if wrong == 1:
                complain(answer.problem)
    if wrong > 1:
        complain(f"{wrong} lines could not be read")
    return UNABLE if wrong else OK


def _documents(workspace: Workspace, names: Sequence[str]) -> "tuple[list[Document], list[Diagnostic]]":
    """Return the documents in the order in which they were named, and what could not be read."""
    found = list(texts(workspace, names))
    problems = [each for each in found if isinstance(each, Diagnostic)]
    return [each for each in found if not isinstance(each, Diagnostic)], problems


def _print(workspace: Workspace, documents: "Sequence[Document]", options: argparse.Namespace) -> None:
    if options.format != "text":
        for_programs()
    if options.format == "json":
        found = [item for each in documents for item in _json(each, _read(workspace, each, options))]
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    for number, document in enumerate(documents):
        if number and options.format == "text":
            sys.stdout.write("\n")
        reading = _read(workspace, document, options)
        if options.format == "jsonl":
            for item in _json(document, reading):
                sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")
        else:
            _table(document, reading, everything=options.all)


def _read(workspace: Workspace, document: "Document", options: argparse.Namespace) -> "Reading":
    markdown = document.markdown or options.markdown
    return workspace.mentions(
        document.text,
        markdown=markdown,
        structure=document.structure,
        lang=options.lang,
        decimal_comma=options.decimal_comma,
    )


def _json(document: "Document", reading: "Reading") -> Iterator[dict[str, Any]]:
    mention_json = import_module("factcheck.prose.jsonl").mention_json
    for mention in reading.mentions:
        place = document.place(mention.span.start)
        at: dict[str, Any] = {"path": place.path}
        at |= {"place": place.inside} if place.inside else {"line": place.line, "column": place.column}
        yield {**at, **mention_json(mention, reading.text)}


def _table(document: "Document", reading: "Reading", *, everything: bool) -> None:
    shown = import_module("factcheck.prose.shown").shown
    rows = [(_at(document, m.span.start), " ".join(m.text.split()), *shown(m)) for m in reading.mentions]
    asides = [(_at(document, a.span.start), a.text, a.kind) for a in reading.asides if everything]
    mentions = import_module("factcheck.report.mentions")
    path = document.file.path
    show_lines(lambda width: mentions.lines(path, rows, asides, width), piped=WIDTH)


def _at(document: "Document", index: int) -> str:
    place = document.place(index)
    return place.inside or f"{place.line}:{place.column}"
