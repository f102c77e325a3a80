"""What assistants ask, and what they are told."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from factcheck.mcp import desk
from factcheck.mcp.pieces import KEPT, MAX_CHARS
from tests.mcp.conftest import Assistant
from tests.projects import ROOT, write

ROAD = "The road is 620 km (998 miles) long."
SALES = "Sales rose 20 % to 130 from 100. The tower is 300 m (984 ft) high."


# texts


def test_a_wrong_number_comes_with_its_place_its_reason_and_its_statement(assistant: Assistant) -> None:
    answer = assistant.told("check_draft", text=f"# Roads\n\n{ROAD}")
    assert answer["summary"] == "2 numbers: 1 wrong, 1 used"
    (found,) = answer["findings"]
    assert (found["verdict"], found["code"]) == ("fail", "FC613")
    assert (found["line"], found["column"], found["text"]) == (3, 21, "998 miles")
    assert found["message"] == "620 km is 385 miles, not 998 miles"
    assert "derived: 620 km = 385.3 miles (384.9 to 385.6)" in found["remarks"]


def test_the_statement_of_a_finding_is_one_that_check_claim_takes(assistant: Assistant) -> None:
    (found,) = assistant.told("check_draft", text=ROAD)["findings"]
    answer = assistant.told("check_claim", says=found["says"], given=found["given"])
    assert answer["verdict"] == "fail"
    assert answer["outcome"]["derived"]["text"] == "385.25 mi (384.9394 to 385.5609)"
    assert "to hold, value would have to be 1,606.13 km" in " ".join(answer["story"].split())


def test_what_holds_is_shown_to_those_who_ask(assistant: Assistant) -> None:
    (wrong,) = assistant.told("check_draft", text=SALES)["findings"]
    assert wrong["message"] == "from 100 to 130 is a rise of 30 %, the draft says 20 %"
    both = assistant.told("check_draft", text=SALES, everything=True)["findings"]
    assert [(one["verdict"], one["text"]) for one in both] == [("fail", "20 %"), ("pass", "984 ft")]


def test_the_source_of_a_fact_is_named(assistant: Assistant) -> None:
    (found,) = assistant.told("check_draft", text="In 2023, Germany's population was 38.3 million.")["findings"]
    assert found["remarks"] == ["likely cause: holds if 3 and 8 changed places"]
    (source,) = found["sources"]
    assert source["title"].startswith("World Bank, World Development Indicators")
    assert source["url"] == "https://data.worldbank.org/indicator/SP.POP.TOTL"


def test_numbers_that_were_not_checked_are_told(assistant: Assistant) -> None:
    answer = assistant.told("check_draft", text="The mayor spoke.\nShe had 17 reasons.")
    assert answer["uncovered"] == ["2:9 17"]
    assert answer["counts"] == [{"status": "uncovered", "count": 1}]
    assert answer["result"] == (
        "nothing was judged: no number could be related to others of the text, or to what the packs know"
    )


def test_a_chinese_text_is_answered_in_chinese(assistant: Assistant) -> None:
    answer = assistant.told("check_draft", text="这条路长620公里(998英里)。")
    assert answer["language"] == "zh"
    assert answer["findings"][0]["message"] == "620公里是385英里，不是998英里"


def test_a_plain_text_is_read_as_one(assistant: Assistant) -> None:
    indented = f"    {ROAD}"
    assert assistant.told("check_draft", text=indented)["findings"] == []  # code, in Markdown
    assert len(assistant.told("check_draft", text=indented, markdown=False)["findings"]) == 1


def test_the_quantities_of_a_text(assistant: Assistant) -> None:
    first, second = assistant.told("mentions", text="The site draws about 15 kW,\n25块芯片。")["mentions"]
    assert (first["line"], first["column"], first["text"]) == (1, 16, "about 15 kW")
    assert (first["value"], first["low"], first["high"], first["unit"]) == ("15", "14", "16", "kilowatt")
    assert (second["line"], second["column"], second["unit"]) == (2, 1, "芯片")


# statements and packs


def test_a_statement_is_judged_with_facts(assistant: Assistant) -> None:
    answer = assistant.told("check_claim", says="100 EFLOP/s / D1.peak > 300,000 D1")
    assert answer["outcome"]["headline"] == "states more than 300,000 D1, derived 276,243 D1 (7.9 % below)"


def test_a_statement_that_cannot_be_read_says_where_and_why(assistant: Assistant) -> None:
    answer = assistant.told("check_claim", says="3 km = 3000 metres + ")
    assert answer["verdict"] == "error"
    (problem,) = answer["outcome"]["diagnostics"]
    assert (problem["code"], problem["message"]) == ("FC210", "the statement ends too early: a value is missing here")


def test_a_premise_that_cannot_be_read_is_told_with_the_cure(assistant: Assistant) -> None:
    given = [{"name": "length", "literal": "3 metrs"}]
    answer = assistant.told("check_claim", says="length = 3 m", given=given)
    assert answer["outcome"]["code"] == "FC202"
    (problem,) = answer["outcome"]["diagnostics"]
    assert (problem["message"], problem["help"]) == ("unknown unit `metrs`", "did you mean `metre`?")
    assert "unknown unit `metrs`" in answer["story"]


def test_a_derivation_comes_with_its_sources(assistant: Assistant) -> None:
    (found,) = assistant.told("derive", value="100 EFLOP/s", unit="D1")["derivations"]
    assert found["formula"] == "100 EFLOP/s ÷ D1.peak"
    assert "bf16 dense (the pack's default)" in found["notes"][0]["text"]


def test_facts_of_a_thing_of_an_attribute_and_the_list_of_things(assistant: Assistant) -> None:
    german = assistant.told("facts", thing="德国", attribute="area")
    assert (german["thing"], german["facts"][0]["fact"]["attribute"]) == ("Germany", "area")
    largest = assistant.told("facts", attribute="area")["facts"][0]
    assert (largest["thing"], largest["fact"]["attribute"]) == ("Russia", "area")
    assert "D1" in assistant.told("facts")["things"]


def test_a_rule_is_told_with_its_symbols_and_an_example(assistant: Assistant) -> None:
    (rule,) = assistant.told("rules", name="cagr")["rules"]
    assert rule["equation"] == "rate = (end / start) ^ (1 / periods) - 1"
    assert rule["example"] == "cagr(start=100, end=200, periods=10) = 7.2 %"


def test_a_code_is_explained_with_the_records_of_its_wordings(assistant: Assistant) -> None:
    answer = assistant.told("explain", code="fc601")
    assert answer["code"] == "FC601"
    assert answer["page"].startswith("# FC601: percentage of a change")
    assert answer["wordings"][0].startswith("- ")
    assert assistant.told("explain", code="FC401")["wordings"] == []


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("facts", {"thing": "Germny"}, "error[FC302]: no thing is called `Germny`\ndid you mean `Germany`?"),
        ("facts", {"thing": "D1", "attribute": "gdp"}, "`D1` has no attribute `gdp`; it has peak, area, "),
        ("facts", {"attribute": "gpd"}, "error[FC302]: nothing has an attribute `gpd`\ndid you mean `gdp`?"),
        ("rules", {"name": "cagrr"}, "error[FC305]: no rule or function is called `cagrr`\ndid you mean `cagr`?"),
        ("derive", {"value": "1 EFLOP/s", "unit": "kg"}, "error[FC309]: no derivation leads from FLOP / time to mass"),
        ("derive", {}, "error[FC210]: "),
        ("explain", {"code": "FC6O1"}, "there is no code `FC6O1`; did you mean `FC601`?"),
        ("check_draft", {"path": "/etc/passwd"}, "`text` is empty: give the words themselves; no file is read"),
        ("check_draft", {"text": "3 km", "lang": "xx"}, "there is no language `xx`; known: en, zh"),
        ("mentions", {"text": " "}, "`text` is empty"),
        ("mentions", {"cursor": "../x.1"}, "no answer goes on at the cursor `../x.1`: ask again, without a cursor"),
        ("check_claim", {"says": ""}, "`says` is empty"),
    ],
)
def test_what_cannot_be_answered_says_what_to_ask_instead(
    assistant: Assistant, tool: str, arguments: dict[str, str], message: str
) -> None:
    assert assistant.refused(tool, **arguments).startswith(message)


def test_a_text_that_is_too_long_is_to_be_sent_in_parts(assistant: Assistant) -> None:
    told = assistant.refused("check_draft", text="a" * (desk.MAX_ASKED + 1))
    assert told.startswith("`text` has 400,001 characters, and at most 400,000 are taken at a time")
    assert told.endswith("send it in parts, cut between paragraphs")


def test_a_path_is_a_text_like_any_other(assistant: Assistant) -> None:
    answer = assistant.told("check_draft", text=str(ROOT / "README.md"))
    assert (answer["summary"], answer["findings"]) == ("no numbers", [])


def test_a_fault_of_the_program_is_one_line(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr(desk.Desk, "facts", broken)
    told = assistant.refused("facts")
    assert told.startswith("a fault of the program, not of your files: ZeroDivisionError: 'no such luck'")


# long answers


def wrong_roads(count: int) -> str:
    return "\n\n".join([ROAD] * count)


def test_a_long_answer_comes_in_pieces_of_bounded_size(assistant: Assistant) -> None:
    first = assistant.told("check_draft", text=wrong_roads(120))
    pieces = [first]
    while pieces[-1]["cursor"]:
        pieces.append(assistant.told("check_draft", cursor=pieces[-1]["cursor"]))
    assert len(pieces) > 2
    assert all(len(json.dumps(piece, ensure_ascii=False)) <= MAX_CHARS + 200 for piece in pieces)
    lines = [one["line"] for piece in pieces for one in piece["findings"]]
    assert lines == [*range(1, 240, 2)]
    assert [piece["left"] for piece in pieces][-1] == 0
    assert {piece["summary"] for piece in pieces} == {"240 numbers: 120 wrong, 120 used"}


def test_facts_and_rules_come_in_pieces(assistant: Assistant) -> None:
    first = assistant.told("facts", thing="Germany")
    second = assistant.told("facts", cursor=first["cursor"])
    assert first["left"] == second["left"] + len(second["facts"])
    assert second["thing"] == "Germany"
    assert assistant.told("rules")["cursor"]


def test_a_cursor_is_forgotten_when_enough_was_asked_since(assistant: Assistant) -> None:
    cursor = assistant.told("rules")["cursor"]
    for n in range(KEPT):
        assert assistant.told("mentions", text="5 km, " * 200 + f"{n} miles")["cursor"]
    assert assistant.refused("rules", cursor=cursor).endswith("ask again, without a cursor")


def test_a_long_derivation_is_cut_and_says_so(assistant: Assistant) -> None:
    answer = assistant.told("check_claim", says="rank(China.gdp[2023], country.gdp[2023]) = 2")
    assert (answer["verdict"], answer["cut"]) == ("pass", True)
    assert len(json.dumps(answer, ensure_ascii=False)) <= MAX_CHARS


# the project


def test_the_settings_of_the_project_hold(tmp_path: Path) -> None:
    folder = write(tmp_path, {"factcheck.toml": '[codes]\nFC613 = "off"\n'})
    (found,) = Assistant(folder).told("check_draft", text=f"{ROAD} {SALES}")["findings"]
    assert found["code"] == "FC601"


def test_a_pack_that_changed_is_read_anew(tmp_path: Path) -> None:
    folder = write(tmp_path)
    asked = Assistant(folder)
    assert asked.told("check_claim", says="loaf.mass = 500 g")["verdict"] == "pass"
    pack = folder / "rules/bakery/things/bread.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("is: 500 g", "is: 450 g"), encoding="utf-8")
    assert asked.told("check_claim", says="loaf.mass = 500 g")["verdict"] == "fail"


def test_what_is_wrong_with_the_project_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path, {"factcheck.toml": "rules = ['rules']\nhedge = 3\n"})
    (problem,) = Assistant(folder).told("check_draft", text=ROAD)["problems"]
    assert (problem["code"], problem["place"]["line"]) == ("FC114", 2)


def test_several_questions_at_once_get_the_answers_that_each_would_get_alone(assistant: Assistant) -> None:
    texts = [f"The road is {n} km ({n} miles) long." for n in range(300, 308)]
    alone = [assistant.told("check_draft", text=text) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        assert [*threads.map(lambda text: assistant.told("check_draft", text=text), texts)] == alone


def test_what_does_not_show_is_escaped_in_the_text_and_kept_in_the_data(assistant: Assistant) -> None:
    result = assistant.result("check_draft", text="The road is 620\u00a0km (998\u202e miles) long.\x1b[31m")
    (content,) = result.content
    text = str(vars(content)["text"])
    assert json.loads(text) == result.structured_content
    assert "\u202e" not in text
    assert "\x1b" not in text
