"""Tables: which numbers are totals, changes and shares of others, by arithmetic, layout and labels."""

from typing import NamedTuple

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftFinding
from factcheck.proofread.draft import proofread


class Said(NamedTuple):
    verdict: str
    says: str
    operands: tuple[str, ...]


def findings(engine: Engine, text: str) -> list[DraftFinding]:
    return list(proofread(text, engine, markdown=True).findings)


def said(engine: Engine, text: str, number: str) -> Said:
    """Return the verdict on a number, the statement that decided, and its operands as the table has them."""
    (found,) = (one for one in findings(engine, text) if one.text == number)
    operands = tuple(text[one.start : one.end] for one in found.given if one.start is not None)
    return Said(found.verdict, found.says, operands)


def verdicts(engine: Engine, text: str) -> dict[str, str]:
    return {one.text: one.verdict for one in findings(engine, text)}


def wrong(engine: Engine, text: str) -> list[str]:
    return [one.message for one in findings(engine, text) if one.verdict in {"fail", "query"}]


HARBOUR = """\
| Costs (thousand euros) | 2024 | 2023 |
| --- | ---: | ---: |
| Dredging | 4,120 | 3,870 |
| Tugs | 1,935 | 2,012 |
| Lighting | 318 | 297 |
| Total operating costs | {total} | 6,179 |
| Interest | 412 | 455 |
| Repairs | 96 | 88 |
| Total costs | 6,881 | 6,722 |
"""


def test_a_total_is_the_sum_of_the_lines_above_it(engine: Engine) -> None:
    found = said(engine, HARBOUR.format(total="6,373"), "6,373")
    assert found == ("pass", "total(parts=[part_1, part_2, part_3]) = 6373 ± 0.5", ("4,120", "1,935", "318"))


def test_a_subtotal_is_a_part_of_the_grand_total(engine: Engine) -> None:
    assert said(engine, HARBOUR.format(total="6,373"), "6,881").operands == ("6,373", "412", "96")


def test_labels_are_told_with_the_operands(engine: Engine) -> None:
    text = HARBOUR.format(total="6,373")
    (found,) = (one for one in findings(engine, text) if one.text == "6,373")
    assert [one.label for one in found.given] == ["Dredging", "Tugs", "Lighting"]


def test_a_slip_in_a_total_is_wrong_with_the_sum_in_the_message(engine: Engine) -> None:
    assert wrong(engine, HARBOUR.format(total="6,733")) == ["4,120 + 1,935 + 318 = 6,373, the draft says 6,733"]


def test_a_total_that_is_no_slip_away_is_asked_about_where_others_hold(engine: Engine) -> None:
    text = """\
| Landings | 2024 | 2023 | 2022 |
| --- | ---: | ---: | ---: |
| Cod | 4,120 | 3,870 | 3,655 |
| Hake | 1,935 | 2,012 | 2,104 |
| Sole | 318 | 297 | 276 |
| Total | 6,373 | 6,179 | 7,410 |
"""
    (found,) = (one for one in findings(engine, text) if one.verdict != "pass")
    assert (found.verdict, found.message) == ("query", "3,655 + 2,104 + 276 = 6,035, the text says 7,410")


def test_a_total_within_the_rounding_of_its_parts_is_borderline(engine: Engine) -> None:
    text = HARBOUR.format(total="6,374")
    assert verdicts(engine, text)["6,374"] == "borderline"


SIGNS = """\
| Sales | $ | 10,486 | $ | 9,977 |
| --- | --- | --- | --- | --- |
| Cost of sales | ( 7,315 | ) | ( 6,904 | ) |
| Gross profit | 3,171 | 3,073 |
| Less: freight (1) | 402 | 377 |
| Gross profit after freight | $ | {after} | $ | 2,696 |
"""


def test_signs_in_cells_of_their_own_belong_to_the_number_beside_them(engine: Engine) -> None:
    found = said(engine, SIGNS.format(after="2,769"), "3,171")
    assert found == ("pass", "total(parts=[part_1, -part_2]) = 3171 ± 0.5", ("10,486", "7,315"))


