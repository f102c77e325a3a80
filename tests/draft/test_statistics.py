"""p of test statistics, as papers report them: computed again from the statistic and its degrees of freedom."""

import pytest

from factcheck.draft.equations.statistics.notation import MOST, results
from factcheck.engine.resolve.setting import Engine
from factcheck.model.codec import to_data
from factcheck.model.draft import DraftFinding
from factcheck.model.draft_codec import draft_report
from factcheck.proofread.draft import proofread
from factcheck.proofread.opened import opened
from tests.draft.judging import judged, unsaid


def only(engine: Engine, text: str) -> DraftFinding:
    """Return the only finding on a text."""
    [found] = proofread(text, engine).findings
    return found


RIGHT = [
    ("The groups differed, t(28) = 2.20, p = .036.", "p = .036", "p_of_t", ("2.20", "28")),
    ("The groups differed, t(28)=2.20,p=.036.", "p=.036", "p_of_t", ("2.20", "28")),
    ("They differed (t (28) = −2.20; P = 0.036).", "P = 0.036", "p_of_t", ("−2.20", "28")),
    ("They differed (t(38.7) = 1.89, p = .066).", "p = .066", "p_of_t", ("1.89", "38.7")),
    ("They differed, t(28) = 2.20, d = 0.80, p = .036.", "p = .036", "p_of_t", ("2.20", "28")),
    ("They differed, t(28) = 2.20, 95% CI [0.1, 0.9], p = .036.", "p = .036", "p_of_t", ("2.20", "28")),
    ("They differed, t = 2.20, df = 28, P < 0.05.", "P < 0.05", "p_of_t", ("2.20", "28")),
    ("They differed, t28 = 2.20, p = .036.", "p = .036", "p_of_t", ("2.20", "28")),
    ("They differed (t_{28} = 2.20; both ps < .05).", "ps < .05", "p_of_t", ("2.20", "28")),
    ("两组比较，t值为2.50，自由度为12，P值为0.028。", "P值为0.028", "p_of_t", ("2.50", "12")),
    ("There was an effect, F(2, 45) = 3.50, p < .05.", "p < .05", "p_of_f", ("3.50", "2", "45")),
    ("There was an effect, F(2, 45) = 2.10, MSE = 1.32, p > .05.", "p > .05", "p_of_f", ("2.10", "2", "45")),
    ("There was an effect, F_{2,45} = 3.50, p = .039.", "p = .039", "p_of_f", ("3.50", "2", "45")),
    ("It depended on age, χ²(1, N = 90) = 4.20, p = .040.", "p = .040", "p_of_chi2", ("4.20", "1")),
    ("It depended on age, χ2 (1) = 4.20, p = .040.", "p = .040", "p_of_chi2", ("4.20", "1")),
    ("It depended on age, chi-square(1) = 4.20, p = .040.", "p = .040", "p_of_chi2", ("4.20", "1")),
    ("It depended on age, X2(1, N = 1,200) = 4.20, p = .040.", "p = .040", "p_of_chi2", ("4.20", "1")),
    (r"It depended on age, $\chi^2$(1, N = 90) = 4.20, p = .040.", "p = .040", "p_of_chi2", ("4.20", "1")),
    ("The studies differed, Q(4) = 9.80, p = .044.", "p = .044", "p_of_chi2", ("9.80", "4")),
    ("They went together, r(58) = −.30, p = .020.", "p = .020", "p_of_r", ("−.30", "58")),
    ("The difference was clear, z = 2.81, p = .005.", "p = .005", "p_of_z", ("2.81",)),
    ("The difference was clear, z = 4.00, p = 6.3 × 10−5.", "p = 6.3 × 10−5", "p_of_z", ("4.00",)),
    ("两组差异有统计学意义（t=2.50，自由度=12，P=0.028）。", "P=0.028", "p_of_t", ("2.50", "12")),
    ("两组差异有统计学意义(χ²(1)=4.20, P<0.05)。", "P<0.05", "p_of_chi2", ("4.20", "1")),
]


