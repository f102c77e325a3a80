"""Messages about files are told in the language of whoever reads them: each has its words in each language."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from factcheck.cli.main import main
from factcheck.loader import documents, files
from factcheck.loader.office import refused
from factcheck.margin import changed
from factcheck.proofread import ignores
from factcheck.quantity.languages import draft_table
from factcheck.report.problems import said
from tests.projects import write

OFFICE, MARGIN = Path(refused.__file__).parent, Path(changed.__file__).parent
TOLD = {"broken": (0, 1), "too_large": (0,), "_unreadable": (1,), "Diagnostic": (1,), "Problem": (1,)}
"""Which arguments of which calls are messages and cures, beside those that are called `help`."""


def messages(path: Path) -> Iterator[str]:
    """Yield the messages and cures of the calls in a module, 7 in the place of each value."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = [node.args[at] for at in TOLD.get(node.func.id, ()) if at < len(node.args)]
            given += [one.value for one in node.keywords if one.arg == "help"]
            yield from filter(None, map(_written, given))


def _written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


SOURCES = sorted([*OFFICE.glob("*.py"), *MARGIN.glob("*.py"), Path(documents.__file__)])
ALL = sorted({message for path in SOURCES for message in messages(path)})
OTHERS = [
    files.missing("a.md").message,
    files.missing("a.md").help or "",
    files.too_large("a.docx", 64_000_000).message,
    refused.locked().message,
    refused.needs_extra("`.pdf`").message,
    ignores._HELP,  # noqa: SLF001 - what it tells
]


def test_messages_are_found() -> None:
    assert len(ALL) > 35
    assert "it is no PDF that can be read" in ALL


@pytest.mark.parametrize("message", [*ALL, *OTHERS])
def test_each_message_about_a_file_has_its_words_in_chinese(message: str) -> None:
    assert said(message, "zh") != message
    assert said(message, "en") == message


def test_the_tables_have_the_same_phrases_with_the_same_places() -> None:
    """A language may leave a place out: a reason in English means little to who reads no English."""
    english, chinese = (draft_table(language, "problems") for language in ("en", "zh"))
    assert english.keys() == chinese.keys()
    for name, phrase in chinese.items():
        assert places(phrase) <= places(english[name])


def places(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("cannot read `a.docx`: it is protected by a password", "无法读取“a.docx”：文件有密码保护"),
        ("cannot read `a; b: c`.doc`: it lacks its part `x`", "无法读取“a; b: c`.doc”：文件不完整：缺少“x”"),
        ("file too large: more than 64 MB", "文件太大：超过64 MB"),
        ("no finding has the code `{0}`", "没有代码为“{0}”的核对结果"),
        ("a: the draft now says 7%, the claim says 8%", "a：正文现在写的是7%，核对文件写的是8%"),
        ("a: the draft now says no number, the claim says 8%", "a：正文现在写的是没有数字，核对文件写的是8%"),
    ],
)
def test_what_is_named_in_a_message_stays_as_it_is(message: str, chinese: str) -> None:
    assert said(message, "zh") == chinese


def test_what_has_no_words_stays_as_it_is() -> None:
    assert said("somebody else's fault", "zh") == "somebody else's fault"


def test_a_language_without_words_is_told_in_english() -> None:
    assert said("it is no PDF that can be read", "xx") == "it is no PDF that can be read"


def test_a_draft_in_chinese_is_told_in_chinese_what_is_wrong_with_its_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.md": "公路长620公里（998英里）。<!-- factcheck: ignore[FC613] -->\n"})
    assert main(["draft", "a.md"]) == 1
    assert "error[FC641]: 忽略需要写明理由；没有理由则不起作用" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_told_in_the_language_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"})
    assert main(["draft", "a.doc", "--lang", "zh"]) == 2
    told = capsys.readouterr().out
    assert "error[FC119]: 无法读取“a.doc”：文件格式太旧，或只有某一种程序能打开" in told
    assert "另存为.docx格式" in told
    assert main(["draft", "a.doc"]) == 2
    assert "cannot read `a.doc`: its format is too old" in capsys.readouterr().out
