"""Names of a project's own packs that hide others are found, each once, at the project's own."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.workspace import Workspace

THING = """
format: 1
sources:
  shop: {{title: The Shop, url: "https://example.org/shop", date: 2020-03-01, tier: primary}}
things:
  {key}:
    names: {{en: [{name}]}}
    price: {{is: 4 EUR, source: shop}}
"""
RULE = """
format: 1
rules:
- id: {id}
  title: Price of several
  equation: cost = count * price
  symbols: {{count: any, price: any, cost: any}}
  cite: The Shop
  tests:
  - {{given: {{count: 2, price: 3}}, cost: 6, expect: pass}}
  - {{given: {{count: 2, price: 4}}, cost: 8, expect: pass}}
  - {{given: {{count: 2, price: 3}}, cost: 7, expect: fail}}
  - {{given: {{count: 2, price: 4}}, cost: 9, expect: fail}}
"""


CUP = "the thing `cup` hides the unit cup: `5 cup` counts things"


def told(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return what is found in a project with these files in its packs."""
    for name, text in files.items():
        path = folder / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "factcheck.toml").write_text("", encoding="utf-8")
    (folder / "a.yaml").write_text("format: 1\nclaims:\n- id: sum\n  says: 1 + 1 = 2\n", encoding="utf-8")
    report = Workspace.open(folder, cached=False).check()
    return [problem.message for problem in report.diagnostics if problem.code == "FC312"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"own/things/a.yaml": THING.format(key="cup", name="mug")},
            CUP,
        ),
        (
            {"own/things/a.yaml": THING.format(key="mug", name="cup")},
            "the name `cup` of the thing `mug` hides the unit cup: `5 cup` counts things",
        ),
        (
            {"own/things/a.yaml": THING.format(key="D1", name="D1")},
            "the thing `D1` hides that of the pack `compute`, with all its facts",
        ),
        ({"own/a.yaml": RULE.format(id="percent_change")}, "the rule `percent_change` hides that of the pack `core`"),
        (
            {"own/a.yaml": RULE.format(id="derive")},
            "the rule `derive` has a name that the language takes itself, and is never reached",
        ),
        (
            {"a/a.yaml": RULE.format(id="costs"), "b/a.yaml": RULE.format(id="costs")},
            "the rule `costs` hides that of the pack `a`",
        ),
        ({"core/a.yaml": RULE.format(id="costs")}, "the pack `core` hides the one that comes with factcheck"),
    ],
)
def test_a_name_that_hides_another_is_found(files: Mapping[str, str], message: str, tmp_path: Path) -> None:
    assert told(tmp_path, files) == [message]


@pytest.mark.parametrize(
    "files",
    [
        {"own/things/a.yaml": THING.format(key="teacup", name="tea cup")},
        {"own/things/a.yaml": THING.format(key="Newton", name="Newton car")},  # the unit is the newton
        {"own/a.yaml": RULE.format(id="costs")},
        {"own/a.yaml": RULE.format(id="mean")},  # mean(count=…, price=…) is the rule, mean([…]) the function
    ],
)
def test_other_names_are_free(files: Mapping[str, str], tmp_path: Path) -> None:
    assert told(tmp_path, files) == []
