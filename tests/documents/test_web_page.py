"""Web pages: the article is read, and what is around it is not."""

from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import Document, document

from .made import epub_parts, opened, places, saved, zipped

LONG = "It was planned for ten years, argued about for five, and built in two, as the minister said."


def page(body: str, name: str = "article.html") -> Document:
    return opened(f"<!doctype html><html><head><title>News</title></head><body>{body}</body></html>".encode(), name)


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("The road\n  is <b>6</b>20&nbsp;km", "The road is 620\u00a0km"),
        ("10<sup>6</sup> people", "10⁶ people"),
        ('$2 billion<sup><a href="#n1">1</a></sup> it cost', "$2 billion it cost"),
        ("<del>530</del><ins>620</ins> km", "620 km"),
        ("run <code>head -n 5</code> first", "run … first"),
        ('620<span style="display: none">0</span> km', "620 km"),
        ("one<br>two", "one\ntwo"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
    ],
)
def test_what_is_shown_inside_a_line(inside: str, shown: str) -> None:
    assert page(f"<p>{inside}</p>").text.replace("  ", " ") == shown


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Menu 12</nav><article>{}</article><aside>More: 99 km</aside>",
        '<div class="site-nav">Menu 12</div><div><div class="text">{}</div><div id="sidebar">99 km</div></div>',
        '<header role="banner">Menu 12</header><main>{}</main><footer>12 Main Street</footer>',
        "<div>Menu 12</div><div>{}</div><script>var x = 99;</script>",
    ],
)
def test_menus_and_the_like_are_no_part_of_the_article(around: str) -> None:
    text = "".join(f"<p>{LONG}</p>" for _ in range(3))
    assert page(around.format(text)).text == "\n\n".join([LONG] * 3)


def test_a_headline_outside_of_the_article_is_read() -> None:
    found = page(f"<header><h1>A new road</h1></header><article><p>{LONG}</p></article>")
    assert places(found)[0] == ("paragraph 1", "A new road")


def test_a_page_without_an_article_is_read_as_a_whole() -> None:
    assert page("<div>620 km</div><div>385 miles</div>").text == "620 km\n\n385 miles"


def test_a_table_has_the_names_of_its_cells() -> None:
    top = '<tr><th rowspan="2">Region</th><th colspan="2">Sales</th></tr>'
    head = f"<thead>{top}<tr><th>2023</th><th>2024</th></tr></thead>"
    found = page(f"<table><caption>Sales</caption>{head}<tr><td>North<td>1,204<td>1,310</table>")
    assert found.text == "Sales\n\nRegion | Sales | \n | 2023 | 2024\nNorth | 1,204 | 1,310"
    assert places(found)[-1] == ("table 1, cell C3", "1,310")


def test_a_table_that_places_text_is_no_table() -> None:
    found = page("<table><tr><td><table><tr><td>a</td><td>1</td></tr></table></td><td>620 km</td></tr></table>")
    assert found.structure is not None
    assert [len(rows[0]) for rows in found.structure.tables] == [2]
    assert places(found)[-1] == ("paragraph 1", "620 km")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Prices rose 8 percent to $420 from $400. <!-- factcheck: ignore -- it is rounded --></p>",
        "<p>Prices rose 8 percent to $420 from $400.</p> <!-- factcheck: ignore -- it is rounded -->",
        "<!-- factcheck: ignore -- it is rounded -->\n<p>Prices rose 8 percent to $420 from $400.</p>",
    ],
)
def test_a_comment_in_the_page_lets_a_number_be(body: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, "article.html", f"<p>It went up.</p>\n{body}<p>All of them.</p>".encode())
    assert main(["draft", str(path)]) == 0
    assert "1 ignored" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("gb2312", "gb18030"), ("big5", "big5"), ("iso-8859-1", "cp1252"), ("shift_jis", "shift_jis")],
)
def test_the_encoding_that_a_page_declares_is_taken(name: str, encoding: str) -> None:
    text = {
        "gb18030": "公路全长620公里",
        "big5": "公路全長620公里",
        "cp1252": "Die Straße: 620 km",
        "shift_jis": "道路 620 km",
    }[encoding]
    data = f'<html><head><meta charset="{name}"></head><body><p>{text}</p></body></html>'.encode(encoding)
    assert opened(data, "article.htm").text == text


def test_a_page_that_nests_too_deep_is_refused_or_read() -> None:
    found = document(b"<div>" * 5_000 + b"620 km", "article.html")
    assert not isinstance(found, Diagnostic) or found.code in {"FC111", "FC119"}


def test_nothing_of_a_page_is_fetched_or_run() -> None:
    outside = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd"><html><body><img src="http://127.0.0.1:9/a.png">'
    assert opened(f"{outside}<p>620 km</p></body></html>".encode(), "article.html").text == "620 km"


def test_the_chapters_of_a_book_are_read_in_their_order() -> None:
    found = opened(zipped(epub_parts("<h1>One</h1><p>620 km</p>", "", "<p>385&nbsp;miles</p>")), "book.epub")
    assert places(found) == [
        ("chapter 1, paragraph 1", "One"),
        ("chapter 1, paragraph 2", "620 km"),
        ("chapter 2, paragraph 1", "385\u00a0miles"),
    ]


def test_a_book_that_is_sealed_is_refused() -> None:
    seal = '<encryption><EncryptionMethod xmlns="http://www.w3.org/2001/04/xmlenc#" Algorithm="aes256"/></encryption>'
    found = document(zipped({"META-INF/encryption.xml": seal}), "book.epub")
    assert isinstance(found, Diagnostic)
    assert found.code == "FC120"
