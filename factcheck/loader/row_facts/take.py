"""Facts by the thousand: what the ``facts`` of a pack's files take from the rows of its data files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.loader.data.asked import ABOUT_THE_FILE, fault_at, pick_of
from factcheck.loader.data.files import DataFile
from factcheck.loader.data.found import NO_FACT
from factcheck.loader.data.rows import Placed, Rows
from factcheck.loader.files import is_inside, outside, shown_path
from factcheck.loader.row_facts.agree import Agreement
from factcheck.loader.row_facts.made import MadeThings
from factcheck.loader.row_facts.row import Columns, RowReader
from factcheck.loader.tree import Loc, Mapping, listed
from factcheck.loader.validate import Checked, Fault
from factcheck.model.fact import Series
from factcheck.model.pack import Thing
from factcheck.model.row_facts import Row, RowFacts, kept
from factcheck.source import Place, Text

MAX_FACTS = 300_000
MAX_SERIES = 2_000
MAX_TOLD = 20
"""How many faulty rows of a file are told one by one."""


@dataclass(slots=True)
class Home:
    """Where a pack lies; ``earlier`` holds bytes of its data files that are taken instead of those in the folder."""

    folder: Path
    root: Path
    earlier: dict[str, bytes] | None = None

    def file(self, name: str) -> DataFile:
        """Return a data file of the pack. Raises Problem where it lies outside, or was not there."""
        path = self.folder / name
        shown = shown_path(path, self.root)
        if not is_inside(path, self.folder):
            found = outside(name, Place(shown), "the pack")
            raise Problem(found.code, found.message, help=found.help)
        data = None if self.earlier is None else self.earlier.get(path.relative_to(self.folder).as_posix(), b"")
        return DataFile(path, shown, path.stem, data)


@dataclass(slots=True)
class _Taken:
    """What was taken from all files of a pack so far."""

    series: dict[Series, int] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    agreement: Agreement = field(default_factory=Agreement)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    facts: int = 0

    def add(self, thing: str, of: Series, row: Sequence[str | int]) -> None:
        """Keep a fact. Raises Problem FC111 where there are too many of them, or of kinds of them."""
        number = self.series.setdefault(of, len(self.series))
        if number >= MAX_SERIES:
            raise Problem("FC111", f"more than {MAX_SERIES:,} attributes and units")
        self.facts += 1
        if self.facts > MAX_FACTS:
            raise Problem("FC111", f"more than {MAX_FACTS:,} facts")
        self.rows.setdefault(thing, []).append((number, *row))


@dataclass(frozen=True, slots=True)
class FromRows:
    """The facts that were taken from rows, the things that came into being by them, what is wrong."""

    facts: RowFacts
    things: tuple[Thing, ...]
    diagnostics: tuple[Diagnostic, ...]
    gaps: tuple[str, ...]


def read_row_facts(files: Iterable[Checked], things: Sequence[Thing], sources: Iterable[str], home: Home) -> FromRows:
    """Return the facts that a pack takes from rows; what is faulty is left out and reported at its place."""
    taken, made, known = _Taken(), MadeThings(things), frozenset(sources)
    for checked in files:
        for loc, form in _forms(checked):
            _Table(checked, loc, form, home, taken, made).take(known)
    facts = kept(taken.rows, tuple(taken.series))
    return FromRows(facts, made.things, tuple(taken.diagnostics), tuple(taken.gaps))


def _forms(checked: Checked) -> Iterator[tuple[Loc, Mapping]]:
    found = checked.root.get("facts") if isinstance(checked.root, Mapping) else None
    for index, node in enumerate(listed(found) if found is not None else ()):
        if isinstance(node, Mapping) and checked.sound("facts", index):
            yield ("facts", index), node


@dataclass(slots=True)
class _Table:
    """One mapping of ``facts``: the rows of one file."""

    checked: Checked
    loc: Loc
    form: Mapping
    home: Home
    taken: _Taken
    made: MadeThings

    def take(self, sources: frozenset[str]) -> None:
        """Take the facts; what is wrong with the mapping or its file is reported where the pack names it."""
        source = self.form.word("source")
        if source not in sources:
            near = self.checked.nearest(source, sources)
            message = f"unknown source `{source}`" + (f"; did you mean `{near}`?" if near else "")
            self.checked.report(
                Fault((*self.loc, "source"), "FC502", message, "add it to a `sources` section of the same pack")
            )
            return
        at = self.form.text("from") or Text("", self.form.place)
        try:
            file = self.home.file(at.value)
            self._rows(file, file.rows(pick_of(self.form)))
        except Placed as problem:
            self.checked.report(fault_at(self.loc, problem.text, problem))
        except Problem as problem:
            problem.span = None
            self.checked.report(fault_at((*self.loc, "from"), at, problem))
            self.taken.gaps += [shown_path(self.home.folder / at.value, self.home.root)] * (
                problem.code in ABOUT_THE_FILE
            )

    def _rows(self, file: DataFile, table: Rows) -> None:
        reader = RowReader(self.form, Columns(self.form, table), self.made, Place(file.shown), table.unit)
        wrong = 0
        for number, cells in table.rows:
            try:
                found = reader.read(number, cells)
                if found is not None and self.taken.agreement.is_new(found, f"{file.shown}, {table.unit} {number:,}"):
                    self.taken.add(found.thing, found.series, (number, found.digits, *found.qualifiers))
            except Problem as problem:
                if problem.code == "FC111":
                    raise
                wrong += 1
                if wrong <= MAX_TOLD:
                    self.taken.diagnostics.append(_at_row(file, table, number, problem))
        if wrong > MAX_TOLD:
            message = f"{wrong - MAX_TOLD:,} more rows of `{self.form.word('from')}` are faulty"
            self.checked.report(Fault((*self.loc, "from"), NO_FACT, message, "cure the first ones"))


def _at_row(file: DataFile, table: Rows, number: int, problem: Problem) -> Diagnostic:
    """Return what is wrong with a row, at its line where the file has lines."""
    if table.unit != "line":
        message = f"{table.unit} {number:,}: {problem.message}"
        return Diagnostic(problem.code, message, Place(file.shown), notes=problem.notes, help=problem.help)
    place = Place(file.shown, number, 1)
    return file.lines().diagnostic(problem.code, problem.message, place, notes=problem.notes, help=problem.help)
