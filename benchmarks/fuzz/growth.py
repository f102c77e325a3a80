"""Whether time grows as the input does: each reader on inputs of one kind, of 1,000, 10,000 and 100,000 characters."""

import gc
import json
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from factcheck.diagnostics import Diagnostic
from factcheck.loader.claims import claims_from_text
from factcheck.loader.data.named import contents_of
from factcheck.report.drafts import renderer
from factcheck.workspace import Workspace

SIZES = (1_000, 10_000, 100_000)
STEEP = 2.0
"""Ten times the input may take so many times ten times the time; what is quadratic takes ten."""

NOTICEABLE = 0.3
"""Less time than this, in seconds, is no evidence."""

_SENTENCES = {
    "English prose": "The plant made 5.3 million tonnes in 2019, about 12 % less than the 6.0 million of 2018. ",
    "Chinese prose": "该厂2019年生产530万吨，比2018年的600万吨下降约12%，其中三分之一出口。",
    "paragraphs": "Sales rose 20 % to 120 from 100.\n\n",
    "one line of numbers": "12 ",
    "numbers with commas": "1,234, ",
    "a run of digits": "7",
    "a run of nines and commas": "9,",
    "a run of zeros with points": "0.",
    "scale words": "万",
    "number words": "one hundred and ",
    "Chinese numerals": "一百二十",
    "letters": "a",
    "blanks": " ",
    "lines": "\n",
    "dots": ".",
    "percent signs": "5%",
    "units": "5 km ",
    "slashes": "5 km/",
    "carets": "m^2",
    "minus signs": "-5",
    "ranges": "5–6–",
    "brackets": "(5 ",
    "closing brackets": "5) ",
    "quotes": '"5 ',
    "dates": "2021-03-04 ",
    "money": "$5m ",
    "statistics": "t(28) = 2.20, p = .036; ",
    "things": "Germany's population, ",
    "respectively": "5, 6 and 7, respectively, ",
    "of which": "of which 5, ",
    "Markdown stars": "*5* **6 ",
    "Markdown underscores": "_5_ __6 ",
    "Markdown brackets": "[5](",
    "Markdown images": "![5](a",
    "Markdown code": "`5` ``6 ",
    "Markdown quotes": "> ",
    "Markdown lists": "- 5\n  ",
    "Markdown headings": "# 5\n",
    "Markdown table": "| 5 | 6 | 11 |\n",
    "Markdown footnotes": "5[^1] ",
    "Markdown reference definitions": "[a5]: b5\n",
    "Markdown unused references": "[5][a5] ",
    "HTML entities": "&#53;&nbsp;",
    "HTML entities without an end": "&#5",
    "HTML tags": "<b>5</b>",
    "HTML tags without an end": "<b",
    "HTML comments": "<!-- 5 -->",
    "HTML comments without an end": "<!-- 5 ",
    "ignores": "5 km <!-- factcheck: ignore -- x -->\n",
    "backslashes": "\\",
    "soft hyphens": "5\u00ad",
    "invisible characters": "5\u200b",
    "combining marks": "e\u0301",
    "emoji": "😀",
}

_TABLE = "| a | b | sum |\n|--:|--:|--:|\n"


class Row(NamedTuple):
    """What a kind of input took, by size; how it grew from the second size to the third."""

    name: str
    seconds: tuple[float, ...]

    @property
    def steepness(self) -> float:
        """How many times ten times the time ten times the input takes; 1 is in proportion."""
        return self.seconds[-1] / max(self.seconds[-2], 1e-4) / (SIZES[-1] / SIZES[-2])

    @property
    def is_steep(self) -> bool:
        """Whether it grows faster than the input, and enough to be seen."""
        return self.steepness > STEEP and self.seconds[-1] > NOTICEABLE


Read = Callable[[str], object]


def texts(size: int) -> Iterator[tuple[str, str]]:
    """Yield texts of a size, each of one kind, by its name."""
    for name, piece in _SENTENCES.items():
        text = (piece * (size // len(piece) + 1))[:size]
        yield name, (_TABLE + text if "table" in name else text)


def readers(folder: Path) -> dict[str, Read]:
    """Return what reads a text, by name."""
    workspace = Workspace.open(folder, cached=False)

    def draft(text: str, *, markdown: bool) -> object:
        report = workspace.draft(text, markdown=markdown)
        return renderer("json")([report]), renderer("html")([report]), renderer("text")([report], verbose=True)

    return {
        "plain draft": lambda text: draft(text, markdown=False),
        "Markdown draft": lambda text: draft(text, markdown=True),
        "mentions": lambda text: workspace.mentions(text, markdown=True),
        "separated values": lambda text: workspace.draft(text.replace("|", ","), sheet=True),
        "a statement": workspace.session.check_says,
        "claim file": lambda text: claims_from_text(text, "a.yaml"),
        "data": lambda text: _data(folder, text),
    }


def _data(folder: Path, text: str) -> object:
    found = []
    for name in ("a.json", "a.csv", "a.jsonl"):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        try:
            found.append(contents_of([path], folder))
        except Exception as problem:
            if type(problem).__name__ != "Problem":
                raise
    return found


def structured(size: int) -> Iterator[tuple[str, str, str]]:
    """Yield inputs that a reader takes for what they are: the reader, the kind, the input."""
    lines = size // 20
    claims = "".join(f"- id: c{n}\n  says: {n} + 1 = {n + 1}\n" for n in range(lines // 2))
    yield "claim file", "claims", f"claims:\n{claims}"
    yield (
        "claim file",
        "a list of premises",
        f"given: {{x: [{', '.join('1.5 kg' for _ in range(lines))}]}}\nclaims: []\n",
    )
    yield "claim file", "nested lists", "claims: " + "[" * size
    yield "claim file", "anchors", "claims: [&a [1], " + "*a, " * (size // 4) + "]"
    yield "claim file", "one long scalar", f"claims:\n- id: a\n  says: {'1' * size} = 1\n"
    rows = "".join(f"place{n},{n},{n * 2}\n" for n in range(size // 15))
    yield "separated values", "rows with a total", f"place,2020,2021\n{rows}"
    yield "data", "rows", f"place,a,b\n{rows}"
    yield "data", "a list", json.dumps([*range(size // 7)])
    yield "data", "a long line", "a,b\n" + "x" * size
    yield "data", "nested lists", "[" * size
    yield "plain draft", "a sum of many", f"In all, {size} came: {', '.join(str(n) for n in range(1, size // 5))}."


def measured(names: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Yield what each reader takes for each kind of input, by size; ``names`` are parts of the kinds wanted."""
    with TemporaryDirectory() as folder:
        known = readers(Path(folder))
        inputs = [[*_labelled(known, size)] for size in SIZES]
        for of_kind in zip(*inputs, strict=True):
            label = of_kind[0][0]
            if not names or any(part in label for part in names):
                yield Row(label, tuple(_seconds(read, text) for _, read, text in of_kind))


def _labelled(known: Mapping[str, Read], size: int) -> Iterator[tuple[str, Read, str]]:
    for reader, read in known.items():
        for name, text in texts(size):
            yield f"{reader}: {name}", read, text
    for reader, name, text in structured(size):
        yield f"{reader}: {name}", known[reader], text


def _seconds(read: Read, text: str) -> float:
    """Return the lesser time of two runs, of one where it is long."""
    taken = []
    for _ in range(2):
        gc.collect()
        start = time.process_time()
        found = read(text)
        taken.append(time.process_time() - start)
        assert not isinstance(found, Diagnostic) or found.message  # noqa: S101 - the result is used
        if taken[0] > NOTICEABLE:
            break
    return min(taken)
