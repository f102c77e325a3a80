"""Documents that are zip archives: their parts, unpacked in memory within bounds.

Nothing is written to disk, so that the names of parts lead nowhere; no part is fetched from elsewhere.
"""

import posixpath
import zlib
from functools import cached_property
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from factcheck.loader.office.elements import Element, tree
from factcheck.loader.office.refused import MAX_PART, broken, locked, too_large

MAX_PARTS = 20_000
MAX_TOTAL = 256_000_000
"""So many bytes of a document are unpacked in all."""

_ENCRYPTED = 1
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")


class Package:
    """A zip archive of parts. Raises Problem where it is none, has a password, or claims to be too large."""

    def __init__(self, data: bytes) -> None:
        _told_apart(data)
        try:
            self.zip = ZipFile(BytesIO(data))
            self.parts = self._listed()
        except (BadZipFile, LargeZipFile, NotImplementedError, ValueError, OSError) as error:
            raise broken(f"it is no zip archive that can be read: {_reason(error)}") from None
        self.read = 0

    def _listed(self) -> dict[str, ZipInfo]:
        listed = self.zip.infolist()
        if len(listed) > MAX_PARTS:
            raise too_large(f"it has more than {MAX_PARTS:,} parts")
        parts = {one.filename: one for one in listed}
        if len(parts) < len(listed):
            raise broken("two of its parts have one name")
        return parts

    def __contains__(self, name: object) -> bool:
        """Whether there is a part of this name."""
        return name in self.parts

    def part(self, name: str) -> bytes:
        """Return the bytes of a part. Raises Problem where it is not there, damaged, locked or too large."""
        if name not in self.parts:
            raise broken(f"it lacks its part `{name}`")
        info = self.parts[name]
        if info.flag_bits & _ENCRYPTED:
            raise locked()
        if info.file_size > MAX_PART:
            raise too_large(f"its part `{name}` is larger than {MAX_PART / 1e6:g} MB, unpacked")
        try:
            found = self._unpacked(info)
        except (BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError, zlib.error) as error:
            raise broken(f"its part `{name}` is damaged: {_reason(error)}") from None
        return found

    def _unpacked(self, info: ZipInfo) -> bytes:
        """Unpack piece by piece, whatever the archive says of the size."""
        pieces = []
        with self.zip.open(info) as stream:
            while piece := stream.read(_CHUNK):
                pieces.append(piece)
                self.read += len(piece)
                if self.read > MAX_TOTAL:
                    raise too_large(f"it is larger than {MAX_TOTAL / 1e6:g} MB, unpacked")
        return b"".join(pieces)

    def tree(self, name: str) -> Element:
        """Return the root element of a part."""
        return tree(self.part(name))

    @cached_property
    def main(self) -> str:
        """The part that the package is about, by its relations (ISO/IEC 29500-2)."""
        return next(iter(self.related("", "officeDocument")), "")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the kind and target of each relation of a part, by its id; those that lead outside are left out."""
        folder, beside = posixpath.dirname(part), relations_of(part)
        if beside not in self.parts:
            return {}
        inside = (one for one in self.tree(beside).named("rel:Relationship") if one.get("TargetMode") != "External")
        return {
            one.get("Id"): (one.get("Type").rpartition("/")[2], resolved(folder, one.get("Target"))) for one in inside
        }

    def related(self, part: str, *kinds: str) -> list[str]:
        """Return the parts to which a part has a relation of a kind, as far as they are there."""
        return [target for kind, target in self.relations(part).values() if kind in kinds and target in self.parts]


def relations_of(part: str) -> str:
    """Return the part that has the relations of another."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolved(folder: str, target: str) -> str:
    """Return the name of the part that a relation leads to; none lies above the root."""
    path = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(unquote(path)).lstrip("/")


def _told_apart(data: bytes) -> None:
    """Raise Problem for a container of older programs, which newer ones use for documents with a password."""
    if not data.startswith(_OLE):
        return
    if _SEALED in data:
        raise locked()
    raise broken("it is a document of an older format", "save it in the format that its name says")


def _reason(error: Exception) -> str:
    text = str(error).strip()
    return f"{text[:1].lower()}{text[1:]}" if text else "it ends too early"
