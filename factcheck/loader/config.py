"""Settings of a project: ``factcheck.toml`` or ``[tool.factcheck]``, checked by hand so that a warm run stays cheap."""

import re
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cache import NOTHING, Cache, digest
from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.loader.files import TextFile, decode, is_inside, outside, read_bytes, shown_path
from factcheck.source import Place
from factcheck.suggest import nearest

if TYPE_CHECKING:
    from factcheck.loader.policy_settings import PathSettings
    from factcheck.model.report import Ignore

GRADES = ("unverified", "borderline", "slip", "wrong", "decision", "error")
LANGUAGES = ("en", "zh")

_KEYS = ("baseline", "claims", "codes", "fail-on", "hedges", "ignore", "language", "paths", "quiet", "rules", "without")
_POLICY = ("codes", "ignore", "paths")
_HEDGES = ("about", "rough")
_WIDTH = re.compile(r"(?:100|[0-9]{1,2}(?:\.[0-9]{1,6})?) ?%|0?\.[0-9]{1,6}")
NOTES = ("FC411", "FC412", "FC413", "FC414", "FC415", "FC416", "FC418", "FC421", "FC422", "FC423", "FC424", "FC425")
_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_CONTROL = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project can set.

    ``hedges`` maps a hedge's key to its width, as written; ``quiet`` are the codes of notes that are not wanted,
    ``without`` the packs.
    ``codes``, ``paths``, ``ignores`` and ``baseline`` (a file) say which findings count; no verdict depends on them.
    """

    claims: tuple[str, ...] = ("claims",)
    rules: tuple[str, ...] = ("rules",)
    fail_on: str = "slip"
    language: str = ""
    hedges: dict[str, str] = field(default_factory=dict)
    quiet: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    codes: "tuple[tuple[str, str], ...]" = ()
    paths: "tuple[PathSettings, ...]" = ()
    ignores: "tuple[Ignore, ...]" = ()
    baseline: str = ""

    @property
    def judging(self) -> str:
        """What verdicts depend on, as text."""
        return repr((self.language, sorted(self.hedges.items()), self.quiet))


def read_settings(config: Path, root: Path, cache: Cache = NOTHING) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Read the settings of a project; a faulty one keeps its default."""
    data = read_bytes(config, shown_path(config, root))
    return (Settings(), (data,)) if isinstance(data, Diagnostic) else settings_from(data, config, root, cache)


