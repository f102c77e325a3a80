"""Prose to read, made of a few dozen sentences with other numbers each time; the same text for the same length.

Half of the English sentences hold quantities, which is more than most drafts have.
"""

from collections.abc import Iterator
from random import Random

ENGLISH = (
    "The plant produced about {a} tonnes of steel last year, {b} % more than in the year before.",
    "Revenue rose {b} percent to ${c} million, while costs fell to ${d} million.",
    "The bridge is {a} metres long and carries more than {e} vehicles a day.",
    "Nearly {f} of the {e} residents have lived in the town for at least {g} years.",
    "In 2019 the company had {g} offices in {g} countries, and it planned to open five more.",
    "A train covers the {a} km in less than {g} hours, at an average of {b} km/h.",
    "The new chip draws up to {a} watts and holds {c} billion transistors.",
    "Between {g} and {a} people took part in each of the {g} studies.",
    "The committee met on 12 March 2021 and again in the following spring.",
    "Most of the visitors came by bus, and few of them stayed for long.",
    "What remains is a question of taste rather than of money.",
    "The sample was heated to {a} °C for {g} minutes and then cooled to {b} °C.",
    "She bought two dozen eggs, half a kilo of flour and a litre of milk for {b} euros.",
    "Of the {e} samples, roughly a third were taken at a depth of {a} m.",
    "Shares of the firm closed at ${b}, down {b} % from the day before.",
    "Critics say that the figures were never checked by anyone outside the ministry.",
    "Nobody who was there that evening remembers it in quite the same way.",
    "The old harbour, long given up by the fishermen, has become a place for walks and for summer concerts.",
    "Whether the plan will be carried out depends on the courts, which have not yet decided.",
    "Her book is less a history of the region than a portrait of the people who left it.",
    "That is how the town came to be known far beyond the valley.",
    "The engineers answered that the design had been chosen for its simplicity.",
    "Others point to the weather, to the price of fuel, or to plain bad luck.",
    "He did not want to be named, because he still works for the authority.",
    "Such machines are loud, they need a lot of care, and hardly anyone knows how to repair them.",
    "As so often, the quarrel was settled over a meal.",
)
CHINESE = (
    "该工厂去年生产了约{a}吨钢材，比上年增长{b}%。",
    "公司收入达到{c}亿元，成本下降到{d}万元。",
    "这座大桥全长{a}米，每天通过超过{g}万辆车。",
    "近三成的居民在这里生活了至少{g}年。",
    "2019年，该公司在{g}个国家设有办事处。",
    "会议讨论了许多问题，但没有得出结论。",
    "新芯片的功耗高达{a}瓦，共有{c}亿个晶体管。",
)
_SEED = 11


def text(length: int, sentences: tuple[str, ...] = ENGLISH) -> str:
    """Return a text of that many characters, in one paragraph, cut after a sentence."""
    parts: list[str] = []
    size = 0
    gap = " " if sentences is ENGLISH else ""
    for sentence in _filled(sentences):
        size += len(sentence) + len(gap)
        if size > length and parts:
            return gap.join(parts)
        parts.append(sentence)
    raise AssertionError


def words(count: int) -> str:
    """Return an English text of that many words, in paragraphs of six sentences."""
    parts: list[str] = []
    size = 0
    for sentence in _filled(ENGLISH):
        if size >= count:
            break
        size += len(sentence.split())
        parts.append(sentence)
    return "\n\n".join(" ".join(parts[i : i + 6]) for i in range(0, len(parts), 6)) + "\n"


def _filled(sentences: tuple[str, ...]) -> Iterator[str]:
    random = Random(_SEED)  # noqa: S311 - numbers of no consequence
    while True:
        for sentence in sentences:
            yield sentence.format(
                a=random.randint(11, 990),
                b=round(random.uniform(1, 60), 1),
                c=round(random.uniform(1, 90), 2),
                d=random.randint(100, 900),
                e=f"{random.randint(1_000, 99_000):,}",
                f=random.choice(("half", "two thirds", "a quarter")),
                g=random.randint(3, 40),
            )