@pytest.mark.parametrize(("text", "number", "rule", "operands"), RIGHT)
def test_a_p_that_is_that_of_its_statistic(
    engine: Engine, text: str, number: str, rule: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == ("pass", rule, operands)


WRONG = {
    "The groups differed, t(28) = 2.20, p = .063.": "t(28) = 2.20 has p = .036, not p = .063: significant at .05, "
    "against what the draft says",
    "The groups differed, t(28) = 1.20, p < .05.": "t(28) = 1.20 has p = .240, not p < .05: not significant at .05, "
    "against what the draft says",
    "There was an effect, F(2, 45) = 8.10, p = .010.": "F(2, 45) = 8.10 has p < .001, not p = .010",
    "It depended on age, χ²(1, N = 90) = 6.20, P = 0.031.": "χ²(1, N = 90) = 6.20 has p = 0.013, not P = 0.031",
    "They went together, r(58) = .30, p = .0002.": "r(58) = .30 has p = .020, not p = .0002",
    "There was no effect, t(28) < 1, p < .05.": "t(28) < 1 has p > .326, not p < .05: not significant at .05, "
    "against what the draft says",
    "The groups differed (t = 1.20, P < 0.05).": "t = 1.20 has a p of 0.230 or more with any degrees of freedom, "
    "not P < 0.05: not significant at .05, against what the draft says",
    "两组差异有统计学意义（t(28)=1.20，P<0.05）。": "t(28)=1.20对应p = 0.240，不是P<0.05："
    "在0.05水平上其实无统计学意义，与文中相反",
    "两组差异有统计学意义（t=1.20，P<0.05）。": "无论自由度是多少，t=1.20的p都不小于0.230，不是P<0.05："
    "在0.05水平上其实无统计学意义，与文中相反",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_p_that_is_that_of_another_statistic(engine: Engine, text: str) -> None:
    found = only(engine, text)
    assert (found.code, found.verdict, found.message) == ("FC651", "fail", WRONG[text])


GRADES = {
    "The groups differed, t(28) = 2.20, p = .063.": "decision",
    "The groups differed, t(28) = 1.20, p < .05.": "decision",
    "There was an effect, F(2, 45) = 8.10, p = .010.": "wrong",
    "There was an effect, F(2, 45) = 6.10, p < .001.": "wrong",
}


@pytest.mark.parametrize("text", GRADES)
def test_the_grade_says_whether_what_is_significant_changes(engine: Engine, text: str) -> None:
    assert only(engine, text).outcome.grade == GRADES[text]


ONE_SIDED = "it would hold for a one-sided test, which the text does not name"
CUT_OFF = "it would hold if digits had been cut off, where rounding is the custom"
CORRECTED = "it would hold with a correction for several tests, which the text names"
NOTHING = "no p is below zero: p < .001 is meant, or p = .000 as programs print it"
ASKED = {
    "The groups differed, t(28) = 2.20, p = .018.": ONE_SIDED,
    "There was an effect, F(1, 45) = 4.20, p = .023.": ONE_SIDED,
    "The groups differed, t(28) = 2.20, p = .03.": CUT_OFF,
    "With Holm's method, t(28) = 2.20, p = .108.": CORRECTED,
    "The groups differed, t(28) = 2.20, p_adj = .108.": CORRECTED,
    "In a Mann-Whitney test, U = 12, z = −2.35, p = .0192.": "exact tests and those of ranks have a p of their own",
    "They went together, r(30) = .350, p = .058.": "it would hold if the number of pairs stands in the brackets, not "
    "the degrees of freedom",
    "There was no effect, t(28) = 2.20, ns.": "the level is not told; it would hold at a lower one than .05",
    "The groups differed, t(28) = 2.20, p < .000.": NOTHING,
    "采用Bonferroni法校正后，两组差异无统计学意义，t(28)=2.20，P=0.108。": "文中提到多重检验的校正；若已校正，则相符",
}


@pytest.mark.parametrize("text", ASKED)
def test_what_may_explain_another_p_makes_it_a_query(engine: Engine, text: str) -> None:
    found = only(engine, text)
    assert (found.verdict, found.reason) == ("query", ASKED[text])


def test_a_correction_never_makes_a_p_smaller(engine: Engine) -> None:
    text = "With Holm's method, t(28) = 2.20, p = .010."
    assert only(engine, text).verdict == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "The groups differed in a one-tailed test, t(28) = 2.20, p = .018.",
        "All tests are one-sided. The groups differed, t(28) = 2.20, p = .018.",
        "采用单侧检验，t(28)=2.20，P=0.018。",
    ],
)
def test_a_one_sided_p_holds_where_the_text_says_so(engine: Engine, text: str) -> None:
    [found] = proofread(text, engine).findings
    assert (found.verdict, found.says.partition("(")[0]) == ("pass", "p_of_t_one_sided")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The groups differed, t(28) = 2.2, p = .037.", "borderline"),  # 2.15 to 2.25
        ("The groups differed, t(28) = 4.50, p = .000.", "pass"),
        ("The groups differed, t(28) = 3.20, p = .000.", "fail"),  # .0034
        ("There was no effect, t(28) = 1.20, ns.", "pass"),
        ("There was an effect, F(1, 30) > 20, p < .001.", "pass"),
        ("There was no effect, F(1, 30) < 1, p > .05.", "pass"),
    ],
)
def test_rounding_of_both_sides(engine: Engine, text: str, verdict: str) -> None:
    assert only(engine, text).verdict == verdict


