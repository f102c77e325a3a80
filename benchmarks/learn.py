"""Learn the weights of the ranker from published texts: ``python -m benchmarks.learn [--data DIR] [--write]``.

Nobody marked these texts. Of all equations that the units and nouns near a number allow, those that are meant hold,
since edited text is nearly always right, and of the others as many hold as chance would have it. So with ``x`` the
features of a candidate and ``c`` its chance, it holds with the probability ``p(x) + (1 - p(x)) * c``; the weights of
the logistic model ``p`` are those under which what was seen is likeliest (maximum likelihood, with a penalty on the
squares of the weights). A feature counts if it comes up in enough texts; a text counts once, however long it is.

Needs numpy and scipy (``pip install -e .[learn]``).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.corpora import CHOOSE, DATA, LEARN, Text, texts
from benchmarks.reader import layout_of, rules
from factcheck.draft.equations.candidates import candidates
from factcheck.draft.evidence import ranker
from factcheck.draft.evidence.chance import chance
from factcheck.draft.evidence.features import features

SHARES = {"findver": 0.3, "reuters": 0.7, "numhg": 0.6, "gwr": 1.0, "bbc": 1.0, "xwlb": 1.0}
KEPT = 0.05
"""Of the candidates that do not hold so many are looked at, each for many."""
MOST = 40
"""A text counts as at most so many candidates that hold."""
TEXTS = 100
"""A feature counts if it comes up in so many texts."""
PENALTY = 20.0
LEAST = 0.1
"""Weights smaller than this are left out."""


class Example(NamedTuple):
    """A candidate: whether it holds, its chance, for how many it stands, its features, its text."""

    holds: bool
    chance: float
    weight: float
    features: tuple[str, ...]
    text: str


def examples(text: Text, rng: Random) -> Iterator[Example]:
    """Yield the candidates of a text, of those that fail a sample."""
    layout = layout_of(text.text, text.language)
    for target in layout.quantities:
        for one in candidates(rules(), layout.quantities, target, failing=True):
            if one.holds or rng.random() < KEPT:
                weight = 1.0 if one.holds else 1 / KEPT
                yield Example(one.holds, chance(one), weight, tuple(features(one, layout.line)), text.id)


def sampled(corpora: tuple[str, ...], data: Path) -> list[Example]:
    """Return the examples of a part of each corpus."""
    found: list[Example] = []
    for corpus in corpora:
        rng = Random(corpus)  # noqa: S311 - no secret
        for text in texts(corpus, data):
            if rng.random() < SHARES[corpus]:
                own = list(examples(text, rng))
                held = sum(one.holds for one in own)
                scale = min(1.0, MOST / held) if held else 1.0
                found += [one._replace(weight=one.weight * scale) for one in own]
    return found


class Table(NamedTuple):
    """Examples as numbers: a row each, a column for each feature that counts."""

    matrix: csr_matrix
    holds: np.ndarray
    chance: np.ndarray
    weight: np.ndarray


def table(found: list[Example], columns: dict[str, int]) -> Table:
    """Return examples as numbers."""
    indices = [[columns[name] for name in one.features if name in columns] for one in found]
    starts = np.cumsum([0, *map(len, indices)])
    flat = np.fromiter((i for row in indices for i in row), dtype=np.int32)
    matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(found), len(columns)))
    holds = np.array([one.holds for one in found])
    return Table(
        matrix, holds, np.minimum(0.99, [one.chance for one in found]), np.array([one.weight for one in found])
    )


def columns_of(found: list[Example]) -> dict[str, int]:
    """Return a column for each feature that comes up in enough texts."""
    pairs = {(name, one.text) for one in found for name in one.features}
    counts = Counter(name for name, _ in pairs)
    return {name: at for at, name in enumerate(sorted(name for name, n in counts.items() if n >= TEXTS))}


def likelihood(theta: np.ndarray, known: Table) -> tuple[float, np.ndarray]:
    """Return the logarithm of the likelihood, and its slope."""
    p = _prior(theta, known)
    seen = np.where(known.holds, p + (1 - p) * known.chance, (1 - p) * (1 - known.chance))
    slope = np.where(known.holds, (1 - known.chance) / seen, -1 / (1 - p)) * known.weight * p * (1 - p)
    return float((known.weight * np.log(seen)).sum()), np.append(known.matrix.T @ slope, slope.sum())


def _prior(theta: np.ndarray, known: Table) -> np.ndarray:
    return np.asarray(np.clip(1 / (1 + np.exp(-(known.matrix @ theta[:-1] + theta[-1]))), 1e-9, 1 - 1e-6))


def fitted(known: Table) -> np.ndarray:
    """Return the weights of the columns, and the bias behind them."""

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = likelihood(theta, known)
        return PENALTY / 2 * (theta[:-1] ** 2).sum() - value, np.append(PENALTY * theta[:-1], 0) - slope

    start = np.append(np.zeros(known.matrix.shape[1]), -5.0)
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x)


def report(theta: np.ndarray, known: Table, name: str) -> None:
    """Print how often candidates hold, by how likely they are meant."""
    p = _prior(theta, known)
    value, _ = likelihood(theta, known)
    print(f"{name}: {len(p)} candidates, mean log likelihood {value / known.weight.sum():.5f}")
    edges = (0, 0.003, 0.01, 0.03, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)
    for low, high in pairwise(edges):
        part = (p >= low) & (p < high)
        weight = known.weight[part].sum()
        if weight:
            held, told = ((known.weight * v)[part].sum() / weight for v in (known.holds, p + (1 - p) * known.chance))
            print(f"  p {low:5.3f} to {high:5.3f}: {weight:9.0f}, held {held:.3f}, expected {told:.3f}")


def write(theta: np.ndarray, columns: dict[str, int]) -> None:
    """Write the weights that matter, in hundredths."""
    kept = {name: round(100 * theta[at]) for name, at in columns.items() if abs(theta[at]) >= LEAST}
    rows = [f"{json.dumps(name, ensure_ascii=False)}:{value}" for name, value in kept.items()]
    text = "{\n" + ",\n".join([f'"bias":{round(100 * theta[-1])}', *rows]) + "\n}\n"
    Path(ranker.__file__).with_name("weights.json").write_text(text, encoding="utf-8")
    print(f"{len(kept)} weights, {len(text)} bytes")


def main() -> None:
    """Learn on some corpora, report on others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    learnt = sampled(LEARN, args.data)
    columns = columns_of(learnt)
    known = table(learnt, columns)
    theta = fitted(known)
    print(f"{len(columns)} features")
    report(theta, known, "learnt on")
    for corpus in CHOOSE:
        report(theta, table(sampled((corpus,), args.data), columns), corpus)
    if args.write:
        write(theta, columns)


if __name__ == "__main__":
    main()
