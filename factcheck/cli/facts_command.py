"""``factcheck facts``: what the packs know about a thing."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.console import say, show_diagnostics
from factcheck.cli.main import FINDINGS, OK
from factcheck.diagnostics import Problem
from factcheck.source import Place
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.engine.questions.inquire import KnownFact, KnownThing


def run(options: argparse.Namespace) -> int:
    """Print a thing's facts with their sources, or the list of all things, or who has an attribute."""
    workspace = Workspace.open(Path.cwd())
    asked = options.thing or options.attribute or ""
    try:
        if options.thing is not None:
            _thing(workspace.thing(options.thing), options.attribute)
        elif options.attribute is not None:
            _attribute(workspace.attribute(options.attribute))
        else:
            for key in workspace.things():
                say(key)
    except Problem as problem:
        show_diagnostics([problem.diagnostic(Place("", 0, 1), asked)])
        return FINDINGS
    return OK


def _attribute(found: "tuple[tuple[str, KnownFact], ...]") -> None:
    """Print who has an attribute, the greatest first, and the sources of all."""
    for key, fact in found:
        say(f"{key} = {fact.value}{f'  [{fact.qualifiers}]' if fact.qualifiers else ''}")
    for source in dict.fromkeys(f"{fact.source}{f' <{fact.url}>' if fact.url else ''}" for _, fact in found):
        say(f"    {source}")


def _thing(thing: "KnownThing", attribute: str | None) -> None:
    say(f"{thing.key}  ({', '.join(thing.names)})" if thing.names else thing.key)
    if thing.note:
        say(f"  {thing.note}")
    for part in thing.parts:
        say(f"  made of {part}")
    for fact in thing.facts:
        if attribute in {None, fact.attribute}:
            _fact(fact)


def _fact(fact: "KnownFact") -> None:
    qualifiers = f" [{fact.qualifiers}]" if fact.qualifiers else ""
    status = f"  ({fact.status})" if fact.status != "confirmed" else ""
    around = f"  ({fact.range})" if fact.range else ""
    say(f"  {fact.attribute}{qualifiers} = {fact.value}{around}{status}")
    say(f"      {fact.source}{f' <{fact.url}>' if fact.url else ''}")
    for other in fact.also:
        say(f"      also {other}")
    if fact.note:
        say(f"      {fact.note}")
