"""What the statements of one claim file can refer to: premises, other claims, the article's date."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.facts import Usage
from factcheck.engine.resolve.measure import Broken, Missing, Several, data_title, literal_leaf, premise_leaf
from factcheck.engine.term.term import Term
from factcheck.frozen import dataclass
from factcheck.language.parser import parse_expression, parse_statement
from factcheck.language.tree import Binary, DateLiteral, Listing, Literal, Name, Node, Statement
from factcheck.model.claim import Claim, ClaimFile, DataPlace, Premise
from factcheck.quantity.units import UnitTable
from factcheck.source import Span, Text

UNKNOWN = frozenset({"unknown", "?", "未知"})
MAX_CHAIN = 50


class TooDeep(Problem):
    """Claims and premises refer to each other in too long a chain."""

    def __init__(self) -> None:
        super().__init__("FC304", f"the claims refer to each other more than {MAX_CHAIN} deep")


class Part(NamedTuple):
    """A premise or claim that was built: its term, what it took from the packs, all that it refers to."""

    term: Term
    usage: Usage
    dependencies: frozenset[str]


@dataclass(slots=True)
class Built:
    """What was built for other claims, by its key and the claim whose own premises it may see (see ``_inside``).

    ``faults`` are what stands in the way elsewhere, ``depths`` the levels of references from there on, at least: so a
    chain is followed once.
    """

    parts: dict[tuple[str, str], Part] = field(default_factory=dict)
    faults: dict[tuple[str, str], Problem] = field(default_factory=dict)
    depths: dict[tuple[str, str], int] = field(default_factory=dict)

    def deeper(self, reference: tuple[str, str], levels: int) -> None:
        """Note that there are at least so many levels."""
        self.depths[reference] = max(levels, self.depths.get(reference, 1))

    def keep(self, reference: tuple[str, str], part: Part) -> None:
        """Keep what was built."""
        self.parts[reference] = part
        below = (self.depths.get((each, of), 0) for each in part.dependencies for of in {"", reference[1]})
        self.deeper(reference, 1 + max(below, default=0))


@dataclass(slots=True)
class FileScope:
    """The names of a claim file. Statements are read once; a claim that cannot be read breaks those that use it.

    ``read`` are the values of premises that were read, which scopes may share, ``built`` what claims refer to;
    ``compared`` counts the names that wrong ones were compared with.
    """

    file: ClaimFile
    units: UnitTable
    statements: dict[str, Statement] = field(default_factory=dict)
    broken: dict[str, Problem] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    faulty: set[Premise] = field(default_factory=set)
    read: dict[tuple[str, frozenset[str]], Node] = field(default_factory=dict)
    built: Built = field(default_factory=Built)
    compared: int = 0
    _given: dict[str, dict[str, Premise]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Collect the names; premises and claims are read when they are needed."""
        self.claims = {claim.id: claim for claim in self.file.claims}
        given = {premise.name for premise in self.file.given}
        own = {premise.name for claim in self.file.claims for premise in claim.given}
        self.names = frozenset({*given, *own, *self.claims, *self.file.broken, "article"})

    def statement(self, claim: Claim) -> Statement:
        """Return the statement of a claim; raises Problem where it cannot be read."""
        if claim.id in self.broken:
            raise self.broken[claim.id]
        if claim.id not in self.statements:
            text = claim.says.value if claim.says else ""
            try:
                self.statements[claim.id] = parse_statement(text, self.units, self.names)
            except Problem as problem:
                self.broken[claim.id] = problem
                raise
        return self.statements[claim.id]

    def given(self, claim: Claim) -> Mapping[str, Premise]:
        """Return the premises that a claim sees; its own win."""
        key = claim.id if claim.given else ""
        if key not in self._given:
            self._given[key] = {premise.name: premise for premise in (*self.file.given, *claim.given)}
        return self._given[key]

    def expression(self, premise: Premise) -> Node:
        """Return the value of a premise; raises Problem where it cannot be read."""
        text = premise.value.value if premise.value else ""
        key = text, self.names
        if key not in self.read:
            self.read[key] = self._listing(premise.items) if premise.items else self._parsed(text)
        return self.read[key]

    def _listing(self, items: Sequence[str]) -> Listing:
        """Return a list of data as if it were written out: ``[8.1 ms, 9.2 ms]``, however long it is."""
        found: list[Node] = []
        at = 1
        for item in items:
            try:
                found.append(self._parsed(item))
            except Problem as problem:
                if problem.span is not None:
                    problem.span = Span(problem.span.start + at, problem.span.end + at)
                raise
            at += len(item) + len(", ")
        return Listing(Span(0, at), tuple(found))

    def _parsed(self, text: str) -> Node:
        return parse_expression(text, self.units, self.names)


