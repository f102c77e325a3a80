"""Small documents of each format: sound, one part of them damaged before it is packed, or the whole of them damaged.

A part that is damaged before it is packed reaches the reader of its format; a damaged archive only the one of archives.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape

from benchmarks.fuzz.makers.damage import damaged
from benchmarks.fuzz.makers.texts import splice
from tests.documents.made import (
    docx_parts,
    epub_parts,
    ods_parts,
    odt_parts,
    pdf,
    rtf,
    sheet_row,
    xlsx_parts,
    zipped,
)

SENTENCES = (
    "The road is 620 km (998 miles) long.",
    "Sales rose 20 % to 120 from 100, and fell by half in 2021.",
    "价格从400元涨到420元，涨幅为8%。",
    "In all, 30 came: 12 from Germany, 17 from France.",
)
WHOLE = 0.15
"""So often the whole of a packed document is damaged, not a part of it."""

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "big5", "cp1252", "cp1251", "shift_jis", "euc_kr")

Line = tuple[float, float, float, str]


class Packed(NamedTuple):
    """A format whose documents are archives of parts."""

    name: str
    parts: Callable[[Random], Mapping[str, str]]

    def make(self, random: Random) -> bytes:
        """Return a document, one part of it damaged, or the whole."""
        parts = self.parts(random)
        if random.random() < WHOLE:
            return damaged(zipped(parts), random)
        name = random.choice([*parts])
        return self.with_part(parts, name, damaged(parts[name].encode(), random))

    def with_part(self, parts: Mapping[str, str], name: str, data: bytes) -> bytes:
        """Return a document one part of which has these bytes."""
        return zipped({**parts, name: data})


def words(random: Random) -> str:
    """Return what may stand in a document: a sentence, or pieces; without signs that XML has no room for."""
    text = random.choice(SENTENCES) if random.random() < 0.7 else splice(random)
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def _marked(random: Random) -> str:
    return escape(words(random))


# Word


def _docx(random: Random) -> dict[str, str]:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    reference = '<w:r><w:commentReference w:id="4"/></w:r>'
    inside = "<w:tab/><w:noBreakHyphen/>" if random.random() < 0.3 else ""
    runs = [
        _run(random),
        f"{start}{_run(random)}{end}{reference}",
        f"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>{inside}<w:t>2</w:t></w:r>{note}",
        f"<w:ins>{_run(random)}</w:ins><w:del><w:r><w:delText>3</w:delText></w:r></w:del>",
        f"<w:r><w:drawing><w:txbxContent>{_word_paragraph(_run(random))}</w:txbxContent></w:drawing></w:r>",
        f"<w:hyperlink>{_run(random)}</w:hyperlink><m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>",
        _word_field(random),
    ]
    blocks = [_word_paragraph("".join(random.sample(runs, random.randint(1, 3)))) for _ in range(random.randint(1, 3))]
    if random.random() < 0.5:
        blocks.append(_word_table(random))
    said = random.choice(("ok: as told", "好：如此", "Is it so?", _marked(random)))
    return docx_parts(
        "".join(blocks),
        styles='<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>',
        footnotes=f'<w:footnote w:id="2">{_word_paragraph(_run(random))}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{_word_paragraph(_run(random))}</w:endnote>',
        comments=f'<w:comment w:id="4" w:author="Ann"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment>',
    )


def _run(random: Random) -> str:
    return f'<w:r><w:t xml:space="preserve">{_marked(random)}</w:t></w:r>'


def _word_paragraph(runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{runs}</w:p>'


def _word_field(random: Random) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>=998</w:instrText></w:r>{separate}{_run(random)}{end}"


def _word_table(random: Random) -> str:
    span = f'<w:tcPr><w:gridSpan w:val="{random.choice((1, 2, 99999))}"/></w:tcPr>'
    rows = (
        "".join(
            f"<w:tc>{span * (random.random() < 0.1)}<w:p><w:r><w:t>{n}</w:t></w:r></w:p></w:tc>" for n in _row(random)
        )
        for _ in range(random.randint(1, 4))
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _row(random: Random) -> list[str]:
    return ["Total", *(f"{random.randint(0, 9999):,}" for _ in range(3))]


# OpenDocument


def _odt(random: Random) -> dict[str, str]:
    note = (
        '<text:note text:note-class="footnote"><text:note-body>'
        f"<text:p>{_marked(random)}</text:p></text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box><text:p>{_marked(random)}</text:p></draw:text-box></draw:frame>"
    spans = '<text:span text:style-name="T1">2</text:span><text:s text:c="3"/><text:tab/>'
    item = f"<text:list><text:list-item><text:p>{_marked(random)}</text:p></text:list-item></text:list>"
    rows = _open_rows(random, lambda text: f"<table:table-cell><text:p>{text}</text:p></table:table-cell>")
    above = '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    blocks = [
        f"<text:h>{_marked(random)}</text:h>",
        f"<text:p>{_marked(random)}{note}{box}{spans}</text:p>",
        item,
        f"<table:table>{rows}</table:table>",
    ]
    return odt_parts("".join(random.sample(blocks, random.randint(1, 4))), above)


def _ods(random: Random) -> dict[str, str]:
    def cell(text: str) -> str:
        often = f' table:number-columns-repeated="{random.choice((2, 40))}"' if random.random() < 0.05 else ""
        return f'<table:table-cell{often} office:value="1"><text:p>{text}</text:p></table:table-cell>'

    gap = '<table:table-row table:number-rows-repeated="1000"><table:table-cell/></table:table-row>'
    sheets = (
        f'<table:table table:name="{name}">{_open_rows(random, cell)}{gap}{_open_rows(random, cell)}</table:table>'
        for name in ("Costs", "1月")
    )
    return ods_parts("".join(sheets))


def _open_rows(random: Random, cell: Callable[[str], str]) -> str:
    rows = ("".join(map(cell, _row(random))) for _ in range(random.randint(1, 4)))
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)


# workbooks and books

_FORMATS = ("0.0%", "#,##0.00;(#,##0.00)", '"$"#,##0', "d/m/yyyy", "# ?/?", "0.00E+00", "[$€-407]#,##0,,", "@;@;@;@")


def _xlsx(random: Random) -> dict[str, str]:
    formats = random.sample(_FORMATS, 3)
    codes = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for at, code in enumerate(formats)
    )
    looks = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 3, 14, 164, 165, 166))

    def cell() -> str:
        value = random.choice((str(random.randint(0, 10**6)), repr(random.random()), "1E-7", "9" * 400, "-45000.5"))
        return f'<c s="{random.randint(0, 6)}"><v>{value}</v></c>'

    rows = [
        sheet_row(
            at, '<c t="s"><v>0</v></c>', cell(), f'<c t="inlineStr"><is><t>{_marked(random)}</t></is></c>', cell()
        )
        for at in range(1, random.randint(2, 6))
    ]
    return xlsx_parts(
        "".join(rows),
        sheet_row(3, cell(), '<c t="b"><v>1</v></c>'),
        styles=f"<numFmts>{codes}</numFmts><cellXfs>{looks}</cellXfs>",
        strings=f"<si><r><t>{_marked(random)}</t></r><r><t>th</t></r></si>",
    )


def _epub(random: Random) -> dict[str, str]:
    return epub_parts(*(_page(random) for _ in range(random.randint(1, 3))))


# pages, and other documents that are one file


def _page(random: Random) -> str:
    rows = ("".join(f"<td>{text}</td>" for text in _row(random)) for _ in range(random.randint(1, 4)))
    span = f"<td colspan={random.choice((2, 99999))} rowspan={random.choice((2, 99999))}>5</td>"
    blocks = [
        f"<h1>{_marked(random)}</h1>",
        f"<p>{_marked(random)}<sup>2</sup><a href=x>6</a><br>{_marked(random)}</p>",
        f"<ul><li>{_marked(random)}<li>7</ul>",
        f"<table><caption>8</caption>{''.join(f'<tr>{row}' for row in rows)}<tr>{span}</table>",
        "<!-- factcheck: ignore[FC601] -- rounded -->",
        "<nav>9</nav><script>10</script><pre>11</pre>",
    ]
    return "".join(random.sample(blocks, random.randint(1, 6)))


def page(random: Random) -> bytes:
    """Return a web page, damaged, in some encoding, which it tells or not."""
    encoding = random.choice(ENCODINGS)
    told = f'<meta charset="{encoding}">' if random.random() < 0.5 else ""
    whole = f"<html><head><title>12</title>{told}</head><body><article>{_page(random)}</article></body></html>"
    return damaged(whole.encode(encoding, "xmlcharrefreplace"), random)


def rich_text(random: Random) -> bytes:
    """Return a document in Rich Text Format, damaged."""

    def text() -> str:
        signs = (sign if sign not in "\\{}" else f"\\{sign}" for sign in words(random))
        units = "".join(signs).encode("utf-16-le", "replace")
        pairs = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
        return "".join(chr(unit) if 0 < unit < 128 else f"\\u{unit}?" for unit in pairs)

    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row "
    blocks = [
        rf"\pard\outlinelevel0 {text()}\par ",
        rf"\pard {text()}{{\super 2}}{{\b {text()}}}{{\footnote\pard {text()}\par}}\par ",
        row.format("Total", "1,204") + row.format(text(), "5"),
        rf"\pard{{\shp{{\*\shpinst{{\sp 99}}{{\shptxt\pard {text()}\par}}}}}}\pard ",
        r"{\f1 \'b9\'ab\'c2\'b7}620{\v 99}{\field{\*\fldinst HYPERLINK 9}{\fldrslt 620 km}}\bin5 12345\line ",
    ]
    return damaged(rtf("".join(random.sample(blocks, random.randint(1, 5)))), random)


def printed(random: Random) -> bytes:
    """Return a PDF, what its pages show damaged, or the whole of it."""
    escaped = str.maketrans({sign: f"\\{sign}" for sign in "()\\"})

    def shown(at: int) -> list[Line]:
        texts = [words(random) for _ in range(random.randint(1, 4))]
        left = random.choice((50.0, 320.0))
        found = [(left, 100.0 + 12 * n, random.choice((6.0, 10.0, 20.0)), text) for n, text in enumerate(texts)]
        cells = [(50.0 + 100 * n, 300.0, 10.0, text) for n, text in enumerate(_row(random))]
        return [(x, y + at, size, text.translate(escaped)) for x, y, size, text in (*found, *cells)]

    pages = [shown(at) for at in range(random.randint(1, 3))]
    whole = random.random() < WHOLE
    lines = pages if whole else [[_torn(line, random) for line in page] for page in pages]
    found = pdf(*([_printable(line) for line in page] for page in lines))
    return damaged(found, random) if whole else found


def _torn(line: Line, random: Random) -> Line:
    *place, text = line
    return (*place, damaged(text.encode(), random).decode("latin-1")) if random.random() < 0.2 else line  # type: ignore[return-value]


def _printable(line: Line) -> Line:
    *place, text = line
    return (*place, text.encode("latin-1", "replace").decode("latin-1"))  # type: ignore[return-value]


def foreign(random: Random) -> bytes:
    """Return a text in some encoding, damaged."""
    text = "\n\n".join(words(random) for _ in range(random.randint(1, 4)))
    return damaged(text.encode(random.choice(ENCODINGS), "replace"), random)


PACKED = {
    one.name: one
    for one in (
        Packed("article.docx", _docx),
        Packed("article.odt", _odt),
        Packed("book.ods", _ods),
        Packed("book.xlsx", _xlsx),
        Packed("book.epub", _epub),
    )
}
"""By the names that tell their readers."""

MAKERS: dict[str, Callable[[Random], bytes]] = {
    **{name: one.make for name, one in PACKED.items()},
    "article.rtf": rich_text,
    "article.html": page,
    "article.pdf": printed,
    "article.txt": foreign,
    "article.md": foreign,
}
