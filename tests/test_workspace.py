"""A project is checked, and checked again: what is taken from the cache, and what the cache survives."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.cache import Cache
from factcheck.model.report import Outcome, Report
from factcheck.report import json as as_json
from factcheck.report import text as as_text
from factcheck.workspace import Workspace
from factcheck.workspace.opened import Stats
from tests.projects import FILES, PACK, command, environment, imports, replace, run, slow_steps_once, write


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with slow_steps_once():
        yield


@pytest.fixture
def bakery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FACTCHECK_CACHE_DIR", raising=False)
    return write(tmp_path / "bakery")


def checked(folder: Path, *, cached: bool = True) -> tuple[Report, Stats]:
    workspace = Workspace.open(folder, cached=cached)
    return workspace.check(), workspace.stats


def both(report: Report) -> tuple[str, str]:
    return as_json.render(report), as_text.render(report, verbose=True)


def fresh(folder: Path) -> tuple[str, str]:
    return both(checked(folder, cached=False)[0])


def outcomes(report: Report) -> dict[str, Outcome]:
    return {outcome.id: outcome for file in report.files for outcome in file.outcomes}


def verdicts(folder: Path) -> dict[str, str]:
    return {name: outcome.verdict for name, outcome in outcomes(checked(folder, cached=False)[0]).items()}


# a project and its packs


def test_a_project_is_checked_with_its_own_pack(bakery: Path) -> None:
    assert verdicts(bakery) == {"per-basket": "pass", "loaves": "pass", "takings": "fail", "growth": "pass"}


def test_the_project_is_found_from_a_folder_inside_it(bakery: Path) -> None:
    assert Workspace.open(bakery / "claims").project.root == bakery
    assert checked(bakery / "claims") == (checked(bakery)[0], Stats(0, 0, 4))


def test_use_limits_the_packs(bakery: Path) -> None:
    replace(bakery / "claims/bread.yaml", "use: [core, bakery]", "use: [core]")
    assert verdicts(bakery) == {"per-basket": "error", "loaves": "error", "takings": "error", "growth": "pass"}


def test_without_use_all_packs_are_at_hand(bakery: Path) -> None:
    replace(bakery / "claims/bread.yaml", "use: [core, bakery]\n", "")
    assert verdicts(bakery)["per-basket"] == "pass"


def test_a_pack_of_the_project_replaces_one_that_comes_with_the_program(bakery: Path) -> None:
    rule = """\
format: 1
rules:
- id: percent_change
  title: Relative change on the end value, as this bakery counts it
  equation: change = (after - before) / after
  symbols: {before: any, after: same as before, change: ratio}
  cite: the bakery