@dataclass(slots=True)
class ClaimNames:
    """The names that one claim sees. ``chain`` holds the claims that are being derived, to find cycles."""

    scope: FileScope
    claim: Claim
    chain: tuple[str, ...] = ()
    dependencies: set[str] = field(default_factory=set)

    def known(self) -> list[str]:
        """Return the names, for suggestions."""
        return sorted(self.scope.names)

    def premises(self) -> Mapping[str, Premise]:
        """Return the premises that the claim sees; its own win."""
        return self.scope.given(self.claim)

    def term(self, name: Name, builder: Builder) -> Term | None:
        """Return a premise, a claim's derived value, its stated number, or the article's date."""
        head = name.parts[0]
        premise = self.premises().get(head)
        if premise is not None:
            if len(name.parts) > 1:
                raise Problem("FC302", f"the premise `{head}` has no attributes", name.spans[1])
            return self._premise(premise, builder)
        if name.parts == ("article", "date"):
            return self._article_date(builder)
        if head == "article":
            raise Problem("FC302", "of the article, only the date is known: `article.date`", name.span)
        if head in self.scope.file.broken:
            raise Broken(f"the claim `{head}`")
        claim = self.scope.claims.get(head)
        return self._claim(claim, name, builder) if claim is not None else None

    def values(self, name: Name, builder: Builder) -> list[Term] | None:
        """Return the values of a premise that is a list; None for any other name."""
        premise = self.premises().get(name.text)
        node = self._read(premise) if premise is not None and not name.picks else None
        if premise is None or not isinstance(node, Listing):
            return None
        if premise.data is not None:
            builder.usage.lists.append(f"`{premise.name}` is a list: {data_title(premise.data)}")
        return [self._item(item, i, premise, builder) for i, item in enumerate(node.items, 1)]

    def _item(self, node: Node, number: int, premise: Premise, builder: Builder) -> Term:
        """Return one value of a list, which is called ``runs[1]``."""
        key = f"given:{premise.name}:{number}"
        node = builder.customary(node) if isinstance(node, Literal) else node
        if isinstance(node, Literal | DateLiteral):
            named = replace(premise, name=f"{premise.name}[{number}]", data=_item_place(premise.data, number))
            return builder.spec_free(premise_leaf(node, key, named, builder.widths))
        return self._inside(key, node, builder, exact=premise.exact)

    def _premise(self, premise: Premise, builder: Builder) -> Term:
        node = self._read(premise)
        key = f"given:{premise.name}"
        if isinstance(node, Listing):
            raise Several(premise.name, premise.data)
        node = builder.customary(node) if isinstance(node, Literal) else node
        if isinstance(node, Literal | DateLiteral):
            return builder.spec_free(premise_leaf(node, key, premise, builder.widths))
        return self._inside(key, node, builder, exact=premise.exact)

    def _read(self, premise: Premise) -> Node:
        """Return the value of a premise as it is written; raises Missing, or Broken where it is told elsewhere."""
        self.dependencies.add(f"given:{premise.name}")
        if premise.value is None or premise.value.value.strip().casefold() in UNKNOWN:
            raise Missing(f"the premise `{premise.name}` has no value")
        if premise in self.scope.faulty:
            raise Broken(f"the premise `{premise.name}`")
        try:
            return self.scope.expression(premise)
        except Problem:
            raise Broken(f"the premise `{premise.name}`") from None

    def _inside(self, key: str, node: Node, builder: Builder, *, exact: bool = False) -> Term:
        """Build an expression that stands elsewhere, once for all that refer to it; its faults belong there."""
        self.dependencies.add(key)
        reference = (key, self.claim.id if self.claim.given else "")
        known = self.scope.built
        if len(self.chain) + known.depths.get(reference, 1) > MAX_CHAIN:
            raise TooDeep
        if builder.plain and reference in known.faults:
            raise known.faults[reference].with_traceback(None)
        part = known.parts.get(reference) if builder.plain else None
        if part is not None:
            self.dependencies |= part.dependencies
            return builder.again(part.term, part.usage)
        inner = ClaimNames(self.scope, self.claim, self._extended(key))
        within = builder.within(inner, key, exact=exact)
        try:
            term = _faults_elsewhere(key, lambda: within.build(node))
        except TooDeep:
            known.deeper(reference, MAX_CHAIN - len(self.chain) + 1)
            raise
        except (Missing, Broken) as problem:
            if builder.plain and not within.usage.searched:
                known.faults[reference] = problem
            raise
        finally:
            self.dependencies |= inner.dependencies
            builder.usage.add(within.usage)
        if builder.plain and not within.usage.searched:
            known.keep(reference, Part(term, within.usage, frozenset(inner.dependencies)))
        return term

    def _extended(self, key: str) -> tuple[str, ...]:
        if key in self.chain:
            names = [k.partition(":")[2] for k in (*self.chain[self.chain.index(key) :], key)]
            raise Problem("FC304", f"these refer to each other in a circle: {' → '.join(names)}")
        if len(self.chain) >= MAX_CHAIN:
            raise TooDeep
        return (*self.chain, key)

    def _article_date(self, builder: Builder) -> Term:
        date = self.scope.file.article.date
        if date is None:
            raise Missing("the article has no date")
        node = read_date(date, self.scope.units)
        return literal_leaf(node, "article.date", "article.date", "premise", builder.widths)

    def _claim(self, claim: Claim, name: Name, builder: Builder) -> Term:
        self.dependencies.add(f"claim:{claim.id}")
        rest = name.parts[1:]
        if rest not in ((), ("stated",)):
            raise Problem(
                "FC302", f"a claim has its derived value, `{claim.id}`, and `{claim.id}.stated`", name.spans[1]
            )
        node = self._side(claim, stated=bool(rest))
        node = builder.customary(node) if rest and isinstance(node, Literal) else node
        if rest and isinstance(node, Literal | DateLiteral):
            return builder.spec_free(
                literal_leaf(node, f"stated:{claim.id}", f"{claim.id}.stated", "claim", builder.widths)
            )
        owner = ClaimNames(self.scope, claim, self.chain, self.dependencies)
        return owner._inside(f"claim:{claim.id}", node, builder)

    def _side(self, claim: Claim, *, stated: bool) -> Node:
        """Return a side of another claim; a ratio counts as its quotient."""
        if claim.says is None and claim.shows is not None and not stated:
            try:
                return parse_expression(claim.shows.value, self.scope.units, self.scope.names)
            except Problem:
                raise Broken(f"the claim `{claim.id}`") from None
        if claim.says is None:
            raise Problem("FC302", f"the claim `{claim.id}` is exempt: it states nothing that can be used")
        try:
            statement = self.scope.statement(claim)
        except Problem:
            raise Broken(f"the claim `{claim.id}`") from None
        node = statement.stated if stated else statement.derived
        if isinstance(node, Binary) and node.operator == ":":
            return Binary(node.span, "/", node.left, node.right)
        return node


def _item_place(data: DataPlace | None, number: int) -> DataPlace | None:
    """Return where one value of a list stands."""
    return replace(data, line=data.lines[number - 1], lines=()) if data is not None and data.lines else data


def _faults_elsewhere(key: str, build: Callable[[], Term]) -> Term:
    """Build what stands elsewhere; a fault of its own is reported there, what only its users have is theirs."""
    try:
        return build()
    except (Missing, Broken):
        raise
    except Problem as problem:
        if problem.code in {"FC304", "FC207"}:
            problem.span = None  # the place of the circle is where this claim enters it
            raise
        raise Broken(f"`{key.partition(':')[2]}`") from None


def read_date(text: Text, units: UnitTable) -> DateLiteral:
    """Read the date of an article. Raises Broken where it is none."""
    try:
        node = parse_expression(text.value, units)
    except Problem:
        raise Broken("the article's date") from None
    if not isinstance(node, DateLiteral):
        raise Broken("the article's date")
    return node