def test_what_a_label_calls_less_is_taken_away(engine: Engine) -> None:
    found = said(engine, SIGNS.format(after="2,769"), "2,769")
    assert (found.verdict, found.operands) == ("pass", ("3,171", "402"))


def test_a_net_amount_with_a_slip_is_wrong(engine: Engine) -> None:
    assert wrong(engine, SIGNS.format(after="2,796")) == ["3,171 − 402 = 2,769, the draft says 2,796"]


def test_a_closing_balance_carries_on_the_opening_one(engine: Engine) -> None:
    text = """\
| Options | number |
| --- | --- |
| Outstanding at 1 January 2024 | 412,350 |
| Granted | 61,000 |
| Exercised | (38,425) |
| Lapsed | (9,150) |
| Outstanding at 31 December 2024 | {closing} |
"""
    operands = ("412,350", "61,000", "38,425", "9,150")
    assert said(engine, text.format(closing="425,775"), "425,775").operands == operands
    slip = wrong(engine, text.format(closing="452,775"))
    assert slip == ["412,350 + 61,000 − 38,425 − 9,150 = 425,775, the draft says 452,775"]


def test_dashes_are_nothing_and_empty_cells_keep_the_columns(engine: Engine) -> None:
    text = """\
| | North | South | West |
| --- | --- | --- | --- |
| Ewes | 1,204 | — | 880 |
| Rams | | 77 | 31 |
| Lambs | 1,519 | 602 | |
| Total | 2,723 | 679 | 911 |
"""
    assert said(engine, text, "2,723").operands == ("1,204", "1,519")
    assert said(engine, text, "679").operands == ("77", "602")
    assert wrong(engine, text) == []


def test_a_marker_of_a_footnote_is_no_number(engine: Engine) -> None:
    text = """\
| Quay | tonnes | berths |
| --- | --- | --- |
| East | 48,210 (1) | 12 |
| West | 39,977* | 9 |
| Total | 88,187 | 21 |
"""
    assert said(engine, text, "88,187").operands == ("48,210", "39,977")


CHANGES = """\
| Fleet | 2024 | 2023 | Change | % change |
| --- | ---: | ---: | ---: | ---: |
| Ferries | 1,284 | 1,109 | 175 | 15.8 % |
| Trawlers | 3,047 | 3,702 | (655) | (17.7 %) |
| Tugs | 866 | 841 | 25 | 3.0 % |
| Barges | 2,950 | 2,418 | 532 | {barges} |
| Yachts | 5,132 | 4,786 | 346 | 7.2 % |
| Total | 13,279 | 12,856 | 423 | 3.3 % |
"""


def test_a_change_follows_from_two_columns(engine: Engine) -> None:
    found = said(engine, CHANGES.format(barges="22.0 %"), "22.0 %")
    assert found == ("pass", "percent_change(after=after, before=before) = 22 ± 0.05 %", ("2,950", "2,418"))


def test_a_fall_in_brackets_is_a_fall(engine: Engine) -> None:
    found = said(engine, CHANGES.format(barges="22.0 %"), "655")
    assert found == ("pass", "total(parts=[part_1, -part_2]) = 655 ± 0.5", ("3,702", "3,047"))


def test_a_fall_is_told_as_one(engine: Engine) -> None:
    text = CHANGES.format(barges="22.0 %").replace("(17.7 %)", "(71.7 %)")
    assert wrong(engine, text) == ["from 3,702 to 3,047 is a fall of 17.7 %, the draft says 71.7 %"]


def test_a_slip_in_a_change_is_wrong(engine: Engine) -> None:
    assert wrong(engine, CHANGES.format(barges="27.0 %")) == [
        "from 2,418 to 2,950 is a rise of 22 %, the draft says 27.0 %"
    ]


