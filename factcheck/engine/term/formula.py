"""Terms as formulas for people: with names, or with values."""

from collections.abc import Callable

from factcheck.engine.term.show import decimal
from factcheck.engine.term.term import CHOICE, UNKNOWN, Leaf, Term, hole
from factcheck.language.functions import SIGNATURES

_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ ", "^": "^"}
_RANK = {"+": 1, "-": 1, "neg": 2, "*": 3, "/": 3, "^": 5}
_ATOM = 9


def with_names(term: Term) -> str:
    """Write a term with the names of its inputs: ``target ÷ D1.peak``."""
    return _write(term, lambda leaf: leaf.name)


def with_values(term: Term) -> str:
    """Write a term with the values of its inputs as they were written: ``100 EFLOP/s ÷ 362 TFLOP/s/D1``."""
    return _write(term, lambda leaf: leaf.text)


def in_language(term: Term) -> str:
    """Write a term as the claim language has it, facts with their qualifiers: ``target / D1.peak[bf16, dense]``."""
    text = _write(term, _referred)
    for sign, plain in ((" − ", " - "), (" × ", " * "), (" ÷ ", " / ")):
        text = text.replace(sign, plain)
    return text


def _referred(leaf: Leaf) -> str:
    if leaf.fact is None or not leaf.fact.when:
        return leaf.name
    return f"{leaf.name}[{', '.join(value for _, value in leaf.fact.when)}]"


def _write(term: Term, show: Callable[[Leaf], str]) -> str:
    if term.leaf is not None:
        return show(term.leaf)
    if term.operator == "number":
        return decimal(term.number)
    if term.body is not None:
        return _write_root(term, show)
    sign = _SIGNS.get(term.operator)
    if sign is None and term.operator != "neg":
        return _write_call(term, [_write(argument, show) for argument in term.arguments])
    parts = [_operand(term, i, show) for i in range(len(term.arguments))]
    return sign.join(parts) if sign else f"−{parts[0]}"


def _write_root(term: Term, show: Callable[[Leaf], str]) -> str:
    """Write an unknown with the equation that gives it: ``(z where z = 1 − exp(−r0 × z))``."""
    known = {hole(i): _write(argument, show) for i, argument in enumerate(term.arguments)}

    def placed(leaf: Leaf) -> str:
        text = known.get(leaf.key, leaf.name)
        return f"({text})" if any(sign in text for sign in (*_SIGNS.values(), " ± ")) else text

    left, right = (_write(side, placed) for side in _sides(term))
    return f"({_unknown(term)} where {left} = {right})"


def _sides(term: Term) -> tuple[Term, ...]:
    return term.body.arguments if term.body is not None else ()


def _unknown(term: Term) -> str:
    leaves = term.body.leaves() if term.body is not None else ()
    return next((leaf.name for leaf in leaves if leaf.key == UNKNOWN), "")


def _write_call(term: Term, parts: list[str]) -> str:
    """Write a function, or a choice with its condition: ``if(a > b, c, d)``."""
    if not term.operator.startswith(CHOICE):
        return f"{term.operator}({', '.join(parts)})"
    left, right, then, otherwise = parts
    return f"if({left} {term.operator.removeprefix(CHOICE)} {right}, {then}, {otherwise})"


def _operand(term: Term, position: int, show: Callable[[Leaf], str]) -> str:
    argument = term.arguments[position]
    text = _write(argument, show)
    mine, theirs = _RANK.get(term.operator, 0), _RANK.get(argument.operator, _ATOM)
    tighter = position > 0 and term.operator in {"-", "/", "^"}
    return (
        f"({text})" if theirs < mine or (theirs == mine and tighter) or (term.operator == "^" and " " in text) else text
    )


def in_latex(term: Term) -> str:
    r"""Write a term with the names of its inputs as LaTeX: ``\frac{\text{target}}{\text{D1.peak}}``."""
    if term.leaf is not None:
        return rf"\text{{{_escaped(term.leaf.name)}}}"
    if term.operator == "number":
        return decimal(term.number).replace(",", "{,}")
    parts = [in_latex(argument) for argument in term.arguments]
    if term.body is not None:
        left, right = (in_latex(side) for side in _sides(term))
        return rf"\text{{{_escaped(_unknown(term))}}} \;\text{{where}}\; {left} = {right}"
    if term.operator in _RANK and term.operator != "/":
        return _latex_operation(term, parts)
    return _latex_function(term, parts)


def _latex_function(term: Term, parts: list[str]) -> str:
    match term.operator:
        case "/":
            return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
        case "sqrt":
            return rf"\sqrt{{{parts[0]}}}"
        case "abs" | "floor" | "ceil":
            first, last = _LATEX_BRACKETS[term.operator]
            return rf"\left{first} {parts[0]} \right{last}" if first != "|" else rf"\left|{parts[0]}\right|"
        case "choose":
            return rf"\binom{{{parts[0]}}}{{{parts[1]}}}"
        case "factorial":
            return rf"{_factor(term.arguments[0], parts[0])}!"
    if term.operator.startswith(CHOICE):
        return _latex_choice(term.operator.removeprefix(CHOICE), parts)
    return rf"{_latex_name(term.operator)}\left({', '.join(parts)}\right)"


_LATEX_BRACKETS = {"floor": (r"\lfloor", r"\rfloor"), "ceil": (r"\lceil", r"\rceil"), "abs": ("|", "|")}
_LATEX_RELATIONS = {">=": r"\ge", "<=": r"\le"}


def _latex_name(function: str) -> str:
    return SIGNATURES[function].latex or rf"\operatorname{{{_escaped(function)}}}"


def _latex_choice(relation: str, parts: list[str]) -> str:
    left, right, then, otherwise = parts
    condition = f"{left} {_LATEX_RELATIONS.get(relation, relation)} {right}"
    return rf"\begin{{cases}}{then} & {condition} \\ {otherwise} & \text{{otherwise}}\end{{cases}}"


def _factor(term: Term, text: str) -> str:
    return text if term.leaf is not None or term.operator == "number" else rf"\left({text}\right)"


def _latex_operation(term: Term, parts: list[str]) -> str:
    ranked = [_bracketed(term, i, part) for i, part in enumerate(parts)]
    if term.operator == "neg":
        return f"-{ranked[0]}"
    if term.operator == "^":
        return f"{{{ranked[0]}}}^{{{parts[1]}}}"
    sign = r" \cdot " if term.operator == "*" else f" {term.operator} "
    return sign.join(ranked)


def _bracketed(term: Term, position: int, text: str) -> str:
    inner = term.arguments[position].operator
    stands_alone = inner == "/" and term.operator != "^"
    mine, theirs = _RANK.get(term.operator, 0), _ATOM if stands_alone else _RANK.get(inner, _ATOM)
    loose = theirs < mine or (theirs == mine and position > 0 and term.operator == "-")
    return rf"\left({text}\right)" if loose else text


def _escaped(name: str) -> str:
    return "".join(f"\\{c}" if c in "_%$#&{}" else r"\textasciicircum{}" if c == "^" else c for c in name)
