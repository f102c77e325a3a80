"""What the page is told: the words of the report, at the places where a browser finds them."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from factcheck.loader.files import MAX_BYTES
from factcheck.report.drafts.summary import summary_line
from factcheck.serve import tabs
from factcheck.serve.requests import MAX_BODY
from tests.documents.made import docx, paragraph

from .conftest import Client

ROAD = "The road is 620 km (998 miles) long."


def in_utf16(text: str, start: int, end: int) -> str:
    """Return what a browser has between two places."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_a_finding_is_told_in_the_words_of_the_report(client: Client) -> None:
    told = client.draft(ROAD)
    report = client.server.desk.tabs.get("t").report
    [one] = told["findings"]
    assert told["summary"] == summary_line(report) == "2 numbers: 1 wrong, 1 used"
    assert (one["label"], one["status"], one["code"], one["line"]) == ("wrong", "wrong", "FC613", 1)
    assert one["message"] == report.findings[0].message == "620 km is 385 miles, not 998 miles"
    assert one["correction"] == "385 miles"
    assert one["details"] == [
        ["derived", "620 km = 385.3 miles (384.9 to 385.6)", ""],
        ["right if", "620 km were 1606 km", ""],
    ]
    assert told["marks"] == [[12, 18, "used", None], [20, 29, "wrong", 0]]


def test_a_chinese_text_is_told_of_in_chinese(client: Client) -> None:
    told = client.draft("法国2021年人口为6050万。")
    [one] = told["findings"]
    assert (told["language"], one["label"]) == ("zh", "错误")
    assert one["message"] == "据来源，2021年法国的人口是6784万，文中写的是6050万"
    assert one["correction"] == "6784万"
    label, source, url = one["details"][-1]
    assert (label, url[:8]) == ("来源", "https://")
    assert "World Bank" in source


def test_places_count_as_browsers_do(client: Client) -> None:
    text = f"🙂🙂 {ROAD}"
    told = client.draft(text)
    assert [in_utf16(text, *mark[:2]) for mark in told["marks"]] == ["620 km", "998 miles"]
    [one] = told["findings"]
    assert in_utf16(text, *one["inputs"][0]) == "620 km"
    ignored = client.post("ignore", tab="t", revision=told["revision"], finding=0, reason="sea miles").data
    assert ignored["at"] == len(text) + 2


@pytest.mark.parametrize(
    "text", ["\ud800 620 km (998 miles)", "620 km (998 miles)\udfff", "\x00620 km (998 miles)\x1b[31m"]
)
def test_characters_that_are_none_change_no_place(text: str, client: Client) -> None:
    [one] = client.draft(text)["findings"]
    assert text[one["start"] : one["end"]] == "998 miles"


def test_what_would_turn_a_line_round_is_written_out_in_messages(client: Client) -> None:
    told = client.draft("Sales rose 25% from $40 million\u202e to $54 million <b>.")
    assert "\u202e" not in json.dumps(told, ensure_ascii=False)


def test_an_edit_is_read_where_it_is_and_the_whole_when_asked(client: Client) -> None:
    far = "\n\nNothing is counted here, and much is said of it by those who like to say much.\n\n" * 60
    client.draft(f"{ROAD}{far}It rose 5%.", tab="edit")
    told = client.draft(f"{ROAD}{far}It rose 6%, and is 26 miles (42 km) long.", tab="edit", whole=False)
    assert [one["message"] for one in told["findings"]] == [
        "620 km is 385 miles, not 998 miles",
        "26 miles is 42 km, as the draft says",
    ]
    again = client.draft(f"{ROAD}{far}It rose 6%, and is 26 miles (42 km) long.", tab="edit")
    assert again["findings"] == told["findings"]
    assert again["revision"] == told["revision"] + 1


def test_a_finding_of_an_earlier_report_is_not_taken_for_one_of_the_last(client: Client) -> None:
    told = client.draft(ROAD, tab="old")
    client.draft(f"Newer. {ROAD}", tab="old")
    for revision, finding, tab in ((told["revision"], 0, "old"), (told["revision"] + 1, 7, "old"), (1, 0, "unknown")):
        answer = client.post("ignore", tab=tab, revision=revision, finding=finding, reason="because")
        assert (answer.status, answer.data) == (409, {"word": "outdated"})


