"""One project, one text, all front ends: the settings make the same of its findings wherever it is checked."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import factcheck
from factcheck.cli.main import main
from factcheck.loader.documents import document
from factcheck.workspace import Workspace
from tests.documents.made import docx, paragraph
from tests.projects import write

ROAD = "The road is 620 km (998 miles) long."
CLUBS = "The 12 clubs spent $60 million, or $6 million each on average."
TEXT = f"{ROAD}\n\n{CLUBS}\n"
ROAD_IS_WRONG, CLUBS_ARE_ASKED = "FC613", "FC611"
PATH = "news/road.md"

Front = Callable[[Path], list[str]]
"""Checks the text of a project, and returns the codes of what it tells of."""


def command(_: Path) -> list[str]:
    """``factcheck draft FILE``."""
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        main(["draft", PATH, "--format", "concise"])
    return [line.partition(": ")[2].split()[0] for line in out.getvalue().splitlines()[:-1]]


def filtered(_: Path) -> list[str]:
    """``factcheck draft --jsonl``."""
    out = io.StringIO()
    asked = json.dumps({"id": 1, "text": TEXT})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(f"{asked}\n".encode()))))
        main(["draft", "--jsonl"])
    return [one["code"] for one in json.loads(out.getvalue())["findings"]]


def library(_: Path) -> list[str]:
    """``factcheck.check_draft``."""
    return [one.code for one in factcheck.check_draft(TEXT).findings if not one.ignored]


def page(project: Path) -> list[str]:
    """``factcheck serve``: a file of this name was dropped there."""
    pytest.importorskip("starlette")
    from factcheck.serve.tabs import Tabs  # noqa: PLC0415 - an extra
    from factcheck.serve.told import told  # noqa: PLC0415

    tab = Tabs(Workspace.open(project)).read("tab", Path(PATH).name, TEXT, whole=True)
    return [one["code"] for one in told(tab)["findings"] if one["status"] != "ignored"]


def comments(project: Path) -> list[str]:
    """Comments in Word, as the page saves them."""
    pytest.importorskip("starlette")
    from factcheck.serve import saved  # noqa: PLC0415 - an extra
    from factcheck.serve.tabs import Original, Tabs  # noqa: PLC0415

    workspace = Workspace.open(project)
    data = docx(paragraph(ROAD) + paragraph(CLUBS))
    opened = document(data, "road.docx")
    assert not isinstance(opened, factcheck.diagnostics.Diagnostic)
    tabs = Tabs(workspace)
    tabs.open("tab", "road.docx", Original(data, opened))
    word = write(project, {"saved.docx": saved.word(tabs.get("tab"), workspace)}) / "saved.docx"
    return [code for code in (ROAD_IS_WRONG, CLUBS_ARE_ASKED) if code in _comments_of(word)]


def _comments_of(path: Path) -> str:
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(path) as archive:
        name = "word/comments.xml"
        return archive.read(name).decode() if name in archive.namelist() else ""


def editor(project: Path) -> list[str]:
    """``factcheck lsp``, with the file open."""
    pytest.importorskip("pygls")
    from factcheck.lsp.server import server  # noqa: PLC0415 - an extra
    from tests.lsp.client import running  # noqa: PLC0415

    sessions = running(lambda stdin, stdout: server(pause=0.05).start_io(stdin, stdout))
    client = next(sessions)
    client.initialize(project)
    found = [one["code"] for one in client.open((project / PATH).as_uri(), TEXT)]
    assert next(sessions, None) is None
    return found


def assistant(project: Path) -> list[str]:
    """``factcheck mcp``."""
    from factcheck.mcp.desk import Desk  # noqa: PLC0415

    answer = Desk(project).check_draft(TEXT, markdown=True, lang="", date="", everything=False)
    return sorted((one.code for one in answer.findings), reverse=True)


def archive(project: Path) -> list[str]:
    """``factcheck archive FOLDER``."""
    pytest.importorskip("pyarrow")
    from tests.archive.examples import findings, run  # noqa: PLC0415 - an extra

    run("news", "--out", project / "out")
    return [row["code"] for row in findings(project / "out")]


def table(_: Path) -> list[str]:
    """``factcheck.check_texts``."""
    arrow = pytest.importorskip("pyarrow")
    return [row["code"] for row in factcheck.check_texts(arrow.table({"text": [TEXT]})).to_pylist()]


KNOW_THE_PATH = (command, editor, archive)
KNOW_ONLY_THE_TEXT = (filtered, library, page, comments, assistant, table)

ALL = [ROAD_IS_WRONG, CLUBS_ARE_ASKED]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(front: Front, settings: str, project: Path) -> list[str]:
    """Return the codes that a front end tells of in a project with these settings."""
    write(project, {PATH: TEXT, "factcheck.toml": settings})
    return front(project)


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ("", ALL),
        ('[codes]\nFC613 = "off"\n', [CLUBS_ARE_ASKED]),
        ('[codes]\nFC611 = "off"\nFC613 = "note"\n', [ROAD_IS_WRONG]),
        ('[[ignore]]\ncode = "FC611"\nreason = "they share"\n', [ROAD_IS_WRONG]),
        ('[[ignore]]\ncode = "FC611"\nreason = "they share"\nuntil = 2001-01-01\n', ALL),
    ],
)
@pytest.mark.parametrize("front", KNOW_THE_PATH + KNOW_ONLY_THE_TEXT, ids=lambda front: front.__name__)
def test_what_is_set_for_all_texts_holds_everywhere(front: Front, settings: str, codes: list[str], here: Path) -> None:
    found = [code for code in told(front, settings, here) if code in ALL]
    assert found == codes


@pytest.mark.parametrize(
    "settings",
    ['[paths."news/**".codes]\nFC613 = "off"\n', '[[ignore]]\ncode = "FC613"\npath = "news"\nreason = "sea miles"\n'],
)
@pytest.mark.parametrize("front", KNOW_THE_PATH + KNOW_ONLY_THE_TEXT, ids=lambda front: front.__name__)
def test_what_is_set_for_a_path_holds_where_the_path_is_known(front: Front, settings: str, here: Path) -> None:
    assert told(front, settings, here) == ([CLUBS_ARE_ASKED] if front in KNOW_THE_PATH else ALL)


@pytest.mark.parametrize("front", KNOW_THE_PATH + KNOW_ONLY_THE_TEXT, ids=lambda front: front.__name__)
def test_a_baseline_holds_where_the_path_is_known(front: Front, here: Path) -> None:
    settings = 'baseline = "known.json"\n'
    write(here, {PATH: TEXT, "factcheck.toml": settings})
    assert main(["baseline", "update", "--draft", "news"]) == 0
    assert told(front, settings, here) == ([CLUBS_ARE_ASKED] if front in KNOW_THE_PATH else ALL)


def test_what_is_wrong_with_the_settings_is_told_on_the_page(here: Path) -> None:
    desk = pytest.importorskip("factcheck.serve.desk")
    write(here, {"factcheck.toml": '[codes]\nFC613 = "of"\n'})
    (problem,) = desk.Desk(Workspace.open(here)).problems
    assert problem.message == "`FC613` cannot be `of`; did you mean `off`?"


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("", 1),
        ('[codes]\nFC613 = "note"\n', 0),
        ('[codes]\nFC613 = "off"\nFC611 = "fail"\n', 1),
        ('fail-on = "decision"\n', 0),
        ('[paths."news/**"]\nfail-on = "decision"\n', 0),
        ("[codes\n", 2),
    ],
)
def test_an_archive_fails_as_a_draft_does(settings: str, code: int, here: Path) -> None:
    pytest.importorskip("pyarrow")
    write(here, {PATH: TEXT, "factcheck.toml": settings})
    assert main(["draft", "news"]) == code
    assert main(["archive", "news", "--out", "out", "--workers", "1"]) == code


def test_an_archive_of_other_settings_is_another_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyarrow")
    write(here, {PATH: TEXT, "factcheck.toml": ""})
    assert main(["archive", "news", "--out", "out", "--workers", "1"]) == 1
    write(here, {"factcheck.toml": '[codes]\nFC613 = "off"\n'})
    assert main(["archive", "news", "--out", "out", "--workers", "1"]) == 2
    assert "an archive of other settings" in capsys.readouterr().err
