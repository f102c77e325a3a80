"""The example on each page of the loader's codes gives that code."""

import re
from pathlib import Path

import pytest

import factcheck
from factcheck.loader.claims import load_claims
from factcheck.loader.discovery import find_project
from factcheck.loader.packs import load_pack

_PAGES = Path(factcheck.__file__).parent / "pages"
_EXAMPLE = re.compile(r"^```(yaml|toml)\n(?:# (\S+/\S+\.yaml|factcheck\.toml)\n)?(.*?)^```$", re.MULTILINE | re.DOTALL)
_LOADER = [
    path for path in sorted(_PAGES.glob("FC*.md")) if path.stem.startswith("FC1") or path.stem in {"FC501", "FC502"}
]
_RUN = [path for path in _LOADER if _EXAMPLE.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", _RUN, ids=lambda page: page.stem)
def test_the_example_of_a_page_gives_its_code(page: Path, tmp_path: Path) -> None:
    found = _EXAMPLE.search(page.read_text(encoding="utf-8"))
    assert found
    path = tmp_path / (found[2] or "claims.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(found[3], encoding="utf-8")
    if found[1] == "toml":
        problems = find_project(tmp_path).diagnostics
    elif found[2]:
        problems = load_pack(path.parent.parent, tmp_path)[1]
    else:
        problems = load_claims(path, tmp_path)[1]
    assert [problem.code for problem in problems] == [page.stem]


@pytest.mark.parametrize("page", _LOADER, ids=lambda page: page.stem)
def test_a_page_starts_with_its_code(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith(f"# {page.stem}: ")


def test_there_is_a_page_for_every_code_of_the_loader() -> None:
    sources = (Path(factcheck.__file__).parent / "loader").glob("*.py")
    codes = {code for source in sources for code in re.findall(r"FC\d{3}", source.read_text(encoding="utf-8"))}
    assert codes == {page.stem for page in _LOADER}
