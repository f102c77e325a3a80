"""Premises whose value comes from a data file: what they ask for, read and written as a literal of the language."""

from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.diagnostics import Problem
from factcheck.loader.data.asked import ABOUT_THE_FILE, fault_at, pick_of
from factcheck.loader.data.files import WORD, DataFile
from factcheck.loader.data.found import DISAGREE, Found
from factcheck.loader.data.numbers import meet, plain
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
        """Return the value of a premise; what hinders is reported at its place, and there is none.

        Where it is told that another place has the same number, another number is reported; the first is used.
        """
        named, found = self._find(name, form, loc)
        if named is None or found is None:
            asked = repr(pick_of(form)) if self._folder is None else ""
            place = DataPlace(named.path.text if named else "", asked, beside=self._named_in(form))
            return Value(None, place, named is None or named.exact)
        for index, node in enumerate(form.items("also")):
            if isinstance(node, Mapping):
                self._compare((named, found), Scalar(name.text, node.place), node, (*loc, "also", index))
        if named.exact:
            found = replace(found, digits=found.digits and plain(found.digits), items=tuple(map(plain, found.items)))
        items = tuple(_with_unit(digits, form) for digits in found.items)
        return Value(_literal(found, items, form, name.place), self._place(named, found), named.exact, items)

    def _find(self, name: Scalar, form: Mapping, loc: Loc) -> tuple[_Named | None, Found | None]:
        """Return the file that is named, and what is found there; what hinders is reported."""
        source = form.text("from") or Text("", name.place)
        named = self._files.get(source.value)
        if named is None and self._checked.sound("data", source.value):
            self._report(loc, source, self._unknown(source.value))
        if named is None or self._folder is None:
            return named, None
        try:
            return named, named.file.find(pick_of(form), {name: one.file for name, one in self._files.items()})
        except Placed as problem:
            self._report(loc, problem.text, problem)
        except Problem as problem:
            self._blame(loc, name, named, problem)
        return named, None

    def _named_in(self, form: Mapping) -> tuple[str, ...]:
        """Return the paths of the files that a query names."""
        words = set(WORD.findall(form.word("sql")))
        return tuple(one.path.text for name, one in self._files.items() if name in words)

    def _compare(self, first: tuple[_Named, Found], name: Scalar, form: Mapping, loc: Loc) -> None:
        """Report where another place of the data has another number."""
        named, other = self._find(name, form, loc)
        if named is None or other is None:
            return
        (file, found), exact = first, (first[0].exact, named.exact)
        numbers = [one.items or (one.digits,) for one in (found, other)]
        if len(numbers[0]) == len(numbers[1]):
            pairs = zip(*numbers, strict=True)
            numbers = next(([(a,), (b,)] for a, b in pairs if not meet(a, b, exact=exact)), [])
        if numbers:
            here, there = (_cited(one, at) for one, at in ((file, found), (named, other)))
            told = [one[0] if len(one) == 1 else f"{len(one):,} values" for one in numbers]
            message = f"`{name.text}` is {told[0]} in {file.path.text}, and {told[1]} in {named.path.text}"
            cure = "mend the file that is wrong, or leave out `also`"
            problem = Problem(DISAGREE, message, notes=(f"{told[0]}: {here}", f"{told[1]}: {there}"), help=cure)
            self._report(loc, Text(name.text, form.place), problem)

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


def _cited(named: _Named, found: Found) -> str:
    """Return where a number was found."""
    return f"{named.path.text}, {found.where}" + (f", line {found.line:,}" if found.line else "")


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
