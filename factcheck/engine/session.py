"""The engine with its packs loaded: checks files, single statements, rule tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck.cache import Cache, digest
from factcheck.diagnostics import Diagnostic, Problem
from factcheck.engine.check import Engine, check_claim, premise_problems
from factcheck.engine.knowledge import Knowledge, join
from factcheck.engine.rules import Equations, Solutions
from factcheck.engine.scope import FileScope
from factcheck.loader.claims import claims_from_bytes
from factcheck.loader.config import Settings
from factcheck.loader.packs import load_pack
from factcheck.model import codec
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
WIDTHS = tuple(field.name for field in fields(Widths))


@dataclass
class Session:
    """All packs at hand, joined on demand into what a file uses."""

    packs: dict[str, Pack]
    equations: Equations
    widths: Widths
    cache: Cache
    diagnostics: tuple[Diagnostic, ...] = ()
    _joined: dict[tuple[str, ...], tuple[Knowledge, tuple[Diagnostic, ...]]] = field(default_factory=dict)

    @classmethod
    def open(cls, folders: Mapping[str, Path], root: Path, settings: Settings, cache: Cache) -> "Session":
        """Load the packs with a project's settings."""
        return cls.load(folders, root, _widths(settings), cache)

    @classmethod
    def load(cls, folders: Mapping[str, Path], root: Path, widths: Widths, cache: Cache) -> "Session":
        """Load the packs; what is wrong with them is kept as diagnostics, and the rest is used."""
        packs: dict[str, Pack] = {}
        found: list[Diagnostic] = []
        for name, folder in folders.items():
            pack, problems = load_pack(folder, root)
            found.extend(problems)
            if pack is not None:
                packs[name] = pack
        session = cls(packs, Equations(_Store(cache)), widths, cache)
        session.diagnostics = (*found, *session.knowledge(tuple(packs))[1])
        return session

    def opened(self, folders: Mapping[str, Path], root: Path) -> "Session":
        """Return a session with other packs and the same settings."""
        return Session.load(folders, root, self.widths, self.cache)

    def engine(self, use: tuple[str, ...] = ()) -> Engine:
        """Return the engine for the packs that a file uses; all of them when it names none."""
        return Engine(self.knowledge(use or tuple(self.packs))[0], self.equations, self.widths)

    def knowledge(self, names: tuple[str, ...]) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
        """Return the joined packs of these names, and what could not be read in them."""
        if names not in self._joined:
            packs = tuple(self.packs[name] for name in self.packs if name in names)
            table, problems = self._unit_table(packs)
            knowledge, more = join(packs, table)
            self._joined[names] = knowledge, (*problems, *more)
        return self._joined[names]

    def _unit_table(self, packs: tuple[Pack, ...]) -> tuple[UnitTable, tuple[Diagnostic, ...]]:
        """Return the compiled units, from the cache where the definitions did not change."""
        texts = [*standard_texts(), *("\n".join(line.value for line in pack.units) for pack in packs)]
        key = digest(*texts)
        name = f"units-{key[:16]}"
        kept = self.cache.read(name, key)
        if kept is not None:
            return UnitTable.from_data(kept["table"]), ()
        return self._compile_units(name, key, texts, packs)

    def _compile_units(
        self, name: str, key: str, texts: list[str], packs: tuple[Pack, ...]
    ) -> tuple[UnitTable, tuple[Diagnostic, ...]]:
        from factcheck.quantity.registry import compile_units  # noqa: PLC0415 - pint is slow to load

        found: list[Diagnostic] = []
        good = texts[: len(texts) - len(packs)]
        for pack, text in zip(packs, texts[len(good) :], strict=True):
            try:
                compile_units([*good, text])
            except Problem as problem:
                place = pack.units[0].place if pack.units else Place(pack.path)
                found.append(problem.diagnostic(place, ""))
            else:
                good = [*good, text]
        data = compile_units(good)
        if not found:
            self.cache.write(name, key, {"table": data})
        return UnitTable.from_data(data), tuple(found)

    def check_bytes(self, data: bytes, path: str, known: Kept) -> tuple[FileReport, list[str], int]:
        """Check a claim file; ``known`` holds outcomes of an earlier run by their key.

        Returns the report, the key of each outcome, and how many were checked anew.
        """
        file, problems = claims_from_bytes(data, path)
        if file is None:
            return FileReport(path, diagnostics=problems), [], 0
        use, more = self._use(file)
        engine = self.engine(use)
        scope = FileScope(file, engine.knowledge.units)
        outcomes: list[Outcome] = []
        keys = [_claim_key(claim, file) for claim in file.claims]
        checked = 0
        for claim, key in zip(file.claims, keys, strict=True):
            outcome = _moved(known.get(key), claim)
            if outcome is None:
                outcome = check_claim(claim, scope, engine)
                checked += 1
            outcomes.append(outcome)
        diagnostics = (*problems, *more, *premise_problems(scope, engine))
        return FileReport(path, file.article.title, file.article.language, tuple(outcomes), diagnostics), keys, checked

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
            "equations", "1", {"solutions": {text: found for text, found in sorted(self.items()) if found}}
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


def _claim_key(claim: Claim, file: ClaimFile) -> str:
    """Return what a claim's outcome depends on in its file: itself, the premises, the claims that it names."""
    article = (file.article.date.value if file.article.date else "", [t.value for t in file.use])
    given = [(p.name, p.value.value if p.value else None) for p in file.given]
    wanted, seen = [claim], {claim.id: claim}
    while wanted:
        text = _text(wanted.pop())
        for other in file.claims:
            if other.id not in seen and other.id in text:
                seen[other.id] = other
                wanted.append(other)
    return digest(claim.id, repr(article), repr(given), *(_text(seen[name]) for name in sorted(seen)))


def _text(claim: Claim) -> str:
    """Return what a claim says, without where it stands."""
    texts = (claim.says, claim.exempt, claim.shows)
    given = [(p.name, p.value.value if p.value else None) for p in claim.given]
    return repr(([t.value if t else None for t in texts], claim.quote, claim.expect, claim.note, given))


def _moved(data: Any, claim: Claim) -> Outcome | None:
    """Return a kept outcome at the claim's place of today; None for one that points into the file."""
    if not isinstance(data, dict) or data.get("diagnostics"):
        return None
    place = claim.says.place if claim.says else claim.place
    width = data["position"]["end_column"] - data["position"]["column"]
    position = {"path": place.path, "line": place.line, "column": place.column, "end_column": place.column + width}
    try:
        return codec.outcome({**data, "position": position})
    except (KeyError, TypeError):
        return None
