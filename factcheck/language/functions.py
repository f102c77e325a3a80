"""The functions of the language: what each takes and gives. One table, which parser, engine and formulas share."""

from typing import Literal

from factcheck.frozen import dataclass

Kind = Literal["number", "same", "root", "direction", "standard", "rounded", "ways", "length"]
"""What a function takes and gives:

``number`` plain numbers to a plain number; ``same`` values of one kind to one of that kind; ``root`` its square root;
``direction`` values of one kind to a plain number; ``standard`` a plain number, or three values of one kind, to a plain
number; ``rounded`` counts and money to the same; ``ways`` counts to a plain number; ``length`` anything to a plain
number.
"""


@dataclass(frozen=True, slots=True)
class Signature:
    r"""A function: ``takes`` are the names of its arguments, ``optional`` how many of the last may be missing.

    A function that is ``listed`` takes any number of values, at least ``least``, alone or in a list. ``latex`` is its
    name in a formula; ``\operatorname`` is put around one that is empty.
    """

    name: str
    takes: tuple[str, ...]
    kind: Kind = "number"
    optional: int = 0
    listed: bool = False
    least: int = 1
    latex: str = ""

    @property
    def shown(self) -> str:
        """How it is called: ``t_cdf(t, df)``, ``round(x, [digits])``, ``max(a, b, …)``."""
        if self.listed:
            return f"{self.name}(a, b, …)"
        must = len(self.takes) - self.optional
        return f"{self.name}({', '.join([*self.takes[:must], *(f'[{name}]' for name in self.takes[must:])])})"


_X, _VALUES = ("x",), ("values",)

SIGNATURES: dict[str, Signature] = {
    row.name: row
    for row in (
        Signature("sqrt", _X, "root", latex=r"\sqrt"),
        Signature("exp", _X, latex=r"\exp"),
        Signature("log", _X, latex=r"\ln"),
        Signature("ln", _X, latex=r"\ln"),
        Signature("log10", _X, latex=r"\log_{10}"),
        Signature("log2", _X, latex=r"\log_{2}"),
        Signature("sin", _X, latex=r"\sin"),
        Signature("cos", _X, latex=r"\cos"),
        Signature("tan", _X, latex=r"\tan"),
        Signature("asin", _X, latex=r"\arcsin"),
        Signature("acos", _X, latex=r"\arccos"),
        Signature("atan", _X, latex=r"\arctan"),
        Signature("atan2", ("y", "x"), "direction"),
        Signature("abs", _X, "same"),
        Signature("floor", _X, "rounded"),
        Signature("ceil", _X, "rounded"),
        Signature("round", ("x", "digits"), "rounded", optional=1),
        Signature("min", _VALUES, "same", listed=True, latex=r"\min"),
        Signature("max", _VALUES, "same", listed=True, latex=r"\max"),
        Signature("sum", _VALUES, "same", listed=True),
        Signature("mean", _VALUES, "same", listed=True),
        Signature("median", _VALUES, "same", listed=True),
        Signature("sd", _VALUES, "same", listed=True, least=2),
        Signature("len", _VALUES, "length", listed=True),
        Signature("rank", _VALUES, "direction", listed=True, least=2),
        Signature("factorial", ("n",), "ways"),
        Signature("choose", ("n", "k"), "ways"),
        Signature("erf", _X),
        Signature("normal_cdf", ("x", "mean", "sd"), "standard", optional=2),
        Signature("normal_quantile", ("p",)),
        Signature("t_cdf", ("t", "df")),
        Signature("t_quantile", ("p", "df")),
        Signature("chi2_cdf", ("x", "df")),
        Signature("chi2_quantile", ("p", "df")),
        Signature("f_cdf", ("x", "df1", "df2")),
        Signature("f_quantile", ("p", "df1", "df2")),
        Signature("binomial_cdf", ("k", "n", "p"), "ways"),
        Signature("binomial_pmf", ("k", "n", "p"), "ways"),
        Signature("binomial_quantile", ("q", "n", "p"), "ways"),
        Signature("poisson_cdf", ("k", "mean"), "ways"),
        Signature("poisson_pmf", ("k", "mean"), "ways"),
        Signature("poisson_quantile", ("q", "mean"), "ways"),
    )
}

FUNCTIONS = frozenset(SIGNATURES)
CHOICE = "if"
"""``if(condition, a, b)`` is no function of its values alone: the condition has a relation in it."""
