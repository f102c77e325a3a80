"""The page in a real browser, with real clicks and keys."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from factcheck.serve.server import Server, running
from factcheck.workspace import Workspace
from tests.documents.made import docx, paragraph

from .browser import Desk, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROAD = "The road is 620 km (998 miles) long."
POLL = "Of the 1,600 people asked, 1,440 were in favour, or 80%."
CLUBS = "The 12 clubs spent $60 million, or $6 million each on average."
TEXT = f"{ROAD} The trail is 26 miles (42 km) long.\n\n{POLL}\n\n{CLUBS}\n"


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with chromium() as found:
        yield found


@pytest.fixture
def desk(browser: "Browser", server: Server) -> Iterator[Desk]:
    """Open the page, and see at the end that nothing went wrong in it."""
    context = browser.new_context(locale="en-GB", accept_downloads=True)
    context.set_default_timeout(20_000)
    found = Desk(context.new_page(), server.address)
    yield found
    assert found.faults == []
    context.close()


def test_a_text_is_marked_and_told_beside(desk: Desk) -> None:
    desk.write(TEXT)
    assert desk.summary == "10 numbers: 2 wrong, 1 worth a look, 1 verified, 6 used"
    assert desk.marked("wrong") == ["998 miles", "80%"]
    assert desk.marked("query") == ["$6 million"]
    assert desk.marked("verified") == ["42 km"]
    assert desk.headlines() == [
        "wrong · line 1 620 km is 385 miles, not 998 miles",
        "wrong · line 3 1,440 out of 1,600 is 90%, the draft says 80%",
    ]
    assert desk.headlines("query") == [
        "worth a look · line 5 $60 million divided by 12 is $5 million, the text says $6 million"
    ]


def test_marks_lie_under_their_letters(desk: Desk) -> None:
    """Both layers have the same letters at the same places, however lines are broken."""
    desk.write(f"{TEXT * 3}\n  \n\tindented 620 km (998 miles)\n{'word ' * 200}")
    rows = desk.page.locator("#under > div").all_text_contents()
    assert "\n".join(rows) == desk.text
    heights = desk.page.evaluate("['under', 'text'].map(id => document.getElementById(id).scrollHeight)")
    assert heights[0] == heights[1]


def test_findings_are_walked_through_with_keys_and_a_number_is_replaced_and_put_back(desk: Desk) -> None:
    desk.write(TEXT)
    desk.press("F8")
    assert "620 km = 385.3 miles (384.9 to 385.6)" in desk.chosen()
    assert desk.page.locator("#place").inner_text() == "1 of 3"
    assert desk.page.locator("#under .now").all_inner_texts() == ["998 miles"]
    assert desk.page.locator("#under .input").all_inner_texts() == ["620 km"]
    desk.press("F8")
    assert "1,440 ÷ 1,600 = 90%" in desk.chosen()
    desk.press("Shift+F8")
    desk.press("Control+Enter")
    desk.read()
    assert desk.text == TEXT.replace("998", "385")
    assert desk.marked("wrong") == ["80%"]
    desk.page.get_by_role("button", name="Undo").click()
    desk.read()
    assert desk.text == TEXT
    assert desk.marked("wrong") == ["998 miles", "80%"]


def test_with_the_mouse_too(desk: Desk) -> None:
    desk.write(TEXT)
    desk.page.get_by_role("button", name="1,440 out of 1,600").click()
    desk.page.get_by_role("button", name="Replace by 90%").click()
    desk.read()
    assert POLL.replace("80%", "90%") in desk.text
    desk.page.get_by_role("button", name="Next").click()
    assert desk.chosen().startswith("worth a look · line 5")
    desk.page.get_by_role("button", name="Next").click()
    assert desk.chosen().startswith("wrong · line 1 620 km is 385 miles")


def test_a_click_on_a_number_tells_how_it_was_derived(desk: Desk) -> None:
    desk.write(TEXT)
    box = desk.page.locator("#under .verified").bounding_box()
    assert box is not None
    desk.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert desk.chosen().startswith("verified · line 1 26 miles is 42 km, as the draft says")


def test_a_finding_is_ignored_with_a_reason_which_stands_in_the_text(desk: Desk) -> None:
    desk.write(TEXT)
    desk.press("F8")
    desk.press("Control+i")
    desk.page.keyboard.type("the author counts sea miles")
    desk.press("Enter")
    desk.read()
    assert f"{TEXT.splitlines()[0]} <!-- factcheck: ignore[FC613] -- the author counts sea miles -->\n" in desk.text
    assert desk.marked("ignored") == ["998 miles"]
    assert desk.headlines() == ["wrong · line 3 1,440 out of 1,600 is 90%, the draft says 80%"]


def test_what_is_typed_is_read_as_it_is_typed(desk: Desk) -> None:
    desk.page.locator("#text").click()
    desk.page.keyboard.type(POLL)
    desk.read()
    assert desk.marked("wrong") == ["80%"]
    desk.press("End")
    desk.press("ArrowLeft")
    desk.press("ArrowLeft")
    desk.press("Backspace")
    desk.press("Backspace")
    desk.page.keyboard.type("90")
    desk.read()
    assert desk.text == POLL.replace("80%", "90%")
    assert (desk.marked("wrong"), desk.marked("verified")) == ([], ["90%"])


HOSTILE = """<script>document.title = "run"</script> <img src=x onerror="document.title='run'"> 620 km (998 miles)
"><svg onload=alert(1)> {{7*7}} ${7*7} javascript:alert(1) \u202e 620 km (998 miles) \u202c \x1b[31m \u2028 &lt;b&gt;
"""


def test_hostile_text_stays_text(desk: Desk) -> None:
    desk.write(HOSTILE)
    assert desk.marked("wrong") == ["998 miles", "998 miles"]
    assert desk.page.title() == "Check the numbers of a text · factcheck"
    assert desk.page.locator("main script, main img, main svg, main b").count() == 0


def test_characters_that_are_none_move_no_mark(desk: Desk) -> None:
    desk.page.evaluate(
        """() => {
          const area = document.getElementById("text");
          area.value = "\\ud800 \\0 \\udc00\\ud800 620 km (998 miles) 🙂 26 miles (52 km) \\u202e";
          area.dispatchEvent(new Event("input"));
        }"""
    )
    desk.read()
    assert desk.marked("wrong") == ["998 miles", "52 km"]


def test_a_text_that_is_too_long_is_refused_and_the_page_goes_on(desk: Desk) -> None:
    desk.write(ROAD)
    desk.page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "9 km ".repeat(2_000_000));
          const paste = new ClipboardEvent("paste", {clipboardData: data, cancelable: true, bubbles: true});
          document.getElementById("text").dispatchEvent(paste);
        }"""
    )
    assert "at most 4,000,000 characters" in desk.page.locator("#trouble").inner_text()
    desk.write(POLL)
    assert desk.marked("wrong") == ["80%"]
    assert desk.page.locator("#trouble").inner_text() == ""


