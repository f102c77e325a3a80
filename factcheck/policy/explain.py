"""The settings in force for a file, and where each comes from."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from factcheck.cache import FOLDER, VARIABLE
from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.loader.discovery import SHARED, Project, config_in, has_section
from factcheck.loader.files import decode, read_bytes, shown_path
from factcheck.loader.policy_settings import PathSettings
from factcheck.loader.toml_places import Way, nearest_place, places
from factcheck.model.report import Ignore
from factcheck.policy.patterns import matches
from factcheck.source import Place

DEFAULT = "default"
HEDGES = ("about", "rough")
HEDGE = "15 %"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting in force; ``origin`` is a place, the name of a variable, or ``default``."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The settings for a file; ``config`` is the one file that was read, ``unread`` those that could have been."""

    path: str
    config: str
    settings: tuple[Setting, ...]
    unread: tuple[str, ...]


def explained(project: Project, path: Path) -> Explained:
    """Return the settings for a file or folder."""
    shown = shown_path(path, project.root)
    config = shown_path(project.config, project.root) if project.config else ""
    return Explained(shown, config, tuple(_Origins(project, shown).all()), tuple(_unread(project)))


class _Origins:
    """Knows where the settings of a project stand."""

    def __init__(self, project: Project, path: str) -> None:
        self.project, self.settings, self.path = project, project.settings, path
        shared = project.config is not None and project.config.name == SHARED
        self.home: Way = ("tool", "factcheck") if shared else ()
        self.found = _places(project)

    def all(self) -> Iterator[Setting]:
        """Yield the settings, what verdicts depend on first."""
        known = self.settings
        yield self.one("claims", list(known.claims))
        yield self.one("rules", list(known.rules))
        yield self.one("language", known.language)
        for hedge in HEDGES:
            yield self.one(f"hedges.{hedge}", known.hedges.get(hedge, HEDGE), ("hedges", hedge))
        yield self.one("quiet", list(known.quiet))
        yield self.one("without", list(known.without))
        yield self.fail_on()
        yield from self.codes()
        yield self.one("baseline", known.baseline)
        yield from self.ignores()
        yield self.cache()

    def one(self, name: str, value: object, way: Way = ()) -> Setting:
        return Setting(name, json.dumps(value, ensure_ascii=False), self.origin(way or (name,)))

    def origin(self, way: Way, note: str = "") -> str:
        """Return the place of a setting; a faulty one counts as not set."""
        place = self.found.get((*self.home, *way))
        if place is None:
            return DEFAULT
        faulty = any(one.place.line == place.line for one in self.project.diagnostics)
        return f"{DEFAULT}; what stands at {place} is faulty" if faulty else f"{place}{note}"

    def fail_on(self) -> Setting:
        setting = self.one("fail-on", self.settings.fail_on)
        for one in self.of_path():
            if one.fail_on:
                setting = Setting("fail-on", json.dumps(one.fail_on), self.of_pattern(one, "fail-on"))
        return setting

    def codes(self) -> Iterator[Setting]:
        found = {code: (weight, self.origin(("codes", code))) for code, weight in self.settings.codes}
        for one in self.of_path():
            found.update((code, (weight, self.of_pattern(one, "codes", code))) for code, weight in one.codes)
        for code in sorted(found):
            weight, origin = found[code]
            yield Setting(f"codes.{code}", json.dumps(weight), origin)

    def of_path(self) -> Iterator[PathSettings]:
        return (one for one in self.settings.paths if matches(one.pattern, self.path))

    def of_pattern(self, one: PathSettings, *way: str) -> str:
        config = self.project.config.name if self.project.config else ""
        place = nearest_place(self.found, (*self.home, "paths", one.pattern, *way), config)
        return f'{place} in [paths."{one.pattern}"]'

    def ignores(self) -> Iterator[Setting]:
        for one in self.settings.ignores:
            if matches(one.path, self.path):
                yield Setting("ignore", json.dumps(_told(one), ensure_ascii=False), str(one.place))

    def cache(self) -> Setting:
        """Return where results are kept; no setting, but asked for as often."""
        named = os.environ.get(VARIABLE)
        if named:
            return Setting("cache", json.dumps(named), VARIABLE)
        return Setting("cache", json.dumps(FOLDER if self.project.config else ""), DEFAULT)


def _told(one: Ignore) -> str:
    named = " ".join((*one.codes, *([one.claim] if one.claim else [])))
    until = f" until {one.until}" if one.until else ""
    return f"{named}{until}: {one.reason}"


def _places(project: Project) -> dict[Way, Place]:
    if project.config is None:
        return {}
    shown = shown_path(project.config, project.root)
    data = read_bytes(project.config, shown)
    file = data if isinstance(data, Diagnostic) else decode(data, shown)
    return {} if isinstance(file, Diagnostic) else places(file)


def _unread(project: Project) -> Iterator[str]:
    """Yield files with settings that are not read, as another one is nearer: nothing is merged."""
    beside = project.root / SHARED
    if project.config and project.config != beside and has_section(beside):
        yield shown_path(beside, project.root)
    for folder in project.root.parents if project.config else ():
        found = config_in(folder)
        if found:
            yield os.path.relpath(found, project.root)
