"""A claim file against the packs that it uses: each claim, then the claims beside each other."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from factcheck.diagnostics import Diagnostic
from factcheck.engine.article.contradict import contradictions
from factcheck.engine.outcome.check import check_claim, premise_problems
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.reuse import claim_keys, moved
from factcheck.engine.session import Session
from factcheck.engine.verdict.statement import Judged
from factcheck.loader.claims import claims_from_bytes
from factcheck.model.claim import ClaimFile
from factcheck.model.report import FileReport
from factcheck.source import Text
from factcheck.suggest import nearest

Kept = Mapping[str, Any]
Progress = Callable[[int, int, str], None]
STEP = 20
"""After so many claims somebody who watches is told how far it is."""


class Checked(NamedTuple):
    """The report of a file, the key of each outcome, how many were checked anew, and the data files behind them."""

    report: FileReport
    keys: list[str]
    fresh: int
    data: tuple[str, ...] = ()


def check_bytes(data: bytes, path: str, session: Session, known: Kept, progress: Progress | None = None) -> Checked:
    """Check a claim file; ``known`` holds outcomes of an earlier run by their key."""
    file, problems = claims_from_bytes(data, path, session.root)
    if file is None:
        return Checked(FileReport(path, diagnostics=problems), [], 0)
    use = tuple(name.value for name in file.use if name.value in session.packs)
    unknown = [name for name in file.use if name.value not in session.packs]
    engine = session.engine(use, tuple(name.value for name in unknown))
    scope = FileScope(file, engine.knowledge.units)
    diagnostics = (
        *problems,
        *(_unknown_pack(name, session) for name in unknown),
        *_lacking(use, session),
        *premise_problems(scope, engine),
    )
    keys = claim_keys(file)
    watch = _watched(file, progress)
    kept = [moved(known.get(key), claim) for claim, key in zip(file.claims, keys, strict=True)]
    outcomes = []
    judged: dict[str, Judged] = {}
    for done, (claim, outcome) in enumerate(zip(file.claims, kept, strict=True)):
        watch(done)
        outcomes.append(outcome or check_claim(claim, scope, engine, judged))
    found = contradictions(scope, outcomes, engine, judged)
    about = (path, file.article.title, file.article.language)
    report = FileReport(*about, tuple(outcomes), diagnostics, found, file.ignores, article=file.article.file)
    return Checked(report, keys, kept.count(None), file.data)


def _watched(file: ClaimFile, progress: Progress | None) -> Callable[[int], None]:
    """Return what tells somebody who watches that so many claims are done."""
    last = len(file.claims) - 1

    def tell(done: int) -> None:
        if progress is not None and (done % STEP == 0 or done == last):
            progress(done, len(file.claims), f"claims of {file.path}")

    return tell


def _lacking(use: tuple[str, ...], session: Session) -> tuple[Diagnostic, ...]:
    """Return what a file that uses some of the packs lacks: what one of them needs from another."""
    return tuple(problem for problem in session.problems(use) if problem not in session.diagnostics) if use else ()


def _unknown_pack(name: Text, session: Session) -> Diagnostic:
    near = nearest(name.value, session.packs)
    cure = f"did you mean `{near}`?" if near else f"packs at hand: {', '.join(session.packs)}"
    return Diagnostic(
        "FC310",
        f"unknown pack `{name.value}`",
        name.place,
        len(name.value),
        name.value,
        name.place.column,
        help=cure,
    )
