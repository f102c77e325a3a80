"""``factcheck init``: a project to start from: settings, claims to try, a job for GitHub."""

import argparse
from pathlib import Path

from factcheck.cli.console import complain, say
from factcheck.cli.main import OK, UNABLE
from factcheck.cli.starting import add_schema, create, template
from factcheck.loader.discovery import config_in

CLAIMS = Path("claims/example.yaml")
WORKFLOW = Path(".github/workflows/factcheck.yml")


def run(options: argparse.Namespace) -> int:
    """Write what is not there yet, and say what to do next."""
    home = Path(options.folder)
    try:
        if home.is_dir() and (known := config_in(home)) is not None:
            say(f"kept {known}")
        else:
            _write(home / "factcheck.toml", template("factcheck.toml"))
        _write(home / CLAIMS, template(f"example.{options.lang}.yaml"))
        add_schema(home / CLAIMS)
        if _is_top(home):
            _write(home / WORKFLOW, template("workflow.yml"))
    except OSError as error:
        complain(f"cannot write into `{home}`: {error.strerror}")
        return UNABLE
    where = "" if home == Path() else f" {home}"
    say(f"now try: factcheck check{where} (one of the two claims is wrong on purpose)")
    return OK


def _is_top(home: Path) -> bool:
    """Whether a folder is no part of a repository further up, where a job would not be found."""
    return not any((folder / ".git").exists() for folder in home.absolute().resolve().parents)


def _write(path: Path, text: str) -> None:
    try:
        create(path, text)
    except FileExistsError:
        say(f"kept {path}")
    else:
        say(f"wrote {path}")
