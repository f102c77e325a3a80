"""How soon the page answers, in a real browser: the first marks of a long text, a keystroke, ten pages open at once.

Times are from the event in the page until the marks were drawn. The floor is an empty question to the server, answered
and drawn in the same page: what no program behind it could be faster than.
"""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import prose
from factcheck.serve.server import Server, running
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WORDS, LETTERS = 5_000, 40_000
PASTES, KEYS, PAGES, DOZEN = 7, 120, 10, 12
GOALS = {"first marks": 300, "a keystroke": 100, "a keystroke, ten pages": 100}
"""Milliseconds; of keystrokes nineteen of twenty."""

FLOOR = """async () => {
  const begin = performance.now();
  const headers = {"Content-Type": "application/json"};
  const body = JSON.stringify({tab: "floor", name: "", text: "", whole: false, serial: 0});
  await (await fetch("draft", {method: "POST", headers, body})).json();
  await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}"""
EDIT = """([text, at]) => new Promise(done => {
  const area = document.getElementById("text");
  if (text.length > 1) area.select();
  else area.setSelectionRange(at, at);
  const seen = new MutationObserver(() => {
    if (!document.body.dataset.read) return;
    seen.disconnect();
    requestAnimationFrame(() => done(performance.now() - begin));
  });
  seen.observe(document.body, {attributes: true, attributeFilter: ["data-read"]});
  const begin = performance.now();
  document.execCommand("insertText", false, text);
})"""


def article(words: int = WORDS) -> str:
    """Return a text of so many words, in paragraphs of five sentences."""
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", prose.text(LETTERS))
    paragraphs = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    found: list[str] = []
    for paragraph in paragraphs:
        found.append(paragraph)
        if sum(len(one.split()) for one in found) >= words:
            return "\n\n".join(found)
    raise ValueError(words)


def measure() -> dict[str, float]:
    """Return milliseconds by name, the floor among them. Raises ImportError where there is no Playwright."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - brings much

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with running(Workspace.open(Path(folder), cached=False)) as server:
            found = _measured(browser, server)
        browser.close()
    return found


def _measured(browser: "Browser", server: Server) -> dict[str, float]:
    pages = [_opened(browser, server) for _ in range(PAGES)]
    text, first = article(), pages[0]
    floor = [first.evaluate(FLOOR) for _ in range(PASTES * 5)]
    pastes = []
    for number in range(PASTES):
        pastes.append(first.evaluate(EDIT, [f"Number {number}.\n\n{text}", 0]))
        first.wait_for_selector("body[data-read=whole]")
    alone = _keys([first], len(text))
    for page in pages[1:]:
        page.evaluate(EDIT, [text, 0])
        page.wait_for_selector("body[data-read=whole]")
    return {
        "floor": median(floor),
        "first marks": median(pastes),
        "a keystroke": _slow(alone),
        "a keystroke, ten pages": _slow(_keys(pages, len(text))),
    }


def _opened(browser: "Browser", server: Server) -> "Page":
    page = browser.new_context().new_page()
    page.goto(server.address)
    page.wait_for_selector("body[data-ready]")
    return page


def _keys(pages: Sequence["Page"], length: int) -> list[float]:
    """Write letters at places all over the texts, as fast as they are answered; a dozen in a page, then the next."""
    turns = [pages[at // DOZEN % len(pages)] for at in range(KEYS)]
    return [page.evaluate(EDIT, ["7 x"[at % 3], (at * 7919) % length]) for at, page in enumerate(turns)]


def _slow(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def main() -> None:
    """Print the times, and how many floors each is."""
    found = measure()
    floor = found["floor"]
    for name, time in found.items():
        goal = f", at most {GOALS[name]} asked" if name in GOALS else ""
        print(f"{name}: {time:.0f} ms, {time / floor:.1f} floors{goal}")


if __name__ == "__main__":
    main()
