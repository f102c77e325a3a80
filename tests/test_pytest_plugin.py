"""Claims as tests of pytest: who asks for them gets them, nobody else notices."""

from collections.abc import Iterator
from pathlib import Path

import pytest

# loaded here, for what a run inside this process imports first is forgotten after it
from factcheck.loader import claim_shapes, messages, pack_shapes  # noqa: F401
from tests.projects import FILES, replace, slow_steps_once, write

pytest_plugins = ["pytester"]

BROKEN = "format: 1\nclaims:\n- id: sum\n  say: 2 + 2 = 4\n"
TESTS = {"tests/test_dough.py": "def test_dough():\n    pass\n"}
OTHER_KINDS = """\
format: 1
given: {rent: unknown}
claims:
- id: best
  quote: the best bread of the town
  exempt: an opinion
- id: rent
  says: rent = 9 USD
"""


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with slow_steps_once():
        yield


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache folder for all tests here, so that units are compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def bakery(pytester: pytest.Pytester, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with claims and Python tests that is the current folder."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(kept))
    for name in ("CI", "BUILD_NUMBER", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    return write(pytester.path, {**FILES, **TESTS})


def claims_of(found: pytest.RunResult) -> list[str]:
    """Return the names that `--collect-only -q` lists."""
    return [line for line in found.outlines if "::" in line]


def skips(found: pytest.RunResult) -> list[str]:
    """Return the lines in which `-rs` tells what was skipped."""
    return [line for line in found.outlines if line.startswith("SKIPPED")]


# what asks for claims

ALL = [f"claims/bread.yaml::{name}" for name in ("per-basket", "loaves", "takings", "growth")]
DOUGH = "tests/test_dough.py::test_dough"


@pytest.mark.parametrize(
    ("arguments", "collected"),
    [
        ([], [DOUGH]),
        (["."], [DOUGH]),
        (["tests"], [DOUGH]),
        (["claims"], ALL),
        (["claims/bread.yaml"], ALL),
        (["claims/bread.yaml::loaves"], ["claims/bread.yaml::loaves"]),
        (["tests", "claims"], [DOUGH, *ALL]),
        (["--factcheck"], [*ALL, DOUGH]),
        (["--factcheck", "tests"], [DOUGH]),
        (["-o", "factcheck=true"], [*ALL, DOUGH]),
        (["-o", "testpaths=tests"], [DOUGH]),
        (["-o", "testpaths=tests", "--factcheck"], [DOUGH, *ALL]),
        (["-o", "testpaths=tests claims"], [DOUGH, *ALL]),
        (["claims", "-k", "loaves or growth"], [ALL[1], ALL[3]]),
        (["--factcheck", "-m", "factcheck"], ALL),
        (["--factcheck", "-m", "not factcheck"], [DOUGH]),
    ],
    ids=" ".join,
)
def test_what_is_collected(arguments: list[str], collected: list[str], pytester: pytest.Pytester) -> None:
    found = pytester.runpytest("--collect-only", "-q", "--strict-markers", *arguments)
    assert claims_of(found) == collected


def test_a_claim_file_that_is_named_need_not_lie_among_the_claims(pytester: pytest.Pytester) -> None:
    write(pytester.path, {"docs/more.yaml": OTHER_KINDS, "docs/site.yaml": "title: Bread\n"})
    assert claims_of(pytester.runpytest("--collect-only", "-q", "docs/more.yaml")) == [
        "docs/more.yaml::best",
        "docs/more.yaml::rent",
    ]
    assert claims_of(pytester.runpytest("--collect-only", "-q", "docs")) == []
    assert pytester.runpytest("docs/site.yaml").ret == pytest.ExitCode.USAGE_ERROR


def test_without_settings_only_the_option_asks(bakery: Path, pytester: pytest.Pytester) -> None:
    (bakery / "factcheck.toml").unlink()
    assert claims_of(pytester.runpytest("--collect-only", "-q", "claims")) == []
    assert claims_of(pytester.runpytest("--collect-only", "-q", "claims", "--factcheck")) == ALL


def test_a_run_that_does_not_ask_is_as_it_was(pytester: pytest.Pytester) -> None:
    with_plugin = pytester.runpytest_subprocess("-v")
    without = pytester.runpytest_subprocess("-v", "-p", "no:factcheck")
    assert [line for line in with_plugin.outlines if "plugins:" not in line and " in " not in line] == [
        line for line in without.outlines if "plugins:" not in line and " in " not in line
    ]


def test_a_run_that_does_not_ask_loads_nothing(pytester: pytest.Pytester) -> None:
    write(
        pytester.path,
        {
            "tests/test_modules.py": "import sys\n\ndef test_modules():\n    found = {name for name in sys.modules"
            " if name.startswith('factcheck')}\n    assert found <= {'factcheck', 'factcheck.pytest_plugin'}\n"
        },
    )
    assert pytester.runpytest_subprocess("tests").parseoutcomes() == {"passed": 2}


def test_yaml_files_of_others_do_not_load_the_engine(pytester: pytest.Pytester) -> None:
    write(
        pytester.path,
        {
            "tests/data.yaml": "claims: []\n",
            "tests/test_modules.py": "import sys\n\ndef test_modules():\n"
            "    assert not {'pydantic', 'sympy', 'pint', 'yaml', 'factcheck.engine'} & set(sys.modules)\n",
        },
    )
    assert pytester.runpytest_subprocess("tests").parseoutcomes() == {"passed": 2}


# what becomes of a claim


def test_each_claim_is_a_test(pytester: pytest.Pytester) -> None:
    found = pytester.runpytest("claims", "-v", "-rx")
    assert [tuple(line.split()[:2]) for line in claims_of(found)] == [
        ("claims/bread.yaml::per-basket", "PASSED"),
        ("claims/bread.yaml::loaves", "PASSED"),
        ("claims/bread.yaml::takings", "XFAIL"),
        ("claims/bread.yaml::growth", "PASSED"),
        ("XFAIL", "claims/bread.yaml::takings"),
    ]
    assert claims_of(found)[-1].endswith(" - expect: fail; states more than 900 USD, derived 810 USD (10 % below)")


def test_a_failure_reads_as_in_the_report(bakery: Path, pytester: pytest.Pytester) -> None:
    replace(bakery / "claims/bread.yaml", "= 6 kg", "= 9 kg")
    found = pytester.runpytest("claims")
    assert found.parseoutcomes() == {"passed": 2, "failed": 1, "xfailed": 1}
    told = found.outlines
    first = told.index("fail[FC401] per-basket: states 9 kg, derived 6 kg (33 % below)")
    assert told[first - 1].strip("_") == " per-basket "
    assert "  claims/bread.yaml:9:9" in told[first:]
    assert "9 │ says: basket.loaf * loaf.mass = 9 kg" in [line.strip() for line in told[first:]]
    assert told[-2] == "FAILED claims/bread.yaml::per-basket - states 9 kg, derived 6 kg (33 % below)"
    assert "Traceback" not in found.stdout.str()


def test_a_known_failure_that_holds_now_fails(bakery: Path, pytester: pytest.Pytester) -> None:
    replace(bakery / "claims/bread.yaml", "> 900 USD", "> 800 USD")
    found = pytester.runpytest("claims")
    assert found.parseoutcomes() == {"passed": 3, "failed": 1}
    assert "pass takings: " in found.stdout.str()
    assert "the claim expects fail [FC406]" in found.stdout.str()


def test_an_ignored_claim_is_skipped_with_its_reason(bakery: Path, pytester: pytest.Pytester) -> None:
    replace(bakery / "claims/bread.yaml", "= 6 kg\n", "= 9 kg\n  ignore: {code: FC401, reason: asked the baker}\n")
    found = pytester.runpytest("claims", "-rs")
    assert found.parseoutcomes() == {"passed": 2, "skipped": 1, "xfailed": 1}
    assert "ignored: FC401: asked the baker (claims/bread.yaml:10:11)" in skips(found)[0]


def test_an_ignore_that_hides_nothing_is_a_failure_of_its_own(bakery: Path, pytester: pytest.Pytester) -> None:
    replace(bakery / "claims/bread.yaml", "= 6 kg\n", "= 6 kg\n  ignore: {code: FC401, reason: asked the baker}\n")
    found = pytester.runpytest("claims")
    assert found.parseoutcomes() == {"passed": 3, "failed": 1, "xfailed": 1}
    assert "error[FC643]: nothing is wrong here that could be ignored" in found.outlines
    assert found.outlines[-2].startswith("FAILED claims/bread.yaml::FC643-line-10")  # the oldest pytest tells no more


def test_a_known_failure_of_another_grade_fails(bakery: Path, pytester: pytest.Pytester) -> None:
    replace(bakery / "claims/bread.yaml", "expect: fail", "expect: slip")
    found = pytester.runpytest("claims")
    assert found.parseoutcomes() == {"passed": 3, "failed": 1}
    assert "the claim expects slip [FC406]" in found.stdout.str()


def test_runxfail_shows_what_is_known(pytester: pytest.Pytester) -> None:
    found = pytester.runpytest("claims", "--runxfail")
    assert found.parseoutcomes() == {"passed": 3, "failed": 1}
    assert "fail[FC401] takings: states more than 900 USD, derived 810 USD (10 % below)" in found.outlines


def test_what_has_no_verdict_is_skipped_with_its_reason(pytester: pytest.Pytester) -> None:
    write(pytester.path, {"claims/more.yaml": OTHER_KINDS})
    found = pytester.runpytest("claims/more.yaml", "-rs")
    assert found.parseoutcomes() == {"skipped": 2}
    assert [line.partition("claims/more.yaml: ")[2] for line in skips(found)] == [
        "exempt: an opinion",
        "unverified: the premise `rent` has no value",
    ]


def test_an_unverified_claim_fails_where_the_project_says_so(bakery: Path, pytester: pytest.Pytester) -> None:
    write(bakery, {"claims/more.yaml": OTHER_KINDS})
    replace(bakery / "factcheck.toml", 'rules = ["rules"]', 'fail-on = "unverified"')
    found = pytester.runpytest("claims/more.yaml")
    assert found.parseoutcomes() == {"skipped": 1, "failed": 1}
    assert "unverified[FC405] rent: the premise `rent` has no value" in found.outlines


def test_a_claim_that_cannot_be_read_fails_alone(bakery: Path, pytester: pytest.Pytester) -> None:
    replace(bakery / "claims/bread.yaml", "basket.loaf * loaf.mass", "basket.loaf * laof.mass")
    found = pytester.runpytest("claims")
    assert found.parseoutcomes() == {"passed": 2, "failed": 1, "xfailed": 1}
    assert "error[FC301] per-basket: unknown name `laof`" in found.outlines


def test_a_broken_file_is_an_error_of_collection(pytester: pytest.Pytester) -> None:
    write(pytester.path, {"claims/broken.yaml": BROKEN})
    found = pytester.runpytest("claims")
    assert found.ret == pytest.ExitCode.INTERRUPTED
    told = found.outlines
    first = told.index("error[FC106]: unknown key `say`; did you mean `says`?")
    assert told[first - 1].strip("_") == " ERROR collecting claims/broken.yaml "
    assert told[first + 1] == "  claims/broken.yaml:4:3"


def test_a_broken_pack_is_told_once(bakery: Path, pytester: pytest.Pytester) -> None:
    write(bakery, {"claims/more.yaml": OTHER_KINDS})
    replace(bakery / "rules/bakery/things/bread.yaml", "tier: primary", "teir: primary")
    found = pytester.runpytest("claims")
    assert found.stdout.str().count("error[") == 1
    assert found.parseoutcomes() == {"errors": 1}


def test_a_link_out_of_the_project_is_refused(bakery: Path, pytester: pytest.Pytester) -> None:
    (bakery.parent / "elsewhere.yaml").write_text(OTHER_KINDS, encoding="utf-8")
    (bakery / "claims/link.yaml").symlink_to(bakery.parent / "elsewhere.yaml")
    found = pytester.runpytest("claims")
    assert found.parseoutcomes() == {"errors": 1}
    assert "error[FC112]: `claims/link.yaml` leads outside the project" in found.outlines


# beside other plugins


def test_a_project_is_opened_once(bakery: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.engine.session import Session  # noqa: PLC0415 - patched

    opened = []
    opening = Session.open
    monkeypatch.setattr(Session, "open", lambda *given: opened.append(given) or opening(*given))
    write(bakery, {"claims/more.yaml": OTHER_KINDS})
    assert pytester.runpytest("claims", "--factcheck").parseoutcomes() == {"passed": 3, "xfailed": 1, "skipped": 2}
    assert len(opened) <= 1


def test_in_several_processes(pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    assert pytester.runpytest_subprocess("claims", "-n", "2").parseoutcomes() == {"passed": 3, "xfailed": 1}


def test_junit_names_the_verdict(bakery: Path, pytester: pytest.Pytester) -> None:
    pytester.runpytest("claims", "--junit-xml=junit.xml")
    assert '<property name="verdict" value="decision" />' in (bakery / "junit.xml").read_text(encoding="utf-8")


def test_the_marker_is_declared(pytester: pytest.Pytester) -> None:
    assert "@pytest.mark.factcheck: a claim of a claim file" in pytester.runpytest("--markers").outlines
