"""The tree of a YAML file: every scalar is text, every node knows its place."""

from dataclasses import dataclass

from factcheck.source import Place, Text

Loc = tuple[str | int, ...]
"""The way from the root of a file to a node: keys and positions."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was written; ``plain`` when it stands without quotes, ``tag`` when it carries one of its own.

    ``verbatim`` when the file has these very characters at its place.
    """

    text: str
    place: Place
    plain: bool = True
    tag: str = ""
    verbatim: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing was written at all (``key:``)."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file; a key may stand twice until the file is validated."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    tag: str = ""

    def pair(self, key: str) -> "tuple[Scalar, Node] | None":
        """Return the first pair with this key."""
        return next((pair for pair in self.pairs if pair[0].text == key), None)

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None where it is absent or empty."""
        pair = self.pair(key)
        return None if pair is None or (isinstance(pair[1], Scalar) and pair[1].empty) else pair[1]

    def text(self, key: str) -> Text | None:
        """Return the text of a key with its place."""
        node = self.get(key)
        return Text(node.text, node.place, node.verbatim) if isinstance(node, Scalar) else None

    def line(self, key: str) -> Text | None:
        """Return the text of a key on one line."""
        text = self.text(key)
        if text is None or "\n" not in text.value:
            return text
        return Text(text.value.replace("\n", " "), text.place, verbatim=False)

    def word(self, key: str, default: str = "") -> str:
        """Return the text of a key without its place."""
        text = self.text(key)
        return text.value if text else default

    def mapping(self, key: str) -> "Mapping":
        """Return the mapping under a key; an empty one where there is none."""
        node = self.get(key)
        return node if isinstance(node, Mapping) else Mapping((), self.place)

    def items(self, key: str) -> "tuple[Node, ...]":
        """Return the items of the list under a key; a single value counts as a list of one."""
        node = self.get(key)
        return () if node is None else listed(node)

    def words(self) -> tuple[tuple[str, str], ...]:
        """Return keys with the texts of their scalar values."""
        return tuple((key.text, node.text) for key, node in self.pairs if isinstance(node, Scalar))


Node = Scalar | Sequence | Mapping


def listed(node: Node) -> tuple[Node, ...]:
    """Return the items of a list; a single value counts as a list of one."""
    return node.items if isinstance(node, Sequence) else (node,)


def expression(node: Node) -> Text:
    """Return a value as the claim language writes it: a YAML list becomes ``[a, b]``."""
    if isinstance(node, Scalar):
        return Text(node.text.replace("\n", " "), node.place)
    items = node.items if isinstance(node, Sequence) else ()
    return Text(f"[{', '.join(expression(item).value for item in items)}]", node.place)


def step(node: Node, key: str | int) -> Node | None:
    """Follow one step of a way; a single value counts as a list of one."""
    if isinstance(key, int):
        items = listed(node)
        return items[key] if key < len(items) else None
    pair = node.pair(key) if isinstance(node, Mapping) else None
    return pair[1] if pair else None
