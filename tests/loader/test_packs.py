"""Packs: folders of units, things and rules."""

from pathlib import Path
from textwrap import dedent

import pytest

from factcheck.diagnostics import Diagnostic
from factcheck.loader.discovery import pack_digest
from factcheck.loader.packs import load_pack
from factcheck.model.pack import Pack

from .shown import shown

THING = """\
format: 1
sources:
  hc34: {title: "Tesla, Hot Chips 34", date: 2022-08-23, tier: primary}
things:
  D1:
    names: {en: [D1, D1 chip], zh: D1芯片}
    units: {D1e: peak}
    peak:
    - {is: 362 TFLOP/s, when: {sparsity: dense, precision: bf16}, source: hc34, quote: up to 362 TFLOPS}
    area: {is: 645 mm^2, source: hc34, exact: true, status: unconfirmed}
  tile:
    parts: {D1: {is: 25, source: hc34}}
"""
RULE = """\
format: 1
rules:
- id: percent_change
  title: Relative change
  equation: change = (after - before) / before
  symbols: {before: any, after: same as before, change: ratio}
  cite: ISO 80000-1
  tests:
  - {given: {before: 40, after: 50}, change: 25 %, expect: pass}
"""
TOTAL = "- {id: total, title: t, equation: a = sum(b), symbols: {b: list of any, a: any}, cite: c, tests: [%s]}\n"