def test_the_language_of_the_page_is_changed_and_that_of_findings_is_the_texts(desk: Desk) -> None:
    desk.write(ROAD)
    desk.page.locator("#language").select_option("zh")
    assert desk.page.locator("h1").inner_text() == "核对文中的数字"
    assert desk.page.locator("html").get_attribute("lang") == "zh-Hans"
    assert desk.headlines() == ["wrong · 第1行 620 km is 385 miles, not 998 miles"]


def test_a_file_is_opened(desk: Desk) -> None:
    table = "Fuel,Depot A,Depot B\ndiesel,31,12\nhybrid,22,8\nelectric,14,30\nTotal,67,55\n"
    desk.page.locator("#file").set_input_files({"name": "buses.csv", "mimeType": "text/csv", "buffer": table.encode()})
    desk.holds(table)
    desk.read()
    assert desk.text == table
    assert desk.page.locator("#name").inner_text() == "buses.csv"


@pytest.mark.parametrize("language", ["en-GB", "zh-CN"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out_on_a_phone(
    language: str,
    dark: bool,  # noqa: FBT001 - a parameter
    browser: "Browser",
    server: Server,
) -> None:
    with browser.new_context(
        locale=language, color_scheme="dark" if dark else "light", viewport={"width": 390, "height": 800}
    ) as context:
        desk = Desk(context.new_page(), server.address)
        desk.page.locator("#try").click()
        desk.read()
        desk.press("F8")
        for one in desk.page.locator("details").all():
            one.evaluate("one => one.open = true")
        assert desk.page.evaluate("document.documentElement.scrollWidth") == 390
        assert desk.violations() == []


def test_another_number_is_tried_with_a_field_and_a_slider(desk: Desk) -> None:
    desk.write("More than 300,000 D1 chips would be needed for 100 exaflops.")
    desk.press("F8")
    desk.page.get_by_text("What if?").click()
    field = desk.page.get_by_role("textbox", name="D1.peak")
    field.fill("322")
    answer = desk.page.locator(".answer.verified")
    assert answer.inner_text().startswith("verified · 100 exaflops ÷ 322 TFLOP/s/D1 is 310,559")
    assert desk.page.locator(".sliders label").all_inner_texts()[-1] == "D1.peak → 322 TFLOP/s/D1"
    slider = desk.page.get_by_role("slider", name="D1.peak")
    assert slider.input_value() == "322"
    slider.focus()
    desk.press("End")
    desk.page.locator(".answer.wrong").wait_for()
    assert field.input_value() == "724"
    desk.page.get_by_role("button", name="Back to the text").click()
    assert (field.input_value(), desk.page.locator(".answer").inner_text()) == ("362", "")
    assert desk.text.startswith("More than 300,000")


def test_facts_are_looked_up(desk: Desk) -> None:
    desk.page.get_by_role("button", name="Look up").click()
    desk.page.keyboard.type("法国 人口 2021")
    desk.press("Enter")
    desk.page.locator("#known table").wait_for()
    assert "67842811" in desk.page.locator("#known").inner_text()
    desk.press("Escape")
    assert not desk.page.locator("#facts").is_visible()


def test_axe_finds_nothing_in_what_is_looked_up(desk: Desk) -> None:
    desk.page.get_by_role("button", name="Look up").click()
    desk.page.keyboard.type("D1")
    desk.press("Enter")
    desk.page.locator("#known table").wait_for()
    assert desk.violations() == []


@pytest.mark.parametrize(
    ("form", "name", "has"),
    [
        ("The text", "draft.txt", ROAD),
        ("The report as a page", "draft.html", "620 km is 385 miles, not 998 miles"),
        ("A claim file", "draft.yaml", "says: 'value = 998 mile'"),
    ],
)
def test_what_was_found_is_saved(form: str, name: str, has: str, desk: Desk) -> None:
    desk.write(ROAD)
    desk.page.get_by_text("Save", exact=True).click()
    with desk.page.expect_download() as waiting:
        desk.page.get_by_role("button", name=form).click()
    assert waiting.value.suggested_filename == name
    assert has in waiting.value.path().read_text(encoding="utf-8")


def test_what_is_being_written_beside_a_finding_stays_when_the_whole_was_read(desk: Desk) -> None:
    desk.write(TEXT)
    desk.page.locator("#text").press_sequentially(" ")
    desk.press("F8")
    desk.press("Control+i")
    desk.page.keyboard.type("sea miles")
    desk.read()
    assert desk.page.locator("#reason").input_value() == "sea miles"


def test_the_way_goes_on_where_a_finding_was_mended(desk: Desk) -> None:
    desk.write(TEXT)
    desk.press("F8")
    desk.press("F8")
    desk.press("Control+Enter")
    desk.read()
    desk.press("F8")
    assert desk.chosen().startswith("worth a look · line 5")


def test_a_picture_beside_a_copied_text_is_not_taken_for_a_file(desk: Desk) -> None:
    desk.page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "620 km (998 miles)");
          data.items.add(new File(["x"], "image.png", {type: "image/png"}));
          const paste = new ClipboardEvent("paste", {clipboardData: data, cancelable: true, bubbles: true});
          const goesOn = document.getElementById("text").dispatchEvent(paste);
          if (goesOn) document.execCommand("insertText", false, data.getData("text/plain"));
        }"""
    )
    desk.read()
    assert desk.marked("wrong") == ["998 miles"]


def test_a_file_is_dropped(desk: Desk) -> None:
    desk.page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["The road is 620 km (998 miles) long."], "road.txt"));
          for (const kind of ["dragenter", "dragover", "drop"])
            document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, cancelable: true, bubbles: true}));
        }"""
    )
    desk.page.locator("#name", has_text="road.txt").wait_for()
    desk.read()
    assert desk.marked("wrong") == ["998 miles"]


