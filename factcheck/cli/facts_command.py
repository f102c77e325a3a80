"""``factcheck facts``: what the packs know about a thing."""

import argparse
from pathlib import Path

from factcheck.cli.console import say, show_diagnostics
from factcheck.cli.main import FINDINGS, OK
from factcheck.diagnostics import Problem
from factcheck.source import Place
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Print a thing's facts with their sources, or the list of all things."""
    workspace = Workspace.open(Path.cwd())
    if options.thing is None:
        for key in workspace.things():
            say(key)
        return OK
    try:
        thing = workspace.thing(options.thing)
    except Problem as problem:
        show_diagnostics([problem.diagnostic(Place("", 0, 1), options.thing)])
        return FINDINGS
    say(f"{thing.key}  ({', '.join(thing.names)})" if thing.names else thing.key)
    if thing.note:
        say(f"  {thing.note}")
    for part in thing.parts:
        say(f"  made of {part}")
    for fact in thing.facts:
        qualifiers = f" [{fact.qualifiers}]" if fact.qualifiers else ""
        status = f"  ({fact.status})" if fact.status != "confirmed" else ""
        around = f"  ({fact.range})" if fact.range else ""
        say(f"  {fact.attribute}{qualifiers} = {fact.value}{around}{status}")
        say(f"      {fact.source}{f' <{fact.url}>' if fact.url else ''}")
        for other in fact.also:
            say(f"      also {other}")
        if fact.note:
            say(f"      {fact.note}")
    return OK
