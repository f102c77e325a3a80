"""A tree against its shape: every fault becomes one diagnostic at its own place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import TextFile
from factcheck.loader.tree import Loc, Mapping, Node, Scalar, Sequence, step
from factcheck.source import Place
from factcheck.suggest import nearest

if TYPE_CHECKING:
    from pydantic import BaseModel

MAX_SHOWN = 100
MAX_COMPARED = 50_000
"""How many names a file's misspelt ones are compared with, so that a hostile file cannot keep us busy."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a node, or at the key of a node."""

    loc: Loc
    code: str
    message: str
    help: str | None = None
    on_key: bool = False
    notes: tuple[str, ...] = ()
    place: Place | None = None
    width: int = 1


@dataclass(slots=True)
class Checked:
    """The faults of one file; what they touch is left out of the model."""

    file: TextFile
    root: Node
    diagnostics: list[Diagnostic] = field(default_factory=list)
    spoiled: set[Loc] = field(default_factory=set)
    exact: set[Loc] = field(default_factory=set)
    faults: int = 0
    budget: int = MAX_COMPARED

    def sound(self, *loc: str | int) -> bool:
        """Return whether nothing is wrong at or below this node."""
        return loc not in self.spoiled

    def spoil(self, loc: Loc) -> None:
        """Record that something is wrong at a node, without a word."""
        self.exact.add(loc)
        self.spoiled.update(loc[:end] for end in range(len(loc) + 1))
        self.faults += 1

    def nearest(self, word: str, names: Collection[str]) -> str | None:
        """Return the nearest name, as long as the search stays cheap."""
        if self.faults >= MAX_SHOWN or self.budget < len(names):
            return None
        self.budget -= len(names)
        return nearest(word, names)

    def report(self, fault: Fault) -> None:
        """Record a fault; after a hundred, one last diagnostic says that there are more."""
        self.spoil(fault.loc)
        if self.faults > MAX_SHOWN:
            return
        place, width = (fault.place, fault.width) if fault.place else _place(self.root, fault)
        self.diagnostics.append(self.file.diagnostic(fault.code, fault.message, place, width, fault.notes, fault.help))

    def finish(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics in the order of the file."""
        found = sorted(self.diagnostics, key=Diagnostic.key)
        if self.faults > MAX_SHOWN:
            message = f"{self.faults - MAX_SHOWN:,} further faults in this file are not shown"
            found.append(Diagnostic("FC107", message, Place(self.file.path), help="cure the first ones"))
        return tuple(found)


def check_shape(root: Node, shape: "type[BaseModel]", file: TextFile) -> Checked:
    """Validate a tree against the shape of its kind of file."""
    # pydantic is slow to import, and a warm run needs none of it
    from pydantic import ValidationError  # noqa: PLC0415

    from factcheck.loader.messages import faults_of  # noqa: PLC0415

    checked = Checked(file, root)
    other = _other_format(root)
    if other:
        checked.report(other)
        return checked
    odd = list(_odd_nodes(root, ()))
    for fault in odd:
        checked.report(fault)
    try:
        shape.model_validate(_plain(root))
    except ValidationError as error:
        errors: list[Any] = error.errors(include_url=False, include_input=False)
        for fault in faults_of(errors[:MAX_SHOWN], root, shape):
            if not _explained(fault.loc, odd):
                checked.report(fault)
        for other_error in errors[MAX_SHOWN:]:
            checked.spoil(other_error["loc"])
    return checked


def _explained(loc: Loc, odd: list[Fault]) -> bool:
    return any(loc[: len(fault.loc)] == fault.loc for fault in odd[:MAX_SHOWN])


def _other_format(root: Node) -> Fault | None:
    """Refuse a file of another format version before its keys are called wrong."""
    version = root.word("format", "1") if isinstance(root, Mapping) else "1"
    if version == "1":
        return None
    return Fault(("format",), "FC110", f"format `{version}` is not known", "write `format: 1`")


def follow(root: Node, loc: Loc) -> tuple[Node, Scalar | None]:
    """Return the node at the end of a way, or the last one on it that exists, and its key."""
    node, key = root, None
    for name in loc:
        below = step(node, name)
        if below is None:
            break
        if isinstance(node, Mapping):
            pair = node.pair(str(name))
            key = pair[0] if pair else None
        node = below
    return node, key


def _place(root: Node, fault: Fault) -> tuple[Place, int]:
    node, key = follow(root, fault.loc)
    shown = key if fault.on_key and key is not None else node
    width = len(shown.text.partition("\n")[0]) if isinstance(shown, Scalar) else 1
    return shown.place, max(1, width)


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    plain: dict[str, Any] = {}
    for key, value in node.pairs:
        plain.setdefault(key.text, _plain(value))
    return plain


def _odd_nodes(node: Node, loc: Loc) -> Iterator[Fault]:
    """Find what YAML accepts and we do not: tags, and keys that stand twice."""
    if node.tag:
        yield _tag_fault(node, loc)
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _odd_nodes(item, (*loc, index))
    elif isinstance(node, Mapping):
        seen: dict[str, Scalar] = {}
        for key, value in node.pairs:
            if key.tag:
                yield _tag_fault(key, (*loc, key.text))
            if key.text in seen:
                yield _duplicate_key(key, seen[key.text], (*loc, key.text))
            else:
                seen[key.text] = key
                yield from _odd_nodes(value, (*loc, key.text))


def _tag_fault(node: Node, loc: Loc) -> Fault:
    cure = "remove the tag: every value is read as text"
    return Fault(loc, "FC116", f"tag `{node.tag}` is not allowed", cure, place=node.place)


def _duplicate_key(key: Scalar, first: Scalar, loc: Loc) -> Fault:
    notes = (f"first at {first.place}",)
    message = f"key `{key.text}` stands twice"
    return Fault(loc, "FC108", message, "keep one of them", notes=notes, place=key.place, width=len(key.text))
