"""Makes the pictures of the page for the documentation: python -m tools.screens, with chromium and Playwright."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.serve.server import running
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

IMAGES = Path(__file__).parents[1] / "docs" / "images"
ENGLISH = """\
HARBOUR BUDGET GROWS BY A THIRD

The harbour board approved a budget of $54 million for next year, up 25% from $40 million, its chair said on Tuesday.

Of the 1,600 residents who were asked, 1,440 were in favour, or 90%. The new pier will be 310 metres (817 feet) long \
and cost about $18.6 million, or $60,000 a metre.

The fleet of 64 ferries is made up of 31 diesel boats, 22 hybrids and 14 that run on batteries alone. Fares rise by 3% \
to £4.12 from £4.00.

The last ferry of the old kind, launched in 1971, left service in 2019, 58 years later.
"""
CHINESE = """\
港务局批准了明年5400万元的预算，比今年的4000万元增长25%。

接受调查的1600名居民中，1440人表示赞成，占比90%。新码头长310米（817英尺），造价约1860万元，平均每米6万元。
"""


class Screen(NamedTuple):
    """A picture: the text, the language and size of the window, and what is done before it is taken."""

    name: str
    text: str
    language: str
    size: tuple[int, int]
    colours: Literal["light", "dark"]
    act: "Callable[[Page], None]"


def _try_another(page: "Page") -> None:
    page.keyboard.press("F8")
    page.locator(".what-if > summary").click()
    page.locator(".sliders input[type=text]").first.fill("50")
    page.locator(".answer.verified").wait_for()


def _next(page: "Page") -> None:
    page.keyboard.press("F8")


def _look_up(page: "Page") -> None:
    page.locator("#look-up").click()
    page.locator("#thing").fill("D1 peak")
    page.keyboard.press("Enter")
    page.locator("#known table").wait_for()


SCREENS = (
    Screen("page.png", ENGLISH, "en-GB", (1180, 760), "light", _try_another),
    Screen("page-phone.png", CHINESE, "zh-CN", (390, 780), "dark", _next),
    Screen("page-facts.png", ENGLISH, "en-GB", (1180, 620), "light", _look_up),
)


def main() -> None:
    """Make the pictures anew."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - brings much

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with running(Workspace.open(Path(folder), cached=False)) as server:
            for screen in SCREENS:
                _take(screen, browser, server.address)
        browser.close()


def _take(screen: Screen, browser: "Browser", address: str) -> None:
    width, height = screen.size
    with browser.new_context(
        locale=screen.language, viewport={"width": width, "height": height}, color_scheme=screen.colours
    ) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        page.locator("#text").fill(screen.text)
        page.wait_for_selector("body[data-read=whole]")
        screen.act(page)
        page.screenshot(path=IMAGES / screen.name)


if __name__ == "__main__":
    main()
