"""Premises whose value comes from a data file: what they ask for, read and written as a literal of the language."""

from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.diagnostics import Problem
from factcheck.loader.data.asked import ABOUT_THE_FILE, fault_at, pick_of
from factcheck.loader.data.files import DataFile
from factcheck.loader.data.found import Found
from factcheck.loader.data.rows import Placed
from factcheck.loader.files import is_inside, outside
from factcheck.loader.tree import Loc, Mapping, Node, Scalar
from factcheck.loader.validate import Checked, Fault
from factcheck.model.claim import DataPlace
from factcheck.source import Place, Text
from factcheck.suggest import nearest


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a premise as a literal or a list of them, where it stands, and whether it is exact."""

    text: Text | None
    place: DataPlace
    exact: bool
    items: tuple[str, ...] = ()


@dataclass(slots=True)
class _Named:
    """A data file as a claim file names it."""

    file: DataFile
    path: Scalar
    date: str
    exact: bool
    told: bool = False


class DataFiles:
    """The data files that a claim file names. ``root`` is the project's folder; without one nothing is read."""

    def __init__(self, root: Mapping, checked: Checked, folder: Path | None) -> None:
        self._checked, self._folder = checked, folder
        self._files: dict[str, _Named] = {}
        for key, node in root.mapping("data").pairs:
            if checked.sound("data", key.text):
                self._add(key.text, node)

    def _add(self, name: str, node: Node) -> None:
        form = node if isinstance(node, Mapping) else Mapping(((Scalar("file", node.place), node),), node.place)
        path = form.get("file")
        if not isinstance(path, Scalar):
            return
        if self._folder is not None and not is_inside(self._folder / path.text, self._folder):
            found = outside(path.text, path.place)
            self._checked.report(Fault(("data", name), found.code, found.message, found.help, place=path.place))
            return
        file = DataFile((self._folder or Path()) / path.text, path.text, name)
        self._files[name] = _Named(file, path, form.word("date"), form.word("digits", "exact") == "exact")

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the files, as they are written."""
        return tuple(dict.fromkeys(named.path.text for named in self._files.values()))

    def value(self, name: Scalar, form: Mapping, loc: Loc) -> Value:
        """Return the value of a premise; what hinders is reported at its place, and there is none."""
        source = form.text("from") or Text("", name.place)
        named = self._files.get(source.value)
        if named is None:
            if self._checked.sound("data", source.value):
                self._report(loc, source, self._unknown(source.value))
            return Value(None, DataPlace("", ""), exact=False)
        asked = pick_of(form)
        if self._folder is None:
            return Value(None, DataPlace(named.path.text, repr(asked)), exact=named.exact)
        try:
            found = named.file.find(asked)
        except Placed as problem:
            self._report(loc, problem.text, problem)
        except Problem as problem:
            self._blame(loc, name, named, problem)
        else:
            items = tuple(_with_unit(digits, form) for digits in found.items)
            return Value(_literal(found, items, form, name.place), self._place(named, found), named.exact, items)
        return Value(None, DataPlace(named.path.text, ""), exact=named.exact)

    def _place(self, named: _Named, found: Found) -> DataPlace:
        return DataPlace(named.path.text, found.where, found.line, named.date, found.lines)

    def _unknown(self, name: str) -> Problem:
        near = nearest(name, self._files)
        cure = f"did you mean `{near}`?" if near else f"name it in `data:`: `{name}: {{file: …}}`"
        return Problem("FC301", f"no data file is called `{name}`", help=cure)

    def _blame(self, loc: Loc, name: Scalar, named: _Named, problem: Problem) -> None:
        """Report at the file what is about the file, else at the premise."""
        if problem.code not in ABOUT_THE_FILE:
            self._report(loc, Text(name.text, name.place), problem)
        elif not named.told:
            named.told = True
            self._report(("data", named.file.name), Text(named.path.text, named.path.place), problem)

    def _report(self, loc: Loc, text: Text, problem: Problem) -> None:
        self._checked.report(fault_at(loc, text, problem))


def _literal(found: Found, items: tuple[str, ...], form: Mapping, place: Place) -> Text:
    """Return the number or numbers with their unit, placed so that the first one stands where it is written."""
    text = f"[{', '.join(items)}]" if items else _with_unit(found.digits, form)
    unit = form.text("unit")
    if unit is None:
        return Text(text, place, verbatim=False)
    before = len(f"[{found.items[0]} " if items else f"{found.digits} ")
    return Text(text, replace(unit.place, column=unit.place.column - before), verbatim=False)


def _with_unit(digits: str, form: Mapping) -> str:
    return f"{digits} {form.word('unit')}".rstrip()
