"""The tree of a statement as text, to compare with what a test expects."""

from factcheck.language.tree import (
    Binary,
    Call,
    DateLiteral,
    Listing,
    Literal,
    Name,
    Negation,
    Node,
    Search,
    UnitName,
)


def tree(node: Node) -> str:
    """Write a tree with brackets around every operation; ``{5 kg}`` is one literal, ``<m>`` a unit alone."""
    match node:
        case Literal() | DateLiteral():
            return f"{{{node.text}}}"
        case UnitName():
            return f"<{node.text}>"
        case Name():
            picks = ", ".join(f"{key}={value}" if key else value for key, value in node.picks)
            return f"{node.text}[{picks}]" if picks else node.text
        case Negation():
            return f"-{tree(node.operand)}"
        case Binary():
            return f"({tree(node.left)} {node.operator} {tree(node.right)})"
        case Call():
            inputs = ", ".join(f"{name}={tree(value)}" if name else tree(value) for name, value in node.arguments)
            return f"{node.rule}{f'.{node.symbol}' if node.symbol else ''}({inputs})"
        case Search():
            return f"derive({', '.join(map(tree, node.arguments))})"
        case Listing():
            return f"[{', '.join(map(tree, node.items))}]"
