"""Text from a stranger's file stays text in every format."""

import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from factcheck.cli.options.shared import FORMATS
from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Alternative, Citation, FileReport, Note, Report, Step
from factcheck.report import renderer
from factcheck.report.inert import clipped, hidden, inert, mute, quoted
from factcheck.report.markup import code, escaped, link, prose
from factcheck.source import Place

from .examples import FAIL, TYPO

EVIL = "\x1b[31m\u202eevil\u2066\x07\x9b2J\r\n\u2028\ufeff\u200f\U000e0041\ud800 | `x` <script> [a](javascript:x) # @me"

OUTCOME = replace(
    FAIL,
    id=EVIL,
    headline=EVIL,
    quote=EVIL,
    says=EVIL,
    note=EVIL,
    exempt="",
    formula=EVIL,
    substituted=EVIL,
    derivation=Step("fact", EVIL, FAIL.stated, EVIL, Citation(EVIL, f"javascript:{EVIL}", EVIL, EVIL)),
    notes=(Note(EVIL),),
    alternatives=(Alternative(EVIL, "fail", EVIL, EVIL),),
    derived_span=(2, 9),
    stated_span=(12, 30),
)
FAULT = Diagnostic("FC101", EVIL, Place(EVIL, 1, 1), 9, EVIL, 1, (EVIL,), EVIL)
REPORT = Report(
    1,
    "1.2.3",
    (FileReport(EVIL, EVIL, "zh", (OUTCOME, replace(TYPO, diagnostics=(FAULT,)), replace(OUTCOME, verdict="pass"))),),
    (FAULT,),
)

COMMAND = "::error::x ]]><script> ##[error]y ##vso[task.complete]z"
LONG = f"{'w' * 68} {COMMAND} {'w' * 70} {COMMAND}"
"""Wrapped at 80 cells, a command is the first word of a line."""

CLAIM = replace(FAIL, derivation=None)

COMMANDING = Report(
    1,
    "1.2.3",
    (
        FileReport(
            f"{COMMAND}.yaml",
            COMMAND,
            "en",
            (
                replace(CLAIM, id=COMMAND, headline=LONG, quote=LONG, says=COMMAND, note=LONG, substituted=LONG),
                replace(CLAIM, id=f"{COMMAND}-pass", verdict="pass", headline=LONG, says="x ]]><script>"),
            ),
            (Diagnostic("FC101", LONG, Place(COMMAND, 1, 1), 9, COMMAND, 1, (LONG,), LONG),),
        ),
    ),
    (Diagnostic("FC101", COMMAND, Place(COMMAND), 1),),
)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("verbose", [False, True])
def test_nothing_hidden_gets_through(name: str, verbose: bool) -> None:  # noqa: FBT001 - a parameter of the test
    shown = renderer(name)(REPORT, verbose=verbose)
    assert not {character for character in shown if hidden(character)} - {"\n"}
    shown.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("verbose", [False, True])
def test_nothing_is_a_command_to_a_ci_service(name: str, verbose: bool) -> None:  # noqa: FBT001 - as above
    """A line of a log that starts with `::` is one to GitHub, `##[…]` in any place is one to others."""
    shown = renderer(name)(COMMANDING, verbose=verbose)
    own = ("::error file=", "::warning file=", "::notice file=") if name == "github" else ("::" * 99,)
    started = [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    assert all(line.startswith(own) for line in started)
    assert "##[" not in shown.replace("\\#", "")
    assert "##vso[" not in shown


def test_junit_has_no_markup_from_files() -> None:
    shown = renderer("junit")(COMMANDING)
    assert "<script" not in shown
    assert "]]>" not in shown


def test_commands_are_spelled() -> None:
    assert mute("  ::error::x") == "  \\x3a:error::x"
    assert mute("a ::error::x") == "a ::error::x"
    assert mute("##[error]x ##vso[task] ## a") == "\\x23#[error]x \\x23#vso[task] ## a"


def test_json_gives_the_text_back() -> None:
    first = json.loads(renderer("json")(REPORT))["files"][0]["outcomes"][0]
    assert first["quote"] == EVIL
    assert json.loads(renderer("jsonl")(REPORT).splitlines()[0])["id"] == EVIL


def test_hidden_characters_are_spelled() -> None:
    assert inert("a\x1b[31mb") == "a\\x1b[31mb"
    assert inert("\u202e\U000e0041") == "\\u202e\\U000e0041"
    assert inert("two\nlines\tand a tab") == "two⏎lines and a tab"
    assert inert("中文\u3000é") == "中文\u3000é"


def test_quotations() -> None:
    assert quoted("超过30万") == "「超过30万」"
    assert quoted("over 300,000") == "“over 300,000”"
    assert clipped("abcdef", 3) == "abc…"


@pytest.mark.parametrize("found", [REPORT, COMMANDING], ids=["evil", "commanding"])
@pytest.mark.parametrize("verbose", [False, True])
def test_markdown_has_no_markup_from_files(found: Report, verbose: bool) -> None:  # noqa: FBT001 - a parameter
    """A parser that allows HTML finds none, no link, and as many columns in each row as the head has."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    blocks = reader.parse(renderer("markdown")(found, verbose=verbose))
    tokens = [part for block in blocks for part in (block, *(block.children or ()))]
    assert not {token.type for token in tokens} & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "s_open",
        "em_open",
    }
    rows = " ".join(token.type for token in blocks).split("tr_open")
    assert {row.count("td_open") + row.count("th_open") for row in rows[1:]} <= {3, 4}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("1. no item", "1\\. no item"),
        ("2.25:1", "2.25:1"),
        ("> no quote", "\\> no quote"),
        ("a | b", "a \\| b"),
        ("`x` *y* dojo_end_2024 _z_", "\\`x\\` \\*y\\* dojo_end_2024 \\_z\\_"),
        ("<b> & @me", "&lt;b> &amp; &#64;me"),
        ("see https://evil.example", "see https:&#47;&#47;evil.example"),
        ("back\\slash", "back\\\\slash"),
        ("    not code", "not code"),
    ],
)
def test_markdown_escapes(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_code_spans() -> None:
    assert code("a ` b") == "``a ` b``"
    assert code("`a``") == "``` `a`` ```"
    assert code("") == "` `"


def test_links_lead_to_web_pages_only() -> None:
    assert link("a]b", "https://x.org/a(b) c") == "[a\\]b](https://x.org/a%28b%29%20c)"
    assert link("a", "javascript:alert(1)") == "a"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("no fact `peek` of `D1`", "no fact `peek` of `D1`"),
        ("`<b>` and <b>", "`<b>` and &lt;b>"),
        ("an odd ` and <b>", "an odd \\` and &lt;b>"),
        ("- `x`", "\\- `x`"),
    ],
)
def test_messages_keep_their_code(text: str, shown: str) -> None:
    assert prose(text) == shown
