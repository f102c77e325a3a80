"""A claim file or a file of a pack as an editor points into it: its tree, its statements, and each of their parts."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.language.functions import CHOICE
from factcheck.language.parser import parse_expression, parse_statement
from factcheck.language.tree import Call, Name, Node, Search, UnitName, children
from factcheck.language.tree import Literal as Number
from factcheck.loader.claims import claims_from_bytes
from factcheck.loader.files import TextFile
from factcheck.loader.tree import Mapping as Tree
from factcheck.loader.tree import Node as Yaml
from factcheck.loader.tree import Scalar
from factcheck.loader.yaml_tree import parse_yaml
from factcheck.lsp.positions import Text
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.quantity.units import Unit
from factcheck.source import Place, Span
from factcheck.source import Text as Value
from factcheck.workspace import Workspace

Kind = Literal[
    "number", "unit", "premise", "claim", "thing", "attribute", "qualifier", "rule", "function", "symbol", "name"
]
ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a statement, ``start`` to ``end`` of the document; ``of`` is what it belongs to: D1 of D1.peak."""

    kind: Kind
    text: str
    start: int
    end: int
    of: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A text of the claim language that stands in the document as it reads: ``key`` of a claim, or of a premise."""

    key: str
    text: str
    start: int
    claim: Claim | None = None
    premise: Premise | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Sheet:
    """The structure of one text of a document."""

    def __init__(self, text: Text, path: str, workspace: Workspace) -> None:
        self.text, self._workspace = text, workspace
        self._file = TextFile(path, text.source)
        self.root, _ = parse_yaml(self._file)
        loaded, _ = claims_from_bytes(text.source.encode("utf-8", "surrogatepass"), path, workspace.project.root)
        self.claims = loaded or ClaimFile(path)

    @cached_property
    def engine(self) -> Engine:
        """The engine with the packs that the file uses."""
        session = self._workspace.session
        return session.engine(tuple(name.value for name in self.claims.use if name.value in session.packs))

    @cached_property
    def scope(self) -> FileScope:
        """The names of the file."""
        return FileScope(self.claims, self.engine.knowledge.units)

    def offset(self, at: Scalar) -> int:
        """Return where a scalar of the tree stands."""
        return self.text.at(at.place.line, at.place.column)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements and premises of the file, in its order; those that are folded or escaped are left out."""
        return tuple(sorted(self._statements(), key=lambda one: one.start))

    def _statements(self) -> Iterator[Statement]:
        for premise in self.claims.given:
            yield from self._statement("is", premise.value, None, premise)
        for claim in self.claims.claims:
            yield from self._statement("says", claim.says, claim)
            yield from self._statement("shows", claim.shows, claim)
            for premise in claim.given:
                yield from self._statement("is", premise.value, claim, premise)

    def _statement(
        self, key: str, text: Value | None, claim: Claim | None, premise: Premise | None = None
    ) -> Iterator[Statement]:
        if text is None or not text.verbatim or (premise is not None and premise.data is not None):
            return
        start = self.text.at(text.place.line, text.place.column)
        if self.text.source.startswith(text.value, start):
            yield Statement(key, text.value, start, claim, premise)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all statements that can be read, in their order."""
        return tuple(part for one in self.statements for part in self.parts_of(one))

    def parts_of(self, one: Statement) -> list[Part]:
        """Return the parts of a statement in their order; none of one that cannot be read."""
        units, names = self.engine.knowledge.units, self.scope.names
        nodes: tuple[Node, ...] = ()
        with suppress(Problem, RecursionError):
            if one.key == "says":
                tree = parse_statement(one.text, units, names)
                nodes = (tree.derived, tree.stated)
            else:
                nodes = (parse_expression(one.text, units, names),)
        found = [part for node in nodes for part in self._walk(node, one)]
        return sorted(found, key=lambda part: (part.start, part.end))

    def _walk(self, node: Node, one: Statement) -> Iterator[Part]:
        match node:
            case Number():
                start = max(one.text.find(node.text, *node.span), node.span.start)
                ends = [factor.span.start for factor in node.units if factor.span.start > start]
                end = min(ends, default=start + len(node.text))
                yield self._part("number", one, start, start + len(one.text[start:end].rstrip(" */÷×")))
                for factor in node.units:
                    yield self._unit(factor.unit, factor.span, one)
            case UnitName():
                yield self._unit(node.unit, node.span, one)
            case Name():
                yield from self._name(node, one)
            case Call() if node.spans:
                yield from self._call(node, one)
            case Search():
                for argument in node.arguments:
                    yield from self._walk(argument, one)
        for child in children(node):
            yield from self._walk(child, one)

    def way(self, offset: int) -> tuple[str, ...]:
        """Return the keys (and numbers of items) that lead to the scalar at an offset; its own text is the last."""
        line = self.text.line_of(offset)
        found = self._way(self.root, offset, line + 1, ()) if self.root is not None else None
        return found or ()

    def _way(self, node: Yaml, offset: int, line: int, so_far: tuple[str, ...]) -> tuple[str, ...] | None:
        if isinstance(node, Scalar):
            return (*so_far, node.text) if self._holds(node, offset, line) else None
        items = node.pairs if isinstance(node, Tree) else enumerate(node.items)
        for key, below in items:
            if isinstance(key, Scalar) and self._holds(key, offset, line):
                return (*so_far, key.text)
            name = key.text if isinstance(key, Scalar) else self._named(below, key)
            found = self._way(below, offset, line, (*so_far, name))
            if found is not None:
                return found
        return None

    def _named(self, node: Yaml, number: int) -> str:
        """Return what an item of a list is called: its id, else its number."""
        return (node.word("id") if isinstance(node, Tree) else "") or str(number)

    def _holds(self, one: Scalar, offset: int, line: int) -> bool:
        return one.place.line == line and self.offset(one) <= offset <= self.offset(one) + len(one.text)

    @cached_property
    def _declared(self) -> tuple[tuple[str, int, int, str, bool], ...]:
        """The names that the file gives: name, start, end, the claim whose own premise it is, whether it is a claim."""
        found: list[tuple[str, int, int, str, bool]] = []
        if isinstance(self.root, Tree):
            found += [(key.text, *self._span(key), "", False) for key, _ in self.root.mapping("given").pairs]
            for node in self.root.items("claims"):
                pair = node.pair("id") if isinstance(node, Tree) else None
                if isinstance(node, Tree) and pair is not None and isinstance(pair[1], Scalar):
                    name = pair[1].text
                    found.append((name, *self._span(pair[1]), "", True))
                    found += [(key.text, *self._span(key), name, False) for key, _ in node.mapping("given").pairs]
        return tuple(found)

    def _span(self, key: Scalar) -> tuple[int, int]:
        start = self.offset(key)
        return start, start + len(key.text)

    def declared_at(self, offset: int) -> str | None:
        """Return the claim or premise that is given its name at an offset."""
        return next((name for name, start, end, _, _ in self._declared if start <= offset <= end), None)

    def declarations(self, name: str, offset: int) -> list[tuple[int, int]]:
        """Return where a name is given, as it is seen from an offset: a claim's own premise wins."""
        one = self.statement_at(offset)
        owner = one.claim.id if one is not None and one.claim is not None else ""
        at = next((own for known, start, end, own, _ in self._declared if known == name and start <= offset <= end), "")
        known = [found for found in self._declared if found[0] == name]
        own = [(start, end) for _, start, end, of, _ in known if of and of in {owner, at}]
        return own or [(start, end) for _, start, end, of, _ in known if not of]

    def statement_at(self, offset: int) -> Statement | None:
        """Return the statement that stands at an offset."""
        return next((one for one in self.statements if one.start <= offset <= one.end), None)

    def premise(self, name: str, offset: int) -> Premise | None:
        """Return the premise of a name as the statement at an offset sees it."""
        return self._given(self.statement_at(offset)).get(name)

    def _given(self, one: Statement | None) -> Mapping[str, Premise]:
        claim = one.claim if one is not None and one.claim is not None else Claim("", Place(self.claims.path))
        return self.scope.given(claim)

    def _unit(self, unit: Unit, span: Span, one: Statement) -> Part:
        """Return a unit, or a thing that is counted as one."""
        counted = any(base in self.engine.knowledge.things.kinds for base, _ in unit.dimension)
        return self._part("thing" if counted else "unit", one, *span)

    def _name(self, node: Name, one: Statement) -> Iterator[Part]:
        head, *rest = node.parts
        kind: Kind = "thing"
        if head in self._given(one):
            kind = "premise"
        elif head in self.scope.claims or head in self.claims.broken:
            kind = "claim"
        elif head == ARTICLE:
            kind = "name"
        yield self._part(kind, one, *node.spans[0])
        for name, span in zip(rest, node.spans[1:], strict=True):
            yield self._part("attribute" if kind == "thing" else "name", one, *span, of=head)
            head = f"{head}.{name}"
        yield from self._picks(node, one)

    def _picks(self, node: Name, one: Statement) -> Iterator[Part]:
        at = node.spans[-1].end
        for _, value in node.picks:
            start = one.text.find(value, at, node.span.end) if value else -1
            if start >= 0:
                yield self._part("qualifier", one, start, start + len(value), of=node.text)
                at = start + len(value)

    def _call(self, node: Call, one: Statement) -> Iterator[Part]:
        is_function = node.is_function or node.rule == CHOICE
        yield self._part("function" if is_function else "rule", one, *node.spans[0])
        if node.symbol and len(node.spans) > 1:
            yield self._part("symbol", one, *node.spans[1], of=node.rule)
        if not is_function:
            for (name, _), span in zip(node.arguments, node.spans[2:], strict=False):
                if name:
                    yield self._part("symbol", one, *span, of=node.rule)

    def _part(self, kind: Kind, one: Statement, start: int, end: int, *, of: str = "") -> Part:
        return Part(kind, one.text[start:end], one.start + start, one.start + end, of)


def at(parts: tuple[Part, ...], offset: int) -> Part | None:
    """Return the part that stands at an offset, the smallest of several; one that ends there counts, too."""
    found = [one for one in parts if one.start <= offset <= one.end]
    return min(found, key=lambda one: (one.end == offset, one.end - one.start), default=None)
