"""The page of a draft: complete, safe, and readable without a script."""

import html.parser
import re

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread
from factcheck.report.drafts.summary import summary_line
from factcheck.report.web.draft import render

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