def settings_from(
    data: bytes, config: Path, root: Path, cache: Cache = NOTHING
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Read the settings from the bytes of their file; a cache keeps what they are as TOML."""
    file = decode(data, shown_path(config, root))
    if isinstance(file, Diagnostic):
        return Settings(), (file,)
    table = _kept(file, cache)
    if isinstance(table, Diagnostic):
        return Settings(), (table,)
    if config.name == "pyproject.toml":
        tools = table.get("tool")
        section = tools.get("factcheck", {}) if isinstance(tools, dict) else {}
        return _Reader(file, root, ("tool", "factcheck")).read(section)
    return _Reader(file, root, ()).read(table)


def _kept(file: TextFile, cache: Cache) -> dict[str, Any] | Diagnostic:
    """Return the tables of a file as the cache has them, else read, and kept where there is a cache already.

    Those with a date are read each time: JSON has none.
    """
    key = digest(file.text)
    kept = (cache.read("settings", key) or {}).get("table")
    if isinstance(kept, dict):
        return kept
    table = _table(file)
    if isinstance(table, dict) and cache.is_there:
        with suppress(TypeError):
            cache.write("settings", key, {"table": table})
    return table


def _table(file: TextFile) -> dict[str, Any] | Diagnostic:
    import tomllib  # noqa: PLC0415 - slow, for a start

    try:
        return tomllib.loads(file.text, parse_float=str)
    except RecursionError:
        return Diagnostic("FC111", "nested too deeply", Place(file.path), help="write it flatter")
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.search(str(error))
        message = _POSITION.sub("", str(error))
        if found and found[1]:
            place = Place(file.path, int(found[1]), int(found[2]))
        else:
            place = file.place(len(file.text.rstrip("\n")))
        message = f"not TOML: {message[:1].lower()}{message[1:]}"
        return file.diagnostic("FC117", message, place, help="see https://toml.io")


class _Reader:
    """Reads the settings one by one and collects what is wrong with them."""

    def __init__(self, file: TextFile, root: Path, home: tuple[str, ...]) -> None:
        self.file, self.root, self.home = file, root, home
        self.problems: list[Diagnostic] = []

    def read(self, section: Any) -> tuple[Settings, tuple[Diagnostic, ...]]:
        if not isinstance(section, dict):
            self.fault("factcheck", "`factcheck` is not a table", "write `[tool.factcheck]`")
            section = {}
        for key in sorted(set(section) - set(_KEYS)):
            self.unknown(key)
        default = Settings()
        settings = Settings(
            claims=self.paths("claims", section, default.claims),
            rules=self.paths("rules", section, default.rules),
            fail_on=self.choice("fail-on", section, GRADES, default.fail_on),
            language=self.choice("language", section, LANGUAGES, default.language),
            hedges=self.hedges(section),
            quiet=self.codes("quiet", section),
            without=self.names("without", section),
            baseline=self.baseline(section),
        )
        if not section.keys().isdisjoint(_POLICY):
            settings = self.policy(settings, section)
        return settings, tuple(sorted(self.problems, key=Diagnostic.key))

    def policy(self, settings: Settings, section: dict[str, Any]) -> Settings:
        """Add what says which findings count."""
        from factcheck.loader.policy_settings import PolicyReader  # noqa: PLC0415 - most projects have none

        reader = PolicyReader(self.file, self.home, GRADES)
        codes, paths, ignores = reader.codes(section), reader.paths(section), reader.ignores(section)
        self.problems.extend(reader.problems)
        return replace(settings, codes=codes, paths=paths, ignores=ignores)

    def baseline(self, section: dict[str, Any]) -> str:
        """Return the path of the baseline; empty where there is none."""
        value = section.get("baseline", "")
        if isinstance(value, str):
            return value if not value or self.inside("baseline", value) else ""
        self.fault("baseline", "`baseline` is not a path", 'write `baseline = "factcheck-baseline.json"`')
        return ""

    def paths(self, key: str, section: dict[str, Any], default: tuple[str, ...]) -> tuple[str, ...]:
        value = section.get(key, list(default))
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.fault(key, f"`{key}` is not a list of paths", f'write `{key} = ["{default[0]}"]`')
            return default
        return tuple(path for path in value if self.inside(key, path))

    def names(self, key: str, section: dict[str, Any]) -> tuple[str, ...]:
        value = section.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        self.fault(key, f"`{key}` is not a list of names of packs", f'write `{key} = ["world"]`')
        return ()

    def codes(self, key: str, section: dict[str, Any]) -> tuple[str, ...]:
        value = section.get(key, [])
        if isinstance(value, list) and all(code in NOTES for code in value):
            return tuple(value)
        self.fault(key, f"`{key}` is not a list of codes of notes", f"write some of {', '.join(NOTES)}")
        return ()

    def inside(self, key: str, path: str) -> bool:
        if _CONTROL.search(path):
            self.fault(key, f"`{key}` holds a control character", "write a path")
            return False
        if is_inside(self.root / path, self.root):
            return True
        self.problems.append(outside(path, self.place(key)))
        return False

    def choice(self, key: str, section: dict[str, Any], allowed: tuple[str, ...], default: str) -> str:
        value = section.get(key, default)
        if value == default or value in allowed:
            return str(value)
        near = nearest(str(value), allowed)
        message = f"`{key}` cannot be `{value}`" + (f"; did you mean `{near}`?" if near else "")
        self.fault(key, message, "write one of " + ", ".join(allowed))
        return default

    def hedges(self, section: dict[str, Any]) -> dict[str, str]:
        value = section.get("hedges", {})
        if isinstance(value, dict):
            return {name: str(width) for name, width in value.items() if self.width(name, str(width))}
        self.fault("hedges", "`hedges` is not a table of widths", 'write `[hedges]` and below it `about = "15 %"`')
        return {}

    def width(self, name: str, width: str) -> bool:
        """Check the width of a hedge."""
        if name not in _HEDGES:
            near = nearest(name, _HEDGES)
            message = f"unknown hedge `{name}`" + (f"; did you mean `{near}`?" if near else "")
            self.fault(name, message, "widths can be set for " + ", ".join(f"`{hedge}`" for hedge in _HEDGES))
            return False
        if not _WIDTH.fullmatch(width):
            self.fault(name, f"the width of `{name}` cannot be `{width}`", 'write a share of the value, as `"15 %"`')
            return False
        return True

    def unknown(self, key: str) -> None:
        near = nearest(key, _KEYS)
        message = f"unknown setting `{key}`" + (f"; did you mean `{near}`?" if near else "")
        self.fault(key, message, "the settings are " + ", ".join(f"`{name}`" for name in _KEYS))

    def fault(self, key: str, message: str, cure: str) -> None:
        self.problems.append(self.file.diagnostic("FC114", message, self.place(key), len(key), help=cure))

    def place(self, key: str) -> Place:
        """Return the place of a key: TOML does not keep it."""
        start = max(0, self.file.text.find("[tool.factcheck"))
        found = re.compile(rf"^[ \t\[\w.\"']*?(?<![\w-])({re.escape(key)})[\"']?\s*[=\].]", re.MULTILINE).search(
            self.file.text, start
        )
        return self.file.place(found.start(1)) if found else Place(self.file.path)
