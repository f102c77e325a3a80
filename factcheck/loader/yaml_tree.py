"""YAML text to a tree of bounded size, built from libyaml's events without recursion."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import TextFile
from factcheck.loader.tree import Mapping, Node, Scalar, Sequence
from factcheck.source import Place

MAX_DEPTH = 32
MAX_NODES = 200_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY_HELP = "start with `factcheck new`, or delete the file"
_SHORT = 120
_GOES_ON = re.compile(r"""\s*(?:- )?[\w-]+: (?:"[^"]*|'[^']*|\[[^\]]*|\{[^}]*)(?P<end>["'\]}])\s*\S""")
_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml, from PyYAML 6.0.4 on
_STANDARD = "tag:yaml.org,2002:"
_ALLOWED = {None, "!", *(_STANDARD + kind for kind in ("str", "seq", "map"))}
# libyaml lets a node start at its anchor or tag; the text starts after them.
_PROPERTIES = re.compile(r"(?:[&!][^\s]*\s+)*")
_UNPRINTABLE = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"  # YAML 1.1, section 5.1
)
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*[\r\n]\s*")


class _Stop(Exception):  # noqa: N818 - the end of reading, not a crash
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class _Built:
    """A finished node with the number of nodes and levels it has once aliases are expanded."""

    node: Node
    size: int = 1
    height: int = 0


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open; a mapping holds keys and values in turn."""

    event: Any
    place: Place
    children: list[_Built] = field(default_factory=list)

    def close(self) -> _Built:
        nodes = [child.node for child in self.children]
        tag = _tag(self.event)
        node = (
            Sequence(tuple(nodes), self.place, tag)
            if isinstance(self.event, yaml.SequenceStartEvent)
            else Mapping(_pairs(nodes), self.place, tag)
        )
        size = 1 + sum(child.size for child in self.children)
        return _Built(node, size, 1 + max((child.height for child in self.children), default=0))


class _Builder:
    """Takes the events of one file, in order."""

    def __init__(self, file: TextFile) -> None:
        self.file = file
        self.root: Node | None = None
        self.count = 0
        self.stack: list[_Frame] = []
        self.anchors: dict[str, _Built | None] = {}

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.add(_Built(_scalar(event, self.file)), event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self.stack.pop()
            self.count -= sum(child.size for child in frame.children)
            self.add(frame.close(), frame.event)
        elif isinstance(event, yaml.AliasEvent):
            self.add(self.resolve(event), event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise self.fault(event, "FC105", "a second document starts here", "write one document in a file")

    def open(self, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise self.fault(event, "FC111", f"nested deeper than {MAX_DEPTH} levels", "write it flatter")
        if event.anchor:
            self.anchors[event.anchor] = None
        start = event.start_mark.index
        self.stack.append(_Frame(event, self.file.place(_after_properties(event, self.file.text, start))))

    def add(self, built: _Built, event: Any) -> None:
        self.count += built.size
        if self.count > MAX_NODES:
            raise self.fault(event, "FC111", f"more than {MAX_NODES:,} values", "split the file, and use fewer aliases")
        if len(self.stack) + built.height > MAX_DEPTH:
            raise self.fault(event, "FC111", f"nested deeper than {MAX_DEPTH} levels", "write it flatter")
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = built
        if not self.stack:
            self.root = built.node
            return
        frame = self.stack[-1]
        if isinstance(frame.event, yaml.MappingStartEvent) and len(frame.children) % 2 == 0:
            self.check_key(built.node, event)
        frame.children.append(built)

    def check_key(self, node: Node, event: Any) -> None:
        if not isinstance(node, Scalar):
            raise self.fault(event, "FC105", "a key must be a word", "put quotes around a text that holds `[` or `{`")

    def resolve(self, event: Any) -> _Built:
        built = self.anchors.get(event.anchor)
        if built is None:
            inside = event.anchor in self.anchors
            message = f"alias `*{event.anchor}` " + ("stands inside its own value" if inside else "has no anchor")
            raise self.fault(event, "FC105", message, "put quotes around a text that starts with `*` or `&`")
        return built

    def fault(self, event: Any, code: str, message: str, cure: str) -> _Stop:
        place = self.file.place(event.start_mark.index)
        return _Stop(self.file.diagnostic(code, message, place, help=cure))


def parse_yaml(file: TextFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the tree of a YAML text, or the one diagnostic that says why there is none."""
    builder = _Builder(file)
    try:
        _feed(builder, file.text)
    except _Stop as stop:
        return None, (stop.diagnostic,)
    except yaml.reader.ReaderError:
        return None, (_bad_character(file),)
    except yaml.MarkedYAMLError as error:
        return None, (_not_yaml(error, file),)
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.empty):
        return None, (Diagnostic("FC103", "nothing to check: the file is empty", Place(file.path), help=_EMPTY_HELP),)
    return root, ()


