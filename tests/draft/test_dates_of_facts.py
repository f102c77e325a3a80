"""Figures that change from year to year: a draft is held against the fact of the date that its sentence names."""

from pathlib import Path

import pytest

from factcheck.engine.resolve.knowledge import join
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.packs import load_pack
from factcheck.proofread.draft import proofread
from factcheck.quantity.definitions import standard_texts
from factcheck.quantity.registry import compile_units
from factcheck.quantity.units import UnitTable

PACK = """\
format: 1
title: A maker of ferries
attributes:
  revenue: {title: annual revenue, names: {en: [revenue, turnover], zh: [营收, 营业收入]}}
  income: {title: net income, names: {en: [net income, net profit], zh: [净利润]}}
  staff: {title: employees at the end of the year, names: {en: [staff, employees], zh: [员工]}}
  capacity: {title: what the yard can build, names: {en: [capacity], zh: [产能]}}
"""

THINGS = """\
format: 1
sources:
  report: {title: Annual report, url: "https://example.org/report", tier: primary}
things:
  employee:
    names: {en: [employee, employees], zh: [员工]}
  Hartwell:
    names: {en: [Hartwell, Hartwell Ferries], zh: [哈特威尔]}
    revenue:
      - {is: $53.82 billion, when: {date: 2021}, source: report}
      - {is: $81.46 billion, when: {date: 2022}, source: report}
      - {is: $96.77 billion, when: {date: 2023}, source: report}
    income:
      - {is: $5.52 billion, when: {date: 2021}, source: report}
      - {is: $12.56 billion, when: {date: 2022}, source: report}
    staff:
      - {is: "99,290 employee", when: {date: 2021-12}, source: report}
      - {is: "127,855 employee", when: {date: 2022-12}, source: report}
    capacity:
      - {is: 300 MW, when: {date: 2021-06}, source: report}
      - {is: 450 MW, when: {date: 2023-06}, source: report}
"""

RIGHT = [
    ("In 2021 Hartwell's revenue was $53.82 billion.", "$53.82 billion"),
    ("Hartwell had a good year. In 2021 revenue was $53.8 billion.", "$53.8 billion"),
    ("Hartwell reported revenue of $81.46 billion in 2022.", "$81.46 billion"),
    ("Hartwell's revenue rose to $96.77 billion in 2023 from $81.46 billion in 2022.", "$81.46 billion"),
    ("Hartwell had 127,855 employees at the end of 2022.", "127,855"),
    ("Hartwell's capacity was 300 MW in June 2021.", "300 MW"),
    ("Hartwell's capacity was 300 MW in 2022.", "300 MW"),
    ("2021年，哈特威尔的营收为538.2亿美元。", "538.2亿美元"),
    ("哈特威尔2021年的营收是538.2亿美元，2022年是814.6亿美元。", "814.6亿美元"),
    ("二〇二三年，哈特威尔营收967.7亿美元。", "967.7亿美元"),
    ("截至2022年底，哈特威尔拥有127855名员工。", "127855名"),
]

WRONG_YEAR = [
    ("In 2021 Hartwell's revenue was $96.77 billion.", "$96.77 billion", "2023"),
    ("Hartwell had a good year. In 2021 its revenue was $96.77 billion.", "$96.77 billion", "2023"),
    ("Hartwell had a good year. In 2021 revenue was $96.77 billion.", "$96.77 billion", "2023"),
    ("Hartwell's 2021 revenue of $81.46 billion was a record.", "$81.46 billion", "2022"),
    ("Hartwell posted $81.46 billion in revenue in 2021.", "$81.46 billion", "2022"),
    ("Hartwell's revenue came to $53.82 billion in 2021 and $96.77 billion in 2022.", "$96.77 billion", "2023"),
    ("Hartwell's net income was $12.56 billion in 2021.", "$12.56 billion", "2022"),
    ("Hartwell had 127,855 employees at the end of 2021.", "127,855", "2022-12"),
    ("Hartwell's capacity was 450 MW in June 2021.", "450 MW", "2023-06"),
    ("2021年，哈特威尔的营收为967.7亿美元。", "967.7亿美元", "2023"),
    ("哈特威尔业绩亮眼。2021年营收967.7亿美元。", "967.7亿美元", "2023"),
    ("哈特威尔2021年的营收是538.2亿美元，2022年是967.7亿美元。", "967.7亿美元", "2023"),
    ("截至2021年底，哈特威尔拥有127855名员工。", "127855名", "2022-12"),
]