"""
    write(bakery, {"rules/core/change.yaml": rule})
    assert outcomes(checked(bakery)[0])["growth"].headline == "states 25 %, derived 20 % (20 % below)"


# what the cache saves


def test_a_second_run_takes_the_file_from_the_cache(bakery: Path) -> None:
    first, cold = checked(bakery)
    second, warm = checked(bakery)
    assert (cold, warm) == (Stats(0, 0, 4), Stats(1, 0, 0))
    assert both(first) == both(second) == fresh(bakery)


def test_after_a_change_only_the_claim_that_was_touched_is_checked_anew(bakery: Path) -> None:
    checked(bakery)
    replace(bakery / "claims/bread.yaml", "= 6 kg", "= 7 kg")
    report, stats = checked(bakery)
    assert stats == Stats(0, 3, 1)
    assert outcomes(report)["per-basket"].verdict == "fail"
    assert both(report) == fresh(bakery)


def test_claims_that_moved_are_reported_where_they_stand_now(bakery: Path) -> None:
    before = outcomes(checked(bakery)[0])
    replace(bakery / "claims/bread.yaml", "claims:\n", "# a remark\n\nclaims:\n")
    replace(bakery / "claims/bread.yaml", "  says: percent", "  says:     percent")
    report, stats = checked(bakery)
    assert stats == Stats(0, 4, 0)
    assert outcomes(report)["loaves"].position.line == before["loaves"].position.line + 2
    assert outcomes(report)["growth"].position.column == before["growth"].position.column + 4
    assert both(report) == fresh(bakery)


def test_a_claim_is_checked_again_when_one_that_it_uses_changes(bakery: Path) -> None:
    checked(bakery)
    replace(bakery / "claims/bread.yaml", "flour / loaf.mass = 180", "1.5 * flour / loaf.mass = 180")
    report, stats = checked(bakery)
    assert stats == Stats(0, 2, 2)
    assert outcomes(report)["takings"].verdict == "pass"
    assert both(report) == fresh(bakery)


CHANGES = {
    "a premise": ("claims/bread.yaml", "flour: 90 kg", "flour: 120 kg"),
    "the article's date": ("claims/bread.yaml", "2024-06-01", "2024-06-02"),
    "the article is a source": (
        "claims/bread.yaml",
        "date: 2024-06-01",
        'date: 2024-06-01, url: "https://bakery.example/menu"',
    ),
    "the packs in use": ("claims/bread.yaml", "use: [core, bakery]", "use: [core, bakery, compute]"),
    "a fact": ("rules/bakery/things/bread.yaml", "is: 500 g", "is: 400 g"),
    "a setting": ("factcheck.toml", 'claims = ["claims"]', 'claims = ["claims"]\nquiet = ["FC413"]'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_concerns_all_claims_is_noticed(bakery: Path, change: str) -> None:
    checked(bakery)
    name, old, new = CHANGES[change]
    replace(bakery / name, old, new)
    report, stats = checked(bakery)
    assert stats == Stats(0, 0, 4)
    assert both(report) == fresh(bakery)


def test_a_new_fact_file_of_a_pack_is_noticed(bakery: Path) -> None:
    checked(bakery)
    write(bakery, {"rules/bakery/things/cake.yaml": PACK.replace("loaf", "cake").replace("basket", "stand")})
    assert checked(bakery)[1] == Stats(0, 0, 4)


LINKS = """\
given: {{total: {given}}}
claims:
- id: first
  says: {first}
- id: second
  says: total = 4
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            LINKS.format(given="first + 1", first="1 + 2 = 3"),
            LINKS.format(given="first + 1", first="2 + 2 = 4"),
            id="through a premise",
        ),
        pytest.param(
            "claims:\n- {id: first, sais: 1 = 1}\n- {id: second, says: first + 1 = 2}\n",
            "claims:\n- {id: second, says: first + 1 = 2}\n",
            id="a broken claim goes away",
        ),
        pytest.param(
            "claims:\n- {id: a, says: 2 kW * 2 = 4 kW}\n",
            "claims:\n- {id: a, says: 2 kW * 2 = 4 kW}\n- {id: kW, says: 1 = 1}\n",
            id="a new claim has the name of a unit",
        ),
    ],
)
def test_what_a_claim_uses_is_followed(bakery: Path, before: str, after: str) -> None:
    write(bakery, {"claims/bread.yaml": before})
    checked(bakery)
    write(bakery, {"claims/bread.yaml": after})
    assert both(checked(bakery)[0]) == fresh(bakery)


# what the cache survives


def stored(folder: Path) -> list[Path]:
    return sorted((folder / ".factcheck_cache").glob("*.json"))


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)))


def another_list(path: Path) -> None:
    path.write_bytes(b"[1, 2, 3]")


def another_object(path: Path) -> None:
    path.write_bytes(b'{"format": 1, "key": "another"}')


def nested_deeply(path: Path) -> None:
    path.write_bytes(b"[" * 100_000)


def turned_verdict(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"fail"', b'"pass"').replace(b'"names"', b'"nanes"'))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def an_endless_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def too_large(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1 << 40)  # a hole: it takes no space


HARMS = [
    torn,
    emptied,
    binary,
    another_list,
    another_object,
    nested_deeply,
    turned_verdict,
    a_folder,
    an_endless_device,
    too_large,
]


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__.replace("_", "-"))
def test_a_harmed_cache_counts_as_empty(bakery: Path, harm: Callable[[Path], None]) -> None:
    checked(bakery)
    files = stored(bakery)
    assert files
    for path in files:
        harm(path)
    report, stats = checked(bakery)
    assert stats == Stats(0, 0, 4)
    assert both(report) == fresh(bakery)


