"""The page of a draft: complete, safe, and readable without a script."""

import html.parser
import re

import pytest

from factcheck.diagnostics import Diagnostic
from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftReport
from factcheck.proofread.draft import proofread
from factcheck.report.drafts.summary import summary_line
from factcheck.report.web.draft import pages, render
from factcheck.report.web.index import file_names
from factcheck.source import Place

WRONG = "On one charge the coach is good for 620 km (998 miles). The trail is 26 miles (42 km) long."
ZH = "园区占地300亩（约合30公顷）。男女比例为3:1，班上有男生28名、女生14名。"
HOSTILE = "<script>alert(1)</script> ]]> &amp; \x1b[31m \u202e 620 km (998 miles) <img src=x onerror=y>"


class Tags(html.parser.HTMLParser):
    """Collects tags, and checks that each one is closed."""

    VOID = frozenset({"meta", "br", "img", "link", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(text: str) -> Tags:
    found = Tags()
    found.feed(text)
    assert found.open == []
    return found


def page(text: str, engine: Engine) -> str:
    return render([proofread(text, engine, "draft.md")])


@pytest.mark.parametrize("text", [WRONG, ZH, HOSTILE, "", "No number here.", "a\n\n\n\nb 3 km\n"])
def test_a_page_is_well_formed_and_asks_for_nothing(engine: Engine, text: str) -> None:
    found = tags(page(text, engine))
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(found.seen)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name == "src"]


def test_hostile_text_is_shown_and_does_nothing(engine: Engine) -> None:
    shown = page(HOSTILE, engine)
    assert "&lt;script&gt;" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_the_text_stands_there_whole_with_its_numbers_marked(engine: Engine) -> None:
    shown = page(WRONG, engine)
    body = re.sub(r'<span class="tip".*?</span></span>', "</span>", shown.split('class="text">')[1].split("</main>")[0])
    assert re.sub(r"<[^>]+>", "", body).strip() == WRONG
    assert 'class="num wrong"' in shown
    assert 'class="num verified"' in shown


def test_each_problem_leads_to_its_place(engine: Engine) -> None:
    shown = page(WRONG, engine)
    for target in re.findall(r'href="#([^"]+)"', shown):
        assert f'id="{target}"' in shown


def test_a_chinese_draft_gets_a_chinese_page(engine: Engine) -> None:
    shown = page(ZH, engine)
    assert '<html lang="zh">' in shown
    assert "需要看的地方" in shown
    assert "What to look at" not in shown


def test_a_judged_ratio_is_marked_though_it_is_no_number(engine: Engine) -> None:
    assert re.search(r'class="num wrong"[^>]*>3:1', page(ZH, engine))


def test_what_is_not_surely_wrong_is_folded_away_below(engine: Engine) -> None:
    shown = page(f"{WRONG} The 12 clubs spent $60 million, or $6 million each on average.", engine)
    wrong, folded = shown.split('<details class="folded query">')
    assert "620 km is 385 miles, not 998 miles" in wrong
    assert "Worth a look, not sure enough to be called wrong: 1" in folded
    assert '<li class="query">' in folded.split("</details>")[0]


def test_the_page_counts_as_the_terminal_does(engine: Engine) -> None:
    report = proofread(f"{WRONG} The 12 clubs spent $60 million, or $6 million each on average.", engine, "draft.md")
    tags = re.findall(r'<li class="tag \w+">([^<]+)</li>', render([report]))
    assert summary_line(report) == f"8 numbers: {', '.join(tags)}"


def test_nothing_is_said_of_the_share_of_no_numbers(engine: Engine) -> None:
    page = render([proofread("Nobody counted.", engine)])
    assert "no numbers" in page
    assert "of the numbers" not in page


# many drafts


def several(engine: Engine) -> list[DraftReport]:
    """Return reports on a right text, one with two wrong numbers, one worth a look, one that cannot be read."""
    texts = {
        "right.md": "The trail is 26 miles (42 km) long.",
        "drafts/wrong <b>.md": f"{WRONG} The road is 400 km (500 miles) long.",
        "asked.md": "The 12 clubs spent $60 million, or $6 million each on average.",
    }
    read = [proofread(text, engine, path) for path, text in texts.items()]
    fault = Diagnostic("FC104", "not UTF-8: byte 0xff", Place("broken.md", 1, 1))
    return [*read, DraftReport("broken.md", "", "en", diagnostics=(fault,))]


def rows(shown: str) -> list[list[str]]:
    """Return the cells of the table as they read."""
    body = shown.partition("<tbody>")[2].partition("</tbody>")[0]
    return [[re.sub("<[^>]+>", "", cell) for cell in re.findall("<td>(.*?)</td>", row)] for row in body.splitlines()]


TOLD = [
    ["broken.md", "not UTF-8: byte 0xff", ""],
    ["drafts/wrong &lt;b&gt;.md", "2 wrong 1 verified 3 used 1 not covered", "86%"],
    ["asked.md", "1 worth a look 2 used", "100%"],
    ["right.md", "1 verified 1 used", "100%"],
]


def test_the_page_of_several_drafts_starts_with_a_table_the_worst_first(engine: Engine) -> None:
    shown = render(several(engine))
    tags(shown)
    assert rows(shown) == TOLD
    assert "<title>The numbers of 4 texts</title>" in shown
    for target in re.findall(r'href="#([^"]+)"', shown):
        assert shown.count(f'id="{target}"') == 1


def test_a_folder_of_pages_has_one_that_leads_to_the_others(engine: Engine) -> None:
    found = dict(pages(several(engine)))
    assert rows(found["index.html"]) == TOLD
    assert [*found][-1] == "index.html"  # written last, when what it leads to is there
    assert {*re.findall(r'<a href="([^"]+)"', found["index.html"])} == found.keys() - {"index.html"}
    for name, shown in found.items():
        tags(shown)
        assert re.fullmatch(r"[A-Za-z0-9._-]+\.html", name)
        assert name == "index.html" or '<a href="index.html">all texts</a>' in shown


def test_names_of_pages_are_safe_and_differ() -> None:
    paths = ["../../etc/passwd", "a/b.md", "a-b.md", "文章.md", "CON", "x" * 300, "", "a/b.md"]
    names = file_names([DraftReport(path, "", "en") for path in paths])
    assert len({name.casefold() for name in names}) == len(paths)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,90}\.html", name) for name in names)
    assert names[0].startswith("etc-passwd-")
    assert names[-1] == names[1].replace(".html", "-2.html")


def test_drafts_in_chinese_have_an_index_in_chinese(engine: Engine) -> None:
    shown = dict(pages([proofread(ZH, engine, "甲.md"), proofread(ZH, engine, "乙.md")]))["index.html"]
    assert "<h1>2篇文章中的数字</h1>" in shown
    assert '<html lang="zh">' in shown
