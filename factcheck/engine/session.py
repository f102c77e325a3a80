"""The engine with its packs loaded: checks files, single statements, rule tests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck.cache import Cache, digest
from factcheck.diagnostics import Diagnostic
from factcheck.engine.article.contradict import contradictions
from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.unit_lines import compile_packs, joined
from factcheck.engine.reuse import claim_keys, moved
from factcheck.engine.rules.equations import OPEN, Equations, Solutions
from factcheck.engine.verdict.check import Engine, check_claim, premise_problems
from factcheck.loader.claims import claims_from_bytes
from factcheck.loader.config import Settings
from factcheck.loader.packs import load_pack
from factcheck.model.claim import Claim, ClaimFile
from factcheck.model.pack import Pack
from factcheck.model.report import FileReport, Outcome
from factcheck.quantity.definitions import standard_texts
from factcheck.quantity.literal import read_number
from factcheck.quantity.units import UnitTable
from factcheck.quantity.written import Widths
from factcheck.source import Place, Text
from factcheck.suggest import nearest

Kept = Mapping[str, Any]
Progress = Callable[[int, int, str], None]
STEP = 20
"""After so many claims somebody who watches is told how far it is."""

WIDTHS = tuple(field.name for field in fields(Widths))


@dataclass
class Session:
    """All packs at hand, joined on demand into what a file uses."""

    packs: dict[str, Pack]
    equations: Equations
    settings: Settings
    cache: Cache
    diagnostics: tuple[Diagnostic, ...] = ()
    _joined: dict[tuple[str, ...], tuple[Knowledge, tuple[Diagnostic, ...]]] = field(default_factory=dict)

    @classmethod
    def open(cls, folders: Mapping[str, Path], root: Path, settings: Settings, cache: Cache) -> "Session":
        """Load the packs with a project's settings."""
        return cls.load(folders, root, settings, cache)

    @classmethod
    def load(cls, folders: Mapping[str, Path], root: Path, settings: Settings, cache: Cache) -> "Session":
        """Load the packs; what is wrong with them is kept as diagnostics, and the rest is used."""
        packs: dict[str, Pack] = {}
        found: list[Diagnostic] = []
        for name, folder in folders.items():
            pack, problems = load_pack(folder, root)
            found.extend(problems)
            if pack is not None:
                packs[name] = pack
        session = cls(packs, Equations(_Store(cache)), settings, cache)
        session.diagnostics = (*found, *session.knowledge(tuple(packs))[1])
        return session

    def opened(self, folders: Mapping[str, Path], root: Path) -> "Session":
        """Return a session with other packs and the same settings."""
        return Session.load(folders, root, self.settings, self.cache)

    def engine(self, use: tuple[str, ...] = (), unknown: tuple[str, ...] = ()) -> Engine:
        """Return the engine for the packs that a file uses, all when it names none; ``unknown`` ones are gaps."""
        knowledge, problems = self.knowledge(use or tuple(self.packs))
        units = [problem.place.path for problem in problems if problem.code == "FC205"]
        gaps = [*(f"the pack `{name}`" for name in unknown), *(f"the file `{p}`" for p in (*knowledge.gaps, *units))]
        return Engine(knowledge, self.equations, _widths(self.settings), tuple(gaps), frozenset(self.settings.quiet))

    def knowledge(self, names: tuple[str, ...]) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
        """Return the joined packs of these names, and what could not be read in them."""
        names = tuple(name for name in self.packs if name in names)
        if names not in self._joined:
            packs = tuple(self.packs[name] for name in names)
            table, problems = self._unit_table(packs)
            knowledge, more = join(packs, table)
            # a unit that could not be defined is reported once, not at each fact that has it
            more = tuple(problem for problem in more if not problems or problem.code != "FC202")
            self._joined[names] = knowledge, (*problems, *more)
        return self._joined[names]

    def _unit_table(self, packs: tuple[Pack, ...]) -> tuple[UnitTable, tuple[Diagnostic, ...]]:
        """Return the compiled units, from the cache where the definitions did not change."""
        texts = [*standard_texts(), *(joined(pack.units) for pack in packs)]
        key = digest(*texts)
        name = f"units-{key[:16]}"
        kept = self.cache.read(name, key)
        if kept is not None:
            return UnitTable.from_data(kept["table"]), ()
        data, problems = compile_packs(standard_texts(), packs)
        if not problems:
            self.cache.write(name, key, {"table": data})
        return UnitTable.from_data(data), problems

    def check_bytes(
        self, data: bytes, path: str, known: Kept, progress: Progress | None = None
    ) -> tuple[FileReport, list[str], int]:
        """Check a claim file; ``known`` holds outcomes of an earlier run by their key.

        Returns the report, the key of each outcome, and how many were checked anew.
        """
        file, problems = claims_from_bytes(data, path)
        if file is None:
            return FileReport(path, diagnostics=problems), [], 0
        use, more = self._use(file)
        engine = self.engine(use, tuple(name.value for name in file.use if name.value not in self.packs))
        scope = FileScope(file, engine.knowledge.units)
        premises = premise_problems(scope, engine)
        # a file that uses some of the packs may lack what one of them needs from another
        packs = tuple(problem for problem in self.knowledge(use)[1] if problem not in self.diagnostics) if use else ()
        outcomes: list[Outcome] = []
        keys = claim_keys(file)
        checked = 0
        for done, (claim, key) in enumerate(zip(file.claims, keys, strict=True)):
            if progress is not None and (done % STEP == 0 or done + 1 == len(keys)):
                progress(done, len(keys), f"claims of {path}")
            outcome = moved(known.get(key), claim)
            if outcome is None:
                outcome = check_claim(claim, scope, engine)
                checked += 1
            outcomes.append(outcome)
        diagnostics = (*problems, *more, *packs, *premises)
        found = contradictions(scope, outcomes, engine)
        report = FileReport(path, file.article.title, file.article.language, tuple(outcomes), diagnostics, found)
        return report, keys, checked

    def _use(self, file: ClaimFile) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Return the packs that a file names; an unknown one is reported."""
        found = []
        for name in file.use:
            if name.value not in self.packs:
                near = nearest(name.value, self.packs)
                cure = f"did you mean `{near}`?" if near else f"packs at hand: {', '.join(self.packs)}"
                found.append(
                    Diagnostic(
                        "FC310",
                        f"unknown pack `{name.value}`",
                        name.place,
                        len(name.value),
                        name.value,
                        name.place.column,
                        help=cure,
                    )
                )
        return tuple(name.value for name in file.use if name.value in self.packs), tuple(found)

    def check_says(self, says: str, name: str = "says") -> Outcome:
        """Check one statement that stands in no file."""
        claim = Claim(name, Place("", 1, 1), says=Text(says, Place("", 1, 1)))
        engine = self.engine()
        return check_claim(claim, FileScope(ClaimFile("", claims=(claim,)), engine.knowledge.units), engine)


class _Store(dict[str, Solutions]):
    """Solved equations, kept between runs as one file."""

    def __init__(self, cache: Cache) -> None:
        kept = cache.read("equations", "1")
        super().__init__(kept["solutions"] if kept else {})
        self.cache = cache

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Add solutions and keep those that were found in time."""
        super().update(*args, **kwargs)
        self.cache.write(
            "equations", "1", {"solutions": {text: found for text, found in sorted(self.items()) if OPEN not in found}}
        )


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
