"""The things of packs by key: kinds of things, which are units and read at once, and individuals, which are neither.

There are hundreds of individuals with thousands of facts, of which a run asks for few.
"""

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model.pack import Thing
from factcheck.model.register import Register


class Things(Mapping[str, Thing]):
    """All things; those of registers are read when they are asked for. A kind wins over an individual of its name."""

    def __init__(self, kinds: Mapping[str, Thing], registers: Sequence[Register]) -> None:
        self.kinds = kinds
        self._registers = tuple(registers)

    def __getitem__(self, key: str) -> Thing:
        """Return a thing; raises KeyError for an unknown one."""
        found = self.kinds.get(key)
        if found is not None:
            return found
        return self._register(key).thing(key)

    def _register(self, key: str) -> Register:
        for register in reversed(self._registers):  # a later pack wins
            if key in register:
                return register
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        """Whether there is a thing of this key; none is read for that."""
        return key in self.kinds or any(key in register for register in self._registers)

    def __iter__(self) -> Iterator[str]:
        """Give the keys, those of kinds first."""
        return iter(dict.fromkeys((*self.kinds, *(key for register in self._registers for key in register))))

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)

    def is_individual(self, key: str) -> bool:
        """Whether it is one of its own and is not counted."""
        return key not in self.kinds and key in self

    def named(self, name: str) -> tuple[str, ...]:
        """Return the keys of the individuals that a name may mean, as it is written or else in any case."""
        for fold in (False, True):
            found = [key for one in self._registers for key in _named(one, name, fold=fold)]
            if found:
                return tuple(dict.fromkeys(key for key in found if key not in self.kinds))
        return ()

    def names(self) -> Iterator[str]:
        """Yield the names of the individuals."""
        return (name for register in self._registers for name in register.names)

    def families(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the families of individuals with the keys of each."""
        for register in self._registers:
            yield from register.families.items()


def _named(register: Register, name: str, *, fold: bool) -> tuple[str, ...]:
    return register.folded.get(name.casefold(), ()) if fold else register.names.get(name, ())