REPAIRED = [harm for harm in HARMS if harm is not a_folder]


@pytest.mark.parametrize("harm", REPAIRED, ids=lambda harm: harm.__name__.replace("_", "-"))
def test_a_harmed_cache_is_written_anew(bakery: Path, harm: Callable[[Path], None]) -> None:
    checked(bakery)
    for path in stored(bakery):
        harm(path)
    checked(bakery)
    assert checked(bakery)[1] == Stats(1, 0, 0)


@pytest.mark.parametrize("value", ["format", "program", "key"])
def test_what_another_version_wrote_counts_as_empty(bakery: Path, value: str) -> None:
    kept = Cache(bakery / "cache")
    kept.write("name", "key", {"value": 1, value: "another"})
    assert kept.read("name", "key") is None
    kept.write("name", "key", {"value": 1})
    assert kept.read("name", "key") is not None


@pytest.mark.parametrize(
    "report", [None, 7, "text", [], {}, {"path": "a"}, {"outcomes": 5}, {"outcomes": [{}], "path": "a"}], ids=repr
)
def test_a_cache_of_the_right_key_and_a_wrong_shape_counts_as_empty(bakery: Path, report: object) -> None:
    checked(bakery)
    workspace = Workspace.open(bakery)
    for path in stored(bakery):
        kept = workspace.cache.read_any(path.stem)
        if path.stem.startswith("check-") and kept:
            workspace.cache.write(path.stem, kept["key"], {"base": kept["base"], "report": report, "claims": report})
    assert both(checked(bakery)[0]) == fresh(bakery)


def test_a_file_in_the_place_of_the_cache_folder_is_left_alone(bakery: Path) -> None:
    write(bakery, {".factcheck_cache": "mine"})
    assert [checked(bakery)[1] for _ in range(2)] == [Stats(0, 0, 4)] * 2
    assert both(checked(bakery)[0]) == fresh(bakery)
    assert (bakery / ".factcheck_cache").read_text(encoding="utf-8") == "mine"


def test_a_link_in_the_place_of_the_cache_folder_is_not_followed(bakery: Path) -> None:
    (bakery.parent / "elsewhere").mkdir()
    (bakery / ".factcheck_cache").symlink_to(bakery.parent / "elsewhere")
    assert checked(bakery)[1] == Stats(0, 0, 4)
    assert not list((bakery.parent / "elsewhere").iterdir())


