"""The register of a pack out of the bytes of its files."""

from dataclasses import replace

from factcheck.diagnostics import Diagnostic
from factcheck.loader.pack_files import FACTS, INDIVIDUALS, PackFiles
from factcheck.model.pack import Pack
from factcheck.model.register import Register
from factcheck.source import Place

_CURE = "see docs/packs.md for the two files of a register"


def with_register(pack: Pack, found: PackFiles, *, sound: bool = False) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """Return a pack with its register, if it has one; all of one that is not known to be ``sound`` is read."""
    files = dict(found.files)
    if not {INDIVIDUALS, FACTS} <= files.keys():
        return pack, ()
    path = f"{pack.path}/{FACTS}"
    try:
        register = Register(files[INDIVIDUALS], files[FACTS], path)
        if not sound:
            register.check({source.key for source in pack.sources})
    except (LookupError, TypeError, ValueError, RecursionError) as fault:
        return pack, (Diagnostic("FC107", f"the register cannot be read: {fault}", Place(path), help=_CURE),)
    return replace(pack, register=register), ()
