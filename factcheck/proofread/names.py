"""The names of things and their attributes in a language, by their keys."""

from collections.abc import Iterator, Mapping

from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.quantity.phrases import phrases


class Names(Mapping[str, str]):
    """Names by key; those of individuals are looked up when they are asked for."""

    def __init__(self, names: Mapping[str, str], knowledge: Knowledge, language: str) -> None:
        self._names, self._language = names, language
        self._registers = [pack.register for pack in knowledge.packs if pack.register is not None]

    def __getitem__(self, key: str) -> str:
        """Return the name of a thing or attribute; raises KeyError for a key that has none."""
        if key in self._names:
            return self._names[key]
        for register in reversed(self._registers):
            if key in register:
                name = next(iter(register.entry(key).names.get(self._language, ())), key.replace("_", " "))
                words = phrases(self._language)["words"]
                return str(words["article"]).format(name=name) if name in words["articled"] else name
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        """Give the keys of those that are not looked up."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count them."""
        return len(self._names)