def test_a_text_that_was_overtaken_is_not_read(client: Client) -> None:
    newer = client.post("draft", tab="fast", name="", text=ROAD, whole=False, serial=2)
    older = client.post("draft", tab="fast", name="", text="Older.", whole=True, serial=1)
    assert (newer.status, older.status, older.data) == (200, 409, {"word": "outdated"})
    assert client.server.desk.tabs.get("fast").report.text == ROAD


def test_an_ignore_is_a_comment_of_the_draft_that_hides_the_finding(client: Client) -> None:
    text = f"{ROAD}\nNext line."
    told = client.draft(text, tab="ignore")
    reason = "sea miles --> <script> -- he says"
    written = client.post("ignore", tab="ignore", revision=told["revision"], finding=0, reason=reason).data
    assert written["at"] == len(ROAD)
    assert written["text"] == " <!-- factcheck: ignore[FC613] -- sea miles –  script – he says -->".replace("–  ", "– ")
    [one] = client.draft(text[: written["at"]] + written["text"] + text[written["at"] :], tab="ignore")["findings"]
    assert (one["status"], one["details"]) == ("ignored", [["ignored", "sea miles – script – he says", ""]])


def test_an_ignore_needs_a_reason(client: Client) -> None:
    told = client.draft(ROAD, tab="mute")
    answer = client.post("ignore", tab="mute", revision=told["revision"], finding=0, reason="  ")
    assert (answer.status, answer.data) == (422, {"word": "no-reason"})


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"{}", b'{"tab": 1}', b"[" * 100_000, b"\xff", b'{"tab":"a","name":"","text":"","whole":1}'],
)
def test_what_is_no_question_is_refused(body: bytes, client: Client) -> None:
    answer = client.ask("POST", "draft", body, content_type="application/json")
    assert (answer.status, answer.data) == (400, {"word": "not-understood"})


