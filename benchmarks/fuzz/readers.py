"""Texts and files of any kind, made of pieces and of damaged real ones: each reader reads them, or says why not."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.article.check_file import check_bytes
from factcheck.loader.config import settings_from
from factcheck.loader.data.named import contents_of
from factcheck.loader.documents import document
from factcheck.loader.packs import load_pack
from factcheck.mcp.desk import Desk
from factcheck.mcp.pieces import Refused
from factcheck.report.drafts import renderer
from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[2]
FORMATS = ("json", "html", "text", "markdown", "jsonl", "sarif", "junit", "github", "gitlab", "concise")

PIECES = [
    *"0123456789.,:;%$€£()[]{}*_`~|<>#&\\/-–—…\"'“”‘’「」，。、：；（）\n\t\0\u200b\u200f\u00ad\ufeff\u2028",
    *(
        "1e400",
        "1e-400",
        "2×10^400",
        "10^",
        "9" * 60,
        "9" * 400,
        "½",
        "±",
        " million",
        "bn",
        "k",
        "kg",
        " km/h",
        "percent",
    ),
    *(
        "half of ",
        "twice ",
        "rose ",
        "fell to ",
        "from ",
        "to ",
        "of ",
        "and ",
        "per ",
        "total ",
        "up ",
        "than ",
        "TOP ",
    ),
    *(
        "万",
        "亿",
        "余",
        "多",
        "一",
        "十",
        "百分之",
        "约",
        "至",
        "倍",
        "成",
        "半",
        "第",
        "年",
        "元",
        "同比增长",
        "其中",
        "分别",
    ),
    *(
        "D1 ",
        "H100 ",
        "Germany",
        "GDP ",
        "2021 ",
        "May 5",
        "p < .05",
        "t(28) = 2.20",
        "95% CI ",
        "n = 30",
        "respectively",
    ),
    *(
        "| ",
        "\n|--:|",
        "\n\n# ",
        "\n- ",
        "\n> ",
        "<!-- ",
        " -->",
        "](",
        "](b)",
        "[a]: b\n",
        "factcheck: ignore",
        "```\n",
    ),
    *(
        "<table><tr><td>5</td>",
        "</table>",
        "&#53;",
        "&nbsp;",
        "&#",
        "<sup>2</sup>",
        "<b",
        "\r\n",
        "---\n",
        "title: x\n",
    ),
]
"""What texts are spliced of: what means something to some reader, whole or half."""

SIGNS = [
    *"()[]{}^/*-=~:.,\"'#%@|>&!\n\t\0 ",
    "万",
    "约",
    "0",
    "9" * 30,
    "1e300",
    "derive(",
    "D1.peak",
    " in ",
    "&a [*a]",
    "超过",
]
"""What is put into files that were sound."""


class Input(NamedTuple):
    """What a reader is given: its name, and the bytes of a text or file."""

    reader: str
    data: bytes


def inputs(seed: str, *names: str) -> Iterator[Input]:
    """Yield inputs for these readers without end, for all when none are named."""
    for n in count():
        random = Random(f"{seed}:{n}")
        name = random.choice(names or [*MAKERS])
        yield Input(name, MAKERS[name](random))


# inputs


def spliced(random: Random) -> bytes:
    """Return a text of pieces, some of them many times over."""
    pieces = (
        random.choice(PIECES) * random.choice((1, 1, 1, 2, random.randint(1, 40))) for _ in range(random.randint(0, 30))
    )
    return "".join(pieces).encode()


@cache
def _pages() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))


def part_of_a_page(random: Random) -> bytes:
    """Return some paragraphs of this project's pages, damaged."""
    page = random.choice(_pages())
    start = random.randrange(len(page))
    return damaged(page[start : start + random.randint(100, 2000)].encode(), random)


def claims(random: Random) -> bytes:
    """Return the head of the example's claim file with a few of its claims, damaged."""
    head, *rest = (ROOT / "claims/dojo.yaml").read_bytes().split(b"\n- id: ")
    first = random.randrange(len(rest))
    return damaged(b"\n- id: ".join([head, *rest[first : first + 4]]), random)


def things(random: Random) -> bytes:
    """Return a file of things of a pack, damaged."""
    return damaged((ROOT / "rules/compute/things/tesla-dojo.yaml").read_bytes(), random)


def rules(random: Random) -> bytes:
    """Return a file of rules, damaged."""
    return damaged(random.choice(sorted((ROOT / "rules").glob("*/*.yaml"))).read_bytes(), random)


def settings(random: Random) -> bytes:
    """Return settings, damaged."""
    sound = b'claims = ["claims"]\nfail-on = "wrong"\n[hedges]\nabout = "10 %"\n[codes]\nFC613 = "off"\n'
    return damaged(sound + b'[[ignore]]\ncode = "FC401"\nreason = "x"\nuntil = "2026-01-01"\n', random)


def table(random: Random) -> bytes:
    """Return separated values, damaged."""
    rows = [",".join(str(random.randint(0, 10**6)) for _ in range(4)) for _ in range(random.randint(0, 20))]
    return damaged(
        "\n".join(["place,2020,2021,total", *(f"p{n},{row}" for n, row in enumerate(rows))]).encode(), random
    )