def _feed(builder: _Builder, text: str) -> None:
    """Give the builder the events of a text; where libyaml gives up on its depth, those before that place."""
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        if error.problem == _TOO_DEEP and error.problem_mark is not None:
            _feed(builder, text[: error.problem_mark.index])  # our own limit is lower, and is met on the way
        raise


def _scalar(event: Any, file: TextFile) -> Scalar:
    text, start = file.text, _after_properties(event, file.text, event.start_mark.index)
    if event.style in ("|", ">"):
        header = _BLOCK_HEADER.match(text, start)
        start, value = header.end() if header and event.value else start, event.value.strip("\n")
    else:
        start, value = start + (event.style in ("'", '"')), event.value
    verbatim = text.startswith(value, start)
    return Scalar(value, file.place(start), event.style in (None, ""), _tag(event), verbatim)


def _after_properties(event: Any, text: str, start: int) -> int:
    if not (event.anchor or event.tag):
        return start
    found = _PROPERTIES.match(text, start)
    end: int = event.end_mark.index
    return min(found.end(), end) if found and isinstance(event, yaml.ScalarEvent) else start


def _tag(event: Any) -> str:
    if event.tag in _ALLOWED:
        return ""
    return "!!" + event.tag.removeprefix(_STANDARD) if event.tag.startswith(_STANDARD) else str(event.tag)


def _pairs(nodes: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
    keys = [key for key in nodes[::2] if isinstance(key, Scalar)]
    return tuple(zip(keys, nodes[1::2], strict=True))


def _bad_character(file: TextFile) -> Diagnostic:
    found = _UNPRINTABLE.search(file.text)
    place = file.place(found.start()) if found else Place(file.path)
    name = f" U+{ord(found[0]):04X}" if found else ""
    return file.diagnostic("FC105", f"not YAML: control character{name}", place, help="delete the character")


def _not_yaml(error: yaml.MarkedYAMLError, file: TextFile) -> Diagnostic:
    mark: Any = error.problem_mark or error.context_mark
    if error.context == "while scanning a quoted scalar" and error.problem == "found unexpected end of stream":
        start: Any = error.context_mark
        place = file.place(start.index)
        return file.diagnostic("FC105", "not YAML: a quote that is never closed", place, help="close the quote")
    place = file.place(min(mark.index, len(file.text))) if mark else Place(file.path)
    message, cure = _explained(str(error.problem), file, place)
    return file.diagnostic("FC105", f"not YAML: {message}", place, help=cure)


def _explained(problem: str, file: TextFile, place: Place) -> tuple[str, str]:
    """Return libyaml's message and a cure in words that a writer of prose understands."""
    line = file.lines[place.line - 1] if place.line else ""
    if "\t" in line[: place.column]:
        return "a tab where spaces belong", "indent with spaces"
    if problem.startswith("mapping values are not allowed"):
        return _stray_colon(line)
    if "cannot start any token" in problem:
        char = line[place.column - 1 : place.column]
        return f"a value cannot start with `{char}`", f"put quotes around the value{_in_quotes(line)}"
    if problem.startswith("did not find expected ',' or"):
        if " : " in (entry := _entry(line, place.column - 1)):
            return "a second `: ` in one value", f"put quotes around the value{_in_quotes(entry)}"
        return f"a `,` is missing, or the closing `{problem[-2]}`", "put quotes around a text that holds such signs"
    if problem == "did not find expected key" and (m := _GOES_ON.match(line)):
        return f"a text goes on behind the closing `{m['end']}`", f"put quotes around all of it{_in_quotes(line)}"
    return problem, "check the indentation, and put quotes around values with special characters"


def _stray_colon(line: str) -> tuple[str, str]:
    _, _, value = line.strip().partition(": ")
    if ": " not in value and not value.endswith(":"):
        return "a key where none can stand", "check the indentation of this line and the one above"
    example = _in_quotes(line) or ": `key: 'value'`"
    return "a second `: ` in one line", f"put quotes around the value{example}"


def _in_quotes(entry: str) -> str:
    """Show a key with its value in quotes; nothing where that is long, or holds such quotes itself."""
    key, colon, value = entry.strip().partition(": ")
    fits = colon and len(entry) < _SHORT and "'" not in value
    return f": `{key}: '{value.strip()}'`" if fits else ""


def _entry(line: str, at: int) -> str:
    """Return the part of a mapping in braces that holds a place."""
    start = max(line.rfind(sign, 0, at) for sign in "{,") + 1
    ends = [end for sign in ",}" if (end := line.find(sign, at)) >= 0]
    return line[start : min(ends, default=len(line))]
