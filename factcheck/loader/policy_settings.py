"""The settings that say what counts: ``[codes]``, ``[paths]`` and ``[[ignore]]``. Read where a project has them."""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.codes import IGNORABLE, NUMBERS, SETTABLE
from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.loader.files import TextFile
from factcheck.loader.ignoring import wrongs
from factcheck.loader.toml_places import Way, nearest_place, places
from factcheck.model.report import Ignore
from factcheck.source import Place
from factcheck.suggest import nearest

QUERY = "query"
"""The level of drafts below all others."""

WEIGHTS = ("off", "note", "fail")
_OF_PATHS = ("codes", "fail-on")
_OF_IGNORES = ("claim", "code", "path", "reason", "until")
_CONTROL = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What is set for the files that a pattern names; an empty ``fail_on`` leaves it as it is."""

    pattern: str
    fail_on: str = ""
    codes: tuple[tuple[str, str], ...] = ()


Codes = tuple[tuple[str, str], ...]


class PolicyReader:
    """Reads what counts, and reports what is wrong with it."""

    def __init__(self, file: TextFile, home: Way, grades: tuple[str, ...]) -> None:
        """``home`` is the table of the settings, ``grades`` what `fail-on` can be."""
        self.file, self.home, self.grades = file, home, grades
        self.found = places(file)
        self.problems: list[Diagnostic] = []

    def codes(self, section: dict[str, Any], *above: str) -> Codes:
        """Return what becomes of each code."""
        way = (*above, "codes")
        value = self.table(section, way, '`codes` is not a table; write `[codes]` and below it `FC414 = "off"`')
        return tuple((code, weight) for code, weight in value.items() if self.weight((*way, code), weight))

    def weight(self, way: Way, weight: Any) -> bool:
        """Check one entry of `codes`."""
        code = str(way[-1])
        if code not in SETTABLE:
            cure = "codes that can be set are " + ", ".join(SETTABLE)
            return self.unknown(way, "or fixed code", SETTABLE, cure)
        return weight in WEIGHTS or self.not_one_of(way, weight, WEIGHTS)

    def paths(self, section: dict[str, Any]) -> tuple[PathSettings, ...]:
        """Return what is set for some of the files, in the order of the settings."""
        value = self.table(section, ("paths",), '`paths` is not a table; write `[paths."claims/old/**"]`')
        return tuple(self.path(pattern, value) for pattern in value if self.pattern(("paths", pattern), pattern))

    def path(self, pattern: str, section: dict[str, Any]) -> PathSettings:
        """Return what one pattern sets."""
        value = self.table(section, ("paths", pattern), 'write `fail-on = "wrong"` or `codes = {FC414 = "off"}`')
        self.keys(("paths", pattern), value, _OF_PATHS)
        fail_on = value.get("fail-on", "")
        levels = (QUERY, *self.grades)
        sound = fail_on in ("", *levels) or self.not_one_of(("paths", pattern, "fail-on"), fail_on, levels)
        return PathSettings(pattern, fail_on if sound else "", self.codes(value, "paths", pattern))

    def ignores(self, section: dict[str, Any]) -> tuple[Ignore, ...]:
        """Return what is not wanted, with the reason."""
        value = section.get("ignore", [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.fault(
                ("ignore",), "`ignore` is not a list of tables", "write `[[ignore]]` and what is ignored below it"
            )
            return ()
        return tuple(ignore for number, one in enumerate(value) for ignore in self.ignore(("ignore", number), one))

    def ignore(self, way: Way, value: dict[str, Any]) -> Iterator[Ignore]:
        """Yield an ignore if nothing is wrong with it."""
        before = len(self.problems)
        self.keys(way, value, _OF_IGNORES)
        listed = value.get("code", [])
        codes = tuple(map(str, listed if isinstance(listed, list) else [listed]))
        claim, path, reason, until = (str(value.get(key, "")) for key in ("claim", "path", "reason", "until"))
        for wrong in wrongs(codes, reason, until, known=(*IGNORABLE, *NUMBERS)):
            self.fault((*way, wrong.key), wrong.message, wrong.help, wrong.code)
        if not (codes or claim):
            self.fault(way, "an ignore of the settings names a claim or a code", "write `claim = …` or `code = …`")
        if self.pattern((*way, "path"), path) and len(self.problems) == before:
            yield Ignore(self.place(way), " ".join(reason.split()), codes, claim, until, path)

    def table(self, section: dict[str, Any], way: Way, cure: str) -> dict[str, Any]:
        """Return the table at a way; a fault is an empty one."""
        value = section.get(str(way[-1]), {})
        if isinstance(value, dict):
            return value
        self.fault(way, f"`{way[-1]}` is not a table", cure)
        return {}

    def keys(self, way: Way, value: dict[str, Any], known: tuple[str, ...]) -> None:
        """Report unknown keys."""
        cure = "the settings here are " + ", ".join(f"`{name}`" for name in known)
        for key in sorted(set(value) - set(known)):
            self.unknown((*way, key), "setting", known, cure)

    def pattern(self, way: Way, text: str) -> bool:
        """Check a pattern of paths."""
        if _CONTROL.search(text):
            return self.fault(way, "a pattern holds a control character", "write a path")
        return True

    def unknown(self, way: Way, what: str, known: tuple[str, ...], cure: str) -> bool:
        """Report a name that is none."""
        near = nearest(str(way[-1]), known)
        return self.fault(way, f"unknown {what} `{way[-1]}`" + (f"; did you mean `{near}`?" if near else ""), cure)

    def not_one_of(self, way: Way, value: Any, allowed: tuple[str, ...]) -> bool:
        """Report a value that is not one of those allowed."""
        near = nearest(str(value), allowed)
        message = f"`{way[-1]}` cannot be `{value}`" + (f"; did you mean `{near}`?" if near else "")
        return self.fault(way, message, "write one of " + ", ".join(allowed))

    def fault(self, way: Way, message: str, cure: str, code: str = "FC114") -> bool:
        """Report what is wrong with a value; returns False."""
        place, width = self.place(way), len(str(way[-1])) if (*self.home, *way) in self.found else 1
        self.problems.append(self.file.diagnostic(code, message, place, width, help=cure))
        return False

    def place(self, way: Way) -> Place:
        """Return where a value stands."""
        return nearest_place(self.found, (*self.home, *way), self.file.path)
