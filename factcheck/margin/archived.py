"""A Word document written again: some of its parts changed or new, all others as they were, and in their order."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factcheck.loader.office.package import Package
from factcheck.loader.office.refused import MAX_FILE, too_large

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of parts that are new: the earliest that an archive can hold."""


def archived(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """Return the archive with some parts changed or new. Raises Problem for one that becomes too large."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for info in package.parts.values():
            data = changed[info.filename] if info.filename in changed else package.part(info.filename)
            archive.writestr(_like(info), data)
        for name in (name for name in changed if name not in package):
            archive.writestr(ZipInfo(name, _FIRST_DAY), changed[name], ZIP_DEFLATED)
    found = stream.getvalue()
    if len(found) > MAX_FILE:
        raise too_large("with what was put in it is too large")
    return found


def _like(info: ZipInfo) -> ZipInfo:
    """Return the head of a part like another."""
    same = ZipInfo(info.filename, info.date_time)
    same.compress_type, same.external_attr, same.create_system = (
        info.compress_type,
        info.external_attr,
        info.create_system,
    )
    return same
