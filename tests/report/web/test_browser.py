"""The pages in a real browser: nothing sticks out on a phone, the filters work, axe-core finds nothing."""

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from factcheck.engine.resolve.setting import Engine
from factcheck.model.report import Report
from factcheck.proofread.draft import proofread
from factcheck.report.web.claims import render
from factcheck.report.web.draft import render as render_draft

from .browser import axe, look, needs_chromium

pytestmark = needs_chromium

ROOT = Path(__file__).parents[3]
DRAFT = "On one charge the coach is good for 620 km (998 miles). The trail is 26 miles (42 km) long.\n\n" * 9

WIDTH = "return [page.documentElement.scrollWidth, view.innerWidth]"
SHOWN = """
const shown = {};
for (const button of page.querySelectorAll(".filters input")) {
  button.click();
  const claims = [...page.querySelectorAll(".claim")];
  shown[button.id] = claims.filter(one => view.getComputedStyle(one).display != "none").length;
}
return shown"""
TIPS = """
const outside = [];
for (const number of page.querySelectorAll(".num[tabindex]")) {
  number.focus();
  const box = number.querySelector(".tip").getBoundingClientRect();
  if (box.width < 50 || box.left < 0 || box.right > view.innerWidth || box.top < 0 || box.bottom > view.innerHeight)
    outside.push([number.id, box.left, box.right, box.top, box.bottom]);
}
return [page.querySelectorAll(".num[tabindex]").length, outside]"""
CLIPPED = """
const cut = [];
page.querySelectorAll("details").forEach(one => one.open = true);
for (const picture of page.querySelectorAll("svg.gap")) {
  const box = picture.getBoundingClientRect();
  for (const text of picture.querySelectorAll("text")) {
    const own = text.getBoundingClientRect();
    if (own.width && (own.left < box.left - 1 || own.right > box.right + 1)) cut.push(text.textContent);
  }
}
return cut"""
AXE = """
page.querySelectorAll("details").forEach(one => one.open = true);
const script = page.createElement("script");
script.textContent = %s;
page.head.append(script);
const found = await view.axe.run(page, {resultTypes: ["violations"]});
return found.violations.map(one => [one.id, one.nodes.length, one.nodes[0].html])"""


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the report on the example claims, as it is shipped."""
    return TypeAdapter(Report).validate_json((ROOT / "reports/dojo.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pages(report: Report, engine: Engine) -> dict[str, str]:
    """Return a page of each kind."""
    return {"claims": render(report), "draft": render_draft([proofread(DRAFT, engine, "draft.md")])}


@pytest.mark.parametrize("kind", ["claims", "draft"])
def test_nothing_sticks_out_on_a_phone(kind: str, pages: dict[str, str], tmp_path: Path) -> None:
    wide, window = look(pages[kind], WIDTH, tmp_path)
    assert wide <= window == 390


def test_the_filters_show_as_many_claims_as_they_say(report: Report, pages: dict[str, str], tmp_path: Path) -> None:
    shown = look(pages["claims"], SHOWN, tmp_path)
    verdicts = [outcome.verdict for file in report.files for outcome in file.outcomes]
    assert shown.pop("show-all") == len(verdicts)
    assert shown.pop("show-known") == sum(o.expect is not None for file in report.files for o in file.outcomes)
    assert shown == {f"show-{verdict}": verdicts.count(verdict) for verdict in set(verdicts)}


def test_letters_of_the_pictures_are_not_cut(pages: dict[str, str], tmp_path: Path) -> None:
    assert look(pages["claims"], CLIPPED, tmp_path) == []


def test_what_is_known_of_a_number_opens_inside_the_window(pages: dict[str, str], tmp_path: Path) -> None:
    count, outside = look(pages["draft"], TIPS, tmp_path)
    assert count
    assert outside == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ["claims", "draft"])
def test_axe_finds_nothing(kind: str, dark: bool, pages: dict[str, str], tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    found = axe()
    if found is None:
        pytest.skip("there is no axe-core here: run .ci/axe, or name its axe.min.js in AXE_CORE")
    script = AXE % json.dumps(found.read_text(encoding="utf-8"))
    page = pages[kind].replace('http-equiv="Content-Security-Policy"', 'name="policy"')
    page = page.replace("content-visibility: auto", "content-visibility: visible")
    assert look(page, script.replace("</script", "<\\/script"), tmp_path, dark=dark) == []
