"""The pages on extending drafts, done step by step: a rule of one's own, a construction in a copy of the tables."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.draft.words.meanings import CODES
from factcheck.loader.packs import load_pack
from factcheck.model.pack_codec import from_data, to_data
from tests.projects import ROOT, environment, replace
from tests.test_tutorial import BLOCK, pattern

RULES, CONSTRUCTIONS = ROOT / "docs/rules-in-drafts.md", ROOT / "docs/constructions.md"
YIELDS = "rules/farm/yields.yaml"
WRONG = re.compile(r"^        wrong:\n(?: {10}- .*\n)+", re.MULTILINE)


def blocks(page: Path) -> list[re.Match[str]]:
    """Return the fenced blocks of a page."""
    return list(BLOCK.finditer(page.read_text(encoding="utf-8")))


@pytest.fixture
def farm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the files of the page on rules, and go there."""
    for block in blocks(RULES):
        if block["path"]:
            path = tmp_path / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_rule_of_ones_own_is_used_in_drafts(farm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = [block["text"] for block in blocks(RULES) if block["kind"] == "console"]
    assert farm.is_dir()
    assert len(typed) == 2
    for text in typed:
        line, _, shown = text.removeprefix("$ factcheck ").partition("\n")
        main(shlex.split(line))
        assert pattern(shown).fullmatch(capsys.readouterr().out), line


def test_with_few_cases_it_only_asks(farm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = farm / YIELDS
    path.write_text(WRONG.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(["draft", "draft.md"]) == 0
    assert "worth a look[FC610]: 36 hectares at 6.5" in capsys.readouterr().out


def test_explain_lists_it(farm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert farm.is_dir()
    assert main(["explain", "FC610"]) == 0
    assert "  wrong: not seen there yet, and 12 cases of its own · en:harvest" in capsys.readouterr().out


def test_a_sentence_is_not_needed(farm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(farm / YIELDS, '        sentence: "{area} at {rate} give {derived}"\n', "")
    assert main(["draft", "draft.md"]) == 1
    assert "36 hectares × 6.5 tonnes per hectare is 234 tonnes" in " ".join(
        capsys.readouterr().out.replace("│", " ").split()
    )


def test_it_is_the_same_from_the_cache(farm: Path) -> None:
    pack, problems = load_pack(farm / "rules/farm", farm)
    assert problems == ()
    assert pack is not None
    kept = json.loads(json.dumps(to_data(pack)))
    assert from_data(kept, pack.name, pack.path, pack.digest) == pack


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("_ in _ {area}", "_ wealth _ {area}", "has 'wealth', which is no element"),
        ("_ in _ {area} ..", "..", "does not bind just area, harvest, rate"),
        ("_ in _ {area} ..", "{area} {area}", "has a slot twice"),
        ("{rate:rate} _ in _ {area} ..", "{rate:rate} .. .. .. .. .. {area}", "more than 4 wide gaps"),
        ("{area} at {rate} give {derived}", "{area.parts} give {derived}", "something else in braces than a name"),
        ("result: harvest", "result: area", "`reads` needs the result `harvest`"),
        ("harvest = area * rate", "harvest = sqrt(area * area) * rate", "its equation has something else than"),
        ("code: FC610", "code: FC699", "there is no code `FC699`"),
        ("a harvest of [[60 tonnes]]", "a harvest of 60 tonnes", "no number in [[double brackets]]"),
        ("a harvest of [[60 tonnes]]", "a harvest of [[61 tonnes]]", "expected right, got"),
        ("      en:\n", "      tlh:\n", "no language `tlh`"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_told_and_no_draft_fails(
    farm: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    replace(farm / YIELDS, old, new)
    assert main(["test", "rules/"]) == 1
    assert told in capsys.readouterr().out
    assert main(["draft", "draft.md"]) in {0, 1}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the program with the rows and cases of the page on constructions in its tables."""
    for name in ("factcheck", "rules", "tests"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "snapshots", "wrong")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for block in blocks(CONSTRUCTIONS):
        path = tmp_path / (block["path"] or "")
        if block["kind"] == "json":
            table = json.loads(path.read_text(encoding="utf-8"))
            new = json.loads(block["text"])
            assert not new.keys() & table.keys()
            path.write_text(json.dumps(table | new), encoding="utf-8")
        elif block["path"]:
            path.write_text(block["text"], encoding="utf-8")
    return tmp_path


def test_a_construction_is_a_row_with_cases(copy: Path) -> None:
    typed = [block["text"] for block in blocks(CONSTRUCTIONS) if block["kind"] == "console"]
    assert len(typed) == 2
    for text in typed:
        line, _, shown = text.removeprefix("$ ").partition("\n")
        words = shlex.split(line)
        command = [sys.executable, *(words[1:] if words[0] == "python" else ["-m", *words])]
        done = subprocess.run(
            command, cwd=copy, env=environment(PYTHONPATH=os.fspath(copy)), capture_output=True, text=True, check=True
        )
        assert not shown or pattern(shown).fullmatch(done.stdout), done.stdout


def test_the_letters_are_shown_as_told() -> None:
    command = next(block["text"] for block in blocks(CONSTRUCTIONS) if block["kind"] == "sh").removeprefix("python ")
    done = subprocess.run(
        [sys.executable, *shlex.split(command)], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout == "wu%.\n"


def test_each_element_of_the_tables_is_explained() -> None:
    page = CONSTRUCTIONS.read_text(encoding="utf-8").replace("\\|", "|")
    shown = set(re.findall(r"`([^`\n]+)`", page))
    tables = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in ROOT.glob("factcheck/quantity/tables/*/constructions.json")
    ]
    rows = [row for table in tables for row in table.values()]
    forms = [form for row in rows for form in ([row["form"]] if isinstance(row["form"], str) else row["form"])]
    elements = {
        part for form in forms for word in form.split() if "{" not in word for part in word.strip("!?").split("|")
    }
    assert elements - {*CODES, ""} - {part.strip("!?") for part in shown} == set()
    assert {key for row in rows for key in row} <= shown