WRONG = [
    ("Hartwell's turnover was $35.82 billion in 2021.", "$35.82 billion"),
    ("哈特威尔2021年的营业收入为358.2亿美元。", "358.2亿美元"),
]

SILENT = [
    "Hartwell's revenue was $66.77 billion.",
    "Hartwell's ferry revenue was $44.13 billion in 2021.",
    "Hartwell's revenue from services was $3.8 billion in 2021.",
    "Hartwell's revenue in China was $13.8 billion in 2021.",
    "In the first quarter of 2021 Hartwell's revenue was $10.39 billion.",
    "Hartwell's revenue in early 2021 was $12.1 billion.",
    "In the three years to 2021 Hartwell's revenue was $96.77 billion.",
    "Since 2021 Hartwell's revenue has grown to $96.77 billion.",
    "Unlike Hartwell, Meyer Ferries had revenue of $96.77 billion in 2021.",
    "In 2021, Meyer, a rival of Hartwell, had revenue of $96.77 billion.",
    "Hartwell's rival had revenue of $96.77 billion in 2021.",
    "In 2021 and 2023 Hartwell's revenue was $53.82 billion and $96.77 billion.",
    "In 2021 Hartwell said its revenue would be $96.77 billion by 2023.",
    "Hartwell had 100,100 employees in March 2021.",
    "The 2021 edition of the guide says that Hartwell's revenue is $96.77 billion.",
    "哈特威尔2021年一季度营收103.9亿美元。",
    "哈特威尔2021年汽车业务营收441.3亿美元。",
    "与2021年相比，哈特威尔营收增至967.7亿美元。",
    "2021年，迈尔公司的营收为967.7亿美元，超过哈特威尔。",
    "2021年和2023年，哈特威尔营收分别为538.2亿美元和967.7亿美元。",
    "哈特威尔2021年营收预计为967.7亿美元。",
]

RANKED = [
    ("In November 2024, Frontier measured 1.353 exaflops on Linpack.", "1.353 exaflops", "pass"),
    ("In November 2023, Frontier measured 1.353 exaflops on Linpack.", "1.353 exaflops", "fail"),
    ("2023年11月，Frontier的HPL性能为1.353 EFLOPS。", "1.353 EFLOPS", "fail"),
]


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return an engine that knows of one firm."""
    root: Path = tmp_path_factory.mktemp("packs")
    folder = root / "rules" / "firm"
    (folder / "things").mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "things" / "firm.yaml").write_text(THINGS, encoding="utf-8")
    pack, problems = load_pack(folder, root)
    assert pack is not None, problems
    known = join((pack,), UnitTable.from_data(compile_units([*standard_texts()])))
    assert known.problems == ()
    return Engine(known, Equations())


def judged(text: str, engine: Engine) -> dict[str, str]:
    return {found.text: found.verdict for found in proofread(text, engine).findings if found.kind == "spec"}


@pytest.mark.parametrize(("text", "number"), RIGHT)
def test_the_figure_of_the_year_that_is_named_is_right(firm: Engine, text: str, number: str) -> None:
    assert judged(text, firm).get(number) == "pass"


@pytest.mark.parametrize(("text", "number", "year"), WRONG_YEAR)
def test_the_figure_of_another_year_is_wrong_and_that_year_is_named(
    firm: Engine, text: str, number: str, year: str
) -> None:
    found = [one for one in proofread(text, firm).findings if one.text == number and one.verdict == "fail"]
    assert len(found) == 1
    assert any(year in slip.text for slip in found[0].outcome.slips)


@pytest.mark.parametrize(("text", "number"), WRONG)
def test_what_is_the_figure_of_no_year_is_wrong_where_the_words_leave_no_doubt(
    firm: Engine, text: str, number: str
) -> None:
    assert judged(text, firm).get(number) == "fail"


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_wrong_without_a_date_or_with_the_figure_of_something_else(firm: Engine, text: str) -> None:
    assert "fail" not in judged(text, firm).values()


@pytest.mark.parametrize(("text", "number", "verdict"), RANKED)
def test_a_machine_is_ranked_by_the_list_of_the_month(engine: Engine, text: str, number: str, verdict: str) -> None:
    assert judged(text, engine).get(number) == verdict
