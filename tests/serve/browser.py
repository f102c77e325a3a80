"""A real browser for the tests of the page: Debian's chromium, driven by Playwright; one of it for a module."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.report.web.browser import axe

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
AXE = "async () => (await axe.run(document)).violations.map(one => [one.id, one.nodes.map(node => node.html)])"


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Start the browser; the tests are skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium here: apt-get install chromium")
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install playwright")
    with api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


class Desk:
    """The page, as a person uses it."""

    def __init__(self, page: "Page", address: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.goto(address)
        page.wait_for_selector("body[data-ready]")

    def write(self, text: str) -> None:
        """Put a text in the place of what is there, and wait until all of it was read."""
        self.page.locator("#text").fill(text)
        self.read()

    def read(self) -> None:
        """Wait until the whole text, as it stands, was read."""
        self.page.wait_for_selector("body[data-read=whole]")

    def holds(self, text: str) -> None:
        """Wait until a text that was opened stands there."""
        from playwright.sync_api import expect  # noqa: PLC0415 - where there is a browser

        expect(self.page.locator("#text")).to_have_value(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    @property
    def text(self) -> str:
        return self.page.locator("#text").input_value()

    @property
    def summary(self) -> str:
        return self.page.locator("#summary").inner_text()

    def marked(self, status: str) -> list[str]:
        """Return the numbers that are marked with a status."""
        return self.page.locator(f"#under .num.{status}").all_inner_texts()

    def headlines(self, status: str = "wrong") -> list[str]:
        """Return what is said first of the findings of a status, in the order of the page."""
        found = self.page.locator(f"#lists .finding.{status} .what").all_inner_texts()
        return [re.sub(r"\s+", " ", text) for text in found]

    def chosen(self) -> str:
        """Return what is said of the finding that is chosen."""
        return re.sub(r"\s+", " ", self.page.locator("#lists .finding.now").inner_text())

    def violations(self) -> list[object]:
        """Return what axe-core finds; the test is skipped where it is not at hand."""
        script = axe()
        if script is None:
            pytest.skip("there is no axe-core here: run .ci/axe, or name its axe.min.js in AXE_CORE")
        self.page.evaluate(script.read_text(encoding="utf-8"))
        found: list[object] = self.page.evaluate(AXE)
        return found
