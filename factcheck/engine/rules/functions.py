"""Functions of terms and their dimensions; those of lists are written out as sums."""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.term import dimension as dim
from factcheck.engine.term.arithmetic import operate, scaled
from factcheck.engine.term.offer import alike, bare, demanded, shared
from factcheck.engine.term.term import CHOICE, Term, number
from factcheck.language.functions import SIGNATURES, Signature
from factcheck.quantity.dimension import NUMBER, power
from factcheck.source import Span

HALF = Fraction(1, 2)
HIDING = frozenset({"log", "ln", "log10", "log2", "exp"})
"""What a solved equation may take of parts that are plain numbers together only: log(a) - log(b)."""
SAME_AS = {"ln": "log"}
"""Functions with two names."""


def function(name: str, arguments: list[Term], span: Span, *, solved: bool = False) -> Term:
    """Apply a function to terms; ``solved`` says that it stands in an equation, whose parts may hide dimensions.

    Raises Problem FC306 for a wrong number of values, FC203 for values of kinds that do not fit.
    """
    signature = SIGNATURES[name]
    _refuse_number(signature, len(arguments), span)
    first = arguments[0]
    match signature.kind:
        case "length":
            return number(len(arguments))
        case "same":
            return _like_its_values(name, arguments, span)
        case "direction":
            others = [one for one in arguments[1:] if not signature.listed or one != first]  # a list may have it, too
            return Term(name, tuple(_of_one_kind(name, [first, *others], span)))
        case "root":
            return Term(name, (first,), power(first.dimension, HALF), offer=scaled(first.offer, HALF))
        case "rounded":
            digits = _plain(name, arguments[1:], span)
            return _rounded(name, first, digits, span)
        case "standard" if len(arguments) > 1:
            return Term(name, (_standardized(name, arguments, span),))
        case "ways":
            return Term(name, tuple(_counts(name, arguments, span)))
    plain = [bare(term) for term in arguments] if solved and name in HIDING else _plain(name, arguments, span)
    return Term(SAME_AS.get(name, name), tuple(plain))


def choice(relation: str, condition: tuple[Term, Term], values: tuple[Term, Term], span: Span) -> Term:
    """Return ``if(left relation right, then, otherwise)``; raises Problem FC203 for values of kinds that differ."""
    sides, found = alike(condition), alike(values)
    if sides is None:
        raise _differ("the condition compares two kinds", condition, ("left", "right"), span)
    if found is None:
        raise _differ("the two values of `if` differ in kind", values, ("first", "second"), span)
    return Term(f"{CHOICE}{relation}", (*sides, *found), found[0].dimension, offer=shared(found))


def _differ(what: str, terms: Sequence[Term], names: tuple[str, str], span: Span) -> Problem:
    first = terms[0].dimension
    odd = next(term.dimension for term in terms if term.dimension != first)
    return dim.mismatch(what, first, odd, span, names)


def _refuse_number(signature: Signature, count: int, span: Span) -> None:
    name, takes = signature.name, signature.takes
    if signature.listed:
        if count < signature.least:
            needs = "a value" if signature.least == 1 else f"{signature.least} values at least"
            raise Problem("FC306", f"`{name}` needs {needs}", span)
        return
    allowed = {len(takes), len(takes) - signature.optional}
    if count not in allowed:
        numbers = " or ".join(str(n) for n in sorted(allowed))
        values = "one value" if allowed == {1} else f"{numbers} values: `{signature.shown}`"
        raise Problem("FC306", f"`{name}` takes {values}", span)


def _of_one_kind(name: str, terms: Sequence[Term], span: Span) -> list[Term]:
    same = alike(terms)
    if same is None:
        raise _differ(f"the values of `{name}` differ in kind", terms, ("first", "other"), span)
    return same


def _like_its_values(name: str, terms: list[Term], span: Span) -> Term:
    if name == "sum":
        return _sum(terms, span)
    if name == "mean":
        return operate("/", [_sum(terms, span), number(len(terms))], span)
    same = _of_one_kind(name, terms, span)
    return Term(name, tuple(same), same[0].dimension, offer=shared(same))


def _sum(terms: list[Term], span: Span) -> Term:
    """Add up in halves, so that a long list makes no deep term."""
    if len(terms) == 1:
        return terms[0]
    half = len(terms) // 2
    first, last = _sum(terms[:half], span), _sum(terms[half:], span)
    return operate("+", [first, last], span)


def _standardized(name: str, arguments: list[Term], span: Span) -> Term:
    """Return (x - mean) / sd."""
    x, mean, deviation = _of_one_kind(name, arguments, span)
    return operate("/", [operate("-", [x, mean], span), deviation], span)


def _rounded(name: str, term: Term, digits: list[Term], span: Span) -> Term:
    for each in (term, bare(term)):
        if dim.kind_fits("count", each.dimension) or dim.kind_fits("money", each.dimension):
            return Term(name, (each, *digits), each.dimension, offer=each.offer)
    cure = f"divide by a unit: `{name}(x / 1 m) * 1 m`"
    raise _takes("a plain number, a count or money", name, term, span, cure)


def _counts(name: str, terms: list[Term], span: Span) -> list[Term]:
    found = [bare(term) for term in terms]
    for term in found:
        if not dim.kind_fits("count", term.dimension):
            raise _takes("plain numbers and counts", name, term, span)
    return found


def _plain(name: str, terms: list[Term], span: Span) -> list[Term]:
    found = [bare(term) for term in terms]
    for term in found:
        if term.dimension != NUMBER:
            raise _takes("plain numbers", name, term, span)
    return found


def _takes(what: str, name: str, term: Term, span: Span, cure: str | None = None) -> Problem:
    return Problem("FC203", f"`{name}` takes {what}; this is {dim.words(demanded(term))}", span, help=cure)
