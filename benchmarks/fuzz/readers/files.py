"""Readers of a project's files: claims, packs, settings, data."""

from pathlib import Path

from benchmarks.fuzz.readers.read import REFUSED, Read, Reader
from factcheck.diagnostics import Problem
from factcheck.engine.article.check_file import check_bytes
from factcheck.loader.config import settings_from
from factcheck.loader.packs import load_pack
from factcheck.workspace import Workspace

DATA = ("data.csv", "data.json", "data.jsonl", "data.db", "data.xlsx")


class Files:
    """The readers of files, in a folder of their own."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        """Take the packs, and a folder to write files into."""
        self.workspace, self.folder = workspace, folder
        self.readers: dict[str, Reader] = {
            "claims": self.claims,
            "things": lambda data, _: self.pack(data, "things/a.yaml"),
            "rules": lambda data, _: self.pack(data, "a.yaml"),
            "settings": self.settings,
            **{name: lambda data, _, name=name: self.data(data, name) for name in DATA},  # type: ignore[misc]
        }

    def claims(self, data: bytes, _: int) -> Read:
        """Check a claim file."""
        found = check_bytes(data, "a.yaml", self.workspace.session, {})
        return Read("read" if found.report.outcomes else "refused")

    def pack(self, data: bytes, name: str) -> Read:
        """Load a pack of one file."""
        own = self.folder / "rules/own"
        (own / "things").mkdir(parents=True, exist_ok=True)
        (own / name).write_bytes(data)
        _, problems = load_pack(own, self.folder)
        (own / name).unlink()
        return Read("refused" if problems else "read")

    def settings(self, data: bytes, _: int) -> Read:
        """Read settings."""
        settings_from(data, self.folder / "factcheck.toml", self.folder)
        return Read()

    def data(self, data: bytes, name: str) -> Read:
        """Look for the numbers of a draft in a data file."""
        path = self.folder / name
        path.write_bytes(data)
        try:
            found = self.workspace.data([path])
            report = self.workspace.draft("The total of p1 in 2021 was 12.")
            self.workspace.with_data(report, found)
        except Problem:
            return REFUSED
        finally:
            path.unlink()
        return Read()
