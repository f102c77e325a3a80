"""The time between two dates, and the age that the dates of a life give."""

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], dict[str, str]]
KINDS = "duration"


def of(verdicts: Verdicts, text: str, number: str) -> str:
    """Return the verdict on a number, or nothing."""
    return next((verdict for found, verdict in verdicts(text, KINDS).items() if number in found), "")


DURATIONS = [
    ("She led the choir for six years from 1998 to 2004.", "six years", "pass"),
    ("She led the choir for nine years from 1998 to 2004.", "nine years", "fail"),
    ("Over a 10-year period from 2010 to 2019 it paid no tax.", "10-year", "pass"),  # both years counted
    ("The line opened in 1931 and closed in 1967, 36 years later.", "36 years", "pass"),
    ("The line opened in 1931 and closed in 1967, 63 years later.", "63 years", "fail"),
    ("The mine opened in 1912. When it shut in 1980 it had been worked for 68 years.", "68 years", "pass"),
    ("The mine opened in 1912. When it shut in 1980 it had been worked for 86 years.", "86 years", "fail"),
    ("大桥2008年动工，到2015年才通车，前后用了七年。", "七年", "pass"),
    ("大桥2008年动工，到2015年才通车，前后用了九年。", "九年", "fail"),
    (
        "The ship sank on April 3, 1907. Nobody looked for it. Ninety years later, in 1997, divers came.",
        "Ninety",
        "pass",
    ),
]


@pytest.mark.parametrize(("text", "number", "verdict"), DURATIONS)
def test_the_time_between_two_dates(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict


AGES = [
    ("画家（1862—1931）享年69岁。", "69岁", "pass"),
    ("画家（1862—1931）享年59岁。", "59岁", "fail"),
    ("The painter (2 May 1862 – 9 July 1931) died in Turin, aged 69.", "69", "pass"),
    ("The painter (2 May 1862 – 9 July 1931) died in Turin, aged 96.", "96", "fail"),
    ("Born in 1862 in Bari, he died in 1931, aged 69.", "69", "pass"),
    ("Born in 1862 in Bari, he died in 1931, aged 79.", "79", "fail"),
    ("He was born Jan. 8, 1862, in Bari. He went to sea at age 13, and died Aug. 16, 1931, in Turin.", "13", ""),
]


@pytest.mark.parametrize(("text", "number", "verdict"), AGES)
def test_the_age_at_a_death(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict


SILENT = [
    "Sales for the twelve months ended December 31, 2022 rose; those of 2021 had not.",
    "He practised law for 20 years. From 2004 to 2007 he sat on the board.",
    "In 1991, ten years after his death, the songs of the 1990s had changed.",
    "The notes run for a period of three years from May 2, 2021, and the lease since April 2019.",
    "By January 1980 a slump had begun, which lasted six months. Another took hold in July 1981.",
    "It served from 1989 to 1993, and eight years later it came back.",
    "She opened the shop in 1990 and, after three years abroad, sold it in 2011.",
    "She was 12 when she had a son in 1998; her mother, born in 1970, was 28.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_time_is_wrong_that_words_do_not_tie_to_dates(verdicts: Verdicts, text: str) -> None:
    assert "fail" not in verdicts(text, KINDS).values()