def test_sizes_are_bounded(client: Client) -> None:
    answer = client.post("draft", tab="big", name="", text="9 " * (MAX_BYTES // 2 + 1), whole=True, serial=0)
    assert (answer.status, answer.data) == (413, {"word": "too-long"})
    with pytest.raises(KeyError):
        client.server.desk.tabs.known["big"]
    longer = client.ask("POST", "open?name=a.txt", b"9" * (MAX_BODY + 1), content_type="application/octet-stream")
    assert longer.status == 422
    assert longer.data["told"]["en"]["what"] == "a.txt: file too large: more than 4 MB"


def test_drafts_that_are_not_used_make_room(client: Client) -> None:
    for number in range(tabs.MOST + 5):
        client.draft("A line.", tab=f"many-{number}")
    assert len(client.server.desk.tabs.known) == tabs.MOST
    assert client.draft(ROAD, tab="many-0")["findings"]


def opened(client: Client, name: str, data: bytes) -> tuple[int, dict[str, Any]]:
    answer = client.ask("POST", f"open?name={name}", data, content_type="application/octet-stream")
    return answer.status, answer.data


def test_files_are_read_as_by_the_command(client: Client) -> None:
    assert opened(client, "a.md", b"\xef\xbb\xbf# T\n") == (200, {"name": "a.md", "text": "# T\n", "remarks": []})
    assert opened(client, "..%2F..%2Fb.txt", b"x") == (200, {"name": "b.txt", "text": "x", "remarks": []})
    status, told = opened(client, "c.doc", b"x")
    assert status == 422
    assert told["told"] == {
        "en": {
            "what": "cannot read `c.doc`: its format is too old, or of one program only",
            "cure": "save it as `.docx`",
        },
        "zh": {
            "what": "无法读取“c.doc”：文件格式太旧，或只有某一种程序能打开",
            "cure": "请用Word、WPS等办公软件打开，另存为.docx格式",
        },
    }


def test_a_table_of_values_is_read_as_one(client: Client) -> None:
    table = "Fuel,Depot A,Depot B\ndiesel,31,12\nhybrid,22,8\nelectric,14,30\nTotal,64,50\n"
    told = client.draft(table, tab="csv", name="buses.csv")
    assert "12 + 8 + 30 = 50, as the draft says" in [one["message"] for one in told["findings"]]
    assert client.draft(table, tab="csv")["findings"] == []


SALES = "Sales rose 25% from $40 million to $54 million."


def test_levers_are_told_with_the_values_to_try(client: Client) -> None:
    revision = client.draft(SALES, tab="what-if")["revision"]
    told = client.post("levers", tab="what-if", revision=revision, finding=0).data
    assert told == [
        {"name": "after", "text": "$54 million", "number": "54", "low": "27", "high": "108", "step": "0.1"},
        {"name": "before", "text": "$40 million", "number": "40", "low": "20", "high": "80", "step": "0.1"},
    ]


def test_a_changed_input_is_judged_by_the_engine(client: Client) -> None:
    revision = client.draft(SALES, tab="what-if")["revision"]
    answer = client.post("what-if", tab="what-if", revision=revision, finding=0, changes={"after": "50"})
    assert answer.data == {
        "status": "verified",
        "label": "verified",
        "message": "from $40 million to $50 million is a rise of 25%, as the draft says",
        "calculation": "($50 million − $40 million) ÷ $40 million = 25% (23 to 27)",
        "written": {"after": "$50 million"},
    }


@pytest.mark.parametrize("number", ["", "x", "1e99", "0", "__import__('os')", 5])
def test_what_is_no_number_is_no_change(number: object, client: Client) -> None:
    revision = client.draft(SALES, tab="what-if")["revision"]
    answer = client.post("what-if", tab="what-if", revision=revision, finding=0, changes={"after": number})
    assert (answer.status, answer.data) == (422, {"word": "no-number"})


def test_facts_are_looked_up_by_any_name_the_latest_first(client: Client) -> None:
    told = client.post("facts", text="法国 gdp").data
    assert told["name"] == "France"
    assert {one["attribute"] for one in told["facts"]} == {"gdp"}
    years = [int(one["qualifiers"]) for one in told["facts"]]
    assert years == sorted(years, reverse=True)
    assert all(one["source"] for one in told["facts"])
    [one] = client.post("facts", text="France's population 2021").data["facts"]
    assert (one["attribute"], one["qualifiers"], one["value"]) == ("population", "2021", "67842811")
    assert client.post("facts", text="D1").data["facts"][0]["value"] == "362 TFLOP/s"


def test_what_nobody_knows_is_told_so(client: Client) -> None:
    answer = client.post("facts", text="Frnace")
    assert (answer.status, answer.data["word"]) == (404, "facts-none")
    assert {language: told["what"] for language, told in answer.data["told"].items()} == {
        "en": "did you mean `France`?",
        "zh": "是否想写“France”？",
    }


def test_a_draft_is_kept_as_the_command_writes_it(client: Client) -> None:
    html = client.post("save", tab="save", name="road.md", text=ROAD, form="html").body.decode()
    assert "<title>The numbers of road.md</title>" in html
    assert "620 km is 385 miles, not 998 miles" in html
    claims = client.post("save", tab="save", name="road.md", text=ROAD, form="claims").body.decode()
    assert "says: 'value = 998 mile'" in claims
    assert client.post("save", tab="save", name="", text=ROAD, form="exe").status == 400


def test_a_word_document_is_read_with_its_places_and_saved_with_comments(client: Client) -> None:
    data = docx(paragraph("The road.") + paragraph(ROAD))
    status, told = opened(client, "road.docx&tab=word", data)
    assert (status, told) == (200, {"name": "road.docx", "text": f"The road.\n\n{ROAD}", "remarks": []})
    report = client.draft(told["text"], tab="word", name="road.docx")
    assert [(one["place"], one["message"]) for one in report["findings"]] == [
        ("paragraph 2", "620 km is 385 miles, not 998 miles")
    ]
    assert report["comments"] is False
    edited = client.draft(told["text"].replace("998", "999"), tab="word", name="road.docx", whole=False)
    assert edited["findings"][0]["place"] == "paragraph 2"
    saved = client.post("save", tab="word", name="road.docx", text=told["text"], form="docx").body
    with ZipFile(BytesIO(saved)) as archive:
        assert "620 km is 385 miles, not 998 miles" in archive.read("word/comments.xml").decode()
    assert client.post("save", tab="other", name="", text=ROAD, form="docx").status == 409


def test_where_there_is_no_place_for_a_comment_nothing_is_ignored(client: Client) -> None:
    revision = client.draft("Fuel,Buses\ndiesel,31\n", tab="sheet", name="a.csv")["revision"]
    answer = client.post("ignore", tab="sheet", revision=revision, finding=0, reason="because")
    assert (answer.status, answer.data) == (422, {"word": "no-comments"})