def test_shares_are_of_the_line_that_is_all(engine: Engine) -> None:
    text = """\
| 行业 | 产值（亿元） | 占比 |
| --- | --- | --- |
| 造船 | 1,264 | 31.6% |
| 渔业 | 858 | {share} |
| 港口 | 1,102 | 27.5% |
| 旅游 | 776 | 19.4% |
| 合计 | 4,000 | 100.0% |
"""
    found = said(engine, text.format(share="21.5%"), "21.5%")
    assert found == ("pass", "share(part=part, whole=whole) = 21.5 ± 0.05 %", ("858", "4,000"))
    assert wrong(engine, text.format(share="29.3%")) == []  # two digits are others: no slip
    assert wrong(engine, text.format(share="27.5%")) == ["858占4,000的21.4%，文中写的是27.5%"]
    assert said(engine, text.format(share="21.5%"), "4,000").operands == ("1,264", "858", "1,102", "776")


def test_a_line_adds_up_across(engine: Engine) -> None:
    text = """\
| Port | Spring | Summer | Autumn | Total |
| --- | --- | --- | --- | --- |
| Lowick | 2,310 | 4,127 | 1,986 | 8,423 |
| Marram | 1,175 | 2,964 | 1,402 | 5,541 |
| Skerry | 890 | 1,733 | 675 | {skerry} |
| Tarn | 3,046 | 5,218 | 2,771 | 11,035 |
"""
    assert said(engine, text.format(skerry="3,298"), "3,298").operands == ("890", "1,733", "675")
    assert wrong(engine, text.format(skerry="3,928")) == ["890 + 1,733 + 675 = 3,298, the draft says 3,928"]


def test_an_average_below_its_numbers_is_no_wrong_total(engine: Engine) -> None:
    text = """\
| Month | Shares bought | Average price |
| --- | --- | --- |
| July | 48,112 | 31.40 |
| August | 52,377 | 32.15 |
| September | 40,205 | 30.85 |
| Total | 140,694 | 31.52 |
"""
    assert verdicts(engine, text) == {"140,694": "pass"}


def test_years_at_the_head_of_lines_are_labels(engine: Engine) -> None:
    text = """\
| Year | Payments |
| --- | --- |
| 2025 | 11,783 |
| 2026 | 14,187 |
| 2027 | 5,775 |
| Total | 31,745 |
"""
    assert said(engine, text, "31,745").operands == ("11,783", "14,187", "5,775")


def test_a_table_of_measures_without_a_total_is_left_alone(engine: Engine) -> None:
    text = """\
| Peak | Height (m) | First climbed |
| --- | --- | --- |
| Aldor | 3,412 | 1899 |
| Brend | 2,987 | 1911 |
| Corrie | 3,105 | 1874 |
| Dun | 2,240 | 1902 |
"""
    assert findings(engine, text) == []


def test_the_parts_of_a_long_sum_are_told_by_their_ends(engine: Engine) -> None:
    rows = "".join(f"| Hut {n} | {n * 137 + 1011} |\n" for n in range(1, 13))
    total = sum(n * 137 + 1011 for n in range(1, 13))
    text = f"| Hut | Nights |\n| --- | --- |\n{rows}| Total | {total + 3000:,} |\n"
    (message,) = wrong(engine, text)
    assert message == "1148 + 1285 + … + 2655 (12 numbers, “Hut 1” to “Hut 12”) = 22,818, the draft says 25,818"


@pytest.mark.parametrize(
    "text",
    [
        "| a |\n| --- |\n",
        "| | |\n| --- | --- |\n| | |\n",
        "| Total | 5 |\n| --- | --- |\n| Total | 5 |\n| Total | 5 |\n",
        "| x | " + "9" * 400 + " |\n| --- | --- |\n| y | " + "9" * 400 + " |\n| Total | 1 |\n",
        "| $ | ( | ) | % |\n| --- | --- | --- | --- |\n| $ | ( | ) | % |\n| — | - | – | nil |\n",
    ],
)
def test_a_table_of_nothing_says_nothing(engine: Engine, text: str) -> None:
    assert wrong(engine, text) == []


def test_a_table_of_html_is_judged(engine: Engine) -> None:
    text = """\
<table>
<tr><th>Costs</th><th>2024</th><th>2023</th></tr>
<tr><td>Dredging</td><td>$4,120</td><td>3,870</td></tr>
<tr><td>Tugs</td><td>1,935</td><td>2,012</td></tr>
<tr><td>Lighting</td><td>318<sup>1</sup></td><td>297</td></tr>
<tr><td><b>Total costs</b></td><td>6,733</td><td>6,179</td></tr>
</table>
"""
    assert wrong(engine, text) == ["$4,120 + 1,935 + 318 = 6,373, the draft says 6,733"]