@pytest.mark.parametrize("place", ["/dev/null/cache", "/proc/none/cache", "x" * 5000])
def test_a_cache_folder_that_cannot_be_made_is_done_without(
    bakery: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", place)
    assert both(checked(bakery)[0]) == fresh(bakery)


def test_a_part_that_a_killed_run_left_does_no_harm(bakery: Path) -> None:
    checked(bakery)
    for path in stored(bakery):
        path.with_name(f"{path.stem}.4711.part").write_bytes(b"half of i")
    assert checked(bakery)[1] == Stats(1, 0, 0)


def test_eight_processes_share_a_cold_cache(bakery: Path) -> None:
    expected = fresh(bakery)[0]
    runs = [
        subprocess.Popen(
            command("check", "--format", "json"),
            cwd=bakery,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(8)
    ]
    said = [process.communicate(timeout=120) for process in runs]
    assert said == [(expected.encode(), b"")] * 8
    assert {process.returncode for process in runs} == {0}
    assert not list((bakery / ".factcheck_cache").glob("*.part"))


# where the cache is


def test_a_project_keeps_its_cache_in_itself_and_out_of_git(bakery: Path) -> None:
    checked(bakery)
    assert (bakery / ".factcheck_cache/.gitignore").read_text(encoding="utf-8") == "*\n"
    assert {path.name for path in bakery.parent.iterdir()} == {"bakery"}


def test_the_cache_can_be_elsewhere(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(bakery.parent / "elsewhere"))
    checked(bakery)
    assert checked(bakery)[1] == Stats(1, 0, 0)
    assert not (bakery / ".factcheck_cache").exists()


def test_two_projects_may_share_a_cache(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(bakery.parent / "elsewhere"))
    other = write(bakery.parent / "other")
    replace(other / "rules/bakery/things/bread.yaml", "is: 500 g", "is: 400 g")
    reports = {folder: [both(checked(folder)[0]) for _ in range(2)] for folder in (bakery, other, bakery)}
    assert reports == {folder: [fresh(folder)] * 2 for folder in (bakery, other)}


def test_nothing_is_written_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_CACHE_DIR", raising=False)
    write(tmp_path, {"a.yaml": "claims:\n- {id: a, says: 1 + 1 = 2}\n"})
    assert run("check", "a.yaml", cwd=tmp_path).returncode == 0
    assert run("facts", "D1", cwd=tmp_path).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_without_the_cache_nothing_is_written(bakery: Path) -> None:
    checked(bakery, cached=False)
    assert not (bakery / ".factcheck_cache").exists()


# settings


def intervals(folder: Path) -> str:
    return as_text.render(checked(folder)[0], verbose=True)


def test_a_project_sets_the_width_of_its_hedges(bakery: Path) -> None:
    write(bakery, {"claims/bread.yaml": "claims:\n- {id: guests, says: 90 ~ 100}\n"})
    wide = intervals(bakery)
    assert "1 pass" in wide
    assert "100 (85 to 115; the width of “about”)" in wide
    replace(bakery / "factcheck.toml", 'rules = ["rules"]', 'rules = ["rules"]\n[hedges]\nabout = "5 %"')
    narrow = intervals(bakery)
    assert "1 fail" in narrow
    assert "100 (95 to 105; the width of “about”)" in narrow


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('abuot = "5 %"', "unknown hedge `abuot`; did you mean `about`?"),
        ('about = "wide"', "the width of `about` cannot be `wide`"),
        ("about = 15", "the width of `about` cannot be `15`"),
        ('about = "150 %"', "the width of `about` cannot be `150 %`"),
        ("about = true", "the width of `about` cannot be `True`"),
    ],
)
def test_a_width_that_is_none_is_reported(bakery: Path, setting: str, message: str) -> None:
    write(bakery, {"factcheck.toml": f"[hedges]\n{setting}\n"})
    report, _ = checked(bakery)
    assert [(found.code, found.message) for found in report.diagnostics] == [("FC114", message)]
    assert (report.diagnostics[0].place.line, report.diagnostics[0].place.column) == (2, 1)


@pytest.mark.parametrize(("width", "low"), [('"10 %"', "90"), ('"10%"', "90"), ('"0.1"', "90"), ("0.1", "90")])
def test_a_width_is_a_share_of_the_value(bakery: Path, width: str, low: str) -> None:
    write(
        bakery,
        {
            "factcheck.toml": f"[hedges]\nabout = {width}\n",
            "claims/bread.yaml": "claims:\n- {id: guests, says: 90 ~ 100}\n",
        },
    )
    stated = outcomes(checked(bakery)[0])["guests"].stated
    assert stated is not None
    assert stated.low == low


def test_problems_of_packs_are_told_again_by_a_warm_run(bakery: Path) -> None:
    replace(bakery / "rules/bakery/things/bread.yaml", "exact: true, source: menu}", "exact: true, source: manu}")
    cold, warm = (checked(bakery)[0] for _ in range(2))
    assert [found.code for found in warm.diagnostics] == ["FC502"]
    assert both(cold) == both(warm) == fresh(bakery)


SLOW = {"sympy", "pint", "pydantic", "pydantic_core", "yaml", "rich", "importlib.metadata"}


def test_a_warm_run_loads_nothing_that_is_slow(bakery: Path) -> None:
    assert imports("check", cwd=bakery) >= {"pydantic", "yaml"}
    assert imports("check", cwd=bakery) & SLOW == set()
    assert imports("check", "--format", "json", cwd=bakery) & SLOW == set()


def test_files_are_reported_in_the_order_of_their_names(bakery: Path) -> None:
    write(bakery, {f"claims/{name}.yaml": FILES["claims/bread.yaml"] for name in ("z", "a", "m")})
    report, _ = checked(bakery)
    assert [file.path for file in report.files] == [f"claims/{name}.yaml" for name in ("a", "bread", "m", "z")]
    assert json.loads(as_json.render(report))["files"][0]["path"] == "claims/a.yaml"
