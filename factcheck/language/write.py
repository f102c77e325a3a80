"""Writes a tree in the claim language."""

from factcheck.language.tree import (
    Binary,
    Call,
    Choice,
    DateLiteral,
    Listing,
    Literal,
    Name,
    Negation,
    Node,
    Search,
    UnitName,
)

_RANK = {":": 0, "+": 1, "-": 1, "*": 3, "/": 3, "^": 5}
_NEGATION = 2
_MEASURE = 4
_ATOM = 9


def written(node: Node) -> str:
    """Return a node as the claim language has it, with as few brackets as can be."""
    match node:
        case Literal() | DateLiteral() | UnitName():
            return node.text
        case Name():
            return f"{node.text}{_picks(node)}"
        case Negation():
            return f"-{_bracketed(node.operand, _NEGATION + 1)}"
        case Binary():
            return _binary(node)
        case Listing():
            return f"[{_listed(node.items)}]"
        case Search():
            return f"derive({_listed(node.arguments)})"
        case Call():
            return _call(node)
        case Choice():
            condition = f"{written(node.left)} {node.relation} {written(node.right)}"
            return f"if({condition}, {written(node.then)}, {written(node.otherwise)})"


def _picks(node: Name) -> str:
    parts = [f"{key}={value}" if key else value for key, value in node.picks]
    return f"[{', '.join(parts)}]" if parts else ""


def _binary(node: Binary) -> str:
    rank = _RANK[node.operator]
    left, right = _bracketed(node.left, rank), _bracketed(node.right, rank + 1)
    if node.operator == "^":
        return f"{_bracketed(node.left, rank + 1)}^{right}"
    return f"{left} {node.operator} {right}"


def _bracketed(node: Node, rank: int) -> str:
    text = written(node)
    return f"({text})" if _rank(node) < rank else text


def _rank(node: Node) -> int:
    """Return how tightly a node binds; a number with units is a product of its own."""
    match node:
        case Binary():
            return _RANK[node.operator]
        case Negation():
            return _NEGATION
        case Literal():
            return _NEGATION if node.text.startswith(("-", "−")) else _MEASURE if node.units else _ATOM
    return _ATOM


def _listed(nodes: tuple[Node, ...]) -> str:
    return ", ".join(written(node) for node in nodes)


def _call(node: Call) -> str:
    inputs = ", ".join(f"{name}={written(a)}" if name else written(a) for name, a in node.arguments)
    return f"{node.rule}{f'.{node.symbol}' if node.symbol else ''}({inputs})"