def test_separated_values_are_judged(engine: Engine) -> None:
    text = 'Costs,2024,2023\nDredging,"4,120",3870\nTugs,1935,2012\nLighting,318,297\nTotal costs,6733,6179\n'
    found = proofread(text, engine, sheet=True).findings
    assert [(one.text, one.verdict) for one in found] == [("6733", "fail"), ("6179", "pass")]


SPEEDS = """\
| operation | ns now | ns before | speedup |
| --- | --- | --- | --- |
| negate | 82 | 471 | 5.7x |
| add | 120 | 505 | 4.2x |
| multiply | 310 | 1240 | 4.0x |
| divide | 95 | 722 | {divide} |
"""


def test_so_many_times_is_a_quotient_of_two_columns(engine: Engine) -> None:
    found = said(engine, SPEEDS.format(divide="7.6x"), "7.6")
    assert found == ("pass", "quotient(dividend=dividend, divisor=divisor) = 7.6 ± 0.05", ("722", "95"))


def test_another_multiple_is_asked_about(engine: Engine) -> None:
    assert wrong(engine, SPEEDS.format(divide="6.3x")) == ["722 divided by 95 is 7.6, the text says “6.3x”"]


def test_a_column_whose_head_says_percent_has_percentages(engine: Engine) -> None:
    text = """\
| 项目 | 2024年 | 2023年 | 同比增长(%) |
| --- | --- | --- | --- |
| 出口 | 1.25万 | 1.10万 | 13.6 |
| 进口 | 3.48万 | 3.12万 | 11.5 |
| 转口 | 2.06万 | 1.94万 | 6.2 |
| 合计 | 6.79万 | 6.16万 | 10.2 |
"""
    found = said(engine, text, "13.6")
    assert found == ("pass", "percent_change(after=after, before=before) = 13.6 ± 0.05 %", ("1.25万", "1.10万"))
    assert said(engine, text, "6.79万").operands == ("1.25万", "3.48万", "2.06万")


def test_measures_of_one_unit_are_added(engine: Engine) -> None:
    text = """\
| Leg | Length | Time |
| --- | --- | --- |
| A | 35 km | 20 min |
| B | 48 km | 31 min |
| C | 117 km | 64 min |
| Total | 200 km | 151 min |
"""
    assert said(engine, text, "200 km").operands == ("35 km", "48 km", "117 km")
    assert wrong(engine, text) == ["20 min + 31 min + 64 min = 115 min, the draft says 151 min"]


def test_a_total_may_stand_above_its_parts(engine: Engine) -> None:
    text = """\
| Population | 2021 | 2011 |
| --- | --- | --- |
| Total | 48,310 | 45,127 |
| North | 21,744 | 20,986 |
| South | 26,566 | {south} |
| under 15 | 7,902 | 8,140 |
"""
    assert said(engine, text.format(south="24,141"), "48,310").operands == ("26,566", "21,744")
    assert wrong(engine, text.format(south="24,141")) == []


@pytest.mark.parametrize("cell", ["*", "<5", "n.a.", "c", ":", "", "–"])
def test_a_cell_that_is_held_back_excuses_a_total(engine: Engine, cell: str) -> None:
    text = f"""\
| Group | Girls | Boys | All |
| --- | --- | --- | --- |
| White | 1,204 | 1,188 | 2,392 |
| Asian | 311 | 298 | 609 |
| Black | 97 | 103 | 200 |
| Mixed | {cell} | 41 | 44 |
| Total | 1,615 | 1,630 | 3,245 |
"""
    assert wrong(engine, text) == []


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        (("25,550", "10,735", "8,305", "3,560"), "48,155"),  # to five
        (("1,420", "1,940", "2,350", "3,580"), "9,300"),  # to three digits
        (("1,203", "2,403", "3,906", "1,206"), "8,721"),  # to multiples of three
    ],
)
def test_counts_that_were_rounded_excuse_a_total(engine: Engine, parts: tuple[str, ...], total: str) -> None:
    rows = "".join(f"| Course {n} | {part} |\n" for n, part in zip("abcd", parts, strict=True))
    assert wrong(engine, f"| Course | Students |\n| --- | --- |\n{rows}| Total | {total} |\n") == []


