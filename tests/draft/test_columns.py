"""Sums of one time beside those of another: where one column adds up, so does the other."""

from factcheck.engine.verdict.statement import Engine
from factcheck.proofread.draft import proofread

STOCKS = (
    "Stocks of tin at the smelters fell to 109 tonnes in January from 145 tonnes in December. Those in the"
    " port climbed to 103 tonnes in January from 93 tonnes in December. Combined stocks eased to {now} tonnes"
    " in January from {before} tonnes in December."
)


def said(engine: Engine, now: str, before: str) -> dict[str, str]:
    return {one.text: one.verdict for one in proofread(STOCKS.format(now=now, before=before), engine).findings}


def test_both_columns_are_verified(engine: Engine) -> None:
    found = said(engine, "212", "238")
    assert (found["212 tonnes"], found["238 tonnes"]) == ("pass", "pass")


def test_a_digit_of_one_column_is_asked_about_where_the_other_adds_up(engine: Engine) -> None:
    text = STOCKS.format(now="242", before="238")
    (one,) = [one for one in proofread(text, engine).findings if one.text.startswith("242")]
    assert one.verdict == "query"
    assert "109" in one.message
    assert "103" in one.message
    assert said(engine, "242", "238")["238 tonnes"] == "pass"


def test_where_no_column_adds_up_nothing_is_asked(engine: Engine) -> None:
    assert "query" not in said(engine, "242", "267").values()


def test_another_number_than_a_slip_is_left_alone(engine: Engine) -> None:
    assert "187 tonnes" not in said(engine, "187", "238")