def test_a_word_document_is_opened_and_saved_with_comments(desk: Desk) -> None:
    data = docx(paragraph("The road.") + paragraph(ROAD))
    desk.page.locator("#file").set_input_files({"name": "road.docx", "mimeType": "", "buffer": data})
    desk.page.locator("#document").wait_for()
    desk.read()
    assert desk.headlines() == ["wrong · paragraph 2 620 km is 385 miles, not 998 miles"]
    desk.page.get_by_text("Save", exact=True).click()
    with desk.page.expect_download() as waiting:
        desk.page.get_by_role("button", name="Word as it was opened, with comments").click()
    assert waiting.value.suggested_filename == "road.docx"
    with ZipFile(waiting.value.path()) as archive:
        assert "620 km is 385 miles, not 998 miles" in archive.read("word/comments.xml").decode()


def test_who_changed_the_text_of_a_document_is_told_that_word_is_as_it_was_opened(desk: Desk) -> None:
    data = docx(paragraph(ROAD))
    desk.page.locator("#file").set_input_files({"name": "road.docx", "mimeType": "", "buffer": data})
    desk.read()
    desk.press("F8")
    desk.press("Control+Enter")
    desk.read()
    told = desk.page.locator("#kept")
    assert told.is_hidden()
    desk.page.get_by_text("Save", exact=True).click()
    with desk.page.expect_download() as waiting:
        desk.page.get_by_role("button", name="Word as it was opened, with comments").click()
    told.wait_for()
    assert "your changes on this page are not in it" in told.inner_text()
    with ZipFile(waiting.value.path()) as archive:
        text = archive.read("word/document.xml").decode()
        assert "998 miles" in text
        assert "385 miles" not in text
    desk.page.get_by_text("Save", exact=True).click()
    with desk.page.expect_download() as waiting:
        desk.page.get_by_role("button", name="Word with your changes, tracked").click()
    told.wait_for(state="hidden")
    with ZipFile(waiting.value.path()) as archive:
        text = archive.read("word/document.xml").decode()
    assert re.findall(r"<w:(?:delText|t) xml:space=\"preserve\">(\d+)<", text) == ["998", "385"]