def test_rows_that_are_left_out_excuse_a_total(engine: Engine) -> None:
    text = """\
| Club | Goals | Points |
| --- | --- | --- |
| Ash | 1,204 | 4,811 |
| Birch | 1,150 | 4,402 |
| … | | |
| Total | 2,454 | 9,413 |
"""
    assert wrong(engine, text) == []


def test_a_mark_of_a_footnote_leaves_room_for_doubt(engine: Engine) -> None:
    text = """\
| Firm | 2024 | 2023 | Change |
| --- | --- | --- | --- |
| Alpha | 48,210 | 45,377 | 2,833 |
| Beta | 12,904 | 13,377 | (473) |
| Gamma¹ | 61,500 | 58,100 | 3,900 |
| Delta | 22,318 | 20,446 | 1,872 |
"""
    assert verdicts(engine, text)["3,900"] == "query"


def test_a_point_less_of_margin_is_no_change_in_per_cent(engine: Engine) -> None:
    text = """\
| | 2023 | 2024 | Change % |
| --- | --- | --- | --- |
| Sales | 1,204 | 1,388 | 15.3 |
| Costs | 1,059 | 1,201 | 13.4 |
| Profit | 145 | 187 | 29.0 |
| Margin | 12.0% | 13.5% | 1.5 |
"""
    assert wrong(engine, text) == []


def test_a_cell_without_change_is_no_fault(engine: Engine) -> None:
    text = """\
| 2022 | 2023 | Change | % |
|---|---|---|---|
| 10.2 | 10.2 | 0.0 | 0.0% |
| 24.6 | 21.4 | -3.2 | -12.9% |
"""
    assert wrong(engine, text) == []


def test_a_rate_at_the_head_makes_no_shares_of_a_column(engine: Engine) -> None:
    text = """\
| Item | Net | VAT 19 % | Gross |
| --- | --- | --- | --- |
| Desk | 494.79 | 94.01 | 588.80 |
| Chair | 209.24 | 39.76 | 249.00 |
| Lamp | 75.63 | 14.37 | {lamp} |
"""
    assert said(engine, text.format(lamp="90.00"), "90.00").operands == ("75.63", "14.37")


def test_thousands_that_blanks_part_are_told_so(engine: Engine) -> None:
    text = "| Région | 2024 |\n| --- | --- |\n| Nord | 13 100 |\n| Sud | 91 750 |\n| Total | 108 450 |\n"
    assert wrong(engine, text) == ["13 100 + 91 750 = 104 850, the draft says 108 450"]


def test_a_cell_of_many_blanks_is_read_at_once(engine: Engine) -> None:
    cell = "- (" + " " * 20_000 + "x"
    assert wrong(engine, f"| a | b |\n| --- | --- |\n| {cell} | 1 |\n| {cell} | 2 |\n") == []


def test_a_series_of_equal_steps_is_no_sum(engine: Engine) -> None:
    rows = "".join(f"| Week {n} | {n * 37 + 1011} | {n * 91 + 2044} |\n" for n in range(12))
    assert findings(engine, f"| | a | b |\n| --- | --- | --- |\n{rows}") == []


def test_code_in_a_label_is_left_out_of_it(engine: Engine) -> None:
    text = "| Call | ms |\n| --- | --- |\n| `open()` files | 1,204 |\n| close | 3,311 |\n| Total | 4,515 |\n"
    (found,) = findings(engine, text)
    assert [one.label for one in found.given] == ["files", "close"]


def test_a_number_beside_code_is_read(engine: Engine) -> None:
    text = "| Call | ms |\n| --- | --- |\n| open | <br> 1,204 |\n| close | 3,311 |\n| Total | 4,515 |\n"
    assert said(engine, text, "4,515").operands == ("1,204", "3,311")


