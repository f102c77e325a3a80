"""The page on statistics has the formula and the source of every rule of the pack."""

from pathlib import Path

from factcheck.loader.packs import load_pack

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")


def test_each_formula_stands_there_with_its_source() -> None:
    pack, problems = load_pack(ROOT / "rules" / "statistics", ROOT)
    assert pack is not None
    assert not problems
    missing = [rule.id for rule in pack.rules if f"| `{rule.id}` | `{rule.equation.value}` | {rule.cite} |" not in PAGE]
    assert missing == []
