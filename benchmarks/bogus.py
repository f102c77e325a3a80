"""How many explanations are bogus: ``python -m benchmarks.bogus [--corpora bbc xwlb] [--data DIR]``.

The numbers of a text are explained, and then again with other digits in each of them, one at a time: whatever explains
such a number holds by chance. The second count, divided by the first, is the share of bogus explanations.
"""

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.corpora import CHOOSE, DATA, texts
from benchmarks.reader import layout_of, rules
from factcheck.draft.choice.explain import explained
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.quantities.quantity import Quantity

LEVELS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98)


def other(one: Quantity, rng: Random) -> Quantity:
    """Return a quantity with other digits: as many, as large, as round."""
    factor = rng.uniform(0.4, 2.2)
    step = one.lead or abs(one.value) or 1.0
    value = max(step, round(one.value * factor / step) * step)
    if value == one.value:
        value += step
    off = value - one.value
    coarse = None if one.coarse is None else (one.coarse[0] + off, one.coarse[1] + off)
    given = one.given[0] + off, one.given[1] + off
    return replace(one, value=value, low=one.low + off, high=one.high + off, coarse=coarse, given=given)


def best(layout: Layout, target: Quantity) -> tuple[float, str]:
    """Return the belief in what explains a number best, and its rule."""
    ways = explained(layout, rules(), target)
    return (ways[0].belief, ways[0].candidate.schema.rule) if ways else (0.0, "")


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--corpora", nargs="*", default=CHOOSE)
    parser.add_argument("--share", type=float, default=1.0)
    args = parser.parse_args()
    for corpus in args.corpora:
        rng, counts, by_rule = Random(corpus), Counter[tuple[float, bool]](), Counter[tuple[str, bool]]()  # noqa: S311
        for text in texts(corpus, args.data):
            if rng.random() >= args.share:
                continue
            layout = layout_of(text.text, text.language)
            for target in layout.quantities:
                for changed, one in enumerate((target, other(target, rng))):
                    belief, rule = best(layout, one)
                    counts.update((level, bool(changed)) for level in LEVELS if belief >= level)
                    by_rule.update([(rule, bool(changed))] if belief >= LEVELS[2] else [])
        print(corpus, *(f"{level}: {counts[level, False]}, bogus {counts[level, True]}" for level in LEVELS), sep="  ")
        print("   ", {rule: (n, by_rule[rule, True]) for (rule, changed), n in by_rule.most_common() if not changed})


if __name__ == "__main__":
    main()