def test_a_count_is_off_by_one_only_by_an_error(engine: Engine) -> None:
    text = """\
| Team | Played | Won | Lost |
| --- | --- | --- | --- |
| Reds | 12 | 5 | 7 |
| Blues | 12 | 8 | 4 |
| Greens | 12 | 7 | 5 |
| Greys | 12 | 4 | 8 |
| Total | 48 | 24 | 25 |
"""
    assert wrong(engine, text) == ["7 + 4 + 5 + 8 = 24, the text says 25"]
    assert wrong(engine, text.replace("Team", "Fees (thousand)")) == []
    assert wrong(engine, text.replace("| 12 | 5 |", "| €12 | 5 |")) == []


def test_percentages_have_their_sign_in_messages(engine: Engine) -> None:
    text = """\
| Line | 2024 | 2023 | Change (%) |
| --- | --- | --- | --- |
| Sales | 2,226 | 2,063 | 8 |
| Costs | 1,204 | 1,000 | {costs} |
| Staff | 812 | 700 | 16 |
| Rent | 515 | 490 | 5 |
| Other | 300 | 240 | 25 |
| Gains | 330 | 240 | 37 |
"""
    assert "from 1,000 to 1,204 is a rise of 20%, as the draft says" in {
        one.message for one in findings(engine, text.format(costs=20))
    }
    assert wrong(engine, text.format(costs=40)) == ["from 1,000 to 1,204 is a rise of 20.4%, the text says 40%"]


def test_shares_of_a_column_may_miss_a_hundred_by_rounding_only(engine: Engine) -> None:
    text = """\
| Region | Share (%) | Shops |
| --- | --- | --- |
| North | 41 | 4,137 |
| South | 35 | 3,501 |
| East | {east} | 2,362 |
| Total | 100 | 10,000 |
"""
    assert verdicts(engine, text.format(east=24))["100"] == "pass"
    assert verdicts(engine, text.format(east=25))["100"] == "borderline"
    assert "41% + 35% + 44% = 120%, the text says 100%" in wrong(engine, text.format(east=44))


MARKS = """\
| Student | Maths | Physics |
| --- | --- | --- |
| Ann | 71 | 64 |
| Bob | 82 | 90 |
| Cid | 67 | 75 |
| Dee | 90 | 71 |
| {label} | {maths} | {physics} |
"""


def test_an_average_is_verified_from_the_lines_above(engine: Engine) -> None:
    text = MARKS.format(label="Average", maths="77.5", physics="75.0")
    found = said(engine, text, "77.5")
    assert found.operands == ("71", "82", "67", "90")
    assert found.says == "average(values=[part_1, part_2, part_3, part_4]) = 77.5 ± 0.05"
    assert verdicts(engine, text) == {"77.5": "pass", "75.0": "pass"}


def test_another_average_is_asked_about_where_one_beside_it_holds(engine: Engine) -> None:
    text = MARKS.format(label="Mean", maths="77.50", physics="78.2")
    assert wrong(engine, text) == ["the average of 64, 90, 75 and 71 is 75, the text says 78.2"]


def test_a_weighted_average_is_of_other_numbers(engine: Engine) -> None:
    assert findings(engine, MARKS.format(label="Weighted average", maths="77.5", physics="78.2")) == []


def test_a_median_is_the_middle_of_the_lines_above(engine: Engine) -> None:
    text = MARKS.format(label="Median", maths="76.5", physics="73")
    found = next(one for one in findings(engine, text) if one.text == "76.5")
    assert (found.verdict, found.message) == ("pass", "the median of 71, 82, 67 and 90 is 76.5, as the draft says")


def test_an_average_stands_below_a_total(engine: Engine) -> None:
    text = MARKS.format(label="Total", maths="310", physics="300") + "| Average | 77.5 | 75 |\n"
    assert verdicts(engine, text) == {"310": "pass", "300": "pass", "77.5": "pass", "75": "pass"}