def test_how_many_changes_have_no_place_in_word_is_told(desk: Desk) -> None:
    data = docx(paragraph(ROAD))
    desk.page.locator("#file").set_input_files({"name": "road.docx", "mimeType": "", "buffer": data})
    desk.read()
    desk.write(f"{ROAD}\n\nAnother road.")
    desk.page.get_by_text("Save", exact=True).click()
    with desk.page.expect_download():
        desk.page.get_by_role("button", name="Word with your changes, tracked").click()
    desk.page.get_by_text("Of your changes, 1 could not be put into the Word document").wait_for()
    desk.page.locator("#language").select_option("zh")
    desk.page.get_by_text("有1处改动无法写入Word文档").wait_for()


def test_why_a_file_is_not_read_is_told_in_the_language_of_the_page(desk: Desk) -> None:
    desk.page.locator("#language").select_option("zh")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    desk.page.locator("#file").set_input_files({"name": "road.docx", "mimeType": "", "buffer": locked})
    desk.page.get_by_text("文件有密码保护").wait_for()
    assert "无法读取“road.docx”：文件有密码保护。请去掉密码后另存" in desk.page.inner_text("body")
    desk.page.locator("#language").select_option("en")
    desk.page.get_by_text("it is protected by a password").wait_for()
    assert "cannot read `road.docx`: it is protected by a password; save it without" in desk.page.inner_text("body")
    desk.faults.clear()  # the browser tells of the refusal


def test_the_server_gone_is_told(browser: "Browser", tmp_path: Path) -> None:
    with running(Workspace.open(tmp_path, cached=False)) as server:
        page = browser.new_page(locale="en-GB")
        desk = Desk(page, server.address)
    desk.page.locator("#text").fill(ROAD)
    desk.page.get_by_text("The program does not answer").wait_for()
    assert desk.text == ROAD
    page.close()
