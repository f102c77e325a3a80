"""Small reports made by hand, as the engine would give them."""

from dataclasses import replace

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import (
    FORMAT,
    Alternative,
    Citation,
    Contradiction,
    FileReport,
    Note,
    Outcome,
    Position,
    Range,
    Report,
    Slip,
    Step,
)
from factcheck.source import Place

PATH = "claims/dojo.yaml"

SOURCE = Citation("Hot Chips 34", "https://hc34.hotchips.org/", "2022-08-23", "primary", "362 TFLOPS")
PEAK = Range("361.5", "362.5", low_open=False, high_open=False, nominal="362", unit="TFLOP/s/D1", text="362 TFLOP/s/D1")
TARGET = Range("100", "100", low_open=False, high_open=False, nominal="100", unit="EFLOP/s", text="100 EFLOP/s")
CHIPS = Range(
    "275862.06",
    "276625.18",
    low_open=False,
    high_open=False,
    nominal="276243.09",
    unit="D1",
    text="276,243 D1 (275,862 to 276,625.2)",
)
BOUND = Range(
    "300000",
    None,
    low_open=True,
    high_open=True,
    nominal="300000",
    unit="D1",
    text="more than 300,000 D1",
    origin="a bound",
)

FAIL = Outcome(
    "d1-for-100-ef",
    "fail",
    "states > 30万 D1, derived 276,243 D1 (7.9 % below)",
    Position(PATH, 14, 9, 35),
    quote="超过30万个D1芯片",
    says="target / D1.peak > 30万 D1",
    code="FC401",
    grade="decision",
    note="The text rounds up.",
    relation=">",
    derived=CHIPS,
    stated=BOUND,
    derived_span=(0, 16),
    stated_span=(19, 26),
    formula="target ÷ D1.peak",
    substituted="100 EFLOP/s ÷ 362 TFLOP/s/D1 = 276,243 D1 (275,862 to 276,625.2)",
    derivation=Step(
        "operation",
        "target ÷ D1.peak",
        CHIPS,
        children=(
            Step("premise", "target", TARGET),
            Step("fact", "D1.peak", PEAK, "bf16 dense, the pack's default", SOURCE, (), Place("rules/d1.yaml", 12, 14)),
        ),
    ),
    notes=(
        Note("362 TFLOP/s/D1 is D1.peak, bf16 dense (the pack's default); Hot Chips 34, 2022"),
        Note("would hold if the target were above 108.6 EFLOP/s", "FC420", "help"),
    ),
    alternatives=(
        Alternative("fp32 dense", "pass", "4,424,780 D1", "a loose bound"),
        Alternative("fp16 dense", "fail", "276,243 D1"),
        Alternative("cfp8 dense", "fail", "276,243 D1"),
    ),
)

TYPO_TEXT = "27.6万 D1 < target / D1.peek"

TYPO = Outcome(
    "typo",
    "error",
    "no fact `peek` is known of `D1`",
    Position(PATH, 20, 9, 35),
    says=TYPO_TEXT,
    code="FC302",
    diagnostics=(
        Diagnostic(
            "FC302",
            "no fact `peek` is known of `D1`",
            Place(PATH, 20, 32),
            4,
            TYPO_TEXT,
            9,
            help="did you mean `D1.peak`?",
        ),
    ),
)

DEPENDENT = Outcome(
    "twice-the-typo",
    "error",
    "depends on the claim `typo`, which cannot be read",
    Position(PATH, 23, 9, 20),
    says="typo * 2 = 4",
)

PASS = replace(
    FAIL,
    id="d1-chips",
    verdict="pass",
    headline="holds: states > 27.6万 D1, derived 276,243 D1",
    position=Position(PATH, 26, 9, 36),
    says="target / D1.peak > 27.6万 D1",
    quote="超过27.6万个D1芯片",
    code="",
    grade=None,
    note="",
    stated_span=(19, 27),
    stated=replace(BOUND, low="276000", nominal="276000", text="more than 276,000 D1"),
    notes=(),
    alternatives=(),
)

KNOWN = replace(FAIL, id="known", expect="fail", alternatives=(), notes=(), note="", position=Position(PATH, 30, 9, 35))

EXEMPT = Outcome(
    "a-name",
    "exempt",
    "exempt: the digits are part of a name",
    Position(PATH, 40, 3, 4),
    quote="The HW4 computer",
    exempt="the digits are part of a name",
)

DUPLICATE = Diagnostic(
    "FC108",
    "key `says` stands twice",
    Place(PATH, 50, 20),
    4,
    "- {id: a, says: 1, says: 2}",
    1,
    notes=("first at claims/dojo.yaml:50:11",),
    help="delete one of them",
)


SLIP = replace(
    FAIL,
    id="swapped",
    grade="wrong",
    quote="每个D1的算力是632 TFLOPS",
    headline="states 632 TFLOP/s, derived 362 TFLOP/s (43 % below)",
    says="D1.peak * 1 D1 = 632 TFLOP/s",
    position=Position(PATH, 44, 9, 37),
    derived_span=(0, 14),
    stated_span=(17, 28),
    note="",
    notes=(),
    alternatives=(),
    slips=(Slip("digits", "holds if two digits are swapped: 362 TFLOP/s", "D1.peak * 1 D1 = 362 TFLOP/s"),),
)

HALF = Outcome(
    "half",
    "borderline",
    "states 9, derived 8.4, within the rounding of the inputs",
    Position(PATH, 46, 9, 20),
    says="d1 / 10 = 9",
    code="FC404",
    derivation=Step("operation", "d1 / 10", None, children=(Step("claim", "d1-chips", None),)),
)

LACKING = Outcome(
    "lacking", "unverified", "`target` has no value", Position(PATH, 48, 9, 19), says="target = 9", code="FC405"
)

CLASH = Contradiction(
    "FC431",
    "D1.peak has two values: 362 and 632 TFLOP/s",
    ("d1-chips", "swapped"),
    ("超过27.6万个D1芯片", "每个D1的算力是632 TFLOPS"),
    (PASS.position, SLIP.position),
)


def report(*outcomes: Outcome, diagnostics: tuple[Diagnostic, ...] = ()) -> Report:
    """Return a report of one file."""
    return Report(FORMAT, "1.2.3", (FileReport(PATH, "马斯克自曝Dojo", "zh", outcomes, diagnostics),))


MIXED = Report(
    FORMAT,
    "1.2.3",
    (
        FileReport(
            PATH,
            "马斯克自曝Dojo",
            "zh",
            (FAIL, TYPO, DEPENDENT, PASS, KNOWN, EXEMPT, SLIP, HALF, LACKING, replace(PASS, id="held", expect="fail")),
            (DUPLICATE,),
            (CLASH,),
        ),
    ),
)
"""One of everything that a run can find."""

SMALL = report(FAIL, TYPO, DEPENDENT, PASS, KNOWN, EXEMPT, diagnostics=(DUPLICATE,))
