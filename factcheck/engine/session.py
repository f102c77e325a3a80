"""The engine with its packs loaded."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from factcheck.cache import Cache
from factcheck.diagnostics import Diagnostic
from factcheck.engine.resolve.hiding import hiding
from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.resolve.unit_lines import unit_table
from factcheck.engine.rules.equations import Equations
from factcheck.engine.rules.solutions import KeptSolutions
from factcheck.loader.config import Settings
from factcheck.loader.discovery import own_and_replaced
from factcheck.loader.kept_packs import load_pack
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.pack import Pack
from factcheck.model.report import Outcome
from factcheck.quantity.literal import read_number
from factcheck.quantity.written import Widths
from factcheck.source import Place, Text

WIDTHS = tuple(field.name for field in fields(Widths))


@dataclass
class Session:
    """All packs at hand, joined on demand into what a file uses."""

    packs: dict[str, Pack]
    equations: Equations
    settings: Settings
    cache: Cache
    root: Path
    faults: tuple[Diagnostic, ...] = ()
    _joined: dict[tuple[str, ...], tuple[Knowledge, tuple[Diagnostic, ...]]] = field(default_factory=dict)

    @classmethod
    def open(cls, folders: Mapping[str, Path], root: Path, settings: Settings, cache: Cache) -> "Session":
        """Load the packs with a project's settings; what is wrong with them is kept, and the rest is used."""
        packs: dict[str, Pack] = {}
        faults: list[Diagnostic] = []
        for name, folder in folders.items():
            pack, problems = load_pack(folder, root, cache)
            faults.extend(problems)
            if pack is not None:
                packs[name] = pack
        own, replaced = own_and_replaced(folders)
        faults.extend(hiding(packs, own, replaced))
        return cls(packs, Equations(KeptSolutions(cache)), settings, cache, root, tuple(faults))

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the packs: with their files, then with what stands in them."""
        return (*self.faults, *self.problems(tuple(self.packs)))

    def opened(self, folders: Mapping[str, Path], root: Path) -> "Session":
        """Return a session with other packs and the same settings."""
        return Session.open(folders, root, self.settings, self.cache)

    def engine(self, use: tuple[str, ...] = (), unknown: tuple[str, ...] = ()) -> Engine:
        """Return the engine for the packs that a file uses, all when it names none; ``unknown`` ones are gaps."""
        knowledge, problems = self._knowledge(use or tuple(self.packs))
        units = [problem.place.path for problem in problems]
        gaps = [*(f"the pack `{name}`" for name in unknown), *(f"the file `{p}`" for p in (*knowledge.gaps, *units))]
        return Engine(knowledge, self.equations, _widths(self.settings), tuple(gaps), frozenset(self.settings.quiet))

    def problems(self, names: tuple[str, ...]) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the units, facts and rules of these packs."""
        knowledge, units = self._knowledge(names)
        # a unit that could not be defined is reported once, not at each fact that has it
        return (*units, *(problem for problem in knowledge.problems if not units or problem.code != "FC202"))

    def _knowledge(self, names: tuple[str, ...]) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
        """Return the joined packs of these names, and what is wrong with their units."""
        names = tuple(name for name in self.packs if name in names)
        if names not in self._joined:
            packs = tuple(self.packs[name] for name in names)
            table, problems = unit_table(packs, self.cache)
            self._joined[names] = join(packs, table), problems
        return self._joined[names]

    def check_says(self, says: str, name: str = "says", given: Mapping[str, str] = MappingProxyType({})) -> Outcome:
        """Check one statement that stands in no file; ``given`` are its premises, by name.

        What is wrong with a premise is among the diagnostics of the outcome.
        """
        from factcheck.engine.outcome.check import check_claim, premise_problems  # noqa: PLC0415 - seldom needed

        place = Place("", 1, 1)
        premises = tuple(Premise(key, Text(value, place), place) for key, value in given.items())
        claim = Claim(name, place, says=Text(says, place), given=premises)
        engine = self.engine()
        scope = FileScope(ClaimFile("", claims=(claim,)), engine.knowledge.units)
        problems = premise_problems(scope, engine) if premises else ()
        outcome = check_claim(claim, scope, engine)
        if not problems:
            return outcome
        return replace(outcome, code=outcome.code or problems[0].code, diagnostics=(*problems, *outcome.diagnostics))


def _widths(settings: Settings) -> Widths:
    """Return the hedges' widths with a project's own: ``about = "10 %"``."""
    shares = {key: _share(text) for key, text in settings.hedges.items() if key in WIDTHS}
    return replace(Widths(), **{key: share for key, share in shares.items() if share is not None})


def _share(text: str) -> Fraction | None:
    read = read_number(text, 0)
    if read is None or read.number.nominal is None:
        return None
    rest = text[read.end :].strip()
    return Fraction(read.number.nominal) / (100 if rest == "%" else 1) if rest in {"", "%"} else None