def test_a_column_of_averages_is_judged_line_by_line(engine: Engine) -> None:
    text = """\
| Student | Test 1 | Test 2 | Test 3 | Average |
| --- | --- | --- | --- | --- |
| Ann | 71 | 64 | 80 | 71.7 |
| Bob | 82 | 90 | 77 | 83.0 |
| Cid | 67 | 75 | 59 | 67.0 |
| Dee | 55 | 75 | 66 | 69.3 |
| Eve | 81 | 75 | 90 | 82.0 |
"""
    assert wrong(engine, text) == ["the average of 55, 75 and 66 is 65.3, the text says 69.3"]
    assert verdicts(engine, text)["71.7"] == "pass"


def test_a_sum_of_many_lines_is_told_by_its_ends(engine: Engine) -> None:
    rows = "".join(f"| Shop {at} | {at * 7 + 113} |\n" for at in range(600))
    right = sum(at * 7 + 113 for at in range(600))
    text = f"| Shop | Takings |\n| --- | --- |\n{rows}| Total | {{total}} |\n"
    assert verdicts(engine, text.format(total=right)) == {str(right): "pass"}
    (found,) = findings(engine, text.format(total=str(right).replace("5", "9", 1)))
    assert found.calculation.startswith("113 + 120 + … + 4306 = ")


def test_a_figure_of_a_short_line_belongs_where_it_is_needed(engine: Engine) -> None:
    text = """\
<table>
<tr><td>Interest</td><td>2024</td><td>2023</td></tr>
<tr><td>Bonds</td><td>100,605</td><td>97,038</td></tr>
<tr><td>Loans</td><td>4,659</td><td>8,562</td></tr>
<tr><td>Other</td><td>10,993</td></tr>
<tr><td>Total interest</td><td>{first}</td><td>{second}</td></tr>
</table>
"""
    assert verdicts(engine, text.format(first="105,264", second="116,593"))["116,593"] == "pass"
    assert wrong(engine, text.format(first="105,264", second="126,593")) == [
        "97,038 + 8,562 + 10,993 = 116,593, the draft says 126,593"
    ]


def test_a_slip_in_a_sum_with_other_signs_is_left_alone(engine: Engine) -> None:
    text = """\
| Holder | Shares | Votes |
| --- | --- | --- |
| Harbour fund | 4,792,702 | 4,792,702 |
| Class A of the fund | 1,000,000 | N/A |
| Estate of the founder | 9,119,369 | 9,119,369 |
| Class A of the estate | 1,000,000 | N/A |
| Chief of the firm | 9,119,369 | 9,119,369 |
| Class A of the chief | 1,000,000 | N/A |
| Total common | 13,446,036 | 13,446,036 |
"""
    assert wrong(engine, text) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("| A | 31 |\n| B | 22 |\n| C | 14 |\n| Total | 64 |", ["31 + 22 + 14 = 67, the text says 64"]),
        (
            "| A | 31 | 5 |\n| B | 22 | 7 |\n| C | 14 | 3 |\n| Total | 64 | 15 |",
            ["31 + 22 + 14 = 67, the text says 64"],
        ),
        ("| A | 1,310 |\n| B | 2,090 |\n| Total | 3,500 |", ["1,310 + 2,090 = 3,400, the text says 3,500"]),
        ("| A | 31 |\n| B | 22 |\n| C | 14 |\n| Total | 98 |", []),  # something else is meant
        ("| A | 31 | 5 |\n| B | 22 | 7 |\n| C | 14 | 3 |\n| Total | 64 | 99 |", []),  # a column that is not added up
        ("| A | 31 |\n| of it | 20 |\n| C | 14 |\n| Total | 45 |", []),  # of which
        ("| A | 31 |\n| B | 22 |\n| C | 14 |\n| Total | 64 |\n| Guests | 20 |", []),  # lines below it
    ],
)
def test_a_small_table_of_parts_and_total_is_asked_about(engine: Engine, lines: str, told: list[str]) -> None:
    columns = lines.partition("\n")[0].count("|") - 1
    head = "| Ward " + "".join(f"| {name} " for name in ("Beds", "Rooms")[: columns - 1]) + "|\n"
    assert wrong(engine, f"{head}{'| --- ' * columns}|\n{lines}\n") == told
