"""Runs the cases that stand beside each rule: each is a statement that must get the verdict it expects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.diagnostics import Diagnostic
from factcheck.engine.outcome.check import check_claim
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.engine.session import Session
from factcheck.language.parser import RELATIONS
from factcheck.loader.files import is_file, is_folder, shown_path
from factcheck.model.claim import Claim, ClaimFile
from factcheck.model.pack import Rule, RuleTest
from factcheck.model.report import Outcome
from factcheck.source import Place, Text

MIN_CASES = 2


@dataclass(frozen=True, slots=True)
class RuleResult:
    """A rule with the outcomes of its cases; ``lacking`` says which kind of case it has too few of."""

    rule: Rule
    outcomes: tuple[Outcome, ...]
    lacking: tuple[str, ...] = ()


def run_rule(rule: Rule, engine: Engine) -> RuleResult:
    """Run the cases of one rule."""
    outcomes = tuple(_run(rule, case, number, engine) for number, case in enumerate(rule.tests, 1))
    counts = {kind: sum(case.expect in kinds for case in rule.tests) for kind, kinds in _KINDS.items()}
    return RuleResult(rule, outcomes, tuple(kind for kind, n in counts.items() if n < MIN_CASES))


_KINDS = {"passing": ("pass",), "failing": ("fail", "slip", "wrong", "decision")}


def run_rules(rules: Sequence[Rule], engine: Engine, equations: Equations) -> tuple[RuleResult, ...]:
    """Run the cases of all rules; equations are solved together first."""
    equations.prepare((rule for rule in rules if _needs_solving(rule, equations)), engine.knowledge.rules)
    return tuple(run_rule(rule, engine) for rule in rules)


def _needs_solving(rule: Rule, equations: Equations) -> bool:
    whole = any(kind.value == "whole" for _, kind in rule.symbols)
    return whole or any(case.symbol != equations.left(rule) for case in rule.tests)


def statement(rule: Rule, case: RuleTest) -> str:
    """Write a case as a statement of the claim language."""
    inputs = ", ".join(f"{name}={value.value}" for name, value in case.given)
    stated = case.stated.value.strip()
    relation = "" if stated.startswith(tuple(RELATIONS)) else "= "
    return f"{rule.id}.{case.symbol}({inputs}) {relation}{stated}"


def _run(rule: Rule, case: RuleTest, number: int, engine: Engine) -> Outcome:
    says = Text(statement(rule, case), case.place)
    claim = Claim(f"{rule.id}-{number}", case.place, says=says, expect=case.expect, note=case.note)
    file = ClaimFile(case.place.path, claims=(claim,))
    return check_claim(claim, FileScope(file, engine.knowledge.units), engine)


@dataclass(frozen=True, slots=True)
class RuleRun:
    """A run over the rules of packs: their results, what was wrong with the packs, and the engine that judged them."""

    results: tuple[RuleResult, ...]
    engine: Engine
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All cases, in the order of the files."""
        return tuple(outcome for result in self.results for outcome in result.outcomes)

    @property
    def failed(self) -> bool:
        """Whether a case has another verdict than it expects, a rule lacks cases, or a pack cannot be read."""
        return bool(self.diagnostics) or any(r.lacking or any(o.unexpected for o in r.outcomes) for r in self.results)


def run_paths(session: Session, folders: Mapping[str, Path], paths: Sequence[Path], root: Path) -> RuleRun:
    """Run the rules below these paths; a folder of packs, one pack, or one file of rules."""
    if not paths:
        engine = session.engine()
        return RuleRun(
            run_rules([*engine.knowledge.rules.values()], engine, session.equations), engine, session.diagnostics
        )
    mine = {folder.name: folder for path in paths for folder in _pack_folders(path)}
    missing = [
        Diagnostic("FC101", f"no packs at `{path}`", Place(str(path))) for path in paths if not _pack_folders(path)
    ]
    joined = (
        session
        if all(folders.get(name) == folder for name, folder in mine.items())
        else session.opened({**folders, **mine}, root)
    )
    engine = joined.engine()
    wanted = [str(shown_path(path, root)) for path in paths]
    rules = [rule for rule in engine.knowledge.rules.values() if any(_below(rule.place.path, path) for path in wanted)]
    problems = [d for d in joined.diagnostics if any(_below(d.place.path, path) for path in wanted)]
    return RuleRun(run_rules(rules, engine, joined.equations), engine, (*missing, *problems))


def _pack_folders(path: Path) -> list[Path]:
    """Return the pack that a path is, lies in, or the packs below it."""
    if is_file(path):
        return [path.parent if path.parent.name != "things" else path.parent.parent]
    if not is_folder(path):
        return []
    if any(path.glob("*.yaml")) or (path / "units.txt").is_file():
        return [path]
    return sorted(folder for folder in path.iterdir() if folder.is_dir() and not folder.name.startswith((".", "_")))


def _below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")
