"""``factcheck new``: a commented claim file to start from, or the claims of an article as far as they are found."""

import argparse
from importlib import import_module
from pathlib import Path

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.cli.outputs import Refused
from factcheck.cli.starting import LANGUAGES, add_schema, create, template
from factcheck.report.drafts.summary import unread
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Write the file, never over another one, and the schema where there is none."""
    path = Path(options.path)
    try:
        create(path, _of_article(path, Path(options.article)) if options.article else _commented(path, options.lang))
    except Refused as refused:
        complain(str(refused))
        return UNABLE
    except FileExistsError:
        complain(f"`{path}` exists already: choose another name")
        return UNABLE
    except (OSError, ValueError) as error:  # a null character in the path
        complain(f"cannot write `{path}`: {getattr(error, 'strerror', error)}")
        return UNABLE
    say(f"wrote {path}; check it with: factcheck check {path}")
    add_schema(path)
    return OK


def _commented(path: Path, lang: str | None) -> str:
    """Return the template in the language that is asked for, else in that of the project."""
    language = lang or Workspace.open(path.absolute().parent).project.settings.language
    return template(f"claims.{language if language in LANGUAGES else LANGUAGES[0]}.yaml")


def _of_article(path: Path, article: Path) -> str:
    """Return what is found in an article as claims, in its language; raises Refused where it cannot be read."""
    draft = Workspace.open(path.absolute().parent).draft_file(article)
    if unread([draft]):
        raise Refused(f"cannot read `{article}`: {draft.diagnostics[0].message}")
    return str(import_module("factcheck.proofread.claim_file").claim_file(draft))
