"""``factcheck new``: a commented claim file to start from, whose claims hold."""

import argparse
from contextlib import suppress
from pathlib import Path

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.cli.schema_command import text as schema

TEMPLATE = """\
# yaml-language-server: $schema=claims.schema.json
format: 1
article:
  title: My article
  language: en            # or zh
  date: 2024-08-04        # the day of the article; `article.date` in a claim
use: [core, compute]      # the packs that the claims need; see `factcheck facts`
given:                    # what the article assumes, as it writes it
  target: 100 EFLOP/s
  before: 40 million USD
  after: 50 million USD
claims:
  # A claim is one line: what is derived, a relation, and what the text states.
  # Relations: =  ~ (about)  >  >=  <  <=  in
  - id: chips-needed
    quote: more than 276,000 D1      # as short as it can be while finding its place
    says: target / D1.peak > 276,000 D1

  # How a number is written is its tolerance: 9 is 8.5 to 9.5, 9.0 is 8.95 to 9.05.
  - id: tile-compute
    quote: 9 petaflops per tile
    says: tile.peak = 9 PFLOP/s

  # A rule of a pack: `rule(inputs)` gives its left side.
  - id: growth
    quote: up by 25 percent
    says: percent_change(before=before, after=after) = 25 %

  # Let the engine look for the derivation; `factcheck pin` writes it in.
  - id: found-by-itself
    quote: more than 276,000 D1
    says: derive(target) > 27.6万 D1

  # A number that cannot be derived is named with its reason; it is counted, never hidden.
  - id: largest
    quote: the largest cluster of the world
    exempt: a superlative; it would need a list of all clusters
"""


SCHEMA = "claims.schema.json"
"""Beside the file; its first line names it for editors."""


def run(options: argparse.Namespace) -> int:
    """Write the file, never over another one, and the schema where there is none."""
    path = Path(options.path)
    try:
        _create(path, TEMPLATE)
    except FileExistsError:
        complain(f"`{path}` exists already: choose another name")
        return UNABLE
    except OSError as error:
        complain(f"cannot write `{path}`: {error.strerror}")
        return UNABLE
    say(f"wrote {path}; check it with: factcheck check {path}")
    _add_schema(path.with_name(SCHEMA))
    return OK


def _add_schema(path: Path) -> None:
    """Write the schema that the template names, for editors; a claim file is as good without it."""
    with suppress(OSError):
        _create(path, schema("claims"))
        say(f"wrote {path}, with which editors complete and check claim files")


def _create(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