def objects(random: Random) -> bytes:
    """Return JSON, damaged."""
    found = {
        "runs": [{"ms": random.random() * 10 ** random.randint(-5, 20), "n": n} for n in range(random.randint(0, 9))]
    }
    return damaged(json.dumps(found).encode(), random)


def database(random: Random) -> bytes:
    """Return a database, damaged."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create table sales (place text, n integer)")
        connection.executemany("insert into sales values (?, ?)", [("a", 1), ("b", 2)])
        return damaged(connection.serialize(), random)


def word(random: Random) -> bytes:
    """Return a Word document, one of its parts damaged, or the whole of it."""
    if random.random() < 0.2:
        return damaged(_packed(WORD), random)
    part = random.choice([*WORD])
    return _packed({**WORD, part: damaged(WORD[part], random)})


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEXT = "<w:p><w:r><w:t>The road is 620 km (998 miles) long.</w:t></w:r></w:p>"
_CELL = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
WORD = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_TYPES}"><Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    ).encode(),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATED}">'
        f'<Relationship Id="r" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
    ).encode(),
    "word/document.xml": f"<w:document {_W}><w:body>{_TEXT}{_CELL}</w:body></w:document>".encode(),
}
"""The parts of a Word document with a paragraph and a table."""


def _packed(parts: dict[str, bytes]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return found.getvalue()


def damaged(data: bytes, random: Random) -> bytes:
    """Return bytes after a few accidents: a flipped bit, a part deleted, doubled or moved, signs put in."""
    for _ in range(random.randint(0, 6)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.randint(1, 60))
        part = data[start:end]
        kind = random.choice(("flip", "delete", "double", "move", "insert", "insert"))
        if kind == "flip" and part:
            data = data[:start] + bytes([part[0] ^ (1 << random.randrange(8))]) + data[start + 1 :]
        elif kind == "insert":
            data = data[:start] + random.choice(SIGNS).encode() + data[start:]
        elif kind == "double":
            data = data[:end] + part * random.randint(1, 20) + data[end:]
        else:
            rest = data[:start] + data[end:]
            middle = random.randrange(len(rest) + 1)
            data = rest if kind == "delete" else rest[:middle] + part + rest[middle:]
    return data


MAKERS: dict[str, Callable[[Random], bytes]] = {
    "splices": spliced,
    "pages": part_of_a_page,
    "claims": claims,
    "things": things,
    "rules": rules,
    "settings": settings,
    "a.csv": table,
    "a.json": objects,
    "a.db": database,
    "a.docx": word,
    "statements": spliced,
    "questions": spliced,
}


class Readers:
    """The readers of a project in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder."""
        self.folder = folder
        self.workspace = Workspace.open(folder, cached=False)
        self.desk = Desk(folder)
        self.count = 0

    def check(self, given: Input) -> tuple[str, str]:
        """Read an input; what is wrong with the outcome is told, what raises is a fault."""
        self.count += 1
        match given.reader:
            case "splices" | "pages":
                return given.reader, self._draft(given.data.decode("utf-8", "replace"))
            case "claims":
                check_bytes(given.data, "a.yaml", self.workspace.session, {})
            case "things" | "rules":
                self._pack(given)
            case "settings":
                settings_from(given.data, self.folder / "factcheck.toml", self.folder)
            case "a.docx":
                self._document(given.data, "a.docx")
            case "statements":
                self.workspace.session.check_says(given.data.decode("utf-8", "replace")[:300])
            case "questions":
                self._questions(given.data.decode("utf-8", "replace")[:300])
            case name:
                self._data(given.data, name)
        return given.reader, ""

    def _draft(self, text: str) -> str:
        markdown = self.count % 2 == 0
        report = self.workspace.draft(text, markdown=markdown)
        renderer(FORMATS[self.count % len(FORMATS)])([report], verbose=True)
        self.workspace.mentions(text, markdown=markdown)
        places = [(one.start, one.end, one.text) for one in report.numbers]
        places += [(one.start, one.end, one.text) for one in report.findings]
        return next((f"{words} is not there" for start, end, words in places if text[start:end] != words), "")

    def _pack(self, given: Input) -> None:
        own = self.folder / "rules/own"
        (own / "things").mkdir(parents=True, exist_ok=True)
        path = own / ("things/a.yaml" if given.reader == "things" else "a.yaml")
        path.write_bytes(given.data)
        load_pack(own, self.folder)
        path.unlink()

    def _data(self, data: bytes, name: str) -> None:
        path = self.folder / name
        path.write_bytes(data)
        try:
            (found,) = contents_of([path], self.folder)
            report = self.workspace.draft("The total of p1 in 2021 was 12.")
            self.workspace.with_data(report, [found])
        except Problem:
            pass
        path.unlink()

    def _document(self, data: bytes, name: str) -> None:
        self.workspace.draft_document(document(data, name))

    def _questions(self, text: str) -> None:
        ask = self.desk
        for question in (lambda: ask.facts(text, ""), lambda: ask.derive(text, text), lambda: ask.explain(text)):
            with suppress(Problem, Refused):
                question()