SILENT = [
    "They differed, F(1, 20) = 4.50, and the slope was b = 0.30, p = .80.",
    "They differed, t(28) = 2.20, r = .40, p = .80.",
    "The upper quartile, Q2 = 2.20, p = .03, is no test.",
    "t(2, 28) = 2.20, p = .03, is no t test.",
    "A z with degrees of freedom, z(28) = 2.20, p = .50, is something else.",
    "The correlation was r(16) = 26.05, p = .10.",
    "They differed, t(28) = 2.20, p = .03.1.",
    "They went together, r(2.5) = .90, p = .80.",
    "They differed, t(28) = 2.20, p < 5%.",
    "They differed, rs(28) = .20, p = .03.",
    "They differed (t = 2.20, P < 0.05).",  # without degrees of freedom it may hold
    "差异有统计学意义（χ²=3.90，P=0.03）。",
    "The groups differed, t(28) = 2.20. In all, 41 people agreed, p = .9.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_result_that_can_be_computed(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []


def test_the_numbers_of_results_are_no_parts_of_other_equations(engine: Engine) -> None:
    assert (
        proofread("两组比较差异有统计学意义(t=2.20，P<0.05)。", engine).findings == ()
    )  # 2.20 of less than 0.05 is no 2


def test_marks_of_emphasis_part_nothing(engine: Engine) -> None:
    text = "They differed, *t*(28) = 2.20, *p* = .063."
    [found] = proofread(text, engine, markdown=True).findings
    assert (found.text, found.verdict) == ("p* = .063", "fail")


INTERVALS = [
    ("The treatment helped, OR 1.8 (95 % CI 1.1 to 2.9).", "1.8", "pass", "ratio_interval_centre", ("1.1", "2.9")),
    ("The treatment helped (HR, 0.66; 95% CI, 0.45-0.98).", "0.66", "pass", "ratio_interval_centre", ("0.45", "0.98")),
    (
        "The odds ratio was 1.79 (95% confidence interval 1.10 to 2.90).",
        "1.79",
        "pass",
        "ratio_interval_centre",
        ("1.10", "2.90"),
    ),
    ("The aOR was 1.2, 95% CI [1.10, 2.90].", "1.2", "query", "ratio_interval_centre", ("1.10", "2.90")),
    ("The treatment helped, OR 3.2 (95% CI 1.1 to 2.9).", "3.2", "fail", "estimate in 1.05 to 2.95", ("3.2",)),
    ("The mean difference was 4.0 mm Hg (95% CI 1.1 to 6.9).", "4.0", "pass", "interval_centre", ("1.1", "6.9")),
    ("The mean difference was −4.0 (95% CI −6.9 to −1.1).", "−4.0", "pass", "interval_centre", ("−6.9", "−1.1")),
    ("In all, 52% (95% CI 38% to 46%) of them agreed.", "52", "query", "estimate in 37.5 to 46.5", ("52",)),
    ("治疗有效（比值比为1.79，95%可信区间：1.10～2.90）。", "1.79", "pass", "ratio_interval_centre", ("1.10", "2.90")),
    ("治疗有效（HR=3.20，95%CI 1.10-2.90）。", "3.20", "fail", "estimate in 1.095 to 2.905", ("3.20",)),
    ("OR 1.8 (95% CI 1.1 to 2.9; P = 0.02).", "P = 0.02", "pass", "p_of_ratio_interval", ("1.8", "1.1", "2.9")),
    ("OR 1.80 (95% CI 1.10 to 2.90; P = 0.62).", "P = 0.62", "query", "p_of_ratio_interval", ("1.80", "1.10", "2.90")),
    ("HR 1.20 (95% CI 0.80 to 1.80; P < 0.01).", "P < 0.01", "query", "p_of_ratio_interval", ("1.20", "0.80", "1.80")),
    ("β = 0.30, 95% CI [0.10, 0.50], p = .003.", "p = .003", "pass", "p_of_interval", ("0.30", "0.10", "0.50")),
]


@pytest.mark.parametrize(("text", "number", "verdict", "rule", "operands"), INTERVALS)
def test_an_estimate_in_its_interval(
    engine: Engine, text: str, number: str, verdict: str, rule: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, rule, operands)


@pytest.mark.parametrize(
    "text",
    [
        "The odds ratio was 1.90 (95% CI 1.10 to 2.90).",  # near the middle: an exact interval may be so
        "OR 1.8 (95% CI 1.1 to 2.9; P = 0.06).",  # another test may have this p
        "The mean age was 41 years (95% CI 30 to 65).",  # on which scale it lies in the middle is not told
        "The values were 2.1 or 1.2 (95% CI 1.10 to 2.90).",
        "Their age was 54 years (SD 12; 95% CI 50 to 58).",
        "There were 3.8 cases for every 1,000 in 2019 (95% CI 3.1 to 4.5).",
        "It fell by 5% at week 12 (95% CI 3% to 7%).",
        "The slope was clear, p = .03 (95% CI 1.12 to 2.93).",
    ],
)
def test_what_an_interval_leaves_open(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []


SAMPLES = [
    ("They rated it on a 7-point scale (M = 3.45, SD = 1.20, n = 25).", "3.45", "query", "granularity", ("25",)),
    ("On a 5-point scale of 4 items, M = 3.46 (SD = 1.2), n = 10.", "3.46", "query", "granularity_items", ("10",)),
    ("It had a mean on a Likert scale (n = 25, M = 3.45).", "3.45", "query", "granularity", ("25",)),
    ("On a 7-point scale, M = 3.44 (SD = 1.20), n = 25.", "1.20", "query", "granularity_of_sd", ("3.44", "25")),
    (
        "On a scale from 1 (not at all) to 7 (very much), M = 7.45, n = 20.",
        "7.45",
        "query",
        "mean in 1 to 7",
        ("7.45",),
    ),
    ("On a scale of 1 to 5, M = 1.20, SD = 1.50, n = 300.", "1.50", "query", "largest_sd", ("1.20", "300")),
    ("采用李克特量表（M=3.45，SD=1.20，n=25）。", "3.45", "query", "granularity", ("25",)),
]


@pytest.mark.parametrize(("text", "number", "verdict", "rule", "operands"), SAMPLES)
def test_what_whole_numbers_cannot_have(
    engine: Engine, text: str, number: str, verdict: str, rule: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, rule, operands)


@pytest.mark.parametrize(
    "text",
    [
        "They rated it on a 7-point scale (M = 3.44, SD = 1.19, n = 25).",
        "They rated it on a 7-point scale (M = 3.45, SD = 1.20, n = 250).",  # any mean of two digits can occur
        "They rated it on a 7-point scale of several items (M = 3.45, SD = 1.20, n = 25).",
        "On a 5-point scale of 4 items, M = 3.45 (SD = 1.2), n = 25.",
        "Their age was M = 23.45 (SD = 1.20), n = 25.",
        "On a scale of 1 to 5, M = 3.20, SD = 1.50, n = 300.",
        "On a scale of 1 to 5 and one from 0 to 100, M = 61.20, SD = 15.0, n = 300.",
        "They rated it on a 7-point scale (M = 3.45). The others were many, n = 25.",
    ],
)
def test_what_whole_numbers_may_have(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []


EFFECTS = [
    ("There was an effect, F(2, 45) = 3.50, p = .039, partial η² = .13.", ".13", "pass"),
    ("There was an effect, F(2, 45) = 3.50, p = .039, ηp² = .31.", ".31", "query"),
    ("There was an effect, F(2, 45) = 3.50, ηp2 = .13, p = .039.", ".13", "pass"),
    ("有效应，F(2, 45)=3.50，P=0.039，偏η²=0.31。", "0.31", "query"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), EFFECTS)
def test_an_effect_size_behind_its_test(engine: Engine, text: str, number: str, verdict: str) -> None:
    assert judged(engine, text, number) == (verdict, "eta_squared_of_f", ("3.50", "2", "45"))


def test_a_text_has_so_many_results_at_most(engine: Engine) -> None:
    reading = opened("t(28) = 2.20, p = .036. " * (MOST + 1), engine.knowledge.units)
    assert len(results(reading.passage)) == MOST


CALLED = {
    "The difference was statistically significant (p = .24).": "statistically significant",
    "The difference was not statistically significant, t(28) = 2.20, p = .036.": "not statistically significant",
    "There was no significant difference (P < 0.05).": "no significant difference",
    "两组差异有统计学意义（P>0.05）。": "差异有统计学意义",
    "两组差异无统计学意义（t(28)=2.20，P=0.036）。": "差异无统计学意义",
}


@pytest.mark.parametrize("text", CALLED)
def test_words_that_do_not_go_with_p(engine: Engine, text: str) -> None:
    [found] = [one for one in proofread(text, engine).findings if one.kind == "significance"]
    assert (found.verdict, found.text) == ("query", CALLED[text])


@pytest.mark.parametrize(
    "text",
    [
        "The difference was statistically significant (p = .036).",
        "The difference was statistically significant (p = .050).",
        "The difference was not statistically significant (p = .24).",
        "The difference was marginally statistically significant (p = .06).",
        "A result was regarded as statistically significant, p < .10.",
        "The difference was statistically significant in men (p = .03) and not in women (p = .24).",
        "两组差异有统计学意义（P<0.05）。",
        "P<0.05为差异有统计学意义。",
        "以P<0.10为差异有统计学意义，P=0.08。",
    ],
)
def test_words_that_go_with_p(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []


@pytest.mark.parametrize(
    ("text", "number", "rule"),
    [
        ("They differed, t(28) = 2.20, p = .036, d = 0.80.", "0.80", "abs"),  # 2.20 · √(1/15 + 1/15)
        ("They differed, t(28) = −2.20, p = .036, Cohen's d = −0.41.", "0.41", "abs"),  # 2.20 ÷ √29
    ],
)
def test_a_standardized_difference_of_equal_groups_or_of_pairs(
    engine: Engine, text: str, number: str, rule: str
) -> None:
    verdict, said, _ = judged(engine, text, number)
    assert (verdict, said) == ("pass", rule)


def test_a_standardized_difference_of_another_design_is_left_alone(engine: Engine) -> None:
    assert unsaid(engine, "They differed, t(28) = 2.20, p = .036, d = 0.62.") == []


def test_a_report_on_results_comes_back_from_its_data(engine: Engine) -> None:
    report = proofread("The groups differed, t(28) = 2.20, p = .063 (OR 3.2, 95% CI 1.1 to 2.9).", engine)
    assert [one.result is not None for one in report.findings] == [True, True]
    assert draft_report(to_data(report)) == report


@pytest.mark.parametrize(
    "text",
    [
        "差异有统计学意义（t=5.432，P=0.000）。",
        "We found t(28) = 2.20 and t(28) = 3.10, p = .036 and p = .004, respectively.",
        "Mean difference, 5.8 kg lower; 95% CI, −11.2 to −0.4.",
        "The hazard ratio was 0.66; 95% CI 4 to 55%.",
        "The loss was r(3) = 0.5, p = 0.9 bar.",
        "F(2, 3) = 1.0 at P = 4.",
        "HR 0.98 (95% CI 0.88–1.10; P<0.001 for noninferiority).",
    ],
)
def test_what_another_scale_or_another_test_explains_is_left_alone(engine: Engine, text: str) -> None:
    assert [one.message for one in proofread(text, engine).findings if one.verdict in {"fail", "query"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "We saw b = 2.4, β = .30, 95% CI [1.2, 3.6].",
        "The test gave t(28) = 2.20, p = .021 (permutation test).",
        "The test gave F(2, 48) = 5.20, p = .016 (Greenhouse–Geisser).",
    ],
)
def test_what_may_be_of_another_number_or_test_is_asked_about(engine: Engine, text: str) -> None:
    assert {one.verdict for one in proofread(text, engine).findings} - {"pass"} == {"query"}