def _load(folder: Path, **files: str) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """Write the files (``things__d1`` is ``things/d1.yaml``) and load the folder."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + (".txt" if name == "units" else ".yaml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return load_pack(folder, folder)


def _pack(folder: Path, **files: str) -> Pack:
    pack, problems = _load(folder, **files)
    assert not problems
    assert pack is not None
    return pack


def test_a_pack(tmp_path: Path) -> None:
    header = "format: 1\ntitle: Computing\ndefaults: {precision: bf16}\nattributes: {peak: {additive: true}}\n"
    pack = _pack(tmp_path, pack=header, things__d1=THING, change=RULE, units="# prefixable: large\n\nFLOP = [flop]\n")
    assert (pack.title, pack.defaults) == ("Computing", (("precision", "bf16"),))
    assert pack.attributes[0].additive
    assert [str(unit) for unit in pack.units] == ["# prefixable: large", "FLOP = [flop]"]
    d1, tile = pack.things
    assert d1.names == (("en", "D1"), ("en", "D1 chip"), ("zh", "D1芯片"))
    assert d1.units == (("D1e", "peak"),)
    assert d1.facts[0].when == (("precision", "bf16"), ("sparsity", "dense"))
    assert (d1.facts[1].exact, d1.facts[1].status) == (True, "unconfirmed")
    assert (tile.parts[0].attribute, tile.parts[0].value.value) == ("D1", "25")
    (rule,) = pack.rules
    assert [name for name, _ in rule.symbols] == ["before", "after", "change"]
    assert (rule.tests[0].symbol, rule.tests[0].stated.value) == ("change", "25 %")


def test_a_list_in_a_rule_test_reads_as_the_language_writes_it(tmp_path: Path) -> None:
    test = "{given: {b: [12.40, 89.0]}, a: 101.4, expect: pass}"
    pack = _pack(tmp_path, total="format: 1\nrules:\n" + TOTAL % test)
    assert pack.rules[0].tests[0].given[0][1].value == "[12.40, 89.0]"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("power: 400 W", "13:12 FC501 a fact needs a source: `power: 400 W` has none"),
        ("power: {is: 400 W}", "13:12 FC501 a fact needs a source: `tile.power` has none"),
        ("power: {is: 400 W, source: hc43}", "13:32 FC502 unknown source `hc43`; did you mean `hc34`?"),
        ("power: {source: hc34}", "13:12 FC107 `tile.power` has no `is`"),
        ("familly: dojo", "13:5 FC106 unknown key `familly`; did you mean `family`?"),
        ("power: {is: 4, source: hc34, statu: x}", "13:34 FC106 unknown key `statu`; did you mean `status`?"),
        ("power: {is: 4, source: hc34, status: sure}", "13:42 FC115 `status` cannot be `sure`"),
        ("power: {is: 4, source: hc34, exact: yes}", "13:41 FC115 `exact` cannot be `yes`"),
        (
            "power: [{is: 4 W, source: hc34}, {is: 4 W, source: hc34}]",
            "13:43 FC109 `tile.power` has the same fact twice",
        ),
    ],
)
def test_a_faulty_fact_is_left_out(tmp_path: Path, line: str, said: str) -> None:
    pack, problems = _load(tmp_path, things__d1=THING + f"    {line}\n")
    assert shown(problems) == [f"things/d1.yaml:{said}"]
    assert pack is not None
    assert len(pack.things) == 2
    assert len(pack.things[1].facts) == ("twice" in said)


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("{given: {c: 1}, a: 2, expect: pass}", "FC106 the rule has no symbol `c`"),
        ("{given: {b: 1}, aa: 2, expect: pass}", "FC106 the rule has no symbol `aa`; did you mean `a`?"),
        ("{given: {b: 1}, expect: pass}", "FC107 a test states one symbol, this one states 0"),
        ("{given: {b: 1}, a: 2, expect: good}", "FC115 `expect` cannot be `good`"),
    ],
)
def test_a_faulty_rule_test_is_left_out(tmp_path: Path, test: str, said: str) -> None:
    pack, (problem,) = _load(tmp_path, total="format: 1\nrules:\n" + TOTAL % test)
    assert f"{problem.code} {problem.message}" == said
    assert pack is not None
    assert [(rule.id, rule.tests) for rule in pack.rules] == [("total", ())]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"things__a": THING, "things__b": "format: 1\nthings: {D1: {}}"}, ["two things have the key `D1`"]),
        (
            {"a": "format: 1\nsources: {x: {title: y}}", "b": "format: 1\nsources: {x: {title: y}}"},
            ["two sources have the key `x`"],
        ),
        ({"a": RULE, "b": RULE}, ["two rules have the id `percent_change`"]),
        ({"a": "rules: []"}, ["`format` is missing"]),
        ({"a": "format: 3\nroles: []"}, ["format `3` is not known"]),
        ({"pack": "format: 1\ntitel: x"}, ["unknown key `titel`; did you mean `title`?"]),
        ({"things__a": "format: 1\nsources: {x: {title: y, tier: first}}"}, ["`tier` cannot be `first`"]),
    ],
)
def test_faults_of_a_pack(tmp_path: Path, files: dict[str, str], said: list[str]) -> None:
    pack, problems = _load(tmp_path, **files)
    assert pack is not None
    assert [problem.message for problem in problems] == said


def test_a_folder_without_a_pack(tmp_path: Path) -> None:
    assert shown(load_pack(tmp_path / "absent", tmp_path)[1]) == ["absent FC101 no such file or folder: `absent`"]
    pack, problems = load_pack(tmp_path, tmp_path)
    assert pack is None
    assert [problem.code for problem in problems] == ["FC103"]


def test_the_digest_needs_no_yaml_and_follows_the_bytes(tmp_path: Path) -> None:
    before = _pack(tmp_path, things__d1=THING).digest
    assert before == pack_digest(tmp_path)
    (tmp_path / "things" / "d1.yaml").write_text(THING + "# a remark\n", encoding="utf-8")
    assert pack_digest(tmp_path) != before


def test_links_out_of_a_pack_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(THING, encoding="utf-8")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    assert shown(load_pack(pack, tmp_path)[1]) == ["pack/link.yaml FC112 `pack/link.yaml` leads outside the pack"]


def test_thousands_of_unknown_sources_do_not_hang(tmp_path: Path) -> None:
    sources = "".join(f"  s{number}: {{title: t}}\n" for number in range(2_000))
    facts = "".join(f"  t{number}: {{a: {{is: 1, source: x{number}}}}}\n" for number in range(2_000))
    _, problems = _load(tmp_path, things__a=f"format: 1\nsources:\n{sources}things:\n{facts}")
    assert len(problems) == 101


def test_a_wrong_key_of_what_may_be_left_out_is_told_with_the_right_ones(tmp_path: Path) -> None:
    _, problems = _load(tmp_path, change=RULE + "  reads: {result: change, lists: before}\n")
    (problem,) = problems
    assert (problem.code, problem.message) == ("FC106", "unknown key `lists`; did you mean `list`?")
    assert problem.help == "the keys here are `code`, `form`, `kind`, `list` and `result`"
